"""Warehouse: let dbt build everything anew beside the old one, then put it in its place."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ingest.lake import write_lege_tabellen
from orchestration.bestanden import read_json, write_json
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import is_schijffout, make_schijffout, meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.dbt_manifest import (
    compute_project_versie,
    prepare_manifest,
    read_manifest,
    run_dbt,
)
from orchestration.stappen.lake_stand import compute_lake_stand
from orchestration.voortgang import Voortgang, ignore_voortgang

_GESLAAGD = {"success", "pass", "warn", "no-op"}


@dataclass(frozen=True)
class Knoop:
    """What dbt made of one model, seed or test. ``aantal`` is a number of failing rows."""

    unique_id: str
    status: str
    seconden: float
    aantal: int | None = None

    @property
    def is_geslaagd(self) -> bool:
        """Built, passed, or failed a test that only warns."""
        return self.status in _GESLAAGD

    @property
    def soort(self) -> str:
        """``model``, ``seed`` or ``test``."""
        return self.unique_id.split(".")[0]

    @property
    def naam(self) -> str:
        """The name under which dbt knows it."""
        return self.unique_id.split(".")[2]


@dataclass
class Warehousebouw:
    """What came of one build."""

    knopen: list[Knoop] = field(default_factory=list)

    def count(self, soort: str) -> int:
        """Return how many nodes of a kind dbt ran."""
        return sum(knoop.soort == soort for knoop in self.knopen)

    @property
    def mislukt(self) -> list[Knoop]:
        """The nodes that failed themselves; what was skipped because of them is left out."""
        return [k for k in self.knopen if not k.is_geslaagd and k.status != "skipped"]


class WarehouseAfgekeurd(RegiobeeldFout):
    """dbt could not build a model, or a test failed: the old warehouse stays."""

    def __init__(self, home: Home, bouw: Warehousebouw, oorzaak: str = "") -> None:
        """Say which nodes failed; counts only, the rows are not told."""
        namen = ", ".join(
            f"{knoop.naam} ({knoop.aantal} rijen)" if knoop.aantal else knoop.naam
            for knoop in bouw.mislukt[:5]
        )
        meer = f" en {len(bouw.mislukt) - 5} meer" if len(bouw.mislukt) > 5 else ""
        super().__init__(
            f"Het warehouse is afgekeurd: {namen or oorzaak or 'dbt stopte'}{meer}.",
            f"Het vorige warehouse en de vorige release blijven staan. De bouw staat in "
            f"{home.warehouse_bouw}, het verslag in {home.dbt / 'logs' / 'dbt.log'}.",
        )
        self.bouw = bouw


def build_warehouse(
    home: Home, stand: date | None = None, voortgang: Voortgang = ignore_voortgang
) -> Warehousebouw:
    """Build the whole warehouse from the lake and return what dbt did.

    Args:
        home: where lake and warehouse stand.
        stand: the day up to which messages count; all of them when left out.
        voortgang: told after each model and test.

    Raises:
        WarehouseAfgekeurd: a model or test failed; the previous warehouse is untouched.
        RegiobeeldFout: the disk is full.
    """
    if stand is not None:
        raise NotImplementedError("een eerdere stand komt in een latere versie")
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        kenmerk = compute_warehouse_stand(home)
        write_lege_tabellen(home.lake)
        prepare_manifest(home)
        _remove_bouw(home)
        bouw = _run_build(home, voortgang)
        if not home.warehouse_bouw.exists():
            raise WarehouseAfgekeurd(home, bouw, "dbt maakte geen bestand")
        home.warehouse_bouw.replace(home.warehouse)
        write_json(home.warehouse_stand, {"kenmerk": kenmerk})
    return bouw


def is_warehouse_actueel(home: Home) -> bool:
    """Return whether building the warehouse now would give the same one."""
    stand = read_json(home.warehouse_stand).get("kenmerk")
    return home.warehouse.exists() and stand == compute_warehouse_stand(home)


def compute_warehouse_stand(home: Home) -> str:
    """Return what the warehouse depends on: the lake and the project."""
    return f"{compute_lake_stand(home)}/{compute_project_versie(home)}"


def _remove_bouw(home: Home) -> None:
    home.warehouse_bouw.unlink(missing_ok=True)
    home.warehouse_bouw.with_name(home.warehouse_bouw.name + ".wal").unlink(missing_ok=True)


def _run_build(home: Home, voortgang: Voortgang) -> Warehousebouw:
    totaal = _count_knopen(read_manifest(home))
    klaar = 0

    def follow(event: Any) -> None:
        nonlocal klaar
        if event.info.name == "NodeFinished":
            klaar += 1
            voortgang("Warehouse (dbt)", min(klaar, totaal), totaal)

    # Unit tests judge the models, not the data: they belong to `make test`.
    uitkomst = run_dbt(home, ["build", "--exclude-resource-type", "unit_test"], follow)
    resultaten = getattr(uitkomst.result, "results", None) or []
    bouw = Warehousebouw([_to_knoop(resultaat) for resultaat in resultaten])
    if any(is_schijffout(str(resultaat.message)) for resultaat in resultaten):
        raise make_schijffout(home.map)
    if not uitkomst.success:
        raise WarehouseAfgekeurd(home, bouw, str(uitkomst.exception or ""))
    return bouw


def _count_knopen(manifest: dict[str, Any]) -> int:
    soorten = ("model", "seed", "test")
    return sum(knoop["resource_type"] in soorten for knoop in manifest["nodes"].values())


def _to_knoop(resultaat: Any) -> Knoop:
    return Knoop(
        unique_id=resultaat.node.unique_id,
        status=str(getattr(resultaat.status, "value", resultaat.status)),
        seconden=round(resultaat.execution_time, 3),
        aantal=resultaat.failures,
    )
