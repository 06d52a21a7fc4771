"""Homes that several test files share; each is run once."""

import zipfile
from pathlib import Path

import pytest
from invoer import write_bijlage_1, write_foute_bestanden, write_kader
from pijplijn import Huis, run_home, write_golden

from orchestration.klok import read_nu
from orchestration.stappen.publicatie import publish_release


@pytest.fixture(scope="session")
def golden_map(tmp_path_factory) -> Path:
    """A folder with ``inbox/ijw`` of the golden set; copy it, do not run it."""
    map = tmp_path_factory.mktemp("golden")
    write_golden(map)
    return map


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
