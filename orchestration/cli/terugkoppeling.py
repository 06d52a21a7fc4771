"""``regiobeeld terugkoppeling``: the folders for the aanbieders, from the warehouse."""

import re
from collections import Counter
from pathlib import Path

from rich.table import Table

from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.klok import read_vandaag
from orchestration.stappen.lake_stand import is_maand
from orchestration.stappen.terugkoppeling import Terugkoppeling, make_terugkoppeling
from orchestration.stappen.terugkoppeling_bron import ONBEKEND
from orchestration.telwoord import tel

_AGB = re.compile(r"[0-9]{8}")
_TOON_AANBIEDERS = 20


def write_terugkoppeling(
    map: Path | None, aanbieder: str | None, maand: str | None, proef: bool
) -> None:
    """Make the folders that are out of date, and say which.

    Raises:
        RegiobeeldFout: no such aanbieder or month can exist, or there is no warehouse.
    """
    _check_keuze(aanbieder, maand)
    home = Home.open(map)
    with toon_voortgang() as voortgang:
        uitkomst = make_terugkoppeling(home, read_vandaag(), aanbieder, maand, voortgang, proef)
    if not uitkomst.gemaakt and not uitkomst.ongewijzigd:
        maak_console().print("Er is niets terug te koppelen: er zijn geen bevindingen.")
    else:
        _toon(home, uitkomst, proef)


def _check_keuze(aanbieder: str | None, maand: str | None) -> None:
    if aanbieder is not None and aanbieder != ONBEKEND and not _AGB.fullmatch(aanbieder):
        raise RegiobeeldFout(
            f"{aanbieder} is geen AGB-code.", f"Geef acht cijfers op, of: {ONBEKEND}."
        )
    if maand is not None and not is_maand(maand):
        raise RegiobeeldFout(f"{maand} is geen maand.", "Schrijf een maand als 2025-03.")


def _toon(home: Home, uitkomst: Terugkoppeling, proef: bool) -> None:
    console = maak_console()
    gemaakt = len(uitkomst.gemaakt)
    zin = (
        f"{tel(gemaakt, 'map', 'mappen')}, {tel(len(uitkomst.ongewijzigd), 'was', 'waren')} al bij"
    )
    if proef:
        console.print(f"Proef, er is niets geschreven. Te maken: {zin}.")
    else:
        retouren = getal(uitkomst.aantal_retouren)
        console.print(f"Gemaakt: {zin}, {retouren} retourberichten.")
    if uitkomst.verwijderd:
        werkwoord = "Te verwijderen" if proef else "Verwijderd"
        mappen = tel(len(uitkomst.verwijderd), "map", "mappen")
        console.print(f"{werkwoord}: {mappen} zonder bevindingen.")
    if gemaakt:
        per_aanbieder = Counter(map.aanbieder for map in uitkomst.gemaakt)
        tabel = Table("aanbieder", "maanden", box=None, pad_edge=False)
        for aanbieder, aantal in per_aanbieder.most_common(_TOON_AANBIEDERS):
            tabel.add_row(aanbieder, getal(aantal))
        console.print(tabel)
        if len(per_aanbieder) > _TOON_AANBIEDERS:
            rest = tel(len(per_aanbieder) - _TOON_AANBIEDERS, "aanbieder", "aanbieders")
            console.print(f"en nog {rest}")
    console.print(f"De mappen staan in {home.terugkoppeling}", soft_wrap=True)
