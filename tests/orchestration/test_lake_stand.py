import dataclasses
import os

import pyarrow.parquet as pq
import pytest
from proefhuis import VANDAAG, lever, lever_bevolking

from orchestration.plan import compute_plan
from orchestration.sleutels import read_sleutels
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_controle import find_schema_fouten
from orchestration.stappen.lake_stand import (
    compute_regels_hash,
    find_beschadigd_lake,
    list_range,
    list_verouderd,
)
from orchestration.stappen.ontvangst import register_inbox
from schemas.regels import read_regels


def read_bytes(home):
    return {str(p.relative_to(home.lake)): p.read_bytes() for p in home.lake.rglob("*.parquet")}


def verouderd(home, bron="referentie"):
    return list_verouderd(home, bron, read_sleutels(home).pseudoniem)


@pytest.fixture
def gelezen(home):
    """Return a home with two months of population in the lake."""
    lever_bevolking(home, 100, "2025-01")
    lever_bevolking(home, 200, "2025-03")
    register_inbox(home, VANDAAG)
    read_maanden(home, "referentie", verouderd(home))
    return home


def test_reading_brings_every_month_up_to_date(gelezen):
    assert verouderd(gelezen) == []
    tabel = pq.read_table(gelezen.lake / "referentie" / "bevolking" / "2025-03.parquet")
    assert tabel.column("aantal").to_pylist() == [200]


def test_second_reading_does_nothing_and_forced_reading_gives_the_same_bytes(gelezen):
    voor = read_bytes(gelezen)
    assert read_maanden(gelezen, "referentie", ["2025-01", "2025-03"]).maanden == {}
    opnieuw = read_maanden(gelezen, "referentie", ["2025-01"], alleen_verouderd=False)
    assert list(opnieuw.maanden) == ["2025-01"]
    assert read_bytes(gelezen) == voor


def test_new_file_makes_only_its_month_old(gelezen):
    lever_bevolking(gelezen, 300, "2025-03")
    register_inbox(gelezen, VANDAAG)
    assert verouderd(gelezen) == ["2025-03"]


def test_lost_lake_file_is_read_again(gelezen):
    voor = read_bytes(gelezen)
    (gelezen.lake / "referentie" / "bevolking" / "2025-01.parquet").unlink()
    assert verouderd(gelezen) == ["2025-01"]
    read_maanden(gelezen, "referentie", verouderd(gelezen))
    assert read_bytes(gelezen) == voor


def test_damaged_lake_file_is_read_again(gelezen):
    voor = read_bytes(gelezen)
    pad = gelezen.lake / "referentie" / "bevolking" / "2025-01.parquet"
    inhoud = bytearray(pad.read_bytes())
    inhoud[len(inhoud) // 2] ^= 0xFF
    pad.write_bytes(inhoud)
    assert verouderd(gelezen) == ["2025-01"]
    pad.write_bytes(inhoud[:100])
    assert verouderd(gelezen) == ["2025-01"]
    read_maanden(gelezen, "referentie", verouderd(gelezen))
    assert read_bytes(gelezen) == voor and verouderd(gelezen) == []


def test_byte_that_rots_in_silence_is_found_by_reading_every_byte(gelezen):
    pad = gelezen.lake / "referentie" / "bevolking" / "2025-01.parquet"
    toen = pad.stat().st_mtime
    inhoud = bytearray(pad.read_bytes())
    inhoud[len(inhoud) // 2] ^= 0xFF
    pad.write_bytes(inhoud)
    os.utime(pad, (toen, toen))
    assert verouderd(gelezen) == []
    assert find_beschadigd_lake(gelezen, "referentie", "2025-01") == ["bevolking"]
    assert find_beschadigd_lake(gelezen, "referentie", "2025-03") == []


def test_copy_of_the_lake_with_new_times_is_not_read_again(gelezen):
    for pad in gelezen.lake.rglob("*.parquet"):
        os.utime(pad)
    assert verouderd(gelezen) == []


def test_verdict_of_a_rule_reads_again_and_its_text_does_not():
    regels = read_regels()
    for bron, code in (("ijw", "CS002"), ("kwartaalcijfers", "K001"), ("referentie", "B031")):
        andere_tekst = [
            dataclasses.replace(regel, uitleg="Anders.", wat_te_doen="Anders.", retour_code="9999")
            for regel in regels.values()
        ]
        assert compute_regels_hash(bron, andere_tekst) == compute_regels_hash(bron, regels.values())
        strenger = regels | {code: dataclasses.replace(regels[code], ernst="anders")}
        assert compute_regels_hash(bron, strenger.values()) != compute_regels_hash(
            bron, regels.values()
        )


def test_rule_that_dbt_judges_or_of_another_bron_reads_nothing_again():
    regels = read_regels()
    for code in ("TR389", "K001"):
        anders = regels | {code: dataclasses.replace(regels[code], ernst="anders")}
        assert compute_regels_hash("ijw", anders.values()) == compute_regels_hash(
            "ijw", regels.values()
        )


def test_crash_before_the_stand_was_written_reads_again(gelezen):
    voor = read_bytes(gelezen)
    (gelezen.lake / "referentie" / "_stand" / "2025-01.json").write_text('{"kenm')
    assert verouderd(gelezen) == ["2025-01"]
    read_maanden(gelezen, "referentie", verouderd(gelezen))
    assert read_bytes(gelezen) == voor


def test_month_whose_originals_are_gone_becomes_empty(gelezen):
    for pad in (gelezen.archief / "referentie" / "2025-01").iterdir():
        pad.unlink()
    assert verouderd(gelezen) == ["2025-01"]
    read_maanden(gelezen, "referentie", verouderd(gelezen))
    assert (
        pq.read_table(gelezen.lake / "referentie" / "bevolking" / "2025-01.parquet").num_rows == 0
    )


def test_schema_check_sees_a_file_with_other_columns(gelezen):
    pad = gelezen.lake / "referentie" / "bevolking" / "2025-03.parquet"
    assert find_schema_fouten(gelezen, "referentie", ["2025-01", "2025-03"]) == {}
    pq.write_table(pq.read_table(pad).drop_columns(["aantal"]), pad)
    assert find_schema_fouten(gelezen, "referentie", ["2025-01", "2025-03"]) == {
        "bevolking": ["2025-03"]
    }


def test_schema_check_sees_an_empty_verplicht_column(gelezen):
    pad = gelezen.lake / "referentie" / "bevolking" / "2025-03.parquet"
    tabel = pq.read_table(pad)
    nummer = tabel.schema.get_field_index("aantal")
    leeg = tabel.set_column(nummer, "aantal", [[None]]).cast(
        tabel.schema.set(nummer, tabel.schema.field("aantal").with_nullable(True))
    )
    pq.write_table(leeg, pad)
    assert find_schema_fouten(gelezen, "referentie", ["2025-03"]) == {"bevolking": ["2025-03"]}


def test_wrong_file_goes_to_quarantine_with_a_dutch_reason(home):
    lever(home, "ijw", "kapot.xml", "<a><b></a>", "2025-01")
    register_inbox(home, VANDAAG)
    inlezing = read_maanden(home, "ijw", ["2025-01"])
    assert inlezing.maanden["2025-01"].aantal_in_quarantaine == 1
    assert "fout" in (home.quarantaine / "ijw" / "2025-01.csv").read_text("utf-8-sig")


def test_range_crosses_the_year():
    assert list_range(["2025-02", "2024-11"]) == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert list_range([]) == []


def test_plan_of_an_empty_home_is_empty(home):
    plan = compute_plan(home, VANDAAG)
    assert plan.is_leeg and plan.list_runs() == []


def test_plan_puts_months_far_apart_in_runs_of_their_own(home):
    for maand in ("2014-06", "2025-01", "2025-04"):
        lever_bevolking(home, int(maand[-2:]), maand)
    lever(home, "ijw", "a.xml", "<a/>", "2025-04")
    runs = compute_plan(home, VANDAAG).list_runs()
    assert [(run.eerste, run.laatste, sorted(run.bronnen)) for run in runs] == [
        ("2014-06", "2014-06", ["referentie"]),
        ("2025-01", "2025-04", ["ijw", "referentie"]),
    ]


def test_plan_key_changes_with_what_lies_in_the_inbox(home):
    lever_bevolking(home, 100)
    eerste = compute_plan(home, VANDAAG).compute_sleutel()
    assert compute_plan(home, VANDAAG).compute_sleutel() == eerste
    lever_bevolking(home, 200)
    assert compute_plan(home, VANDAAG).compute_sleutel() != eerste
