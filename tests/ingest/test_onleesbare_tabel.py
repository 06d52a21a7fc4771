import io
import zipfile

import pytest

from ingest.tabellen import read_bestand

META = [["Aanbieder AGB", "12345678"], ["Kwartaal", "2025-K4"], []]
KOP = ["Gemeente", "Zorgvorm", "Cliënten begin", "Instroom", "Uitstroom", "Cliënten eind"]


def codes(resultaat) -> list[str]:
    return [bevinding.regel_code for bevinding in resultaat.bevindingen]


def opgave(resultaat) -> list[dict]:
    return resultaat.tabellen["opgave"].to_pylist()


def test_a_file_of_another_bron_is_not_recognised(make_bestand, make_xlsx):
    inhoud = make_xlsx(Blad1=[["Datum", "Omschrijving"], ["1-1-2025", "iets"]])
    assert codes(read_bestand(make_bestand(inhoud, "a.xlsx"))) == ["B026"]


@pytest.mark.parametrize(
    ("inhoud", "regel_code"),
    [
        (b"", "B001"),
        (b"  \n", "B001"),
        ("Gemeente;Zorgvorm\nCliënt;é".encode("latin-1"), "B030"),
        ("Gemeente;Zorgvorm".encode("utf-16"), "B020"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oude xls", "B020"),
        (b"PK\x03\x04 kapot", "B020"),
    ],
)
def test_an_unreadable_file_gets_a_clear_reason(make_bestand, inhoud, regel_code):
    resultaat = read_bestand(make_bestand(inhoud, "opgave.xlsx"))
    assert codes(resultaat) == [regel_code]
    assert resultaat.status == "quarantaine"


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("brief.docx", b"PK\x03\x04"),
        ("opgave.pdf", b"%PDF-1.7"),
        ("jw301", b"\n<?xml version='1.0'?>"),
    ],
)
def test_another_kind_of_file_is_told_to_be_elsewhere(make_bestand, naam, inhoud):
    assert codes(read_bestand(make_bestand(inhoud, naam))) == ["B002"]


def test_another_kind_of_file_in_a_zip_does_not_stop_the_rest(make_bestand, make_xlsx):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archief:
        archief.writestr("leesmij.html", "<p>Hallo</p>")
        archief.writestr("a.xlsx", make_xlsx(Opgave=[*META, KOP, ["Urk", "Crisis", 1, 0, 0, 1]]))
    resultaat = read_bestand(make_bestand(stream.getvalue(), "levering.zip"))
    assert [(b.regel_code, b.onderdeel) for b in resultaat.bevindingen] == [
        ("B002", "leesmij.html")
    ]
    assert resultaat.tabellen["opgave"].num_rows == 1


def test_a_workbook_with_a_damaged_sheet_is_refused(make_bestand, make_xlsx):
    goed = make_xlsx(Kwartaalcijfers=[*META, KOP, ["Urk", "Pleegzorg", 1, 0, 0, 1]])
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(goed)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            doel.writestr(naam, inhoud[: len(inhoud) // 2] if "sheet1" in naam else inhoud)
    assert codes(read_bestand(make_bestand(uit.getvalue(), "a.xlsx"))) == ["B020"]


def test_a_zip_of_workbooks_is_read_part_by_part(make_bestand, make_xlsx):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archief:
        for naam, gemeente in (("a.xlsx", "Urk"), ("b.xlsx", "Utrecht"), ("c.xlsx", "Almere")):
            inhoud = make_xlsx(Opgave=[*META, KOP, [gemeente, "Pleegzorg", 1, 0, 0, 1]])
            archief.writestr(naam, inhoud)
    resultaat = read_bestand(make_bestand(stream.getvalue(), "levering.zip"))
    assert [r["gemeente_code"] for r in opgave(resultaat)] == ["0184", "0034"]
    assert [(b.regel_code, b.onderdeel) for b in resultaat.bevindingen] == [("B024", "b.xlsx")]
    assert resultaat.aantal_berichten == 3
