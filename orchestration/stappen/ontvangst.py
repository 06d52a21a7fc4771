"""Ontvangst: what lies in the inbox goes, encrypted, into the archive.

``inbox/<bron>/bestand`` was received today, ``inbox/<bron>/<JJJJ-MM>/bestand`` on the last
day of that month. A file that stands anywhere else stays where it is and is reported.
"""

import calendar
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ingest.archief import Archief, VerkeerdeSleutel
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.naam import toon_naam
from orchestration.schijf import SCHIJF_FOUTEN
from orchestration.sleutels import read_sleutels
from orchestration.slot import hold_slot
from orchestration.stappen.lake_stand import EERSTE_MAAND, is_maand, maand_van
from orchestration.voortgang import Voortgang, ignore_voortgang
from schemas.lake import BRONNEN

# One original is encrypted as a whole, in memory.
GROOTSTE_BYTES = 2**30
# What desktops and archives leave behind by themselves.
_ACHTERGRONDBESTANDEN = frozenset({".DS_Store", ".directory", ".gitkeep", ".keep"})
_BIJBESTAND = ("._", ".~lock.")
ONAF = (".part", ".partial", ".tmp", ".deel", ".crdownload")


@dataclass(frozen=True)
class Binnengekomen:
    """One file in the inbox, and for which bron and month it counts."""

    pad: Path
    bron: str
    ontvangstmaand: str
    ontvangst_datum: date


@dataclass
class Ontvangst:
    """What the inbox gave: counts per (bron, ontvangstmaand), and what stayed behind."""

    nieuw: Counter[tuple[str, str]] = field(default_factory=Counter)
    dubbel: Counter[tuple[str, str]] = field(default_factory=Counter)
    achtergebleven: list[str] = field(default_factory=list)

    @property
    def aantal_nieuw(self) -> int:
        """Files that the archive did not know."""
        return self.nieuw.total()

    @property
    def aantal_dubbel(self) -> int:
        """Files whose content the archive knew already."""
        return self.dubbel.total()

    def maanden(self, bron: str) -> list[str]:
        """Return the months of a bron for which something new came in, in order."""
        return sorted(maand for naam, maand in self.nieuw if naam == bron)


def register_inbox(
    home: Home,
    vandaag: date,
    voortgang: Voortgang = ignore_voortgang,
    proef: bool = False,
    bronnen: Sequence[str] = BRONNEN,
) -> Ontvangst:
    """Move every file of the inbox into the archive and return what came in.

    A file is removed from the inbox only after the archive has it on disk: it holds a bsn.

    Args:
        home: where the inbox and the archive stand.
        vandaag: the day of receipt of files outside a month folder.
        voortgang: told after each file.
        proef: only look; every file then counts as new.
        bronnen: leave the files of other bronnen alone.

    Raises:
        RegiobeeldFout: the archive does not open or cannot be written.
    """
    resultaat = Ontvangst()
    bestanden = [
        bestand
        for bestand in list_inbox(home, vandaag, resultaat.achtergebleven)
        if bestand.bron in bronnen
    ]
    if proef:
        resultaat.nieuw.update((b.bron, b.ontvangstmaand) for b in bestanden)
        return resultaat

    with hold_slot(home, wacht_seconden=600):
        archief = open_archief(home)
        for nummer, bestand in enumerate(bestanden, start=1):
            _register(archief, home, bestand, resultaat)
            voortgang("Ontvangst", nummer, len(bestanden))
        _remove_lege_mappen(home)
    return resultaat


def open_archief(home: Home) -> Archief:
    """Return the archive of ``home``, opened with its key.

    Raises:
        RegiobeeldFout: the key is missing or is another one.
    """
    try:
        return Archief(home.archief, read_sleutels(home).archief)
    except VerkeerdeSleutel as fout:
        raise RegiobeeldFout(str(fout)) from fout


def list_inbox(home: Home, vandaag: date, achtergebleven: list[str]) -> list[Binnengekomen]:
    """Return the files in the inbox that can be taken in, in a fixed order.

    What cannot is added to ``achtergebleven`` as a Dutch sentence per file.
    """
    gevonden = []
    for pad in _iter_bestanden(home.inbox):
        naam = pad.relative_to(home.inbox)
        bezwaar = _find_bezwaar(pad, naam, vandaag)
        if bezwaar:
            achtergebleven.append(f"{toon_naam(naam)}: {bezwaar}")
            continue
        datum = vandaag if len(naam.parts) == 2 else _laatste_dag(naam.parts[1])
        datum = min(datum, vandaag)
        gevonden.append(Binnengekomen(pad, naam.parts[0], maand_van(datum), datum))
    return gevonden


def _iter_bestanden(inbox: Path) -> Iterator[Path]:
    if not inbox.is_dir():
        return
    for pad in sorted(inbox.rglob("*")):
        is_achtergrond = pad.name in _ACHTERGRONDBESTANDEN or pad.name.startswith(_BIJBESTAND)
        if not is_achtergrond and (pad.is_symlink() or not pad.is_dir()):
            yield pad


def _find_bezwaar(pad: Path, naam: Path, vandaag: date) -> str:
    """Return in Dutch why a file cannot be taken in, empty when it can."""
    if any(deel.startswith(".") for deel in naam.parts):
        return "is verborgen: de naam of de map begint met een punt. Geef het een gewone naam."
    if len(naam.parts) == 1:
        return "staat niet in de map van een bron. Verplaats het naar inbox/<bron>/."
    if naam.parts[0] not in BRONNEN:
        return f"de bron {naam.parts[0]} is niet bekend. Kies uit: {', '.join(BRONNEN)}."
    if pad.is_symlink() or not pad.is_file():
        return "is geen gewoon bestand. Zet er een kopie van het bestand zelf neer."
    if pad.name.lower().endswith(ONAF):
        return "is nog niet helemaal binnen. Hernoem het als het klaar is."
    if len(naam.parts) == 2:
        return ""
    maand = naam.parts[1]
    if len(naam.parts) > 3 or not is_maand(maand):
        return "de map moet de maand van ontvangst zijn, als JJJJ-MM, zonder mappen daarin."
    if not EERSTE_MAAND <= maand <= maand_van(vandaag):
        return f"de maand {maand} ligt niet tussen {EERSTE_MAAND} en nu. Verbeter de map."
    return ""


def _laatste_dag(maand: str) -> date:
    jaar, nummer = int(maand[:4]), int(maand[5:])
    return date(jaar, nummer, calendar.monthrange(jaar, nummer)[1])


def _register(archief: Archief, home: Home, bestand: Binnengekomen, resultaat: Ontvangst) -> None:
    """Take one file in. What cannot be read stays behind, and never holds up the others."""
    try:
        bezwaar = _archiveer(archief, bestand, resultaat)
    except OSError as fout:
        if fout.errno in SCHIJF_FOUTEN:
            raise RegiobeeldFout(
                f"Het archief kan niet worden geschreven ({fout.strerror}).",
                "Controleer de rechten op de map en of de schijf vol is; start daarna opnieuw.",
            ) from fout
        bezwaar = f"is niet te lezen ({fout.strerror}). Controleer de rechten op het bestand."
    except (UnicodeError, ValueError, OverflowError):
        bezwaar = "is te groot, of heeft een naam die niet te lezen is. Geef het een gewone naam."
    if bezwaar:
        naam = toon_naam(bestand.pad.relative_to(home.inbox))
        resultaat.achtergebleven.append(f"{naam}: {bezwaar}")


def _archiveer(archief: Archief, bestand: Binnengekomen, resultaat: Ontvangst) -> str:
    """Store a file and remove it from the inbox; return in Dutch why not, empty when done."""
    eerder = bestand.pad.stat()
    if eerder.st_size > GROOTSTE_BYTES:
        return "is groter dan 1 GB. Lever het in delen aan."
    registratie = archief.register_bestand(
        bestand.pad, bestand.bron, bestand.ontvangstmaand, bestand.ontvangst_datum
    )
    later = bestand.pad.stat()
    if (eerder.st_size, eerder.st_mtime_ns) != (later.st_size, later.st_mtime_ns):
        return "werd nog geschreven. Het blijft liggen; start opnieuw als het klaar is."
    bestand.pad.unlink()
    teller = resultaat.nieuw if registratie.is_nieuw else resultaat.dubbel
    teller[bestand.bron, bestand.ontvangstmaand] += 1
    return ""


def _remove_lege_mappen(home: Home) -> None:
    """Remove month folders that are empty now; the folder of a bron stays."""
    for map in home.inbox.glob("*/*"):
        if map.is_dir() and not map.is_symlink() and not any(map.iterdir()):
            map.rmdir()
