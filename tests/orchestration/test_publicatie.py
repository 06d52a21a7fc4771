import csv
import json

import duckdb
import pytest
from proefhuis import NU, write_mini_project

from orchestration.fouten import RegiobeeldFout
from orchestration.stappen.publicatie import (
    find_beschadigd,
    list_releases,
    publish_release,
    read_release,
)
from orchestration.stappen.publicatie_controle import CONTROLES
from orchestration.stappen.rapport import choose_kwartaal, has_kwartaal, make_rapport
from orchestration.stappen.uitgave import PublicatieGeweigerd
from orchestration.stappen.woordenboek import Tabel, render_html


def publish(home, aantallen):
    write_mini_project(home, aantallen)
    return publish_release(home, NU)


def test_release_holds_the_same_table_in_every_form(home):
    release = publish(home, [12, 30, None])
    assert (release.nummer, release.is_nieuw, release.rijen) == ("R0001", True, {"telling": 3})
    assert release.stand_datum == "2025-12-31"
    assert [controle.naam for controle in release.controles] == list(CONTROLES)
    with duckdb.connect(str(home.actueel / "regiobeeld.duckdb"), read_only=True) as con:
        tabellen = con.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        uit_duckdb = con.execute("from publicatie.telling").fetchall()
        parquet = con.read_parquet(str(home.actueel / "parquet" / "telling.parquet")).fetchall()
        uitleg = con.execute(
            "select comment from duckdb_columns() where column_name = 'aantal_jeugdigen'"
        ).fetchall()
    assert tabellen == [("publicatie", "telling")]
    assert parquet == uit_duckdb
    assert uitleg == [("Jeugdigen; niet optelbaar.",)]
    with (home.actueel / "csv" / "telling.csv").open(newline="") as stroom:
        assert [rij["aantal_jeugdigen"] for rij in csv.DictReader(stroom)] == ["12", "30", ""]


def test_release_is_readable_by_clients_of_duckdb_1_5(home):
    publish(home, [12])
    with duckdb.connect() as con:
        con.execute(f"attach '{home.actueel / 'regiobeeld.duckdb'}' as r (read_only)")
        tags = con.execute(
            "select tags['storage_version'] from duckdb_databases() where database_name = 'r'"
        ).fetchall()
    assert tags[0][0].startswith("v1.5")


def test_dictionary_tells_every_table_and_column_in_dutch(home):
    publish(home, [12])
    with (home.actueel / "gegevenswoordenboek.csv").open(newline="") as stroom:
        rijen = list(csv.reader(stroom))
    assert rijen[0] == ["tabel", "kolom", "type", "omschrijving"]
    assert ["telling", "", "", "Aantal jeugdigen per gemeente."] in rijen
    assert ["telling", "aantal_jeugdigen", "bigint", "Jeugdigen; niet optelbaar."] in rijen
    pagina = (home.actueel / "gegevenswoordenboek.html").read_text()
    assert "Jeugdigen; niet optelbaar." in pagina and "http" not in pagina


def test_dictionary_shows_names_as_code_and_says_in_the_list_what_a_table_is():
    tabel = Tabel("telling", "Jeugdigen van bijv. `regio`. Niet optellen.", ())
    pagina = render_html([tabel], "R0001")
    assert "telling</a>: Jeugdigen van bijv. <code>regio</code>.</li>" in pagina
    assert "`" not in pagina


def test_unchanged_content_keeps_its_number(home):
    publish(home, [12, 30])
    opnieuw = publish(home, [30, 12][::-1])
    assert (opnieuw.nummer, opnieuw.is_nieuw) == ("R0001", False)
    assert list_releases(home) == ["R0001"]


def test_dry_run_says_what_it_would_be_and_publishes_nothing(home):
    publish(home, [12])
    write_mini_project(home, [13])
    release = publish_release(home, NU, proef=True)
    assert (release.nummer, release.is_nieuw) == ("R0002", True)
    assert [controle.naam for controle in release.controles] == list(CONTROLES)
    assert list_releases(home) == ["R0001"]
    assert home.actueel.resolve().name == "R0001"


def test_changed_content_gets_the_next_number_and_the_old_one_stays(home):
    publish(home, [12])
    oud = json.loads((home.publicatie / "R0001" / "release.json").read_text())
    nieuw = publish(home, [13])
    assert nieuw.nummer == "R0002"
    assert home.actueel.readlink().name == "R0002"
    assert json.loads((home.publicatie / "R0001" / "release.json").read_text()) == oud
    assert find_beschadigd(home.publicatie / "R0001") == []


def test_open_reader_of_the_old_release_is_not_disturbed(home):
    publish(home, [12])
    with duckdb.connect(str(home.actueel / "regiobeeld.duckdb"), read_only=True) as lezer:
        publish(home, [13])
        assert lezer.execute("select aantal_jeugdigen from publicatie.telling").fetchall() == [
            (12,)
        ]
    with duckdb.connect(str(home.actueel / "regiobeeld.duckdb"), read_only=True) as lezer:
        assert lezer.execute("select aantal_jeugdigen from publicatie.telling").fetchall() == [
            (13,)
        ]


@pytest.mark.parametrize(
    ("verander", "controle"),
    [
        ("update publicatie.telling set aantal_jeugdigen = 9", "geen_aantal_onder_de_drempel"),
        (
            "alter table publicatie.telling add column instroom integer default 9;"
            "alter table publicatie.telling add column instroom_status text default 'waarde'",
            "geen_aantal_onder_de_drempel",
        ),
        ("update publicatie.telling set aantal_jeugdigen_status = 'nvt'", "elk_cijfer_past"),
        ("update publicatie.telling set aantal_jeugdigen_status = 'iets'", "elk_cijfer_past"),
        ("update publicatie.telling set aantal_jeugdigen = null", "elk_cijfer_past"),
        ("alter table publicatie.telling add column client_sleutel text", "geen_kolom_over_een"),
        ("alter table publicatie.telling rename to anders", "alleen_de_afgesproken_tabellen"),
    ],
)
def test_release_that_breaks_a_check_is_not_published(home, verander, controle):
    publish(home, [12])
    write_mini_project(home, [30])
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute(verander)
    with pytest.raises(PublicatieGeweigerd, match=controle):
        publish_release(home, NU)
    assert home.actueel.readlink().name == "R0001"
    assert sorted(pad.name for pad in home.publicatie.iterdir()) == ["R0001", "actueel"]


def test_zero_may_be_published(home):
    assert publish(home, [0, 10]).nummer == "R0001"


def test_publication_that_was_cut_off_leaves_nothing(home):
    publish(home, [12])
    rest = home.publicatie / ".bouw-R0002"
    rest.mkdir()
    (rest / "half").write_text("x")
    (home.publicatie / "actueel").unlink()  # cut off before the swap
    publish(home, [12])
    assert not rest.exists()
    assert home.actueel.readlink().name == "R0001"


def test_folder_without_description_is_not_a_release(home):
    publish(home, [12])
    (home.publicatie / "R0002").mkdir()
    assert list_releases(home) == ["R0001"]


def test_damaged_release_is_seen(home):
    publish(home, [12])
    with (home.actueel / "csv" / "telling.csv").open("a") as stroom:
        stroom.write("9999,99,waarde,2025-12-31\n")
    assert find_beschadigd(home.actueel) == ["csv/telling.csv"]


def test_without_warehouse_nothing_can_be_published(home):
    with pytest.raises(RegiobeeldFout, match="nog geen warehouse"):
        publish_release(home, NU)


def test_unknown_release_names_those_that_exist(home):
    with pytest.raises(RegiobeeldFout, match="nog niets gepubliceerd"):
        read_release(home)
    publish(home, [12])
    with pytest.raises(RegiobeeldFout, match="Kies uit: R0001"):
        read_release(home, "R0009")


@pytest.mark.parametrize(
    ("stand", "kwartaal"),
    [
        ("2025-12-31", "2025-K4"),
        ("2025-12-30", "2025-K3"),
        ("2026-02-27", "2025-K4"),
        ("2026-03-31", "2026-K1"),
    ],
)
def test_report_takes_the_last_quarter_that_is_over(home, stand, kwartaal):
    release = publish(home, [12])
    release.stand_datum = stand
    assert choose_kwartaal(release) == kwartaal


def test_a_release_without_the_quarter_has_no_report_of_its_own_accord(home, monkeypatch):
    release = publish(home, [12])
    release.stand_datum = "2026-02-27"
    kwartalen = ["2025-K4"]
    monkeypatch.setattr("rapportage.lezen.Publicatie.list_kwartalen", lambda _: kwartalen)
    assert has_kwartaal(release)
    kwartalen.clear()
    assert not has_kwartaal(release)
    release.stand_datum = None
    assert not has_kwartaal(release)


def test_report_of_an_impossible_quarter_is_refused(home):
    publish(home, [12])
    with pytest.raises(RegiobeeldFout, match="geen kwartaal"):
        make_rapport(home, "2025-K5")
