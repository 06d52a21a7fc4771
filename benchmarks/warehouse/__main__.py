"""The time of the dbt models: ``make bench-warehouse``.

Builds the models, one at a time, on the lake of a demo region of five years at full size and on an
empty lake, and prints the sum of their times, per layer and of the slowest. What an empty lake
takes is the price of having so many models; the rest grows with the data. Ends with 1 when the sum
is over the limit.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.lake import write_lege_tabellen

HOOGSTENS_SECONDEN = 15.0
PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"
_BIN = Path(sys.executable).parent
_AANTAL_TRAAGSTE = 15


@dataclass(frozen=True)
class Tijden:
    """Seconds per model, by layer and name."""

    per_model: dict[tuple[str, str], float]

    @property
    def som(self) -> float:
        """All models together."""
        return sum(self.per_model.values())

    def sum_per_laag(self) -> Counter[str]:
        """Seconds per layer."""
        lagen: Counter[str] = Counter()
        for (laag, _), seconden in self.per_model.items():
            lagen[laag] += seconden
        return lagen


def measure(lake: Path, map: Path) -> Tijden:
    """Build seeds and models on ``lake`` with one thread, as a run does but without the tests."""
    write_lege_tabellen(lake)
    omgeving = os.environ | {
        "REGIOBEELD_LAKE": str(lake),
        "REGIOBEELD_WAREHOUSE": str(map / "warehouse.duckdb"),
        "REGIOBEELD_WORTEL": str(PROJECT.parent),
        "DBT_TARGET_PATH": str(map / "target"),
        "DBT_LOG_PATH": str(map / "logs"),
    }
    opdracht = ["--quiet", "--log-level-file", "info", "build", "--threads", "1"]
    niet = ["--exclude-resource-type", "unit_test", "test", "--profiles-dir", str(PROJECT)]
    subprocess.run([str(_BIN / "dbt"), *opdracht, *niet], cwd=PROJECT, env=omgeving, check=True)
    resultaten = json.loads((map / "target/run_results.json").read_text("utf-8"))["results"]
    knopen = json.loads((map / "target/manifest.json").read_text("utf-8"))["nodes"]
    modellen = [r for r in resultaten if r["unique_id"].startswith("model.")]
    return Tijden(
        {
            (knopen[r["unique_id"]]["schema"], knopen[r["unique_id"]]["name"]): r["execution_time"]
            for r in modellen
        }
    )


def make_lake(map: Path, jaren: int, schaal: float) -> Path:
    """Make a demo region, take it the whole way, and return its lake."""
    regiobeeld = str(_BIN / "regiobeeld")
    keuze = ["--jaren", str(jaren), "--schaal", str(schaal), "--home", str(map)]
    subprocess.run([regiobeeld, "demo", *keuze], check=True)
    subprocess.run([regiobeeld, "run", "--home", str(map)], check=True)
    return map / "lake"


def report(vol: Tijden, leeg: Tijden) -> bool:
    """Print both, and return whether the limit was kept."""
    print(f"\n{'laag':<16}{'modellen':>9}{'seconden':>10}{'lege lake':>11}")
    aantal = Counter(laag for laag, _ in vol.per_model)
    lagen, lagen_leeg = vol.sum_per_laag(), leeg.sum_per_laag()
    for laag, seconden in lagen.most_common():
        print(f"{laag:<16}{aantal[laag]:>9}{seconden:>10.1f}{lagen_leeg[laag]:>11.1f}")
    print(f"{'samen':<16}{len(vol.per_model):>9}{vol.som:>10.1f}{leeg.som:>11.1f}")
    print("\ntraagste modellen")
    traagste = sorted(vol.per_model.items(), key=lambda paar: -paar[1])[:_AANTAL_TRAAGSTE]
    for (_, naam), seconden in traagste:
        print(f"{seconden:>6.2f} s  {naam}")
    is_gehaald = vol.som <= HOOGSTENS_SECONDEN
    deel = vol.som / HOOGSTENS_SECONDEN
    print(f"\n{deel:.2f} x de grens van {HOOGSTENS_SECONDEN:.0f} s", end="")
    print("" if is_gehaald else ": GEMIST")
    return is_gehaald


def main() -> int:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, prog="make bench-warehouse")
    parser.add_argument("--lake", type=Path, help="a lake that is there; makes a demo without")
    parser.add_argument("--jaren", type=int, default=5)
    parser.add_argument("--schaal", type=float, default=1.0, help="size; Flevoland is 1")
    keuze = parser.parse_args()
    with TemporaryDirectory(prefix="regiobeeld-bench-") as tijdelijk:
        map = Path(tijdelijk)
        lake = keuze.lake or make_lake(map / "home", keuze.jaren, keuze.schaal)
        leeg = measure(map / "leeg", map / "leeg_werk")
        vol = measure(lake.resolve(), map / "vol_werk")
    return 0 if report(vol, leeg) else 1


if __name__ == "__main__":
    sys.exit(main())
