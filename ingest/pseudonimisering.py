"""Pseudonyms: a bsn becomes a ``client_sleutel`` in the step that parses it."""

import hmac

import pyarrow as pa

MINIMALE_SLEUTEL_BYTES = 16


def compute_client_sleutels(bsns: pa.StringArray, sleutel: bytes) -> pa.StringArray:
    """Return the pseudonyms of different bsn's: hex HMAC-SHA-256, 64 characters each.

    Raises:
        ValueError: a bsn is empty, or the key is too short to protect anything.
    """
    return pa.array([compute_client_sleutel(bsn, sleutel) for bsn in bsns.to_pylist()], pa.string())


def compute_client_sleutel(bsn: str, sleutel: bytes) -> str:
    """Return the pseudonym of a bsn: hex HMAC-SHA-256, 64 characters.

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
