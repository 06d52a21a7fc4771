"""A home with little in it: only iJw, or nothing at all."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner
from vergelijken import fetch

from orchestration.cli import app
from orchestration.klok import read_nu
from orchestration.stappen.publicatie import publish_release

PUBLICATIE = Path(__file__).parents[2] / "dbt_project" / "models" / "publicatie"


@pytest.fixture(scope="module")
def release(golden, zonder_stand):
    return publish_release(golden.home, read_nu()).map


def test_home_with_only_ijw_publishes_every_table(release):
    rows = fetch(
        release / "regiobeeld.duckdb",
        "select table_name from information_schema.tables where table_schema = 'publicatie'",
    )
    # Its model cannot have the name of the seed that it publishes.
    modellen = {pad.stem.removeprefix("publicatie_") for pad in PUBLICATIE.glob("*.sql")}
    assert {naam for (naam,) in rows} == modellen


def test_release_of_only_ijw_has_the_latest_dagtekening_as_stand(release):
    beschrijving = json.loads((release / "release.json").read_text(encoding="utf-8"))
    assert beschrijving["stand_datum"] == "2025-03-20"


def test_what_was_never_delivered_is_missing_and_not_nought(release):
    """No kwartaalcijfers and no circulaire came in: ``ontbreekt``, with no figure beside it."""
    database = release / "regiobeeld.duckdb"
    outcome = fetch(
        database,
        "select distinct waarde_status, waarde from publicatie.outcome_kwartaal "
        "where indicator_code in ('2', '3.1', '3.3', '3.4') "
        "and zorgvorm not in ('jeugdbescherming', 'jeugdreclassering')",
    )
    budget = fetch(
        database,
        "select distinct begroot_euro_status, begroot_euro from publicatie.budget_realisatie_jaar",
    )
    assert set(outcome) <= {("ontbreekt", None)}
    maatschappelijk = fetch(
        database,
        "select distinct waarde_status, waarde from publicatie.maatschappelijke_uitkomst_jaar",
    )
    assert set(budget) <= {("ontbreekt", None)}
    assert set(maatschappelijk) == {("ontbreekt", None)}


def test_empty_home_says_what_to_do(tmp_path):
    uitkomst = CliRunner().invoke(app, ["run", "--home", str(tmp_path / "leeg")])
    assert uitkomst.exit_code == 0
    tekst = " ".join(uitkomst.output.split())
    assert "inbox" in tekst
    assert "regiobeeld demo" in tekst


def test_report_of_an_empty_home_is_a_dutch_error(tmp_path):
    uitkomst = CliRunner().invoke(app, ["rapport", "2025-K4", "--home", str(tmp_path / "leeg")])
    assert uitkomst.exit_code not in (0, None)
    assert isinstance(uitkomst.exception, SystemExit)  # said, not crashed
    assert "regiobeeld run" in " ".join(uitkomst.output.split())
    assert "Traceback" not in uitkomst.output
