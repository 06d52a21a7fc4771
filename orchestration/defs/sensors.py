"""What makes a run start by itself, and what tells people that one went wrong."""

import dagster as dg

from orchestration.defs.jobs import VERWERKEN, make_opdrachten, verwerken_job
from orchestration.defs.resources import HomeResource
from orchestration.fouten import RegiobeeldFout
from orchestration.klok import read_nu, read_vandaag
from orchestration.plan import compute_plan
from orchestration.stappen.lake_stand import maand_van
from orchestration.stappen.melding import append_melding
from orchestration.stappen.ontvangst import Binnengekomen
from orchestration.telwoord import tel

RUST_SECONDEN = 20
"""A file that changed more recently may still be on its way in."""

_LOPEND = dg.RunsFilter(
    job_name=VERWERKEN,
    statuses=[
        dg.DagsterRunStatus.QUEUED,
        dg.DagsterRunStatus.STARTING,
        dg.DagsterRunStatus.STARTED,
    ],
)


def make_inbox_sensor(publicatie: list[dg.AssetKey]) -> dg.SensorDefinition:
    """Return the sensor that turns what arrived into the runs that its months need."""

    @dg.sensor(
        name="inbox",
        job=verwerken_job,
        minimum_interval_seconds=60,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Start de verwerking als er iets in de inbox ligt of een maand achterloopt.",
    )
    def inbox(
        context: dg.SensorEvaluationContext, home: HomeResource
    ) -> dg.RunRequest | dg.SkipReason:
        if context.instance.get_runs(_LOPEND, limit=1):
            return dg.SkipReason("Er loopt al een verwerking.")
        try:
            plan = compute_plan(home.open(), read_vandaag())
        except RegiobeeldFout as fout:
            return dg.SkipReason(str(fout))
        if any(_is_onderweg(bestand) for bestand in plan.binnengekomen):
            return dg.SkipReason("Er komt nog een bestand binnen; straks opnieuw kijken.")
        opdrachten = make_opdrachten(plan, maand_van(read_vandaag()), publicatie)
        if not opdrachten:
            return dg.SkipReason(_zeg_niets_te_doen(len(plan.achtergebleven)))
        # One at a time: what is left to do is seen again when this one is over, so that
        # nothing is published while an earlier month could not be read.
        return dg.RunRequest(
            run_key=plan.compute_sleutel(),
            tags=opdrachten[0].tags,
            run_config=opdrachten[0].config,
            asset_selection=opdrachten[0].assets,
        )

    return inbox


def _is_onderweg(bestand: Binnengekomen) -> bool:
    return read_nu().timestamp() - bestand.pad.stat().st_mtime < RUST_SECONDEN


def _zeg_niets_te_doen(achtergebleven: int) -> str:
    if achtergebleven:
        aantal = tel(achtergebleven, "bestand staat", "bestanden staan")
        return f"{aantal} op de verkeerde plek; zie --proef."
    return "De inbox is leeg en alle maanden zijn bij."


@dg.run_failure_sensor(
    name="meld_mislukte_run",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Meldt een run die mislukte, met de stappen waarop dat gebeurde.",
)
def meld_mislukte_run(context: dg.RunFailureSensorContext, home: HomeResource) -> None:
    """Write down which steps failed."""
    stappen = [gebeurtenis.step_key or "?" for gebeurtenis in context.get_step_failure_events()]
    _meld(context, home, f"Run mislukt bij: {', '.join(stappen) or 'de start'}.")


@dg.run_status_sensor(
    name="meld_gezakte_controle",
    run_status=dg.DagsterRunStatus.SUCCESS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Meldt een controle die zakte in een run die verder slaagde.",
)
def meld_gezakte_controle(context: dg.RunStatusSensorContext, home: HomeResource) -> None:
    """Write down which checks failed although the run succeeded."""
    namen = list_gezakte_controles(context.instance, context.dagster_run.run_id)
    if namen:
        _meld(context, home, f"Controle gezakt: {', '.join(namen)}.")


def list_gezakte_controles(instance: dg.DagsterInstance, run_id: str) -> list[str]:
    """Return the checks with severity error that failed in a run, as asset:check."""
    records = instance.get_records_for_run(
        run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION
    ).records
    uitkomsten = [
        record.event_log_entry.get_dagster_event().asset_check_evaluation_data
        for record in records
        if record.event_log_entry.dagster_event
    ]
    return [
        f"{uitkomst.asset_key.to_user_string()}:{uitkomst.check_name}"
        for uitkomst in uitkomsten
        if not uitkomst.passed and uitkomst.severity == dg.AssetCheckSeverity.ERROR
    ]


def _meld(context: dg.RunStatusSensorContext, home: HomeResource, tekst: str) -> None:
    context.log.error(tekst)
    append_melding(home.open(), read_nu(), context.dagster_run.run_id, tekst)
