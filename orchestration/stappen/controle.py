"""Controle: what reading a file would find, without a home, keys or a trace."""

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest import ijw
from ingest.bevinding import Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.extra_schemas import ExtraSchemas
from ingest.inlezen import read_bronbestand
from ingest.uitpakken import OnveiligArchief, iter_onderdelen
from orchestration.home import read_instellingen
from orchestration.klok import read_vandaag
from orchestration.naam import toon_naam
from orchestration.stappen.lake_stand import maand_van
from orchestration.stappen.officiele_schemas import open_schemas
from rapportage.terugkoppeling.bevinding import Rij
from rapportage.terugkoppeling.inhoud import Levering
from schemas.lake import BRONNEN
from schemas.tabellen import TABELBRONNEN

_AANVAARD = "aanvaard"
_BERICHT = "bericht"
_BRON_BERICHTEN = "ijw"
_NIET_HERKEND = "B026"
_BEGIN_XML = (b"<?xml", b"<", b"\xff\xfe<", b"\xfe\xff\x00<")


@dataclass(frozen=True)
class Gecontroleerd:
    """One file, what reading it gave, and how many messages were taken over and refused."""

    pad: Path
    resultaat: Leesresultaat
    per_status: Counter[str]

    @property
    def bron(self) -> str:
        """The bron that it was read as."""
        return self.resultaat.bestand.bron

    def iter_rijen(self) -> Iterator[Rij]:
        """Yield the findings one by one: there may be hundreds of thousands."""
        for bevinding in self.resultaat.bevindingen:
            yield bevinding.to_row(self.resultaat.bestand)

    def to_levering(self) -> Levering:
        """Return what was taken over and what was refused."""
        heeft_berichten = self.bron == _BRON_BERICHTEN
        aanvaard = self.per_status[_AANVAARD]
        return Levering(
            bron=self.bron,
            bestand=self.resultaat.bestand.bestandsnaam,
            ontvangst_datum=None,
            berichten_aanvaard=aanvaard if heeft_berichten else None,
            berichten_geweigerd=self.per_status.total() - aanvaard if heeft_berichten else None,
            rijen_aanvaard=self.resultaat.aantal_rijen_aanvaard,
            rijen_geweigerd=self.resultaat.aantal_rijen_geweigerd,
        )


def list_bestanden(paden: list[Path]) -> list[Path]:
    """Return the files among ``paden`` and in the folders among them; hidden ones are left out."""
    gevonden: dict[Path, None] = {}
    for pad in paden:
        gevonden.update(dict.fromkeys(_iter_map(pad) if pad.is_dir() else (pad,)))
    return list(gevonden)


@dataclass
class Controle:
    """Reads files as their bron would be read; what cannot be opened is kept apart.

    Raises:
        RegiobeeldFout: the folder with official schemas cannot be used.
    """

    bron: str | None
    schemas: ExtraSchemas = field(default_factory=lambda: open_schemas(read_instellingen()))
    onleesbaar: list[str] = field(default_factory=list)
    _tabellen: list[Path] = field(default_factory=list)
    _paden: dict[str, Path] = field(default_factory=dict)

    def iter_gecontroleerd(self, bestanden: Iterable[Path]) -> Iterator[Gecontroleerd]:
        """Yield the outcome of every file: first all with messages, then the spreadsheets.

        Messages of many files are read together; memory does not grow with their number.
        """
        sleutel = secrets.token_bytes(32)  # thrown away: the pseudonyms are not kept
        per_bestand: dict[str, Counter[str]] = {}
        for deel in ijw.iter_delen(self._iter_berichtbestanden(bestanden), sleutel, self.schemas):
            if _BERICHT in deel.tabellen:
                kolommen = deel.tabellen[_BERICHT].select(["bestand_sleutel", "status"])
                for rij in kolommen.to_pylist():
                    per_bestand.setdefault(rij["bestand_sleutel"], Counter())[rij["status"]] += 1
            for resultaat in deel.bestanden:
                bestand_sleutel = resultaat.bestand.bestand_sleutel
                per_status = per_bestand.pop(bestand_sleutel, Counter())
                yield Gecontroleerd(self._paden.pop(bestand_sleutel), resultaat, per_status)
        for pad in self._tabellen:
            yield self._controleer_tabel(pad, sleutel)

    def _iter_berichtbestanden(self, bestanden: Iterable[Path]) -> Iterator[Bronbestand]:
        for nummer, pad in enumerate(bestanden):
            try:
                # A device or a pipe has no end.
                if not pad.is_file():
                    self.onleesbaar.append(f"{toon_naam(pad)} (geen gewoon bestand)")
                    continue
                inhoud = pad.read_bytes()
            except OSError as fout:
                self.onleesbaar.append(f"{toon_naam(pad)} ({fout.strerror})")
                continue
            if (self.bron or _find_bron(pad, inhoud)) != _BRON_BERICHTEN:
                self._tabellen.append(pad)
                continue
            bestand = _to_bronbestand(pad, inhoud, _BRON_BERICHTEN, nummer)
            self._paden[bestand.bestand_sleutel] = pad
            yield bestand

    def _controleer_tabel(self, pad: Path, sleutel: bytes) -> Gecontroleerd:
        """Return the reading of a spreadsheet as the bron that was named, or that fits best."""
        inhoud = pad.read_bytes()
        vermoed = self.bron or _find_bron(pad, inhoud)
        lezingen = (
            read_bronbestand(_to_bronbestand(pad, inhoud, naam), sleutel)
            for naam in ((vermoed,) if vermoed else TABELBRONNEN)
        )
        return Gecontroleerd(pad, max(lezingen, key=_pas_bij_bron), Counter())


def _iter_map(map: Path) -> Iterator[Path]:
    yield from sorted(
        kind
        for kind in map.rglob("*")
        if kind.is_file() and not any(d.startswith(".") for d in kind.relative_to(map).parts)
    )


def _pas_bij_bron(gelezen: Leesresultaat) -> tuple[int, bool, int]:
    """Order the readings of a spreadsheet: the bron that knows its columns fits best."""
    bevindingen = list(gelezen.bevindingen)
    is_herkend = all(bevinding.regel_code != _NIET_HERKEND for bevinding in bevindingen)
    return gelezen.aantal_rijen_aanvaard, is_herkend, -len(bevindingen)


def _to_bronbestand(pad: Path, inhoud: bytes, bron: str, nummer: int = 0) -> Bronbestand:
    vandaag = read_vandaag()
    return Bronbestand(
        bestand_sleutel=f"{nummer:064x}",
        bestandsnaam=toon_naam(pad.name),
        bron=bron,
        ontvangstmaand=maand_van(vandaag),
        ontvangst_datum=vandaag,
        inhoud=inhoud,
    )


def _find_bron(pad: Path, inhoud: bytes) -> str | None:
    """Return the bron by the folder or by what is in the file; None for any spreadsheet."""
    in_map = [deel for deel in reversed(pad.resolve().parts[:-1]) if deel in BRONNEN]
    if in_map:
        return in_map[0]
    if pad.suffix.lower() == ".xml" or _is_xml(inhoud):
        return _BRON_BERICHTEN
    try:
        onderdelen = iter_onderdelen(_to_bronbestand(pad, inhoud, _BRON_BERICHTEN))
        return _BRON_BERICHTEN if any(_is_xml(deel) for _, deel in onderdelen) else None
    except OnveiligArchief:
        return None


def _is_xml(inhoud: bytes) -> bool:
    return inhoud[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGIN_XML)
