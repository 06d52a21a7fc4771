"""Safe writing: a file is whole or absent, whatever happens halfway."""

import os
import tempfile
from pathlib import Path

TIJDELIJK = ".tijdelijk-"


class AtomicFile:
    """A file that is written aside, flushed to disk and then renamed; readable by its owner only.

    A crash leaves at most a file whose name starts with ``.tijdelijk-``, which no reader sees.
    """

    def __init__(self, pad: Path) -> None:
        """Open the file aside; its folder is made when it does not exist."""
        pad.parent.mkdir(parents=True, exist_ok=True)
        handle, naam = tempfile.mkstemp(prefix=TIJDELIJK, dir=pad.parent)
        self.stream = os.fdopen(handle, "wb")
        self._pad, self._naam = pad, Path(naam)

    def finish(self, *, flush_folder: bool = True) -> None:
        """Put the file in place.

        Args:
            flush_folder: false when the caller writes another file in this folder straight after.
        """
        try:
            self.stream.flush()
            os.fsync(self.stream.fileno())
            self.stream.close()
            self._naam.replace(self._pad)
        except BaseException:
            self.abandon()
            raise
        if flush_folder:
            flush_map(self._pad.parent)

    def abandon(self) -> None:
        """Remove what was written; the file that was there stays."""
        self.stream.close()
        self._naam.unlink(missing_ok=True)


def write_bytes_atomically(pad: Path, inhoud: bytes, *, flush_folder: bool = True) -> None:
    """Write a file that is whole or absent, whatever happens halfway.

    Args:
        pad: the file; its folder is made when it does not exist.
        inhoud: the whole content.
        flush_folder: false when the caller writes another file in this folder straight after.
    """
    bestand = AtomicFile(pad)
    try:
        bestand.stream.write(inhoud)
    except BaseException:
        bestand.abandon()
        raise
    bestand.finish(flush_folder=flush_folder)


def flush_map(folder: Path) -> None:
    """Flush a folder to disk, so that a rename in it survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
