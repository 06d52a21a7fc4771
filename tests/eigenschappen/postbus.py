"""The post between a gemeente and an aanbieder: sends messages, with or without a retour."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bericht_in_lake import RETOUR, Bericht, Rij
from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]

EERSTE_DAG = date(2025, 1, 1)
KOPIE_GEWEIGERD = "9056"
# Mostly nothing comes back: a region does not get every retour.
UITKOMSTEN = ("stil", "stil", "stil", "aanvaard", "kopie geweigerd", "geweigerd")


class Postbus:
    """Writes messages in the order in which they are really sent; Dagtekening never goes back.

    Args:
        draw: the choices of hypothesis.
        nummer: sets the identifications of this post apart from those of another.
    """

    def __init__(self, draw: Draw, nummer: int, gemeente_code: str, aanbieder_agb: str) -> None:
        self.draw = draw
        self.gemeente_code = gemeente_code
        self.aanbieder_agb = aanbieder_agb
        self.naam = f"post-{nummer}"
        self.dag = EERSTE_DAG
        self.berichten: list[Bericht] = []
        self._nummer = nummer

    def wacht(self) -> None:
        """Let zero or more days pass."""
        self.dag += timedelta(days=self.draw(st.sampled_from((0, 1, 7, 40))))

    def stuur(self, soort: str, tabel: str, *regels: Rij) -> bool:
        """Send a message and return whether the other side took it over."""
        uitkomst = self.draw(st.sampled_from(UITKOMSTEN))
        heen = self._schrijf(soort, [(tabel, regel) for regel in regels], uitkomst != "geweigerd")
        if uitkomst in ("aanvaard", "kopie geweigerd"):
            self._retourneer(heen, is_afgekeurd=False)
        if uitkomst in ("geweigerd", "kopie geweigerd"):
            self._retourneer(heen, is_afgekeurd=True)
        return heen.telt

    def stuur_zonder_retour(self, soort: str, *regels: tuple[str, Rij]) -> Bericht:
        """Send a message that is not answered by a retour: a jw323 or jw325."""
        return self._schrijf(soort, list(regels))

    def retourneer_onbekend(self) -> None:
        """Refuse messages that the region never received."""
        for soort in ("jw301", "jw305", "jw307"):
            self._retourneer(self._maak(soort, []), is_afgekeurd=True)

    def _schrijf(self, soort: str, regels: list[tuple[str, Rij]], telt: bool = True) -> Bericht:
        bericht = self._maak(soort, regels, telt)
        self.berichten.append(bericht)
        return bericht

    def _maak(self, soort: str, regels: list[tuple[str, Rij]], telt: bool = True) -> Bericht:
        self._nummer += 1
        partijen = (self.gemeente_code, self.aanbieder_agb)
        return Bericht(soort, *partijen, f"{self._nummer}", self.dag, tuple(regels), telt)

    def _retourneer(self, heen: Bericht, is_afgekeurd: bool) -> None:
        self._nummer += 1
        regel = {
            "heen_bericht": heen.soort,
            "retour_identificatie": f"{self._nummer}",
            "retour_dagtekening_datum": self.dag + timedelta(days=self.draw(st.integers(0, 3))),
            "header_retour_codes": KOPIE_GEWEIGERD if is_afgekeurd else None,
            "is_afgekeurd": is_afgekeurd,
        }
        partijen = (heen.gemeente_code, heen.aanbieder_agb)
        self.berichten.append(
            Bericht(
                RETOUR[heen.soort],
                *partijen,
                heen.identificatie,
                heen.dagtekening,
                (("retour", regel),),
            )
        )
