from datetime import date
from decimal import Decimal

import pytest

from rapportage.cijfer import NVT, ONDERDRUKT, ONTBREEKT, WAARDE, Cijfer
from rapportage.opmaak import (
    format_aantal,
    format_datum,
    format_datum_kort,
    format_euro,
    format_euro_kort,
    format_hooguit_een_decimaal,
    format_maand,
    format_percentage,
    show,
)


def _plain(tekst: str) -> str:
    return tekst.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (format_aantal(1234.5, 1), "1.234,5"),
        (format_aantal(7_606), "7.606"),
        (format_aantal(0), "0"),
        (format_aantal(Decimal("-1234")), "−1.234"),
        (format_aantal(-0.2), "0"),
        (format_aantal(2.5), "3"),
        (format_euro(Decimal("7264147.49")), "€ 7.264.147"),
        (format_euro(-12), "−€ 12"),
        (format_euro_kort(1_234_567), "€ 1,2 mln"),
        (format_euro_kort(999_999), "€ 999.999"),
        (format_euro_kort(Decimal("137553472.10")), "€ 137,6 mln"),
        (format_percentage(3.25), "3,3%"),
        (format_hooguit_een_decimaal(Decimal("42.00")), "42"),
        (format_hooguit_een_decimaal(42.5), "42,5"),
        (format_datum(date(2025, 12, 31)), "31 december 2025"),
        (format_datum_kort(date(2025, 12, 31)), "31 dec 2025"),
    ],
)
def test_dutch_number_format(tekst, verwacht):
    assert _plain(tekst) == verwacht


def test_months_are_abbreviated_in_dutch():
    namen = [format_maand(date(2025, maand, 1)) for maand in (1, 3, 5, 10, 12)]
    assert namen == ["jan", "mrt", "mei", "okt", "dec"]


def test_zero_suppressed_missing_and_not_applicable_are_four_different_texts():
    teksten = [
        show(Cijfer(0, WAARDE), "aantal"),
        show(Cijfer(None, ONDERDRUKT), "aantal"),
        show(Cijfer(None, ONTBREEKT), "aantal"),
        show(Cijfer(None, NVT), "aantal"),
    ]
    assert teksten == ["0", "afgeschermd", "ontbreekt", "n.v.t."]


def test_suppressed_count_of_youths_names_the_threshold():
    assert show(Cijfer(None, ONDERDRUKT, onder=10), "aantal") == "<10"
