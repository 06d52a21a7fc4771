"""The printed table of Dronten 2024 comes out to the euro and the person (tests/golden)."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from pijplijn import GOLDEN
from vergelijken import fetch

STAND = "2025-02-19"

# Slide 4.4 as printed: toewijzingen, euro. Nobody came without a referrer.
GEDRUKT = {
    "geen": (0, 0),
    "gemeente": (681, 7_264_147),
    "medisch": (245, 2_452_444),
    "gi_rechter": (88, 4_274_150),
    "totaal": (1_014, 13_990_741),
}


def read_verwacht(stand: str) -> set[tuple]:
    with (GOLDEN / "verwacht.csv").open(encoding="utf-8", newline="") as stream:
        return {
            (
                row["gemeente_code"],
                row["verwijzer_groep"],
                *(
                    int(row[kolom])
                    for kolom in (
                        "aantal_toewijzingen",
                        "kosten_eurocent",
                        "aantal_jeugdigen",
                        "aantal_jeugdigen_meer_dan_een",
                    )
                ),
            )
            for row in csv.DictReader(stream)
            if row["stand_datum"] == stand
        }


def count_from_marts(warehouse: Path) -> set[tuple]:
    """Return the 4.4 table counted from the facts, before suppression."""
    return set(
        fetch(
            warehouse,
            """
            with regel as (
                select
                    regel.gemeente_code,
                    regel.toewijzing_nummer,
                    toewijzing.client_sleutel,
                    toewijzing.verwijzer_groep,
                    coalesce(sum(regel.ingediend_eurocent) filter (
                        where regel.status <> 'afgekeurd'
                    ), 0) as netto
                from marts.fct_declaratieregel as regel
                inner join marts.fct_toewijzing as toewijzing
                    using (gemeente_code, toewijzing_nummer)
                where year(regel.zorgmaand) = 2024
                group by all
            ),
            gebied as (
                select *, gemeente_code as gebied from regel
                union all
                select *, 'regio' as gebied from regel
            ),
            groep as (
                select *, verwijzer_groep as groep from gebied
                union all
                select *, 'totaal' as groep from gebied
            ),
            per_jeugdige as (
                select
                    gebied, groep, client_sleutel,
                    count(*) filter (where netto > 0) as aantal, sum(netto) as netto
                from groep group by all
            )
            select
                gebied, groep, sum(aantal)::int, sum(netto)::bigint,
                (count(*) filter (where aantal > 0))::int,
                (count(*) filter (where aantal > 1))::int
            from per_jeugdige group by all
            """,
        )
    )


def test_everything_is_accepted(golden):
    assert golden.aantal_geweigerd == 0
    assert golden.regels_fout == []


def test_printed_table_comes_out_of_the_published_table(op_stand):
    rows = fetch(
        op_stand,
        """
        select verwijzer_groep, aantal_toewijzingen, kosten_euro
        from publicatie.kosten_verwijzer_jaar
        where gemeente_code = '0303' and jaar = 2024 and aantal_toewijzingen_status = 'waarde'
        """,
    )
    assert {groep: (aantal, euro) for groep, aantal, euro in rows} == GEDRUKT


def test_printed_youths_come_out_of_the_published_table(op_stand):
    rows = fetch(
        op_stand,
        """
        select aantal_jeugdigen, aantal_jeugdigen_meer_dan_een
        from publicatie.kosten_verwijzer_jaar
        where gemeente_code = '0303' and jaar = 2024 and verwijzer_groep = 'totaal'
        """,
    )
    assert rows == [(933, 81)]


def test_printed_percentages_come_out_of_the_published_table(op_stand):
    rows = fetch(
        op_stand,
        """
        select verwijzer_groep, round(toewijzingen_percentage), round(kosten_percentage)
        from publicatie.kosten_verwijzer_jaar
        where gemeente_code = '0303' and jaar = 2024 and verwijzer_groep <> 'totaal'
            and aantal_toewijzingen_status = 'waarde'
        """,
    )
    assert {groep: (int(a), int(b)) for groep, a, b in rows} == {
        "gemeente": (67, 52),
        "medisch": (24, 18),
        "gi_rechter": (9, 31),
        "geen": (0, 0),
    }


def test_facts_give_the_expected_table_at_the_stand(op_stand):
    assert count_from_marts(op_stand) == read_verwacht(STAND)


def test_facts_without_stand_know_what_came_later(zonder_stand):
    dronten = {row for row in count_from_marts(zonder_stand) if row[0] == "0303"}
    assert dronten == read_verwacht("")


def test_fct_kosten_has_the_printed_euros(op_stand):
    rows = fetch(
        op_stand,
        """
        select verwijzer_groep, sum(kosten_eurocent)::bigint from marts.fct_kosten
        where gemeente_code = '0303' and year(zorgmaand) = 2024
        group by all having sum(kosten_eurocent) <> 0
        """,
    )
    assert dict(rows) == {
        groep: 100 * euro for groep, (_, euro) in GEDRUKT.items() if euro and groep != "totaal"
    }


def test_small_gemeente_row_is_published_or_suppressed_but_never_in_dronten(op_stand):
    rows = fetch(
        op_stand,
        """
        select aantal_toewijzingen, kosten_euro, kosten_euro_status
        from publicatie.kosten_verwijzer_jaar
        where gemeente_code = '0995' and jaar = 2024 and verwijzer_groep = 'totaal'
        """,
    )
    # the jaar less the months that kosten_maand shows is the cost of a few jeugdigen
    assert rows == [(13, None, "onderdrukt")]


def test_toewijzingen_that_do_not_count_still_exist(op_stand):
    """1.014 in the table + 7 without net cost in 2024; the deleted one is gone."""
    rows = fetch(
        op_stand,
        "select gemeente_code, count(*) from marts.fct_toewijzing group by all order by all",
    )
    assert rows == [("0303", 1021), ("0995", 13)]


def test_current_version_follows_the_decision_not_the_arrival(op_stand):
    rows = fetch(
        op_stand,
        """
        select toewijzing_nummer, einddatum::varchar from marts.fct_toewijzing
        where gemeente_code = '0303' and toewijzing_nummer in (10011, 140001, 170002)
        order by all
        """,
    )
    assert rows == [(10011, "2024-08-31"), (140001, "2025-12-31"), (170002, "2025-06-30")]


def test_lines_have_the_status_that_the_answers_give(op_stand):
    """8.101 lines + 191 sent again under a new reference; 4 refused lines and those 191."""
    rows = fetch(op_stand, "select status, count(*) from marts.fct_declaratieregel group by all")
    assert Counter(dict(rows)) == {"toegekend": 8091, "in_behandeling": 6, "afgekeurd": 195}


@pytest.mark.parametrize(
    ("fout", "som", "voorwaarde"),
    [
        ("weigeringen tellen mee", "ingediend_eurocent", "year(zorgmaand) = 2024"),
        (
            "credits worden opgeteld",
            "abs(ingediend_eurocent)",
            "status <> 'afgekeurd' and year(zorgmaand) = 2024",
        ),
        (
            "wat nog open staat telt niet",
            "toegekend_eurocent",
            "year(zorgmaand) = 2024",
        ),
        (
            "jaar van de declaratie in plaats van de zorg",
            "ingediend_eurocent",
            "status <> 'afgekeurd' and year(dagtekening_datum) = 2024",
        ),
    ],
)
def test_golden_set_tells_a_naive_sum_from_the_right_one(op_stand, fout, som, voorwaarde):
    """A set that a wrong rule also satisfies would prove nothing."""
    ((bedrag,),) = fetch(
        op_stand,
        f"""
        select sum({som})::bigint from marts.fct_declaratieregel
        where gemeente_code = '0303' and {voorwaarde}
        """,
    )
    assert bedrag != 100 * GEDRUKT["totaal"][1], fout


def test_golden_set_has_messages_that_arrive_twice(golden, op_stand):
    in_lake = [str(pad) for pad in golden.home.lake.glob("ijw/prestatie/20*.parquet")]
    ((regels, verschillend),) = fetch(
        op_stand,
        f"""
        select count(*), count(distinct (bericht_sleutel, regel_volgnummer))
        from read_parquet({in_lake})
        """,
    )
    assert regels > verschillend


def test_lines_of_other_years_stay_in_their_year(op_stand):
    rows = fetch(
        op_stand,
        """
        select year(zorgmaand), sum(kosten_eurocent)::bigint from marts.fct_kosten
        where gemeente_code = '0303' and year(zorgmaand) <> 2024 group by all order by all
        """,
    )
    # 2023: G03-2 twice 975,00 and alleen_2023 900,00; 2025: G03-3 975,00 and alleen_2025 900,00.
    assert rows == [(2023, 285_000), (2025, 187_500)]
