"""Warehouse: let dbt build everything anew beside the old one, then put it in its place."""

from datetime import date
from typing import Any

from ingest.lake import write_lege_tabellen
from orchestration.bestanden import read_json, write_json
from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.dbt_bouw import Warehousebouw, build_alles
from orchestration.stappen.dbt_manifest import (
    compute_project_versie,
    load_project,
    read_manifest,
)
from orchestration.stappen.lake_stand import compute_lake_stand
from orchestration.stappen.vorige_stand import (
    REVISIE_MAANDEN,
    fetch_peildatum,
    trek_maanden_af,
    write_feiten,
)
from orchestration.voortgang import Voortgang, ignore_voortgang

_STAP = "Vorige stand (dbt)"


def build_warehouse(
    home: Home, stand: date | None = None, voortgang: Voortgang = ignore_voortgang
) -> Warehousebouw:
    """Build the whole warehouse from the lake and return what dbt did.

    Args:
        home: where lake and warehouse stand.
        stand: the day up to which messages count; the warehouse then comes in the folder of that
            stand. All messages count when left out.
        voortgang: told after each model and test.

    Raises:
        WarehouseAfgekeurd: a model or test failed; the previous warehouse is untouched.
        RegiobeeldFout: the disk is full.
    """
    doel = home if stand is None else home.open_stand(stand.isoformat())
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        kenmerk = compute_warehouse_stand(home)
        write_lege_tabellen(home.lake)
        totaal = _count_knopen(read_manifest(home))
        project = load_project(home)
        variabelen = _prepare_vorige_stand(home, stand, project, voortgang)
        if stand is not None:
            variabelen["stand_datum"] = stand.isoformat()
        bouw = build_alles(doel, project, variabelen, totaal, voortgang)
        doel.warehouse_bouw.replace(doel.warehouse)
        write_json(doel.warehouse_stand, {"kenmerk": kenmerk})
    return bouw


def is_warehouse_actueel(home: Home) -> bool:
    """Return whether building the warehouse now would give the same one."""
    stand = read_json(home.warehouse_stand).get("kenmerk")
    return home.warehouse.exists() and stand == compute_warehouse_stand(home)


def compute_warehouse_stand(home: Home) -> str:
    """Return what the warehouse depends on: the lake and the project."""
    return f"{compute_lake_stand(home)}/{compute_project_versie(home)}"


def _prepare_vorige_stand(
    home: Home, stand: date | None, project: Any, voortgang: Voortgang
) -> dict[str, str]:
    """Write the facts that ``publicatie.revisie`` compares with; return the vars that name them.

    There are none in a home without any message.
    """
    vorige = home.open_stand("vorige" if stand is None else f"{stand.isoformat()}/vorige")
    voortgang(_STAP, 0, 1)
    peildatum = stand or fetch_peildatum(vorige, project)
    variabelen = {}
    if peildatum is not None:
        eerder = trek_maanden_af(peildatum, REVISIE_MAANDEN)
        map = write_feiten(vorige, project, {"stand_datum": eerder.isoformat()})
        variabelen["vorige_stand"] = str(map)
    voortgang(_STAP, 1, 1)
    return variabelen


def _count_knopen(manifest: dict[str, Any]) -> int:
    soorten = ("model", "seed", "test")
    return sum(knoop["resource_type"] in soorten for knoop in manifest["nodes"].values())
