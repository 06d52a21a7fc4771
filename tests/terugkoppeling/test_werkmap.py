"""The workbook and the CSV: complete, capped, safe to open, and the same every time."""

import csv
import io
import re
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from rapportage.terugkoppeling.bevinding import KOLOMMEN
from rapportage.terugkoppeling.inhoud import Levering, Retourregel
from rapportage.terugkoppeling.lijst import build_lijst
from rapportage.terugkoppeling.werkmap import BEVINDINGEN, RETOURBERICHTEN, build_werkmap

FORMULES = ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "http://x"]


def lees_blad(inhoud, naam):
    werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    return werkmap.get_sheet_by_name(naam).to_python()


def lees_bladen(inhoud):
    werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    return {naam: lees_blad(inhoud, naam) for naam in werkmap.sheet_names}


def lees_csv(inhoud):
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def lees_xml(inhoud):
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        delen = {naam: archief.read(naam).decode() for naam in archief.namelist()}
    return "\n".join(deel for naam, deel in delen.items() if "worksheets" in naam)


def test_summary_tells_rule_count_and_what_to_do(make_rij, make_inhoud):
    rijen = [make_rij(), make_rij(opgelost=True), make_rij("W010", aantal_rijen=0)]
    blad = lees_blad(build_werkmap(make_inhoud(rijen)), "Samenvatting")
    regels = {rij[1]: rij for rij in blad if rij[0] in ("fout", "signaal")}
    assert list(regels) == ["CS002", "W010"]
    assert regels["CS002"][2:7] == [2, 1, "aanbieder", "jw323", 4]
    assert (
        regels["CS002"][7].startswith("Het bsn voldoet niet") and "Controleer" in regels["CS002"][8]
    )
    (levering,) = [rij for rij in blad if rij[0] == "ijw"]
    assert levering[1:7] == ["juli.zip", date(2025, 7, 31), 3, 1, 40, 2]


def test_finding_in_a_message_of_the_gemeente_is_for_the_gemeente(make_rij, make_inhoud):
    rijen = [make_rij(bericht="jw301"), make_rij(bericht="jw302"), make_rij(bericht=None)]
    blad = lees_blad(build_werkmap(make_inhoud(rijen)), BEVINDINGEN)
    assert [rij[2] for rij in blad[1:]] == ["aanbieder", "gemeente", "inzender"]


def test_sheet_holds_place_reason_and_remedy_apart(make_rij, make_inhoud):
    kop, rij = lees_blad(build_werkmap(make_inhoud([make_rij()])), BEVINDINGEN)
    cellen = dict(zip(kop, rij, strict=True))
    assert list(cellen) == list(KOLOMMEN)
    assert cellen["regelnummer"] == 12 and cellen["element"] == "Bsn"
    assert cellen["wat is er mis"] == "Het bsn voldoet niet aan de elfproef."
    assert cellen["wat te doen"].startswith("Controleer het bsn")
    assert cellen["eerste gezien"] == date(2025, 7, 31)


@pytest.mark.parametrize(
    ("plaats", "verwacht"),
    [
        ("declaratie D2505, regel P 0001", ("D2505", "P 0001", "")),
        ("gemeente 0995, toewijzing 103962", ("", "", "103962")),
        ("gemeente 0995, antwoord op declaratie D77", ("D77", "", "")),
    ],
)
def test_numbers_of_the_aanbieder_itself_have_columns(make_rij, plaats, verwacht):
    (kop, rij) = lees_csv(build_lijst([make_rij("TR389", plaats=plaats)]))
    cellen = dict(zip(kop, rij, strict=True))
    assert (
        cellen["declaratienummer"],
        cellen["referentie"],
        cellen["toewijzingnummer"],
    ) == verwacht


def test_line_of_a_file_is_no_number_of_the_aanbieder(make_rij):
    (kop, rij) = lees_csv(build_lijst([make_rij(plaats="regel 3: Bericht, regel 4")]))
    assert dict(zip(kop, rij, strict=True))["referentie"] == ""


def test_workbook_stops_at_the_maximum_and_the_csv_goes_on(make_rij, make_inhoud):
    rijen = [make_rij(plaats=f"plek {nummer}") for nummer in range(2500)]
    blad = lees_blad(build_werkmap(make_inhoud(rijen, maximum=1000)), BEVINDINGEN)
    assert len(blad) == 1 + 1000 + 1
    assert (
        blad[-1][1] == "CS002"
        and blad[-1][6] == "en nog 1.500: zie het CSV-bestand bevindingen.csv"
    )
    assert [rij[6] for rij in lees_csv(build_lijst(rijen))[1:]] == [
        f"plek {n}" for n in range(2500)
    ]


def test_rule_in_the_summary_leads_to_its_first_finding(make_rij, make_inhoud):
    rijen = [make_rij(), make_rij(), make_rij(), make_rij("TR358")]
    inhoud = build_werkmap(make_inhoud(rijen, maximum=2))
    doelen = dict(
        re.findall(r'location="\'?Bevindingen\'?!A(\d+)" display="(\w+)"', lees_xml(inhoud))
    )
    blad = lees_blad(inhoud, BEVINDINGEN)
    assert {blad[int(rij) - 1][1] for rij in doelen} == {"CS002", "TR358"}
    for rij, code in doelen.items():
        assert blad[int(rij) - 1][1] == code and blad[int(rij) - 2][1] != code


@pytest.mark.parametrize("tekst", FORMULES)
def test_nothing_from_outside_becomes_a_formula_or_a_link(make_rij, make_inhoud, tekst):
    rij = make_rij(bestandsnaam=tekst, bericht_identificatie=tekst, plaats=tekst, element=tekst)
    leveringen = [Levering("ijw", tekst, None, 1, 1, 1, 1)]
    retouren = [Retourregel(tekst, tekst, None, tekst, tekst, (tekst,), tekst)]
    inhoud = build_werkmap(
        make_inhoud(
            [rij], leveringen=leveringen, retouren=retouren, ontbrekend=[tekst], titel=tekst
        )
    )
    xml = lees_xml(inhoud)
    assert "<f>" not in xml and "r:id" not in xml
    assert lees_blad(inhoud, BEVINDINGEN)[1][3].strip() == tekst.strip()
    for cel in lees_csv(build_lijst([rij]))[1]:
        assert not cel.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_control_characters_and_endless_text_do_not_break_the_workbook(make_rij, make_inhoud):
    rij = make_rij(bestandsnaam="a\x00b\x0bc", plaats="x" * 100_000)
    blad = lees_blad(build_werkmap(make_inhoud([rij])), BEVINDINGEN)
    assert len(blad[1][6]) == 32_000


def test_sheet_keeps_its_heading_has_a_filter_and_prints_on_one_page_wide(make_rij, make_inhoud):
    xml = lees_xml(build_werkmap(make_inhoud([make_rij()])))
    assert 'state="frozen"' in xml and "<autoFilter" in xml
    assert 'orientation="landscape"' in xml and 'fitToHeight="0"' in xml


def test_same_input_gives_the_same_bytes(make_rij, make_inhoud):
    rijen = [make_rij(), make_rij("W010", regel_nummer=None)]
    assert build_werkmap(make_inhoud(rijen)) == build_werkmap(make_inhoud(rijen))
    assert build_lijst(rijen) == build_lijst(rijen)


def test_nothing_found_is_said(make_inhoud):
    bladen = lees_bladen(build_werkmap(make_inhoud([])))
    assert list(bladen) == ["Samenvatting"]
    assert any("Er is niets gevonden." in rij for rij in bladen["Samenvatting"])


def test_retour_sheet_tells_why_there_is_none(make_inhoud):
    regel = Retourregel("jw305", "S1", date(2025, 7, 1), "", "", (), "Geen retourbericht.")
    blad = lees_blad(build_werkmap(make_inhoud([], retouren=[regel])), RETOURBERICHTEN)
    assert blad[1] == ["jw305", "S1", date(2025, 7, 1), "", "", "", "Geen retourbericht."]


def test_columns_outside_the_list_are_never_written(make_rij, make_inhoud):
    rij = make_rij(client_sleutel="MARKERING", bsn="999900006", bestand_sleutel="MARKERING")
    inhoud = build_werkmap(make_inhoud([rij]))
    alles = str(lees_bladen(inhoud)) + build_lijst([rij]).decode()
    assert "MARKERING" not in alles and "999900006" not in alles
