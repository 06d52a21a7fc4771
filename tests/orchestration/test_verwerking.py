"""The whole way on a tiny region, run once; the tests look at what it left."""


import dagster as dg
import duckdb
from proefhuis import lever, open_home

from orchestration.diagnose import diagnose_home
from orchestration.fouten import RegiobeeldFout
from orchestration.instance import open_instance
from orchestration.klok import read_vandaag
from orchestration.plan import compute_plan
from orchestration.stappen.publicatie import find_beschadigd, list_releases
from orchestration.verwerking import run_verwerking
from orchestration.voortgang import ignore_voortgang


def test_run_publishes_and_reports(verwerkt):
    home, verwerking = verwerkt
    assert len(verwerking.run_ids) >= 1 and not verwerking.gezakt
    assert verwerking.metadata["release/actueel"]["release"] == "R0001"
    assert verwerking.sum_ontvangst("nuieuw") == 0 < verwerking.sum_ontvangst("nieuw")
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
    """One message that is refused and nothing else: every source is empty, all is published."""
    home = open_home(tmp_path / "home")
    lever(home, "ijw", "kapot.xml", "<a><b></a>", "2025-01")
    try:
        run_verwerking(home, ignore_voortgang)
    except RegiobeeldFout as fout:
        assert "heeft geen cijfers" in str(fout)
    assert list_releases(home) == ["R0001"]
