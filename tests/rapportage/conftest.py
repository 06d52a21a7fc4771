from pathlib import Path

import pytest
from maak_release import write_release

from rapportage.rapport import render_rapport


@pytest.fixture(scope="session")
def release_map(tmp_path_factory) -> Path:
    return write_release(tmp_path_factory.mktemp("publicatie") / "3")


@pytest.fixture(scope="session")
def paginas(release_map, tmp_path_factory) -> dict[str, str]:
    """Return the text of every page of 2025-K4 by file name."""
    doel_map = tmp_path_factory.mktemp("rapporten")
    paden = render_rapport(release_map, "2025-K4", doel_map)
    return {pad.name: pad.read_text(encoding="utf-8") for pad in paden}
