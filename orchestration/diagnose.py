"""Examinations of a home. Each looks only; none changes anything."""

import os
import random
import shutil
import stat
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

from ingest.archief import Archief, BeschadigdOrigineel, VerkeerdeSleutel
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.klok import read_vandaag
from orchestration.sleutels import NAMEN, is_gebruikt, read_sleutels, sleutel_pad
from orchestration.stappen.lake_controle import find_schema_fouten
from orchestration.stappen.lake_stand import (
    find_beschadigd_lake,
    list_archief_maanden,
    list_lake_maanden,
    list_verouderd,
)
from orchestration.stappen.melding import read_meldingen
from orchestration.stappen.ontvangst import list_inbox
from orchestration.stappen.publicatie import find_beschadigd, list_releases
from orchestration.stappen.warehouse import is_warehouse_actueel
from orchestration.telwoord import tel
from schemas.lake import BRONNEN

_PAKKETTEN = ("dagster", "dagster-dbt", "dbt-core", "dbt-duckdb", "duckdb", "pyarrow", "lxml")
_STEEKPROEF = 25
_WEINIG_RUIMTE = 2 * 1024**3


@dataclass(frozen=True)
class Uitslag:
    """The outcome of one examination: ``goed``, ``let op`` or ``fout``."""

    onderwerp: str
    oordeel: str
    bevinding: str
    wat_te_doen: str = ""

    def to_dict(self) -> dict[str, str]:
        """Return the outcome as plain values."""
        return asdict(self)


def diagnose_home(home: Home) -> list[Uitslag]:
    """Return the outcome of every examination of ``home``, in the order of the way of the data."""
    onderzoeken: tuple[Callable[[Home], Uitslag], ...] = (
        _onderzoek_python,
        _onderzoek_pakketten,
        _onderzoek_map,
        _onderzoek_schijf,
        _onderzoek_sleutels,
        _onderzoek_inbox,
        _onderzoek_archief,
        _onderzoek_lake,
        _onderzoek_warehouse,
        _onderzoek_release,
        _onderzoek_meldingen,
    )
    return [onderzoek(home) for onderzoek in onderzoeken]


def _onderzoek_python(home: Home) -> Uitslag:
    gevonden = ".".join(map(str, sys.version_info[:3]))
    return Uitslag("Python", "goed", gevonden)


def _onderzoek_pakketten(home: Home) -> Uitslag:
    gevonden, ontbreekt = [], []
    for naam in _PAKKETTEN:
        try:
            gevonden.append(f"{naam} {version(naam)}")
        except PackageNotFoundError:
            ontbreekt.append(naam)
    if ontbreekt:
        return Uitslag("Pakketten", "fout", f"Ontbreekt: {', '.join(ontbreekt)}.", "make setup")
    return Uitslag("Pakketten", "goed", ", ".join(gevonden))


def _onderzoek_map(home: Home) -> Uitslag:
    if not home.map.is_dir():
        return Uitslag("Map", "let op", "Bestaat nog niet.", "regiobeeld run maakt haar.")
    if not os.access(home.map, os.R_OK | os.W_OK | os.X_OK):
        return Uitslag("Map", "fout", "U mag er niet schrijven.", "Verbeter de rechten.")
    return Uitslag("Map", "goed", "Leesbaar en schrijfbaar.")


def _onderzoek_schijf(home: Home) -> Uitslag:
    bestaand = next(pad for pad in (home.map, *home.map.parents) if pad.exists())
    vrij = shutil.disk_usage(bestaand).free
    tekst = f"{vrij / 1024**3:.1f} GB vrij.".replace(".", ",", 1)
    if vrij < _WEINIG_RUIMTE:
        return Uitslag("Schijf", "let op", tekst, "Maak ruimte voordat u verwerkt.")
    return Uitslag("Schijf", "goed", tekst)


def _onderzoek_sleutels(home: Home) -> Uitslag:
    if not is_gebruikt(home):
        return Uitslag("Sleutels", "goed", "Nieuwe home: ze worden bij de eerste run gemaakt.")
    try:
        read_sleutels(home)
    except RegiobeeldFout as fout:
        return Uitslag("Sleutels", "fout", fout.wat, fout.wat_te_doen)
    open_map = home.sleutels.is_dir() and home.sleutels.stat().st_mode & (
        stat.S_IRWXG | stat.S_IRWXO
    )
    if open_map:
        return Uitslag(
            "Sleutels", "fout", "De map is open voor anderen.", f"chmod 700 {home.sleutels}"
        )
    if any(sleutel_pad(home, naam).exists() for naam in NAMEN):
        return Uitslag("Sleutels", "goed", "Aanwezig. Bewaar een kopie buiten deze machine.")
    return Uitslag("Sleutels", "goed", "Komen uit de omgeving.")


def _onderzoek_inbox(home: Home) -> Uitslag:
    achtergebleven: list[str] = []
    klaar = list_inbox(home, read_vandaag(), achtergebleven)
    tekst = f"{tel(len(klaar), 'bestand wacht', 'bestanden wachten')}."
    if achtergebleven:
        return Uitslag(
            "Inbox",
            "let op",
            f"{tekst} {len(achtergebleven)} staan op de verkeerde plek.",
            "regiobeeld run --proef zegt welke.",
        )
    return Uitslag("Inbox", "goed", tekst)


def _onderzoek_archief(home: Home) -> Uitslag:
    """Open a sample of originals: GCM tells when a byte was changed."""
    if not is_gebruikt(home):
        return Uitslag("Archief", "goed", "Nog leeg.")
    try:
        archief = Archief(home.archief, read_sleutels(home).archief)
    except (RegiobeeldFout, VerkeerdeSleutel) as fout:
        return Uitslag("Archief", "fout", str(fout))
    alle = [
        registratie
        for bron in BRONNEN
        for maand in list_archief_maanden(home, bron)
        for registratie in archief.list_registraties(bron, maand)
    ]
    steekproef = random.sample(alle, min(_STEEKPROEF, len(alle)))
    beschadigd = 0
    for registratie in steekproef:
        try:
            archief.open_bestand(registratie)
        except BeschadigdOrigineel:
            beschadigd += 1
    tekst = f"{len(alle)} originelen; {len(steekproef)} geopend"
    if beschadigd:
        return Uitslag(
            "Archief",
            "fout",
            f"{tekst}, {beschadigd} beschadigd.",
            "Zet het archief terug uit de reservekopie.",
        )
    return Uitslag("Archief", "goed", f"{tekst}, alle gaaf.")


def _onderzoek_lake(home: Home) -> Uitslag:
    if not is_gebruikt(home):
        return Uitslag("Lake", "goed", "Nog leeg.")
    try:
        sleutel = read_sleutels(home).pseudoniem
    except RegiobeeldFout:
        return Uitslag("Lake", "fout", "Niet te beoordelen zonder sleutel.")
    stuk = [b for b in BRONNEN if find_schema_fouten(home, b, list_lake_maanden(home, b))]
    if stuk:
        return Uitslag(
            "Lake", "fout", f"Past niet bij het schema: {', '.join(stuk)}.", "regiobeeld run"
        )
    verouderd = sum(len(list_verouderd(home, bron, sleutel)) for bron in BRONNEN)
    if verouderd:
        return Uitslag(
            "Lake",
            "let op",
            f"{tel(verouderd, 'maand loopt', 'maanden lopen')} achter.",
            "regiobeeld run",
        )
    for bron in BRONNEN:
        beschadigd = [
            m for m in list_lake_maanden(home, bron) if find_beschadigd_lake(home, bron, m)
        ]
        if beschadigd:
            return Uitslag(
                "Lake",
                "fout",
                f"{tel(len(beschadigd), 'maand', 'maanden')} van {bron} na het inlezen veranderd.",
                f"regiobeeld herlees --bron {bron} --maand {' --maand '.join(beschadigd[:12])}",
            )
    return Uitslag("Lake", "goed", "Alle maanden zijn bij, gaaf en passen bij het schema.")


def _onderzoek_warehouse(home: Home) -> Uitslag:
    if not home.warehouse.exists():
        return Uitslag("Warehouse", "let op", "Nog niet gebouwd.", "regiobeeld run")
    if not is_warehouse_actueel(home):
        return Uitslag("Warehouse", "let op", "Loopt achter op het lake.", "regiobeeld run")
    return Uitslag("Warehouse", "goed", "Gebouwd uit het huidige lake.")


def _onderzoek_release(home: Home) -> Uitslag:
    releases = list_releases(home)
    if not releases:
        return Uitslag("Release", "let op", "Nog niets gepubliceerd.", "regiobeeld run")
    if not home.actueel.exists() or home.actueel.resolve().name != releases[-1]:
        return Uitslag(
            "Release", "fout", "actueel wijst niet naar de nieuwste.", "regiobeeld publiceer"
        )
    beschadigd = find_beschadigd(home.actueel.resolve())
    if beschadigd:
        return Uitslag(
            "Release",
            "fout",
            f"{tel(len(beschadigd), 'bestand', 'bestanden')} van {releases[-1]} veranderd of weg.",
            "Zet ze terug uit de reservekopie, of publiceer een nieuwe release.",
        )
    return Uitslag(
        "Release", "goed", f"{releases[-1]} is actueel en gaaf ({len(releases)} in totaal)."
    )


def _onderzoek_meldingen(home: Home) -> Uitslag:
    meldingen = read_meldingen(home, 1)
    if not meldingen:
        return Uitslag("Meldingen", "goed", "Geen.")
    laatste = meldingen[-1]
    return Uitslag("Meldingen", "let op", f"Laatste, {laatste['moment']}: {laatste['melding']}")
