"""Herlezen: read chosen months again from the archive, or only say what that would change."""

import shutil
from collections.abc import Sequence

from ingest.inlezen import read_maand
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.sleutels import read_sleutels
from orchestration.slot import hold_slot
from orchestration.stappen.lake_stand import (
    is_maand,
    is_te_herstellen,
    list_archief_maanden,
)
from orchestration.stappen.officiele_schemas import open_schemas
from orchestration.stappen.ontvangst import open_archief
from orchestration.stappen.verschil import (
    Verschil,
    compare_momentopnamen,
    take_momentopname,
)
from orchestration.voortgang import Voortgang, ignore_voortgang
from schemas.lake import BRONNEN

Keuze = dict[str, list[str]]
"""Per bron the months to read again, in order."""


def choose_maanden(home: Home, bron: str | None, maanden: Sequence[str]) -> Keuze:
    """Return what there is to read again; all that was ever received when nothing is named.

    Raises:
        RegiobeeldFout: a month is not written as JJJJ-MM, or nothing was received in it.
    """
    verkeerd = [maand for maand in maanden if not is_maand(maand)]
    if verkeerd:
        raise RegiobeeldFout(
            f"{verkeerd[0]} is geen maand.", "Schrijf de maand van ontvangst als JJJJ-MM."
        )
    keuze = {}
    for naam in BRONNEN if bron is None else (bron,):
        bekend = list_archief_maanden(home, naam)
        gekozen = [maand for maand in bekend if not maanden or maand in maanden]
        if gekozen:
            keuze[naam] = gekozen
    leeg = sorted(set(maanden) - {maand for gekozen in keuze.values() for maand in gekozen})
    if leeg or not keuze:
        waarvan, wanneer = f" van {bron}" if bron else "", f" in {', '.join(leeg)}" if leeg else ""
        raise RegiobeeldFout(
            f"Er is niets ontvangen{waarvan}{wanneer}.",
            "Kies een maand waarvan er een map is in archief/<bron>/.",
        )
    return keuze


def try_herlezen(
    home: Home, keuze: Keuze, voortgang: Voortgang = ignore_voortgang
) -> list[Verschil]:
    """Return what reading again would change; the lake stays as it is.

    Raises:
        RegiobeeldFout: the archive does not open, or the disk is full.
    """
    proef = home.warehouse_bouw.parent / "herlezen"
    verschillen = []
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        archief, sleutel = open_archief(home), read_sleutels(home).pseudoniem
        schemas = open_schemas(home.instellingen)
        try:
            for bron, maanden in keuze.items():
                for nummer, maand in enumerate(maanden, start=1):
                    read_maand(
                        archief,
                        proef / "lake",
                        proef / "lijst",
                        bron,
                        maand,
                        sleutel,
                        extra_schemas=schemas,
                    )
                    voor, na = (
                        take_momentopname(lake, bron, maand) for lake in (home.lake, proef / "lake")
                    )
                    is_hersteld = is_te_herstellen(home, bron, maand)
                    verschillen.append(compare_momentopnamen(bron, maand, voor, na, is_hersteld))
                    voortgang(f"Herlezen {bron} (proef)", nummer, len(maanden))
        finally:
            shutil.rmtree(proef, ignore_errors=True)
    return verschillen
