"""Messages as the standard thinks of them, and the lake rows of each time one is delivered."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from schemas.lake import lake_schema

Rij = dict[str, Any]
Lake = dict[tuple[str, str], list[Rij]]

# What a retour answers; a jw325 is no retour, it has a header of its own.
RETOUR = {
    "jw301": "jw302",
    "jw305": "jw306",
    "jw307": "jw308",
    "jw315": "jw316",
    "jw317": "jw318",
    "jw319": "jw320",
}


@dataclass(frozen=True)
class Bericht:
    """One message: who to whom, when, and its lines per lake table.

    Attributes:
        telt: whether the receiver took it over; the truth, which the lake only knows by a retour.
    """

    soort: str
    gemeente_code: str
    aanbieder_agb: str
    identificatie: str
    dagtekening: date
    regels: tuple[tuple[str, Rij], ...]
    telt: bool = True

    @property
    def kop(self) -> Rij:
        """Return the columns that every lake row of this message has."""
        return {
            "bericht": self.soort,
            "gemeente_code": self.gemeente_code,
            "aanbieder_agb": self.aanbieder_agb,
            "bericht_identificatie": self.identificatie,
            "dagtekening_datum": self.dagtekening,
        }


@dataclass(frozen=True)
class Bezorging:
    """A message in a file: ``schrift`` says in which bytes, the rest when and where it came in."""

    bericht: Bericht
    schrift: int = 0
    bestand: int = 0

    def iter_rijen(self) -> Iterator[tuple[str, Rij]]:
        """Yield the rows that reading this delivery puts in the lake."""
        kop = self.bericht.kop | {"bericht_sleutel": self._sleutel()}
        bestand = {
            "bestand_sleutel": f"bestand-{self.bestand}",
            "ontvangst_datum": date(2026, 1, 1 + self.bestand),
            "status": "aanvaard",
            "aantal_regels": len(self.bericht.regels),
        }
        yield "bericht", kop | bestand
        volgnummers: dict[str, int] = {}
        for tabel, regel in self.bericht.regels:
            volgnummers[tabel] = volgnummers.get(tabel, 0) + 1
            yield tabel, kop | {"regel_volgnummer": volgnummers[tabel]} | regel

    def _sleutel(self) -> str:
        inhoud = repr((self.bericht.kop, self.bericht.regels, self.schrift))
        return hashlib.sha256(inhoud.encode()).hexdigest()


def make_lake(bezorgingen: Iterable[Bezorging]) -> Lake:
    """Return the lake after these deliveries, in their order."""
    lake: Lake = {}
    for bezorging in bezorgingen:
        for tabel, rij in bezorging.iter_rijen():
            kolommen = lake_schema("ijw", tabel).names
            rijen = lake.setdefault(("ijw", tabel), [])
            rijen.append({kolom: rij.get(kolom) for kolom in kolommen})
    return lake
