"""A case: one message that follows from a seed and a number alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from fuzz.boom import RELEASE, Knoop, make_boom
from fuzz.boomfouten import mutate_boom
from fuzz.bytefouten import mutate_bytes
from fuzz.opmaak import Opmaak, make_opmaak, write_bericht
from fuzz.waardefouten import list_randwaarden, mutate_waarde
from schemas.ijw.standaard import read_standaard

BERICHTEN: Sequence[str] = tuple(read_standaard(RELEASE).berichten)

Voorbereiding = Callable[[Random, Knoop], None]


@dataclass(frozen=True)
class Geval:
    """A message and how to make it again; ``ingrepen`` is empty for a valid one.

    The content is not shown, so that a failing test prints how to make it and no more.
    """

    seed: str
    nummer: int
    bericht: str
    ingrepen: tuple[str, ...]
    inhoud: bytes

    def __repr__(self) -> str:
        """Return how to make this case again."""
        ingrepen = ", ".join(self.ingrepen) or "geldig"
        return f"<geval seed={self.seed!r} nummer={self.nummer} {self.bericht}: {ingrepen}>"


def make_geval(seed: str, nummer: int, bereid_voor: Voorbereiding | None = None) -> Geval:
    """Return the mutated message with a number; the messages of the standard take turns.

    ``bereid_voor`` may change the valid message before it is mutated.
    """
    rng, bericht = _begin(seed, nummer)
    boom = make_boom(rng, bericht)
    if bereid_voor is not None:
        bereid_voor(rng, boom)
    ingrepen = []
    aantal = rng.choice((1, 1, 1, 1, 2, 3))
    aantal_bytes = sum(rng.random() < 0.15 for _ in range(aantal))
    for _ in range(aantal - aantal_bytes):
        muteer = mutate_waarde if rng.random() < 0.6 else mutate_boom
        ingrepen.append(muteer(rng, boom))
        if not any(knoop.is_blad for knoop in boom.iter_alle()):
            break
    inhoud = write_bericht(rng, boom, make_opmaak(rng, gewoon=0.85))
    for _ in range(aantal_bytes):
        inhoud, ingreep = mutate_bytes(rng, inhoud)
        ingrepen.append(ingreep)
    return Geval(seed, nummer, bericht, tuple(ingrepen), inhoud)


def make_geldig(seed: str, nummer: int) -> Geval:
    """Return the valid message with a number, in any way of writing."""
    rng, bericht = _begin(seed, nummer)
    inhoud = write_bericht(rng, make_boom(rng, bericht), make_opmaak(rng, gewoon=0.5))
    return Geval(seed, nummer, bericht, (), inhoud)


def make_randgevallen(type_naam: str) -> list[Geval]:
    """Return messages with every odd value of a simple type, once each.

    All have the same plain form but for that value.
    """
    rng = Random(type_naam)
    boom, blad = _find_blad(rng, type_naam)
    assert blad.element is not None
    enkelvoudig = read_standaard(RELEASE).typen[type_naam]
    gevallen = []
    for nummer, rauw in enumerate(list_randwaarden(enkelvoudig)):
        blad.rauw = rauw
        inhoud = write_bericht(rng, boom, Opmaak())
        gevallen.append(Geval(type_naam, nummer, boom.schema, (f"rand van {type_naam}",), inhoud))
    return gevallen


def _find_blad(rng: Random, type_naam: str) -> tuple[Knoop, Knoop]:
    """Return a message that has a value of a type, and the element that has it."""
    for bericht in BERICHTEN * 20:
        boom = make_boom(rng, bericht)
        for knoop in boom.iter_alle():
            if knoop.element and knoop.element.type == type_naam:
                return boom, knoop
    raise LookupError(type_naam)


def _begin(seed: str, nummer: int) -> tuple[Random, str]:
    return Random(f"{seed}/{nummer}"), BERICHTEN[nummer % len(BERICHTEN)]
