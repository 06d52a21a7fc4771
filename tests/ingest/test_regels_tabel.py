from pathlib import Path

import pytest

from schemas.regels import read_regels

EIGEN = [
    regel.regel_code
    for regel in read_regels().values()
    if regel.bron in ("tabel", "*", "kwartaalcijfers", "circulaires", "contracten", "veilig_thuis")
]
# What is judged across sources is judged in dbt, and proven there by an example of its own.
VOORBEELDEN = Path(__file__).parents[1] / "dbt" / "voorbeelden"
TESTS = "".join(pad.read_text() for pad in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("regel_code", EIGEN)
def test_every_rule_of_the_spreadsheets_is_proven_by_a_test(regel_code):
    if read_regels()[regel_code].niveau in ("verband", "extern"):
        assert (VOORBEELDEN / f"{regel_code}.yaml").exists()
    else:
        assert f'"{regel_code}"' in TESTS


def test_every_rule_says_in_dutch_what_is_wrong_and_what_to_do():
    for regel in read_regels().values():
        assert regel.ernst in ("fout", "signaal"), regel.regel_code
        assert regel.uitleg.endswith("."), regel.regel_code
        assert regel.wat_te_doen.endswith("."), regel.regel_code
