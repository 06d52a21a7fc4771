"""Builds the demo: an inbox with everything a region gets, and the answer key beside it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from demo.administratie.kantoor import Administratie, voer_administratie
from demo.antwoorden.sleutel import write_antwoorden
from demo.antwoorden.waarheid import make_waarheid
from demo.contracten import maak_contracten
from demo.fouten.berichten import write_berichtfouten
from demo.fouten.bestanden import write_herhaalde_bestanden, write_kapotte_bestanden
from demo.fouten.fout import Fout
from demo.kalender import DAG, make_venster
from demo.kwartalen import maak_opgaven
from demo.levens import simuleer_levens
from demo.levering import lever
from demo.maatregelen import voeg_maatregelen_toe
from demo.schrijvers.kwartaalcijfers import write_kwartaalcijfers
from demo.schrijvers.maatschappelijk import write_maatschappelijk
from demo.schrijvers.pakket import write_berichten
from demo.schrijvers.tabelbronnen import (
    write_begrotingen,
    write_contracten,
    write_referentie,
)
from demo.schrijvers.veilig_thuis import write_veilig_thuis
from demo.veilig_thuis import maak_veilig_thuis
from demo.verhalen.vertellen import vertel_alles

Voortgang = Callable[[str, int, int], None]


def _zwijg(stap: str, gedaan: int, totaal: int) -> None:
    """Report nothing."""


def simuleer(
    seed: int, jaren: int, schaal: float, laatste_jaar: int, voortgang: Voortgang = _zwijg
) -> Administratie:
    """Return the simulated region: lives, decisions and messages, nothing written yet."""
    venster = make_venster(jaren, laatste_jaar)
    voortgang("levens", 0, 2)
    zorg = simuleer_levens(Random(f"{seed}/levens"), venster, schaal)
    voortgang("levens", 1, 2)
    rng = Random(f"{seed}/levering")
    for behoefte in zorg:
        lever(rng, behoefte, venster.eind + 400 * DAG)
    voortgang("levens", 2, 2)
    return voer_administratie(Random(f"{seed}/administratie"), venster, zorg, voortgang)


def write_demo(
    doel: Path,
    seed: int = 1,
    jaren: int = 3,
    schaal: float = 1.0,
    laatste_jaar: int = 2025,
    voortgang: Voortgang | None = None,
) -> None:
    """Write ``doel/inbox`` and ``doel/antwoorden``; the same options give the same bytes.

    The demo is built aside and then put in place, so that a half demo is never left behind.

    Args:
        doel: folder to write in; an earlier demo in it is replaced.
        seed: another seed is another region.
        jaren: whole years of care.
        schaal: 1.0 is the whole of Flevoland, about 9,700 youths a year.
        laatste_jaar: last whole year; two more months follow it.
        voortgang: called with (step, done, total).

    Raises:
        ValueError: ``jaren`` or ``schaal`` is not positive, or the years begin before 2021.
    """
    if jaren < 1 or schaal <= 0 or laatste_jaar - jaren + 1 < 2021:
        raise ValueError("jaren en schaal moeten positief zijn en het eerste jaar minstens 2021")
    meld = voortgang or _zwijg
    bouw = doel / ".demo-in-aanbouw"
    shutil.rmtree(bouw, ignore_errors=True)
    administratie = simuleer(seed, jaren, schaal, laatste_jaar, meld)
    inbox, antwoorden = bouw / "inbox", bouw / "antwoorden"
    inbox.mkdir(parents=True)
    antwoorden.mkdir()
    venster = administratie.venster
    contracten = maak_contracten(Random(f"{seed}/contracten"), venster, schaal)
    opgaven = maak_opgaven(Random(f"{seed}/kwartalen"), administratie)
    voeg_maatregelen_toe(Random(f"{seed}/maatregelen"), opgaven, administratie.toewijzingen)
    verwacht = vertel_alles(Random(f"{seed}/verhalen"), administratie.post)
    geleverd = write_berichten(administratie.berichten, inbox, meld)
    fouten = [
        Fout(
            "ijw",
            stuk.plaats.maand,
            stuk.plaats.bestand,
            stuk.plaats.onderdeel,
            stuk.bericht.identificatie,
            stuk.bericht.fout,
            aanbieder_agb=stuk.bericht.agb,
        )
        for stuk in geleverd
        if stuk.bericht.fout
    ]
    meld("overige bronnen", 0, 2)
    fouten += write_kapotte_bestanden(inbox, administratie.berichten, venster)
    fouten += write_berichtfouten(inbox, administratie.berichten)
    herhaald = write_herhaalde_bestanden(inbox, venster)
    opgaven, kwartaal_fouten = write_kwartaalcijfers(inbox, opgaven, laatste_jaar)
    fouten += kwartaal_fouten
    write_contracten(inbox, contracten, venster)
    write_begrotingen(inbox, contracten, venster)
    write_referentie(inbox, venster)
    veilig_thuis = maak_veilig_thuis(
        Random(f"{seed}/veilig_thuis"), Random(f"{seed}/veilig_thuis/extra"), venster, schaal
    )
    write_veilig_thuis(inbox, veilig_thuis)
    write_maatschappelijk(inbox, venster)
    meld("overige bronnen", 1, 2)
    write_antwoorden(
        antwoorden,
        make_waarheid(administratie),
        contracten,
        opgaven,
        fouten,
        herhaald,
        verwacht,
        veilig_thuis,
    )
    meld("overige bronnen", 2, 2)
    for naam in ("inbox", "antwoorden"):
        shutil.rmtree(doel / naam, ignore_errors=True)
        (bouw / naam).rename(doel / naam)
    bouw.rmdir()
