"""The whole way on a tiny region, run once; the tests look at what it left."""

import os
import shutil
import signal
import time
from types import SimpleNamespace

import dagster as dg
import duckdb
import pytest
from proefhuis import NU, open_home, write_mini_project

from demo.genereer import write_demo
from orchestration.defs.publicatie import rapport
from orchestration.defs.resources import HomeResource
from orchestration.diagnose import diagnose_home
from orchestration.instance import open_instance
from orchestration.klok import read_vandaag
from orchestration.plan import compute_plan
from orchestration.stappen.dbt_bouw import WarehouseAfgekeurd
from orchestration.stappen.publicatie import find_beschadigd, list_releases, publish_release
from orchestration.stappen.warehouse import build_warehouse
from orchestration.verwerking import execute_opdracht, run_verwerking
from orchestration.voortgang import ignore_voortgang
from schemas.lake import BRONNEN


def test_run_publishes_and_reports(verwerkt):
    home, verwerking = verwerkt
    assert len(verwerking.run_ids) >= 1 and not verwerking.gezakt
    assert verwerking.metadata["release/actueel"]["release"] == "R0001"
    assert verwerking.sum_ontvangst("nieuw") > 0
    with duckdb.connect(str(home.actueel / "regiobeeld.duckdb"), read_only=True) as con:
        assert con.execute("select count(*) from publicatie.kosten_maand").fetchone()[0] > 0
    kwartaal = verwerking.metadata["rapport/kwartaal"]["kwartaal"]
    assert list((home.rapporten / kwartaal).glob("*.html"))
    assert find_beschadigd(home.actueel) == []


def test_instance_shows_what_the_command_line_did(verwerkt):
    home, verwerking = verwerkt
    with open_instance(home) as instance:
        run = instance.get_run_by_id(verwerking.run_ids[-1])
        assert run.status == dg.DagsterRunStatus.SUCCESS
        maanden = instance.get_materialized_partitions(dg.AssetKey(["lake", "ijw"]))
        assert len(maanden) >= 12
        feit = instance.get_latest_materialization_event(dg.AssetKey(["marts", "fct_kosten"]))
        assert feit is not None


def test_second_run_has_nothing_to_do(verwerkt):
    home, _ = verwerkt
    assert compute_plan(home, read_vandaag()).is_leeg
    assert run_verwerking(home, ignore_voortgang).run_ids == []


def test_doctor_finds_the_home_in_order(verwerkt):
    oordelen = {u.onderwerp: u.oordeel for u in diagnose_home(verwerkt[0])}
    assert "fout" not in oordelen.values()
    assert oordelen["Release"] == oordelen["Warehouse"] == oordelen["Archief"] == "goed"


def test_nothing_of_dagster_or_dbt_leaves_the_home_or_names_a_bsn(verwerkt):
    home, _ = verwerkt
    sporen = [*home.dagster.rglob("*"), *home.dbt.rglob("*"), *home.quarantaine.rglob("*")]
    tekst = b"".join(pad.read_bytes() for pad in sporen if pad.is_file())
    assert tekst and b"<Bsn>" not in tekst and b":bsn>" not in tekst.lower()


def test_home_with_nothing_but_ijw_is_processed(tmp_path):
    home = open_home(tmp_path / "home")
    write_demo(home.map, seed=4, jaren=1, schaal=0.003)
    for bron in set(BRONNEN) - {"ijw"}:
        shutil.rmtree(home.inbox / bron, ignore_errors=True)
    verwerking = run_verwerking(home, ignore_voortgang)
    assert {key for key in verwerking.metadata if key.startswith("lake/")} == {"lake/ijw"}
    assert list_releases(home) == ["R0001"]
    with duckdb.connect(str(home.actueel / "regiobeeld.duckdb"), read_only=True) as con:
        assert con.execute("select count(*) from publicatie.zorggebruik_kwartaal").fetchone()[0] > 0
    assert "rapport/kwartaal" in verwerking.metadata


def test_release_without_figures_gives_no_report(home):
    write_mini_project(home, [])
    publish_release(home, NU)
    with dg.instance_for_test() as instance:
        uitkomst = dg.materialize(
            [rapport], resources={"home": HomeResource(map=str(home.map))}, instance=instance
        )
    assert uitkomst.success
    assert uitkomst.asset_materializations_for_node("rapport__kwartaal") == []


def test_failed_build_keeps_warehouse_and_release(verwerkt):
    """dbt breaks on a lake file that is not Parquet; readers notice nothing."""
    home, _ = verwerkt
    pad = home.lake / "ijw" / "prestatie" / "_kapot.parquet"
    stand, release = home.warehouse.stat().st_ino, home.actueel.readlink()
    pad.write_bytes(b"geen parquet")
    try:
        with pytest.raises(WarehouseAfgekeurd) as fout:
            build_warehouse(home)
    finally:
        pad.unlink()
    assert fout.value.bouw.mislukt and "blijven staan" in str(fout.value)
    assert (home.warehouse.stat().st_ino, home.actueel.readlink()) == (stand, release)


@pytest.mark.parametrize("nummer", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_interrupted_is_no_step_that_failed(nummer):
    @dg.asset
    def stap():
        os.kill(os.getpid(), nummer)
        time.sleep(5)

    job = dg.Definitions(assets=[stap]).resolve_implicit_global_asset_job_def()
    opdracht = SimpleNamespace(config={}, assets=[stap.key], tags={})
    eerder = signal.getsignal(signal.SIGTERM)
    try:
        with dg.DagsterInstance.ephemeral() as instance, pytest.raises(KeyboardInterrupt):
            execute_opdracht(job, opdracht, instance)
    finally:
        signal.signal(signal.SIGTERM, eerder)
