"""The event log of a home: what is told is kept, seen at once, and in the files afterwards."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dagster as dg
import pytest
from dagster import DagsterEventType

from orchestration.dagster_opslag import Gebeurtenissen
from orchestration.home import Home
from orchestration.instance import open_instance

AANTAL = 6


@dg.asset(check_specs=[dg.AssetCheckSpec("klopt", asset="telling")])
def telling() -> dg.MaterializeResult:
    controle = dg.AssetCheckResult(passed=True, check_name="klopt")
    return dg.MaterializeResult(metadata={"rijen": 3}, check_results=[controle])


def _run(instance: dg.DagsterInstance) -> str:
    uitkomst = dg.materialize([telling], instance=instance)
    assert uitkomst.success
    return uitkomst.run_id


def _count_wal(home: Home) -> int:
    return len(list(Path(home.dagster).rglob("history/runs/*.db-wal")))


def test_home_keeps_its_events_in_this_storage(home):
    with open_instance(home) as instance:
        assert isinstance(instance.event_log_storage, Gebeurtenissen)


def test_a_run_is_found_again_by_another_process(home):
    with open_instance(home) as instance:
        run_id = _run(instance)
    with open_instance(home) as instance:
        soorten = [gebeurtenis.dagster_event_type for gebeurtenis in instance.all_logs(run_id)]
        assert DagsterEventType.ASSET_CHECK_EVALUATION in soorten
        assert soorten[-1] == DagsterEventType.RUN_SUCCESS
        materialisatie = instance.get_latest_materialization_event(dg.AssetKey("telling"))
        assert materialisatie.run_id == run_id


def test_more_runs_than_files_are_kept_open(home):
    with open_instance(home) as instance:
        runs = [_run(instance) for _ in range(AANTAL)]
        assert _count_wal(home) < AANTAL
        assert all(instance.all_logs(run_id) for run_id in runs)


def test_log_of_sqlite_is_written_back_when_the_instance_closes(home):
    with open_instance(home) as instance:
        run_id = _run(instance)
        assert _count_wal(home) > 0
    assert _count_wal(home) == 0
    pad = Path(home.dagster) / "history" / "runs" / f"{run_id}.db"
    with sqlite3.connect(f"file:{pad}?immutable=1", uri=True) as connection:
        assert connection.execute("select count(*) from event_logs").fetchall()[0][0] > 5


def test_who_watches_a_run_hears_of_each_event(home):
    """The UI shows a run while it goes on."""
    gehoord = threading.Event()
    with open_instance(home) as instance:
        run_id = _run(instance)
        instance.watch_event_logs(run_id, None, lambda *_: gehoord.set())
        run = instance.get_run_by_id(run_id)
        instance.report_engine_event("nog iets", run)
        assert gehoord.wait(timeout=30)


@pytest.mark.parametrize("aantal_instanties", [1, 2])
def test_threads_and_instances_write_beside_each_other(home, aantal_instanties):
    """The UI and the command line write the same files; nobody waits for ever, nothing is lost."""
    with open_instance(home) as een, open_instance(home) as twee:
        instanties = [een, twee][:aantal_instanties]
        runs = {_run(een): een}
        run_id = next(iter(runs))

        def tell(nummer: int) -> None:
            instance = instanties[nummer % aantal_instanties]
            instance.report_engine_event(f"melding {nummer}", een.get_run_by_id(run_id))

        with ThreadPoolExecutor(4) as draden:
            list(draden.map(tell, range(40)))
        meldingen = {gebeurtenis.message for gebeurtenis in twee.all_logs(run_id)}
    assert {f"melding {nummer}" for nummer in range(40)} <= meldingen
