"""Our reader as the outside sees it: what it says of one message, alone or in a zip."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from fuzz.rechter import Oordeel
from ingest.bevinding import Bevinding, Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.inlezen import read_bronbestand
from schemas.ijw.standaard import read_standaard

SLEUTEL = b"een sleutel die alleen in de test bestaat"
_ONTVANGST = date(2025, 12, 31)
_ONLEESBAAR = frozenset({"B001", "B010", "B011", "B012"})
_CRASH = frozenset({"B003", "B099"})
# The schema fixes namespace and version, so what these refuse is not valid either.
_ONGELDIG = frozenset({"XSD", "B013", "B014", *read_standaard("3_2").schema_regels.values()})


Rijen = dict[str, list[dict[str, object]]]


class Vastgelopen(Exception):
    """The reader gave up on a whole delivery; names the rule only."""


@dataclass(frozen=True)
class Uitslag:
    """What the reader says of one message: verdict and findings, names of parts left out."""

    oordeel: Oordeel
    bevindingen: tuple[tuple[object, ...], ...]


def read_los(inhoud: bytes) -> Uitslag:
    """Return what the reader says of a message that is delivered alone."""
    resultaat = read_levering(inhoud, "bericht.xml")
    return _to_uitslag(resultaat, resultaat.bevindingen)


def read_samen(inhouden: Sequence[bytes]) -> list[Uitslag]:
    """Return what the reader says of messages that are delivered in one zip."""
    resultaat = read_levering(pack(inhouden), "levering.zip")
    per_onderdeel: dict[str, list[Bevinding]] = {_naam(n): [] for n in range(len(inhouden))}
    for bevinding in resultaat.bevindingen:
        if bevinding.regel_code in _CRASH:
            raise Vastgelopen(bevinding.regel_code)
        per_onderdeel[bevinding.onderdeel].append(bevinding)
    return [_to_uitslag(resultaat, gevonden) for gevonden in per_onderdeel.values()]


def read_rijen(inhouden: Sequence[bytes]) -> list[Rijen]:
    """Return per message of one zip its rows in the lake, without keys made from the bytes.

    The messages must differ. Table ``bevinding`` holds the rules that were broken.
    """
    resultaat = read_levering(pack(inhouden), "levering.zip")
    nummers = {sha256(inhoud).hexdigest(): nummer for nummer, inhoud in enumerate(inhouden)}
    assert len(nummers) == len(inhouden)
    gelezen: list[Rijen] = [defaultdict(list) for _ in inhouden]
    for tabel, table in resultaat.tabellen.items():
        weg = [
            naam for naam in ("bestand_sleutel", "ontvangst_datum") if naam in table.column_names
        ]
        for rij in table.drop_columns(weg).to_pylist():
            gelezen[nummers[rij.pop("bericht_sleutel")]][tabel].append(rij)
    for bevinding in sorted(resultaat.bevindingen, key=lambda bevinding: bevinding.regel_code):
        gelezen[int(bevinding.onderdeel[:6])]["bevinding"].append({"code": bevinding.regel_code})
    return gelezen


def read_levering(inhoud: bytes, naam: str) -> Leesresultaat:
    """Return what the reader gives for a delivered iJw file."""
    bestand = Bronbestand(
        sha256(inhoud).hexdigest(), naam, "ijw", f"{_ONTVANGST:%Y-%m}", _ONTVANGST, inhoud
    )
    return read_bronbestand(bestand, SLEUTEL)


def pack(inhouden: Iterable[bytes]) -> bytes:
    """Return messages in one zip, numbered in their order."""
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as archief:
        for nummer, inhoud in enumerate(inhouden):
            archief.writestr(_naam(nummer), inhoud)
    return stroom.getvalue()


def _naam(nummer: int) -> str:
    return f"{nummer:06}.xml"


def _to_uitslag(resultaat: Leesresultaat, bevindingen: Sequence[Bevinding]) -> Uitslag:
    codes = {bevinding.regel_code for bevinding in bevindingen}
    if codes & _CRASH:
        raise Vastgelopen(", ".join(sorted(codes & _CRASH)))
    weg = ("bevinding_sleutel", "bestand_sleutel", "bestandsnaam")
    rijen = [bevinding.to_row(resultaat.bestand) for bevinding in bevindingen]
    return Uitslag(
        oordeel=_to_oordeel(codes),
        bevindingen=tuple(
            sorted(
                (tuple(v for k, v in rij.items() if k not in weg) for rij in rijen),
                key=repr,
            )
        ),
    )


def _to_oordeel(codes: set[str]) -> Oordeel:
    if codes & _ONLEESBAAR:
        return Oordeel.ONLEESBAAR
    return Oordeel.ONGELDIG if codes & _ONGELDIG else Oordeel.GELDIG
