"""A naive reading of the standard: replay the messages as sent and remember what stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bericht_in_lake import Bericht, Rij

Sleutel = tuple[Any, ...]


@dataclass
class Stand:
    """What stands after the messages so far; knows who refused what, and needs no retour for it."""

    toewijzingen: dict[Sleutel, Rij] = field(default_factory=dict)
    starts: dict[Sleutel, date] = field(default_factory=dict)
    stops: dict[Sleutel, date] = field(default_factory=dict)
    regels: dict[Sleutel, Rij] = field(default_factory=dict)
    verzoeken: dict[Sleutel, bool] = field(default_factory=dict)
    wijzigingen: dict[Sleutel, bool] = field(default_factory=dict)
    claims: dict[Sleutel, list[Sleutel]] = field(default_factory=dict)

    def replay(self, berichten: Iterable[Bericht]) -> "Stand":
        """Take over every message that counted and return what stands then."""
        lezers = {
            "jw301": self._wijs_toe,
            "jw305": self._start,
            "jw307": self._stop,
            "jw315": self._vraag,
            "jw317": self._vraag_wijziging,
            "jw319": self._antwoord,
            "jw323": self._declareer,
            "jw325": self._beoordeel,
        }
        for bericht in berichten:
            if bericht.telt and bericht.soort in lezers:
                lezers[bericht.soort](bericht, [regel for _, regel in bericht.regels])
        return self

    def _wijs_toe(self, bericht: Bericht, regels: list[Rij]) -> None:
        for regel in regels:
            sleutel = (bericht.gemeente_code, regel["toewijzing_nummer"])
            oud = self.toewijzingen.get(sleutel)
            if oud is not None and _moment(oud) >= _moment(regel):
                continue
            eerste = oud or {
                "eerste_toewijzing_datum": regel["toewijzing_datum"],
                "referentie_aanbieder": None,
                "reden_wijziging_code": None,
            }
            referentie, reden = regel["referentie_aanbieder"], regel.get("reden_wijziging_code")
            self.toewijzingen[sleutel] = {
                "toewijzing_datum": regel["toewijzing_datum"],
                "toewijzing_tijd": regel["toewijzing_tijd"],
                "client_sleutel": regel["client_sleutel"],
                "aanbieder_agb": bericht.aanbieder_agb,
                "ingang_datum": regel["ingang_datum"],
                "eind_datum": regel["eind_datum"],
                "eerste_toewijzing_datum": eerste["eerste_toewijzing_datum"],
                "referentie_aanbieder": eerste["referentie_aanbieder"] or referentie,
                "reden_wijziging_code": reden or eerste["reden_wijziging_code"],
                "is_verwijderd": reden == "13",
                "bekend_sinds": bericht.dagtekening,
            }
            for open_verzoeken in (self.verzoeken, self.wijzigingen):
                open_verzoeken.pop((bericht.aanbieder_agb, referentie), None)

    def _start(self, bericht: Bericht, regels: list[Rij]) -> None:
        for regel in regels:
            self._meld(self.starts, bericht, regel, _start_sleutel(bericht, regel))

    def _stop(self, bericht: Bericht, regels: list[Rij]) -> None:
        for regel in regels:
            einde = regel["reden_beeindiging_code"], regel["eind_datum"]
            self._meld(self.stops, bericht, regel, (*_start_sleutel(bericht, regel), *einde))

    def _meld(
        self, meldingen: dict[Sleutel, date], bericht: Bericht, regel: Rij, sleutel: Sleutel
    ) -> None:
        if regel["status_aanlevering_code"] == "3":
            del meldingen[sleutel]
        else:
            meldingen[sleutel] = bericht.dagtekening

    def _vraag(self, bericht: Bericht, regels: list[Rij]) -> None:
        self.verzoeken[bericht.aanbieder_agb, regels[0]["referentie_aanbieder"]] = False

    def _vraag_wijziging(self, bericht: Bericht, regels: list[Rij]) -> None:
        self.wijzigingen[bericht.aanbieder_agb, regels[0]["referentie_aanbieder"]] = False

    def _antwoord(self, bericht: Bericht, regels: list[Rij]) -> None:
        sleutel = (bericht.aanbieder_agb, regels[0]["referentie_aanbieder"])
        for open_verzoeken in (self.verzoeken, self.wijzigingen):
            if sleutel in open_verzoeken and regels[0]["verzoek_antwoord_code"] == "1":
                del open_verzoeken[sleutel]
            elif sleutel in open_verzoeken:
                open_verzoeken[sleutel] = True

    def _declareer(self, bericht: Bericht, regels: list[Rij]) -> None:
        sleutels = []
        for regel in regels[1:]:
            sleutel = (bericht.aanbieder_agb, regel["referentie_nummer"])
            sleutels.append(sleutel)
            self.regels[sleutel] = regel | {
                "gemeente_code": bericht.gemeente_code,
                "status": "in_behandeling",
                "is_gecrediteerd": False,
            }
            if regel["debet_credit_code"] == "C":
                self._find_debet(sleutel)["is_gecrediteerd"] = True
        self.claims[_claim_sleutel(bericht, bericht.identificatie, bericht.dagtekening)] = sleutels

    def _beoordeel(self, bericht: Bericht, regels: list[Rij]) -> None:
        antwoord, *genoemd = regels
        gaat_over = antwoord["declaratie_identificatie"], antwoord["declaratie_dagtekening_datum"]
        # A second answer is that on a copy; the first one has taken the claim off the list.
        sleutels = self.claims.pop(_claim_sleutel(bericht, *gaat_over), [])
        geheel = antwoord["header_retour_codes"] != "0200" or (
            antwoord["declaratie_retour_codes"] not in ("0200", "8001")
        )
        geweigerd = {regel["referentie_nummer"] for regel in genoemd}
        for sleutel in sleutels:
            is_geweigerd = geheel or sleutel[1] in geweigerd
            regel = self.regels[sleutel]
            regel["status"] = "afgekeurd" if is_geweigerd else "toegekend"
            if is_geweigerd and regel["debet_credit_code"] == "C":
                self._find_debet(sleutel)["is_gecrediteerd"] = False

    def _find_debet(self, sleutel: Sleutel) -> Rij:
        return self.regels[sleutel[0], self.regels[sleutel]["vorig_referentie_nummer"]]


def _moment(toewijzing: Rij) -> tuple[date, str]:
    return toewijzing["toewijzing_datum"], toewijzing["toewijzing_tijd"]


def _start_sleutel(bericht: Bericht, regel: Rij) -> Sleutel:
    return (
        bericht.gemeente_code,
        bericht.aanbieder_agb,
        regel["client_sleutel"],
        regel["toewijzing_nummer"],
        regel["begin_datum"],
    )


def _claim_sleutel(bericht: Bericht, identificatie: str, dagtekening: date) -> Sleutel:
    return bericht.gemeente_code, bericht.aanbieder_agb, identificatie, dagtekening
