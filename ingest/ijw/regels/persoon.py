"""Rules on people: bsn, birth date and the name they use (301, 305, 307, 315, 317, 323, 325)."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.regels.algemeen import where_after_dagtekening
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import Vlakken
from ingest.maskering import is_bsn

_MET_GEBOORTEDATUM = ("jw301", "jw305", "jw307", "jw315")
_OUDSTE_JAREN = 120
_ONBEKENDE_DATUM = pa.scalar(date(1900, 1, 1))
_DAG_ONBEKEND, _MAAND_ONBEKEND, _JAAR_ONBEKEND = "1", "2", "3"
# COD700: which use of a name goes with the name of a partner, and which without.
_MET_PARTNERNAAM = pa.array(["1", "2", "3", "4"])
_ZONDER_PARTNERNAAM = pa.array(["1", "6"])
_NIET_NATUURLIJK = "6"
_TOLK_TAAL = "1"


@regel("CS002", *_MET_GEBOORTEDATUM, "jw317", "jw323", "jw325")
def check_bsn(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Every bsn passes the elfproef."""
    bsn = vlakken["_client"].table.column("bsn").combine_chunks().dictionary_encode()
    is_fout = np.array([not is_bsn(waarde) for waarde in bsn.dictionary.to_pylist()], bool)
    rijen = np.flatnonzero(is_fout[bsn.indices.to_numpy(zero_copy_only=False)])
    yield Overtreding("_client", rijen, "bsn")


@regel("TR134", "jw315")
def check_geboorte_niet_in_toekomst(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Nobody was born after the Dagtekening; in a 301 that holds for a relation too (TR134)."""
    for tabel in _list_personen(vlakken):
        yield where_after_dagtekening(vlakken, tabel, "geboorte_datum")


@regel("TR002", *_MET_GEBOORTEDATUM)
def check_leeftijd(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Nobody is older than 120 years, unless the birth date is unknown."""
    for tabel in _list_personen(vlakken):
        geboren, dag = pc.field("geboorte_datum"), pc.field("dagtekening_datum")
        is_onbekend = (geboren == _ONBEKENDE_DATUM) & _is_gebruik(_JAAR_ONBEKEND)
        te_oud = to_getal(geboren) + _OUDSTE_JAREN * 10_000 < to_getal(dag)
        yield Overtreding(tabel, vlakken[tabel].where(te_oud & ~is_onbekend), "geboorte_datum")


@regel("CS139", *_MET_GEBOORTEDATUM)
def check_datum_gebruik(vlakken: Vlakken) -> Iterator[Overtreding]:
    """DatumGebruik fits the date: 1 the first of a month, 2 of a year, 3 1900-01-01."""
    for tabel in _list_personen(vlakken):
        geboren = pc.field("geboorte_datum")
        fout = (
            (_is_gebruik(_DAG_ONBEKEND) & (pc.day(geboren) != 1))
            | (_is_gebruik(_MAAND_ONBEKEND) & ((pc.day(geboren) != 1) | (pc.month(geboren) != 1)))
            | (_is_gebruik(_JAAR_ONBEKEND) & (geboren != _ONBEKENDE_DATUM))
        )
        yield Overtreding(tabel, vlakken[tabel].where(fout), "datum_gebruik_code")


@regel("CS050", "jw301")
def check_naam_gebruik(vlakken: Vlakken) -> Iterator[Overtreding]:
    """With the name of a partner NaamGebruik is 1 to 4, without it 1 or 6."""
    for tabel in _list_personen(vlakken):
        gebruik, heeft_partner = pc.field("naam_gebruik_code"), pc.field("heeft_partnernaam")
        goed = (heeft_partner & gebruik.isin(_MET_PARTNERNAAM)) | (
            ~heeft_partner & gebruik.isin(_ZONDER_PARTNERNAAM)
        )
        yield Overtreding(tabel, vlakken[tabel].where(~goed), "naam_gebruik_code")


@regel("CS318", "jw301")
def check_natuurlijk_persoon(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A client is a natural person."""
    fout = vlakken["_client"].where(pc.field("naam_gebruik_code") == _NIET_NATUURLIJK)
    yield Overtreding("_client", fout, "naam_gebruik_code")


@regel("CD007", "jw301")
def check_taal(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Taal is filled if and only if the client needs an interpreter for a language."""
    vorm, heeft_taal = pc.field("communicatie_vorm_code"), pc.field("taal").is_valid()
    fout = vlakken["_client"].where((vorm == _TOLK_TAAL) != heeft_taal)
    yield Overtreding("_client", fout, "taal")


def _list_personen(vlakken: Vlakken) -> tuple[str, ...]:
    return tuple(naam for naam in ("_client", "_relatie") if naam in vlakken.namen)


def _is_gebruik(code: str) -> pc.Expression:
    # Kleene logic: without a code it is not this one.
    return pc.coalesce(pc.field("datum_gebruik_code") == code, pc.scalar(False))


def to_getal(datum: pc.Expression) -> pc.Expression:
    """Return a date as the number yyyymmdd, so that years can be added."""
    return pc.year(datum) * 10_000 + pc.month(datum) * 100 + pc.day(datum)
