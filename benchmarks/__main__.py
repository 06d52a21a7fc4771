"""Speed of reading declarations, as ratios in one run: ``python -m benchmarks``.

The peers read the same bytes: (a) lxml tree plus XSD validation alone, the floor for anybody
who checks the schema; (b) ``pandas.read_xml``, which checks nothing. Ours is bytes to
validated, rule-checked, pseudonymised Arrow rows.
"""

import io
import resource
import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

import pandas as pd
from lxml import etree

from benchmarks.bericht import make_jw323
from ingest.ijw.bericht import read_bericht
from schemas.ijw.xsd import xml_schema

AANTAL_REGELS = 20_000
RONDES = 5


def validate_tree(bericht: bytes) -> None:
    """Peer (a): parse and validate, nothing else."""
    root = etree.fromstring(bericht)
    if not xml_schema("3_2", "jw323").validate(root):
        raise ValueError("the benchmark message is not valid")


def read_with_pandas(bericht: bytes) -> None:
    """Peer (b): a table without any check."""
    namespaces = {"d": "http://www.istandaarden.nl/ijw/3_2/jw323/schema"}
    pd.read_xml(io.BytesIO(bericht), xpath=".//d:Prestatie", namespaces=namespaces)


def read_ours(bericht: bytes) -> None:
    """Ours: read, validate, check the rules, pseudonymise."""
    resultaat = read_bericht(bericht, date(2025, 6, 30), b"benchmark" * 4)
    if not resultaat.is_aanvaard:
        raise ValueError([melding.regel_code for melding in resultaat.meldingen])


def measure(method: Callable[[bytes], None], bericht: bytes) -> float:
    """Return the median number of rows per second over the rounds, after one warm-up."""
    method(bericht)
    seconds = []
    for _ in range(RONDES):
        start = perf_counter()
        method(bericht)
        seconds.append(perf_counter() - start)
    return AANTAL_REGELS / median(seconds)


def main() -> int:
    """Print the rates and the ratios of one run."""
    bericht = make_jw323(AANTAL_REGELS)
    methods = {
        "lxml tree + XSD": validate_tree,
        "pandas.read_xml": read_with_pandas,
        "regiobeeld": read_ours,
    }
    rates = {naam: measure(method, bericht) for naam, method in methods.items()}
    for naam, rate in rates.items():
        print(f"{naam:<16} {rate:>10,.0f} rows/s  regiobeeld = {rates['regiobeeld'] / rate:.2f} x")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MiB for a message of {len(bericht) / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
