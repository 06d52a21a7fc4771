"""How a sheet looks: headings, dates, widths, filter and print set-up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter
from xlsxwriter.format import Format

from rapportage.terugkoppeling.bevinding import Cel

_A4 = 9
_LANGSTE_TEKST = 32_000
"""Excel refuses a cell of more than 32,767 characters."""


@dataclass(frozen=True)
class Opmaak:
    """The cell formats of one workbook."""

    titel: Format
    kop: Format
    tekst: Format
    eerste: Format
    nadruk: Format
    datum: Format
    eerste_datum: Format
    getal: Format
    totaal: Format
    koppeling: Format
    zin: Format

    @classmethod
    def make(cls, werkmap: xlsxwriter.Workbook) -> "Opmaak":
        """Return the formats, registered in the workbook."""
        tekst = {"text_wrap": True, "valign": "top"}
        datum = {"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"}
        return cls(
            titel=werkmap.add_format({"bold": True, "font_size": 16}),
            kop=werkmap.add_format(tekst | {"bold": True, "bg_color": "#DCE6F1", "bottom": 1}),
            tekst=werkmap.add_format(tekst),
            eerste=werkmap.add_format(tekst | {"top": 1}),
            nadruk=werkmap.add_format(tekst | {"italic": True, "bg_color": "#FFF2CC"}),
            datum=werkmap.add_format(datum),
            eerste_datum=werkmap.add_format(datum | {"top": 1}),
            getal=werkmap.add_format({"num_format": "#,##0", "valign": "top"}),
            totaal=werkmap.add_format({"num_format": "#,##0", "bold": True, "top": 1}),
            koppeling=werkmap.add_format(tekst | {"font_color": "#0B5394", "underline": 1}),
            zin=werkmap.add_format({"valign": "top"}),
        )


class Blad:
    """A sheet that is written from top to bottom: what is written is no longer in memory."""

    def __init__(self, blad: xlsxwriter.worksheet.Worksheet, opmaak: Opmaak) -> None:
        """Begin at the first row."""
        self._blad, self._opmaak = blad, opmaak
        self.rij = 0

    def set_afdruk(self, titel: str, *, herhaal_kop: bool) -> None:
        """Print on A4 across, one page wide, with title and page numbers."""
        self._blad.set_landscape()
        self._blad.set_paper(_A4)
        self._blad.fit_to_pages(1, 0)
        self._blad.set_margins(left=0.4, right=0.4)
        # An ampersand begins a code in a header.
        self._blad.set_header(f"&L{titel.replace('&', '&&')}")
        self._blad.set_footer("&LRegiobeeld&RPagina &P van &N")
        if herhaal_kop:
            self._blad.repeat_rows(0)

    def set_breedtes(self, breedtes: Sequence[int]) -> None:
        """Set the widths of the columns from the first on."""
        for kolom, breedte in enumerate(breedtes):
            self._blad.set_column(kolom, kolom, breedte)

    def write_kop(self, breedtes: Mapping[str, int]) -> None:
        """Write the headings on the first row and keep them in sight."""
        self.set_breedtes(list(breedtes.values()))
        self.write_koppen(list(breedtes))
        self._blad.freeze_panes(1, 0)

    def set_filter(self, kolommen: int) -> None:
        """Put a filter on the headings of the first row, over everything below."""
        if self.rij > 1:
            self._blad.autofilter(0, 0, self.rij - 1, kolommen - 1)

    def write_koppen(self, koppen: Sequence[str]) -> None:
        """Write one row of headings."""
        for kolom, kop in enumerate(koppen):
            self._blad.write_string(self.rij, kolom, kop, self._opmaak.kop)
        self.rij += 1

    def write_titel(self, tekst: str) -> None:
        """Write a title on a row of its own."""
        self._blad.write_string(self.rij, 0, tekst, self._opmaak.titel)
        self.rij += 1

    def write_zin(self, tekst: str) -> None:
        """Write a sentence that runs on over the empty cells beside it."""
        self._blad.write_string(self.rij, 0, _kort(tekst), self._opmaak.zin)
        self.rij += 1

    def write_rij(
        self, cellen: Sequence[Cel], *, is_eerste: bool = False, is_nadruk: bool = False
    ) -> None:
        """Write one row; texts as text, whatever they begin with."""
        opmaak = self._opmaak
        tekst = opmaak.nadruk if is_nadruk else opmaak.eerste if is_eerste else opmaak.tekst
        datum = opmaak.eerste_datum if is_eerste else opmaak.datum
        for kolom, cel in enumerate(cellen):
            if isinstance(cel, date):
                self._blad.write_datetime(self.rij, kolom, cel, datum)
            elif isinstance(cel, int):
                self._blad.write_number(self.rij, kolom, cel, opmaak.getal)
            elif cel or is_eerste or is_nadruk:
                self._blad.write_string(self.rij, kolom, _kort(cel or ""), tekst)
        self.rij += 1

    def write_totaal(self, cellen: Sequence[Cel]) -> None:
        """Write a row of totals."""
        for kolom, cel in enumerate(cellen):
            if isinstance(cel, int):
                self._blad.write_number(self.rij, kolom, cel, self._opmaak.totaal)
            else:
                self._blad.write_string(self.rij, kolom, str(cel or ""), self._opmaak.totaal)
        self.rij += 1

    def write_koppeling(self, kolom: int, blad: str, rij: int, tekst: str) -> None:
        """Write a link to a row of another sheet in the row that comes next."""
        self._blad.write_url(
            self.rij, kolom, f"internal:'{blad}'!A{rij + 1}", self._opmaak.koppeling, tekst
        )

    def skip(self) -> None:
        """Leave a row empty."""
        self.rij += 1


def _kort(tekst: object) -> str:
    return str(tekst)[:_LANGSTE_TEKST]
