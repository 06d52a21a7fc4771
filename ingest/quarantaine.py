"""The readable list of what was refused or remarked, per bron and ontvangstmaand."""

import csv
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from ingest.schrijven import AtomicFile
from schemas.formule import escape_formule

KOLOMMEN = (
    "bestandsnaam",
    "bericht",
    "regel_code",
    "ernst",
    "plaats",
    "regel_nummer",
    "xpath",
    "element",
    "uitleg",
    "aantal_rijen",
    "bestand_sleutel",
)
_VOLGORDE = ("ernst", "bestandsnaam", "plaats", "bevinding_sleutel")
_RIJEN_TEGELIJK = 10_000


def write_quarantaine(pad: Path, bevindingen: pa.Table) -> Path:
    """Write lake table ``bevinding`` as CSV for a Dutch Excel; fouten come first.

    Semicolons, UTF-8 with BOM; the list is replaced as a whole, and removed when there is
    nothing to tell. A cell that a spreadsheet would run as a formula gets an apostrophe in
    front, because file names come from outside.
    """
    if not bevindingen.num_rows:
        pad.unlink(missing_ok=True)
        return pad
    volgorde = pc.sort_indices(bevindingen, [(kolom, "ascending") for kolom in _VOLGORDE])
    bestand = AtomicFile(pad)
    try:
        with io.TextIOWrapper(bestand.stream, "utf-8-sig", newline="", write_through=True) as tekst:
            _write_rijen(tekst, bevindingen.select(KOLOMMEN).take(volgorde))
            bestand.finish()
    except BaseException:
        bestand.abandon()
        raise
    return pad


def _write_rijen(tekst: io.TextIOWrapper, bevindingen: pa.Table) -> None:
    writer = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    for batch in bevindingen.to_batches(max_chunksize=_RIJEN_TEGELIJK):
        writer.writerows([_to_cel(cel) for cel in row.values()] for row in batch.to_pylist())


def _to_cel(waarde: object) -> str:
    return "" if waarde is None else escape_formule(str(waarde))
