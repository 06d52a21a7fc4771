"""The folders: whose they are, what is in them, and when they are made again."""

import csv
from datetime import date

import duckdb
import pytest
from lxml import etree
from pakhuis import Pakhuis
from python_calamine import CalamineWorkbook

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home, Instellingen
from orchestration.stappen.terugkoppeling import make_terugkoppeling
from orchestration.stappen.terugkoppeling_bron import Map

VANDAAG = date(2026, 2, 15)
JULI = Map("99000001", "2025-07")


@pytest.fixture
def pakhuis(tmp_path):
    gevuld = Pakhuis(tmp_path / "home")
    gevuld.add_bestand()
    gevuld.add_bericht()
    gevuld.add_bericht("aa" * 32, status="aanvaard", bericht="jw305", aantal_regels=3)
    gevuld.add_bevinding(1)
    return gevuld


def maak(pakhuis, **keuzes):
    return make_terugkoppeling(pakhuis.home, **{"vandaag": VANDAAG} | keuzes)


def lees_alles(map):
    return {pad.relative_to(map): pad.read_bytes() for pad in map.rglob("*") if pad.is_file()}


def lees_bladen(pad):
    werkmap = CalamineWorkbook.from_path(str(pad))
    return {naam: werkmap.get_sheet_by_name(naam).to_python() for naam in werkmap.sheet_names}


def lees_werkmap(pakhuis, map=JULI):
    pad = pakhuis.home.terugkoppeling / map.aanbieder / map.maand
    return lees_bladen(pad / f"terugkoppeling_{map.aanbieder}_{map.maand}.xlsx")


def lees_retouren(pakhuis):
    paden = sorted(pakhuis.home.terugkoppeling.rglob("*.xml"))
    return {pad.name: etree.fromstring(pad.read_bytes()) for pad in paden}


def test_folder_holds_workbook_list_and_retour(pakhuis):
    uitkomst = maak(pakhuis)
    assert uitkomst.gemaakt == [JULI] and uitkomst.aantal_retouren == 1
    map = pakhuis.home.terugkoppeling / "99000001" / "2025-07"
    namen = sorted(str(pad) for pad in lees_alles(map))
    assert namen[:2] == [".kenmerk", "bevindingen_99000001_2025-07.csv"]
    assert namen[2].startswith("retour/jw325_R") and len(namen) == 4
    blad = lees_werkmap(pakhuis)["Samenvatting"]
    assert blad[0][0] == "Terugkoppeling voor aanbieder 99000001, juli 2025"
    assert ["ijw", "juli.zip", date(2025, 7, 31), 1, 1, 3, 20] in [rij[:7] for rij in blad]


def test_csv_has_every_finding_in_a_fixed_order(pakhuis):
    for nummer in range(2, 20):
        pakhuis.add_bevinding(nummer)
    maak(pakhuis)
    pad = next(pakhuis.home.terugkoppeling.rglob("*.csv"))
    rijen = list(csv.DictReader(pad.open(encoding="utf-8-sig", newline=""), delimiter=";"))
    assert len(rijen) == 19
    assert rijen[0]["regel"] == "CS002" and rijen[0]["ernst"] == "fout"


def test_second_time_nothing_is_written(pakhuis):
    maak(pakhuis)
    voor = lees_alles(pakhuis.home.terugkoppeling)
    uitkomst = maak(pakhuis, vandaag=date(2026, 3, 1))
    assert uitkomst.gemaakt == [] and uitkomst.ongewijzigd == [JULI]
    assert lees_alles(pakhuis.home.terugkoppeling) == voor


def test_same_warehouse_gives_the_same_bytes(pakhuis, tmp_path):
    maak(pakhuis)
    eerste = lees_alles(pakhuis.home.terugkoppeling)
    pakhuis.home.terugkoppeling.rename(tmp_path / "weg")
    maak(pakhuis)
    assert lees_alles(pakhuis.home.terugkoppeling) == eerste


def test_new_finding_replaces_the_folder_and_a_retour_keeps_its_date(pakhuis):
    maak(pakhuis)
    voor = lees_retouren(pakhuis)
    pakhuis.add_bevinding(
        2, "W010", bericht_sleutel=None, bestandsnaam=None, eerste_gezien="2025-07-02"
    )
    uitkomst = maak(pakhuis, vandaag=date(2026, 3, 1))
    assert uitkomst.gemaakt == [JULI]
    na = lees_retouren(pakhuis)
    assert {naam: etree.tostring(root) for naam, root in na.items()} == {
        naam: etree.tostring(root) for naam, root in voor.items()
    }
    assert [rij[1] for rij in lees_werkmap(pakhuis)["Bevindingen"][1:]] == ["CS002", "W010"]


def test_accepted_message_in_the_month_is_told_too(pakhuis):
    maak(pakhuis)
    pakhuis.add_bericht("bb" * 32, status="aanvaard", bericht="jw307")
    assert maak(pakhuis).gemaakt == [JULI]


def test_solved_month_disappears_and_other_folders_stay(pakhuis):
    maak(pakhuis)
    eigen = pakhuis.home.terugkoppeling / "99000001" / "notities"
    eigen.mkdir()
    pakhuis.delete("marts.fct_bevinding", "true")
    assert maak(pakhuis).verwijderd == [JULI]
    assert [pad.name for pad in eigen.parent.iterdir()] == ["notities"]


def test_interrupted_run_is_finished_by_the_next(pakhuis):
    rest = pakhuis.home.terugkoppeling / "99000001" / ".bouw-2025-07"
    rest.mkdir(parents=True)
    (rest / "half.csv").write_text("x")
    maak(pakhuis)
    assert [pad.name for pad in rest.parent.iterdir()] == ["2025-07"]


def test_folder_that_was_set_aside_comes_back_with_its_retours(pakhuis):
    maak(pakhuis)
    map = pakhuis.home.terugkoppeling / "99000001" / "2025-07"
    map.rename(map.with_name(".oud-2025-07"))
    voor = lees_alles(map.with_name(".oud-2025-07"))
    assert maak(pakhuis, vandaag=date(2026, 3, 1)).gemaakt == [JULI]
    na = lees_alles(map)
    assert {pad: na[pad] for pad in na if pad.suffix == ".xml"} == {
        pad: voor[pad] for pad in voor if pad.suffix == ".xml"
    }


def test_retour_that_somebody_broke_is_made_again(pakhuis):
    maak(pakhuis)
    pad = next(pakhuis.home.terugkoppeling.rglob("*.xml"))
    pad.write_text("<a")
    pakhuis.add_bevinding(2)
    maak(pakhuis, vandaag=date(2026, 3, 1))
    assert b"2026-03-01" in pad.read_bytes()


def test_finding_without_a_known_aanbieder_goes_to_onbekend(pakhuis):
    pakhuis.add_bestand("b2", bron="circulaires", bestandsnaam="mei.xlsx")
    pakhuis.add_bevinding(
        2, "B003", bron="circulaires", aanbieder_agb=None, bestand_sleutel="b2", bericht=None,
        bericht_sleutel=None, bestandsnaam="mei.xlsx",
    )  # fmt: skip
    pakhuis.add_bevinding(3, aanbieder_agb="../../x", eerste_gezien="2025-08-01")
    uitkomst = maak(pakhuis)
    assert uitkomst.gemaakt == [JULI, Map("onbekend", "2025-07"), Map("onbekend", "2025-08")]
    blad = lees_werkmap(pakhuis, Map("onbekend", "2025-07"))["Samenvatting"]
    assert "mei.xlsx" in [rij[1] for rij in blad]
    assert {pad.name for pad in pakhuis.home.terugkoppeling.iterdir()} == {"99000001", "onbekend"}


def test_delivery_of_the_aanbieder_that_is_late_is_told(pakhuis):
    velden = {"bron": "kwartaalcijfers", "periode": "2025-K3", "te_laat": True}
    pakhuis.add("marts.fct_levering", aanbieder_agb="99000002", ontvangen=False, **velden)
    assert Map("99000002", "2025-09") in maak(pakhuis).gemaakt
    blad = lees_werkmap(pakhuis, Map("99000002", "2025-09"))["Samenvatting"]
    assert ["kwartaalcijfers over 2025-K3: nog niet ontvangen"] in [rij[:1] for rij in blad]


@pytest.mark.parametrize(
    ("bevinding", "bericht", "waarom"),
    [
        ({"regel_code": "XSD"}, {}, "voldoet niet aan het schema"),
        ({"regel_code": "B014"}, {"bericht_xsd_versie": None}, "voldoet niet aan het schema"),
        ({}, {"dagtekening_datum": None}, "header is niet over te nemen"),
        ({}, {"bericht_identificatie": "999990019"}, "header is niet over te nemen"),
        ({}, {"bericht": "jw325"}, "geen antwoord"),
    ],
)
def test_workbook_says_why_there_is_no_retour(tmp_path, bevinding, bericht, waarom):
    pakhuis = Pakhuis(tmp_path / "home")
    pakhuis.add_bestand()
    pakhuis.add_bericht(**bericht)
    pakhuis.add_bevinding(1, **bevinding)
    assert maak(pakhuis).aantal_retouren == 0
    (regel,) = lees_werkmap(pakhuis)["Retourberichten"][1:]
    assert waarom in regel[6] and regel[3:6] == ["", "", ""]
    assert "999990019" not in str(lees_werkmap(pakhuis))


def test_number_that_could_be_a_bsn_is_covered_wherever_a_sender_put_it(pakhuis):
    bsn = "999990019"
    pakhuis.add_bestand("b2", bestandsnaam="juli_xxxxxxxxx.zip")
    pakhuis.add_bericht("cc" * 32, bestand_sleutel="b2", bericht_identificatie=bsn)
    pakhuis.add_bevinding(
        2, "TR338", bericht_identificatie=bsn, bestandsnaam=f"{bsn}.xml",
        plaats=f"declaratie {bsn}, regel {bsn}, toewijzing {bsn}",
    )  # fmt: skip
    maak(pakhuis)
    for pad in pakhuis.home.terugkoppeling.rglob("*"):
        assert bsn not in str(pad)
        if pad.is_file():
            assert bsn.encode() not in pad.read_bytes()
    assert bsn not in str(lees_werkmap(pakhuis))
    assert "xxxxxxxxx" in str(lees_werkmap(pakhuis))


def test_only_what_was_asked_is_made(pakhuis):
    pakhuis.add_bevinding(2, aanbieder_agb="99000002", eerste_gezien="2025-08-31")
    assert maak(pakhuis, aanbieder="99000002").gemaakt == [Map("99000002", "2025-08")]
    assert maak(pakhuis, maand="2025-07").gemaakt == [JULI]
    pakhuis.delete("marts.fct_bevinding", "true")
    assert maak(pakhuis, maand="2025-08").verwijderd == [Map("99000002", "2025-08")]


def test_dry_run_writes_nothing(pakhuis):
    assert maak(pakhuis, proef=True).gemaakt == [JULI]
    assert not pakhuis.home.terugkoppeling.exists()


def test_without_a_warehouse_or_with_an_old_one_it_says_what_to_do(tmp_path):
    leeg = Home(tmp_path / "leeg", Instellingen())
    leeg.make_mappen()
    with pytest.raises(RegiobeeldFout, match="regiobeeld run"):
        make_terugkoppeling(leeg, VANDAAG)
    oud = Pakhuis(tmp_path / "oud")
    with duckdb.connect(str(oud.home.warehouse)) as con:
        con.execute("alter table marts.fct_bevinding drop column eerste_gezien")
    with pytest.raises(RegiobeeldFout, match="andere versie"):
        maak(oud)
