"""Sends the decisions on allocations: one 301 per client and provider, with its snapshot."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import ToegewezenProduct, ToewijzingInhoud
from demo.administratie.model import Besluit, Toewijzing
from demo.administratie.post import Bederf, Post
from demo.administratie.wijzigingen import Wijzigingsloket, is_actief
from demo.bsn import make_ongeldig_bsn
from demo.kalender import DAG, werkdag
from demo.levens import Koppel

Stuk = list[tuple[Toewijzing, Besluit]]


def verstuur_besluiten(
    rng: Random, post: Post, toewijzingen: list[Toewijzing], loket: Wijzigingsloket
) -> None:
    """Send every decision and set its ``bekend``; drop decisions that are never sent.

    A 301 lists all allocations of the client at the provider that are valid on or after its date
    (OP087). What did not change keeps its date and time, and has no RedenWijziging (IV099).
    """
    koppels: dict[Koppel, list[Toewijzing]] = defaultdict(list)
    for toewijzing in toewijzingen:
        koppels[toewijzing.zorg.koppel].append(toewijzing)
    for groep in koppels.values():
        _verstuur_koppel(rng, post, groep, loket)
    for toewijzing in toewijzingen:
        toewijzing.besluiten = [b for b in toewijzing.besluiten if b.bekend <= post.venster.eind]
    toewijzingen[:] = [t for t in toewijzingen if t.besluiten]


def _verstuur_koppel(
    rng: Random, post: Post, groep: list[Toewijzing], loket: Wijzigingsloket
) -> None:
    if _can_verliezen(groep) and rng.random() < 0.0006:
        _verlies(post, groep[0])
        return
    stukken = _bundel(groep)
    vorige = date.min
    for nummer, stuk in enumerate(stukken):
        besluit = stuk[0][1]
        if besluit.wijziging is not None:
            loket.vraag(groep, besluit.wijziging, vorige, besluit.datum)
        # The next 301 of this client waits until the one before it got through.
        dag = max(werkdag(besluit.datum + timedelta(days=rng.randint(0, 1))), vorige)
        if dag > post.venster.eind:
            return
        vorige = _verstuur(rng, post, groep, stuk, dag) + DAG
        if rng.random() < 0.05:
            is_laatste = nummer + 1 == len(stukken)
            tot = post.venster.eind if is_laatste else stukken[nummer + 1][0][1].datum
            loket.vraag_tevergeefs(groep, vorige, tot)
    dag = werkdag(vorige + timedelta(days=rng.randint(10, 90)))
    heeft_actief = any(is_actief(t.besluiten[-1], dag) for t in groep)
    if heeft_actief and dag <= post.venster.eind and rng.random() < 0.03:
        _stuur_stand(post, groep, [], dag)  # sent again, nothing changed


def _bundel(groep: list[Toewijzing]) -> list[Stuk]:
    """Return the decisions in order, those on one request for a change together (IV093)."""
    stukken: dict[tuple[int, ...], Stuk] = {}
    besluiten = ((b.datum, t.nummer, nr, t, b) for t in groep for nr, b in enumerate(t.besluiten))
    for _, nummer, nr, toewijzing, besluit in sorted(besluiten, key=lambda stuk: stuk[:3]):
        sleutel = (nummer, nr) if besluit.wijziging is None else (id(besluit.wijziging),)
        stukken.setdefault(sleutel, []).append((toewijzing, besluit))
    return list(stukken.values())


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


def _verstuur(rng: Random, post: Post, groep: list[Toewijzing], stuk: Stuk, dag: date) -> date:
    """Send decisions in one 301, sometimes after a try that fails; return when they counted."""
    toewijzing, besluit = stuk[0]
    zorg = toewijzing.zorg
    worp = rng.random()
    bederf = None
    if worp < 0.007 and not besluit.is_verwijdering and post.kan_herstellen(dag, 40):
        # Refused (TR332 or S329): the content is wrong in a way that would matter.
        verkeerd = replace(besluit, tijd="23:59:59", eind=besluit.ingang + timedelta(days=9))
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
    elif worp < 0.009 and not besluit.is_verwijdering and besluit.eind:
        bederf = Bederf("CS003", _met_verkeerd_eind)
    bekend = _stuur_stand(post, groep, stuk, dag, bederf)
    for _, deel in stuk:
        deel.bekend = bekend
    return bekend


def _stuur_stand(
    post: Post, groep: list[Toewijzing], stuk: Stuk, dag: date, bederf: Bederf | None = None
) -> date:
    """Send the snapshot of a client at a provider on a day; return when it got through.

    When it grants a request for a change, every line carries the reference (IV093).
    """
    nieuw = {id(toewijzing): besluit for toewijzing, besluit in stuk}
    wijziging = stuk[0][1].wijziging if stuk else None
    referentie = wijziging.referentie if wijziging else None
    producten: list[ToegewezenProduct] = []
    for toewijzing in groep:
        if id(toewijzing) in nieuw:
            besluit = nieuw[id(toewijzing)]
            product = ToegewezenProduct(toewijzing, besluit)
            product.referentie = referentie or besluit.referentie
            producten.append(product)
            continue
        bekend = [b for b in toewijzing.besluiten if b.bekend <= dag]
        if bekend and is_actief(bekend[-1], dag):
            producten.append(ToegewezenProduct(toewijzing, bekend[-1], True, referentie))
    zorg = groep[0].zorg
    inhoud = ToewijzingInhoud(zorg.jeugdige, zorg.jeugdige.bsn, producten)
    bericht = post.stuur_goed("jw301", zorg.gemeente, zorg.aanbieder, dag, inhoud, bederf)
    return bericht.dagtekening


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
        [replace(eerste, besluit=verkeerd), *inhoud.producten[1:]],
    )
