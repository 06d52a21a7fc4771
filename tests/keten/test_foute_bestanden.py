"""Whatever is wrong with a file ends in quarantine with a Dutch reason; the rest is published."""

import csv
import json
import re

import pytest
from pijplijn import fetch_bevindingen
from vergelijken import fetch

FOUT = (
    "kapot.xml",
    "doctype.xml",
    "utf16.xml",
    "wortel.xml",
    "versie.xml",
    "leeg.xml",
    "dag.xml",
    "zip_met_rommel.zip",
    "zonder_kolom.xlsx",
    "kwartaal_5.xlsx",
    "geen_werkblad.xlsx",
    "leeg.csv",
)


def fetch_quarantaine(gemengd) -> list[dict[str, str]]:
    rows = []
    for pad in sorted(gemengd.home.quarantaine.glob("*/*.csv")):
        with pad.open(encoding="utf-8-sig", newline="") as stream:
            rows += list(csv.DictReader(stream, delimiter=";"))
    return rows


def test_list_of_wrong_files_is_complete(gemengd):
    assert set(FOUT) == set(gemengd.verwacht_fout)


@pytest.mark.parametrize("naam", FOUT)
def test_wrong_file_is_in_quarantine_with_its_rule(gemengd, naam):
    rows = [row for row in fetch_quarantaine(gemengd) if row["bestandsnaam"].startswith(naam)]
    fouten = [row for row in rows if row["ernst"] == "fout"]
    assert {row["regel_code"] for row in fouten} & set(gemengd.verwacht_fout[naam])
    assert all(row["plaats"] for row in fouten)


@pytest.mark.parametrize("naam", FOUT)
def test_reason_is_a_dutch_text_that_says_what_to_do(gemengd, naam):
    redenen = [row[4] for row in fetch_bevindingen(gemengd.home) if row[2].startswith(naam)]
    assert redenen
    for reden in redenen:
        assert len(re.findall(r"[.?!](?:\s|$)", reden)) >= 2, reden  # what, and what to do
        assert not re.search(r"Traceback|Error|Exception|None|null", reden), reden
        assert not re.search(r"\b\d{9}\b", reden), "een bsn in de uitleg"


def test_nothing_else_is_refused(gemengd):
    namen = {row[2].split("/")[0] for row in fetch_bevindingen(gemengd.home) if row[1] == "fout"}
    assert namen == set(FOUT)


def test_month_that_does_not_exist_stays_in_the_inbox_and_is_reported(gemengd):
    assert (gemengd.map / "inbox/ijw/2025-13/bericht.xml").exists()
    (melding,) = gemengd.ontvangst.achtergebleven
    assert "2025-13" in melding
    assert "JJJJ-MM" in melding


def test_the_rest_is_published(gemengd):
    release = gemengd.home.actueel / "regiobeeld.duckdb"
    rows = fetch(
        release,
        """
        select sum(kosten_euro) from publicatie.kosten_maand
        where gemeente_code = '0303' and zorgvorm = 'totaal' and zorgmaand = date '2024-01-01'
        """,
    )
    ((verwacht,),) = fetch(
        gemengd.warehouse,
        "select sum(kosten_eurocent) / 100 from marts.fct_kosten "
        "where gemeente_code = '0303' and zorgmaand = date '2024-01-01'",
    )
    assert float(rows[0][0]) == pytest.approx(float(verwacht))
    assert verwacht > 100_000
    assert json.loads((gemengd.home.actueel / "release.json").read_text(encoding="utf-8"))
