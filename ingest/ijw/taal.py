"""The language of a kind of message: its tags as an alphabet, its schema as a regular expression.

Every class of the standard is a sequence and none holds itself, so the tags of a valid message
form a word of a regular language. The expression is possessive: a schema decides at every tag
with what follows it, so nothing that was matched is ever given back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.ijw.soort import Soort
from schemas.ijw.standaard import BASISSCHEMA, Element, EnkelvoudigType, Standaard, read_standaard
from schemas.ijw.vlak import child_elements

Pad = tuple[str, ...]
ONBEKEND = 0
_MAXIMUM_TEKENS = 255
_HOEVEEL = {(1, 1): b"", (0, 1): b"?+", (0, None): b"*+", (1, None): b"++"}


@dataclass(frozen=True)
class Knoop:
    """One element at one path: its symbols and, when it holds a text, the type of that text.

    ``is_eenmalig`` says that its parent always holds it exactly once, ``is_herhaald`` that it
    may recur.
    """

    pad: Pad
    opent: int
    sluit: int
    is_eenmalig: bool
    is_herhaald: bool
    enkelvoudig: EnkelvoudigType | None
    extra_patroon: str


@dataclass(frozen=True)
class Taal:
    """The alphabet and the grammar of one kind of message, without the root tag itself."""

    soort: Soort
    tekens: dict[tuple[bool, str], int]
    knopen: dict[Pad, Knoop]
    zin: re.Pattern[bytes]

    def knopen_met(self, opent: int) -> tuple[Knoop, ...]:
        """Return the elements that begin with this symbol."""
        return tuple(knoop for knoop in self.knopen.values() if knoop.opent == opent)

    def tags(self, bericht_prefix: bytes, basis_prefix: bytes) -> dict[bytes, int]:
        """Return the symbol of every tag as a message with these prefixes writes it."""
        symbolen = {}
        for (is_basis, naam), teken in self.tekens.items():
            prefix = basis_prefix if is_basis else bericht_prefix
            kwalificatie = prefix + b":" if prefix else b""
            symbolen[b"<" + kwalificatie + naam.encode() + b">"] = teken
            symbolen[b"</" + kwalificatie + naam.encode() + b">"] = teken + 1
        return symbolen


@cache
def read_taal(soort: Soort) -> Taal:
    """Return the language of a kind of message.

    Raises:
        ValueError: the standard has more tags than there are symbols, or a tag that holds a text
            in one place and elements in another.
    """
    standaard = read_standaard(soort.release)
    tekens: dict[tuple[bool, str], int] = {}
    knopen = {
        knoop.pad: knoop for knoop in _iter_knopen(standaard, soort.bericht, (), False, tekens)
    }
    if max(knoop.sluit for knoop in knopen.values()) > _MAXIMUM_TEKENS:
        raise ValueError(f"{soort.bericht} heeft te veel verschillende tags.")
    met_tekst = {knoop.opent for knoop in knopen.values() if knoop.enkelvoudig}
    if met_tekst & {knoop.opent for knoop in knopen.values() if not knoop.enkelvoudig}:
        raise ValueError(f"{soort.bericht} heeft een tag met soms tekst en soms elementen.")
    einde = bytes([tekens[(False, "Bericht")] + 1])
    zin = _expression(standaard, soort.bericht, (), knopen) + re.escape(einde)
    return Taal(soort, tekens, knopen, re.compile(zin, re.DOTALL))


def _iter_knopen(
    standaard: Standaard,
    bericht: str,
    ouder: Pad,
    is_basis: bool,
    tekens: dict[tuple[bool, str], int],
) -> Iterator[Knoop]:
    _symbol(tekens, (False, "Bericht"))
    for element in child_elements(standaard, bericht, ouder):
        pad = (*ouder, element.naam)
        opent = _symbol(tekens, (is_basis, element.naam))
        yield Knoop(
            pad=pad,
            opent=opent,
            sluit=opent + 1,
            is_eenmalig=(element.minimum, element.maximum) == (1, 1),
            is_herhaald=element.maximum != 1,
            enkelvoudig=standaard.typen.get(element.type),
            extra_patroon=element.extra_patroon,
        )
        if element.type not in standaard.typen:
            gedeeld = is_basis or element.type in standaard.klassen[BASISSCHEMA]
            yield from _iter_knopen(standaard, bericht, pad, gedeeld, tekens)


def _symbol(tekens: dict[tuple[bool, str], int], tag: tuple[bool, str]) -> int:
    return tekens.setdefault(tag, ONBEKEND + 1 + 2 * len(tekens))


def _expression(standaard: Standaard, bericht: str, ouder: Pad, knopen: dict[Pad, Knoop]) -> bytes:
    delen = []
    for element in child_elements(standaard, bericht, ouder):
        knoop = knopen[(*ouder, element.naam)]
        binnen = b"" if knoop.enkelvoudig else _expression(standaard, bericht, knoop.pad, knopen)
        deel = re.escape(bytes([knoop.opent])) + binnen + re.escape(bytes([knoop.sluit]))
        hoeveel = _how_often(element)
        delen.append(b"(?:" + deel + b")" + hoeveel if hoeveel else deel)
    return b"".join(delen)


def _how_often(element: Element) -> bytes:
    grenzen = (element.minimum, element.maximum)
    if grenzen in _HOEVEEL:
        return _HOEVEEL[grenzen]
    hoogste = "" if element.maximum is None else element.maximum
    return f"{{{element.minimum},{hoogste}}}+".encode()
