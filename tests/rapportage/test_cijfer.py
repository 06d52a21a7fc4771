from decimal import Decimal

import pytest

from rapportage.cijfer import (
    NVT,
    ONDERDRUKT,
    ONTBREEKT,
    WAARDE,
    Cijfer,
    change_percentage,
    cumulate,
    total,
)
from rapportage.vergelijken import DAGEN, PROCENT, PROCENTPUNT, compare


@pytest.mark.parametrize("status", [ONDERDRUKT, ONTBREEKT, NVT])
def test_number_under_another_status_is_never_kept(status):
    assert Cijfer.read(7, status).waarde is None


def test_value_without_a_number_is_missing_and_not_zero():
    assert Cijfer.read(None, WAARDE) == Cijfer(None, ONTBREEKT)


def test_unknown_status_is_refused():
    with pytest.raises(ValueError, match="geheim"):
        Cijfer.read(7, "geheim")


def test_running_sum_stops_at_the_first_month_without_a_number():
    maanden = [
        Cijfer(Decimal("1.10"), WAARDE),
        Cijfer(Decimal("2.20"), WAARDE),
        Cijfer(None, ONDERDRUKT),
        Cijfer(Decimal("4.40"), WAARDE),
        Cijfer(None, ONTBREEKT),
    ]
    assert cumulate(maanden) == [
        Cijfer(Decimal("1.10"), WAARDE),
        Cijfer(Decimal("3.30"), WAARDE),
        Cijfer(None, ONDERDRUKT),
        Cijfer(None, ONDERDRUKT),
        Cijfer(None, ONDERDRUKT),
    ]
    assert total(maanden) == Cijfer(None, ONDERDRUKT)


def test_total_of_nothing_is_missing_and_not_zero():
    assert total([]).status == ONTBREEKT


def test_no_change_against_zero_or_nothing():
    nu = Cijfer(12, WAARDE)
    assert change_percentage(nu, Cijfer(0, WAARDE)) is None
    assert change_percentage(nu, Cijfer(None, ONDERDRUKT)) is None


@pytest.mark.parametrize(
    ("nu", "eerder", "eenheid", "zin"),
    [
        (Cijfer(110, WAARDE), Cijfer(100, WAARDE), PROCENT, "10,0% meer dan een jaar eerder (100)"),
        (Cijfer(90, WAARDE), Cijfer(100, WAARDE), PROCENT, "10,0% minder dan een jaar eerder"),
        (Cijfer(100, WAARDE), Cijfer(100, WAARDE), PROCENT, "vrijwel gelijk aan een jaar eerder"),
        (Cijfer(12, WAARDE), Cijfer(11, WAARDE), PROCENTPUNT, "1,0 procentpunt meer"),
        (Cijfer(12, WAARDE), Cijfer(11, WAARDE), DAGEN, "1 dag meer"),
        (Cijfer(12, WAARDE), Cijfer(None, ONDERDRUKT, onder=10), PROCENT, "is afgeschermd"),
        (Cijfer(12, WAARDE), Cijfer(None, ONTBREEKT), PROCENT, "kan niet: dat cijfer ontbreekt"),
    ],
)
def test_comparison_says_what_changed_or_why_it_cannot(nu, eerder, eenheid, zin):
    assert zin in compare(nu, eerder, "aantal", eenheid, "meer")
