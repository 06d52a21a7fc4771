"""Where something stands in a message: line, path and element, without any value."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

# libxml2 keeps no higher line number for elements.
HOOGSTE_REGEL = 65535
ONBEKEND = "(onbekend element)"


@dataclass(frozen=True, slots=True)
class Plaats:
    """A line (None when not known), a path without namespaces and the name of its element."""

    regel_nummer: int | None = None
    xpath: str = ""
    element: str = ""

    @property
    def tekst(self) -> str:
        """Line and path for people, such as ``regel 12: Bericht/Client/Bsn``."""
        regel = "" if self.regel_nummer is None else f"regel {self.regel_nummer}"
        return ": ".join(filter(None, (regel, self.xpath.removeprefix("/")))) or "bestand"


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(element).localname)


def to_regel_nummer(regel: int | None) -> int | None:
    """Return a line number of libxml2, or None when it means that the line is not known."""
    return regel if regel and regel < HOOGSTE_REGEL else None


@dataclass(frozen=True)
class _Kinderen:
    """The children of one element: all of them, and by name; each with its own step."""

    elementen: list[etree._Element]
    stappen: list[str]
    per_naam: dict[str, list[etree._Element]]


class Wegwijzer:
    """Turns the paths of libxml2 into paths of names that the standard knows.

    A name that it does not know is left out: a sender may put anything in it. The children of
    an element are numbered once, so that many errors below one parent cost no more than one.
    """

    def __init__(self, root: etree._Element, bekend: frozenset[str]) -> None:
        """Keep the tree, and the names that may be told."""
        self._bekend = bekend
        self._elementen: dict[str, etree._Element] = {"": root}
        self._kinderen: dict[str, _Kinderen] = {}

    def describe(self, pad: str | None, regel: int | None) -> Plaats:
        """Return the place of an error at a path such as ``/*/d:Client/d:Bsn``."""
        stappen = ["Bericht", *self._iter_stappen((pad or "").strip("/").split("/")[1:])]
        element = stappen[-1].partition("[")[0]
        return Plaats(to_regel_nummer(regel), "/" + "/".join(stappen), element)

    def _iter_stappen(self, stappen: list[str]) -> Iterator[str]:
        """Yield the steps below the root; names are read from the path where it has them."""
        for diepte, stap in enumerate(stappen):
            naam, haak, nummer = stap.partition("[")
            lokaal = naam.rpartition(":")[2]
            if lokaal == "*":
                kinderen = self._read_kinderen("/".join(stappen[:diepte]))
                yield kinderen.stappen[_to_index(nummer)]
            else:
                yield f"{lokaal}{haak}{nummer}" if lokaal in self._bekend else ONBEKEND

    def _read_kinderen(self, pad: str) -> _Kinderen:
        if pad not in self._kinderen:
            elementen = list(self._find(pad).iterchildren("*"))
            per_naam: dict[str, list[etree._Element]] = {}
            volgnummers = []
            for element in elementen:
                gelijk = per_naam.setdefault(local_name(element), [])
                gelijk.append(element)
                volgnummers.append(len(gelijk))
            stappen = [
                self._name_stap(local_name(element), volgnummer, per_naam)
                for element, volgnummer in zip(elementen, volgnummers, strict=True)
            ]
            self._kinderen[pad] = _Kinderen(elementen, stappen, per_naam)
        return self._kinderen[pad]

    def _name_stap(
        self, naam: str, volgnummer: int, per_naam: dict[str, list[etree._Element]]
    ) -> str:
        if naam not in self._bekend:
            return ONBEKEND
        return f"{naam}[{volgnummer}]" if len(per_naam[naam]) > 1 else naam

    def _find(self, pad: str) -> etree._Element:
        if pad not in self._elementen:
            ouder, _, stap = pad.rpartition("/")
            naam, _, nummer = stap.partition("[")
            lokaal = naam.rpartition(":")[2]
            kinderen = self._read_kinderen(ouder)
            gelijk = kinderen.elementen if lokaal == "*" else kinderen.per_naam[lokaal]
            self._elementen[pad] = gelijk[_to_index(nummer)]
        return self._elementen[pad]


def _to_index(nummer: str) -> int:
    return int(nummer.rstrip("]")) - 1 if nummer else 0
