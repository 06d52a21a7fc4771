"""Terugkoppeling: per aanbieder and month of receipt a folder with what was wrong and why.

``terugkoppeling/<aanbieder_agb>/<JJJJ-MM>/`` holds a workbook, the full list as CSV, and a retour
for each refused message. A folder is made anew only when what it rests on changed; it is written
aside and then takes the place of the old one.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ingest.maskering import mask_bsn
from orchestration.bestanden import compute_bestand_hash, compute_map_hash
from orchestration.home import WORTEL, Home
from orchestration.slot import hold_slot
from orchestration.stappen.terugkoppeling_bron import (
    ONBEKEND,
    Map,
    open_bron,
    read_kenmerken,
    select_mappen,
)
from orchestration.stappen.terugkoppeling_inhoud import (
    iter_bevindingen,
    read_geweigerd,
    read_leveringen,
    read_te_laat,
)
from orchestration.voortgang import Voortgang, ignore_voortgang
from rapportage.opmaak import format_maand_voluit
from rapportage.terugkoppeling.bevinding import Rij
from rapportage.terugkoppeling.inhoud import Inhoud, Levering, Retourregel, Verzameling
from rapportage.terugkoppeling.lijst import CODERING, Lijst
from rapportage.terugkoppeling.retour import (
    GeweigerdBericht,
    build_retour,
    find_retour_bericht,
    make_identificatie,
    read_dagtekening,
)
from rapportage.terugkoppeling.werkmap import write_werkmap
from schemas.ijw.standaard import list_releases

RETOUR = "retour"
_KENMERK = ".kenmerk"
_BOUW, _OUD = ".bouw-", ".oud-"
_GEEN_RETOUR = (
    "Geen retourbericht. Het bericht voldoet niet aan het schema, of de header is niet over te "
    "nemen. Daarvoor kent de standaard alleen een technische melding (zie het blad Bevindingen)."
)
_NIET_BEANTWOORD = "Geen retourbericht: op dit bericht bestaat in de standaard geen antwoord."
_WEL_RETOUR = "Het hele bericht is geweigerd en telt als niet verstuurd."


@dataclass
class Terugkoppeling:
    """The folders that were made (or would be), left as they were, or removed."""

    gemaakt: list[Map] = field(default_factory=list)
    ongewijzigd: list[Map] = field(default_factory=list)
    verwijderd: list[Map] = field(default_factory=list)
    aantal_retouren: int = 0


@dataclass(frozen=True)
class _Stof:
    """What one folder is made of, beside the findings themselves."""

    leveringen: list[Levering]
    geweigerd: list[GeweigerdBericht]
    te_laat: list[str]


def make_terugkoppeling(
    home: Home,
    vandaag: date,
    aanbieder: str | None = None,
    maand: str | None = None,
    voortgang: Voortgang = ignore_voortgang,
    proef: bool = False,
) -> Terugkoppeling:
    """Bring the folders of terugkoppeling up to date with the warehouse.

    Args:
        home: where warehouse and folders stand.
        vandaag: the date on new workbooks and retours.
        aanbieder: only this AGB code, or ``onbekend``.
        maand: only this month, as JJJJ-MM.
        voortgang: told after each folder.
        proef: only say which folders would be made.

    Raises:
        RegiobeeldFout: there is no warehouse that can be read.
    """
    uitkomst = Terugkoppeling()
    with hold_slot(home, wacht_seconden=600), open_bron(home) as con:
        kenmerken = {
            map: _compute_kenmerk(kenmerk)
            for map, kenmerk in read_kenmerken(con).items()
            if _is_gevraagd(map, aanbieder, maand)
        }
        for map in sorted(kenmerken):
            is_actueel = _read_kenmerk(home, map) == kenmerken[map]
            (uitkomst.ongewijzigd if is_actueel else uitkomst.gemaakt).append(map)
        uitkomst.verwijderd = [
            map
            for map in _list_mappen(home)
            if map not in kenmerken and _is_gevraagd(map, aanbieder, maand)
        ]
        if proef:
            return uitkomst
        select_mappen(con, uitkomst.gemaakt)
        leveringen, geweigerd = read_leveringen(con), read_geweigerd(con)
        te_laat, bevindingen = read_te_laat(con), iter_bevindingen(con)
        _remove_resten(home)
        for nummer, (map, rijen) in enumerate(_fill(uitkomst.gemaakt, bevindingen), start=1):
            stof = _Stof(leveringen.get(map, []), geweigerd.get(map, []), te_laat.get(map, []))
            uitkomst.aantal_retouren += _write_map(home, map, stof, rijen, kenmerken[map], vandaag)
            voortgang("Terugkoppeling", nummer, len(uitkomst.gemaakt))
        for map in uitkomst.verwijderd:
            _remove_map(_pad(home, map))
    return uitkomst


def _is_gevraagd(map: Map, aanbieder: str | None, maand: str | None) -> bool:
    return map.aanbieder == (aanbieder or map.aanbieder) and map.maand == (maand or map.maand)


def _fill(
    mappen: list[Map], bevindingen: Iterator[tuple[Map, Iterator[Rij]]]
) -> Iterator[tuple[Map, Iterator[Rij]]]:
    """Yield every folder in order, also one without findings (a delivery that is late)."""
    volgende = next(bevindingen, None)
    for map in mappen:
        if volgende is not None and volgende[0] == map:
            yield volgende
            volgende = next(bevindingen, None)
        else:
            yield map, iter(())


def _write_map(
    home: Home, map: Map, stof: _Stof, rijen: Iterator[Rij], kenmerk: str, vandaag: date
) -> int:
    """Write one folder aside, let it replace the old one, and return its number of retours."""
    pad = _pad(home, map)
    bouw = pad.with_name(f"{_BOUW}{pad.name}")
    bouw.mkdir(parents=True)
    naam = f"{map.aanbieder}_{map.maand}"
    csv_naam = f"bevindingen_{naam}.csv"
    verzameling = Verzameling()
    with (bouw / csv_naam).open("w", encoding=CODERING, newline="") as stream:
        lijst = Lijst(stream)
        for rij in rijen:
            lijst.add(rij)
            verzameling.add(rij)
    retouren = [
        _write_retour(bericht, bouw / RETOUR, pad / RETOUR, vandaag) for bericht in stof.geweigerd
    ]
    inhoud = Inhoud(
        titel=_titel(map),
        inleiding=_inleiding(map),
        gemaakt=vandaag,
        csv_naam=csv_naam,
        leveringen=stof.leveringen,
        bevindingen=verzameling,
        retouren=retouren,
        ontbrekend=stof.te_laat,
    )
    with (bouw / f"terugkoppeling_{naam}.xlsx").open("wb") as werkmap:
        write_werkmap(inhoud, werkmap)
    (bouw / _KENMERK).write_text(kenmerk, encoding="ascii")
    _swap(bouw, pad)
    return sum(bool(retour.bestand) for retour in retouren)


def _write_retour(
    bericht: GeweigerdBericht, map: Path, oude_map: Path, vandaag: date
) -> Retourregel:
    """Write the retour of a message when there is one; a retour keeps the date it once got."""
    release = list_releases()[-1]
    retour_bericht = find_retour_bericht(release, bericht.bericht)
    bestand, toelichting = "", _GEEN_RETOUR
    if retour_bericht is None:
        toelichting = _NIET_BEANTWOORD
    elif bericht.retour_codes:
        naam = f"{retour_bericht}_{make_identificatie(bericht.bericht_sleutel)}.xml"
        eerder = oude_map / naam
        dagtekening = (eerder.exists() and read_dagtekening(eerder.read_bytes())) or vandaag
        map.mkdir(exist_ok=True)
        inhoud = build_retour(bericht, release, dagtekening, _regelversie())
        (map / naam).write_bytes(inhoud)
        bestand, toelichting = f"{RETOUR}/{naam}", _WEL_RETOUR
    return Retourregel(
        bericht=bericht.bericht,
        # Free text of a sender: what passes for a bsn is not shown.
        identificatie=mask_bsn(bericht.bericht_identificatie or ""),
        dagtekening=bericht.dagtekening_datum,
        retour_bericht=retour_bericht or "" if bestand else "",
        bestand=bestand,
        retour_codes=bericht.retour_codes if bestand else (),
        toelichting=toelichting,
    )


def _titel(map: Map) -> str:
    maand = _name_maand(map)
    if map.aanbieder == ONBEKEND:
        return f"Terugkoppeling over leveringen zonder bekende aanbieder, {maand}"
    return f"Terugkoppeling voor aanbieder {map.aanbieder}, {maand}"


def _inleiding(map: Map) -> tuple[str, ...]:
    if map.aanbieder == ONBEKEND:
        return ("Van deze leveringen is niet te lezen van welke aanbieder ze zijn.",)
    return (
        f"De regio heeft gecontroleerd wat in {_name_maand(map)} van u of over u is ontvangen. "
        "Hieronder staat wat er mis is, waar, en wat u kunt doen.",
    )


def _name_maand(map: Map) -> str:
    maand = format_maand_voluit(date.fromisoformat(f"{map.maand}-01"))
    return f"{maand} {map.maand[:4]}"


def _pad(home: Home, map: Map) -> Path:
    return home.terugkoppeling / map.aanbieder / map.maand


def _list_mappen(home: Home) -> list[Map]:
    """Return the folders that an earlier run made; anything else is left alone."""
    kenmerken = home.terugkoppeling.glob(f"*/*/{_KENMERK}")
    paden = sorted(pad.parent for pad in kenmerken)
    return [Map(pad.parent.name, pad.name) for pad in paden if not pad.name.startswith(".")]


def _remove_resten(home: Home) -> None:
    """Put back or remove what an interrupted run left behind."""
    for oud in home.terugkoppeling.glob(f"*/{_OUD}*"):
        pad = oud.with_name(oud.name.removeprefix(_OUD))
        if pad.exists():
            shutil.rmtree(oud)
        else:
            oud.rename(pad)  # the retours in it keep their date
    for bouw in home.terugkoppeling.glob(f"*/{_BOUW}*"):
        shutil.rmtree(bouw)


def _swap(bouw: Path, pad: Path) -> None:
    oud = pad.with_name(f"{_OUD}{pad.name}")
    if pad.exists():
        pad.rename(oud)
    bouw.rename(pad)
    shutil.rmtree(oud, ignore_errors=True)


def _remove_map(pad: Path) -> None:
    """Remove a folder, and that of the aanbieder when nothing else is in it."""
    shutil.rmtree(pad)
    if not any(pad.parent.iterdir()):
        pad.parent.rmdir()


def _read_kenmerk(home: Home, map: Map) -> str:
    pad = _pad(home, map) / _KENMERK
    return pad.read_text(encoding="ascii") if pad.exists() else ""


def _compute_kenmerk(inhoud: str) -> str:
    return hashlib.sha256(f"{_compute_versie()}/{inhoud}".encode()).hexdigest()


@cache
def _compute_versie() -> str:
    """Return a hash of what makes the files: code, texts of the rules and the standard."""
    mappen = (WORTEL / "rapportage" / "terugkoppeling", WORTEL / "schemas" / "ijw")
    regels = compute_bestand_hash(WORTEL / "schemas" / "referentie" / "regels.csv")
    eigen = compute_bestand_hash(Path(__file__))
    return f"{compute_map_hash(mappen)}/{regels}/{eigen}/{_regelversie()}"


@cache
def _regelversie() -> str:
    """Return the version of Regiobeeld as n.n.n: it holds the rules that refused."""
    return ".".join([*re.findall(r"\d+", version("regiobeeld")), "0", "0"][:3])
