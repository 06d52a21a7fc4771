"""One writer per home: a file lock that the kernel drops when its holder dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    with _hold(home.slot, f"Er loopt al een verwerking in {home.map}", wacht_seconden):
        yield


@contextmanager
def hold_dev_slot(home: Home) -> Iterator[None]:
    """Hold the only right to run the Dagster UI and its daemon on ``home``.

    Raises:
        RegiobeeldFout: another process holds it.
    """
    with _hold(home.dev_slot, f"De Dagster-UI draait al op {home.map}", 0):
        yield


@contextmanager
def _hold(slot: Path, wat: str, wacht_seconden: float) -> Iterator[None]:
    naam = str(slot)
    if naam in _gehouden:
        _gehouden[naam] += 1
        try:
            yield
        finally:
            _gehouden[naam] -= 1
        return

    slot.parent.mkdir(parents=True, exist_ok=True)
    with slot.open("a+", encoding="utf-8") as bestand:
        _lock(bestand.fileno(), slot, wat, wacht_seconden)
        bestand.truncate(0)
        bestand.write(str(os.getpid()))
        bestand.flush()
        _gehouden[naam] = 1
        try:
            yield
        finally:
            del _gehouden[naam]  # closing the file unlocks it


def _lock(nummer: int, slot: Path, wat: str, wacht_seconden: float) -> None:
    tot = time.monotonic() + wacht_seconden
    while True:
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= tot:
                houder = slot.read_text(encoding="utf-8").strip() or "onbekend"
                raise RegiobeeldFout(
                    f"{wat} (proces {houder}).", "Wacht tot die klaar is, of stop dat proces."
                ) from None
            time.sleep(_PAUZE_SECONDEN)
        else:
            return
