"""``regiobeeld stand``: the figures as they were known on a day."""

from pathlib import Path
from typing import TYPE_CHECKING

from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.home import Home
from orchestration.klok import read_nu, read_vandaag

if TYPE_CHECKING:
    from orchestration.stappen.stand import Stand


def make_stand(map: Path | None, datum: str, proef: bool) -> None:
    """Build the figures as known on a day, or with ``proef`` say what that would take in."""
    from orchestration.stappen.stand import (
        Stand,
        build_stand,
        count_berichten,
        is_stand_actueel,
        read_stand_datum,
    )

    home = Home.open(map)
    dag = read_stand_datum(datum, read_vandaag())
    console = maak_console()
    if proef:
        is_actueel = is_stand_actueel(home, dag)
        stand = Stand(dag, home.open_stand(datum).map, not is_actueel, count_berichten(home, dag))
        doen = "Er is niets te doen: deze stand staat er al." if is_actueel else "Dit zou bouwen:"
        console.print(f"Proef: er is niets gemaakt. {doen}")
    else:
        with toon_voortgang() as voortgang:
            stand = build_stand(home, dag, read_nu(), voortgang)
        console.print(
            "Gebouwd en gecontroleerd." if stand.is_nieuw else "Ongewijzigd: er is niets te doen."
        )
    _toon(stand)


def _toon(stand: "Stand") -> None:
    console = maak_console()
    if stand.waarschuwing:
        maak_console(stderr=True).print(f"[yellow]Let op:[/] {stand.waarschuwing}")
    console.print(
        f"Stand per {stand.datum:%d-%m-%Y}: {getal(stand.berichten.totaal - stand.berichten.later)}"
        f" berichten tellen mee, {getal(stand.berichten.later)} zijn van later en blijven weg."
    )
    console.print(f"Cijfers: {stand.map / 'publicatie'}", soft_wrap=True)
    console.print(f"Warehouse: {stand.map / 'warehouse.duckdb'}", soft_wrap=True)
    console.print("Dit is geen release: publicatie/actueel is niet veranderd.")
