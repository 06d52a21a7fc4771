"""``regiobeeld publiceer`` and ``regiobeeld rapport``: from warehouse to readers."""

from pathlib import Path

from orchestration.cli.scherm import maak_console, toon_voortgang
from orchestration.home import Home
from orchestration.klok import read_nu


def publiceer_release(map: Path | None, proef: bool) -> None:
    """Publish the warehouse of a home and say where the release is."""
    from orchestration.stappen.publicatie import publish_release

    home = Home.open(map)
    with toon_voortgang() as voortgang:
        release = publish_release(home, read_nu(), voortgang, proef)
    soort = "Nieuwe release" if release.is_nieuw else "Ongewijzigd, nog steeds release"
    console = maak_console()
    if proef:
        console.print("Proef: alle controles slagen. Er is niets gepubliceerd; het zou zijn:")
    console.print(f"{soort} {release.nummer}, stand per {release.stand_datum or 'onbekend'}")
    if not proef:
        console.print(f"Cijfers: {home.actueel}", soft_wrap=True)


def make_kwartaalrapport(map: Path | None, kwartaal: str, release: str | None) -> None:
    """Make the report of a quarter and say where its pages are."""
    from orchestration.stappen.rapport import make_rapport

    home = Home.open(map)
    with toon_voortgang() as voortgang:
        rapport = make_rapport(home, kwartaal, release, voortgang)
    console = maak_console()
    console.print(f"Rapport {rapport.kwartaal} uit release {rapport.release}:")
    for pad in rapport.paden:
        console.print(f"  {pad}", soft_wrap=True)
