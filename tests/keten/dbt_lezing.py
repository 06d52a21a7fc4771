"""What dbt read of the project for one home of the tests serves the next: it takes long."""

import shutil
from pathlib import Path

from orchestration.home import Home

_gelezen: list[Path] = []


def reuse_dbt_lezing(home: Home) -> None:
    """Start from what dbt read of the project for an earlier home of this session."""
    doel = home.dbt / "partial_parse.msgpack"
    eerder = [pad for pad in _gelezen if pad.exists()]
    if eerder and not doel.exists():
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(eerder[0], doel)
    _gelezen.append(doel)
