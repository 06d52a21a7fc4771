"""Answer key: the findings that look beyond one message, told on purpose or true of the region."""

from collections.abc import Iterator
from datetime import date, timedelta

from demo.administratie.model import Regel, Toewijzing
from demo.antwoorden.waarheid import Waarheid, is_gefactureerd, is_staand
from demo.kalender import add_maanden, to_maand
from demo.verhalen.verteller import Verwacht

_LAAT_NA_MAANDEN = 3
_START_BINNEN_DAGEN = 91


def list_bevindingen(waarheid: Waarheid, verhalen: list[Verwacht]) -> list[tuple[object, ...]]:
    """Return (regel_code, bericht, agb, gemeente, kenmerk); ``kenmerk`` stands in the place."""
    verwacht = [
        *verhalen,
        *_iter_verloren(waarheid),
        *_iter_zonder_start(waarheid),
        *_iter_nooit_gestart(waarheid),
        *_iter_laat(waarheid),
    ]
    return [
        (v.regel_code, v.bericht, v.aanbieder_agb, v.gemeente_code, v.kenmerk)
        for v in dict.fromkeys(verwacht)
    ]


def _maak(regel_code: str, bericht: str, toewijzing: Toewijzing, kenmerk: object) -> Verwacht:
    zorg = toewijzing.zorg
    return Verwacht(regel_code, bericht, zorg.aanbieder, zorg.gemeente, str(kenmerk))


def _iter_verloren(waarheid: Waarheid) -> Iterator[Verwacht]:
    """Yield what refers to an allocation whose only message never got through the door."""
    for toewijzing in waarheid.administratie.toewijzingen:
        if not toewijzing.is_verloren:
            continue
        if toewijzing.segmenten:
            yield _maak("TR019", "jw305", toewijzing, toewijzing.nummer)
        if any(segment.laatste_dag for segment in toewijzing.segmenten):
            yield _maak("TR019", "jw307", toewijzing, toewijzing.nummer)
        for regel in filter(is_staand, toewijzing.regels):
            yield _maak("TR338", "jw323", toewijzing, regel.referentie)


def _iter_zonder_start(waarheid: Waarheid) -> Iterator[Verwacht]:
    """Yield the allocations with standing claim lines of which no start was reported."""
    for toewijzing in waarheid.toewijzingen:
        if not toewijzing.segmenten and is_gefactureerd(toewijzing):
            yield _maak("W010", "jw305", toewijzing, toewijzing.nummer)


def _iter_nooit_gestart(waarheid: Waarheid) -> Iterator[Verwacht]:
    """Yield the allocations that ran for a quarter without a start and without a claim."""
    for toewijzing in waarheid.toewijzingen:
        if toewijzing.segmenten or is_gefactureerd(toewijzing):
            continue
        huidig = toewijzing.huidig
        te_laat = max(huidig.ingang, huidig.bekend) + timedelta(days=_START_BINNEN_DAGEN + 1)
        if te_laat <= min(waarheid.peildatum, huidig.eind or date.max):
            yield _maak("W024", "jw305", toewijzing, toewijzing.nummer)


def _iter_laat(waarheid: Waarheid) -> Iterator[Verwacht]:
    """Yield the care months of which a standing line was claimed for the first time too late."""
    eerste: dict[tuple[int, date], date] = {}
    for declaratie in waarheid.administratie.declaraties:
        for regel in declaratie.regels:
            sleutel = _zorgmaand(regel)
            eerste[sleutel] = min(declaratie.dagtekening, eerste.get(sleutel, date.max))
    for declaratie in waarheid.administratie.declaraties:
        for regel in filter(is_staand, declaratie.regels):
            is_eerste = declaratie.dagtekening == eerste[_zorgmaand(regel)]
            if is_eerste and declaratie.maand > add_maanden(regel.zorgmaand, _LAAT_NA_MAANDEN):
                kenmerk = f"declaratie {declaratie.nummer}, zorgmaand {to_maand(regel.zorgmaand)}"
                yield _maak("W020", "jw323", regel.toewijzing, kenmerk)


def _zorgmaand(regel: Regel) -> tuple[int, date]:
    return (id(regel.toewijzing), regel.zorgmaand)
