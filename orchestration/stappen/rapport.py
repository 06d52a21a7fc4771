"""Rapport: the pages of one quarter, drawn from one release and from nothing else."""

import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.slot import hold_slot
from orchestration.stappen.publicatie import Publicatie, read_release
from orchestration.voortgang import Voortgang, ignore_voortgang

_KWARTAAL = re.compile(r"\d{4}-K[1-4]")


@dataclass(frozen=True)
class Rapport:
    """The pages of one quarter, and the release that they show."""

    kwartaal: str
    release: str
    paden: list[Path]


def make_rapport(
    home: Home,
    kwartaal: str | None = None,
    release: str | None = None,
    voortgang: Voortgang = ignore_voortgang,
) -> Rapport:
    """Write the reports of a quarter to ``rapporten/<kwartaal>/`` and return where they are.

    Args:
        home: where releases and reports stand.
        kwartaal: as ``2025-K4``; the last one that was over at the stand when left out.
        release: as ``R0001``; the newest when left out.
        voortgang: told when the pages are there.

    Raises:
        RegiobeeldFout: no such quarter or release.
    """
    from rapportage.kwartaal import OnbekendKwartaal
    from rapportage.rapport import render_rapport

    gekozen = read_release(home, release)
    periode = kwartaal or choose_kwartaal(gekozen)
    if not _KWARTAAL.fullmatch(periode):
        raise RegiobeeldFout(
            f"{periode} is geen kwartaal.", "Schrijf een kwartaal als 2025-K4 (jaar-K1 tot K4)."
        )
    with hold_slot(home, wacht_seconden=600):
        doel, bouw = home.rapporten / periode, home.rapporten / f".bouw-{periode}"
        shutil.rmtree(bouw, ignore_errors=True)
        bouw.mkdir(parents=True)
        voortgang("Rapport", 0, 1)
        try:
            paden = render_rapport(gekozen.map, periode, bouw)
            shutil.rmtree(doel, ignore_errors=True)
            (bouw / periode).rename(doel)
        except OnbekendKwartaal as error:
            raise RegiobeeldFout(error.wat, error.advies) from error
        finally:
            shutil.rmtree(bouw, ignore_errors=True)
        voortgang("Rapport", 1, 1)
    return Rapport(periode, gekozen.nummer, [doel / pad.name for pad in paden])


def choose_kwartaal(publicatie: Publicatie) -> str:
    """Return the last quarter that was over at the stand of a release.

    Raises:
        RegiobeeldFout: the release holds no figures, so no stand.
    """
    if publicatie.stand_datum is None:
        raise RegiobeeldFout(
            f"Release {publicatie.nummer} heeft geen cijfers, dus ook geen kwartaal.",
            "Lever bestanden aan in de inbox en doe: regiobeeld run",
        )
    # The day after the stand: a stand on the last day of a quarter includes that quarter.
    dag = date.fromisoformat(publicatie.stand_datum) + timedelta(days=1)
    jaar, kwartaal = dag.year, (dag.month - 1) // 3
    return f"{jaar}-K{kwartaal}" if kwartaal else f"{jaar - 1}-K4"


def has_kwartaal(publicatie: Publicatie) -> bool:
    """Return whether a release holds the quarter that is reported when none is asked for.

    Without messages, or with messages of the running quarter only, it does not.
    """
    from rapportage.lezen import Publicatie as Cijfers

    if publicatie.stand_datum is None:
        return False
    with Cijfers(publicatie.map) as cijfers:
        return choose_kwartaal(publicatie) in cijfers.list_kwartalen()
