"""The only place that reads the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TIJDZONE = "Europe/Amsterdam"


def read_nu() -> datetime:
    """Return the present moment in Dutch time, to the second."""
    return datetime.now(tz=UTC).astimezone(ZoneInfo(TIJDZONE)).replace(microsecond=0)


def read_vandaag() -> date:
    """Return today's date in the Netherlands."""
    return read_nu().date()
