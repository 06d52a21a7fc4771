"""A disk that is full or may not be written: said in Dutch, wherever it happens."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.fouten import RegiobeeldFout

SCHIJF_FOUTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
# What DuckDB and SQLite say; neither hands on the number of the error.
_TEKSTEN = (
    "No space left",
    "Disk quota",
    "File too large",
    "Read-only file system",
    "disk I/O error",
    "database or disk is full",
)


@contextmanager
def meld_volle_schijf(map: Path) -> Iterator[None]:
    """Turn an error of the disk under ``map`` into one that the operator can mend.

    Raises:
        RegiobeeldFout: the disk is full, or may not be written.
    """
    try:
        yield
    except OSError as fout:
        if fout.errno not in SCHIJF_FOUTEN:
            raise
        raise make_schijffout(map) from fout
    except Exception as fout:
        if not is_schijffout(str(fout)):
            raise
        raise make_schijffout(map) from fout


def is_schijffout(tekst: str) -> bool:
    """Return whether the text of an error says that the disk is full or may not be written."""
    return any(deel in tekst for deel in _TEKSTEN)


def make_schijffout(map: Path) -> RegiobeeldFout:
    """Return the error that an operator can mend."""
    return RegiobeeldFout(
        f"De schijf onder {map} is vol of niet te beschrijven.",
        "Maak ruimte of verbeter de rechten, en start opnieuw: er is niets half gebleven.",
    )
