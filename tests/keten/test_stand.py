"""Stand per: what was known on a day is what a lake would give in which nothing later had come."""

import shutil
from datetime import date
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from pijplijn import open_home
from vergelijken import fetch, hash_schema

from orchestration.bestanden import replace_symlink
from orchestration.home import Home
from orchestration.stappen.dbt_bouw import build_deel
from orchestration.stappen.dbt_manifest import load_project

# In order: the first of these that a lake table has says when its rows were known.
DATUMS = (
    "retour_dagtekening_datum",
    "dagtekening_datum",
    "opgave_datum",
    "publicatie_datum",
    "ontvangst_datum",
)
# The quality of deliveries goes by the day of receipt, also of a message that is dated earlier.
OP_ONTVANGST = {"fct_datakwaliteit", "fct_quarantaine"}
# The list of products keeps one that only a later message names; no fact rests on that.
ZONDER_STAND = {"dim_product"}


def cut_lake(lake: Path, doel: Path, stand: date) -> Path:
    """Copy a lake without what was dated after a day."""
    for pad in lake.rglob("*.parquet"):
        tabel = pq.read_table(pad)
        kolom = next((naam for naam in DATUMS if naam in tabel.column_names), None)
        if kolom is not None:
            tabel = tabel.filter(pc.fill_null(pc.less_equal(tabel[kolom], stand), True))
        kopie = doel / pad.relative_to(lake)
        kopie.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(tabel, kopie)
    return doel


@pytest.fixture(scope="module")
def schakel(tmp_path_factory, basis) -> tuple[Home, object]:
    """A home whose lake is a link, so that one reading of the project serves several lakes."""
    home = open_home(tmp_path_factory.mktemp("stand"))
    home.dbt.mkdir()
    shutil.copyfile(basis.home.dbt / "partial_parse.msgpack", home.dbt / "partial_parse.msgpack")
    replace_symlink(home.lake, str(basis.home.lake))
    return home, load_project(home)


def build_marts(schakel, lake: Path, **variabelen: str) -> dict[str, object]:
    """Return a hash of every fact, built from a lake."""
    home, project = schakel
    replace_symlink(home.lake, str(lake))
    build_deel(home, project, variabelen, ["+path:models/marts"])
    hashes = hash_schema(home.warehouse_bouw, "marts")
    return {tabel: som for tabel, som in hashes.items() if tabel not in OP_ONTVANGST | ZONDER_STAND}


def test_stand_equals_a_lake_without_later_messages(schakel, basis, tmp_path):
    # A cut lake ends on its last message, so the stand is a day on which one was sent.
    ((stand,),) = fetch(
        basis.warehouse,
        "select max(dagtekening_datum) from staging.stg_ijw__bericht "
        "where status = 'aanvaard' and dagtekening_datum <= '2025-07-04'",
    )
    geknipt = build_marts(schakel, cut_lake(basis.home.lake, tmp_path / "lake", stand))
    op_stand = build_marts(schakel, basis.home.lake, stand_datum=stand.isoformat())
    assert {t for t, som in op_stand.items() if som != geknipt[t]} == set()
    assert len(op_stand) > 15


def test_every_fact_row_says_since_when_it_is_known(basis):
    feiten = fetch(
        basis.warehouse,
        "select table_name from duckdb_tables() "
        "where schema_name = 'marts' and table_name like 'fct_%'",
    )
    assert len(feiten) > 10
    for (feit,) in feiten:
        rows = fetch(
            basis.warehouse,
            f"""
            select count(*) filter (where bekend_sinds is null),
                count(*) filter (where bekend_sinds > greatest(peil.peildatum, ontvangen.datum))
            from marts.{feit}
            cross join intermediate.int_peildatum as peil
            cross join (select max(ontvangst_datum) as datum from staging.stg_ijw__bericht)
                as ontvangen
            """,
        )
        assert rows == [(0, 0)], feit
