"""The whole administration: from lives to messages and decisions."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from demo.administratie.declareren import Declaratiebureau
from demo.administratie.model import Bericht, Declaratie, Toewijzing
from demo.administratie.post import Post
from demo.administratie.regie import Regie
from demo.administratie.toewijzen import OpenVerzoek, Toewijzer
from demo.administratie.versturen import verstuur_besluiten
from demo.administratie.verzoeken import Verzoekenloket
from demo.administratie.wijzigingen import Wijzigingsloket
from demo.kalender import Venster
from demo.levens import Zorg


@dataclass
class Administratie:
    """All that the gemeenten and providers decided and sent."""

    venster: Venster
    zorg: list[Zorg]
    toewijzingen: list[Toewijzing]
    open_verzoeken: list[OpenVerzoek]
    declaraties: list[Declaratie]
    berichten: list[Bericht]
    post: Post


def voer_administratie(
    rng: Random,
    venster: Venster,
    zorg: list[Zorg],
    voortgang: Callable[[str, int, int], None],
) -> Administratie:
    """Return what the administration makes of the lives.

    Args:
        rng: the only source of chance.
        venster: nothing is sent after its last day.
        zorg: the needs for care, with what was delivered.
        voortgang: called with (step, done, total).
    """
    post = Post(rng, venster)
    loket = Verzoekenloket(rng, post)
    toewijzer = Toewijzer(rng, venster, loket)
    for behoefte in zorg:
        toewijzer.wijs_toe(behoefte)
    toewijzingen = toewijzer.toewijzingen
    voortgang("administratie", 1, 4)

    besloten = list(toewijzingen)
    verstuur_besluiten(rng, post, toewijzingen, Wijzigingsloket(rng, post, loket))
    # An allocation that was not sent before the end leaves its request open.
    open_verzoeken = toewijzer.open_verzoeken + [
        OpenVerzoek(toewijzing.zorg, toewijzing.verzoek)
        for toewijzing in besloten
        if toewijzing.verzoek is not None and not toewijzing.besluiten
    ]
    voortgang("administratie", 2, 4)

    regie = Regie(rng, post)
    bureau = Declaratiebureau(rng, post)
    for toewijzing in toewijzingen:
        regie.meld(toewijzing)
        bureau.plan(toewijzing)
    voortgang("administratie", 3, 4)

    bureau.declareer()
    for declaratie in bureau.declaraties:
        for regel in declaratie.regels:
            if regel.crediteert is not None and regel.telt:
                regel.crediteert.is_gecrediteerd = True
    voortgang("administratie", 4, 4)
    return Administratie(
        venster,
        zorg,
        toewijzingen,
        open_verzoeken,
        bureau.declaraties,
        post.berichten,
        post,
    )
