"""Pseudonyms: a bsn becomes a ``client_sleutel`` in the step that parses it."""

import hmac
from functools import lru_cache

MINIMALE_SLEUTEL_BYTES = 16


@lru_cache(maxsize=1 << 20)
def compute_client_sleutel(bsn: str, sleutel: bytes) -> str:
    """Return the pseudonym of a bsn: hex HMAC-SHA-256, 64 characters.

    The same bsn recurs in many messages, so the outcome is kept in memory.

    Args:
        bsn: the nine digits, as the message gives them.
        sleutel: the secret of this home; without it nobody can rebuild a pseudonym.

    Raises:
        ValueError: the bsn is empty, or the key is too short to protect anything.
    """
    if not bsn:
        raise ValueError("Een leeg bsn heeft geen pseudoniem.")
    if len(sleutel) < MINIMALE_SLEUTEL_BYTES:
        raise ValueError("De sleutel voor pseudoniemen is te kort.")
    return hmac.digest(sleutel, bsn.encode(), "sha256").hex()
