"""The valid steps of claims: declare, credit what was granted, answer."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import count, product

from bericht_in_lake import Bericht, Rij
from hypothesis import strategies as st
from postbus import KOPIE_GEWEIGERD, Postbus
from toewijzen import PRODUCT

TOEGEKEND, AKKOORD, AFGEKEURD = "8001", "0200", "9333"
UITKOMSTEN = ("toegekend", "toegekend", "deels", "declaratie", "bestand")
MAANDEN = (date(2025, 1, 1), date(2025, 2, 1))


class Declareren:
    """Claims that wait for an answer, and the debit lines that stand."""

    def __init__(self, post: Postbus, jeugdige: Rij) -> None:
        self._post = post
        self._jeugdige = jeugdige
        self._open: list[Bericht] = []
        self._beantwoord: list[Bericht] = []
        self._staand: dict[str, Rij] = {}
        self._volgnummers = count(1)

    def list_bezet(self) -> set[int]:
        """Return the numbers on which a line stands or waits (TR385)."""
        wachtend = [regel for claim in self._open for regel in _list_regels(claim)]
        return {regel["toewijzing_nummer"] for regel in [*wachtend, *self._staand.values()]}

    def declareer(self, nummers: Collection[int]) -> None:
        """Claim debits, and credit debits that were granted (IV085), in one message."""
        bezig = {_combinatie(regel) for claim in self._open for regel in _list_regels(claim)}
        vrij_te_crediteren = [
            debet for debet in self._staand.values() if _combinatie(debet) not in bezig
        ]
        terug = [debet for debet in vrij_te_crediteren if self._post.draw(st.booleans())]
        staand = {_combinatie(debet) for debet in self._staand.values() if debet not in terug}
        vrij = [paar for paar in product(sorted(nummers), MAANDEN) if paar not in bezig | staand]
        paren = st.lists(st.sampled_from(vrij), unique=True, max_size=3) if vrij else st.just([])
        regels = [self._crediteer(debet) for debet in terug]
        regels += [self._debiteer(*paar) for paar in self._post.draw(paren)]
        if regels:
            self._open.append(self._stuur(self._post.draw(st.permutations(regels))))

    def antwoord(self) -> None:
        """Answer an open claim: grant it, refuse lines, the claim or the file (regels 7.4)."""
        if not self._open:
            return
        claim = self._open.pop(self._post.draw(st.integers(0, len(self._open) - 1)))
        regels = _list_regels(claim)
        uitkomst = self._post.draw(st.sampled_from(UITKOMSTEN))
        geweigerd = regels
        if uitkomst in ("toegekend", "deels"):
            aantal = len(regels) if uitkomst == "deels" else 0
            geweigerd = regels[: self._post.draw(st.integers(0, aantal))]
        toegekend = [regel for regel in regels if regel not in geweigerd]
        self._stuur_antwoord(claim, uitkomst, toegekend, geweigerd)
        self._beantwoord.append(claim)
        for regel in toegekend:
            if regel["debet_credit_code"] == "C":
                del self._staand[regel["vorig_referentie_nummer"]]
        for regel in toegekend:
            if regel["debet_credit_code"] == "D":
                self._staand[regel["referentie_nummer"]] = regel

    def weiger_kopie(self) -> None:
        """Refuse as a file the copy of a claim that was answered before (9056)."""
        for claim in self._beantwoord[-1:]:
            self._post.stuur_zonder_retour(
                "jw325", _antwoord(claim, header_retour_codes=KOPIE_GEWEIGERD)
            )

    def antwoord_onbekend(self) -> None:
        """Answer a claim that the region never received."""
        regel = {
            "declaratie_identificatie": "onbekend",
            "declaratie_dagtekening_datum": self._post.dag,
            "header_retour_codes": AKKOORD,
            "declaratie_nummer": "onbekend",
            "declaratie_retour_codes": AFGEKEURD,
        }
        self._post.stuur_zonder_retour("jw325", ("declaratie_antwoord", regel))

    def _stuur(self, regels: list[Rij]) -> Bericht:
        declaratie = {
            "declaratie_nummer": f"d{self._new_nummer()}",
            "declaratie_dagtekening_datum": self._post.dag,
            "totaal_ingediend_eurocent": sum(map(_bedrag, regels)),
        }
        prestaties = [("prestatie", regel | declaratie) for regel in regels]
        return self._post.stuur_zonder_retour("jw323", ("declaratie", declaratie), *prestaties)

    def _stuur_antwoord(
        self, claim: Bericht, uitkomst: str, toegekend: list[Rij], geweigerd: list[Rij]
    ) -> None:
        if uitkomst == "bestand":
            antwoord = _antwoord(claim, header_retour_codes="0001")
            self._post.stuur_zonder_retour("jw325", antwoord)
            return
        declaratie = claim.regels[0][1]
        codes = {"declaratie": AFGEKEURD, "toegekend": TOEGEKEND, "deels": AKKOORD}
        antwoord = _antwoord(
            claim,
            header_retour_codes=AKKOORD,
            declaratie_nummer=declaratie["declaratie_nummer"],
            declaratie_retour_codes=codes[uitkomst],
            totaal_ingediend_eurocent=declaratie["totaal_ingediend_eurocent"],
            totaal_toegekend_eurocent=sum(map(_bedrag, toegekend)),
        )
        genoemd = geweigerd if uitkomst == "deels" else []
        regels = [("prestatie_antwoord", regel | {"retour_codes": "9307"}) for regel in genoemd]
        self._post.stuur_zonder_retour("jw325", antwoord, *regels)

    def _debiteer(self, nummer: int, maand: date) -> Rij:
        volume = self._post.draw(st.integers(0, 9))
        return (
            self._jeugdige
            | PRODUCT
            | {
                "referentie_nummer": f"r{self._new_nummer()}",
                "vorig_referentie_nummer": None,
                "toewijzing_nummer": nummer,
                "product_periode_begin_datum": maand,
                "product_periode_eind_datum": maand + timedelta(days=27),
                "geleverd_volume": volume,
                "eenheid_code": "01",
                "product_tarief_eurocent": 100,
                "ingediend_eurocent": 100 * volume,
                "debet_credit_code": "D",
            }
        )

    def _crediteer(self, debet: Rij) -> Rij:
        return debet | {
            "referentie_nummer": f"r{self._new_nummer()}",
            "vorig_referentie_nummer": debet["referentie_nummer"],
            "debet_credit_code": "C",
        }

    def _new_nummer(self) -> str:
        return f"{self._post.naam}-{next(self._volgnummers)}"


def _list_regels(claim: Bericht) -> list[Rij]:
    return [regel for tabel, regel in claim.regels if tabel == "prestatie"]


def _combinatie(regel: Rij) -> tuple[int, date]:
    return regel["toewijzing_nummer"], regel["product_periode_begin_datum"]


def _bedrag(regel: Rij) -> int:
    bedrag: int = regel["ingediend_eurocent"]
    return -bedrag if regel["debet_credit_code"] == "C" else bedrag


def _antwoord(claim: Bericht, **waarden: object) -> tuple[str, Rij]:
    gaat_over = {
        "declaratie_identificatie": claim.identificatie,
        "declaratie_dagtekening_datum": claim.dagtekening,
    }
    return "declaratie_antwoord", gaat_over | waarden
