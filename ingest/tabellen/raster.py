"""From bytes to a grid of cells: XLSX and ODS sheets, or a CSV text."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineWorkbook, PasswordError

from ingest.tabellen.omvang import check_werkmap_cellen
from ingest.uitpakken import check_werkmap, is_werkmap

Cel = str | int | float | bool | date | datetime | time | timedelta
_SCHEIDINGSTEKENS = (";", ",")


class OnleesbareTabel(Exception):
    """A file that is no workbook or text; ``regel_code`` says which rule it breaks."""

    def __init__(self, regel_code: str, toelichting: str = "") -> None:
        """Keep the rule and an explanation without values."""
        super().__init__(toelichting)
        self.regel_code = regel_code
        self.toelichting = toelichting


@dataclass(frozen=True)
class Raster:
    """The cells of one sheet, from the first row and column; an empty cell is ``""``.

    ``is_nederlands`` says how a number written as text is meant: ``1.234`` is a thousand in a
    workbook and in a CSV with semicolons, and one and a bit in a CSV with commas.
    """

    naam: str
    rijen: list[list[Cel]]
    is_nederlands: bool = True


def read_rasters(inhoud: bytes) -> list[list[Raster]]:
    """Return the readings of a file, each a list of sheets.

    A workbook has one reading. A CSV has one for each delimiter; which of them is meant, only
    the column names can tell.

    Raises:
        OnleesbareTabel: no workbook and no UTF-8 text.
        OnveiligArchief: the workbook unpacks to something unsafe.
    """
    if is_werkmap(inhoud):
        return [_read_werkmap(inhoud)]
    if inhoud.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or b"\0" in inhoud[:4096]:
        raise OnleesbareTabel("B020")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OnleesbareTabel("B030") from error
    return [[_read_csv(tekst, teken)] for teken in _SCHEIDINGSTEKENS]


def _read_werkmap(inhoud: bytes) -> list[Raster]:
    check_werkmap(inhoud)
    check_werkmap_cellen(inhoud)
    try:
        werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        return [
            Raster(naam, werkmap.get_sheet_by_name(naam).to_python(skip_empty_area=False))
            for naam in werkmap.sheet_names
        ]
    except PasswordError as error:
        raise OnleesbareTabel("B020", "Het bestand heeft een wachtwoord.") from error
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    # The Rust reader panics on some damaged files, and a panic is no Exception.
    except BaseException as error:
        raise OnleesbareTabel("B020") from error


def _read_csv(tekst: str, scheidingsteken: str) -> Raster:
    try:
        rijen = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheidingsteken))
    except csv.Error as error:
        raise OnleesbareTabel("B020") from error
    return Raster("", [list(rij) for rij in rijen], is_nederlands=scheidingsteken == ";")
