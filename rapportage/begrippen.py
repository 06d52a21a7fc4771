"""The definitions in the report: the catalogue of indicators, and what is no indicator."""

from dataclasses import dataclass

from rapportage.teksten import read_teksten
from schemas.indicator import Indicator, read_indicatoren, read_onderwerpen


@dataclass(frozen=True)
class Begrip:
    """One row of the definitions."""

    naam: str
    vraag: str
    uitleg: str
    optellen: str


def list_begrippen() -> list[Begrip]:
    """Return the indicators that the report shows by subject, then the other terms."""
    teksten = read_teksten()["begrippen"]
    return [
        *(_to_begrip(indicator) for indicator in list_getoonde_indicatoren()),
        *(Begrip(**begrip) for begrip in teksten["overig"]),
    ]


def list_getoonde_indicatoren() -> list[Indicator]:
    """Return the indicators of the subjects and columns that the report shows."""
    teksten = read_teksten()["begrippen"]
    volgorde = [onderwerp.onderwerp for onderwerp in read_onderwerpen()]
    getoond = [
        indicator
        for indicator in read_indicatoren()
        if indicator.onderwerp in teksten["onderwerpen"]
        and indicator.indicator_code not in teksten["zonder"]
        and any(
            set(indicator.kolommen) & set(teksten["kolommen"].get(tabel, []))
            for tabel in indicator.tabellen
        )
    ]
    return sorted(getoond, key=lambda indicator: volgorde.index(indicator.onderwerp))


def _to_begrip(indicator: Indicator) -> Begrip:
    let_op = str(read_teksten()["begrippen"]["let_op"])
    breuk = let_op.format(breuk=indicator.breuk) if indicator.breuk else ""
    uitleg = " ".join(filter(None, (indicator.formule, breuk)))
    return Begrip(indicator.indicator_naam, indicator.vraag, uitleg, indicator.optelbaar)
