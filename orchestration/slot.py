"""One writer per home: a file lock that the kernel drops when its holder dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home

_PAUZE_SECONDEN = 0.2
_gehouden: dict[str, int] = {}


@contextmanager
def hold_slot(home: Home, wacht_seconden: float = 0) -> Iterator[None]:
    """Hold the only right to write in ``home``; the same process may nest it.

    Raises:
        RegiobeeldFout: another process holds it, also after ``wacht_seconden``.
    """
    naam = str(home.slot)
    if naam in _gehouden:
        _gehouden[naam] += 1
        try:
            yield
        finally:
            _gehouden[naam] -= 1
        return

    home.map.mkdir(parents=True, exist_ok=True)
    with home.slot.open("a+", encoding="utf-8") as bestand:
        _lock(bestand.fileno(), home, wacht_seconden)
        bestand.truncate(0)
        bestand.write(str(os.getpid()))
        bestand.flush()
        _gehouden[naam] = 1
        try:
            yield
        finally:
            del _gehouden[naam]  # closing the file unlocks it


def _lock(nummer: int, home: Home, wacht_seconden: float) -> None:
    tot = time.monotonic() + wacht_seconden
    while True:
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= tot:
                houder = home.slot.read_text(encoding="utf-8").strip() or "onbekend"
                raise RegiobeeldFout(
                    f"Er loopt al een verwerking in {home.map} (proces {houder}).",
                    "Wacht tot die klaar is, of stop dat proces.",
                ) from None
            time.sleep(_PAUZE_SECONDEN)
        else:
            return
