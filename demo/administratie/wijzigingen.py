"""Requests for a change (317): asked for while care runs, granted, rejected or refused."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import WijzigingInhoud
from demo.administratie.model import Besluit, GevraagdProduct, Toewijzing, Wijziging
from demo.administratie.post import Post
from demo.administratie.verzoeken import Verzoekenloket
from demo.kalender import DAG, werkdag

_REDENEN_AFWIJZING = ("2", "4", "6", "7")


class Wijzigingsloket:
    """Sends the requests for a change of one region; ``loket`` keeps references and answers."""

    def __init__(self, rng: Random, post: Post, loket: Verzoekenloket) -> None:
        """``rng`` decides when is asked, and what goes wrong."""
        self._rng = rng
        self._post = post
        self._loket = loket

    def vraag(
        self, groep: Sequence[Toewijzing], wijziging: Wijziging, vanaf: date, besluit_dag: date
    ) -> None:
        """Send the request that comes before a decision, when there is room for it.

        The request comes after ``vanaf``, when all that was decided before is known, and is
        answered by the toewijzing of ``besluit_dag`` within five working days (OP346), or within
        eight weeks when it is investigated first.
        """
        rng = self._rng
        worp = rng.random()
        wordt_geweigerd, wordt_onderzocht = worp < 0.08, 0.08 <= worp < 0.2
        aanloop = rng.randint(20, 40) if wordt_onderzocht else rng.randint(2, 4)
        if wordt_geweigerd:
            aanloop += 8
        dag = werkdag(besluit_dag - timedelta(days=aanloop))
        if not vanaf <= dag < besluit_dag or not self._can_vragen(groep, wijziging, dag):
            return
        zorg = groep[0].zorg
        if self._loket.is_open(zorg.koppel, dag, besluit_dag):
            return
        if wordt_geweigerd:
            dag = self._stuur_geweigerd(groep, wijziging, dag)
        wijziging.referentie = self._stuur(groep, wijziging.producten, dag)
        self._loket.houd_open(zorg.koppel, dag, besluit_dag)
        if wordt_onderzocht:
            antwoord_dag = werkdag(dag + timedelta(days=rng.randint(1, 4)))
            self._loket.onderzoek(zorg, wijziging.referentie, antwoord_dag)

    def vraag_tevergeefs(self, groep: Sequence[Toewijzing], vanaf: date, tot: date) -> None:
        """Send a request that is rejected before ``tot``; nothing changes."""
        rng, zorg = self._rng, groep[0].zorg
        dag = werkdag(vanaf + timedelta(days=rng.randint(10, 90)))
        eind = werkdag(dag + timedelta(days=rng.randint(2, 5)))
        wordt_onderzocht = rng.random() < 0.3
        antwoord_dag = eind
        if wordt_onderzocht:
            eind = werkdag(eind + timedelta(days=rng.randint(14, 40)))
        producten = [
            GevraagdProduct(
                toewijzing.zorg.product,
                besluit.ingang,
                besluit.eind,
                besluit.omvang + besluit.omvang // 4 + 1,
                toewijzing.nummer,
            )
            for toewijzing, besluit in _list_actueel(groep, dag)
            if toewijzing.zorg.product.frequentie == "6"
            and toewijzing.zorg.product.vorm != "aspecifiek"
        ][:1]
        wijziging = Wijziging(producten)
        if eind + timedelta(days=7) >= tot or not self._can_vragen(groep, wijziging, dag):
            return
        if self._loket.is_open(zorg.koppel, dag, eind):
            return
        referentie = self._stuur(groep, producten, dag)
        self._loket.houd_open(zorg.koppel, dag, eind)
        if wordt_onderzocht:
            self._loket.onderzoek(zorg, referentie, antwoord_dag)
        self._loket.wijs_af(zorg, referentie, eind, rng.choice(_REDENEN_AFWIJZING))

    def _can_vragen(self, groep: Sequence[Toewijzing], wijziging: Wijziging, dag: date) -> bool:
        """Whether the rules allow the request on this day (TR352, TR353, TR357, TR380)."""
        actueel = _list_actueel(groep, dag)
        nummers = {toewijzing.nummer for toewijzing, _ in actueel}
        ingang = {toewijzing.nummer: besluit.ingang for toewijzing, besluit in actueel}
        return (
            bool(actueel and wijziging.producten)
            and all(begin <= dag for begin in ingang.values())
            and {p.nummer for p in wijziging.producten if p.nummer} <= nummers
            and all(
                product.ingang > dag
                or (product.nummer and product.ingang == ingang[product.nummer])
                for product in wijziging.producten
            )
        )

    def _stuur(
        self, groep: Sequence[Toewijzing], producten: list[GevraagdProduct], dag: date
    ) -> str:
        """Send a request that lists every current allocation (TR349); return its reference."""
        zorg = groep[0].zorg
        inhoud = self._inhoud(groep, producten, dag)
        self._post.stuur_goed("jw317", zorg.gemeente, zorg.aanbieder, dag, inhoud)
        return inhoud.referentie

    def _stuur_geweigerd(
        self, groep: Sequence[Toewijzing], wijziging: Wijziging, dag: date
    ) -> date:
        """Send a request that is refused (318); return the day of the right one."""
        rng, zorg = self._rng, groep[0].zorg
        inhoud = self._inhoud(groep, wijziging.producten, dag)
        in_header = rng.random() < 0.4
        code = "0001" if in_header else "9350" if inhoud.ongewijzigd else "9347"
        if code == "9350":
            inhoud = replace(inhoud, ongewijzigd=[n + 700_000_000 for n in inhoud.ongewijzigd])
        retour = self._post.stuur_afgekeurd(
            "jw317", zorg.gemeente, zorg.aanbieder, dag, inhoud, (code,), in_header
        )
        return werkdag(retour + DAG)

    def _inhoud(
        self, groep: Sequence[Toewijzing], producten: list[GevraagdProduct], dag: date
    ) -> WijzigingInhoud:
        zorg = groep[0].zorg
        te_wijzigen = {product.nummer for product in producten}
        return WijzigingInhoud(
            zorg.jeugdige.bsn,
            self._loket.maak_referentie(zorg.aanbieder, "VOW"),
            self._rng.choice("12"),
            [t.nummer for t, _ in _list_actueel(groep, dag) if t.nummer not in te_wijzigen],
            producten,
        )


def _list_actueel(groep: Sequence[Toewijzing], dag: date) -> list[tuple[Toewijzing, Besluit]]:
    """Return the allocations that the provider knows on a day and that have not ended."""
    actueel = []
    for toewijzing in groep:
        bekend = [besluit for besluit in toewijzing.besluiten if besluit.bekend <= dag]
        if bekend and is_actief(bekend[-1], dag):
            actueel.append((toewijzing, bekend[-1]))
    return actueel


def is_actief(besluit: Besluit, dag: date) -> bool:
    """Return whether a version is not a deletion and has not ended before a day."""
    return not besluit.is_verwijdering and (besluit.eind is None or besluit.eind >= dag)
