"""Safe writing: a file is whole or absent, whatever happens halfway."""

import os
import tempfile
from pathlib import Path

TIJDELIJK = ".tijdelijk-"


def write_bytes_atomically(pad: Path, inhoud: bytes, *, flush_folder: bool = True) -> None:
    """Write a file aside, flush it to disk and rename it into place; readable by the owner only.

    A crash leaves at most a file whose name starts with ``.tijdelijk-``, which no reader sees.

    Args:
        pad: the file; its folder is made when it does not exist.
        inhoud: the whole content.
        flush_folder: false when the caller writes another file in this folder straight after.
    """
    pad.parent.mkdir(parents=True, exist_ok=True)
    handle, naam = tempfile.mkstemp(prefix=TIJDELIJK, dir=pad.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(inhoud)
            stream.flush()
            os.fsync(stream.fileno())
        Path(naam).replace(pad)
    except BaseException:
        Path(naam).unlink(missing_ok=True)
        raise
    if flush_folder:
        flush_map(pad.parent)


def flush_map(folder: Path) -> None:
    """Flush a folder to disk, so that a rename in it survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
