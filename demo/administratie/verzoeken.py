"""Requests for an allocation (315), the answers (319), and those that never got one."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import AntwoordInhoud, VerzoekInhoud
from demo.administratie.model import Verzoek
from demo.administratie.post import Bederf, Post
from demo.bsn import make_ongeldig_bsn
from demo.catalogus import read_gemeenten
from demo.kalender import DAG, plus_maanden, werkdag
from demo.levens import Koppel, Zorg

_TYPEN = {
    "medisch": (("02", "03", "05"), (65, 12, 23)),
    "gi_rechter": (("04", "08"), (62, 38)),
    "gemeente": (("01",), (1,)),
}
_VERSTUREN = timedelta(days=21)  # a decision reaches the provider some days after it is taken
_BESLISSEN = timedelta(days=80)  # no request is open for longer


class Verzoekenloket:
    """Sends requests and keeps the references unique per provider."""

    def __init__(self, rng: Random, post: Post) -> None:
        """``rng`` decides referrers and mistakes."""
        self._rng = rng
        self._post = post
        self._aantal: dict[str, int] = {}
        self._open: dict[Koppel, list[tuple[date, date]]] = defaultdict(list)

    def vraag_aan(self, zorg: Zorg, dag: date, ingang: date, eind: date | None) -> Verzoek | None:
        """Send the request for a need; return the one that counted, or None when there is none.

        A need that came in through the gemeente, or a jb/jr measure that the gemeente allocates
        by itself, has no request.
        """
        rng = self._rng
        if not _heeft_verzoek(zorg) or self.is_open(zorg.koppel, dag, dag + _BESLISSEN):
            return None
        product = zorg.product
        if eind is None and (product.heeft_budget or product.frequentie == "2"):
            eind = plus_maanden(ingang, 12)  # CD075, CD076
        typen, gewichten = _TYPEN[zorg.groep]
        verwijzer = rng.choices(typen, gewichten)[0]
        if zorg.gemeente != "0303" and zorg.groep == "medisch" and rng.random() < 0.015:
            verwijzer = "06"  # a youth who came without a referrer
        verzoek = Verzoek(self.maak_referentie(zorg.aanbieder), verwijzer, dag, eind, ingang)
        inhoud = VerzoekInhoud(zorg, zorg.jeugdige.bsn, verzoek, ingang, eind)
        if rng.random() < 0.01 and self._post.kan_herstellen(dag, 40):
            dag = self._post.stuur_afgekeurd(
                "jw315", zorg.gemeente, zorg.aanbieder, dag, inhoud, ("9347",)
            )
            dag = werkdag(dag + timedelta(days=rng.randint(1, 4)))
            verzoek = Verzoek(self.maak_referentie(zorg.aanbieder), verwijzer, dag, eind, ingang)
            inhoud = VerzoekInhoud(zorg, zorg.jeugdige.bsn, verzoek, ingang, eind)
        bederf = None
        if rng.random() < 0.0015 and self._post.kan_herstellen(dag, 40):
            bederf = Bederf("CS002", _met_ongeldig_bsn)
        bericht = self._post.stuur_goed("jw315", zorg.gemeente, zorg.aanbieder, dag, inhoud, bederf)
        verzoek.dagtekening = bericht.dagtekening
        return verzoek

    def is_open(self, koppel: Koppel, van: date, tot: date) -> bool:
        """Return whether a request of a client at a provider is open between two days."""
        return any(begin <= tot and van <= eind for begin, eind in self._open[koppel])

    def houd_open(self, koppel: Koppel, van: date, besluit_dag: date) -> None:
        """Remember how long a request is open: there is never a second one meanwhile (TR374)."""
        self._open[koppel].append((van, besluit_dag + _VERSTUREN))

    def onderzoek(self, zorg: Zorg, referentie: str, dag: date) -> None:
        """Answer that a request is under investigation (319 with answer 2)."""
        self._antwoord(zorg.gemeente, zorg.aanbieder, dag, AntwoordInhoud(referentie, "2"))

    def wijs_af(self, zorg: Zorg, referentie: str, dag: date, reden: str) -> None:
        """Reject a request (319 with answer 1)."""
        self._antwoord(zorg.gemeente, zorg.aanbieder, dag, AntwoordInhoud(referentie, "1", reden))

    def stuur_afgewezen(self, zorg: Zorg, dag: date) -> date:
        """Send a request to the wrong gemeente or without ground, and its rejection.

        Return the first day on which the provider can send the right request.
        """
        rng = self._rng
        antwoord_dag = werkdag(dag + timedelta(days=rng.randint(2, 5)))
        if antwoord_dag > self._post.venster.eind:
            return dag
        typen, gewichten = _TYPEN["medisch"]
        eind = plus_maanden(dag, 12)
        verzoek = Verzoek(
            self.maak_referentie(zorg.aanbieder), rng.choices(typen, gewichten)[0], dag, eind, dag
        )
        ander = rng.choice([code for code in read_gemeenten() if code != zorg.gemeente])
        inhoud = VerzoekInhoud(zorg, zorg.jeugdige.bsn, verzoek, dag, eind)
        self._post.stuur_goed("jw315", ander, zorg.aanbieder, dag, inhoud)
        reden = rng.choice(("8", "8", "3", "7"))
        antwoord = AntwoordInhoud(
            verzoek.referentie, "1", reden, zorg.gemeente if reden == "8" else None
        )
        self._antwoord(ander, zorg.aanbieder, antwoord_dag, antwoord)
        return werkdag(antwoord_dag + DAG)

    def maak_referentie(self, agb: str, soort: str = "VOT") -> str:
        """Return the next ReferentieAanbieder of a provider."""
        self._aantal[agb] = self._aantal.get(agb, 0) + 1
        return f"{soort}-{agb[-4:]}-{self._aantal[agb]:06d}"

    def _antwoord(self, gemeente: str, agb: str, dag: date, inhoud: AntwoordInhoud) -> None:
        """Send an answer, sometimes after one that is refused: it names an unknown request."""
        rng, post = self._rng, self._post
        if rng.random() < 0.03 and post.kan_herstellen(dag, 10):
            onbekend = AntwoordInhoud(
                f"{inhoud.referentie}-0", inhoud.antwoord, inhoud.reden, inhoud.woonplaats
            )
            in_header = rng.random() < 0.3
            codes = ("0001",) if in_header else ("9355",)
            dag = post.stuur_afgekeurd("jw319", gemeente, agb, dag, onbekend, codes, in_header)
        post.stuur_goed("jw319", gemeente, agb, dag, inhoud)


def _heeft_verzoek(zorg: Zorg) -> bool:
    """Return whether a need comes in through a request; the same answer every time."""
    if zorg.vervolg_van or zorg.verhuisd_van:
        return False
    worp = (zorg.jeugdige.volgnummer * 7919 + len(zorg.product.code) * 31) % 1000
    if zorg.groep == "gemeente":
        return worp < 25
    return not (zorg.product.is_jb_jr and worp < 550)


def _met_ongeldig_bsn(inhoud: object) -> object:
    assert isinstance(inhoud, VerzoekInhoud)
    return VerzoekInhoud(
        inhoud.zorg, make_ongeldig_bsn(inhoud.bsn), inhoud.verzoek, inhoud.ingang, inhoud.eind
    )
