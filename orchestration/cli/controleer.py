"""``regiobeeld controleer``: what would happen to a file, without a home, keys or a trace."""

import json
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from ingest.bevinding import Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.inlezen import read_bronbestand
from ingest.maskering import mask_bsn
from ingest.uitpakken import OnveiligArchief, iter_onderdelen
from orchestration.cli.scherm import getal, maak_console
from orchestration.fouten import RegiobeeldFout
from orchestration.klok import read_vandaag
from orchestration.stappen.lake_stand import maand_van
from schemas.lake import BRONNEN
from schemas.tabellen import TABELBRONNEN

_TOON_REGELS = 200
_NIET_HERKEND = "B026"


@dataclass(frozen=True)
class Gecontroleerd:
    """One file, what it was read as, and what was found in it."""

    pad: Path
    resultaat: Leesresultaat
    bevindingen: list[dict[str, object]]

    @property
    def aantal_fouten(self) -> int:
        """Findings that keep something out."""
        return sum(bevinding["ernst"] == "fout" for bevinding in self.bevindingen)


def controleer_paden(paden: list[Path], bron: str | None, als_json: bool) -> int:
    """Check files and folders, print what was found, and return 1 when there is a fout.

    Raises:
        RegiobeeldFout: there is no file to check, or one cannot be opened.
    """
    bestanden = list(_iter_bestanden(paden))
    if not bestanden:
        raise RegiobeeldFout("Er is geen bestand om te controleren.", "Geef een bestand of map op.")
    sleutel = secrets.token_bytes(32)  # thrown away: the pseudonyms are not kept
    gecontroleerd = [_controleer(pad, bron, sleutel) for pad in bestanden]
    if als_json:
        _print_json(gecontroleerd)
    else:
        _print_tabel(gecontroleerd)
    return 1 if any(bestand.aantal_fouten for bestand in gecontroleerd) else 0


def _iter_bestanden(paden: list[Path]) -> Iterator[Path]:
    for pad in paden:
        if pad.is_dir():
            yield from sorted(
                kind
                for kind in pad.rglob("*")
                if kind.is_file()
                and not any(d.startswith(".") for d in kind.relative_to(pad).parts)
            )
        else:
            yield pad


def _controleer(pad: Path, bron: str | None, sleutel: bytes) -> Gecontroleerd:
    try:
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise RegiobeeldFout(
            f"{pad} is niet te lezen ({fout.strerror}).", "Controleer de rechten op het bestand."
        ) from fout
    vermoed = bron or _vind_bron(pad, inhoud)
    kandidaten = [vermoed] if vermoed else list(TABELBRONNEN)
    resultaat = max(
        (read_bronbestand(_to_bronbestand(pad, inhoud, naam), sleutel) for naam in kandidaten),
        key=_pas_bij_bron,
    )
    rijen = [bevinding.to_row(resultaat.bestand) for bevinding in resultaat.bevindingen]
    rijen.sort(key=lambda rij: (str(rij["ernst"]), str(rij["plaats"]), str(rij["regel_code"])))
    return Gecontroleerd(pad, resultaat, rijen)


def _pas_bij_bron(gelezen: Leesresultaat) -> tuple[int, bool, int]:
    """Order the readings of a spreadsheet: the bron that knows its columns fits best."""
    is_herkend = all(bevinding.regel_code != _NIET_HERKEND for bevinding in gelezen.bevindingen)
    return gelezen.aantal_rijen_aanvaard, is_herkend, -len(gelezen.bevindingen)


def _to_bronbestand(pad: Path, inhoud: bytes, bron: str) -> Bronbestand:
    vandaag = read_vandaag()
    return Bronbestand(
        bestand_sleutel="0" * 64,
        bestandsnaam=mask_bsn(pad.name),
        bron=bron,
        ontvangstmaand=maand_van(vandaag),
        ontvangst_datum=vandaag,
        inhoud=inhoud,
    )


def _vind_bron(pad: Path, inhoud: bytes) -> str | None:
    """Return the bron by the folder or by what is in the file; None for any spreadsheet."""
    in_map = [deel for deel in reversed(pad.resolve().parts[:-1]) if deel in BRONNEN]
    if in_map:
        return in_map[0]
    try:
        onderdelen = [("", inhoud), *iter_onderdelen(_to_bronbestand(pad, inhoud, "ijw"))]
    except OnveiligArchief:
        onderdelen = [("", inhoud)]
    is_xml = pad.suffix.lower() == ".xml" or any(
        deel.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
            (b"<?xml", b"<", b"\xff\xfe<", b"\xfe\xff\x00<")
        )
        for _, deel in onderdelen
    )
    return "ijw" if is_xml else None


def _print_json(gecontroleerd: list[Gecontroleerd]) -> None:
    velden = ("onderdeel", "bericht", "regel_code", "ernst", "plaats", "uitleg", "aantal_rijen")
    uitkomst = [
        {
            "bestand": str(bestand.pad),
            "bron": bestand.resultaat.bestand.bron,
            "rijen_aanvaard": bestand.resultaat.aantal_rijen_aanvaard,
            "rijen_geweigerd": bestand.resultaat.aantal_rijen_geweigerd,
            "fouten": bestand.aantal_fouten,
            "bevindingen": [
                {veld: rij[veld] for veld in velden if veld in rij} for rij in bestand.bevindingen
            ],
        }
        for bestand in gecontroleerd
    ]
    print(json.dumps(uitkomst, indent=2, ensure_ascii=False))  # noqa: T201


def _print_tabel(gecontroleerd: list[Gecontroleerd]) -> None:
    console = maak_console()
    tabel = Table("bestand", "ernst", "regel", "plaats", "uitleg", box=None, pad_edge=False)
    tabel.columns[4].ratio = 1
    regels = [(bestand, rij) for bestand in gecontroleerd for rij in bestand.bevindingen]
    for bestand, rij in regels[:_TOON_REGELS]:
        kleur = "red" if rij["ernst"] == "fout" else "yellow"
        tabel.add_row(
            escape(bestand.pad.name),
            f"[{kleur}]{rij['ernst']}[/]",
            escape(str(rij["regel_code"])),
            escape(str(rij["plaats"])),
            escape(str(rij["uitleg"])),
        )
    if regels:
        console.print(tabel)
    if len(regels) > _TOON_REGELS:
        console.print(f"en nog {getal(len(regels) - _TOON_REGELS)}; gebruik --json voor alles")
    ernst = Counter(str(rij["ernst"]) for _, rij in regels)
    aanvaard = sum(bestand.resultaat.aantal_rijen_aanvaard for bestand in gecontroleerd)
    geweigerd = sum(bestand.resultaat.aantal_rijen_geweigerd for bestand in gecontroleerd)
    console.print(
        f"{getal(len(gecontroleerd))} bestanden: {getal(aanvaard)} rijen in orde, "
        f"{getal(geweigerd)} geweigerd, {getal(ernst['fout'])} fouten, "
        f"{getal(ernst['signaal'])} signalen."
    )
