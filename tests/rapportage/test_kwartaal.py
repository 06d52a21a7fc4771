from datetime import date

import pytest

from rapportage.kwartaal import Kwartaal, OnbekendKwartaal, choose_kwartaal


def test_quarter_knows_its_months_and_the_year_so_far():
    kwartaal = Kwartaal.parse("2025-K3")
    assert kwartaal.maanden == (date(2025, 7, 1), date(2025, 8, 1), date(2025, 9, 1))
    assert len(kwartaal.maanden_tot_en_met) == 9
    assert kwartaal.voluit == "derde kwartaal 2025"
    assert kwartaal.jaar_eerder.code == "2024-K3"


def test_series_of_quarters_crosses_the_year():
    codes = [kwartaal.code for kwartaal in Kwartaal(2025, 2).reeks(4)]
    assert codes == ["2024-K3", "2024-K4", "2025-K1", "2025-K2"]


@pytest.mark.parametrize(
    ("datum", "code"),
    [
        (date(2025, 1, 1), "2025-K1"),
        (date(2025, 12, 31), "2025-K4"),
        (date(2025, 9, 30), "2025-K3"),
    ],
)
def test_day_is_in_its_quarter(datum, code):
    assert Kwartaal.of_datum(datum).code == code


@pytest.mark.parametrize("code", ["2025", "2025-4", "2025-K5", "K4 2025", "", "2025-K4-extra"])
def test_misspelled_quarter_says_how_to_write_it_and_what_there_is(code):
    with pytest.raises(OnbekendKwartaal) as fout:
        choose_kwartaal(code, ["2025-K3", "2025-K4"])
    assert "zoals 2025-K4" in str(fout.value)
    assert "Beschikbaar: 2025-K3, 2025-K4." in str(fout.value)


def test_quarter_without_figures_lists_those_that_have_them():
    with pytest.raises(OnbekendKwartaal, match=r"heeft geen cijfers.*Beschikbaar: 2025-K4\."):
        choose_kwartaal("2031-K1", ["2025-K4"])


def test_release_without_any_quarter_says_what_to_do():
    with pytest.raises(OnbekendKwartaal, match="regiobeeld run"):
        choose_kwartaal("2025-K4", [])


def test_quarter_may_be_typed_in_lower_case():
    assert choose_kwartaal(" 2025-k4 ", ["2025-K4"]) == Kwartaal(2025, 4)
