"""One delivered file: one message, or a zip or gzip with many."""

import pyarrow as pa

from ingest.bevinding import Bevinding, Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.ijw.bericht import Berichtresultaat, read_bericht
from ingest.ijw.lakerijen import Kolommen
from ingest.uitpakken import iter_onderdelen
from schemas.ijw.vlak import HEADER_TABEL
from schemas.lake import lake_schema

_BRON = "ijw"
# Rows are kept as Python values only until there are this many: Arrow is ten times smaller.
_RIJEN_PER_BLOK = 20_000
# Below this, one call to Arrow for all columns together is faster than one per column.
_RIJEN_PER_KOLOM = 200


def read_bestand(bestand: Bronbestand, pseudoniem_sleutel: bytes) -> Leesresultaat:
    """Return the rows and findings of a delivered iJw file.

    Every message is one row of table ``bericht``, accepted or not; only accepted messages
    have rows in the other tables. The counts of rows are lines: producten and prestaties.

    Raises:
        OnveiligArchief: the zip or gzip cannot be unpacked safely.
    """
    verzameling = _Verzameling()
    bevindingen: list[Bevinding] = []
    aantallen = {True: 0, False: 0}
    rijen = {True: 0, False: 0}
    for onderdeel, inhoud in iter_onderdelen(bestand):
        resultaat = read_bericht(inhoud, bestand.ontvangst_datum, pseudoniem_sleutel)
        aantallen[resultaat.is_aanvaard] += 1
        rijen[resultaat.is_aanvaard] += resultaat.aantal_regels
        bevindingen.extend(resultaat.list_bevindingen(onderdeel))
        verzameling.add(HEADER_TABEL, _to_bericht_rij(bestand, resultaat))
        for tabel, kolommen in resultaat.rijen.items():
            verzameling.add(tabel, kolommen)
    return Leesresultaat(
        bestand=bestand,
        tabellen=verzameling.to_tables(),
        bevindingen=bevindingen,
        aantal_berichten=sum(aantallen.values()),
        aantal_rijen_aanvaard=rijen[True],
        aantal_rijen_geweigerd=rijen[False],
        is_overgenomen=aantallen[True] > 0,
    )


def _to_bericht_rij(bestand: Bronbestand, resultaat: Berichtresultaat) -> Kolommen:
    rij = {
        "bericht_sleutel": resultaat.bericht_sleutel,
        "bestand_sleutel": bestand.bestand_sleutel,
        "ontvangst_datum": bestand.ontvangst_datum,
        **vars(resultaat.kop),
        "aantal_regels": resultaat.aantal_regels,
        "status": "aanvaard" if resultaat.is_aanvaard else "quarantaine",
    }
    return {naam: [waarde] for naam, waarde in rij.items()}


class _Verzameling:
    """Gathers the columns of many messages and turns them into Arrow block by block."""

    def __init__(self) -> None:
        self._open: dict[str, Kolommen] = {}
        self._blokken: dict[str, list[pa.RecordBatch]] = {}

    def add(self, tabel: str, kolommen: Kolommen) -> None:
        verzameld = self._open.setdefault(tabel, {})
        for naam, waarden in kolommen.items():
            verzameld.setdefault(naam, []).extend(waarden)
        if len(next(iter(verzameld.values()))) >= _RIJEN_PER_BLOK:
            self._close(tabel)

    def to_tables(self) -> dict[str, pa.Table]:
        for tabel in list(self._open):
            self._close(tabel)
        return {
            tabel: pa.Table.from_batches(blokken, schema=lake_schema(_BRON, tabel))
            for tabel, blokken in self._blokken.items()
        }

    def _close(self, tabel: str) -> None:
        schema, kolommen = lake_schema(_BRON, tabel), self._open.pop(tabel)
        self._blokken.setdefault(tabel, []).append(_to_batch(schema, kolommen))


def _to_batch(schema: pa.Schema, kolommen: Kolommen) -> pa.RecordBatch:
    if len(kolommen[schema.names[0]]) < _RIJEN_PER_KOLOM:
        namen, waarden = kolommen.keys(), kolommen.values()
        rijen = [dict(zip(namen, rij, strict=True)) for rij in zip(*waarden, strict=True)]
        return pa.RecordBatch.from_struct_array(pa.array(rijen, type=pa.struct(list(schema))))
    arrays = [pa.array(kolommen[field.name], type=field.type) for field in schema]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
