"""Rules on start and stop messages (305, 307)."""

from collections.abc import Iterator

from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.regels.algemeen import iter_late_datum, iter_late_geboortedatum
from ingest.ijw.regels.register import Overtreding, regel

_TOEGESTANE_STATUS = ("1", "3")


@regel("CS058", "jw305", "jw307")
def check_status(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """StatusAanlevering is 1 (first) or 3 (remove)."""
    naam = "start" if bericht.soort.bericht == "jw305" else "stop"
    for rij, status in bericht.tabellen[naam].rijen("status_aanlevering_code"):
        if status not in _TOEGESTANE_STATUS:
            yield Overtreding(naam, rij, "status_aanlevering_code")


@regel("TR018", "jw307")
def check_stop_periode(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Care does not stop before it began."""
    for rij, begin, eind in bericht.tabellen["stop"].rijen("begin_datum", "eind_datum"):
        if eind < begin:
            yield Overtreding("stop", rij, "eind_datum")


@regel("TR134", "jw305")
def check_start_datums(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A start is reported after care really began."""
    yield from iter_late_geboortedatum(bericht)
    yield from iter_late_datum(bericht, "start", "begin_datum")


@regel("TR134", "jw307")
def check_stop_datums(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A stop is reported after care really ended."""
    yield from iter_late_geboortedatum(bericht)
    yield from iter_late_datum(bericht, "stop", "eind_datum")
