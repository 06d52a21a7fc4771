"""Sends the decisions on allocations: one 301 per client and provider, with its snapshot."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import ToegewezenProduct, ToewijzingInhoud
from demo.administratie.model import Besluit, Toewijzing
from demo.administratie.post import Bederf, Post
from demo.bsn import make_ongeldig_bsn
from demo.kalender import DAG, werkdag

Koppel = tuple[str, str, int]


def verstuur_besluiten(rng: Random, post: Post, toewijzingen: list[Toewijzing]) -> None:
    """Send every decision and set its ``bekend``; drop decisions that are never sent.

    A 301 lists all allocations of the client at the provider that are valid on or after its date
    (OP087). What did not change keeps its date and time, and has no RedenWijziging (IV099).
    """
    koppels: dict[Koppel, list[Toewijzing]] = defaultdict(list)
    for toewijzing in toewijzingen:
        zorg = toewijzing.zorg
        koppels[(zorg.gemeente, zorg.aanbieder, zorg.jeugdige.volgnummer)].append(toewijzing)
    for groep in koppels.values():
        _verstuur_koppel(rng, post, groep)
    for toewijzing in toewijzingen:
        toewijzing.besluiten = [b for b in toewijzing.besluiten if b.bekend <= post.venster.eind]
    toewijzingen[:] = [t for t in toewijzingen if t.besluiten]


def _verstuur_koppel(rng: Random, post: Post, groep: list[Toewijzing]) -> None:
    stukken = sorted(
        ((b.datum, t.nummer, nr, t, b) for t in groep for nr, b in enumerate(t.besluiten)),
        key=lambda stuk: stuk[:3],
    )
    if _can_verliezen(groep) and rng.random() < 0.0006:
        _verlies(post, groep[0])
        return
    vorige = date.min
    for datum, _, _, toewijzing, besluit in stukken:
        # The next 301 of this client waits until the one before it got through.
        dag = max(werkdag(datum + timedelta(days=rng.randint(0, 1))), vorige)
        if dag > post.venster.eind:
            return
        vorige = _verstuur(rng, post, groep, toewijzing, besluit, dag) + DAG
    dag = werkdag(vorige + timedelta(days=rng.randint(10, 90)))
    is_actief = any(_is_actief(t.besluiten[-1], dag) for t in groep)
    if is_actief and dag <= post.venster.eind and rng.random() < 0.03:
        _stuur_stand(post, groep, None, None, dag)  # sent again, nothing changed


def _can_verliezen(groep: list[Toewijzing]) -> bool:
    eerste = groep[0]
    return (
        len(groep) == len(eerste.besluiten) == 1
        and eerste.verzoek is None
        and eerste.zorg.is_gestart
        and bool(eerste.zorg.product.code)
    )


def _verlies(post: Post, toewijzing: Toewijzing) -> None:
    """Send the only 301 with a wrong bsn and never again; start and claims follow all the same."""
    zorg, besluit = toewijzing.zorg, toewijzing.besluiten[0]
    product = ToegewezenProduct(toewijzing, besluit)
    inhoud = ToewijzingInhoud(zorg.jeugdige, make_ongeldig_bsn(zorg.jeugdige.bsn), [product])
    post.stuur("jw301", zorg.gemeente, zorg.aanbieder, besluit.datum, inhoud, "CS002")
    besluit.bekend = besluit.datum
    toewijzing.is_verloren = True


def _verstuur(
    rng: Random,
    post: Post,
    groep: list[Toewijzing],
    toewijzing: Toewijzing,
    besluit: Besluit,
    dag: date,
) -> date:
    zorg = toewijzing.zorg
    worp = rng.random()
    if worp < 0.007 and not besluit.is_verwijdering and post.kan_herstellen(dag, 40):
        # Refused (TR332 or S329): the content is wrong in a way that would matter.
        verkeerd = replace(
            besluit,
            tijd="23:59:59",
            eind=besluit.ingang + timedelta(days=9),
            omvang=besluit.omvang,
        )
        product = ToegewezenProduct(toewijzing, verkeerd)
        code = rng.choice(("9332", "9379", "S329"))
        if code == "S329" and zorg.product.code:
            product.code = "99Z99"
        inhoud = ToewijzingInhoud(zorg.jeugdige, zorg.jeugdige.bsn, [product])
        retour = post.stuur_afgekeurd(
            "jw301", zorg.gemeente, zorg.aanbieder, dag, inhoud, (code,), rng.random() < 0.3
        )
        dag = werkdag(retour + timedelta(days=rng.randint(1, 4)))
    elif worp < 0.0085:
        bederf = Bederf("CS002", _met_ongeldig_bsn)
        bericht = _stuur_stand(post, groep, toewijzing, besluit, dag, bederf)
        besluit.bekend = bericht
        return bericht
    elif worp < 0.009 and not besluit.is_verwijdering and besluit.eind:
        bederf = Bederf("CS003", _met_verkeerd_eind)
        besluit.bekend = _stuur_stand(post, groep, toewijzing, besluit, dag, bederf)
        return besluit.bekend
    besluit.bekend = _stuur_stand(post, groep, toewijzing, besluit, dag)
    return besluit.bekend


def _stuur_stand(
    post: Post,
    groep: list[Toewijzing],
    gewijzigd: Toewijzing | None,
    besluit: Besluit | None,
    dag: date,
    bederf: Bederf | None = None,
) -> date:
    """Send the snapshot of a client at a provider on a day; return when it got through."""
    producten: list[ToegewezenProduct] = []
    for toewijzing in groep:
        if toewijzing is gewijzigd and besluit is not None:
            producten.append(ToegewezenProduct(toewijzing, besluit))
            continue
        bekend = [b for b in toewijzing.besluiten if b.bekend <= dag]
        if bekend and _is_actief(bekend[-1], dag):
            producten.append(ToegewezenProduct(toewijzing, bekend[-1], is_herhaling=True))
    zorg = groep[0].zorg
    inhoud = ToewijzingInhoud(zorg.jeugdige, zorg.jeugdige.bsn, producten)
    bericht = post.stuur_goed("jw301", zorg.gemeente, zorg.aanbieder, dag, inhoud, bederf)
    return bericht.dagtekening


def _is_actief(besluit: Besluit, dag: date) -> bool:
    return not besluit.is_verwijdering and (besluit.eind is None or besluit.eind >= dag)


def _met_ongeldig_bsn(inhoud: object) -> object:
    assert isinstance(inhoud, ToewijzingInhoud)
    return ToewijzingInhoud(inhoud.jeugdige, make_ongeldig_bsn(inhoud.bsn), inhoud.producten)


def _met_verkeerd_eind(inhoud: object) -> object:
    assert isinstance(inhoud, ToewijzingInhoud)
    eerste = inhoud.producten[0]
    verkeerd = replace(eerste.besluit, eind=eerste.besluit.ingang - timedelta(days=30))
    return ToewijzingInhoud(
        inhoud.jeugdige,
        inhoud.bsn,
        [ToegewezenProduct(eerste.toewijzing, verkeerd), *inhoud.producten[1:]],
    )
