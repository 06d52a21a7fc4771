"""The printed budgets of 2014 come out of ``fct_budget`` to the euro, slips included."""

import pytest
from invoer import BIJLAGE_1, GEMEENTE_CODE, KADER
from pijplijn import fetch_bevindingen
from vergelijken import fetch

GEMEENTEN = {naam: BIJLAGE_1[naam] for naam in GEMEENTE_CODE}


def test_annex_1_is_in_fct_budget_to_the_euro(gemengd):
    rows = fetch(
        gemengd.warehouse,
        """
        select gemeente_code, bedrag_eurocent from marts.fct_budget
        where jaar = 2015 and onderdeel = 'totaal' and gemeente_code is not null
        """,
    )
    assert dict(rows) == {
        GEMEENTE_CODE[naam]: 100 * cijfers[0] for naam, cijfers in GEMEENTEN.items()
    }


@pytest.mark.parametrize(
    ("onderdeel", "plaats"), [("bovenlokaal_hulp", 1), ("lta_risico", 2), ("bovenlokaal_totaal", 3)]
)
def test_frame_of_3_2_is_in_fct_budget_to_the_euro(gemengd, onderdeel, plaats):
    rows = fetch(
        gemengd.warehouse,
        f"""
        select gemeente_code, bedrag_eurocent from marts.fct_budget
        where jaar = 2015 and onderdeel = '{onderdeel}' and gemeente_code is not null
        """,
    )
    assert dict(rows) == {GEMEENTE_CODE[naam]: 100 * KADER[naam][plaats] for naam in GEMEENTE_CODE}


def test_printed_columns_are_kept_as_printed(gemengd):
    paden = [str(pad) for pad in gemengd.home.lake.glob("circulaires/budget/20*.parquet")]
    rows = fetch(
        gemengd.warehouse,
        f"""
        select gemeente_code, verschil_vorige_percentage, per_jeugdige_begroting_euro,
            per_jeugdige_awbz_euro, per_jeugdige_zvw_euro, per_jeugdige_totaal_euro, aantal_0_17
        from read_parquet({paden}) where onderdeel = 'totaal' and gemeente_code is not null
        """,
    )
    gevonden = {code: tuple(float(waarde) for waarde in rest) for code, *rest in rows}
    assert gevonden == {GEMEENTE_CODE[naam]: cijfers[1:] for naam, cijfers in GEMEENTEN.items()}


def test_region_total_is_not_counted_twice(gemengd):
    rows = fetch(
        gemengd.warehouse,
        """
        select gemeente_code, begroot_euro from publicatie.budget_realisatie_jaar
        where jaar = 2015 and gemeente_code in ('regio', '0303')
        """,
    )
    assert dict(rows) == {"regio": 130_898_139, "0303": 12_911_379}


def fetch_gemeenten_met(gemengd, regel: str) -> set[str]:
    """Return the gemeenten whose row breaks a rule, by the row the finding points at."""
    rij = {str(nummer): naam for nummer, naam in enumerate(BIJLAGE_1, start=7)}
    plaatsen = [
        plaats for code, _, _, plaats, _ in fetch_bevindingen(gemengd.home) if code == regel
    ]
    assert plaatsen, f"geen bevinding {regel}"
    return {
        naam for nummer, naam in rij.items() for plaats in plaatsen if f"rij {nummer}" in plaats
    }


def test_per_youth_slips_are_reported(gemengd):
    assert fetch_gemeenten_met(gemengd, "C001") == {
        "Almere",
        "Lelystad",
        "Noordoostpolder",
        "Zeewolde",
    }


def test_percentage_bovenlokaal_is_reported_for_every_gemeente(gemengd):
    """All seven printed percentages differ from bovenlokaal over the budget of annex 1."""
    rows = fetch(
        gemengd.warehouse,
        "select gemeente_code, count(*) from marts.fct_bevinding "
        "where regel_code = 'C005' group by all",
    )
    codes = [GEMEENTE_CODE.get(naam) for naam in KADER]  # the region has no gemeente_code
    assert dict(rows) == dict.fromkeys(codes, 1)


def test_printed_totals_that_do_add_up_are_not_reported(gemengd):
    regels = {code for code, *_ in fetch_bevindingen(gemengd.home)}
    assert not regels & {"C002", "C003", "C004"}
