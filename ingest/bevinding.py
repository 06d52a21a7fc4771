"""Findings: what was wrong, where, and what to do about it; never the value itself."""

import hashlib
from dataclasses import dataclass, field

import pyarrow as pa

from ingest.bronbestand import Bronbestand
from schemas.regels import read_regels


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One rule that one place in a delivered file breaks.

    ``toelichting`` may name an element, a column or a period, never a personal value.
    ``regel_nummer``, ``xpath`` and ``element`` say the same as ``plaats``, where they are known.
    ``aantal_rijen`` is the number of rows that are refused because of it.
    """

    regel_code: str
    plaats: str
    toelichting: str = ""
    onderdeel: str = ""
    bericht_sleutel: str | None = None
    bericht: str | None = None
    bericht_identificatie: str | None = None
    aanbieder_agb: str | None = None
    gemeente_code: str | None = None
    aantal_rijen: int = 0
    regel_nummer: int | None = None
    xpath: str | None = None
    element: str | None = None

    def to_row(self, bestand: Bronbestand) -> dict[str, object]:
        """Return the row of lake table ``bevinding`` for this finding in ``bestand``."""
        regel = read_regels()[self.regel_code]
        naam = (
            f"{bestand.bestandsnaam}/{self.onderdeel}" if self.onderdeel else bestand.bestandsnaam
        )
        identity = "|".join(
            (
                bestand.bron,  # an empty file has the same content in every bron
                bestand.bestand_sleutel,
                self.onderdeel,
                self.bericht_sleutel or "",
                self.regel_code,
                self.plaats,
                self.toelichting,
            )
        )
        uitleg = " ".join(filter(None, (regel.uitleg, self.toelichting, regel.wat_te_doen)))
        return {
            "bevinding_sleutel": hashlib.sha256(identity.encode()).hexdigest(),
            "bron": bestand.bron,
            "bestand_sleutel": bestand.bestand_sleutel,
            "bestandsnaam": naam,
            "bericht_sleutel": self.bericht_sleutel,
            "bericht": self.bericht,
            "bericht_identificatie": self.bericht_identificatie,
            "aanbieder_agb": self.aanbieder_agb,
            "gemeente_code": self.gemeente_code,
            "regel_code": self.regel_code,
            "ernst": regel.ernst,
            "plaats": self.plaats,
            "regel_nummer": self.regel_nummer,
            "xpath": self.xpath,
            "element": self.element,
            "uitleg": uitleg,
            "aantal_rijen": self.aantal_rijen,
            "ontvangst_datum": bestand.ontvangst_datum,
        }


@dataclass
class Leesresultaat:
    """What reading one delivered file gave: rows per lake table, and findings.

    ``tabellen`` maps a lake table of the bron (without ``bestand`` and ``bevinding``) to an
    Arrow table in the schema of the contract.
    """

    bestand: Bronbestand
    tabellen: dict[str, pa.Table] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    aantal_berichten: int = 0
    aantal_rijen_aanvaard: int = 0
    aantal_rijen_geweigerd: int = 0
    is_overgenomen: bool | None = None

    @property
    def status(self) -> str:
        """``quarantaine`` when nothing could be taken over, otherwise ``gelezen``.

        A reader that writes a row for what it refuses too (iJw) says so in ``is_overgenomen``.
        """
        if self.is_overgenomen is not None:
            return "gelezen" if self.is_overgenomen else "quarantaine"
        heeft_fout = any(
            read_regels()[bevinding.regel_code].ernst == "fout" for bevinding in self.bevindingen
        )
        is_leeg = not any(table.num_rows for table in self.tabellen.values())
        return "quarantaine" if heeft_fout and is_leeg else "gelezen"

    def to_bestand_row(self) -> dict[str, object]:
        """Return the row of lake table ``bestand``."""
        return {
            "bestand_sleutel": self.bestand.bestand_sleutel,
            "bron": self.bestand.bron,
            "ontvangstmaand": self.bestand.ontvangstmaand,
            "ontvangst_datum": self.bestand.ontvangst_datum,
            "bestandsnaam": self.bestand.bestandsnaam,
            "aantal_bytes": len(self.bestand.inhoud),
            "status": self.status,
            "aantal_berichten": self.aantal_berichten,
            "aantal_rijen_aanvaard": self.aantal_rijen_aanvaard,
            "aantal_rijen_geweigerd": self.aantal_rijen_geweigerd,
        }


@dataclass(frozen=True)
class Leesdeel:
    """A piece of what reading gave: rows per lake table, and the files read to their end."""

    tabellen: dict[str, pa.Table]
    bestanden: list[Leesresultaat]
