"""How a step tells whoever is watching how far it is.

The steps run inside Dagster as well as under the command line. Dagster offers no way to
hand a callback to an asset, so the watcher of this process is set here, for as long as
the run takes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Voortgang = Callable[[str, int, int], None]
"""Called with a step in Dutch, how many parts are done, and how many there are."""


def ignore_voortgang(stap: str, klaar: int, totaal: int) -> None:
    """Watch nothing."""


_luisteraars: list[Voortgang] = []


def report_voortgang(stap: str, klaar: int, totaal: int) -> None:
    """Tell the watcher of this process, when there is one."""
    if _luisteraars:
        _luisteraars[-1](stap, klaar, totaal)


@contextmanager
def watch_voortgang(luisteraar: Voortgang) -> Iterator[None]:
    """Let ``luisteraar`` follow every step in this process."""
    _luisteraars.append(luisteraar)
    try:
        yield
    finally:
        _luisteraars.remove(luisteraar)
