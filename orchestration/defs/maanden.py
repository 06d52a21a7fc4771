"""The months of receipt: the partitions of everything up to the lake."""

import dagster as dg

from orchestration.klok import TIJDZONE
from orchestration.stappen.lake_stand import EERSTE_MAAND

# end_offset: the present month is a partition too, files arrive in it every day.
ONTVANGSTMAANDEN = dg.MonthlyPartitionsDefinition(
    start_date=EERSTE_MAAND, fmt="%Y-%m", timezone=TIJDZONE, end_offset=1
)

SCHRIJVER_POOL = "duckdb_schrijver"
"""DuckDB has one writer: everything that writes a home waits in this pool of one."""
