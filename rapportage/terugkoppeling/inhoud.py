"""What one terugkoppeling says: deliveries, findings gathered by rule, and retours."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rapportage.terugkoppeling.bevinding import Rij, find_hersteller, find_regel
from schemas.regels import Regel

MAXIMUM_PER_REGEL = 1_000
"""So many findings of one rule stand in the workbook; the CSV has them all."""


@dataclass(frozen=True)
class Levering:
    """One delivered file, with what was taken over and what was refused.

    Counts of messages are None for a bron that has no messages.
    """

    bron: str
    bestand: str
    ontvangst_datum: date | None
    berichten_aanvaard: int | None
    berichten_geweigerd: int | None
    rijen_aanvaard: int
    rijen_geweigerd: int


@dataclass(frozen=True)
class Retourregel:
    """One refused message: the retour that answers it, or why there is none."""

    bericht: str
    identificatie: str
    dagtekening: date | None
    retour_bericht: str
    bestand: str
    retour_codes: tuple[str, ...]
    toelichting: str


@dataclass
class Groep:
    """The findings of one rule that one party has to mend; ``rijen`` holds only the first."""

    regel: Regel
    hersteller: str
    aantal: int = 0
    aantal_opgelost: int = 0
    aantal_rijen: int = 0
    rijen: list[Rij] = field(default_factory=list)
    berichten: set[str] = field(default_factory=set)


class Verzameling:
    """Gathers findings by rule in bounded memory, however many there are."""

    def __init__(self, maximum: int = MAXIMUM_PER_REGEL) -> None:
        """Keep at most ``maximum`` findings per rule; the rest is only counted."""
        self._maximum = maximum
        self._groepen: dict[tuple[str, str], Groep] = {}

    def add(self, rij: Rij) -> None:
        """Count one finding, and keep it when it is among the first of its rule."""
        sleutel = str(rij["regel_code"]), find_hersteller(rij)
        groep = self._groepen.get(sleutel)
        if groep is None:
            groep = self._groepen[sleutel] = Groep(find_regel(rij), sleutel[1])
        groep.aantal += 1
        groep.aantal_opgelost += rij.get("opgelost") is True
        groep.aantal_rijen += int(str(rij["aantal_rijen"]))
        if rij.get("bericht"):
            groep.berichten.add(str(rij["bericht"]))
        if len(groep.rijen) < self._maximum:
            groep.rijen.append(rij)

    def extend(self, rijen: Iterable[Rij]) -> None:
        """Count many findings."""
        for rij in rijen:
            self.add(rij)

    @property
    def groepen(self) -> list[Groep]:
        """The groups: fouten first, then by how often and by code."""
        return sorted(
            self._groepen.values(),
            key=lambda groep: (
                groep.regel.ernst != "fout",
                -groep.aantal,
                groep.regel.regel_code,
                groep.hersteller,
            ),
        )

    def count(self, ernst: str) -> int:
        """Return how many findings of this ernst there are."""
        return sum(groep.aantal for groep in self._groepen.values() if groep.regel.ernst == ernst)


@dataclass
class Inhoud:
    """Everything that the workbook shows. ``csv_naam`` is the file that has all findings."""

    titel: str
    inleiding: tuple[str, ...]
    gemaakt: date
    csv_naam: str
    leveringen: list[Levering]
    bevindingen: Verzameling
    retouren: list[Retourregel] = field(default_factory=list)
    ontbrekend: list[str] = field(default_factory=list)
