"""The valid steps around a toewijzing: ask, answer, allocate, change, delete."""

from collections.abc import Iterator
from datetime import date, timedelta

from bericht_in_lake import Rij
from hypothesis import strategies as st
from postbus import Postbus

PRODUCT = {"product_categorie_code": "45", "product_code": "45A04"}
VERLENGD, VERKORT, VERWIJDERD, HERSTELD = "04", "05", "13", "14"
AFGEWEZEN, IN_ONDERZOEK = "1", "2"


class Toewijzen:
    """What gemeente and aanbieder know of each other's requests and toewijzingen.

    Args:
        post: sends the messages.
        jeugdige: the columns that every line about this youth has.
        nummers: numbers of toewijzingen that the gemeente has not given out yet.
    """

    def __init__(self, post: Postbus, jeugdige: Rij, nummers: Iterator[int]) -> None:
        self.geldend: dict[int, Rij] = {}
        self.verwijderd: dict[int, Rij] = {}
        self._post = post
        self._jeugdige = jeugdige
        self._nummers = nummers
        self._besluiten: list[Rij] = []
        self._aantal_verzoeken = 0
        self._verzoek: str | None = None
        self._is_wijziging = False
        self._is_in_onderzoek = False

    def vraag(self) -> None:
        """Ask for care; a second open request is not allowed (TR374)."""
        if self._verzoek is not None:
            return
        referentie = self._new_referentie()
        regel = (
            self._jeugdige
            | PRODUCT
            | {
                "referentie_aanbieder": referentie,
                "toewijzing_ingang_datum": self._post.dag,
                "verwijzer_type_code": self._post.draw(st.sampled_from(("02", "06"))),
            }
        )
        if self._post.stuur("jw315", "verzoek", regel):
            self._open_verzoek(referentie, is_wijziging=False)

    def vraag_wijziging(self) -> None:
        """Ask to change running care: one reference for all toewijzingen (TR349)."""
        if self._verzoek is not None or not self.geldend:
            return
        referentie = self._new_referentie()
        vast = self._jeugdige | {"referentie_aanbieder": referentie, "reden_verzoek_code": "1"}
        klassen = ["TeWijzigenProduct", *["OngewijzigdProduct"] * (len(self.geldend) - 1)]
        regels = [
            vast | {"klasse": klasse, "toewijzing_nummer": nummer}
            for klasse, nummer in zip(klassen, self.geldend, strict=True)
        ]
        if self._post.stuur("jw317", "verzoek_wijziging", *regels):
            self._open_verzoek(referentie, is_wijziging=True)

    def antwoord(self) -> None:
        """Reject the open request, or look into it once (TR360)."""
        if self._verzoek is None:
            return
        codes = (AFGEWEZEN,) if self._is_in_onderzoek else (AFGEWEZEN, IN_ONDERZOEK)
        code = self._post.draw(st.sampled_from(codes))
        regel = {"referentie_aanbieder": self._verzoek, "verzoek_antwoord_code": code}
        if self._post.stuur("jw319", "antwoord", regel):
            self._is_in_onderzoek = code == IN_ONDERZOEK
            if code == AFGEWEZEN:
                self._verzoek = None

    def wijs_toe(self) -> None:
        """Allocate under a new number, as an answer when a request for new care is open."""
        ingang = self._post.dag + timedelta(days=self._post.draw(st.integers(-30, 30)))
        duur = self._post.draw(st.sampled_from((None, 0, 90)))
        self._besluit(
            self._jeugdige
            | PRODUCT
            | {
                "toewijzing_nummer": next(self._nummers),
                "ingang_datum": ingang,
                "eind_datum": None if duur is None else ingang + timedelta(days=duur),
            },
            None if self._is_wijziging else self._verzoek,
        )

    def wijzig(self) -> None:
        """Stretch or cut a toewijzing, as an answer when a request to change is open."""
        if not self.geldend:
            return
        oud = self.geldend[self._post.draw(st.sampled_from(sorted(self.geldend)))]
        reden = self._post.draw(st.sampled_from((VERLENGD, VERKORT)))
        verschil = 60 if reden == VERLENGD else -20
        eind: date = (oud["eind_datum"] or oud["ingang_datum"]) + timedelta(days=verschil)
        nieuw = {"eind_datum": max(eind, oud["ingang_datum"]), "reden_wijziging_code": reden}
        self._besluit(oud | nieuw, self._verzoek if self._is_wijziging else None)

    def herhaal(self) -> None:
        """Send what is valid once more, as it was decided (OP087)."""
        if self.geldend:
            self._post.stuur("jw301", "toewijzing", *map(_repeat, self.geldend.values()))

    def herhaal_oud(self) -> None:
        """Send an overtaken decision once more: the moment of decision says that it is old."""
        if self._besluiten:
            oud = self._post.draw(st.sampled_from(self._besluiten))
            self._post.stuur("jw301", "toewijzing", _repeat(oud))

    def verwijder(self, bezet: set[int]) -> None:
        """Delete a toewijzing on which no line stands (TR385); ``bezet`` are the others."""
        vrij = sorted(set(self.geldend) - bezet)
        if vrij:
            oud = self.geldend[self._post.draw(st.sampled_from(vrij))]
            weg = {"eind_datum": oud["ingang_datum"], "reden_wijziging_code": VERWIJDERD}
            self._besluit(oud | weg)

    def herstel(self) -> None:
        """Issue a deleted number again."""
        if self.verwijderd:
            oud = self.verwijderd[self._post.draw(st.sampled_from(sorted(self.verwijderd)))]
            terug = {"eind_datum": None, "reden_wijziging_code": HERSTELD}
            self._besluit(oud | terug)

    def _besluit(self, inhoud: Rij, referentie: str | None = None) -> None:
        """Send a decision beside all that stays as it was."""
        nummer = inhoud["toewijzing_nummer"]
        nieuw = inhoud | {
            "toewijzing_datum": self._post.dag,
            "toewijzing_tijd": f"10:00:{len(self._besluiten):02}",
            "referentie_aanbieder": referentie,
        }
        rest = [_repeat(rij) for ander, rij in self.geldend.items() if ander != nummer]
        if not self._post.stuur("jw301", "toewijzing", nieuw, *rest):
            return
        self._besluiten.append(nieuw)
        is_weg = nieuw.get("reden_wijziging_code") == VERWIJDERD
        (self.geldend if is_weg else self.verwijderd).pop(nummer, None)
        (self.verwijderd if is_weg else self.geldend)[nummer] = nieuw
        if referentie is not None:
            self._verzoek = None

    def _open_verzoek(self, referentie: str, is_wijziging: bool) -> None:
        self._verzoek, self._is_wijziging = referentie, is_wijziging
        self._is_in_onderzoek = False

    def _new_referentie(self) -> str:
        self._aantal_verzoeken += 1
        return f"{self._post.naam}-{self._aantal_verzoeken}"


def _repeat(rij: Rij) -> Rij:
    """Return the line as an unchanged repeat: no reason, no request (IV097, IV099)."""
    return rij | {"reden_wijziging_code": None, "referentie_aanbieder": None}
