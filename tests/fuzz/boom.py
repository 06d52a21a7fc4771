"""Random valid messages as trees, straight from the tables of the standard."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from lxml import etree

from fuzz.waarden import make_waarde
from schemas.ijw.standaard import BASISSCHEMA, Element, Standaard, read_standaard

RELEASE = "3_2"
_WAARDE = Element("", "", 1, 1, "")
"""Stands for the element of a leaf that was parsed: its type is not looked up."""


@dataclass
class Knoop:
    """One element: a leaf has ``element`` and ``waarde``, any other has children.

    ``schema`` says whose namespace it has. A mutation sets ``rauw`` (written instead of the
    value, escapes and all), ``attributen`` (written behind the name), ``eind`` (the name in the end
    tag) or ``is_gesloten``.
    """

    schema: str
    naam: str
    kinderen: list["Knoop"] = field(default_factory=list)
    element: Element | None = None
    waarde: str = ""
    rauw: str | None = None
    attributen: str = ""
    is_gesloten: bool = False
    prefix: str | None = None
    eind: str | None = None

    @property
    def is_blad(self) -> bool:
        """True for an element that holds a value."""
        return self.element is not None

    def iter_alle(self) -> Iterator["Knoop"]:
        """Yield this element and all below it."""
        yield self
        for kind in self.kinderen:
            yield from kind.iter_alle()


def make_boom(rng: Random, bericht: str, release: str = RELEASE) -> Knoop:
    """Return a random valid message of a kind."""
    standaard = read_standaard(release)
    # One message has little that is optional, another nearly all.
    maker = _Maker(rng, standaard, bericht, kans=rng.choice((0.1, 0.5, 0.9)))
    return Knoop(bericht, "Bericht", maker.make_kinderen("Root", bericht))


def parse_boom(inhoud: bytes, release: str = RELEASE) -> Knoop:
    """Return a valid message as a tree."""
    standaard = read_standaard(release)
    root = etree.fromstring(inhoud)
    schemas = {standaard.namespace(naam): naam for naam in (*standaard.berichten, BASISSCHEMA)}

    def to_knoop(node: etree._Element) -> Knoop:
        naam = etree.QName(node)
        knoop = Knoop(schemas[naam.namespace or ""], naam.localname, list(map(to_knoop, node)))
        if not knoop.kinderen:
            knoop.element, knoop.waarde = _WAARDE, node.text or ""
        return knoop

    return to_knoop(root)


@dataclass(frozen=True)
class _Maker:
    rng: Random
    standaard: Standaard
    bericht: str
    kans: float

    def make_kinderen(self, klasse: str, schema: str) -> list[Knoop]:
        elementen = self.standaard.klassen[schema][klasse]
        return [
            self._make_knoop(element, schema)
            for element in elementen
            for _ in range(self._kies_aantal(element))
        ]

    def _make_knoop(self, element: Element, schema: str) -> Knoop:
        enkelvoudig = self.standaard.typen.get(element.type)
        if enkelvoudig is not None:
            waarde = make_waarde(self.rng, enkelvoudig, element)
            return Knoop(schema, element.naam, element=element, waarde=waarde)
        in_bericht = schema != BASISSCHEMA and element.type in self.standaard.klassen[schema]
        deel = schema if in_bericht else BASISSCHEMA
        return Knoop(schema, element.naam, self.make_kinderen(element.type, deel))

    def _kies_aantal(self, element: Element) -> int:
        if element.minimum == 0 and self.rng.random() > self.kans:
            return 0
        if element.maximum == 1:
            return 1
        hoogste = element.maximum or 3
        return self.rng.choice((1, 1, 1, hoogste, self.rng.randint(1, hoogste)))
