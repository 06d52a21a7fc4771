"""From the flat tables of a stack to lake tables; here a bsn becomes a pseudonym."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.vlakken import BERICHT_NUMMER, Vlakken, Vlaktabel
from ingest.lake import check_tabel
from ingest.pseudonimisering import compute_client_sleutels
from schemas.ijw.standaard import Berichtsoort, read_standaard
from schemas.ijw.vlak import HEADER_TABEL
from schemas.lake import lake_schema

_BRON = "ijw"
_CREDIT = "C"
_ALLEEN_AANVAARD = "^0200( 0200)*$"
# COD170: of these birth dates not even the month is known.
_MAAND_ONBEKEND = pa.array(["2", "3"])

Omzetting = Callable[[pa.Table, str, bytes], pa.Array]


def to_lake_tabellen(
    vlakken: Vlakken,
    bericht_sleutels: pa.Array,
    is_aanvaard: npt.NDArray[np.bool_],
    sleutel: bytes,
) -> dict[str, pa.Table]:
    """Return the lake tables that the accepted messages of a stack fill.

    Args:
        vlakken: the flat tables.
        bericht_sleutels: the key of each message.
        is_aanvaard: per message whether it broke no rule.
        sleutel: the secret behind ``client_sleutel``.
    """
    tabellen = (vlakken[naam] for naam in vlakken.namen if naam != HEADER_TABEL)
    return {
        tabel.naam: lake
        for tabel in tabellen
        if not tabel.is_intern and tabel.aantal_rijen
        for lake in [_to_lake(vlakken, tabel, bericht_sleutels, is_aanvaard, sleutel)]
        if lake.num_rows
    }


def _to_lake(
    vlakken: Vlakken,
    tabel: Vlaktabel,
    bericht_sleutels: pa.Array,
    is_aanvaard: npt.NDArray[np.bool_],
    sleutel: bytes,
) -> pa.Table:
    table = tabel.table
    if not is_aanvaard.all():
        berichten = table.column(BERICHT_NUMMER).to_numpy()
        table = table.filter(pa.array(is_aanvaard[berichten]))
    gelezen = {kolom.kolom: kolom for deel in tabel.delen for kolom in deel.vlak.kolommen}
    berekend = _Berekend(vlakken, table, bericht_sleutels)
    schema = lake_schema(_BRON, tabel.naam)
    kolommen = [
        _OMZETTINGEN[gelezen[naam].omzetting](table, naam, sleutel)
        if naam in gelezen
        else berekend.fill(naam, schema.field(naam).type)
        for naam in schema.names
    ]
    return check_tabel(pa.table(kolommen, names=schema.names), _BRON, tabel.naam)


class _Berekend:
    """The lake columns that are not in ``vlak.csv``: keys, counts and what the header says."""

    def __init__(self, vlakken: Vlakken, table: pa.Table, bericht_sleutels: pa.Array) -> None:
        self._vlakken = vlakken
        self._berichten = table.column(BERICHT_NUMMER).combine_chunks()
        self._sleutels = bericht_sleutels

    def fill(self, naam: str, soort_waarde: pa.DataType) -> pa.Array:
        if naam == "regel_volgnummer":
            return self._number_regels()
        soort = self._berichtsoort
        vast = {"bericht": soort.bericht, "heen_bericht": soort.heen_bericht}.get(naam)
        if vast is not None:
            return pa.repeat(pa.scalar(vast), len(self._berichten))
        per_bericht = self._per_bericht(naam)
        if per_bericht is None:
            # Another kind of message fills this column of the table.
            return pa.nulls(len(self._berichten), soort_waarde)
        return per_bericht.take(self._berichten)

    @property
    def _berichtsoort(self) -> Berichtsoort:
        soort = self._vlakken.soort
        return read_standaard(soort.release).berichten[soort.bericht]

    def _per_bericht(self, naam: str) -> pa.Array | None:
        if naam == "bericht_sleutel":
            return self._sleutels
        if naam == "aantal_regels":
            return pa.array(self._vlakken.aantal_regels)
        if naam == "is_afgekeurd":
            return find_afgekeurd(self._vlakken)
        header = self._vlakken.header
        return header.column(naam) if naam in header.column_names else None

    def _number_regels(self) -> pa.Array:
        berichten = self._berichten.to_numpy(zero_copy_only=False)
        eerste = np.searchsorted(berichten, berichten)
        return pa.array(np.arange(len(berichten)) - eerste + 1)


def find_afgekeurd(vlakken: Vlakken) -> pa.Array:
    """Return per retour whether it refuses: another code than 0200, or a payload (OP286)."""
    soort = read_standaard(vlakken.soort.release).berichten[vlakken.soort.bericht]
    codes = vlakken["retour"].table.column("header_retour_codes").combine_chunks()
    anders = pc.invert(pc.match_substring_regex(codes, _ALLEEN_AANVAARD))
    heeft_inhoud = pa.array(vlakken.has((soort.payload,)))
    return pc.or_(pc.fill_null(anders, False), heeft_inhoud)


def _plain(table: pa.Table, kolom: str, sleutel: bytes) -> pa.Array:
    return table.column(kolom)


def _pseudoniem(table: pa.Table, kolom: str, sleutel: bytes) -> pa.Array:
    bsn = table.column("bsn").combine_chunks().dictionary_encode()
    return compute_client_sleutels(bsn.dictionary, sleutel).take(bsn.indices)


def _geboortemaand(table: pa.Table, kolom: str, sleutel: bytes) -> pa.Array:
    gebruik = table.column(f"{kolom}_datumgebruik")
    maand = pc.floor_temporal(table.column(f"{kolom}_datum"), unit="month")
    onbekend = pc.is_in(gebruik, _MAAND_ONBEKEND)
    return pc.if_else(onbekend, pa.scalar(None, pa.date32()), maand)


def _met_teken(table: pa.Table, kolom: str, sleutel: bytes) -> pa.Array:
    bedrag, teken = table.column(f"{kolom}_totaalbedrag"), table.column(f"{kolom}_debetcredit")
    return pc.if_else(pc.equal(teken, _CREDIT), pc.negate(bedrag), bedrag)


_OMZETTINGEN: dict[str, Omzetting] = {
    "": _plain,
    "naam": _plain,
    "codes": _plain,
    "pseudoniem": _pseudoniem,
    "geboortemaand": _geboortemaand,
    "met_teken": _met_teken,
}
