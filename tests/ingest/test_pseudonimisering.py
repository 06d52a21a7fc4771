import hashlib
import hmac

import pytest

from ingest.pseudonimisering import compute_client_sleutel


def test_client_sleutel_is_hex_hmac_sha256_of_the_bsn():
    verwacht = hmac.new(b"s" * 32, b"999900006", hashlib.sha256).hexdigest()
    assert compute_client_sleutel("999900006", b"s" * 32) == verwacht


def test_another_key_gives_another_pseudonym():
    een, ander = (compute_client_sleutel("999900006", teken * 32) for teken in (b"a", b"b"))
    assert een != ander


@pytest.mark.parametrize(("bsn", "sleutel"), [("", b"s" * 32), ("999900006", b"kort")])
def test_nothing_to_protect_or_to_protect_with_is_refused(bsn, sleutel):
    with pytest.raises(ValueError):
        compute_client_sleutel(bsn, sleutel)
