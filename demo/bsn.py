"""Invented bsn's: they pass the elfproef and begin with 9999, as in the iJw examples."""

from collections.abc import Iterator

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_elfproef(bsn: str) -> bool:
    """Return whether nine digits pass the elfproef of a bsn (CS002)."""
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, bsn, strict=True))
    return bsn != "000000000" and som % 11 == 0


def iter_bsn() -> Iterator[str]:
    """Yield invented bsn's: first the range 9999, then the rest of 99."""
    yield from _iter_geldig(range(999_900_000, 1_000_000_000))
    yield from _iter_geldig(range(990_000_000, 999_900_000))


def iter_bsn_van_achter() -> Iterator[str]:
    """Yield invented bsn's from the other end of the range 99: nobody else gets them."""
    yield from _iter_geldig(range(999_899_999, 990_000_000, -1))


def _iter_geldig(reeks: range) -> Iterator[str]:
    for nummer in reeks:
        bsn = str(nummer)
        # 999999999 means "unknown" elsewhere in the youth domain.
        if bsn != "999999999" and is_elfproef(bsn):
            yield bsn


def make_ongeldig_bsn(bsn: str) -> str:
    """Return the bsn with a typing error: the last digit is one off, so the elfproef fails."""
    return bsn[:-1] + str((int(bsn[-1]) + 1) % 10)
