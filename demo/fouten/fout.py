"""What the answer key says of one seeded fault."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fout:
    """One seeded fault: where it lies, and which rule must report it.

    ``element`` is the element that is wrong, or the class in which one is missing. ``opgelost``
    says that the same message arrived again in good order, under the same identification.
    ``aantal_prestaties`` counts the claim lines of a message that nobody else knows of.
    """

    bron: str
    ontvangstmaand: str
    bestand: str
    onderdeel: str
    bericht_identificatie: str
    regel_code: str
    element: str = ""
    opgelost: bool = False
    aantal_prestaties: int = 0
    aanbieder_agb: str = ""


KOP = (
    "bron",
    "ontvangstmaand",
    "bestand",
    "onderdeel",
    "bericht_identificatie",
    "regel_code",
    "aanbieder_agb",
    "element",
    "opgelost",
)
