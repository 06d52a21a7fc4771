import pytest

from ingest.maskering import is_bsn, mask_bsn

# 999900006 passes the elfproef; 999900007 does not.


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("opgave 999900006.xlsx", "opgave xxxxxxxxx.xlsx"),
        ("999.900.006 januari.xml", "xxx.xxx.xxx januari.xml"),
        ("9999 00 006.xml", "xxxx xx xxx.xml"),
        ("id5999900006.xml", "id5xxxxxxxxx.xml"),
        ("kwartaal_12345678_2025-K4.xlsx", "kwartaal_12345678_2025-K4.xlsx"),
        ("jw323_0034_20251231.zip", "jw323_0034_20251231.zip"),
        ("ref_999900007.xml", "ref_999900007.xml"),
        ("999-900-006.xml", "xxx-xxx-xxx.xml"),
        ("999_900/006.xml", "xxx_xxx/xxx.xml"),
        ("９９９９００００６.xml", "xxxxxxxxx.xml"),
        ("levering 2025-06-01.zip", "levering 2025-06-01.zip"),
    ],
)
def test_mask_bsn_covers_a_bsn_and_keeps_agb_and_dates(naam, verwacht):
    assert mask_bsn(naam) == verwacht


def test_elfproef_needs_nine_digits_and_a_sum_divisible_by_eleven():
    assert is_bsn("999900006")
    assert not is_bsn("999900007")
    assert not is_bsn("99990000")
    assert not is_bsn("000000000")
