"""Answer key: cost by soort, in three calendars, per quarter, and the price of a product."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demo.administratie.inhoud import DeclaratieAntwoordInhoud
from demo.administratie.model import Declaratie, Regel
from demo.antwoorden.kosten import list_vaste_kosten
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid
from demo.catalogus import get_zorgvorm
from demo.contracten import Contracten
from demo.kalender import eerste_dag, to_kwartaal

_OUTPUT = ("82", "83")
_UUR = {"01": 1, "04": 60}
_BOVENLOKAAL = frozenset(
    {
        "intensief_ambulant",
        "pleegzorg",
        "gezinshuis",
        "verblijf_begeleid",
        "verblijf_behandeling",
        "crisis",
        "jeugdzorgplus",
        "landelijk_ingekocht",
    }
)


@dataclass(frozen=True)
class Kostenregel:
    """An amount with what it is, in three calendars; ``regel`` is empty without a claim."""

    gemeente: str
    zorgvorm: str
    soort: str
    zorgmaand: date
    declaratiemaand: date
    boekingsmaand: date | None
    eurocent: int
    regel: Regel | None = None

    @property
    def categorie(self) -> str:
        """The row of slide 4.3."""
        if self.soort in ("preventie", "jb_jr"):
            return self.soort
        is_lokaal = self.soort == "pgb" or self.zorgvorm not in _BOVENLOKAAL
        return "lokaal" if is_lokaal else "regionaal"


def write_kosten_details(folder: Path, waarheid: Waarheid, contracten: Contracten) -> None:
    """Write the four tables about cost into ``folder``."""
    regels = [*_iter_gedeclareerd(waarheid), *_iter_zonder_declaratie(waarheid, contracten)]
    write_tabel(
        folder,
        "kosten_soort",
        ("jaar", "gemeente_code", "begroting_categorie", "kosten_soort", "kosten_eurocent"),
        list_soorten(regels),
    )
    write_tabel(
        folder,
        "kosten_boeking",
        (
            "gemeente_code",
            "zorgvorm",
            "kosten_soort",
            "zorgmaand",
            "declaratiemaand",
            "boekingsmaand",
            "kosten_eurocent",
        ),
        list_boekingen(regels),
    )
    write_tabel(
        folder,
        "kosten_kwartaal",
        (
            "kwartaal",
            "gemeente_code",
            "zorgvorm",
            "kosten_eurocent",
            "gedeclareerd_eurocent",
            "aantal_jeugdigen",
            "aantal_toewijzingen",
        ),
        list_kwartalen(regels),
    )
    write_tabel(
        folder,
        "kostprijs",
        (
            "kwartaal",
            "gemeente_code",
            "aanbieder_agb",
            "product_categorie",
            "product_code",
            "is_uur",
            "volume_of_minuten",
            "kosten_eurocent",
        ),
        list_kostprijzen(regels),
    )


def list_soorten(regels: list[Kostenregel]) -> list[tuple[object, ...]]:
    """Return (jaar, gemeente or regio, row of slide 4.3, soort, eurocent)."""
    som: dict[tuple[int, str, str, str], int] = defaultdict(int)
    for regel in regels:
        for gebied in (regel.gemeente, "regio"):
            som[(regel.zorgmaand.year, gebied, regel.categorie, regel.soort)] += regel.eurocent
    return [(*sleutel, bedrag) for sleutel, bedrag in som.items()]


def list_boekingen(regels: list[Kostenregel]) -> list[tuple[object, ...]]:
    """Return the cost per gemeente, zorgvorm and soort in the three calendars."""
    som: dict[tuple[str, str, str, date, date, date | None], int] = defaultdict(int)
    for r in regels:
        sleutel = (r.gemeente, r.zorgvorm, r.soort, r.zorgmaand, r.declaratiemaand, r.boekingsmaand)
        som[sleutel] += r.eurocent
    return [(*sleutel, bedrag) for sleutel, bedrag in som.items()]


def list_kwartalen(regels: list[Kostenregel]) -> list[tuple[object, ...]]:
    """Return cost per kwartaal, gemeente (and regio) and zorgvorm (and totaal).

    Counted are the jeugdigen and toewijzingen with a positive net amount that was declared.
    """
    kosten: dict[tuple[str, str, str], int] = defaultdict(int)
    gedeclareerd: dict[tuple[str, str, str], int] = defaultdict(int)
    jeugdigen: dict[tuple[str, str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    toewijzingen: dict[tuple[str, str, str], dict[tuple[str, int], int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for r in regels:
        for gebied in (r.gemeente, "regio"):
            for zorgvorm in (r.zorgvorm, "totaal"):
                sleutel = (to_kwartaal(r.zorgmaand), gebied, zorgvorm)
                kosten[sleutel] += r.eurocent
                if r.regel is not None:
                    toewijzing = r.regel.toewijzing
                    gedeclareerd[sleutel] += r.eurocent
                    jeugdigen[sleutel][toewijzing.zorg.jeugdige.bsn] += r.eurocent
                    toewijzingen[sleutel][toewijzing.sleutel] += r.eurocent
    return [
        (
            *sleutel,
            bedrag,
            gedeclareerd[sleutel],
            sum(som > 0 for som in jeugdigen[sleutel].values()),
            sum(som > 0 for som in toewijzingen[sleutel].values()),
        )
        for sleutel, bedrag in kosten.items()
    ]


def list_kostprijzen(regels: list[Kostenregel]) -> list[tuple[object, ...]]:
    """Return volume and amount per kwartaal, gemeente, aanbieder and product; hours in minutes."""
    volume: dict[tuple[object, ...], int] = defaultdict(int)
    bedrag: dict[tuple[object, ...], int] = defaultdict(int)
    for r in regels:
        if r.regel is None:
            continue
        regel = r.regel
        sleutel = (
            to_kwartaal(r.zorgmaand),
            r.gemeente,
            regel.toewijzing.zorg.aanbieder,
            regel.categorie,
            regel.code,
            regel.eenheid in _UUR,
        )
        geleverd = regel.volume * _UUR.get(regel.eenheid, 1)
        volume[sleutel] += -geleverd if regel.is_credit else geleverd
        bedrag[sleutel] += r.eurocent
    return [(*sleutel, volume[sleutel], eurocent) for sleutel, eurocent in bedrag.items()]


def _iter_gedeclareerd(waarheid: Waarheid) -> Iterator[Kostenregel]:
    """Yield the lines that count, booked in the month in which the gemeente answered."""
    antwoorden = {
        id(bericht.inhoud.declaratie): bericht.dagtekening
        for bericht in waarheid.administratie.berichten
        if isinstance(bericht.inhoud, DeclaratieAntwoordInhoud)
    }
    for declaratie in waarheid.administratie.declaraties:
        antwoord = antwoorden.get(id(declaratie))
        for regel in declaratie.regels:
            if regel.telt:
                yield _boek(declaratie, regel, antwoord)


def _boek(declaratie: Declaratie, regel: Regel, antwoord: date | None) -> Kostenregel:
    soort = "output" if regel.eenheid in _OUTPUT else "p_maal_q"
    return Kostenregel(
        declaratie.gemeente,
        get_zorgvorm(regel.categorie, regel.code),
        "jb_jr" if regel.toewijzing.zorg.product.is_jb_jr else soort,
        regel.zorgmaand,
        eerste_dag(declaratie.dagtekening),
        eerste_dag(antwoord) if antwoord is not None else None,
        regel.eurocent,
        regel,
    )


def _iter_zonder_declaratie(waarheid: Waarheid, contracten: Contracten) -> Iterator[Kostenregel]:
    """Yield what nobody declares; it stands in its own month in every calendar."""
    for gemeente, zorgvorm, maand, bekostiging, bedrag in list_vaste_kosten(waarheid, contracten):
        soort = "preventie" if zorgvorm == "preventie" else bekostiging
        yield Kostenregel(gemeente, zorgvorm, soort, maand, maand, maand, bedrag)
