"""``regiobeeld dev``: the Dagster UI, sensors and schedules on one home."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from orchestration.cli.scherm import maak_console
from orchestration.fouten import RegiobeeldFout
from orchestration.home import WORTEL, Home
from orchestration.sleutels import read_sleutels
from orchestration.slot import hold_dev_slot, hold_slot


def run_dev(map: Path | None, host: str, poort: int) -> int:
    """Run ``dagster dev`` on a home until it is stopped, and return its exit code."""
    from orchestration.instance import close_afgebroken_runs, open_instance

    home = Home.open(map)
    home.make_mappen()
    read_sleutels(home)  # an error in the keys is clearer here than in a run
    with hold_slot(home), open_instance(home) as instance:
        close_afgebroken_runs(home, instance)
    maak_console().print(f"Dagster-UI op http://{host}:{poort} voor {home.map} (Ctrl+C stopt)")
    opdracht = [
        *(sys.executable, "-m", "dagster", "dev"),
        *("--workspace", str(WORTEL / "workspace.yaml")),
        *("--host", host, "--port", str(poort)),
    ]
    with hold_dev_slot(home):
        return _run_dagster(opdracht)


def _run_dagster(opdracht: list[str]) -> int:
    """Run Dagster to its end; hand on what stops us, so that it ends its own processes in order.

    The handlers stand before Dagster starts: a shell starts a background process with Ctrl+C
    ignored, and a child inherits that, but not a handler.
    """
    proces: subprocess.Popen[bytes] | None = None

    def geef_door(nummer: int, _frame: object) -> None:
        # From a terminal Dagster gets Ctrl+C itself; a second one would cut its clean-up short.
        if proces and (nummer == signal.SIGTERM or not sys.stdin.isatty()):
            proces.send_signal(signal.SIGINT)

    eerder = {
        nummer: signal.signal(nummer, geef_door) for nummer in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        # The workspace names a module, which is found from the folder of the project.
        proces = subprocess.Popen(  # noqa: S603
            opdracht, cwd=WORTEL, env=os.environ | {"PYTHONPATH": str(WORTEL)}
        )
        code = proces.wait()
    except OSError as fout:
        raise RegiobeeldFout("Dagster is niet te starten.", "Doe: make setup") from fout
    finally:
        for nummer, handler in eerder.items():
            signal.signal(nummer, handler)
    return 0 if code in (0, -signal.SIGINT, 130) else code
