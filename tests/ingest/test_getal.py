from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tabellen.getal import GeenGetal, parse_getal, to_eurocent
from ingest.tabellen.periode import GeenPeriode, parse_datum, parse_halfjaar, parse_kwartaal


@pytest.mark.parametrize(
    ("tekst", "nederlands", "verwacht"),
    [
        ("1.234", True, "1234"),
        ("1.234", False, "1.234"),
        ("1,234", False, "1234"),
        ("1,234", True, "1.234"),
        ("€ 1.234.567,89", True, "1234567.89"),
        ("1234.5", True, "1234.5"),
        ("0.123", True, "0.123"),
        ("-12,5 %", True, "-12.5"),
        ("12,-", True, "12"),
        (12.1, True, "12.1"),
        (12, True, "12"),
    ],
)
def test_parse_getal_reads_what_was_written(tekst, nederlands, verwacht):
    assert parse_getal(tekst, nederlands) == Decimal(verwacht)


@pytest.mark.parametrize("tekst", ["", "twaalf", "1.2.3", "1,2,3", "12a", "--1", "1e5", True, None])
def test_parse_getal_refuses_anything_else(tekst):
    with pytest.raises(GeenGetal):
        parse_getal(tekst, True)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_euro_in_dutch_notation_comes_back_to_the_cent(eurocent):
    teken = "-" if eurocent < 0 else ""
    euro = f"{abs(eurocent) // 100:,}".replace(",", ".")
    tekst = f"{teken}{euro},{abs(eurocent) % 100:02d}"
    assert to_eurocent(parse_getal(tekst, True), is_tekst=True) == eurocent


@given(st.integers(min_value=0, max_value=10**12))
def test_euro_in_a_workbook_comes_back_to_the_cent(eurocent):
    assert to_eurocent(parse_getal(eurocent / 100, True), is_tekst=False) == eurocent


def test_fractions_of_a_cent_are_rounded_in_a_workbook_and_refused_in_a_text():
    assert to_eurocent(Decimal("1.005"), is_tekst=False) == 101
    with pytest.raises(GeenGetal):
        to_eurocent(Decimal("1.005"), is_tekst=True)


@pytest.mark.parametrize(
    "tekst",
    ["2025-K4", "2025 k4", "K4 2025", "2025-Q4", "q4-2025", "4e kwartaal 2025", "Kwartaal 4 2025"],
)
def test_parse_kwartaal_knows_how_people_write_it(tekst):
    assert parse_kwartaal(tekst) == "2025-K4"


@pytest.mark.parametrize("tekst", ["2025-K5", "2025-K0", "K4", "2025", "0025-K1", "2025-12"])
def test_a_kwartaal_that_does_not_exist_is_refused(tekst):
    with pytest.raises(GeenPeriode):
        parse_kwartaal(tekst)


def test_parse_halfjaar_has_two_halves():
    assert parse_halfjaar("2025-H2") == parse_halfjaar("2e halfjaar 2025") == "2025-H2"
    with pytest.raises(GeenPeriode):
        parse_halfjaar("2025-H3")


@pytest.mark.parametrize(
    "waarde",
    [
        "31-12-2025",
        "31/12/2025",
        "2025-12-31",
        datetime(2025, 12, 31, tzinfo=UTC),
        date(2025, 12, 31),
    ],
)
def test_parse_datum_reads_cells_and_texts(waarde):
    assert parse_datum(waarde) == date(2025, 12, 31)


@pytest.mark.parametrize("waarde", ["31-11-2025", "2025-13-01", "1-1-25", 45000.0, "01-01-1800"])
def test_a_datum_that_does_not_exist_is_refused(waarde):
    with pytest.raises(GeenPeriode):
        parse_datum(waarde)
