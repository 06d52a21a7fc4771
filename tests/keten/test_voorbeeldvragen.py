"""The ten example queries of the docs are each one select on one published table, and answer."""

import re
from pathlib import Path

import duckdb
import pytest

PAGINA = Path(__file__).parents[2] / "docs" / "voorbeeldvragen.md"
VRAGEN = re.findall(
    r"\*\*(\d+)\. [^*]+\*\*\n\n```sql\n(.*?)```", PAGINA.read_text(encoding="utf-8"), re.DOTALL
)


def test_there_are_ten_questions():
    assert [nummer for nummer, _ in VRAGEN] == [str(nummer) for nummer in range(1, 11)]


@pytest.mark.parametrize(("nummer", "sql"), VRAGEN, ids=[nummer for nummer, _ in VRAGEN])
def test_question_is_one_select_on_one_published_table_and_is_answered(nummer, sql, basis):
    assert len(re.findall(r"\bselect\b", sql)) == 1
    assert len(re.findall(r"\bfrom publicatie\.\w+", sql)) == 1
    assert not re.search(r"\b(join|union|with|group by|sum|count)\b", sql)
    release = basis.home.actueel / "regiobeeld.duckdb"
    with duckdb.connect(str(release), read_only=True) as connection:
        assert connection.execute(sql).fetchall(), f"question {nummer} has no answer"


@pytest.mark.parametrize(("nummer", "sql"), VRAGEN, ids=[nummer for nummer, _ in VRAGEN])
def test_the_region_has_a_figure_for_every_question(nummer, sql, basis):
    """A gemeente of the small demo is often suppressed; the region is not."""
    release = basis.home.actueel / "regiobeeld.duckdb"
    met_status = re.findall(r"\b(\w+)_status\b", sql)
    with duckdb.connect(str(release), read_only=True) as connection:
        rows = connection.execute(sql.replace("'0303'", "'regio'")).fetchdf()
    gevuld = met_status or [kolom for kolom in rows.columns if kolom.endswith("_percentage")]
    gevuld = gevuld or [kolom for kolom in rows.columns if kolom.endswith("_euro")]
    assert rows[gevuld[0]].notna().any(), f"question {nummer}: {gevuld[0]} is always empty"
