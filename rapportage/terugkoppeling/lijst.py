"""The full list of findings as CSV for a Dutch Excel: semicolons, UTF-8 with BOM."""

import csv
import io
from datetime import date
from typing import TextIO

from rapportage.terugkoppeling.bevinding import KOLOMMEN, Cel, Rij, to_cellen
from schemas.formule import escape_formule

CODERING = "utf-8-sig"


class Lijst:
    """Writes findings one by one, so that their number does not matter."""

    def __init__(self, stream: TextIO) -> None:
        """Write the heading. The stream is opened with ``CODERING`` and newline=''."""
        self._writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        self._writer.writerow(KOLOMMEN)

    def add(self, rij: Rij) -> None:
        """Write one finding."""
        self._writer.writerow([_to_tekst(cel) for cel in to_cellen(rij)])


def build_lijst(rijen: list[Rij]) -> bytes:
    """Return the CSV of all findings, in the order given."""
    stream = io.StringIO(newline="")
    lijst = Lijst(stream)
    for rij in rijen:
        lijst.add(rij)
    return stream.getvalue().encode(CODERING)


def _to_tekst(cel: Cel) -> str:
    """Return a cell as text; an apostrophe keeps a spreadsheet from running it as a formula."""
    if cel is None or isinstance(cel, date):
        return "" if cel is None else f"{cel:%d-%m-%Y}"
    return escape_formule(str(cel))
