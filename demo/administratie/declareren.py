"""Claims and answers (323, 325): when the delivered care is claimed, and what is granted.

A claim month is closed in the next month. Lines of earlier months ride along (IV090), so the
last months of the simulation are incomplete, as they are in real life.
"""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from demo.administratie.inhoud import DeclaratieAntwoordInhoud, DeclaratieInhoud
from demo.administratie.model import Declaratie, Regel, Toewijzing
from demo.administratie.post import Post
from demo.bsn import make_ongeldig_bsn
from demo.kalender import add_maanden, eerste_dag, laatste_dag, werkdag
from demo.levering import compute_bedrag

# Share of the lines of a month that is claimed 0, 1, 2 … months after the usual month.
_VERTRAGING = (89.0, 5.2, 2.6, 1.3, 0.8, 0.5, 0.3, 0.2, 0.1)
_REGELCODES = ("9322", "9341", "8187", "0611", "9321")
Partij = tuple[str, str]


class Declaratiebureau:
    """Claims for all providers and answers for all gemeenten, month by month."""

    def __init__(self, rng: Random, post: Post) -> None:
        """``rng`` decides delays, refusals and corrections."""
        self._rng = rng
        self._post = post
        self._klaar: dict[date, dict[Partij, list[Regel]]] = defaultdict(lambda: defaultdict(list))
        self._referenties: dict[str, int] = {}
        self._nummers: dict[str, int] = {}
        self.declaraties: list[Declaratie] = []
        self.antwoorden = 0

    def plan(self, toewijzing: Toewijzing) -> None:
        """Put the delivered care of one allocation ready for the claim month in which it goes."""
        venster, rng = self._post.venster, self._rng
        if toewijzing.is_verwijderd:
            return
        zorg = toewijzing.zorg
        bekend = toewijzing.besluiten[0].bekend
        # A known allocation can be claimed from the claim of the month before it got through.
        eerste_maand = eerste_dag(bekend)
        for maand, leveringen in zorg.leveringen.items():
            if maand > venster.eind:
                continue
            vertraging = rng.choices(range(len(_VERTRAGING)), _VERTRAGING)[0]
            declaratie_maand = max(add_maanden(maand, vertraging), eerste_maand)
            partij = (zorg.aanbieder, zorg.gemeente)
            for categorie, code, volume in leveringen:
                regel = self._maak_regel(toewijzing, maand, categorie, code, volume)
                if regel is not None:
                    self._klaar[declaratie_maand][partij].append(regel)

    def declareer(self) -> None:
        """Send every claim, month after month, and answer it."""
        for maand in self._post.venster.maanden[:-1]:
            volgende = add_maanden(maand, 1)
            self._haal_naar_voren(maand)
            for partij in sorted(self._klaar[maand]):
                regels = self._klaar[maand][partij]
                if regels:
                    dag = werkdag(volgende + timedelta(days=self._dag_in_maand(partij, maand)))
                    self._dien_in(maand, partij, dag, regels)

    def _haal_naar_voren(self, maand: date) -> None:
        """Claim late lines in time when the claim of their month would otherwise be missing.

        A provider skips no claim month in which it gave care (TR318).
        """
        for later in sorted(self._klaar):
            if later <= maand:
                continue
            for partij in sorted(self._klaar[later]):
                if self._klaar[maand][partij]:
                    continue
                regels = self._klaar[later][partij]
                op_tijd = [r for r in regels if self._can_nu(r, maand)]
                self._klaar[maand][partij] = op_tijd
                self._klaar[later][partij] = [r for r in regels if r not in op_tijd]

    def _can_nu(self, regel: Regel, maand: date) -> bool:
        bekend = eerste_dag(regel.toewijzing.besluiten[0].bekend)
        return regel.zorgmaand == maand and regel.crediteert is None and bekend <= maand

    def _dag_in_maand(self, partij: Partij, maand: date) -> int:
        return (int(partij[0][-4:]) + int(partij[1]) * 3 + maand.month * 5) % 19 + 3

    def _maak_regel(
        self, toewijzing: Toewijzing, maand: date, categorie: str, code: str, volume: int
    ) -> Regel | None:
        """Return the line of a month, with the period clipped to the allocation (TR387, TR388)."""
        zorg, huidig = toewijzing.zorg, toewijzing.huidig
        begin = max(maand, huidig.ingang)
        eind = min(laatste_dag(maand), huidig.eind or date.max)
        if eind < begin:
            return None
        eenheid = zorg.product.declaratie_eenheid
        tarief, bedrag = compute_bedrag(zorg, code, maand, volume)
        return Regel(
            toewijzing,
            self._referentie(zorg.aanbieder),
            categorie,
            code,
            begin,
            eind,
            volume,
            eenheid,
            tarief,
            bedrag,
        )

    def _referentie(self, agb: str) -> str:
        self._referenties[agb] = self._referenties.get(agb, 0) + 1
        return f"P{self._referenties[agb]:08d}"

    def _opnieuw(self, regel: Regel, volume: int | None = None) -> Regel:
        """Return the same line under a new reference, optionally with another volume."""
        aantal = regel.volume if volume is None else volume
        tarief, bedrag = regel.tarief, regel.bedrag
        if volume is not None:
            tarief, bedrag = compute_bedrag(
                regel.toewijzing.zorg, regel.code, regel.zorgmaand, aantal
            )
        return Regel(
            regel.toewijzing,
            self._referentie(regel.toewijzing.zorg.aanbieder),
            regel.categorie,
            regel.code,
            regel.begin,
            regel.eind,
            aantal,
            regel.eenheid,
            tarief,
            bedrag,
            regel.crediteert,
            vervangt=regel.vervangt,
        )

    def _dien_in(self, maand: date, partij: Partij, dag: date, regels: list[Regel]) -> None:
        rng, post = self._rng, self._post
        agb, gemeente = partij
        regels.sort(key=lambda r: (r.toewijzing.zorg.jeugdige.volgnummer, r.referentie))
        self._nummers[agb] = self._nummers.get(agb, 0) + 1
        nummer = f"D{maand:%y%m}{self._nummers[agb]:05d}"
        declaratie = Declaratie(agb, gemeente, nummer, maand, dag, regels)
        worp = rng.random()
        if worp < 0.014 and post.kan_herstellen(dag, 14):
            declaratie.dagtekening = self._stuur_bedorven(declaratie, worp)
        inhoud = DeclaratieInhoud(declaratie, declaratie.totaal)
        bericht = post.stuur("jw323", gemeente, agb, declaratie.dagtekening, inhoud)
        self.declaraties.append(declaratie)
        for regel in regels:
            regel.toewijzing.regels.append(regel)
        # Within ten working days (OP090x4).
        antwoord_dag = werkdag(declaratie.dagtekening + timedelta(days=rng.randint(4, 14)))
        if antwoord_dag > post.venster.eind:
            return
        antwoord = DeclaratieAntwoordInhoud(declaratie, bericht.identificatie, bericht.dagtekening)
        worp = rng.random()
        if worp < 0.016 and post.kan_herstellen(antwoord_dag, 12):
            self._weiger_geheel(antwoord, antwoord_dag, in_header=worp < 0.006)
            return
        self._beoordeel(antwoord, antwoord_dag)

    def _stuur_bedorven(self, declaratie: Declaratie, worp: float) -> date:
        """Send the claim with a fault that stops it at the door; return the day of the next try."""
        inhoud = DeclaratieInhoud(declaratie, declaratie.totaal)
        if worp < 0.006:
            regel_code = "CS002"
            inhoud.verkeerde_bsn = make_ongeldig_bsn(
                declaratie.regels[0].toewijzing.zorg.jeugdige.bsn
            )
        elif worp < 0.011:
            regel_code = "TR358"
            inhoud.totaal += 100
        else:
            regel_code = "CS340"
            inhoud.hele_periode = False
        self._post.stuur(
            "jw323",
            declaratie.gemeente,
            declaratie.agb,
            declaratie.dagtekening,
            inhoud,
            regel_code,
        )
        return werkdag(declaratie.dagtekening + timedelta(days=self._rng.randint(2, 8)))

    def _weiger_geheel(
        self, antwoord: DeclaratieAntwoordInhoud, dag: date, in_header: bool
    ) -> None:
        """Refuse the whole claim; the lines come back in a new claim with new references."""
        oud = antwoord.declaratie
        if in_header:
            antwoord.header_code = self._rng.choice(("9056", "0001"))
        else:
            antwoord.declaratie_code = self._rng.choice(("9333", "8214"))
        self._antwoord(antwoord, dag)
        for regel in oud.regels:
            regel.status = "afgekeurd"
        opnieuw = [self._opnieuw(regel) for regel in oud.regels]
        nieuw_dag = werkdag(dag + timedelta(days=self._rng.randint(2, 6)))
        self._dien_in(oud.maand, (oud.agb, oud.gemeente), nieuw_dag, opnieuw)

    def _beoordeel(self, antwoord: DeclaratieAntwoordInhoud, dag: date) -> None:
        rng = self._rng
        declaratie = antwoord.declaratie
        for regel in declaratie.regels:
            regel.status = "toegekend"
            if regel.crediteert is not None:
                regel.crediteert.is_gecrediteerd = True
            elif rng.random() < 0.013:
                regel.status = "afgekeurd"
                antwoord.afgekeurd.append((regel, rng.choice(_REGELCODES)))
                if rng.random() < 0.82:
                    self._leg_klaar(declaratie, dag, [self._opnieuw(regel)])
            elif rng.random() < 0.017:
                self._corrigeer(declaratie, dag, regel)
        if antwoord.afgekeurd:
            antwoord.declaratie_code = "0200"
        self._antwoord(antwoord, dag)

    def _corrigeer(self, declaratie: Declaratie, dag: date, regel: Regel) -> None:
        """Put a full credit ready, mostly with a new debit of a smaller volume."""
        credit = self._opnieuw(regel)
        credit.crediteert = regel
        nieuw = [credit]
        volume = int(regel.volume * self._rng.uniform(0.5, 0.97))
        if volume > 0 and self._rng.random() < 0.85:
            vervanging = self._opnieuw(regel, volume)
            vervanging.vervangt = regel
            nieuw.append(vervanging)
        self._leg_klaar(declaratie, dag, nieuw)

    def _leg_klaar(self, declaratie: Declaratie, dag: date, regels: list[Regel]) -> None:
        """Put lines in a later claim month; it is sent after ``dag``, the day of the answer."""
        maand = add_maanden(declaratie.maand, self._rng.choice((1, 1, 1, 2, 3)))
        maand = max(maand, eerste_dag(dag))
        partij = (declaratie.agb, declaratie.gemeente)
        self._klaar[maand][partij].extend(regels)

    def _antwoord(self, antwoord: DeclaratieAntwoordInhoud, dag: date) -> None:
        declaratie = antwoord.declaratie
        self.antwoorden += 1
        self._post.stuur("jw325", declaratie.gemeente, declaratie.agb, dag, antwoord)
