"""Terugkoppeling on the demo region: nothing is forgotten, and every retour counts."""

import csv
import hashlib
from collections import Counter
from datetime import date

import duckdb
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from ingest.bronbestand import Bronbestand
from ingest.inlezen import read_bronbestand
from orchestration.stappen.terugkoppeling import make_terugkoppeling
from schemas.ijw.standaard import list_releases
from schemas.ijw.xsd import xml_schema

# A retour repeats the date of its message, also one that was refused because it lies ahead.
LATER = date(2100, 1, 1)


@pytest.fixture(scope="module")
def warehouse(basis):
    with duckdb.connect(str(basis.home.warehouse), read_only=True) as con:
        yield con


@pytest.fixture(scope="module")
def retouren(basis):
    return {pad.name: pad.read_bytes() for pad in basis.home.terugkoppeling.rglob("*.xml")}


def lees_terug(inhoud):
    bestand = Bronbestand(
        bestand_sleutel=hashlib.sha256(inhoud).hexdigest(),
        bestandsnaam="retour.xml",
        bron="ijw",
        ontvangstmaand=f"{LATER:%Y-%m}",
        ontvangst_datum=LATER,
        inhoud=inhoud,
    )
    return read_bronbestand(bestand, b"p" * 32)


def test_every_finding_stands_in_one_list(basis, warehouse):
    geteld = Counter()
    for pad in basis.home.terugkoppeling.rglob("*.csv"):
        with pad.open(encoding="utf-8-sig", newline="") as stream:
            geteld.update(
                (pad.parts[-3], pad.parts[-2], rij["regel"])
                for rij in csv.DictReader(stream, delimiter=";")
            )
    verwacht = warehouse.execute(
        "select coalesce(aanbieder_agb, 'onbekend'), strftime(eerste_gezien, '%Y-%m'), "
        "regel_code, count(*) from marts.fct_bevinding group by all"
    ).fetchall()
    assert dict(geteld) == {tuple(groep): aantal for *groep, aantal in verwacht}


def test_every_list_has_its_workbook(basis):
    werkmappen = list(basis.home.terugkoppeling.rglob("*.xlsx"))
    assert len(werkmappen) == len(list(basis.home.terugkoppeling.rglob("*.csv"))) > 10
    for pad in werkmappen:
        blad = CalamineWorkbook.from_path(str(pad)).get_sheet_by_name("Samenvatting").to_python()
        assert blad[0][0].startswith("Terugkoppeling")


def test_retours_fit_the_schema(retouren):
    assert retouren
    for naam, inhoud in retouren.items():
        schema = xml_schema(list_releases()[-1], naam.split("_")[0])
        assert schema.validate(etree.fromstring(inhoud)), (naam, schema.error_log)


def test_every_message_that_breaks_a_rule_of_the_standard_is_answered_once(warehouse, retouren):
    geweigerd = warehouse.execute(
        """
        select bericht, gemeente_code, aanbieder_agb, bericht_identificatie, dagtekening_datum
        from staging.stg_ijw__bericht
        where status = 'quarantaine' and bericht_sleutel in (
            select bericht_sleutel from marts.fct_bevinding
            where ernst = 'fout' and retour_code != ''
        ) and bericht not in ('jw302', 'jw306', 'jw308', 'jw316', 'jw318', 'jw320', 'jw325')
        """
    ).fetchall()
    beantwoord = []
    for inhoud in retouren.values():
        tabellen = lees_terug(inhoud).tabellen
        if "retour" in tabellen:
            (rij,) = tabellen["retour"].to_pylist()
            assert rij["is_afgekeurd"]
            vraag = (rij["bericht_identificatie"], rij["dagtekening_datum"])
        else:
            (rij,) = tabellen["declaratie_antwoord"].to_pylist()
            rij["heen_bericht"] = "jw323"
            vraag = (rij["declaratie_identificatie"], rij["declaratie_dagtekening_datum"])
        partijen = (rij["gemeente_code"], rij["aanbieder_agb"])
        beantwoord.append((rij["heen_bericht"], *partijen, *vraag))
    assert sorted(beantwoord) == sorted(geweigerd)


def test_again_on_another_day_changes_nothing(basis):
    voor = {pad: pad.stat().st_mtime_ns for pad in basis.home.terugkoppeling.rglob("*")}
    uitkomst = make_terugkoppeling(basis.home, LATER)
    assert uitkomst.gemaakt == [] and uitkomst.verwijderd == []
    assert {pad: pad.stat().st_mtime_ns for pad in basis.home.terugkoppeling.rglob("*")} == voor
