"""Homes for the tests of orchestration: an empty one, and a tiny demo that was run."""

from pathlib import Path

import pytest
from dbt_lezing import reuse_dbt_lezing
from proefhuis import open_home

from demo.genereer import write_demo
from orchestration.home import Home
from orchestration.verwerking import Verwerking, run_verwerking
from orchestration.voortgang import ignore_voortgang


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a new, empty home with its folders."""
    return open_home(tmp_path / "home")


@pytest.fixture(scope="session")
def verwerkt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, Verwerking]:
    """Return a tiny demo region that went the whole way once, and what the run said.

    Costs a dbt build, so it is shared: tests look at it, or leave it as it was.
    """
    nieuw = open_home(tmp_path_factory.mktemp("verwerkt") / "home")
    reuse_dbt_lezing(nieuw)
    write_demo(nieuw.map, seed=3, jaren=1, schaal=0.005)
    return nieuw, run_verwerking(nieuw, ignore_voortgang)
