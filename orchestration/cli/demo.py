"""``regiobeeld demo``: the synthetic region in the inbox of a home."""

from pathlib import Path

from orchestration.bestanden import read_json, write_json
from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.sleutels import is_gebruikt
from orchestration.slot import hold_slot

EERSTE_JAAR = 2021
"""iJw 3.2 and the demo's reference figures do not go further back."""


def make_demo(map: Path | None, *, schaal: float, jaren: int, seed: int, laatste_jaar: int) -> None:
    """Write the demo region into the inbox of a home that holds nothing else.

    Raises:
        RegiobeeldFout: the home holds another region already.
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
    home.make_mappen()
    with hold_slot(home), toon_voortgang() as voortgang:
        write_json(home.map / "demo.json", keuze)
        write_demo(
            home.map,
            seed=seed,
            jaren=jaren,
            schaal=schaal,
            laatste_jaar=laatste_jaar,
            voortgang=lambda stap, klaar, totaal: voortgang(f"Demo: {stap}", klaar, totaal),
        )
    aantal = sum(pad.is_file() for pad in home.inbox.rglob("*"))
    console = maak_console()
    console.print(f"Demoregio gemaakt: {getal(aantal)} bestanden in {home.inbox}", soft_wrap=True)
    console.print(f"De goede antwoorden staan in {home.map / 'antwoorden'}", soft_wrap=True)
    console.print("Verder met: regiobeeld run")


def _check_home(home: Home, keuze: dict[str, float]) -> None:
    vorige = read_json(home.map / "demo.json")
    # The demo replaces the inbox as a whole, so a real delivery in it counts as much.
    is_bezet = is_gebruikt(home) or any(pad.is_file() for pad in home.inbox.rglob("*"))
    if vorige == keuze or not (vorige or is_bezet):
        return
    inhoud = "een andere demoregio" if vorige else "al leveringen van een echte regio"
    raise RegiobeeldFout(
        f"{home.map} bevat {inhoud}; twee regio's door elkaar geeft verkeerde cijfers.",
        "Kies met --home een lege map.",
    )
