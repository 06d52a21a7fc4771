"""Tells a story: allocates, starts, stops and claims for one invented youth, step by step.

Everything that is not said is right. A story happens in ``GEMEENTE``, which is no part of the
region, so that it changes no figure; the providers are those of the region.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import (
    DeclaratieAntwoordInhoud,
    DeclaratieInhoud,
    RegieInhoud,
    RegieProduct,
    ToegewezenProduct,
    ToewijzingInhoud,
)
from demo.administratie.model import Besluit, Declaratie, Regel, Toewijzing
from demo.administratie.post import Post
from demo.bsn import iter_bsn_van_achter
from demo.catalogus import Product, list_aanbieders_van, read_producten
from demo.kalender import add_maanden, eerste_dag, laatste_dag
from demo.levens import Zorg
from demo.levering import compute_bedrag
from demo.personen import Burgerzaken

GEMEENTE = "0166"
_WOONPLAATS = "0303"
_EERSTE_NUMMER = 500_000


@dataclass(frozen=True, slots=True)
class Verwacht:
    """A finding that must come: ``kenmerk`` is a number that its place names."""

    regel_code: str
    bericht: str
    aanbieder_agb: str
    gemeente_code: str
    kenmerk: str


class Verteller:
    """Sends the messages of the stories and keeps what must be found."""

    def __init__(self, rng: Random, post: Post) -> None:
        """``rng`` decides names only; the stories play in the last whole year of ``post``."""
        self.post = post
        self.jaar = post.venster.eind.year - 1
        self.verwacht: list[Verwacht] = []
        self._burgerzaken = Burgerzaken(rng, iter_bsn_van_achter())
        self._nummers: Iterator[int] = iter(range(1, 10_000))

    def dag(self, maand: int, dag: int) -> date:
        """Return a day of the year of the stories."""
        return date(self.jaar, maand, dag)

    def nummer(self) -> int:
        """Return a number that no other story uses."""
        return next(self._nummers)

    def verwacht_bevinding(
        self, regel_code: str, bericht: str, zorg: Zorg, kenmerk: object
    ) -> None:
        """Keep that a rule must report a message of this care."""
        self.verwacht.append(
            Verwacht(regel_code, bericht, zorg.aanbieder, zorg.gemeente, str(kenmerk))
        )

    def maak_zorg(self, code: str = "45A04", categorie: str | None = None) -> Zorg:
        """Return care for a new youth at the last provider of the product."""
        product = get_product(code, categorie)
        agb = list_aanbieders_van(product.zorgvorm)[-1]
        jeugdige = self._burgerzaken.make_jeugdige(_WOONPLAATS, self.dag(1, 1), (6, 14))
        begin = self.dag(3, 10)
        return Zorg(jeugdige, GEMEENTE, agb, product, "gemeente", begin, 0, [], omvang=300)

    def maak_toewijzing(
        self, zorg: Zorg, ingang: date | None = None, eind: date | None = None
    ) -> Toewijzing:
        """Return an allocation that is not sent yet: 10 March to 20 April unless said otherwise."""
        ingang = ingang or self.dag(3, 10)
        besluit = Besluit(
            ingang - timedelta(days=5), "09:30:00", ingang, eind or self.dag(4, 20), zorg.omvang
        )
        return Toewijzing(zorg, _EERSTE_NUMMER + self.nummer(), None, [besluit])

    def wijs_toe(
        self, zorg: Zorg, ingang: date | None = None, eind: date | None = None
    ) -> Toewijzing:
        """Allocate and send the 301 some days before it begins."""
        toewijzing = self.maak_toewijzing(zorg, ingang, eind)
        self.stuur_toewijzing([toewijzing])
        return toewijzing

    def stuur_toewijzing(
        self, toewijzingen: list[Toewijzing], dag: date | None = None, referentie: str | None = None
    ) -> None:
        """Send allocations in their current version; by default the day after the decision."""
        zorg = toewijzingen[0].zorg
        producten = [
            ToegewezenProduct(t, t.huidig, referentie=referentie or t.huidig.referentie)
            for t in toewijzingen
        ]
        dag = dag or toewijzingen[0].huidig.datum + timedelta(days=1)
        inhoud = ToewijzingInhoud(zorg.jeugdige, zorg.jeugdige.bsn, producten)
        self.post.stuur_goed("jw301", zorg.gemeente, zorg.aanbieder, dag, inhoud)

    def meld(self, soort: str, product: RegieProduct, dag: date) -> None:
        """Send one start or stop."""
        zorg = product.toewijzing.zorg
        inhoud = RegieInhoud(zorg.jeugdige, zorg.jeugdige.bsn, [product])
        self.post.stuur_goed(soort, zorg.gemeente, zorg.aanbieder, dag, inhoud)

    def start(self, toewijzing: Toewijzing, begin: date | None = None) -> RegieProduct:
        """Report the start two days after it happened; by default on the first day."""
        product = RegieProduct(toewijzing, begin or toewijzing.huidig.ingang)
        self.meld("jw305", product, product.begin + timedelta(days=2))
        return product

    def stop(self, start: RegieProduct, eind: date, reden: str = "31") -> RegieProduct:
        """Report a stop of a start two days after it happened."""
        product = replace(start, eind=eind, reden=reden)
        self.meld("jw307", product, eind + timedelta(days=2))
        return product

    def wijs_toe_en_start(self, code: str = "45A04", categorie: str | None = None) -> Toewijzing:
        """Allocate care that runs from 10 March to 20 April, and report start and stop."""
        toewijzing = self.wijs_toe(self.maak_zorg(code, categorie))
        self.stop(self.start(toewijzing), self.dag(4, 20))
        return toewijzing

    def maak_regel(self, toewijzing: Toewijzing, maand: int = 3, volume: int = 240) -> Regel:
        """Return the claim line of a month, as it should be."""
        zorg, huidig, eerste = toewijzing.zorg, toewijzing.huidig, self.dag(maand, 1)
        categorie, code = zorg.product.declaratie_producten[0]
        tarief, bedrag = compute_bedrag(zorg, code, eerste, volume)
        return Regel(
            toewijzing,
            f"V{self.nummer():07d}",
            categorie,
            code,
            max(eerste, huidig.ingang),
            min(laatste_dag(eerste), huidig.eind or date.max),
            volume,
            zorg.product.declaratie_eenheid,
            tarief,
            bedrag,
        )

    def maak_credit(self, debet: Regel) -> Regel:
        """Return the full credit of a line."""
        credit = replace(debet, referentie=f"V{self.nummer():07d}")
        credit.crediteert = debet
        return credit

    def declareer(
        self,
        regels: list[Regel],
        maand: int | None = None,
        nummer: str | None = None,
        pas_aan: Callable[[DeclaratieAntwoordInhoud], None] | None = None,
        is_beantwoord: bool = True,
    ) -> Declaratie:
        """Claim lines on the 7th of the next month; the gemeente grants them a week later.

        Args:
            regels: lines of one provider.
            maand: claim month; by default that of the first line.
            nummer: DeclaratieNummer; by default a new one.
            pas_aan: spoils the answer.
            is_beantwoord: whether there is an answer.
        """
        zorg = regels[0].toewijzing.zorg
        eerste = self.dag(maand, 1) if maand else eerste_dag(regels[0].eind)
        dag = add_maanden(eerste, 1) + timedelta(days=6)
        nummer = nummer or f"V{self.nummer():05d}"
        declaratie = Declaratie(zorg.aanbieder, zorg.gemeente, nummer, eerste, dag, regels)
        inhoud = DeclaratieInhoud(declaratie, declaratie.totaal)
        bericht = self.post.stuur("jw323", zorg.gemeente, zorg.aanbieder, dag, inhoud)
        if is_beantwoord:
            antwoord = DeclaratieAntwoordInhoud(declaratie, bericht.identificatie, dag)
            if pas_aan is not None:
                pas_aan(antwoord)
            antwoord_dag = dag + timedelta(days=7)
            self.post.stuur("jw325", zorg.gemeente, zorg.aanbieder, antwoord_dag, antwoord)
        return declaratie


def get_product(code: str, categorie: str | None = None) -> Product:
    """Return a contracted product by code, or by category when it has no code."""
    return next(
        product
        for product in read_producten()
        if product.code == code and categorie in (None, product.categorie)
    )
