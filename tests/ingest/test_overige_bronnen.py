import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from ingest.tabellen import read_bestand

MELDINGEN = (
    "Gemeente;Meldingsnummer;Datum melding;Datum triagebesluit;Triagebesluit;"
    "Hoedanigheid melder;Aard geweld;Onderzoeksnummer\n"
)


def codes(resultaat) -> list[str]:
    return [bevinding.regel_code for bevinding in resultaat.bevindingen]


@pytest.fixture
def read_vt(make_bestand):
    def read(tekst: str):
        return read_bestand(make_bestand(tekst, "meldingen.csv", "veilig_thuis"))

    return read


def test_a_melding_reads_by_its_columns(read_vt):
    resultaat = read_vt(
        MELDINGEN + "Urk;M-1;02-01-2025;06-01-2025;Geen vervolg;politie;"
        '"Getuige; psychisch geweld";O-1\n'
    )
    (rij,) = resultaat.tabellen["melding"].to_pylist()
    assert codes(resultaat) == []
    assert (rij["melding_nummer"], rij["melding_datum"]) == ("M-1", date(2025, 1, 2))
    assert rij["aard_geweld"] == "getuige; psychisch geweld"
    assert rij["triagebesluit"] == "geen vervolg"


def test_adviezen_and_onderzoeken_read_by_their_columns(make_bestand, make_xlsx):
    inhoud = make_xlsx(
        Adviezen=[["Gemeente", "Halfjaar", "Adviesnummer"], ["Urk", "2e halfjaar 2025", 17]],
        Onderzoeken=[
            ["Gemeente", "Onderzoeksnummer", "Datum start", "Uitkomst"],
            ["Urk", "O-1", date(2025, 1, 2), "overleden"],
        ],
    )
    resultaat = read_bestand(make_bestand(inhoud, "vt.xlsx", "veilig_thuis"))
    assert codes(resultaat) == []
    (advies,) = resultaat.tabellen["advies"].to_pylist()
    assert (advies["halfjaar"], advies["advies_nummer"]) == ("2025-H2", "17")
    assert resultaat.tabellen["onderzoek"]["uitkomst"].to_pylist() == ["overleden"]


@pytest.mark.parametrize("nummer", ["999900006", "9999.00.006", "zaak 999900006"])
def test_a_number_that_may_be_a_bsn_is_refused_and_not_repeated(read_vt, nummer):
    resultaat = read_vt(f"{MELDINGEN}Urk;{nummer};02-01-2025;;;;;\n")
    assert codes(resultaat) == ["B028"]
    (bevinding,) = resultaat.bevindingen
    assert "9999" not in bevinding.plaats + bevinding.toelichting
    assert resultaat.tabellen["melding"].num_rows == 0


def test_free_text_in_a_listed_column_is_refused(read_vt):
    resultaat = read_vt(f"{MELDINGEN}Urk;M-1;02-01-2025;;;Jan de Vries belde;;\n")
    assert codes(resultaat) == ["B022"]
    assert "Jan" not in resultaat.bevindingen[0].toelichting


def test_a_triage_before_the_melding_is_reported(read_vt):
    resultaat = read_vt(f"{MELDINGEN}Urk;M-1;02-01-2025;01-01-2025;;;;\n")
    assert codes(resultaat) == ["V001"]


def test_referentie_reads_bevolking_and_benchmark(make_bestand, make_xlsx):
    inhoud = make_xlsx(
        Bevolking=[
            ["Gemeente", "Jaar", "Leeftijd van", "Leeftijd tot en met", "Aantal", "Bron"],
            ["Urk", 2025, 0, 17, 7000, "CBS 37230NED"],
        ],
        Benchmark=[
            ["Gebied", "Gemeente", "Periode", "Indicator", "Waarde", "Eenheid", "Bron"],
            ["Flevoland", None, "2023-H1", "jongeren met jeugdhulp", 10.3, "%", "CBS 85098NED"],
            ["Urk", "Urk", "2023-H1", "jongeren met jeugdhulp", ".", "%", "CBS 85098NED"],
        ],
    )
    resultaat = read_bestand(make_bestand(inhoud, "cbs.xlsx", "referentie"))
    assert codes(resultaat) == []
    (bevolking,) = resultaat.tabellen["bevolking"].to_pylist()
    assert (bevolking["gemeente_code"], bevolking["aantal"]) == ("0184", 7000)
    benchmark = resultaat.tabellen["benchmark"].to_pylist()
    assert [r["waarde"] for r in benchmark] == [Decimal("10.3"), None]
    assert [r["gemeente_code"] for r in benchmark] == [None, "0184"]


def test_maatschappelijke_uitkomst_keeps_empty_apart_from_nought(make_bestand, make_xlsx):
    kop = ["Gemeente", "Jaar", "Indicator", "Teller", "Noemer", "Percentage", "Eenheid", "Bron"]
    inhoud = make_xlsx(
        Maatschappelijk=[
            kop,
            ["Urk", 2024, "M4", 0, 3400, None, "jeugdigen 12-22", "CBS"],
            ["Zeewolde", 2024, "In aanraking met de politie", ".", 2500, None, "idem", "CBS"],
            ["Almere", 2024, "M5", None, None, 8.5, "vragenlijst", "GGD"],
        ],
    )
    resultaat = read_bestand(make_bestand(inhoud, "cbs.xlsx", "referentie"))
    assert codes(resultaat) == []
    rijen = resultaat.tabellen["maatschappelijk"].to_pylist()
    assert [(r["indicator_code"], r["teller"], r["noemer"], r["percentage"]) for r in rijen] == [
        ("M4", 0, 3400, None),
        ("M4", None, 2500, None),
        ("M5", None, None, Decimal("8.5")),
    ]


def test_maatschappelijke_uitkomst_above_its_noemer_is_reported_and_kept(make_bestand, make_xlsx):
    kop = ["Gemeente", "Jaar", "Indicator", "Teller", "Noemer", "Percentage", "Eenheid", "Bron"]
    inhoud = make_xlsx(
        Maatschappelijk=[
            kop,
            ["Urk", 2024, "M4", 3401, 3400, None, "jeugdigen 12-22", "CBS"],
            ["Almere", 2024, "M4", 2500, 2500, None, "jeugdigen 12-22", "CBS"],
            ["Zeewolde", 2024, "M4", 10, None, None, "jeugdigen 12-22", "CBS"],
        ],
    )
    resultaat = read_bestand(make_bestand(inhoud, "cbs.xlsx", "referentie"))
    (bevinding,) = resultaat.bevindingen
    assert bevinding.regel_code == "R001"
    assert bevinding.plaats == "werkblad Maatschappelijk, rij 2"
    assert resultaat.tabellen["maatschappelijk"].num_rows == 3


def test_unknown_or_repeated_maatschappelijke_uitkomst_is_refused(make_bestand, make_xlsx):
    kop = ["Gemeente", "Jaar", "Indicator", "Teller", "Noemer", "Percentage", "Eenheid", "Bron"]
    rij = ["Urk", 2024, "M4", 10, 3400, None, "jeugdigen 12-22", "CBS"]
    inhoud = make_xlsx(Maatschappelijk=[kop, rij, rij, ["Urk", 2024, "M9", 1, 2, None, "x", "y"]])
    resultaat = read_bestand(make_bestand(inhoud, "cbs.xlsx", "referentie"))
    assert len(codes(resultaat)) == 2
    assert resultaat.tabellen["maatschappelijk"].num_rows == 1


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Bevolking">{rijen}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"""


def make_ods(rijen: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archief.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        archief.writestr("content.xml", ODS.format(rijen=rijen))
    return stream.getvalue()


def ods_rij(*cellen: str | int) -> str:
    xml = "".join(
        f"<table:table-cell {_ods_waarde(cel)}><text:p>{cel}</text:p></table:table-cell>"
        for cel in cellen
    )
    leeg = '<table:table-cell table:number-columns-repeated="16378"/>'
    return f"<table:table-row>{xml}{leeg}</table:table-row>"


def _ods_waarde(cel: str | int) -> str:
    if isinstance(cel, int):
        return f'office:value-type="float" office:value="{cel}"'
    return 'office:value-type="string"'


KOP = ods_rij("Gemeente", "Jaar", "Leeftijd van", "Leeftijd tot", "Aantal", "Bron")


def test_an_ods_reads_like_an_xlsx_with_the_empty_tail_programs_write(make_bestand):
    staart = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    inhoud = make_ods(KOP + ods_rij("Urk", 2025, 0, 17, 7000, "CBS") + staart)
    resultaat = read_bestand(make_bestand(inhoud, "cbs.ods", "referentie"))
    assert codes(resultaat) == []
    assert resultaat.tabellen["bevolking"]["aantal"].to_pylist() == [7000]


def test_an_ods_that_repeats_a_value_endlessly_is_refused(make_bestand):
    rij = ods_rij("Urk", 2025).replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="10000000">'
    )
    resultaat = read_bestand(make_bestand(make_ods(KOP + rij), "bom.ods", "referentie"))
    assert codes(resultaat) == ["B003"]


def test_an_xlsx_with_a_value_in_the_last_corner_is_refused(make_bestand):
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as werkmap:
        blad = werkmap.add_worksheet("Bevolking")
        blad.write(0, 0, "Gemeente")
        blad.write(1_048_575, 16_383, 1)
    resultaat = read_bestand(make_bestand(stream.getvalue(), "bom.xlsx", "referentie"))
    assert codes(resultaat) == ["B003"]
