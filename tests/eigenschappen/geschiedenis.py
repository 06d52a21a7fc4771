"""Valid histories: a hypothesis strategy that takes one allowed step after another."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, product
from typing import Any

from bericht_in_lake import Bericht
from declareren import Declareren
from hypothesis import strategies as st
from postbus import Draw, Postbus
from starten import Starten
from toewijzen import Toewijzen

PARTIJEN = tuple(product(("0303", "0034"), ("99000001", "99000002"), "abc"))


@st.composite
def geschiedenissen(draw: Draw) -> list[Bericht]:
    """Return the messages of some dossiers, each in the order in which it was sent."""
    nummers = {gemeente: count(1) for gemeente, _, _ in PARTIJEN}
    berichten: list[Bericht] = []
    partijen = draw(st.lists(st.sampled_from(PARTIJEN), min_size=1, max_size=8, unique=True))
    for volgnummer, (gemeente, aanbieder, client) in enumerate(partijen, start=1):
        post = Postbus(draw, 10_000 * volgnummer, gemeente, aanbieder)
        stappen = _list_stappen(post, client, nummers[gemeente])
        aantal = draw(st.integers(5, 25))
        keuzen = st.lists(st.sampled_from(stappen), min_size=aantal, max_size=aantal)
        for stap in [stappen[0], *draw(keuzen)]:
            post.wacht()
            stap()
        berichten.extend(post.berichten)
    return berichten


def _list_stappen(post: Postbus, client: str, nummers: Iterator[int]) -> list[Callable[[], Any]]:
    jeugdige = {"client_sleutel": client * 64, "geslacht_code": "1"}
    toewijzen = Toewijzen(post, jeugdige, nummers)
    starten = Starten(post, jeugdige)
    declareren = Declareren(post, jeugdige)
    declareer = partial(_declareer, declareren, toewijzen)
    vaak = [declareer, declareren.antwoord, starten.stop]
    return [
        toewijzen.wijs_toe,
        *(vaak * 3),
        *[partial(_start, starten, toewijzen)] * 2,
        starten.corrigeer_start,
        starten.verwijder_stop,
        toewijzen.vraag,
        toewijzen.vraag_wijziging,
        toewijzen.antwoord,
        toewijzen.wijzig,
        toewijzen.herhaal,
        toewijzen.herhaal_oud,
        partial(_verwijder, toewijzen, declareren),
        toewijzen.herstel,
        declareren.weiger_kopie,
        declareren.antwoord_onbekend,
        post.retourneer_onbekend,
    ]


def _start(starten: Starten, toewijzen: Toewijzen) -> None:
    starten.start(toewijzen.geldend)


def _declareer(declareren: Declareren, toewijzen: Toewijzen) -> None:
    declareren.declareer(toewijzen.geldend)


def _verwijder(toewijzen: Toewijzen, declareren: Declareren) -> None:
    toewijzen.verwijder(declareren.list_bezet())
