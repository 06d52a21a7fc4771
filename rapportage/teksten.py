"""The texts of the report, read from ``teksten.yaml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_TEKSTEN = Path(__file__).with_name("teksten.yaml")


@cache
def read_teksten() -> dict[str, Any]:
    """Return all texts, labels and definitions of the report."""
    teksten: dict[str, Any] = yaml.safe_load(_TEKSTEN.read_text(encoding="utf-8"))
    return teksten
