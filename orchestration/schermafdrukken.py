"""The pictures in the README and the docs, of a home that has been run: ``make screenshots``.

Starts the Dagster UI on the home, lets headless Chromium picture it and the report, and
stops the UI again.
"""

import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError

from orchestration.home import WORTEL, Home
from rapportage.schermafdruk import take_schermafdruk

_POORT = 3971
_ADRES = f"http://127.0.0.1:{_POORT}"
_BUREN = "view=lineage&lineageScope=neighbors"
_DOEL = WORTEL / "docs" / "schermafdrukken"


def take_schermafdrukken(home: Home, kwartaal: str) -> None:
    """Write the pictures of the README and of the docs.

    Raises:
        FileNotFoundError: the home has no report of ``kwartaal``, or Chromium is missing.
        RuntimeError: the Dagster UI did not answer, or Chromium wrote no picture.
    """
    rapport = str(home.map / "rapporten" / kwartaal / "regio.html")
    take_schermafdruk(rapport, _DOEL / "rapport-regio.png", hoogte=1330)
    take_schermafdruk(rapport, _DOEL / "rapport-kosten.png", hoogte=1500, vanaf=2700)
    with _open_dagster(home):
        take_schermafdruk(
            f"{_ADRES}/asset-groups",
            _DOEL / "dagster-overzicht.png",
            hoogte=600,
            wacht=20,
            schaal=1.5,
        )
        take_schermafdruk(
            f"{_ADRES}/assets/publicatie/kosten_verwijzer_jaar?{_BUREN}",
            _DOEL / "dagster-publicatie.png",
            hoogte=760,
            wacht=20,
            schaal=1.5,
        )
        take_schermafdruk(
            f"{_ADRES}/assets/lake/ijw?view=checks&checkDetail=niets_geweigerd",
            _DOEL / "dagster-quarantaine.png",
            hoogte=900,
            wacht=20,
            schaal=1.5,
        )


@contextmanager
def _open_dagster(home: Home) -> Iterator[None]:
    opdracht = [sys.executable, "-m", "orchestration.cli", "dev"]
    opdracht += ["--home", str(home.map), "--poort", str(_POORT)]
    proces = subprocess.Popen(opdracht, cwd=WORTEL)  # noqa: S603
    try:
        _wait_until_it_answers()
        yield
    finally:
        proces.send_signal(signal.SIGINT)
        proces.wait(timeout=60)


def _wait_until_it_answers() -> None:
    for _ in range(90):
        try:
            with urllib.request.urlopen(f"{_ADRES}/server_info"):  # noqa: S310
                time.sleep(5)  # the code location loads after the page
                return
        except (URLError, ConnectionError):
            time.sleep(1)
    raise RuntimeError("De Dagster-UI gaf geen antwoord.")


if __name__ == "__main__":
    take_schermafdrukken(Home.open(None), "2025-K4")
