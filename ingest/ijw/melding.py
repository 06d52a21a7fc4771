"""What is reported of one message, at most so many places per rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ingest.ijw.keuring import Fout
from ingest.ijw.plaats import Plaats
from ingest.ijw.schending import Beschrijver
from ingest.ijw.soort import Soort
from schemas.regels import read_regels

# A limit for memory, not for people: who shows findings has a lower one.
MAXIMUM_PER_REGEL = 100_000


@dataclass(frozen=True, slots=True)
class Melding:
    """One finding within a message: rule, place and what else is to say about it."""

    regel_code: str
    plaats: Plaats
    toelichting: str = ""

    @property
    def is_fout(self) -> bool:
        """True when this refuses the message."""
        return read_regels()[self.regel_code].ernst == "fout"


def list_schendingen(soort: Soort, root: etree._Element, fouten: Sequence[Fout]) -> list[Melding]:
    """Return the schema violations of a message; the maximum is for all of them together."""
    beschrijver = Beschrijver(soort, root)
    schendingen = map(beschrijver.describe, fouten[:MAXIMUM_PER_REGEL])
    meldingen = [
        Melding(schending.regel_code, schending.plaats, schending.toelichting)
        for schending in schendingen
    ]
    return tell_weggelaten(meldingen, len(fouten) - len(meldingen))


def tell_weggelaten(meldingen: list[Melding], aantal: int) -> list[Melding]:
    """Return the findings; the last of them says how many places are not in the list."""
    if not aantal:
        return meldingen
    tekst = f"Zo zijn er in dit bericht nog {aantal} plaatsen; die staan niet in de lijst."
    *eerder, laatste = meldingen
    toelichting = " ".join(filter(None, (laatste.toelichting, tekst)))
    return [*eerder, replace(laatste, toelichting=toelichting)]
