"""What is reported of one message, at most so many places per rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.plaats import describe_plaats
from ingest.ijw.regels import Overtreding, iter_overtredingen
from ingest.ijw.schending import describe_schending, iter_errors
from ingest.ijw.soort import Soort
from schemas.ijw.standaard import read_standaard
from schemas.regels import read_regels

MAXIMUM_PER_REGEL = 25

Gevonden = TypeVar("Gevonden")


@dataclass(frozen=True)
class Melding:
    """One finding within a message: rule, place and what else is to say about it."""

    regel_code: str
    plaats: str
    toelichting: str = ""

    @property
    def is_fout(self) -> bool:
        """True when this refuses the message."""
        return read_regels()[self.regel_code].ernst == "fout"


def list_schendingen(
    soort: Soort, root: etree._Element, error_log: etree._ListErrorLog
) -> list[Melding]:
    """Return the schema violations of a message; the maximum is for all of them together."""

    def describe(_: str, error: etree._LogEntry) -> Melding:
        schending = describe_schending(soort, root, error)
        return Melding(schending.regel_code, schending.plaats, schending.toelichting)

    return _limit((("", error) for error in iter_errors(error_log)), describe)


def list_overtredingen(bericht: GelezenBericht) -> list[Melding]:
    """Return the broken rules of a message, in the order of the rules."""

    def describe(regel_code: str, overtreding: Overtreding) -> Melding:
        return Melding(regel_code, _locate(bericht, overtreding), overtreding.toelichting)

    return _limit(iter_overtredingen(bericht), describe)


def _limit(
    gevonden: Iterable[tuple[str, Gevonden]], describe: Callable[[str, Gevonden], Melding]
) -> list[Melding]:
    """Describe the first places of every rule and say in the last how many were left out."""
    meldingen: dict[str, list[Melding]] = {}
    weggelaten: dict[str, int] = {}
    for regel_code, plaats in gevonden:
        van_regel = meldingen.setdefault(regel_code, [])
        if len(van_regel) < MAXIMUM_PER_REGEL:
            van_regel.append(describe(regel_code, plaats))
        else:
            weggelaten[regel_code] = weggelaten.get(regel_code, 0) + 1
    for regel_code, aantal in weggelaten.items():
        laatste = meldingen[regel_code][-1]
        tekst = f"Zo zijn er in dit bericht nog {aantal} plaatsen; die staan niet in de lijst."
        toelichting = " ".join(filter(None, (laatste.toelichting, tekst)))
        meldingen[regel_code][-1] = replace(laatste, toelichting=toelichting)
    return [melding for van_regel in meldingen.values() for melding in van_regel]


def _locate(bericht: GelezenBericht, overtreding: Overtreding) -> str:
    element = overtreding.element
    if element is None:
        lezer = bericht.tabellen[overtreding.tabel].lezer
        element = lezer.find_element(bericht.root, overtreding.rij, overtreding.kolom)
    standaard = read_standaard(bericht.soort.release)
    return describe_plaats(standaard, bericht.soort.bericht, element)
