"""Requests for an allocation (315), the answers (319), and those that never got one."""

from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import AntwoordInhoud, VerzoekInhoud
from demo.administratie.model import Verzoek
from demo.administratie.post import Bederf, Post
from demo.bsn import make_ongeldig_bsn
from demo.catalogus import read_gemeenten
from demo.kalender import plus_maanden, werkdag
from demo.levens import Zorg

_TYPEN = {
    "medisch": (("02", "03", "05"), (65, 12, 23)),
    "gi_rechter": (("04", "08"), (62, 38)),
    "gemeente": (("01",), (1,)),
}


class Verzoekenloket:
    """Sends requests and keeps the references unique per provider."""

    def __init__(self, rng: Random, post: Post) -> None:
        """``rng`` decides referrers and mistakes."""
        self._rng = rng
        self._post = post
        self._aantal: dict[str, int] = {}

    def vraag_aan(self, zorg: Zorg, dag: date, ingang: date, eind: date | None) -> Verzoek | None:
        """Send the request for a need; return the one that counted, or None when there is none.

        A need that came in through the gemeente, or a jb/jr measure that the gemeente allocates
        by itself, has no request.
        """
        rng = self._rng
        if not self.heeft_verzoek(zorg):
            return None
        product = zorg.product
        if eind is None and (product.heeft_budget or product.frequentie == "2"):
            eind = plus_maanden(ingang, 12)  # CD075, CD076
        typen, gewichten = _TYPEN[zorg.groep]
        verwijzer = rng.choices(typen, gewichten)[0]
        if zorg.gemeente != "0303" and zorg.groep == "medisch" and rng.random() < 0.015:
            verwijzer = "06"  # a youth who came without a referrer
        verzoek = Verzoek(self._referentie(zorg.aanbieder), verwijzer, dag, eind)
        inhoud = VerzoekInhoud(zorg, zorg.jeugdige.bsn, verzoek, ingang, eind)
        if rng.random() < 0.01 and self._post.kan_herstellen(dag, 40):
            dag = self._post.stuur_afgekeurd(
                "jw315", zorg.gemeente, zorg.aanbieder, dag, inhoud, ("9347",)
            )
            dag = werkdag(dag + timedelta(days=rng.randint(1, 4)))
            verzoek = Verzoek(self._referentie(zorg.aanbieder), verwijzer, dag, eind)
            inhoud = VerzoekInhoud(zorg, zorg.jeugdige.bsn, verzoek, ingang, eind)
        bederf = None
        if rng.random() < 0.0015 and self._post.kan_herstellen(dag, 40):
            bederf = Bederf("CS002", _met_ongeldig_bsn)
        bericht = self._post.stuur_goed("jw315", zorg.gemeente, zorg.aanbieder, dag, inhoud, bederf)
        verzoek.dagtekening = bericht.dagtekening
        return verzoek

    def heeft_verzoek(self, zorg: Zorg) -> bool:
        """Return whether a need comes in through a request; the same answer every time."""
        if zorg.vervolg_van or zorg.verhuisd_van:
            return False
        worp = (zorg.jeugdige.volgnummer * 7919 + len(zorg.product.code) * 31) % 1000
        if zorg.groep == "gemeente":
            return worp < 25
        return not (zorg.product.is_jb_jr and worp < 550)

    def onderzoek(self, zorg: Zorg, verzoek: Verzoek, dag: date) -> None:
        """Answer that the request is under investigation (319 with answer 2)."""
        self._post.stuur(
            "jw319", zorg.gemeente, zorg.aanbieder, dag, AntwoordInhoud(verzoek.referentie, "2")
        )

    def stuur_afgewezen(self, zorg: Zorg, dag: date) -> None:
        """Send a request to the wrong gemeente or without ground, and its rejection."""
        rng = self._rng
        antwoord_dag = werkdag(dag + timedelta(days=rng.randint(2, 9)))
        if antwoord_dag > self._post.venster.eind:
            return
        typen, gewichten = _TYPEN["medisch"]
        eind = plus_maanden(dag, 12)
        verzoek = Verzoek(
            self._referentie(zorg.aanbieder), rng.choices(typen, gewichten)[0], dag, eind
        )
        ander = rng.choice([code for code in read_gemeenten() if code != zorg.gemeente])
        inhoud = VerzoekInhoud(zorg, zorg.jeugdige.bsn, verzoek, dag, eind)
        self._post.stuur("jw315", ander, zorg.aanbieder, dag, inhoud)
        reden = rng.choice(("8", "8", "3", "7"))
        self._post.stuur(
            "jw319",
            ander,
            zorg.aanbieder,
            antwoord_dag,
            AntwoordInhoud(verzoek.referentie, "1", reden, zorg.gemeente if reden == "8" else None),
        )

    def _referentie(self, agb: str) -> str:
        self._aantal[agb] = self._aantal.get(agb, 0) + 1
        return f"VOT-{agb[-4:]}-{self._aantal[agb]:06d}"


def _met_ongeldig_bsn(inhoud: object) -> object:
    assert isinstance(inhoud, VerzoekInhoud)
    return VerzoekInhoud(
        inhoud.zorg, make_ongeldig_bsn(inhoud.bsn), inhoud.verzoek, inhoud.ingang, inhoud.eind
    )
