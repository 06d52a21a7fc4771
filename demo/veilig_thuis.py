"""Invented cases of Veilig Thuis, without any person: adviezen, meldingen and onderzoeken."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from demo.catalogus import read_gemeenten
from demo.kalender import Venster

# Flevoland 2020: about 2,750 meldingen per half-year on 99,848 youths.
_MELDINGEN_PER_JEUGDIGE = 2755 / 99_848
_AARD = (
    "lichamelijke mishandeling",
    "psychisch geweld",
    "getuige",
    "pedagogische verwaarlozing",
    "affectieve verwaarlozing",
    "anders, onveilig",
)
_WIE = ("politie", "huisarts", "basisonderwijs", "lokaal veld", "familielid", "anders")
_TRIAGE = ("onderzoek Veilig Thuis", "overdracht aan derden", "omgezet in advies", "geen vervolg")
_UITKOMST = (
    "huiselijk geweld bevestigd",
    "huiselijk geweld niet bevestigd",
    "kindermishandeling bevestigd",
    "kindermishandeling niet bevestigd",
)
_VERVOLG = ("lokale veld", "jeugdhulpaanbieder", "gecertificeerde instelling", "RvdK")
_AANLEIDING = (
    "(ex-)partnergeweld",
    "kindermishandeling: vechtscheiding",
    "kindermishandeling: anders",
    "huiselijk geweld: anders",
    "andere problematiek",
)
_TRAAG = 0.03  # share of the triages that take more than a month
_VERVOLGMELDING = 0.25  # share of the onderzoeken that get a further melding
_ZELFDE_CASUS = 0.1


@dataclass(frozen=True)
class Advies:
    """A closed advice."""

    gemeente: str
    halfjaar: str
    nummer: str
    aard: str
    wie: str
    aanleiding: str


@dataclass(frozen=True)
class Onderzoek:
    """An investigation; ``begin`` is the triagebesluit on its first melding."""

    gemeente: str
    nummer: str
    begin: date
    klaar: date
    uitkomst: str
    vervolg: str
    aard: str


@dataclass(frozen=True)
class Melding:
    """A report with its triage; ``onderzoek`` is the number of the investigation it belongs to."""

    gemeente: str
    nummer: str
    casus: str
    dag: date
    besluit: date
    triage: str
    wie: str
    aard: str
    aanleiding: str
    overdracht: str
    onderzoek: str
    is_vervolg: bool = False


@dataclass
class Halfjaar:
    """The cases that came in in one half-year; it is delivered on ``ontvangen``."""

    naam: str
    ontvangen: date
    adviezen: list[Advies] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    onderzoeken: list[Onderzoek] = field(default_factory=list)


def maak_veilig_thuis(
    rng: Random, extra: Random, venster: Venster, schaal: float
) -> list[Halfjaar]:
    """Return the half-years of the window with their cases.

    Args:
        rng: decides the adviezen, meldingen and onderzoeken.
        extra: decides what annex A asks beside that: reasons, casus, further meldingen.
        venster: the simulated time.
        schaal: 1.0 is the whole of Flevoland.
    """
    halfjaren = []
    volgnummer = 0
    for jaar in venster.jaren:
        for helft in (1, 2):
            ontvangen = date(jaar, 7, 20) if helft == 1 else date(jaar + 1, 1, 20)
            halfjaar = Halfjaar(f"{jaar}-H{helft}", ontvangen)
            begin = date(jaar, 1 if helft == 1 else 7, 1)
            for gemeente in read_gemeenten().values():
                aantal = int(gemeente.bevolking_2014 * _MELDINGEN_PER_JEUGDIGE * schaal) + 1
                for _ in range(int(aantal * 1.12)):
                    volgnummer += 1
                    advies = _advies(rng, extra, gemeente.code, halfjaar.naam, volgnummer)
                    halfjaar.adviezen.append(advies)
                for _ in range(aantal):
                    volgnummer += 1
                    _meld(rng, extra, gemeente.code, halfjaar, begin, volgnummer)
            halfjaren.append(halfjaar)
    return halfjaren


def _advies(rng: Random, extra: Random, gemeente: str, halfjaar: str, nummer: int) -> Advies:
    aard, wie = rng.choice(_AARD), rng.choice(_WIE)
    return Advies(gemeente, halfjaar, f"VT-A-{nummer}", aard, wie, _kies(extra, _AANLEIDING))


def _meld(
    rng: Random, extra: Random, gemeente: str, halfjaar: Halfjaar, begin: date, volgnummer: int
) -> None:
    """Add one melding, and when it is investigated its onderzoek and perhaps a further melding."""
    dag = begin + timedelta(days=rng.randrange(178))
    besluit = dag + timedelta(days=rng.choices((1, 3, 5, 8, 14), (2, 4, 4, 1, 1))[0])
    if extra.random() < _TRAAG:
        besluit = dag + timedelta(days=extra.randint(35, 60))
    triage = rng.choices(_TRIAGE, (22, 58, 6, 14))[0]
    nummer, onderzoek = f"VT-M-{volgnummer}", ""
    wie, aard = rng.choice(_WIE), rng.choice(_AARD)
    eerder = halfjaar.meldingen[-1] if halfjaar.meldingen else None
    is_zelfde = eerder is not None and eerder.gemeente == gemeente
    casus = eerder.casus if eerder and is_zelfde and extra.random() < _ZELFDE_CASUS else nummer
    if triage == _TRIAGE[0]:
        onderzoek = f"VT-O-{volgnummer}"
        klaar = besluit + timedelta(days=rng.randint(25, 95))
        uitkomst, vervolg = rng.choice(_UITKOMST), _kies(extra, _VERVOLG)
        halfjaar.onderzoeken.append(
            Onderzoek(gemeente, onderzoek, besluit, klaar, uitkomst, vervolg, aard)
        )
    melding = Melding(
        gemeente,
        nummer,
        casus,
        dag,
        besluit,
        triage,
        wie,
        aard,
        _kies(extra, _AANLEIDING),
        _kies(extra, _VERVOLG) if triage == _TRIAGE[1] else "",
        onderzoek,
    )
    halfjaar.meldingen.append(melding)
    if onderzoek and besluit < begin + timedelta(days=150) and extra.random() < _VERVOLGMELDING:
        later = besluit + timedelta(days=10)
        halfjaar.meldingen.append(
            replace(melding, nummer=f"{nummer}-V", dag=later, besluit=later, is_vervolg=True)
        )


def _kies(extra: Random, waarden: tuple[str, ...]) -> str:
    """Return one value, or sometimes two."""
    return "; ".join(sorted(extra.sample(waarden, extra.choice((1, 1, 2)))))
