"""No bsn, name or address of the demo stands anywhere in the home but in the encrypted archive."""

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from speurder import Gezocht, read_gezocht, search_home


@pytest.fixture(scope="module")
def gezocht(demo_map) -> Gezocht:
    return read_gezocht(demo_map / "inbox")


def test_there_is_something_to_look_for(gezocht):
    assert len(gezocht.bsns) > 200
    assert len(gezocht.postcodes) > 50
    assert len(gezocht.namen) > 30


def test_home_holds_no_personal_data_outside_the_archive(basis, gezocht):
    assert search_home(basis.map, gezocht) == []


def test_archive_is_encrypted(basis, gezocht):
    assert any((basis.map / "archief").rglob("*.bin"))
    assert search_home(basis.map / "archief", gezocht, behalve=()) == []


def test_inbox_is_empty_afterwards(basis):
    assert [pad for pad in (basis.map / "inbox").rglob("*") if pad.is_file()] == []


def test_run_left_dagster_and_dbt_logs_to_search(basis):
    """The search would prove little if the logs stood elsewhere."""
    assert any((basis.map / "dagster").rglob("*.db"))
    assert any(basis.map.rglob("dbt.log"))


@pytest.mark.parametrize("soort", ["tekst", "naam", "xlsx", "parquet", "duckdb", "geheel"])
def test_search_finds_what_is_hidden(tmp_path, soort):
    """The search itself bites, also in a compressed column and in a file name."""
    gezocht = Gezocht(frozenset({b"999900006"}), frozenset(), frozenset(), frozenset({b"Zandstra"}))
    if soort == "tekst":
        (tmp_path / "run.log").write_text("fout bij 999900006, verder niets")
    elif soort == "naam":
        (tmp_path / "levering_Zandstra.csv").write_text("")
    elif soort == "xlsx":
        with xlsxwriter.Workbook(str(tmp_path / "w.xlsx")) as werkmap:
            werkmap.add_worksheet().write_string(0, 0, "Zandstra")
    elif soort == "duckdb":
        with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
            connection.execute("create table t as select 'Zandstra' as a from range(10000)")
    else:
        waarde = 999900006 if soort == "geheel" else "999900006"
        pq.write_table(pa.table({"a": [waarde] * 10_000}), tmp_path / "a.parquet")
    assert len(search_home(tmp_path, gezocht)) == 1
