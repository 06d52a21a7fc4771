"""A small demo region, read once; without suppression, so that every figure can be compared."""

from pathlib import Path

import pytest
from compilatie import compile_project
from pijplijn import run_home
from proeflake import Cijfers, Proeflake, fill_proeflake

from demo.genereer import write_demo
from ingest.lake import write_lege_tabellen


@pytest.fixture(scope="session")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lake of a demo region of some 70 youths, over two years."""
    map = tmp_path_factory.mktemp("metamorf")
    write_demo(map, seed=3, jaren=2, schaal=0.01)
    home = run_home(map, bouw=False).home
    write_lege_tabellen(home.lake)
    return home.lake


@pytest.fixture(scope="session")
def proeflake(tmp_path_factory: pytest.TempPathFactory, lake: Path) -> Proeflake:
    """That lake in memory, with the models that make figures of it."""
    compilatie = compile_project(tmp_path_factory.mktemp("compilatie"), onderdrukking_drempel=1)
    return fill_proeflake(compilatie, lake)


@pytest.fixture(scope="session")
def vooraf(proeflake: Proeflake) -> Cijfers:
    """Every figure before anything was changed."""
    return proeflake.build()
