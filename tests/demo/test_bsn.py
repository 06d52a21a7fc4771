from itertools import islice

import pytest

from demo.bsn import is_elfproef, iter_bsn, make_ongeldig_bsn


@pytest.mark.parametrize(
    ("bsn", "verwacht"),
    [("999990019", True), ("999990018", False), ("000000000", False), ("111222333", True)],
)
def test_elfproef(bsn: str, verwacht: bool):
    assert is_elfproef(bsn) is verwacht


def test_bsn_begins_with_9999_while_these_last():
    reeks = list(islice(iter_bsn(), 12_000))
    assert len(set(reeks)) == len(reeks)
    assert all(is_elfproef(bsn) and bsn.startswith("99") for bsn in reeks)
    met_9999 = [bsn.startswith("9999") for bsn in reeks]
    assert sum(met_9999) > 9_000
    assert met_9999 == sorted(met_9999, reverse=True)


def test_spoilt_bsn_fails_the_elfproef():
    for bsn in islice(iter_bsn(), 500):
        fout = make_ongeldig_bsn(bsn)
        assert not is_elfproef(fout)
        assert len(fout) == 9
