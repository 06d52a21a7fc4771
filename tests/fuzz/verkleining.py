"""Making a failing message as small as it can be while it still fails."""

import re
from collections.abc import Callable, Sequence

Faalt = Callable[[bytes], bool]


def shrink(inhoud: bytes, faalt: Faalt) -> bytes:
    """Return a smallest found message for which ``faalt`` still holds.

    First whole tags and values are left out, then single bytes.
    """
    for snijd in (_to_elementen, _to_bytes):
        vorige = None
        while inhoud != vorige:
            vorige = inhoud
            inhoud = _leave_out(snijd(inhoud), faalt)
    return inhoud


def _leave_out(delen: Sequence[bytes], faalt: Faalt) -> bytes:
    """Leave out runs of parts, long runs first."""
    lengte = len(delen) // 2
    while lengte:
        begin = 0
        while begin < len(delen):
            korter = [*delen[:begin], *delen[begin + lengte :]]
            if korter and faalt(b"".join(korter)):
                delen = korter
            else:
                begin += lengte
        lengte //= 2
    return b"".join(delen)


def _to_elementen(inhoud: bytes) -> list[bytes]:
    """Split so that an element with its value and end is mostly one part."""
    return re.findall(rb"<(?![/!?])[^<]*</[^>]*>\s*|<[^<]*|[^<]+", inhoud)


def _to_bytes(inhoud: bytes) -> list[bytes]:
    return [inhoud[plaats : plaats + 1] for plaats in range(len(inhoud))]
