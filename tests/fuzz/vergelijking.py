"""Comparing our reader with the judge, message by message."""

from collections.abc import Sequence
from dataclasses import dataclass

from fuzz.geval import Geval
from fuzz.lezing import Uitslag, Vastgelopen, read_los, read_samen
from fuzz.rechter import Oordeel, judge


@dataclass(frozen=True)
class Verschil:
    """A message on which the reader and the judge do not agree; prints no content."""

    geval: Geval
    rechter: Oordeel
    lezer: str


def find_verschillen(gevallen: Sequence[Geval]) -> list[Verschil]:
    """Return the messages that our reader, given all in one zip, judges otherwise.

    Raises:
        Vastgelopen: the zip as a whole is not read, though every message alone is.
    """
    try:
        uitslagen = read_samen([geval.inhoud for geval in gevallen])
    except Vastgelopen:
        verschillen = [verschil for geval in gevallen if (verschil := find_verschil(geval))]
        if verschillen:
            return verschillen
        raise
    return [
        Verschil(geval, oordeel, uitslag.oordeel.value)
        for geval, uitslag in zip(gevallen, uitslagen, strict=True)
        if (oordeel := judge(geval.inhoud)) != uitslag.oordeel
    ]


def find_verschil(geval: Geval) -> Verschil | None:
    """Return how our reader judges a message that comes alone, when the judge differs."""
    oordeel = judge(geval.inhoud)
    lezer = describe_los(geval.inhoud)
    return Verschil(geval, oordeel, lezer) if lezer != oordeel.value else None


def describe_los(inhoud: bytes) -> str:
    """Return the verdict of our reader on a message that comes alone, or that it broke down."""
    try:
        return read_los(inhoud).oordeel.value
    except Vastgelopen as error:
        return f"vastgelopen: {error}"


def find_buren(gevallen: Sequence[Geval], samen: Sequence[Uitslag]) -> list[Geval]:
    """Return the messages of which the findings change because of what is in the same zip."""
    return [
        geval
        for geval, uitslag in zip(gevallen, samen, strict=True)
        # A file without bytes is refused before anybody looks for messages in it.
        if geval.inhoud and read_los(geval.inhoud) != uitslag
    ]
