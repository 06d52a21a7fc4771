"""What runs by the calendar, in Dutch time."""

import dagster as dg

from orchestration.defs.jobs import publiceren_job, rapport_job
from orchestration.klok import TIJDZONE

maandmonitor = dg.ScheduleDefinition(
    name="maandmonitor",
    job=publiceren_job,
    cron_schedule="0 6 2 * *",
    execution_timezone=TIJDZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="De 2e van de maand: bouw en publiceer de monitor opnieuw, ook zonder levering.",
)

# Q1 and Q3 are financial, Q2 and Q4 have content too: the same page, the release decides.
kwartaalrapport = dg.ScheduleDefinition(
    name="kwartaalrapport",
    job=rapport_job,
    cron_schedule="0 6 15 1,4,7,10 *",
    execution_timezone=TIJDZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="De 15e na het kwartaal: het rapport over het kwartaal dat voorbij is.",
)
"""The run takes the last quarter that was over at the stand of the newest release."""
