"""One dbt build into ``.bouw`` of a home, told to whoever watches, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import is_schijffout, make_schijffout
from orchestration.stappen.dbt_manifest import run_dbt
from orchestration.voortgang import Voortgang, ignore_voortgang

_GESLAAGD = {"success", "pass", "warn", "no-op"}
_STAP = "Warehouse (dbt)"
# Unit tests judge the models, not the data: they belong to `make test`.
NIET_BOUWEN = ("unit_test",)


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


def build_alles(
    home: Home,
    project: Any,
    variabelen: Mapping[str, str],
    totaal: int,
    voortgang: Voortgang,
) -> Warehousebouw:
    """Build and test every model into ``home.warehouse_bouw``.

    Args:
        home: whose lake is read, and where the build comes.
        project: from ``load_project``.
        variabelen: vars of this build.
        totaal: how many nodes there are, for whoever watches.
        voortgang: told after each of them.

    Raises:
        WarehouseAfgekeurd: a model or test failed.
    """
    klaar = 0

    def follow(event: Any) -> None:
        nonlocal klaar
        if event.info.name == "NodeFinished":
            klaar += 1
            voortgang(_STAP, min(klaar, totaal), totaal)

    return _run(home, project, variabelen, [], follow)


def build_deel(
    home: Home,
    project: Any,
    variabelen: Mapping[str, str],
    selectie: Sequence[str],
    voortgang: Voortgang = ignore_voortgang,
) -> Warehousebouw:
    """Build only what ``selectie`` names, as dbt selects; tests only when named themselves.

    Raises:
        WarehouseAfgekeurd: a model or test failed.
    """
    keuze = ["--select", *selectie, "--indirect-selection", "empty"]
    voortgang("Vergelijking (dbt)", 0, 1)
    bouw = _run(home, project, variabelen, keuze, lambda event: None)
    voortgang("Vergelijking (dbt)", 1, 1)
    return bouw


def _run(
    home: Home, project: Any, variabelen: Mapping[str, str], keuze: Sequence[str], follow: Any
) -> Warehousebouw:
    remove_bouw(home)
    opdracht = ["build", *keuze, "--exclude-resource-type", *NIET_BOUWEN]
    uitkomst = run_dbt(home, opdracht, follow, project, variabelen)
    resultaten = getattr(uitkomst.result, "results", None) or []
    bouw = Warehousebouw([_to_knoop(resultaat) for resultaat in resultaten])
    if any(is_schijffout(str(resultaat.message)) for resultaat in resultaten):
        raise make_schijffout(home.map)
    if not uitkomst.success:
        raise WarehouseAfgekeurd(home, bouw, str(uitkomst.exception or ""))
    if not home.warehouse_bouw.exists():
        raise WarehouseAfgekeurd(home, bouw, "dbt maakte geen bestand")
    return bouw


def remove_bouw(home: Home) -> None:
    """Remove a build that was cut off or is used up."""
    home.warehouse_bouw.unlink(missing_ok=True)
    home.warehouse_bouw.with_name(home.warehouse_bouw.name + ".wal").unlink(missing_ok=True)


def _to_knoop(resultaat: Any) -> Knoop:
    return Knoop(
        unique_id=resultaat.node.unique_id,
        status=str(getattr(resultaat.status, "value", resultaat.status)),
        seconden=round(resultaat.execution_time, 3),
        aantal=resultaat.failures,
    )
