"""Start and stop messages (305, 307): what a provider reports of the care, and when."""

from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import RegieInhoud, RegieProduct
from demo.administratie.model import GemeldSegment, Melding, Toewijzing
from demo.administratie.post import Bederf, Post
from demo.bsn import make_ongeldig_bsn
from demo.kalender import DAG, werkdag
from demo.levens import Segment

_ONBEKEND_NUMMER = 800_000_000


class Regie:
    """Reports the real starts and stops of one region, with the usual mistakes."""

    def __init__(self, rng: Random, post: Post) -> None:
        """``rng`` decides delays and mistakes; all that counts is written on the Toewijzing."""
        self._rng = rng
        self._post = post

    def meld(self, toewijzing: Toewijzing) -> None:
        """Send the starts and stops of one allocation, as far as they fall before the end."""
        rng = self._rng
        if toewijzing.is_verwijderd:
            return
        vanaf = toewijzing.besluiten[0].bekend
        if not toewijzing.zorg.segmenten:
            if rng.random() < 0.12:
                self._meld_vergissing(toewijzing, vanaf)
            return
        if rng.random() < 0.006 and not toewijzing.zorg.product.is_jb_jr:
            return  # the provider forgets the start; only the claims show the care
        for segment in toewijzing.zorg.segmenten:
            gemeld = self._meld_start(toewijzing, segment, vanaf)
            if gemeld is None:
                return
            toewijzing.segmenten.append(gemeld)
            if not self._meld_stops(toewijzing, segment, gemeld):
                return
            stop = gemeld.eind or gemeld.tijdelijk
            assert stop is not None
            vanaf = stop.bekend

    def _traagheid(self) -> timedelta:
        rng = self._rng
        return timedelta(days=rng.randint(1, 8) if rng.random() < 0.93 else rng.randint(15, 70))

    def _meld_start(
        self, toewijzing: Toewijzing, segment: Segment, vanaf: date
    ) -> GemeldSegment | None:
        rng, post = self._rng, self._post
        dag = werkdag(max(segment.begin, vanaf) + self._traagheid())
        if dag > post.venster.eind:
            return None
        worp = rng.random()
        bederf = None
        if worp < 0.009 and post.kan_herstellen(dag, 30):
            dag = self._corrigeer_start(toewijzing, segment, dag)
            return GemeldSegment(Melding(segment.begin, dag))
        if worp < 0.015 and post.kan_herstellen(dag, 30):
            dag = self._stuur_geweigerde_start(toewijzing, segment, dag)
        elif worp < 0.0165:
            bederf = Bederf("CS002", _met_ongeldig_bsn)
        product = RegieProduct(toewijzing, segment.begin)
        bericht = self._stuur("jw305", toewijzing, dag, [product], bederf)
        return GemeldSegment(Melding(segment.begin, bericht))

    def _corrigeer_start(self, toewijzing: Toewijzing, segment: Segment, dag: date) -> date:
        """Report a wrong first day, then remove it and report the right one (IV008)."""
        fout_dag = segment.begin - timedelta(days=self._rng.randint(1, 12))
        if fout_dag < toewijzing.huidig.ingang:
            fout_dag = segment.begin + DAG if segment.begin < dag else segment.begin - DAG
        self._stuur("jw305", toewijzing, dag, [RegieProduct(toewijzing, fout_dag)])
        weg = RegieProduct(toewijzing, fout_dag, "3")
        goed = RegieProduct(toewijzing, segment.begin)
        dag = werkdag(dag + timedelta(days=self._rng.randint(2, 15)))
        if self._rng.random() < 0.6:
            return self._stuur("jw305", toewijzing, dag, [weg, goed])
        self._stuur("jw305", toewijzing, dag, [weg])
        dag = werkdag(dag + timedelta(days=self._rng.randint(1, 6)))
        return self._stuur("jw305", toewijzing, dag, [goed])

    def _stuur_geweigerde_start(self, toewijzing: Toewijzing, segment: Segment, dag: date) -> date:
        """Send a start that is refused; return the day of the right one."""
        in_header = self._rng.random() < 0.5
        fout = RegieProduct(toewijzing, segment.begin)
        if in_header:
            fout.begin -= timedelta(days=self._rng.randint(5, 20))
        else:
            fout.nummer = _ONBEKEND_NUMMER + toewijzing.nummer
        retour = self._post.stuur_afgekeurd(
            "jw305",
            toewijzing.zorg.gemeente,
            toewijzing.zorg.aanbieder,
            dag,
            self._inhoud(toewijzing, [fout]),
            ("0001",) if in_header else ("9019",),
            in_header,
        )
        return werkdag(retour + timedelta(days=self._rng.randint(1, 5)))

    def _meld_vergissing(self, toewijzing: Toewijzing, vanaf: date) -> None:
        """Report a start of care that never began, and remove it."""
        dag = werkdag(vanaf + timedelta(days=self._rng.randint(8, 20)))
        begin = max(toewijzing.huidig.ingang, dag - timedelta(days=4))
        weg_dag = werkdag(dag + timedelta(days=self._rng.randint(3, 20)))
        if begin > dag or weg_dag > self._post.venster.eind:
            return
        self._stuur("jw305", toewijzing, dag, [RegieProduct(toewijzing, begin)])
        self._stuur("jw305", toewijzing, weg_dag, [RegieProduct(toewijzing, begin, "3")])

    def _meld_stops(self, toewijzing: Toewijzing, segment: Segment, gemeld: GemeldSegment) -> bool:
        """Report the stops of a segment; return whether something may follow it."""
        rng = self._rng
        if rng.random() < 0.004:
            return False  # the provider forgets to report the end
        vanaf = gemeld.begin.bekend
        if segment.tijdelijk_eind is not None:
            stop = self._meld_stop(toewijzing, segment, segment.tijdelijk_eind, "20", vanaf)
            if stop is None:
                return False
            gemeld.tijdelijk = stop
            vanaf = stop.bekend
        if segment.eind is not None and segment.reden is not None:
            gemeld.eind = self._meld_stop(toewijzing, segment, segment.eind, segment.reden, vanaf)
        return gemeld.tijdelijk is not None or gemeld.eind is not None

    def _meld_stop(
        self, toewijzing: Toewijzing, segment: Segment, eind: date, reden: str, vanaf: date
    ) -> Melding | None:
        rng, post = self._rng, self._post
        dag = werkdag(max(eind, vanaf) + self._traagheid())
        if dag > post.venster.eind:
            return None
        product = RegieProduct(toewijzing, segment.begin, reden=reden, eind=eind)
        worp = rng.random()
        bederf = None
        if worp < 0.005 and post.kan_herstellen(dag, 30):
            in_header = rng.random() < 0.5
            fout = RegieProduct(toewijzing, segment.begin, reden=reden, eind=segment.begin)
            if not in_header:
                fout.begin, fout.eind = segment.begin - timedelta(days=30), eind
            retour = post.stuur_afgekeurd(
                "jw307",
                toewijzing.zorg.gemeente,
                toewijzing.zorg.aanbieder,
                dag,
                self._inhoud(toewijzing, [fout]),
                ("0001",) if in_header else ("9069",),
                in_header,
            )
            dag = werkdag(retour + timedelta(days=rng.randint(1, 5)))
        elif worp < 0.006:
            bederf = Bederf("CS002", _met_ongeldig_bsn)
        elif worp < 0.0065:
            bederf = Bederf("TR018", _met_verkeerd_eind)
        elif worp < 0.012 and reden != "20" and post.kan_herstellen(dag, 30):
            # A wrong reason: removed and reported again in one file.
            ander = RegieProduct(toewijzing, segment.begin, reden="34", eind=eind)
            if reden != "34":
                self._stuur("jw307", toewijzing, dag, [ander])
                dag = werkdag(dag + timedelta(days=rng.randint(2, 12)))
                weg = RegieProduct(toewijzing, segment.begin, "3", "34", eind)
                bekend = self._stuur("jw307", toewijzing, dag, [weg, product])
                return Melding(eind, bekend, reden)
        return Melding(eind, self._stuur("jw307", toewijzing, dag, [product], bederf), reden)

    def _inhoud(self, toewijzing: Toewijzing, producten: list[RegieProduct]) -> RegieInhoud:
        jeugdige = toewijzing.zorg.jeugdige
        return RegieInhoud(jeugdige, jeugdige.bsn, producten)

    def _stuur(
        self,
        soort: str,
        toewijzing: Toewijzing,
        dag: date,
        producten: list[RegieProduct],
        bederf: Bederf | None = None,
    ) -> date:
        zorg = toewijzing.zorg
        inhoud = self._inhoud(toewijzing, producten)
        bericht = self._post.stuur_goed(soort, zorg.gemeente, zorg.aanbieder, dag, inhoud, bederf)
        if soort == "jw305" and self._rng.random() < 0.01:
            # Received long after it was sent: often after the stop that belongs to it.
            self._post.vertraag(bericht, self._rng.randint(2, 5))
        return bericht.dagtekening


def _met_ongeldig_bsn(inhoud: object) -> object:
    assert isinstance(inhoud, RegieInhoud)
    return RegieInhoud(inhoud.jeugdige, make_ongeldig_bsn(inhoud.bsn), inhoud.producten)


def _met_verkeerd_eind(inhoud: object) -> object:
    assert isinstance(inhoud, RegieInhoud)
    product = inhoud.producten[0]
    return RegieInhoud(
        inhoud.jeugdige,
        inhoud.bsn,
        [
            RegieProduct(
                product.toewijzing,
                product.begin,
                product.status,
                product.reden,
                product.begin - timedelta(days=5),
            )
        ],
    )
