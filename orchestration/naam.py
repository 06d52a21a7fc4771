"""File names as they may be shown: a name may hold any byte, a line break or a bsn."""

import unicodedata
from pathlib import Path

from ingest.maskering import mask_bsn

_SPATIE = "Zs"


def to_zichtbaar(tekst: str) -> str:
    """Return a text on one line that any screen and UTF-8 can take; ``?`` for what they cannot."""
    tekens = tekst.encode(errors="replace").decode()
    if tekens.isprintable():
        return tekens
    return "".join(teken if _is_zichtbaar(teken) else "?" for teken in tekens)


def toon_naam(naam: Path | str) -> str:
    """Return a name or path that can be shown, without a bsn."""
    return mask_bsn(to_zichtbaar(str(naam)))


def _is_zichtbaar(teken: str) -> bool:
    return teken.isprintable() or unicodedata.category(teken) == _SPATIE
