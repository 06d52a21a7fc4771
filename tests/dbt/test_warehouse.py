"""The warehouse as a whole: an empty home, history, order, and tests that bite."""

from datetime import date
from pathlib import Path

import pytest
from klein_lake import cut_lake, make_contract_rij, make_lake, write_lake
from warehouse import Bouw, build_warehouse

STAND = date(2025, 2, 10)
ALLEEN_MARTS = (
    *("--select", "+fct_kosten", "+fct_traject", "+fct_zorggebruik", "+dim_client"),
    *("+fct_wachttijd_meting", "+fct_wacht_herstart", "+fct_wachttijd_opgave"),
    *("--exclude-resource-type", "unit_test", "test"),
)
VERLIES = {
    "elapsed_taakgericht_contract_is_divided_to_the_cent",
    "every_month_of_a_taakgericht_contract_is_fully_divided",
    "accepted_bericht_has_its_lines_in_the_lake",
    "every_line_in_the_lake_belongs_to_an_accepted_bericht",
}


@pytest.fixture(scope="module")
def alles(tmp_path_factory: pytest.TempPathFactory) -> Bouw:
    map = tmp_path_factory.mktemp("alles")
    return build_warehouse(map, write_lake(map / "lake", make_lake()), *ALLEEN_MARTS)


def test_home_with_an_empty_lake_builds_and_passes_every_test(tmp_path: Path) -> None:
    bouw = build_warehouse(tmp_path, write_lake(tmp_path / "lake", {}))

    assert bouw.list_met_andere_status("success", "pass") == set()
    assert bouw.fetch("select count(*) from marts.fct_toewijzing") == [(0,)]


def test_story_ends_in_one_toewijzing_one_traject_and_the_line_that_is_left(alles: Bouw) -> None:
    toewijzing = "gemeente_code, toewijzing_nummer, verwijzer_groep, einddatum, bekend_sinds"
    assert alles.fetch(f"select {toewijzing} from marts.fct_toewijzing") == [
        ("0303", 1, "medisch", date(2025, 12, 31), date(2025, 2, 4))
    ]
    assert alles.fetch("select start_datum, is_lopend from marts.fct_traject") == [
        (date(2025, 1, 13), True)
    ]
    kolommen = "referentie_nummer, status, toegekend_eurocent, is_gecrediteerd"
    assert alles.fetch(f"select {kolommen} from marts.fct_declaratieregel order by all") == [
        ("c1", "toegekend", -9000, False),
        ("d1", "toegekend", 9000, True),
        ("d2", "afgekeurd", 0, False),
        ("d3", "in_behandeling", 0, False),
    ]
    assert alles.fetch(
        "select bekostiging, sum(kosten_eurocent) from marts.fct_kosten group by all order by all"
    ) == [("inspanningsgericht", 7200), ("taakgericht", 100_000)]


def test_order_and_repetition_of_deliveries_change_no_fact(alles: Bouw, tmp_path: Path) -> None:
    lake = write_lake(tmp_path / "lake", make_lake(), lambda rijen: rijen[::-1], keer=2)

    assert build_warehouse(tmp_path, lake, *ALLEEN_MARTS).fetch_marts() == alles.fetch_marts()


def test_stand_equals_a_lake_in_which_nothing_later_had_arrived(tmp_path: Path) -> None:
    stand = ("--vars", f"{{stand_datum: '{STAND}'}}")
    lake = make_lake()
    toen = build_warehouse(
        tmp_path / "toen",
        write_lake(tmp_path / "lake_toen", cut_lake(lake, STAND)),
        *ALLEEN_MARTS,
    )
    nu = build_warehouse(
        tmp_path / "nu", write_lake(tmp_path / "lake_nu", lake), *ALLEEN_MARTS, *stand
    )

    assert nu.fetch("from intermediate.int_peildatum") == [(STAND,)]
    assert nu.fetch("select status, count(*) from marts.fct_declaratieregel group by all") == [
        ("in_behandeling", 2)
    ]
    feiten_nu, feiten_toen = nu.fetch_marts(), toen.fetch_marts()
    feiten = {mart for mart in feiten_nu if mart.startswith("fct_")}
    assert {mart for mart in feiten if feiten_nu[mart] != feiten_toen[mart]} == set()
    assert len(feiten) == 9


def test_reconciliation_bites_when_money_or_lines_get_lost(tmp_path: Path) -> None:
    lake = make_lake()
    lake[("contracten", "verdeelsleutel")] = [
        make_contract_rij(
            gemeente_code="0034", ingang_datum=date(2025, 1, 1), aandeel_miljoenste=900_000
        )
    ]
    lake[("ijw", "prestatie")][0]["bericht_sleutel"] = "bericht-onbekend"
    pad = write_lake(tmp_path / "lake", lake)
    modellen = [f"+{test}" for test in sorted(VERLIES)]
    build_warehouse(tmp_path, pad, "--select", *modellen, "--exclude-resource-type", "test")
    bouw = build_warehouse(tmp_path, pad, "--select", *sorted(VERLIES), opdracht="test")

    assert bouw.list_met_andere_status("pass") == VERLIES
    assert bouw.list_met_andere_status("fail") == set()
