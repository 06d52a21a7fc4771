"""Does the warehouse of any region pass its own tests: ``make regios``.

A region of another size or number of years withholds other cells, and a build whose figures would
give a withheld one away is refused. Makes regions, reads them and builds their warehouse with every
test of the data; ends with 1 when one is refused. A quarter of an hour.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pijplijn import run_home

from demo.genereer import write_demo
from orchestration.stappen.dbt_bouw import WarehouseAfgekeurd

# Seed, size (Flevoland is 1) and years.
REGIOS = (
    (2, 0.02, 2),
    (9, 0.01, 3),
    (6, 0.05, 5),
    (3, 0.1, 3),
    (7, 0.2, 4),
    (4, 0.3, 2),
    (5, 0.5, 3),
    (8, 1.0, 2),
    (1, 1.0, 5),
)


def build_regio(seed: int, schaal: float, jaren: int) -> str:
    """Return why the warehouse of a region is refused, nothing when it is not."""
    with TemporaryDirectory(prefix="regiobeeld-regio-") as tijdelijk:
        write_demo(Path(tijdelijk), seed=seed, jaren=jaren, schaal=schaal)
        try:
            run_home(Path(tijdelijk))
        except WarehouseAfgekeurd as fout:
            return str(fout)
    return ""


def main() -> int:
    """Build every region; returns 1 when one is refused."""
    is_goed = True
    for seed, schaal, jaren in REGIOS:
        reden = build_regio(seed, schaal, jaren)
        is_goed &= not reden
        print(f"zaad {seed}, schaal {schaal}, {jaren} jaar: {reden or 'goed'}", flush=True)
    return 0 if is_goed else 1


if __name__ == "__main__":
    sys.exit(main())
