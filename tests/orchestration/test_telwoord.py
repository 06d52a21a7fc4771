import pytest

from orchestration.telwoord import tel


@pytest.mark.parametrize(
    ("aantal", "zin"),
    [(0, "0 bestanden"), (1, "1 bestand"), (2, "2 bestanden"), (1_234_567, "1.234.567 bestanden")],
)
def test_one_is_singular(aantal, zin):
    assert tel(aantal, "bestand", "bestanden") == zin
