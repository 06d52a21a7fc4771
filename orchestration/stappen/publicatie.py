"""Publicatie: write a release aside, audit it, and only then let readers see it.

``publicatie/R0001`` and on are never changed once they stand. ``publicatie/actueel`` links
to the newest; it is the folder that is swapped, because a client that opens a database by
another file name would see another catalog.
"""

import re
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.bestanden import (
    compute_bestand_hash,
    read_json,
    replace_symlink,
    write_json,
)
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.dbt_manifest import read_manifest
from orchestration.stappen.publicatie_controle import Controle
from orchestration.stappen.uitgave import write_uitgave
from orchestration.stappen.vorige_stand import keep_feiten
from orchestration.stappen.woordenboek import read_tabellen
from orchestration.voortgang import Voortgang, ignore_voortgang

_NUMMER = re.compile(r"R\d{4,}")
_BOUW = ".bouw-"


@dataclass
class Publicatie:
    """The release that readers see now; ``is_nieuw`` is false when nothing had changed."""

    nummer: str
    map: Path
    is_nieuw: bool
    rijen: dict[str, int]
    stand_datum: str | None
    controles: list[Controle] = field(default_factory=list)


def publish_release(
    home: Home,
    gemaakt: datetime,
    voortgang: Voortgang = ignore_voortgang,
    proef: bool = False,
) -> Publicatie:
    """Publish what the warehouse holds in schema ``publicatie`` as a new release.

    Args:
        home: where warehouse and releases stand.
        gemaakt: the moment to write on the release.
        voortgang: told after each table.
        proef: build and check, but leave the releases and what readers see as they are.

    Returns:
        The new release, or the newest one when its content would be the same.

    Raises:
        PublicatieGeweigerd: a blocking check failed.
        RegiobeeldFout: there is no warehouse, or the disk is full.
    """
    if not home.warehouse.exists():
        raise RegiobeeldFout("Er is nog geen warehouse om te publiceren.", "Doe: regiobeeld run")
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        home.publicatie.mkdir(parents=True, exist_ok=True)
        for rest in home.publicatie.glob(f"{_BOUW}*"):
            shutil.rmtree(rest)  # a publication that was cut off
        eerdere = list_releases(home)
        nummer = f"R{int(eerdere[-1][1:]) + 1 if eerdere else 1:04d}"
        bouw = home.publicatie / f"{_BOUW}{nummer}"
        tabellen = read_tabellen(read_manifest(home))
        try:
            controles, beschrijving = write_uitgave(
                home, bouw, tabellen, nummer, gemaakt, voortgang
            )
            if eerdere and _read_inhoud(home, eerdere[-1]) == beschrijving["inhoud"]:
                nummer, is_nieuw = eerdere[-1], False
            else:
                is_nieuw = True
                if not proef:
                    keep_feiten(home, nummer)
                    write_json(bouw / "release.json", beschrijving)
                    bouw.rename(home.publicatie / nummer)
        finally:
            shutil.rmtree(bouw, ignore_errors=True)
        if not proef:
            replace_symlink(home.actueel, nummer)
    return _to_publicatie(home, nummer, beschrijving, is_nieuw, controles)


def list_releases(home: Home) -> list[str]:
    """Return the numbers of the releases, oldest first."""
    if not home.publicatie.is_dir():
        return []
    namen = (pad.name for pad in home.publicatie.iterdir() if (pad / "release.json").exists())
    return sorted(filter(_NUMMER.fullmatch, namen), key=lambda naam: int(naam[1:]))


def read_release(home: Home, nummer: str | None = None) -> Publicatie:
    """Return a release, the newest when no number is given.

    Raises:
        RegiobeeldFout: there is no such release.
    """
    bekend = list_releases(home)
    if not bekend:
        raise RegiobeeldFout("Er is nog niets gepubliceerd.", "Doe eerst: regiobeeld run")
    if nummer is not None and nummer not in bekend:
        raise RegiobeeldFout(
            f"Release {nummer} bestaat niet.", f"Kies uit: {', '.join(bekend[-5:])}."
        )
    gekozen = nummer or bekend[-1]
    beschrijving = read_json(home.publicatie / gekozen / "release.json")
    return _to_publicatie(home, gekozen, beschrijving, is_nieuw=False, controles=[])


def _to_publicatie(
    home: Home,
    nummer: str,
    beschrijving: dict[str, Any],
    is_nieuw: bool,
    controles: list[Controle],
) -> Publicatie:
    return Publicatie(
        nummer=nummer,
        map=home.publicatie / nummer,
        is_nieuw=is_nieuw,
        rijen=beschrijving.get("rijen", {}),
        stand_datum=beschrijving.get("stand_datum"),
        controles=controles,
    )


def find_beschadigd(release_map: Path) -> list[str]:
    """Return the files of a release that are missing or no longer as they were published."""
    sommen = read_json(release_map / "release.json").get("bestanden", {})
    return [
        naam
        for naam, som in sommen.items()
        if not (release_map / naam).is_file() or compute_bestand_hash(release_map / naam) != som
    ]


def _read_inhoud(home: Home, nummer: str) -> str | None:
    return read_json(home.publicatie / nummer / "release.json").get("inhoud")
