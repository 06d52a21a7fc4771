"""The jobs: each runs in one process, because a process per step costs more than the step."""

from dataclasses import dataclass
from typing import Any

import dagster as dg

from orchestration.defs.bronnen import BRON_INFO, archief_key, lake_key
from orchestration.defs.publicatie import RAPPORT_KEY
from orchestration.plan import Deelrun, Plan
from orchestration.stappen.lake_stand import list_range

VERWERKEN = "verwerken"
HERLEZEN = "herlezen"

ontvangst_selectie = dg.AssetSelection.assets(*map(archief_key, BRON_INFO))
lake_selectie = dg.AssetSelection.assets(*map(lake_key, BRON_INFO))

verwerken_job = dg.define_asset_job(
    VERWERKEN,
    selection=dg.AssetSelection.all(),
    description="Van inbox tot rapport: neem over, lees in, bouw, controleer en publiceer.",
    executor_def=dg.in_process_executor,
)

herlezen_job = dg.define_asset_job(
    HERLEZEN,
    selection=lake_selectie,
    description="Lees ontvangstmaanden opnieuw in uit het archief, met de regels van nu: na een "
    "nieuwe regel, een herstelde fout of een beschadigd bestand. Klik op Materialize en kies de "
    "maanden. Een maand wordt in zijn geheel vervangen, dus niets telt dubbel. Bij elke maand "
    "staat daarna wat er opgelost, nieuw en aanvaard is. Draai daarna `publiceren`.",
    executor_def=dg.in_process_executor,
)

publiceren_job = dg.define_asset_job(
    "publiceren",
    selection=dg.AssetSelection.all() - ontvangst_selectie - lake_selectie,
    description="Bouw het warehouse opnieuw, controleer, publiceer en maak het rapport.",
    executor_def=dg.in_process_executor,
)

rapport_job = dg.define_asset_job(
    "kwartaalrapport",
    selection=dg.AssetSelection.assets(RAPPORT_KEY),
    description="Maak het kwartaalrapport opnieuw uit de laatste release.",
    executor_def=dg.in_process_executor,
)


@dataclass(frozen=True)
class Opdracht:
    """One run of a job: which assets, over which months, with what config."""

    assets: list[dg.AssetKey]
    tags: dict[str, str]
    config: dict[str, Any]
    publiceert: bool


def make_opdrachten(plan: Plan, maand: str, publicatie: list[dg.AssetKey]) -> list[Opdracht]:
    """Return the runs that carry out a plan, in the order in which they must run.

    The first takes in the inbox, the last builds and publishes; usually that is one run.

    Args:
        plan: what there is to do.
        maand: the present month, for a run that has no month to read.
        publicatie: the assets from warehouse to report.
    """
    if plan.is_leeg:
        return []
    deelruns = plan.list_runs() or [Deelrun(maand, maand, frozenset())]
    opdrachten = []
    for deelrun in deelruns:
        is_laatste = deelrun is deelruns[-1]
        bronnen = sorted(deelrun.bronnen)
        assets = [archief_key(bron) for bron in BRON_INFO] if deelrun is deelruns[0] else []
        assets += [lake_key(bron) for bron in bronnen]
        opdrachten.append(
            Opdracht(
                assets=assets + (publicatie if is_laatste else []),
                tags={
                    "dagster/asset_partition_range_start": deelrun.eerste,
                    "dagster/asset_partition_range_end": deelrun.laatste,
                },
                config={
                    "ops": {
                        f"inlezen_{bron}": {"config": {"alleen_verouderd": True}}
                        for bron in bronnen
                    }
                },
                publiceert=is_laatste,
            )
        )
    return opdrachten


def make_herlees_opdrachten(keuze: dict[str, list[str]]) -> list[Opdracht]:
    """Return the runs of the job ``herlezen`` that read months again, and no month between them.

    Args:
        keuze: per bron the months.
    """
    opdrachten = []
    for bron, maanden in keuze.items():
        for eerste, laatste in _find_reeksen(maanden):
            opdrachten.append(
                Opdracht(
                    assets=[lake_key(bron)],
                    tags={
                        "dagster/asset_partition_range_start": eerste,
                        "dagster/asset_partition_range_end": laatste,
                    },
                    config={"ops": {f"inlezen_{bron}": {"config": {"alleen_verouderd": False}}}},
                    publiceert=False,
                )
            )
    return opdrachten


def _find_reeksen(maanden: list[str]) -> list[tuple[str, str]]:
    """Return the first and last month of every unbroken row of months."""
    reeksen: list[tuple[str, str]] = []
    for maand in sorted(maanden):
        if reeksen and len(list_range((reeksen[-1][1], maand))) == 2:
            reeksen[-1] = (reeksen[-1][0], maand)
        else:
            reeksen.append((maand, maand))
    return reeksen
