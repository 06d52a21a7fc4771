"""Homes that several test files share; each is run once."""

import csv
import shutil
import zipfile
from pathlib import Path

import pytest
from invoer import write_bijlage_1, write_foute_bestanden, write_kader
from pijplijn import Huis, build_stand, build_warehouse, run_alles, run_home, write_golden

from demo.genereer import write_demo
from orchestration.klok import read_nu
from orchestration.stappen.publicatie import publish_release


@pytest.fixture(scope="session")
def golden_map(tmp_path_factory) -> Path:
    """A folder with ``inbox/ijw`` of the golden set; copy it, do not run it."""
    map = tmp_path_factory.mktemp("golden")
    write_golden(map)
    return map


@pytest.fixture(scope="session")
def golden(tmp_path_factory, golden_map) -> Huis:
    """A home with nothing but the golden iJw messages in it, read but not yet built."""
    map = tmp_path_factory.mktemp("dronten")
    shutil.copytree(golden_map / "inbox", map / "inbox")
    return run_home(map, bouw=False)


@pytest.fixture(scope="session")
def op_stand(golden) -> Path:
    """The warehouse of the golden home as it stood on 19 February 2025."""
    return build_stand(golden, "2025-02-19")


@pytest.fixture(scope="session")
def zonder_stand(golden) -> Path:
    """The warehouse of the golden home that knows everything."""
    return build_warehouse(golden, toetsen=False)


@pytest.fixture(scope="session")
def goed_bericht(golden_map) -> str:
    """One JW301 with nothing wrong."""
    with zipfile.ZipFile(golden_map / "inbox/ijw/2024-02/jw301.zip") as archief:
        return archief.read(archief.namelist()[0]).decode()


@pytest.fixture(scope="session")
def gemengd(tmp_path_factory, golden_map, goed_bericht) -> Huis:
    """A home with a few good iJw months, the printed budgets, and every kind of wrong file."""
    map = tmp_path_factory.mktemp("gemengd")
    for maand in ("2023-12", "2024-01", "2024-02"):
        doel = map / "inbox/ijw" / maand
        doel.mkdir(parents=True)
        for pad in sorted((golden_map / "inbox/ijw" / maand).iterdir()):
            (doel / pad.name).write_bytes(pad.read_bytes())
    write_bijlage_1(map / "inbox/circulaires/2014-08/bijlage_1.xlsx")
    write_kader(map / "inbox/circulaires/2014-08/regionaal_kader.xlsx")
    fout = write_foute_bestanden(map / "inbox", goed_bericht)
    (map / "inbox/ijw/2025-13").mkdir()
    (map / "inbox/ijw/2025-13/bericht.xml").write_text(goed_bericht, encoding="utf-8")
    huis = run_home(map)
    huis.verwacht_fout = fout
    publish_release(huis.home, read_nu())
    return huis


@pytest.fixture(scope="session")
def demo_map(tmp_path_factory) -> Path:
    """A small demo region: ``inbox`` and ``antwoorden``; copy it, do not run it."""
    map = tmp_path_factory.mktemp("demo")
    write_demo(map, seed=1, jaren=2, schaal=0.04)
    return map


@pytest.fixture(scope="session")
def sleutel(demo_map):
    """Return a function that reads one table of the answer key as rows of text."""

    def read(naam: str) -> list[dict[str, str]]:
        pad: Path = demo_map / "antwoorden" / f"{naam}.csv"
        with pad.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    return read


@pytest.fixture(scope="session")
def basis(tmp_path_factory, demo_map) -> Huis:
    """The demo region taken through everything that ``regiobeeld run`` does."""
    map = tmp_path_factory.mktemp("basis")
    shutil.copytree(demo_map / "inbox", map / "inbox")
    return run_alles(map)
