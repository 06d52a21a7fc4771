"""Rules on start and stop messages (305, 307)."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.regels.algemeen import where_after_dagtekening
from ingest.ijw.regels.persoon import check_geboorte_niet_in_toekomst
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import Vlakken

_TOEGESTANE_STATUS = pa.array(["1", "3"])


@regel("CS058", "jw305", "jw307")
def check_status(vlakken: Vlakken) -> Iterator[Overtreding]:
    """StatusAanlevering is 1 (first) or 3 (remove)."""
    naam = "start" if vlakken.soort.bericht == "jw305" else "stop"
    fout = ~pc.field("status_aanlevering_code").isin(_TOEGESTANE_STATUS)
    yield Overtreding(naam, vlakken[naam].where(fout), "status_aanlevering_code")


@regel("TR018", "jw307")
def check_stop_periode(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Care does not stop before it began."""
    fout = vlakken["stop"].where(pc.field("eind_datum") < pc.field("begin_datum"))
    yield Overtreding("stop", fout, "eind_datum")


@regel("TR134", "jw305")
def check_start_datums(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A start is reported after care really began."""
    yield from check_geboorte_niet_in_toekomst(vlakken)
    yield where_after_dagtekening(vlakken, "start", "begin_datum")


@regel("TR134", "jw307")
def check_stop_datums(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A stop is reported after care really ended."""
    yield from check_geboorte_niet_in_toekomst(vlakken)
    yield where_after_dagtekening(vlakken, "stop", "eind_datum")
