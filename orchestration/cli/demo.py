"""``regiobeeld demo``: the synthetic region in the inbox of a home."""

from pathlib import Path

from orchestration.bestanden import read_json, write_json
from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.sleutels import is_gebruikt
from orchestration.slot import hold_slot
from orchestration.telwoord import tel

EERSTE_JAAR = 2021
"""iJw 3.2 and the demo's reference figures do not go further back."""


def make_demo(
    map: Path | None,
    *,
    schaal: float,
    jaren: int,
    seed: int,
    laatste_jaar: int,
    proef: bool = False,
) -> None:
    """Write the demo region into the inbox of a home that holds nothing else.

    Raises:
        RegiobeeldFout: the home holds another region already, or the inbox a delivery that
            the demo did not write.
    """
    from demo.genereer import write_demo

    if laatste_jaar - jaren + 1 < EERSTE_JAAR:
        raise RegiobeeldFout(
            f"De demo begint op zijn vroegst in {EERSTE_JAAR}.",
            "Kies minder --jaren of een later --laatste-jaar.",
        )
    home = Home.open(map)
    keuze = {"schaal": schaal, "jaren": jaren, "seed": seed, "laatste_jaar": laatste_jaar}
    _check_home(home, keuze)
    if proef:
        toon_proef(home)
        return
    home.make_mappen()
    with hold_slot(home), toon_voortgang() as voortgang:
        write_json(home.map / "demo.json", {"keuze": keuze})
        write_demo(
            home.map,
            seed=seed,
            jaren=jaren,
            schaal=schaal,
            laatste_jaar=laatste_jaar,
            voortgang=lambda stap, klaar, totaal: voortgang(f"Demo: {stap}", klaar, totaal),
        )
        bestanden = list_inbox_bestanden(home)
        write_json(home.map / "demo.json", {"keuze": keuze, "bestanden": bestanden})
    aantal = len(bestanden)
    console = maak_console()
    console.print(f"Demoregio gemaakt: {getal(aantal)} bestanden in {home.inbox}", soft_wrap=True)
    console.print(f"De goede antwoorden staan in {home.map / 'antwoorden'}", soft_wrap=True)
    console.print("Verder met: regiobeeld run")


def toon_proef(home: Home) -> None:
    """Say what the demo would do, without doing it."""
    maak_console().print(
        f"Proef: de demoregio zou in {home.inbox} komen, met de goede antwoorden ernaast. "
        "Er is niets veranderd.",
        soft_wrap=True,
    )


def list_inbox_bestanden(home: Home) -> list[str]:
    """Return the files in the inbox, relative to it, in order."""
    return sorted(
        pad.relative_to(home.inbox).as_posix() for pad in home.inbox.rglob("*") if pad.is_file()
    )


def _check_home(home: Home, keuze: dict[str, float]) -> None:
    vorige, aanwezig = read_json(home.map / "demo.json"), list_inbox_bestanden(home)
    if vorige.get("keuze", keuze) != keuze or (not vorige and (is_gebruikt(home) or aanwezig)):
        inhoud = "een andere demoregio" if vorige else "al leveringen van een echte regio"
        raise RegiobeeldFout(
            f"{home.map} bevat {inhoud}; twee regio's door elkaar geeft verkeerde cijfers.",
            "Kies met --home een lege map.",
        )
    # The demo replaces the inbox as a whole: what it did not write itself would be lost.
    vreemd = set(aanwezig) - set(vorige.get("bestanden", []))
    if vreemd:
        raise RegiobeeldFout(
            f"Niet van de demo in {home.inbox}: {tel(len(vreemd), 'bestand', 'bestanden')}. "
            "Dat zou verloren gaan.",
            "Doe eerst regiobeeld run, of verplaats wat er ligt.",
        )
