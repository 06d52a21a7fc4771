"""Every need that a youth may wait for, with its moments, as the answer key knows them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from demo.administratie.model import Toewijzing
from demo.antwoorden.waarheid import (
    Waarheid,
    get_verwijzer_groep,
    is_gefactureerd,
    is_staand,
    iter_perioden,
)
from demo.antwoorden.zorg import list_wachttijden
from demo.kalender import DAG, laatste_dag

NOOIT = date.max
_VERVANGING = {"03": "contract", "07": "verhuizing", "10": "bekostiging", "11": "herindeling"}


@dataclass(frozen=True)
class Hulp:
    """A stretch of help of a youth, by form and provider."""

    aanbieder: str
    zorgvorm: str
    begin: date
    eind: date

    def is_ander(self, behoefte: "Behoefte") -> bool:
        """Return whether it is other help, or of another provider, than the need."""
        return (self.aanbieder, self.zorgvorm) != (behoefte.aanbieder, behoefte.zorgvorm)


@dataclass(frozen=True)
class Behoefte:
    """One need: an allocation, or a request without one. ``momenten`` holds what is known."""

    gemeente: str
    kenmerk: object
    aanbieder: str
    zorgvorm: str
    momenten: dict[str, date]
    eind: date
    is_wachtend: bool
    klasse: str
    vervanging: str | None
    overbrugd_dagen: int
    hulp: list[Hulp]

    @property
    def wie(self) -> tuple[object, ...]:
        """Gemeente, number or reference, and provider: together unique."""
        return (self.gemeente, self.kenmerk, self.aanbieder)


def list_behoeften(waarheid: Waarheid) -> list[Behoefte]:
    """Return every need with its moments, class and bridging."""
    hulp = _index_hulp(waarheid)
    vorige = _index_vorige(waarheid)
    per_sleutel: dict[tuple[object, ...], tuple[object, ...]] = {
        (rij[0], str(rij[1]), rij[2]): rij for rij in list_wachttijden(waarheid)
    }
    behoeften = []
    for toewijzing in waarheid.toewijzingen:
        zorg = toewijzing.zorg
        rij = per_sleutel[(zorg.gemeente, str(toewijzing.nummer), zorg.aanbieder)]
        momenten = _momenten(toewijzing)
        eind = toewijzing.huidig.eind or NOOIT
        bij = hulp[zorg.jeugdige.bsn]
        soort = _vervanging(toewijzing, vorige) if rij[8] == "vervolg" else None
        behoeften.append(_maak(waarheid, rij, momenten, eind, soort, bij))
    for open_verzoek in waarheid.administratie.open_verzoeken:
        zorg, verzoek = open_verzoek.zorg, open_verzoek.verzoek
        rij = per_sleutel[(zorg.gemeente, verzoek.referentie, zorg.aanbieder)]
        momenten = dict.fromkeys(("vraag", "verzoek", "bericht"), verzoek.dagtekening)
        if verzoek.verwijzer_type in ("01", "04", "08"):
            del momenten["bericht"]
        momenten["gewenst"] = verzoek.ingang
        bij = hulp[zorg.jeugdige.bsn]
        behoeften.append(_maak(waarheid, rij, momenten, verzoek.eind or NOOIT, None, bij))
    return behoeften


def _maak(
    waarheid: Waarheid,
    rij: tuple[object, ...],
    momenten: dict[str, date],
    eind: date,
    vervanging: str | None,
    hulp: list[Hulp],
) -> Behoefte:
    gemeente, kenmerk, aanbieder, zorgvorm, _, _, _, is_wachtend, uitsluiting = rij
    klasse = {None: "regulier", "vervolg": "vervangen"}.get(uitsluiting, str(uitsluiting))  # type: ignore[call-overload]
    tot = waarheid.peildatum if is_wachtend else momenten.get("start")
    ander = [deel for deel in hulp if (deel.aanbieder, deel.zorgvorm) != (aanbieder, zorgvorm)]
    return Behoefte(
        str(gemeente),
        kenmerk,
        str(aanbieder),
        str(zorgvorm),
        momenten,
        eind,
        bool(is_wachtend),
        klasse,
        vervanging,
        _tel_dagen(ander, momenten["vraag"], tot) if tot else 0,
        hulp,
    )


def _momenten(toewijzing: Toewijzing) -> dict[str, date]:
    verzoek, eerste = toewijzing.verzoek, toewijzing.besluiten[0]
    momenten = {"besluit": eerste.datum, "vraag": eerste.datum, "bericht": eerste.datum}
    momenten["ingang"] = toewijzing.huidig.ingang
    if verzoek is not None:
        momenten |= {"verzoek": verzoek.dagtekening, "vraag": verzoek.dagtekening}
        momenten["gewenst"] = verzoek.ingang
        if get_verwijzer_groep(toewijzing) in ("medisch", "geen"):
            momenten["bericht"] = verzoek.dagtekening
    elif eerste.wijziging is not None and eerste.wijziging.referentie:
        momenten["gewenst"] = eerste.wijziging.producten[0].ingang
    if toewijzing.segmenten:
        momenten["start"] = toewijzing.segmenten[0].begin.dag
    return momenten


def _index_hulp(waarheid: Waarheid) -> dict[str, list[Hulp]]:
    """Return by bsn the help that was reported, or without a start the months that were paid."""
    index: dict[str, list[Hulp]] = defaultdict(list)
    for toewijzing in waarheid.met_zorg:
        zorg = toewijzing.zorg
        perioden = [(begin, eind or NOOIT) for begin, eind in iter_perioden(toewijzing)]
        if not perioden:
            maanden = {regel.zorgmaand for regel in toewijzing.regels if is_staand(regel)}
            perioden = [(maand, laatste_dag(maand)) for maand in maanden]
        for begin, eind in perioden:
            index[zorg.jeugdige.bsn].append(
                Hulp(zorg.aanbieder, zorg.product.zorgvorm, begin, eind)
            )
    return index


def _tel_dagen(hulp: list[Hulp], vanaf: date, tot: date) -> int:
    """Count the days from ``vanaf`` up to but not on ``tot`` with any of the help."""
    dagen = [vanaf + timedelta(days=nummer) for nummer in range((tot - vanaf).days)]
    return sum(any(deel.begin <= dag <= deel.eind for deel in hulp) for dag in dagen)


Wie = tuple[str, str, str]


def _wie(toewijzing: Toewijzing) -> Wie:
    zorg = toewijzing.zorg
    return (zorg.jeugdige.bsn, zorg.aanbieder, zorg.product.categorie)


def _index_vorige(waarheid: Waarheid) -> dict[Wie, list[Toewijzing]]:
    index: dict[Wie, list[Toewijzing]] = defaultdict(list)
    for toewijzing in waarheid.toewijzingen:
        if toewijzing.segmenten or is_gefactureerd(toewijzing):
            index[_wie(toewijzing)].append(toewijzing)
    return index


def _vervanging(toewijzing: Toewijzing, vorige: dict[Wie, list[Toewijzing]]) -> str:
    """Return why the number took over: the last reason given for the one before it."""
    ingang = toewijzing.huidig.ingang
    _, ander = max(
        (
            (ander.huidig.ingang, ander)
            for ander in vorige[_wie(toewijzing)]
            if ander.huidig.ingang < ingang and (ander.huidig.eind or NOOIT) >= ingang - DAG
        ),
        key=lambda paar: paar[0],
    )
    redenen = [besluit.reden for besluit in ander.besluiten if besluit.reden]
    if redenen and redenen[-1] in _VERVANGING:
        return _VERVANGING[redenen[-1]]
    return "wijziging" if ander.zorg.gemeente == toewijzing.zorg.gemeente else "verhuizing"
