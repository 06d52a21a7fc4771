"""Where a command writes its list: never over what it reads, and aside until whole."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.fouten import RegiobeeldFout
from orchestration.naam import toon_naam

_ANDERE_NAAM = "Kies voor de uitvoer een andere naam of een andere map."


def check_doelen(bestanden: Iterable[Path], doelen: Iterable[Path | None]) -> None:
    """Check that every output can be written and takes the place of nothing but an older output.

    Args:
        bestanden: the files that will be checked.
        doelen: the outputs; None for one that was not asked for.

    Raises:
        RegiobeeldFout: an output is one of the files, or another output, or cannot be written.
    """
    gekozen = [doel for doel in doelen if doel is not None]
    if len({doel.resolve() for doel in gekozen}) < len(gekozen):
        raise RegiobeeldFout("De werkmap en de CSV hebben dezelfde naam.", _ANDERE_NAAM)
    bestaand = [doel for doel in gekozen if doel.exists()]
    for doel in bestaand:
        if not doel.is_file():
            raise RegiobeeldFout(f"{toon_naam(doel)} is geen gewoon bestand.", _ANDERE_NAAM)
    kenmerken = {_read_kenmerk(pad) for pad in bestanden if pad.exists()} if bestaand else set()
    for doel in bestaand:
        if _read_kenmerk(doel) in kenmerken:
            raise RegiobeeldFout(
                f"{toon_naam(doel)} is een van de bestanden die u wilt controleren.", _ANDERE_NAAM
            )
    for doel in gekozen:
        _check_map(doel.parent)


def check_nieuw(doelen: Iterable[Path | None]) -> None:
    """Check that every output can be written and that none of them is there already.

    Raises:
        RegiobeeldFout: an output exists, or is another output, or cannot be written.
    """
    gekozen = [doel for doel in doelen if doel is not None]
    check_doelen([], gekozen)
    for doel in gekozen:
        if doel.exists():
            raise RegiobeeldFout(
                f"{toon_naam(doel)} bestaat al.", "Kies een andere naam, of haal het bestand weg."
            )


@contextmanager
def schrijf_ernaast(pad: Path) -> Iterator[Path]:
    """Give a path to write to; what was written gets its name when it is whole."""
    tijdelijk = pad.with_name(f".{pad.name}.deel")
    try:
        yield tijdelijk
        tijdelijk.replace(pad)
    finally:
        tijdelijk.unlink(missing_ok=True)


def _read_kenmerk(pad: Path) -> tuple[int, int]:
    """Return what two names of one file have in common."""
    stat = pad.stat()
    return stat.st_dev, stat.st_ino


def _check_map(map: Path) -> None:
    if not map.is_dir():
        raise RegiobeeldFout(f"De map {toon_naam(map)} bestaat niet.", "Kies een map die er is.")
    try:
        with tempfile.TemporaryFile(dir=map):
            pass
    except OSError as fout:
        raise RegiobeeldFout(
            f"In de map {toon_naam(map)} kan niet worden geschreven ({fout.strerror}).",
            "Kies een andere map, of controleer de rechten op de map.",
        ) from fout
