"""Empty spreadsheets: what a supplier fills in, made from the same declarations that read it."""

from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format

from ingest.tabellen.waardelijst import read_zorgvorm_lijst
from schemas.tabellen import SOORTEN, Tabelkolom, Werkbladsoort, normalise_label, read_tabelbron

TOELICHTING = "Toelichting"
_LEGE_RIJEN = 500
_KOLOMBREEDTE = 18
_EXCEL_LIJST_MAXIMUM = 255
# A fixed moment keeps the same template byte-equal.
_GEMAAKT = datetime(2026, 1, 1)  # noqa: DTZ001
_GETALNOTATIE = {
    "datum": "dd-mm-yyyy",
    "euro": "#,##0.00",
    "geheel": "0",
    "agb": "@",
    "code": "@",
    "nummer": "@",
    "kwartaal": "@",
    "halfjaar": "@",
}


def write_sjabloon(bron: str, doel: Path) -> Path:
    """Write an empty XLSX for a spreadsheet source and return its path.

    The first sheet explains in Dutch what each column means; then one sheet per kind.

    Args:
        bron: one of ``schemas.tabellen.TABELBRONNEN``.
        doel: the file to write, or a folder that gets ``sjabloon_<bron>.xlsx``.

    Raises:
        KeyError: the bron is not a spreadsheet source.
    """
    verklaring = read_tabelbron(bron)
    pad = doel / f"sjabloon_{bron}.xlsx" if doel.is_dir() else doel
    pad.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(pad), {"strings_to_formulas": False}) as werkmap:
        werkmap.set_properties({"title": verklaring.omschrijving, "created": _GEMAAKT})
        kop = werkmap.add_format(
            {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}
        )
        verplicht = werkmap.add_format(
            {"bold": True, "bg_color": "#B8CCE4", "border": 1, "text_wrap": True, "valign": "top"}
        )
        notaties = {
            soort: werkmap.add_format({"num_format": notatie})
            for soort, notatie in _GETALNOTATIE.items()
        }
        _write_toelichting(
            werkmap.add_worksheet(TOELICHTING),
            verklaring.omschrijving,
            verklaring.uitleg,
            verklaring.werkbladen,
            kop,
        )
        for soort in verklaring.werkbladen:
            _write_werkblad(werkmap.add_worksheet(soort.naam), soort, kop, verplicht, notaties)
    return pad


def _write_toelichting(
    blad: xlsxwriter.worksheet.Worksheet,
    omschrijving: str,
    uitleg: tuple[str, ...],
    werkbladen: tuple[Werkbladsoort, ...],
    kop: Format,
) -> None:
    blad.set_column(0, 0, 22)
    blad.set_column(1, 1, 34)
    blad.set_column(2, 2, 11)
    blad.set_column(3, 3, 70)
    blad.write(0, 0, omschrijving, kop)
    rij = 1
    for regel in (*uitleg, "Kolommen met een donkere kop zijn verplicht."):
        blad.write(rij, 0, regel)
        rij += 1
    rij += 1
    for kolom, titel in enumerate(("Werkblad", "Kolom", "Verplicht", "Wat u invult")):
        blad.write(rij, kolom, titel, kop)
    for soort in werkbladen:
        for veld in (*soort.meta, *soort.kolommen):
            rij += 1
            is_verplicht = "ja" if veld.verplicht else "nee"
            for kolom, tekst in enumerate(
                (soort.naam, veld.label, is_verplicht, describe_kolom(veld))
            ):
                blad.write_string(rij, kolom, tekst)


def _write_werkblad(
    blad: xlsxwriter.worksheet.Worksheet,
    soort: Werkbladsoort,
    kop: Format,
    verplicht: Format,
    notaties: dict[str, Format],
) -> None:
    for rij, veld in enumerate(soort.meta):
        blad.write_string(rij, 0, veld.label, verplicht if veld.verplicht else kop)
        blad.write_blank(rij, 1, None, notaties.get(veld.soort))
    kop_rij = len(soort.meta) + 1 if soort.meta else 0
    for plaats, veld in enumerate(soort.kolommen):
        blad.write_string(kop_rij, plaats, veld.label, verplicht if veld.verplicht else kop)
        blad.set_column(plaats, plaats, _KOLOMBREEDTE, notaties.get(veld.soort))
        keuzes = list_keuzes(veld)
        if keuzes and sum(map(len, keuzes)) + len(keuzes) <= _EXCEL_LIJST_MAXIMUM:
            blad.data_validation(
                kop_rij + 1,
                plaats,
                kop_rij + _LEGE_RIJEN,
                plaats,
                {"validate": "list", "source": keuzes, "error_type": "warning"},
            )
    blad.freeze_panes(kop_rij + 1, 0)


def describe_kolom(kolom: Tabelkolom) -> str:
    """Return in Dutch what belongs in a column: the kind of value, limits and choices."""
    delen = [SOORTEN[kolom.soort]]
    if kolom.minimum is not None:
        delen.append(f"minimaal {kolom.minimum}")
    if kolom.maximum is not None and kolom.soort != "miljoenste":
        delen.append(f"maximaal {kolom.maximum}")
    keuzes = list_keuzes(kolom)
    if keuzes:
        delen.append(f"kies uit: {', '.join(keuzes)}")
    if kolom.voorbeeld:
        delen.append(f"bijvoorbeeld {kolom.voorbeeld}")
    return "; ".join(delen)


def list_keuzes(kolom: Tabelkolom) -> list[str]:
    """Return the values a column allows, the first way of writing each; empty when it is open."""
    if kolom.soort == "zorgvorm":
        return sorted(set(read_zorgvorm_lijst().values()))
    if kolom.soort == "ja_nee":
        return ["ja", "nee"]
    eerste: dict[str, str] = {}
    for naam, code in kolom.waarden.items():
        eerste.setdefault(normalise_label(code), naam)
    return list(eerste.values())
