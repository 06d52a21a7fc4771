"""Allocations: which decisions a gemeente takes on a need, and when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.administratie.model import (
    Besluit,
    GevraagdProduct,
    Toewijzing,
    Verzoek,
    Wijziging,
)
from demo.administratie.verzoeken import Verzoekenloket
from demo.kalender import DAG, Venster, laatste_dag, plus_maanden, werkdag
from demo.levens import Koppel, Zorg

# Reason for the end in the 301, by the reason that the provider then uses in the 307.
REDEN_WIJZIGING = {"02": "02", "35": "07", "36": "05", "38": "09", "39": "06"}


@dataclass(slots=True)
class OpenVerzoek:
    """A request without an allocation at the end of the simulation."""

    zorg: Zorg
    verzoek: Verzoek


class Toewijzer:
    """Takes the decisions of all six gemeenten."""

    def __init__(self, rng: Random, venster: Venster, loket: Verzoekenloket) -> None:
        """``loket`` sends the requests that come before the decisions."""
        self._rng = rng
        self._venster = venster
        self._loket = loket
        self._nummers: dict[str, int] = {}
        self._per_koppel: dict[Koppel, list[Toewijzing]] = defaultdict(list)
        self.toewijzingen: list[Toewijzing] = []
        self.open_verzoeken: list[OpenVerzoek] = []

    def wijs_toe(self, zorg: Zorg) -> None:
        """Decide on a need; nothing happens when it comes after the end of the simulation."""
        rng, eind_simulatie = self._rng, self._venster.eind
        vraag = self._kies_vraagdag(zorg)
        if vraag > eind_simulatie:
            return
        ingang = self._kies_ingang(zorg, vraag)
        eind = self._kies_eind(zorg, ingang)
        if zorg.vervolg_van is not None and self._volg_op(zorg, vraag, eind):
            return
        if zorg.groep == "medisch" and rng.random() < 0.02:
            vraag = self._loket.stuur_afgewezen(zorg, vraag)
            if vraag > eind_simulatie:
                return
        verzoek = self._loket.vraag_aan(zorg, vraag, ingang, eind)
        besluit_dag = vraag
        if verzoek is not None:
            besluit_dag = werkdag(verzoek.dagtekening + timedelta(days=rng.randint(1, 5)))
            if rng.random() < 0.06:
                antwoord_dag = besluit_dag
                besluit_dag = werkdag(besluit_dag + timedelta(days=rng.randint(14, 45)))
                if antwoord_dag <= eind_simulatie:
                    self._loket.onderzoek(zorg, verzoek.referentie, antwoord_dag)
            self._loket.houd_open(zorg.koppel, verzoek.dagtekening, besluit_dag)
            if besluit_dag > eind_simulatie:
                self.open_verzoeken.append(OpenVerzoek(zorg, verzoek))
                return
        toewijzing = self._maak(zorg, verzoek, besluit_dag, ingang, eind)
        if verzoek is None and ingang > besluit_dag and self._per_koppel[zorg.koppel][:-1]:
            nieuw = GevraagdProduct(zorg.product, ingang, eind, zorg.omvang)
            toewijzing.huidig.wijziging = Wijziging([nieuw])
        self._herzie(toewijzing)

    def _volg_op(self, zorg: Zorg, vraag: date, eind: date | None) -> bool:
        """End the allocation that a need takes over, and issue the new one on the same day.

        Return whether it was done; not when the old one was never issued.
        """
        eerdere = [
            t
            for t in self._per_koppel[zorg.koppel]
            if t.zorg is zorg.vervolg_van and not t.is_verwijderd
        ]
        oud = eerdere[-1] if eerdere else None
        if oud is None:
            return False
        laatste = zorg.begin - DAG
        dag = max(vraag, werkdag(zorg.begin - timedelta(days=self._rng.randint(5, 12))))
        dag = max(dag, werkdag(oud.huidig.datum + DAG))
        if dag > self._venster.eind:
            return True
        gevraagd = GevraagdProduct(zorg.product, zorg.begin, eind, zorg.omvang, oud.nummer)
        wijziging = Wijziging([gevraagd])
        if oud.huidig.eind is None or oud.huidig.eind > laatste:
            self._wijzig(oud, dag, laatste, "12", wijziging)
        nieuw = self._maak(zorg, None, dag, zorg.begin, eind)
        nieuw.huidig.wijziging = wijziging
        self._herzie(nieuw)
        return True

    def _kies_vraagdag(self, zorg: Zorg) -> date:
        """The day of the request, or of the decision when there is no request."""
        if zorg.is_doorlopend:
            return werkdag(zorg.begin + timedelta(days=self._rng.randint(1, 12)))
        if zorg.is_achteraf:
            return werkdag(zorg.begin + timedelta(days=self._rng.randint(2, 18)))
        vroeg = zorg.begin - timedelta(days=zorg.wacht_dagen)
        return min(werkdag(vroeg), zorg.begin)

    def _kies_ingang(self, zorg: Zorg, vraag: date) -> date:
        if zorg.is_achteraf or zorg.vervolg_van or zorg.verhuisd_van:
            return zorg.begin
        ruimte = max(0, (zorg.begin - vraag).days)
        return vraag + timedelta(days=self._rng.randint(0, min(14, ruimte)))

    def _kies_eind(self, zorg: Zorg, ingang: date) -> date | None:
        product = zorg.product
        if product.frequentie == "4" and self._rng.random() < 0.45:
            return None
        if product.vorm == "aspecifiek":
            return None
        eind = plus_maanden(ingang, product.looptijd_maanden) - DAG
        if product.frequentie == "6" and zorg.segmenten:
            # A total or a budget is not stretched: it is long enough from the start.
            laatste = zorg.segmenten[-1].laatste_dag
            while laatste is not None and eind < laatste:
                eind = plus_maanden(eind + DAG, 3) - DAG
        return eind

    def _maak(
        self, zorg: Zorg, verzoek: Verzoek | None, dag: date, ingang: date, eind: date | None
    ) -> Toewijzing:
        nummer = self._nummers.get(zorg.gemeente, 100_000) + self._rng.randint(1, 3)
        self._nummers[zorg.gemeente] = nummer
        besluit = Besluit(
            dag,
            self._kies_tijd(),
            ingang,
            eind,
            zorg.omvang,
            referentie=verzoek.referentie if verzoek else None,
        )
        toewijzing = Toewijzing(zorg, nummer, verzoek, [besluit])
        self.toewijzingen.append(toewijzing)
        self._per_koppel[zorg.koppel].append(toewijzing)
        return toewijzing

    def _kies_tijd(self) -> str:
        rng = self._rng
        return f"{rng.randint(8, 17):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"

    def _herzie(self, toewijzing: Toewijzing) -> None:
        """Add the later versions: deletion, extension, shortening."""
        zorg, rng = toewijzing.zorg, self._rng
        eerste = toewijzing.besluiten[0]
        if not zorg.is_gestart:
            self._herzie_niet_gestart(toewijzing)
            return
        if toewijzing.verzoek is None and not zorg.is_achteraf and rng.random() < 0.006:
            # Issued by mistake under a number of its own, deleted, and issued again.
            opnieuw = werkdag(eerste.datum + timedelta(days=rng.randint(2, 6)))
            if opnieuw + timedelta(days=20) < min(self._venster.eind, zorg.begin):
                fout = Toewijzing(zorg, toewijzing.nummer, None, [eerste])
                self._verwijder(fout, opnieuw)
                self.toewijzingen.remove(toewijzing)
                self.toewijzingen.append(fout)
                ingang = max(eerste.ingang, opnieuw)
                toewijzing = self._maak(zorg, None, opnieuw, ingang, eerste.eind)
        self._verleng(toewijzing)
        self._verhoog(toewijzing)
        self._beeindig(toewijzing)

    def _herzie_niet_gestart(self, toewijzing: Toewijzing) -> None:
        eerste, rng = toewijzing.besluiten[0], self._rng
        dag = werkdag(eerste.datum + timedelta(days=rng.randint(25, 110)))
        if dag > self._venster.eind - timedelta(days=3):
            return
        worp = rng.random()
        if worp < 0.4:
            self._verwijder(toewijzing, dag)
        elif worp < 0.7:
            eind = max(eerste.ingang + DAG, dag - timedelta(days=3))
            if eind < self._venster.eind - timedelta(days=7):
                self._wijzig(toewijzing, dag, eind, "12")

    def _verwijder(self, toewijzing: Toewijzing, dag: date) -> None:
        ingang = toewijzing.huidig.ingang
        self._wijzig(toewijzing, dag, ingang, "13")

    def _verleng(self, toewijzing: Toewijzing) -> None:
        """Stretch the end date while care goes on (OP380); not for a total or a budget."""
        zorg = toewijzing.zorg
        laatste = zorg.segmenten[-1].laatste_dag
        while (
            zorg.product.frequentie != "6"
            and (eind := toewijzing.huidig.eind) is not None
            and (laatste is None or laatste > eind)
        ):
            dag = werkdag(eind - timedelta(days=self._rng.randint(22, 40)))
            dag = max(dag, werkdag(toewijzing.huidig.datum + DAG))
            if dag > self._venster.eind:
                return
            nieuw = plus_maanden(eind + DAG, zorg.product.looptijd_maanden) - DAG
            wijziging = None
            if self._rng.random() < 0.35:
                huidig = toewijzing.huidig
                gevraagd = GevraagdProduct(
                    zorg.product, huidig.ingang, nieuw, huidig.omvang, toewijzing.nummer
                )
                wijziging = Wijziging([gevraagd])
            self._wijzig(toewijzing, dag, nieuw, "04", wijziging)

    def _verhoog(self, toewijzing: Toewijzing) -> None:
        """Raise a total or a budget halfway, at the request of the provider (IV066)."""
        zorg, huidig = toewijzing.zorg, toewijzing.huidig
        eind = huidig.eind
        if eind is None or zorg.product.frequentie != "6" or self._rng.random() > 0.12:
            return
        dag = werkdag(huidig.ingang + (eind - huidig.ingang) / 2)
        if not huidig.datum + timedelta(days=20) < dag < min(eind, self._venster.eind):
            return
        omvang = min(99_999_999, huidig.omvang + huidig.omvang // 5 + 1)
        gevraagd = GevraagdProduct(zorg.product, huidig.ingang, eind, omvang, toewijzing.nummer)
        self._wijzig(toewijzing, dag, eind, "12", Wijziging([gevraagd]))
        toewijzing.huidig.omvang = omvang

    def _beeindig(self, toewijzing: Toewijzing) -> None:
        """Shorten the end date when the gemeente is the one that ends it, or knows of it."""
        laatste = toewijzing.zorg.segmenten[-1]
        reden, stop = laatste.reden, laatste.laatste_dag
        if reden not in REDEN_WIJZIGING or stop is None or laatste.tijdelijk_eind:
            return
        if reden == "35":  # moved: ends on the day itself
            eind = stop
            dag = werkdag(stop - timedelta(days=self._rng.randint(3, 10)))
            dag = max(dag, werkdag(toewijzing.huidig.datum + DAG))
        else:
            eind = laatste_dag(stop)
            dag = werkdag(stop + timedelta(days=self._rng.randint(0, 9)))
        huidig = toewijzing.huidig
        if dag > self._venster.eind or dag <= huidig.datum:
            return
        if huidig.eind is None or eind < huidig.eind:
            self._wijzig(toewijzing, dag, eind, REDEN_WIJZIGING[reden])

    def _wijzig(
        self,
        toewijzing: Toewijzing,
        dag: date,
        eind: date,
        reden: str,
        wijziging: Wijziging | None = None,
    ) -> None:
        huidig = toewijzing.huidig
        besluit = Besluit(dag, self._kies_tijd(), huidig.ingang, eind, huidig.omvang, reden)
        besluit.wijziging = wijziging
        toewijzing.besluiten.append(besluit)
