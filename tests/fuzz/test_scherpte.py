"""The fuzzer bites: a reader that skips one check of the schema is found out."""

import numpy as np
import pyarrow as pa
import pytest

from fuzz.geval import make_geval
from fuzz.vergelijking import find_verschillen
from ingest.ijw import omslag, stapel, waarden


def match_all(_patroon, teksten):
    return pa.array(np.ones(len(teksten), bool))


KAPOT = [
    (waarden, "_match_patroon", match_all),
    (omslag, "_is_plain_namespace", lambda _naam: True),
    (stapel, "_has_only_white_space", lambda gestapeld: np.ones(gestapeld.aantal_berichten, bool)),
    (omslag, "_has_plain_text", lambda _inhoud: True),
]


@pytest.fixture(autouse=True)
def _forget():
    """Let no other test meet what a broken check remembered."""
    yield
    omslag._read_namespaces.cache_clear()


@pytest.mark.parametrize(("module", "naam", "anders"), KAPOT, ids=[naam for _, naam, _ in KAPOT])
def test_reader_without_a_check_is_found_out(module, naam, anders, monkeypatch):
    omslag._read_namespaces.cache_clear()
    monkeypatch.setattr(module, naam, anders)
    assert find_verschillen([make_geval("scherp", nummer) for nummer in range(1400)])
