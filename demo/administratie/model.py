"""What the administration keeps: allocations, decisions, reported starts, claim lines, messages."""

from dataclasses import dataclass, field
from datetime import date

from demo.catalogus import Product
from demo.kalender import eerste_dag
from demo.levens import Zorg

_VAN_GEMEENTE = ("jw301", "jw302", "jw319", "jw320", "jw325")
_RETOUR_VAN_GEMEENTE = ("jw306", "jw308", "jw316", "jw318")


@dataclass(slots=True)
class GevraagdProduct:
    """A product to change (``nummer``) or to add in a 317, as the provider wants it."""

    product: Product
    ingang: date
    eind: date | None
    omvang: int
    nummer: int | None = None


@dataclass(slots=True, eq=False)
class Wijziging:
    """A change that the provider may ask for (317), granted by the versions that point to it.

    ``referentie`` is filled when the request was really sent; without it the gemeente took the
    same decision by itself.
    """

    producten: list[GevraagdProduct]
    referentie: str | None = None


@dataclass(slots=True)
class Besluit:
    """One version of an allocation. ``bekend`` is the Dagtekening of the 301 that counted."""

    datum: date
    tijd: str
    ingang: date
    eind: date | None
    omvang: int
    reden: str | None = None
    referentie: str | None = None
    bekend: date = date.max
    wijziging: Wijziging | None = None

    @property
    def is_verwijdering(self) -> bool:
        """Whether this version removes the allocation (RedenWijziging 13)."""
        return self.reden == "13"


@dataclass(slots=True)
class Melding:
    """A start or stop as reported: the day, and the Dagtekening of the message that counted."""

    dag: date
    bekend: date
    reden: str | None = None


@dataclass(slots=True)
class GemeldSegment:
    """A stretch of care as the region knows it."""

    begin: Melding
    tijdelijk: Melding | None = None
    eind: Melding | None = None

    @property
    def laatste_dag(self) -> date | None:
        """Last day of care by the earliest stop, or None when no stop was reported."""
        stop = self.tijdelijk or self.eind
        return stop.dag if stop else None


@dataclass(slots=True)
class Verzoek:
    """A request for an allocation (315) that counted, for care from ``ingang`` up to ``eind``."""

    referentie: str
    verwijzer_type: str
    dagtekening: date
    eind: date | None
    ingang: date


@dataclass(slots=True, eq=False)
class Toewijzing:
    """An allocation with its versions; ``nummer`` is unique within the gemeente.

    ``is_verloren``: its only 301 never got through the door, so the region does not know it; the
    provider does, and reports and claims on it.
    """

    zorg: Zorg
    nummer: int
    verzoek: Verzoek | None
    besluiten: list[Besluit] = field(default_factory=list)
    segmenten: list[GemeldSegment] = field(default_factory=list)
    regels: list["Regel"] = field(default_factory=list)
    is_verloren: bool = False

    @property
    def huidig(self) -> Besluit:
        """The version in force at the end of the simulation."""
        return self.besluiten[-1]

    @property
    def is_verwijderd(self) -> bool:
        """Whether it counts as never sent."""
        return self.huidig.is_verwijdering

    @property
    def sleutel(self) -> tuple[str, int]:
        """Gemeente and nummer: together unique."""
        return (self.zorg.gemeente, self.nummer)


@dataclass(slots=True, eq=False)
class Regel:
    """One claim line. ``bedrag`` is without sign; ``status`` is decided by the gemeente.

    ``vervangt`` is the credited line that this debit corrects, also when it was sent again.
    """

    toewijzing: Toewijzing
    referentie: str
    categorie: str
    code: str
    begin: date
    eind: date
    volume: int
    eenheid: str
    tarief: int | None
    bedrag: int
    crediteert: "Regel | None" = None
    status: str = "in_behandeling"
    is_gecrediteerd: bool = False
    vervangt: "Regel | None" = None

    @property
    def is_credit(self) -> bool:
        """Whether the line reverses an earlier one."""
        return self.crediteert is not None

    @property
    def eurocent(self) -> int:
        """The amount with its sign."""
        return -self.bedrag if self.is_credit else self.bedrag

    @property
    def zorgmaand(self) -> date:
        """First day of the month of care."""
        return eerste_dag(self.begin)

    @property
    def telt(self) -> bool:
        """Whether it counts as cost: granted or still pending."""
        return self.status in ("toegekend", "in_behandeling")


@dataclass(slots=True, eq=False)
class Declaratie:
    """A claim of one provider at one gemeente."""

    agb: str
    gemeente: str
    nummer: str
    maand: date
    dagtekening: date
    regels: list[Regel]

    @property
    def totaal(self) -> int:
        """The signed sum of the lines in eurocent."""
        return sum(regel.eurocent for regel in self.regels)


@dataclass(slots=True, eq=False)
class Bericht:
    """A message as sent. ``fout`` is the rule that must stop it at the door, if any.

    ``inhoud`` is what the writer of the message kind needs; ``ontvangen`` the month of receipt.
    """

    soort: str
    gemeente: str
    agb: str
    identificatie: str
    dagtekening: date
    inhoud: object
    ontvangen: date
    fout: str | None = None
    herhaald_in: date | None = None
    vorm: str = "zip"

    @property
    def afzender(self) -> str:
        """The code of the party whose name stands in the header as sender."""
        return self.gemeente if self.soort in _VAN_GEMEENTE else self.agb

    @property
    def verzender(self) -> str:
        """The party that really sends it: a retour goes the other way than its header says."""
        if self.soort in ("jw302", "jw320"):
            return self.agb
        return self.gemeente if self.soort in _RETOUR_VAN_GEMEENTE else self.afzender
