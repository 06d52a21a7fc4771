"""The figures as known on an earlier day, for an operator who works in the UI.

A job of its own and no asset: a stand is no step on the way to the release, and nothing follows it.
"""

import dagster as dg

from orchestration.defs.maanden import SCHRIJVER_POOL
from orchestration.defs.resources import HomeResource
from orchestration.klok import read_nu, read_vandaag
from orchestration.stappen.dbt_bouw import WarehouseAfgekeurd
from orchestration.stappen.stand import build_stand, read_stand_datum
from orchestration.stappen.uitgave import PublicatieGeweigerd
from orchestration.voortgang import report_voortgang


class StandConfig(dg.Config):
    """De dag waarop de cijfers moeten staan, zoals 2025-02-19."""

    datum: str


@dg.op(pool=SCHRIJVER_POOL)
def stand_per(context: dg.OpExecutionContext, config: StandConfig, home: HomeResource) -> None:
    """Bouw de cijfers zoals ze op een dag bekend waren, met dezelfde controles als een release."""
    datum = read_stand_datum(config.datum, read_vandaag())
    try:
        stand = build_stand(home.open(), datum, read_nu(), report_voortgang)
    except (WarehouseAfgekeurd, PublicatieGeweigerd) as fout:
        raise dg.Failure(str(fout), allow_retries=False) from None
    if stand.waarschuwing:
        context.log.warning(stand.waarschuwing)
    context.add_output_metadata(
        {
            "is_nieuw": stand.is_nieuw,
            "berichten_later": stand.berichten.later,
            "map": dg.MetadataValue.path(stand.map),
        }
    )


@dg.job(
    name="stand",
    executor_def=dg.in_process_executor,
    description="Bouw de cijfers zoals ze op een eerdere dag bekend waren. Klik op Launchpad en "
    "vul bij datum de dag in (2025-02-19). Ze komen in standen/<datum>/; de release verandert "
    "niet.",
)
def stand_job() -> None:
    """Build one stand."""
    stand_per()
