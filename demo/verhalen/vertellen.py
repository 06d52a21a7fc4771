"""Tells all stories."""

from random import Random

from demo.administratie.post import Post
from demo.verhalen.declareren import vertel_declareren
from demo.verhalen.regie import vertel_regie
from demo.verhalen.toewijzen import vertel_toewijzen
from demo.verhalen.verrekenen import vertel_verrekenen
from demo.verhalen.verteller import Verteller, Verwacht
from demo.verhalen.verzoeken import vertel_verzoeken
from demo.verhalen.wijzigen import vertel_wijzigen


def vertel_alles(rng: Random, post: Post) -> list[Verwacht]:
    """Send the messages of every story; return the findings that must come of them."""
    verteller = Verteller(rng, post)
    for vertel in (
        vertel_toewijzen,
        vertel_verzoeken,
        vertel_wijzigen,
        vertel_regie,
        vertel_declareren,
        vertel_verrekenen,
    ):
        vertel(verteller)
    return verteller.verwacht
