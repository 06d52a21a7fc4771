"""Measuring: ways of reading in turns on one processor, and memory in a process of its own."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import pyarrow as pa

from benchmarks.ingest.leveringen import Levering

Weg = Callable[[Levering], None]
_MEET_GEHEUGEN = "benchmarks.ingest.geheugen"


@dataclass(frozen=True)
class Tijden:
    """Median seconds of every way of reading on one delivery."""

    levering: Levering
    seconden: dict[str, float]

    def ratio(self, weg: str, ander: str) -> float:
        """Return how many times as fast one way is as another."""
        return self.seconden[ander] / self.seconden[weg]


def use_one_thread() -> None:
    """Give this process one processor, so that no way of reading has more threads."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)


def measure_tijden(levering: Levering, wegen: dict[str, Weg], rondes: int) -> Tijden:
    """Return the median time per way, after one warm-up, the order turned about every round."""
    gemeten: dict[str, list[float]] = {naam: [] for naam in wegen}
    for weg in wegen.values():
        weg(levering)
    for ronde in range(rondes):
        for naam in list(wegen)[:: 1 if ronde % 2 else -1]:
            gc.collect()
            begin = perf_counter()
            wegen[naam](levering)
            gemeten[naam].append(perf_counter() - begin)
    return Tijden(levering, {naam: median(seconden) for naam, seconden in gemeten.items()})


def measure_geheugen(levering: Levering) -> float:
    """Return the highest memory in MiB of a process that reads a delivery."""
    return float(_run("-m", _MEET_GEHEUGEN, str(levering.archief)))


def measure_start(opdracht: Sequence[str], rondes: int = 3) -> float:
    """Return the median seconds of a new Python process with these arguments."""
    seconden = []
    for _ in range(rondes):
        begin = perf_counter()
        _run(*opdracht)
        seconden.append(perf_counter() - begin)
    return median(seconden)


def _run(*opdracht: str) -> str:
    uitkomst = subprocess.run(
        [sys.executable, *opdracht], capture_output=True, text=True, check=True
    )
    return uitkomst.stdout
