"""Rules on the header and on the client."""

from collections.abc import Iterator

from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.omzetten import read_datum
from ingest.ijw.regels.register import Overtreding, regel
from ingest.maskering import is_bsn

_RETOUREN = ("jw302", "jw306", "jw308", "jw316", "jw318", "jw320")
_HEEN = ("jw301", "jw305", "jw307", "jw315", "jw317", "jw319", "jw323", "jw325")


@regel("CS002", "jw301", "jw305", "jw307", "jw315", "jw317", "jw323", "jw325")
def check_bsn(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Every bsn passes the elfproef; each client once, however many lines it has."""
    for tabel in bericht.tabellen.values():
        if "bsn" not in tabel.kolommen:
            continue
        gezien: set[str] = set()
        for rij, bsn in tabel.rijen("bsn"):
            if bsn not in gezien and not is_bsn(bsn):
                yield Overtreding(tabel.naam, rij, "bsn")
            gezien.add(bsn)


@regel("TR135", *_HEEN)
def check_dagtekening(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A message is not dated after the day it was received."""
    if bericht.dagtekening_datum > bericht.ontvangst_datum:
        yield Overtreding("bericht", 0, "dagtekening_datum")


@regel("TR135", *_RETOUREN)
def check_dagtekening_retour(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Neither the retour nor the message it answers is dated after the day of receipt."""
    yield from check_dagtekening(bericht)
    datum = bericht.tabellen["retour"].kolommen["retour_dagtekening_datum"][0]
    if datum > bericht.ontvangst_datum:
        yield Overtreding("retour", 0, "retour_dagtekening_datum")


def iter_late_geboortedatum(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Yield every birth date, also of a relation, that lies after the Dagtekening (TR134)."""
    for geboortedatum in bericht.root.iter("{*}Geboortedatum"):
        datum = geboortedatum[0]
        if read_datum(datum) > bericht.dagtekening_datum:
            yield Overtreding(element=datum)


def iter_late_datum(bericht: GelezenBericht, tabel: str, kolom: str) -> Iterator[Overtreding]:
    """Yield every date of a column that lies after the Dagtekening."""
    for rij, datum in bericht.tabellen[tabel].rijen(kolom):
        if datum is not None and datum > bericht.dagtekening_datum:
            yield Overtreding(tabel, rij, kolom)
