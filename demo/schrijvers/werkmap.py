"""Writes spreadsheets that are the same bytes every time."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

Rij = Sequence[object]


def write_werkmap(pad: Path, bladen: dict[str, list[Rij]], datum: date) -> None:
    """Write sheets of rows; ``datum`` is the creation date in the properties.

    Dates become real spreadsheet dates, None an empty cell.
    """
    pad.parent.mkdir(parents=True, exist_ok=True)
    werkmap = xlsxwriter.Workbook(pad)
    werkmap.set_properties({"created": datetime(datum.year, datum.month, datum.day)})  # noqa: DTZ001
    formaat = werkmap.add_format({"num_format": "dd-mm-yyyy"})
    for naam, rijen in bladen.items():
        blad = werkmap.add_worksheet(naam)
        for nummer, rij in enumerate(rijen):
            for kolom, waarde in enumerate(rij):
                if isinstance(waarde, date):
                    blad.write_datetime(nummer, kolom, waarde, formaat)
                elif isinstance(waarde, str):
                    blad.write_string(nummer, kolom, waarde)
                elif waarde is not None:
                    blad.write(nummer, kolom, waarde)
    werkmap.close()
