"""Sources and pages are generated from the data, and a difference is found."""

from pathlib import Path

import pytest
import yaml

from schemas.lake import read_lake_kolommen
from schemas.render import find_verschillen, main, render_bestanden
from schemas.weergave.bronnen import render_bronnen


def test_every_column_of_the_contract_is_a_column_of_a_source() -> None:
    sources = yaml.safe_load(render_bronnen())["sources"]

    assert {
        (source["name"], table["name"], column["name"])
        for source in sources
        for table in source["tables"]
        for column in table["columns"]
    } == {(kolom.bron, kolom.tabel, kolom.kolom) for kolom in read_lake_kolommen()}


def test_generated_files_in_the_project_are_up_to_date() -> None:
    assert main(["--check"]) == 0


@pytest.fixture
def doel(tmp_path: Path) -> Path:
    assert main(["--doel", str(tmp_path)]) == 0
    assert main(["--doel", str(tmp_path), "--check"]) == 0
    return tmp_path


def test_every_file_is_written_and_says_that_it_is_generated(doel: Path) -> None:
    for path in render_bestanden():
        eerste = (doel / path).read_text(encoding="utf-8").splitlines()[0]
        assert "niet met de hand wijzigen" in eerste


def test_check_finds_each_file_that_was_edited_by_hand_or_is_gone(doel: Path) -> None:
    bestanden = render_bestanden()
    for path, text in bestanden.items():
        (doel / path).write_text(text + "met de hand\n", encoding="utf-8")
        assert find_verschillen(doel, bestanden) == [f"{path} loopt achter op schemas"]
        (doel / path).unlink()
        assert find_verschillen(doel, bestanden) == [f"{path} loopt achter op schemas"]
        (doel / path).write_text(text, encoding="utf-8")


def test_check_says_what_to_do(doel: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (doel / "docs/regels.md").unlink()
    assert main(["--doel", str(doel), "--check"]) == 1
    assert "Draai `python -m schemas.render`" in capsys.readouterr().err


def test_check_finds_a_page_of_a_message_that_no_longer_exists(
    doel: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (doel / "docs/bronnen/ijw/3_2/jw303.md").write_text("oud", encoding="utf-8")
    assert main(["--doel", str(doel), "--check"]) == 1
    assert "jw303.md hoort bij geen bericht" in capsys.readouterr().err
