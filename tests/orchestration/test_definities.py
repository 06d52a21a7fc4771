"""The definitions: what an operator finds in the UI."""

import os
from datetime import UTC, datetime

import dagster as dg
import pytest
from proefhuis import lever_bevolking

from orchestration.defs.jobs import make_opdrachten
from orchestration.defs.samenstelling import build_definitions
from orchestration.defs.sensors import list_gezakte_controles
from orchestration.instance import CLI_TAG, close_afgebroken_runs, open_instance
from orchestration.klok import read_vandaag
from orchestration.plan import compute_plan
from orchestration.stappen.lake_stand import maand_van
from schemas.lake import BRONNEN


@pytest.fixture(scope="module")
def defs(verwerkt):
    return build_definitions(verwerkt[0])


@pytest.fixture(scope="module")
def graaf(defs):
    return defs.resolve_asset_graph()


def test_everything_loads(defs):
    dg.Definitions.validate_loadable(defs)


def test_every_bron_goes_from_archive_to_lake(graaf):
    for bron in BRONNEN:
        lake = graaf.get(dg.AssetKey(["lake", bron]))
        assert lake.parent_keys == {dg.AssetKey(["archief", bron])}
        assert lake.partitions_def.has_partition_key("2014-01")
        assert lake.partitions_def.has_partition_key(maand_van(read_vandaag()))
        assert lake.backfill_policy == dg.BackfillPolicy.single_run()
        assert lake.freshness_policy is not None


def test_staging_reads_the_lake_and_the_release_reads_what_is_published(graaf):
    staging = graaf.get(dg.AssetKey(["staging", "stg_ijw__toewijzing"]))
    assert dg.AssetKey(["lake", "ijw"]) in staging.parent_keys
    release = graaf.get(dg.AssetKey(["release", "actueel"]))
    assert dg.AssetKey(["publicatie", "kosten_maand"]) in release.parent_keys
    assert {key.path[0] for key in release.parent_keys} == {"publicatie"}
    assert graaf.get(dg.AssetKey(["rapport", "kwartaal"])).parent_keys == {release.key}


def test_every_asset_of_ours_has_a_dutch_description_a_group_and_a_kind(graaf):
    for key in graaf.materializable_asset_keys:
        asset = graaf.get(key)
        if key.path[0] in ("archief", "lake", "release", "rapport"):
            assert asset.description and asset.kinds
        assert asset.group_name != "default"


def test_writers_of_duckdb_share_one_pool(graaf):
    pools = {pool for key in graaf.materializable_asset_keys for pool in graaf.get(key).pools}
    assert pools == {"duckdb_schrijver"}
    assert all(graaf.get(key).pools for key in graaf.materializable_asset_keys)


def test_blocking_checks_guard_the_warehouse_and_the_release(graaf):
    blokkerend = {
        (key.asset_key.to_user_string(), key.name)
        for key in graaf.asset_check_keys
        if graaf.get(key).blocking
    }
    for bron in BRONNEN:
        assert (f"lake/{bron}", "lake_voldoet_aan_schema") in blokkerend
    assert ("release/actueel", "geen_aantal_onder_de_drempel") in blokkerend


def test_dbt_tests_are_checks(graaf):
    per_laag = {key.asset_key.path[0] for key in graaf.asset_check_keys}
    assert {"marts", "publicatie"} <= per_laag


def test_schedules_run_in_dutch_time(defs):
    schemas = {schedule.name: schedule for schedule in defs.schedules}
    assert schemas["maandmonitor"].cron_schedule == "0 6 2 * *"
    assert schemas["kwartaalrapport"].cron_schedule == "0 6 15 1,4,7,10 *"
    assert {s.execution_timezone for s in schemas.values()} == {"Europe/Amsterdam"}


def test_jobs_run_in_one_process(defs):
    for naam in ("verwerken", "herlezen", "publiceren", "kwartaalrapport", "stand"):
        assert defs.resolve_job_def(naam).executor_def is dg.in_process_executor


def sensor_uitkomst(defs, home, instance):
    context = dg.build_sensor_context(instance=instance, definitions=defs, resources=defs.resources)
    return defs.resolve_sensor_def("inbox").evaluate_tick(context)


def maak_oud(pad):
    os.utime(pad, (0, datetime(2026, 1, 1, tzinfo=UTC).timestamp()))


@pytest.fixture(scope="module")
def leeg_defs(tmp_path_factory):
    from proefhuis import open_home

    home = open_home(tmp_path_factory.mktemp("sensor") / "home")
    return home, build_definitions(home)


def test_sensor_sleeps_launches_and_does_not_launch_twice(leeg_defs):
    home, defs = leeg_defs
    with open_instance(home) as instance:
        leeg = sensor_uitkomst(defs, home, instance)
        assert not leeg.run_requests and "leeg" in leeg.skip_message

        pad = lever_bevolking(home, 100, "2025-03")
        assert "komt nog een bestand binnen" in sensor_uitkomst(defs, home, instance).skip_message

        maak_oud(pad)
        (aanvraag,) = sensor_uitkomst(defs, home, instance).run_requests
        assert aanvraag.tags["dagster/asset_partition_range_start"] == "2025-03"
        assert aanvraag.tags["dagster/asset_partition_range_end"] == "2025-03"
        assert dg.AssetKey(["lake", "referentie"]) in aanvraag.asset_selection
        assert dg.AssetKey(["lake", "ijw"]) not in aanvraag.asset_selection
        assert dg.AssetKey(["release", "actueel"]) in aanvraag.asset_selection
        assert sensor_uitkomst(defs, home, instance).run_requests[0].run_key == aanvraag.run_key

        run = instance.create_run_for_job(
            defs.resolve_job_def("verwerken"),
            status=dg.DagsterRunStatus.STARTED,
            asset_selection=frozenset({dg.AssetKey(["lake", "ijw"])}),
        )
        assert "loopt al" in sensor_uitkomst(defs, home, instance).skip_message
        instance.report_run_canceled(run)


def test_plan_over_a_gap_publishes_once_and_last(home):
    lever_bevolking(home, 100, "2014-06")
    lever_bevolking(home, 200, "2025-03")
    release = dg.AssetKey(["release", "actueel"])
    eerste, laatste = make_opdrachten(compute_plan(home, read_vandaag()), "2026-02", [release])
    assert dg.AssetKey(["archief", "referentie"]) in eerste.assets
    assert release not in eerste.assets and not eerste.publiceert
    assert laatste.assets == [dg.AssetKey(["lake", "referentie"]), release]


@pytest.mark.parametrize("status", [dg.DagsterRunStatus.NOT_STARTED, dg.DagsterRunStatus.STARTED])
def test_run_whose_process_died_is_closed(home, defs, status):
    with open_instance(home) as instance:
        job = defs.resolve_job_def("kwartaalrapport")
        run = instance.create_run_for_job(job, status=status, tags={CLI_TAG: "run"})
        assert close_afgebroken_runs(home, instance) == 1
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.FAILURE
        assert close_afgebroken_runs(home, instance) == 0


def test_failed_check_is_found_in_a_run_that_succeeded():
    @dg.asset
    def bron():
        return None

    @dg.asset_check(asset=bron)
    def zakt():
        return dg.AssetCheckResult(passed=False)

    @dg.asset_check(asset=bron)
    def waarschuwt():
        return dg.AssetCheckResult(passed=False, severity=dg.AssetCheckSeverity.WARN)

    with dg.instance_for_test() as instance:
        run = dg.materialize([bron, zakt, waarschuwt], instance=instance)
        assert run.success
        assert list_gezakte_controles(instance, run.run_id) == ["bron:zakt"]


def test_instance_has_no_telemetry_no_sign_up_and_one_writer(home):
    with open_instance(home) as instance:
        assert not instance.telemetry_enabled
        assert not instance.nux_enabled
        assert instance.get_concurrency_config().pool_config.default_pool_limit == 1
