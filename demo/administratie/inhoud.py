"""The content of messages: what a writer needs to make the XML."""

from dataclasses import dataclass, field
from datetime import date

from demo.administratie.model import (
    Besluit,
    Declaratie,
    GevraagdProduct,
    Regel,
    Toewijzing,
    Verzoek,
)
from demo.levens import Zorg
from demo.personen import Jeugdige


@dataclass(slots=True)
class ToewijzingInhoud:
    """JW301: the snapshot of one client at one provider."""

    jeugdige: Jeugdige
    bsn: str
    producten: list["ToegewezenProduct"]


@dataclass(slots=True)
class ToegewezenProduct:
    """One allocation in a 301, in the version that is sent."""

    toewijzing: Toewijzing
    besluit: Besluit
    is_herhaling: bool = False
    referentie: str | None = None
    code: str | None = None


@dataclass(slots=True)
class RegieProduct:
    """One StartProduct or StopProduct."""

    toewijzing: Toewijzing
    begin: date
    status: str = "1"
    reden: str | None = None
    eind: date | None = None
    nummer: int | None = None


@dataclass(slots=True)
class RegieInhoud:
    """JW305 or JW307 for one client."""

    jeugdige: Jeugdige
    bsn: str
    producten: list[RegieProduct]


@dataclass(slots=True)
class VerzoekInhoud:
    """JW315: one requested product. ``omvang`` is what the provider asks for."""

    zorg: Zorg
    bsn: str
    verzoek: Verzoek
    ingang: date
    eind: date | None


@dataclass(slots=True)
class WijzigingInhoud:
    """JW317: the whole package of one client at one provider."""

    bsn: str
    referentie: str
    reden: str
    ongewijzigd: list[int]
    producten: list[GevraagdProduct]


@dataclass(slots=True)
class AntwoordInhoud:
    """JW319: rejected (1) or under investigation (2)."""

    referentie: str
    antwoord: str
    reden: str | None = None
    woonplaats: str | None = None


@dataclass(slots=True)
class DeclaratieInhoud:
    """JW323; the last fields spoil it on purpose."""

    declaratie: Declaratie
    totaal: int
    verkeerde_bsn: str | None = None
    hele_periode: bool = True


@dataclass(slots=True)
class DeclaratieAntwoordInhoud:
    """JW325: the refused lines, or codes at a higher level."""

    declaratie: Declaratie
    identificatie: str
    dagtekening: date
    header_code: str = "0200"
    declaratie_code: str = "8001"
    afgekeurd: list[tuple[Regel, str]] = field(default_factory=list)
    xsd_versie: str = "1.0.0"
    te_veel: int = 0

    @property
    def toegekend(self) -> int:
        """Signed eurocent that is granted; ``te_veel`` spoils it on purpose."""
        if self.declaratie_code not in ("0200", "8001"):
            return 0
        afgekeurd = sum(regel.eurocent for regel, _ in self.afgekeurd)
        return self.declaratie.totaal - afgekeurd + self.te_veel
