"""``regiobeeld run``: the same Dagster assets as the UI runs, in this process.

The runs and their events land in the instance of the home, so that the UI shows what the
command line did. Progress and outcome come back to the caller.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.klok import read_vandaag
from orchestration.plan import Plan, compute_plan
from orchestration.schijf import meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.lake_stand import maand_van
from orchestration.voortgang import Voortgang, watch_voortgang

if TYPE_CHECKING:
    from orchestration.defs.jobs import Opdracht


@dataclass
class Verwerking:
    """What a run of the whole way gave: the metadata of its assets, by asset name."""

    plan: Plan
    metadata: dict[str, dict[str, Any]] = field(default_factory=dict)
    gezakt: list[str] = field(default_factory=list)
    run_ids: list[str] = field(default_factory=list)

    def sum_lake(self, naam: str) -> int:
        """Return the total of a count over all bronnen and months that were read."""
        return sum(
            int(waarden.get(naam) or 0)
            for asset, waarden in self.metadata.items()
            if asset.startswith("lake/")
        )

    def sum_ontvangst(self, naam: str) -> int:
        """Return the total of a count over all bronnen of the inbox."""
        return sum(
            int(waarden.get(naam) or 0)
            for asset, waarden in self.metadata.items()
            if asset.startswith("archief/")
        )


def run_verwerking(home: Home, voortgang: Voortgang) -> Verwerking:
    """Carry out everything there is to do in ``home``.

    Raises:
        RegiobeeldFout: a step failed, or the disk is full; what stood before still stands.
    """
    home.make_mappen()
    vandaag = read_vandaag()
    with hold_slot(home), watch_voortgang(voortgang), meld_volle_schijf(home.map):
        plan = compute_plan(home, vandaag)
        verwerking = Verwerking(plan)
        if plan.is_leeg:
            return verwerking
        # Loaded only now: with nothing to do the seconds of Dagster and dbt are saved.
        voortgang("Voorbereiden", 0, 1)
        from orchestration.defs.jobs import VERWERKEN, make_opdrachten
        from orchestration.defs.samenstelling import build_definitions, list_vanaf_warehouse
        from orchestration.instance import close_afgebroken_runs, open_instance

        with open_instance(home) as instance:
            close_afgebroken_runs(home, instance)
            definities = build_definitions(home)
            job = definities.resolve_job_def(VERWERKEN)
            voortgang("Voorbereiden", 1, 1)
            publicatie = list_vanaf_warehouse(definities)
            for opdracht in make_opdrachten(plan, maand_van(vandaag), publicatie):
                _collect(verwerking, execute_opdracht(job, opdracht, instance))
    return verwerking


def execute_opdracht(job: Any, opdracht: "Opdracht", instance: Any) -> Any:
    """Run one opdracht in this process and return Dagster's own result.

    Raises:
        RegiobeeldFout: a step failed.
        KeyboardInterrupt: the run was interrupted.
    """
    from dagster import DagsterExecutionInterruptedError

    from orchestration.instance import CLI_TAG

    with _stille_dagster():
        try:
            uitkomst = job.execute_in_process(
                run_config=opdracht.config | _STIL,
                instance=instance,
                asset_selection=opdracht.assets,
                tags=opdracht.tags | {CLI_TAG: "run"},
                raise_on_error=False,
            )
        except DagsterExecutionInterruptedError:
            raise KeyboardInterrupt from None
    if not uitkomst.success:
        if _is_onderbroken(uitkomst):
            raise KeyboardInterrupt
        raise RegiobeeldFout(*_explain(uitkomst))
    return uitkomst


def _is_onderbroken(uitkomst: Any) -> bool:
    """Whether the run ended because of a signal: Dagster catches it and ends the step."""
    return any(
        gebeurtenis.event_type_value == "PIPELINE_CANCELED"
        or (
            gebeurtenis.is_step_failure
            and gebeurtenis.step_failure_data.error is not None
            and gebeurtenis.step_failure_data.error.cls_name == _ONDERBROKEN
        )
        for gebeurtenis in uitkomst.all_events
    )


_STIL = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@contextmanager
def _stille_dagster() -> Iterator[None]:
    """Keep beta notices of Dagster off the screen of the operator."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _collect(verwerking: Verwerking, uitkomst: Any) -> None:
    verwerking.run_ids.append(uitkomst.run_id)
    for gebeurtenis in uitkomst.all_events:
        if gebeurtenis.is_step_materialization:
            materialisatie = gebeurtenis.step_materialization_data.materialization
            naam = materialisatie.asset_key.to_user_string()
            waarden = {sleutel: w.value for sleutel, w in materialisatie.metadata.items()}
            _add(verwerking.metadata.setdefault(naam, {}), waarden, materialisatie.partition)
        elif gebeurtenis.event_type_value == "ASSET_CHECK_EVALUATION":
            controle = gebeurtenis.asset_check_evaluation_data
            if not controle.passed and controle.severity.value == "ERROR":
                naam = f"{controle.asset_key.to_user_string()}:{controle.check_name}"
                verwerking.gezakt.append(naam)


def _add(totaal: dict[str, Any], waarden: dict[str, Any], maand: str | None) -> None:
    """Add counts up over the months of an asset; other assets have one set of values."""
    for sleutel, waarde in waarden.items():
        telt_op = maand is not None and isinstance(waarde, int) and not isinstance(waarde, bool)
        totaal[sleutel] = totaal.get(sleutel, 0) + waarde if telt_op else waarde


def _explain(uitkomst: Any) -> tuple[str, str]:
    """Return what failed and what to do; the text of our own errors, else only the kind."""
    for gebeurtenis in uitkomst.all_events:
        if not gebeurtenis.is_step_failure:
            continue
        fout = gebeurtenis.step_failure_data.error
        oorzaak = fout.cause or fout
        verklaring = gebeurtenis.step_failure_data.user_failure_data
        if verklaring is not None:
            return verklaring.description or "De verwerking mislukte.", ""
        if oorzaak.cls_name in _EIGEN_FOUTEN:
            return oorzaak.message.split(": ", 1)[-1].strip(), ""
        stap = gebeurtenis.step_key
        return (
            f"De stap {stap} mislukte ({oorzaak.cls_name}).",
            f"Zie run {uitkomst.run_id} in de Dagster-UI: regiobeeld dev",
        )
    return "De verwerking mislukte.", f"Zie run {uitkomst.run_id} in de Dagster-UI."


_ONDERBROKEN = "DagsterExecutionInterruptedError"
_EIGEN_FOUTEN = {"RegiobeeldFout", "WarehouseAfgekeurd", "PublicatieGeweigerd"}
