"""Writing files so that a reader sees the old or the new one, never half of it."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_BLOK = 1 << 20


def write_text(pad: Path, tekst: str) -> None:
    """Write ``tekst`` to ``pad`` by way of a file beside it."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
    tijdelijk.write_text(tekst, encoding="utf-8")
    tijdelijk.replace(pad)


def write_json(pad: Path, inhoud: dict[str, Any]) -> None:
    """Write ``inhoud`` as readable JSON to ``pad`` by way of a file beside it."""
    write_text(pad, json.dumps(inhoud, indent=2, ensure_ascii=False) + "\n")


def read_json(pad: Path) -> dict[str, Any]:
    """Return the JSON object in ``pad``, empty when it is missing or torn."""
    try:
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return inhoud if isinstance(inhoud, dict) else {}


def compute_bestand_hash(pad: Path) -> str:
    """Return the SHA-256 of a file as hex."""
    som = hashlib.sha256()
    with pad.open("rb") as stroom:
        while blok := stroom.read(_BLOK):
            som.update(blok)
    return som.hexdigest()


def compute_map_hash(mappen: Iterable[Path], weglaten: Iterable[str] = ()) -> str:
    """Return one hash over names and contents of all source files in ``mappen``.

    ``weglaten`` names folders, wherever they stand, that do not count.
    """
    overslaan = {"__pycache__", *weglaten}
    som = hashlib.sha256()
    for basis in mappen:
        for pad in sorted(basis.rglob("*")):
            delen = pad.relative_to(basis).parts
            if pad.is_file() and not overslaan.intersection(delen):
                som.update(f"{basis.name}/{'/'.join(delen)}\0".encode())
                som.update(compute_bestand_hash(pad).encode())
    return som.hexdigest()


def replace_symlink(koppeling: Path, doel: str) -> None:
    """Let the symbolic link ``koppeling`` point at ``doel`` in one atomic step."""
    tijdelijk = koppeling.with_name(f".{koppeling.name}.{os.getpid()}")
    tijdelijk.unlink(missing_ok=True)
    tijdelijk.symlink_to(doel, target_is_directory=True)
    tijdelijk.replace(koppeling)
