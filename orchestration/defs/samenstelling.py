"""Puts assets, checks, jobs, sensors and schedules of one home together."""

import dagster as dg

from orchestration.defs.jobs import (
    herlezen_job,
    publiceren_job,
    rapport_job,
    verwerken_job,
)
from orchestration.defs.lake import lake_assets
from orchestration.defs.ontvangst import ontvangst
from orchestration.defs.publicatie import RAPPORT_KEY, RELEASE_KEY, make_publicatie_asset, rapport
from orchestration.defs.resources import HomeResource
from orchestration.defs.schedules import kwartaalrapport, maandmonitor
from orchestration.defs.sensors import make_inbox_sensor, meld_gezakte_controle, meld_mislukte_run
from orchestration.defs.stand import stand_job
from orchestration.defs.terugkoppeling import TERUGKOPPELING_KEY, terugkoppeling
from orchestration.defs.warehouse import make_warehouse_asset
from orchestration.home import Home


def build_definitions(home: Home) -> dg.Definitions:
    """Return the Dagster definitions that work on ``home``."""
    warehouse = make_warehouse_asset(home)
    gepubliceerd = sorted(key for key in warehouse.keys if key.path[0] == "publicatie")
    publicatie = [*sorted(warehouse.keys), RELEASE_KEY, RAPPORT_KEY, TERUGKOPPELING_KEY]
    return dg.Definitions(
        assets=[
            ontvangst,
            *lake_assets,
            warehouse,
            make_publicatie_asset(gepubliceerd or sorted(warehouse.keys)),
            rapport,
            terugkoppeling,
        ],
        jobs=[verwerken_job, herlezen_job, publiceren_job, rapport_job, stand_job],
        sensors=[make_inbox_sensor(publicatie), meld_mislukte_run, meld_gezakte_controle],
        schedules=[maandmonitor, kwartaalrapport],
        resources={"home": HomeResource(map=str(home.map))},
        executor=dg.in_process_executor,
    )


def build_lake_definitions(home: Home) -> dg.Definitions:
    """Return only what the job ``herlezen`` needs: without dbt it is there at once."""
    return dg.Definitions(
        assets=lake_assets,
        jobs=[herlezen_job],
        resources={"home": HomeResource(map=str(home.map))},
        executor=dg.in_process_executor,
    )


def list_vanaf_warehouse(definities: dg.Definitions) -> list[dg.AssetKey]:
    """Return the assets from warehouse to report: what every publication runs."""
    eerder = {"archief", "lake"}
    alle = definities.resolve_asset_graph().materializable_asset_keys
    return sorted(key for key in alle if key.path[0] not in eerder)
