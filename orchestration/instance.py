"""The Dagster instance of a home: what ran, when, and with what outcome."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from orchestration.bestanden import write_text
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.slot import hold_dev_slot

CLI_TAG = "regiobeeld/opdracht"

# One run at a time writes DuckDB; the pool says so in the UI as well. Raw process output is
# not kept: the structured events tell what happened, and hold no cell of a delivery.
_CONFIG = """\
# Geschreven door regiobeeld; wordt bij elke start overschreven.
storage:
  custom:
    module: orchestration.dagster_opslag
    class: Opslag
    config:
      base_dir:
        env: DAGSTER_HOME
telemetry:
  enabled: false
nux:
  enabled: false
freshness:
  enabled: true
concurrency:
  pools:
    default_limit: 1
    granularity: run
  runs:
    max_concurrent_runs: 2
run_monitoring:
  enabled: true
  poll_interval_seconds: 60
compute_logs:
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
retention:
  sensor:
    purge_after_days:
      skipped: 7
      failure: 90
      success: 90
  schedule:
    purge_after_days: 90
"""


def write_instance_config(home: Home) -> None:
    """Write ``dagster.yaml`` of a home and let this process and its children find it."""
    pad = home.dagster / "dagster.yaml"
    if not pad.exists() or pad.read_text(encoding="utf-8") != _CONFIG:
        write_text(pad, _CONFIG)
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    os.environ["REGIOBEELD_HOME"] = str(home.map)


@contextmanager
def open_instance(home: Home) -> Iterator[dg.DagsterInstance]:
    """Open the persistent Dagster instance of a home."""
    write_instance_config(home)
    # a signal that comes while a connection closes is logged with its traceback, and raised as well
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    with dg.DagsterInstance.from_config(str(home.dagster)) as instance:
        yield instance


def close_afgebroken_runs(home: Home, instance: dg.DagsterInstance) -> int:
    """Mark runs whose process died halfway as failed, and return how many.

    Left as they are they would seem to run for ever and keep the pool occupied. Only for who
    holds the lock of the home: then no run of the command line can still be alive. Runs of
    the UI can, unless nobody runs the UI.
    """
    try:
        with hold_dev_slot(home):
            tags: dict[str, str] = {}
    except RegiobeeldFout:
        tags = {CLI_TAG: "run"}
    runs = instance.get_runs(
        dg.RunsFilter(
            tags=tags,
            statuses=[
                dg.DagsterRunStatus.NOT_STARTED,
                dg.DagsterRunStatus.STARTING,
                dg.DagsterRunStatus.STARTED,
                dg.DagsterRunStatus.CANCELING,
            ],
        )
    )
    for run in runs:
        instance.report_run_failed(run, "Afgebroken: het proces stopte voordat de run klaar was.")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
    return len(runs)
