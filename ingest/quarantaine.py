"""The readable list of what was refused or remarked, per bron and ontvangstmaand."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ingest.schrijven import write_bytes_atomically

KOLOMMEN = (
    "bestandsnaam",
    "bericht",
    "regel_code",
    "ernst",
    "plaats",
    "uitleg",
    "aantal_rijen",
    "bestand_sleutel",
)
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def write_quarantaine(pad: Path, bevindingen: Sequence[dict[str, object]]) -> Path:
    """Write rows of lake table ``bevinding`` as CSV for a Dutch Excel; fouten come first.

    Semicolons, UTF-8 with BOM; the list is replaced as a whole. A cell that a spreadsheet would
    run as a formula gets an apostrophe in front, because file names come from outside.
    """
    volgorde = ("ernst", "bestandsnaam", "plaats", "bevinding_sleutel")
    rows = sorted(bevindingen, key=lambda row: [str(row[kolom]) for kolom in volgorde])
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    writer.writerows([_to_cel(row[kolom]) for kolom in KOLOMMEN] for row in rows)
    write_bytes_atomically(pad, stream.getvalue().encode("utf-8-sig"))
    return pad


def _to_cel(waarde: object) -> str:
    tekst = "" if waarde is None else str(waarde)
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst
