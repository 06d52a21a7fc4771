"""The dbt sources are generated from the lake contract, and a difference is found."""

from pathlib import Path

import pytest
import yaml

from schemas.lake import read_lake_kolommen
from schemas.render import main, render_bronnen


def test_every_column_of_the_contract_is_a_column_of_a_source() -> None:
    sources = yaml.safe_load(render_bronnen())["sources"]

    assert {
        (source["name"], table["name"], column["name"])
        for source in sources
        for table in source["tables"]
        for column in table["columns"]
    } == {(kolom.bron, kolom.tabel, kolom.kolom) for kolom in read_lake_kolommen()}


def test_generated_file_in_the_project_is_up_to_date() -> None:
    assert main(["--check"]) == 0


def test_check_finds_a_file_that_was_edited_by_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doel = tmp_path / "bronnen.yml"
    assert main(["--doel", str(doel)]) == 0
    assert main(["--check", "--doel", str(doel)]) == 0

    doel.write_text(doel.read_text(encoding="utf-8") + "# met de hand\n", encoding="utf-8")

    assert main(["--check", "--doel", str(doel)]) == 1
    assert "loopt achter" in capsys.readouterr().err
