"""What has been read of one file so far: rows, findings and the blocks above the tables."""

from dataclasses import dataclass, field
from typing import Any

from ingest.bevinding import Bevinding
from ingest.bronbestand import Bronbestand
from ingest.tabellen.cel import Waarde
from ingest.tabellen.waardelijst import REGIO
from schemas.tabellen import Werkbladsoort


@dataclass
class Rij:
    """One row of a sheet that reads well; ``waarden`` by lake column."""

    soort: Werkbladsoort
    onderdeel: str
    werkblad: str
    rij_nummer: int
    waarden: dict[str, Waarde]
    # Values that only this sheet kind has, by (lake column, onderdeel).
    per_onderdeel: dict[tuple[str, str], Waarde] = field(default_factory=dict)

    @property
    def plaats(self) -> str:
        """Sheet and row, as a spreadsheet numbers them."""
        return describe_plaats(self.werkblad, self.rij_nummer)

    def report(self, regel_code: str, toelichting: str = "", aantal_rijen: int = 0) -> Bevinding:
        """Return a finding at this row; a total row has no gemeente."""
        gemeente = self.waarden.get("gemeente_code")
        return Bevinding(
            regel_code,
            plaats=self.plaats,
            toelichting=toelichting,
            onderdeel=self.onderdeel,
            aanbieder_agb=_as_tekst(self.waarden.get("aanbieder_agb")),
            gemeente_code=None if gemeente == REGIO else _as_tekst(gemeente),
            aantal_rijen=aantal_rijen,
        )


@dataclass
class Blad:
    """One sheet that was recognised, with the values above its table."""

    soort: Werkbladsoort
    onderdeel: str
    werkblad: str
    meta: dict[str, Waarde]
    aantal_rijen: int = 0

    def report(self, regel_code: str, toelichting: str = "", aantal_rijen: int = 0) -> Bevinding:
        """Return a finding about this sheet as a whole."""
        return Bevinding(
            regel_code,
            plaats=describe_plaats(self.werkblad),
            toelichting=toelichting,
            onderdeel=self.onderdeel,
            aanbieder_agb=_as_tekst(self.meta.get("aanbieder_agb")),
            aantal_rijen=aantal_rijen,
        )


@dataclass
class Lezing:
    """Everything read of one file; the last steps of a bron add to it and take from it."""

    bestand: Bronbestand
    parameters: dict[str, Any]
    bladen: list[Blad] = field(default_factory=list)
    rijen: list[Rij] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)
    lake_rijen: dict[str, list[dict[str, Waarde]]] = field(default_factory=dict)
    aantal_geweigerd: int = 0

    def refuse(self, rijen: list[Rij], regel_code: str, toelichting: str = "") -> None:
        """Take rows away, with a finding at each."""
        weg = {id(rij) for rij in rijen}
        self.rijen = [rij for rij in self.rijen if id(rij) not in weg]
        self.aantal_geweigerd += len(rijen)
        self.bevindingen.extend(
            rij.report(regel_code, toelichting, aantal_rijen=1) for rij in rijen
        )


def describe_plaats(werkblad: str, rij_nummer: int | None = None, kolom: str = "") -> str:
    """Return a place such as ``werkblad Producten, rij 12, kolom C``."""
    delen = [
        f"werkblad {werkblad}" if werkblad else "",
        f"rij {rij_nummer}" if rij_nummer else "",
        f"kolom {kolom}" if kolom else "",
    ]
    return ", ".join(filter(None, delen)) or "bestand"


def _as_tekst(waarde: Waarde) -> str | None:
    return waarde if isinstance(waarde, str) else None
