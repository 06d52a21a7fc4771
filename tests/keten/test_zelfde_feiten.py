"""Order, time, name and number of times of receipt mean nothing: the facts stay equal."""

import random
import shutil
from pathlib import Path

import pytest
from pijplijn import VANDAAG, Huis, open_home, run_home
from vergelijken import ONTVANGST_KOLOMMEN, hash_schema

from orchestration.sleutels import read_sleutels
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_stand import list_archief_maanden, list_verouderd
from orchestration.stappen.ontvangst import register_inbox
from schemas.lake import BRONNEN

HERLEES_MAAND = "2024-06"


def read_lake(home_map: Path) -> dict[str, bytes]:
    """Return the bytes of every lake file."""
    lake = home_map / "lake"
    return {str(pad.relative_to(lake)): pad.read_bytes() for pad in sorted(lake.rglob("*.parquet"))}


def copy_anders(bron: Path, doel: Path, toeval: random.Random) -> None:
    """Copy an inbox with other file names, and iJw files up to three months later.

    Other sources keep their month: for them the day of delivery is part of what is known.
    """
    for nummer, pad in enumerate(sorted(pad for pad in bron.rglob("*") if pad.is_file())):
        naam, maand, _ = pad.relative_to(bron).parts
        if naam == "ijw":
            index = int(maand[:4]) * 12 + int(maand[5:]) - 1 + toeval.randrange(4)
            laatste = VANDAAG.year * 12 + VANDAAG.month - 2
            maand = f"{min(index, laatste) // 12}-{min(index, laatste) % 12 + 1:02d}"
        map = doel / naam / maand
        map.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pad, map / f"{toeval.randrange(10**6):06d}_{nummer}{pad.suffix}")


@pytest.fixture(scope="module")
def anders(tmp_path_factory, demo_map) -> Huis:
    """The same demo region, received in another order and under other names."""
    map = tmp_path_factory.mktemp("anders")
    copy_anders(demo_map / "inbox", map / "inbox", random.Random(7))
    return run_home(map, toetsen=False)


@pytest.fixture(scope="module")
def opnieuw(tmp_path_factory, basis, demo_map) -> Huis:
    """A copy of the finished home in which the whole inbox arrived once more."""
    map = tmp_path_factory.mktemp("opnieuw")
    for onderdeel in ("archief", "lake", "quarantaine", "dbt", "sleutelkenmerk.json"):
        bron = basis.map / onderdeel
        if bron.is_dir():
            shutil.copytree(bron, map / onderdeel)
        else:
            shutil.copyfile(bron, map / onderdeel)
    shutil.copytree(demo_map / "inbox", map / "inbox")
    home = open_home(map)
    return Huis(home, register_inbox(home, VANDAAG))


def test_other_order_and_names_give_equal_facts(basis, anders):
    op_ontvangst = ("fct_bevinding", "fct_datakwaliteit", "fct_quarantaine")
    zonder = dict.fromkeys(op_ontvangst, ONTVANGST_KOLOMMEN)
    assert hash_schema(anders.warehouse, "marts", zonder) == hash_schema(
        basis.warehouse, "marts", zonder
    )


def test_other_order_and_names_give_equal_published_tables(basis, anders):
    assert hash_schema(anders.warehouse, "publicatie") == hash_schema(basis.warehouse, "publicatie")


def test_same_inbox_twice_is_known_and_reported(opnieuw, demo_map):
    aantal = sum(pad.is_file() for pad in (demo_map / "inbox").rglob("*"))
    assert opnieuw.ontvangst.aantal_nieuw == 0
    assert opnieuw.ontvangst.aantal_dubbel == aantal


def test_same_inbox_twice_leaves_nothing_to_read(opnieuw):
    sleutel = read_sleutels(opnieuw.home).pseudoniem
    assert {bron: list_verouderd(opnieuw.home, bron, sleutel) for bron in BRONNEN} == {
        bron: [] for bron in BRONNEN
    }


def test_rereading_gives_the_same_bytes(opnieuw, basis):
    """One month of iJw, and every month of the spreadsheets."""
    for bron in BRONNEN:
        maanden = list_archief_maanden(opnieuw.home, bron)
        keuze = [HERLEES_MAAND] if bron == "ijw" else maanden
        inlezing = read_maanden(opnieuw.home, bron, keuze, alleen_verouderd=False)
        assert sorted(inlezing.maanden) == sorted(keuze)
    assert read_lake(opnieuw.map) == read_lake(basis.map)
