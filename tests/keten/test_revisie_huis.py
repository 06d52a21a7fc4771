"""Between two stands, and between two releases, every difference has its cause, to the cent."""

import shutil
from collections import Counter
from datetime import date

import duckdb
import pytest
from pijplijn import VANDAAG, run_home
from test_dronten_4_4 import STAND, read_verwacht
from vergelijken import fetch

from orchestration.bestanden import read_json, write_json
from orchestration.fouten import RegiobeeldFout
from orchestration.klok import read_nu
from orchestration.stappen.publicatie import publish_release
from orchestration.stappen.revisie import explain_verschil
from orchestration.stappen.stand import build_stand

# What tests/golden/dronten_4_4 says came after the stand, and nothing else.
DRONTEN = {
    "late_declaratie": 100_000,  # toewijzing_na_stand
    "credit": -67_200,  # credit_na_stand
    "afkeuring": -94_500,  # antwoord_na_stand
    "toewijzing": 0,  # retour_na_stand: 1.455,20 from medisch to gemeente
}


@pytest.fixture(scope="module")
def verschil(golden, zonder_stand):
    """The golden home, printed stand against all that is known."""
    return explain_verschil(golden.home, STAND, "nu", VANDAAG)


def test_golden_difference_has_the_causes_that_the_set_was_made_with(verschil):
    kosten = {
        oorzaak: eurocent
        for oorzaak, (eurocent, maanden) in verschil.sum_per_oorzaak("0303").items()
        if not maanden
    }
    assert kosten == DRONTEN


def test_golden_causes_per_referrer_lead_from_one_printed_table_to_the_other(golden, verschil):
    warehouse = golden.map / f"standen/revisie/nu_naast_{STAND}/warehouse.duckdb"
    rows = fetch(
        warehouse,
        """
        select verwijzer_groep, sum(verschil_eurocent)::bigint
        from marts.fct_revisie
        where figuur = 'kosten' and gemeente_code = '0303' and year(zorgmaand) = 2024
        group by rollup (verwijzer_groep)
        """,
    )
    toen, nu = (
        {groep: eurocent for gemeente, groep, _, eurocent, *_ in read_verwacht(stand)
         if gemeente == "0303"}
        for stand in (STAND, "")
    )  # fmt: skip
    verwacht = {groep: nu[groep] - toen[groep] for groep in toen if nu[groep] != toen[groep]}
    assert {groep or "totaal": eurocent for groep, eurocent in rows} == verwacht


def test_same_question_twice_builds_nothing(golden, verschil):
    map = golden.map / "standen/revisie"
    toen = {pad: pad.stat().st_mtime_ns for pad in map.rglob("warehouse.duckdb")}
    assert explain_verschil(golden.home, STAND, "nu", VANDAAG) == verschil
    assert {pad: pad.stat().st_mtime_ns for pad in map.rglob("warehouse.duckdb")} == toen
    assert len(toen) == 2


def test_stand_is_published_beside_the_releases_and_is_none_itself(golden, op_stand):
    stand = build_stand(golden.home, date.fromisoformat(STAND), read_nu())
    assert stand.is_nieuw
    assert stand.waarschuwing == ""
    assert (stand.berichten.later, stand.berichten.eerste.year) == (10, 2023)
    assert {pad.name for pad in (stand.map / "publicatie").iterdir()} >= {
        "regiobeeld.duckdb", "parquet", "csv", "gegevenswoordenboek.html",
    }  # fmt: skip
    assert all(controle.is_geslaagd for controle in stand.controles)
    assert not golden.home.actueel.exists() or golden.home.actueel.resolve().name != "publicatie"
    assert not build_stand(golden.home, date.fromisoformat(STAND), read_nu()).is_nieuw


@pytest.fixture(scope="module")
def releases(tmp_path_factory, golden_map):
    """A home with two releases: some messages of 2024 came in after the first.

    The first knows nothing of 2025, and misses two months of claims.
    """
    map = tmp_path_factory.mktemp("releases")
    eerst = {"2023-11", "2023-12", *(f"2024-{maand:02d}" for maand in range(1, 13))}
    gemist = {"2024-06", "2024-07"}
    for pad in sorted((golden_map / "inbox/ijw").iterdir()):
        if pad.name in eerst:
            weg = ("*323*", "*325*") if pad.name in gemist else ()
            shutil.copytree(pad, map / "inbox/ijw" / pad.name, ignore=shutil.ignore_patterns(*weg))
    huis = run_home(map, toetsen=False)
    publish_release(huis.home, read_nu())
    shutil.copytree(golden_map / "inbox", map / "inbox", dirs_exist_ok=True)
    huis = run_home(map, toetsen=False)
    publish_release(huis.home, read_nu())
    return huis.home


def test_late_messages_and_time_explain_two_releases(releases):
    revisie = explain_verschil(releases, "R0001", "R0002", VANDAAG)
    kosten = {oorzaak: eurocent for oorzaak, (eurocent, _) in revisie.sum_per_oorzaak().items()}
    assert kosten["herlevering"] > 0
    assert {"verstreken_tijd", "late_declaratie"} <= kosten.keys()
    assert "definitie" not in kosten
    assert sum(kosten.values()) == sum(
        teken * sum(eurocent for (eurocent,) in _fetch_kosten(releases, release))
        for release, teken in (("R0002", 1), ("R0001", -1))
    )
    assert revisie.vergelijking.vergeleken >= 10
    assert revisie.vergelijking.afwijkend == 0


def test_lines_that_count_otherwise_in_a_new_version_are_a_definition(releases):
    """The kept lines of the first release are changed, as an older version would have them."""
    map = releases.standen / "releases/R0001"
    pad = map / "int_kostenregel.parquet"
    with duckdb.connect() as con:
        con.execute(f"create table regel as from read_parquet('{pad}')")
        ((eurocent,),) = con.execute(
            "update regel set kosten_eurocent = kosten_eurocent - 100 where regel_sleutel = ("
            "select min(regel_sleutel) from regel where telt and kosten_eurocent > 100) "
            "returning kosten_eurocent"
        ).fetchall()
        con.execute(f"copy regel to '{pad}' (format parquet)")
    lake, _ = read_json(map / "feiten.json")["kenmerk"].split("/")
    write_json(map / "feiten.json", {"kenmerk": f"{lake}/een-eerdere-versie"})
    shutil.rmtree(releases.standen / "revisie")

    revisie = explain_verschil(releases, "R0001", "R0002", VANDAAG)

    oorzaken = Counter({o: eurocent for o, (eurocent, _) in revisie.sum_per_oorzaak().items()})
    assert eurocent > 0
    assert oorzaken["herlevering"] > 0
    # 1 euro for the line; the published table of R0001 was made without that change.
    assert oorzaken["definitie"] == 100 - 100 * revisie.vergelijking.afwijkend


def test_release_without_kept_lines_says_what_can_be_done(releases):
    (releases.standen / "releases/R0002/int_zorgsegment.parquet").unlink()
    with pytest.raises(RegiobeeldFout, match="Van release R0002 zijn de regels niet bewaard"):
        explain_verschil(releases, "R0001", "R0002", VANDAAG)


def _fetch_kosten(home, release):
    with duckdb.connect() as con:
        return con.execute(
            f"select kosten_eurocent from read_parquet('{home.standen}/releases/{release}/"
            "int_kostenregel.parquet')"
        ).fetchall()
