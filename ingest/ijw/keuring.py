"""Validation by libxml2, with the place of every error.

libxml2 walks all elder siblings of an element to tell where an error is, so that a message with
very many lines and errors would take quadratic time. Such a message is validated in slices: its
longest list of elements is replaced by a part of that list at a time.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ingest.ijw.plaats import local_name
from ingest.ijw.soort import Soort
from schemas.ijw.standaard import read_standaard
from schemas.ijw.vlak import child_elements

_PER_DEEL = 200
_STAP = re.compile(r"([^/\[]+)(?:\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Fout:
    """One error of libxml2; ``tekst`` may quote the message and must not be shown."""

    soort: str
    tekst: str
    regel: int
    pad: str


def list_fouten(schema: etree.XMLSchema, root: etree._Element, soort: Soort) -> list[Fout]:
    """Return the errors of a message, one per place; empty when it is valid."""
    lijst = _find_lange_lijst(root, soort)
    if lijst is None:
        return list(_iter_fouten(schema, root))
    kinderen = list(lijst)
    nummering = _Nummering(root.getroottree().getpath(lijst), kinderen)
    fouten: list[Fout] = []
    try:
        for begin in range(0, len(kinderen), _PER_DEEL):
            deel = kinderen[begin : begin + _PER_DEEL]
            lijst[:] = deel
            fouten += nummering.renumber(_iter_fouten(schema, root), is_eerste=begin == 0)
            nummering.pass_over(deel)
    finally:
        lijst[:] = kinderen
    return fouten


def _find_lange_lijst(root: etree._Element, soort: Soort) -> etree._Element | None:
    """Return the element with the most children, if its class is a list of one kind of element.

    A part of such a list is as valid as the whole: the elements do not depend on each other.
    """
    langste = max(root.iter(etree.Element), key=len)
    if len(langste) <= _PER_DEEL:
        return None
    stappen = [local_name(element) for element in langste.iterancestors()][-2::-1]
    pad = (*stappen, local_name(langste)) if langste is not root else ()
    try:
        elementen = child_elements(read_standaard(soort.release), soort.bericht, pad)
    except KeyError:
        return None
    return langste if len(elementen) == 1 and elementen[0].maximum is None else None


def _iter_fouten(schema: etree.XMLSchema, root: etree._Element) -> Iterator[Fout]:
    """Yield one error per place: a broken facet is reported again as the type that has it."""
    schema.validate(root)
    log: etree._ListErrorLog = schema.error_log
    vorige = None
    for error in log:
        if (error.line, error.path) != vorige:
            yield Fout(error.type_name, error.message, error.line, error.path or "")
        vorige = (error.line, error.path)


class _Nummering:
    """Turns the numbers of elements in a part of a list into those in the whole list."""

    def __init__(self, pad: str, kinderen: Sequence[etree._Element]) -> None:
        self._pad = f"{pad}/"
        self._eerder: Counter[str] = Counter()
        self._totaal = Counter(_step_names(kinderen))

    def pass_over(self, deel: Sequence[etree._Element]) -> None:
        """Count a part that has been validated."""
        self._eerder.update(_step_names(deel))

    def renumber(self, fouten: Iterator[Fout], *, is_eerste: bool) -> Iterator[Fout]:
        """Yield the errors as if the list were whole; what is outside it comes once."""
        for fout in fouten:
            if fout.pad.startswith(self._pad):
                yield Fout(fout.soort, fout.tekst, fout.regel, self._renumber_pad(fout.pad))
            elif is_eerste:
                yield fout

    def _renumber_pad(self, pad: str) -> str:
        match = _STAP.match(pad, len(self._pad))
        assert match is not None
        naam = match[1]
        nummer = int(match[2] or 1) + self._eerder[naam]
        stap = f"{naam}[{nummer}]" if self._totaal[naam] > 1 else naam
        return f"{self._pad}{stap}{pad[match.end() :]}"


def _step_names(kinderen: Sequence[etree._Element]) -> Iterator[str]:
    """Yield per element what libxml2 calls it in a path; without a prefix it is just a star."""
    for kind in kinderen:
        if kind.prefix:
            yield f"{kind.prefix}:{local_name(kind)}"
        elif etree.QName(kind).namespace is None:
            yield local_name(kind)
        yield "*"
