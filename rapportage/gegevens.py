"""The data of one report: the release, the quarter and the rows of every area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapportage.cijfer import NIET_VAN_TOEPASSING, Cijfer, total
from rapportage.kwartaal import Kwartaal
from rapportage.lezen import TOTAAL, Gebied, Publicatie, Release, Rij, find_rij, read_cijfer
from rapportage.opmaak import format_maand_voluit

AANTAL_KWARTALEN = 8


@dataclass(frozen=True)
class Rapport:
    """Everything a page is made of; the pages differ only in their area."""

    release: Release
    kwartaal: Kwartaal
    reeks: tuple[Kwartaal, ...]
    gebieden: list[Gebied]
    volledigheid: list[Rij]

    @property
    def regio(self) -> Gebied | None:
        """The region as a whole."""
        return next((gebied for gebied in self.gebieden if gebied.is_regio), None)

    @property
    def stand_kwartaal(self) -> Kwartaal:
        """The quarter of the stand: the only one of which it is known who waits."""
        return Kwartaal.of_datum(self.release.stand_datum)

    @property
    def periode(self) -> str:
        """The months from January up to the end of the quarter, in words."""
        laatste = format_maand_voluit(self.kwartaal.maanden[-1])
        return f"januari t/m {laatste} {self.kwartaal.jaar}"


def read_rapport(publicatie: Publicatie, kwartaal: Kwartaal) -> Rapport:
    """Return the rows of every area for a report on ``kwartaal``."""
    bekend = set(publicatie.list_kwartalen())
    reeks = tuple(k for k in kwartaal.reeks(AANTAL_KWARTALEN) if k.code in bekend)
    return Rapport(
        release=publicatie.read_release(),
        kwartaal=kwartaal,
        reeks=reeks,
        gebieden=[
            publicatie.read_gebied(code, naam, reeks) for code, naam in publicatie.list_gebieden()
        ],
        volledigheid=publicatie.read_volledigheid(kwartaal),
    )


def find_totaal(rijen: Sequence[Rij], kwartaal: Kwartaal) -> Rij | None:
    """Return the row of all zorgvormen together in a quarter."""
    return find_rij(rijen, kwartaal=kwartaal.code, zorgvorm=TOTAAL)


def kosten_per_maand(
    gebied: Gebied, maanden: Sequence[date], zorgvorm: str = TOTAAL, kolom: str = "kosten_euro"
) -> list[Cijfer]:
    """Return the cost of a zorgvorm in each of the months."""
    per_maand = {rij["zorgmaand"]: rij for rij in gebied.kosten if rij["zorgvorm"] == zorgvorm}
    return [read_cijfer(per_maand.get(maand), kolom) for maand in maanden]


def kosten_tot_en_met(gebied: Gebied, kwartaal: Kwartaal, zorgvorm: str = TOTAAL) -> Cijfer:
    """Return the cost from January up to the end of the quarter."""
    return total(kosten_per_maand(gebied, kwartaal.maanden_tot_en_met, zorgvorm))


def read_outcome_eerder(gebied: Gebied, kwartaal: Kwartaal, indicator_code: str) -> Cijfer:
    """Return an outcome a year earlier; not applicable when it was measured in another way."""
    nu = find_outcome(gebied, kwartaal, indicator_code)
    eerder = find_outcome(gebied, kwartaal.jaar_eerder, indicator_code)
    if nu is not None and eerder is not None and nu["reeks"] != eerder["reeks"]:
        return NIET_VAN_TOEPASSING
    return read_cijfer(eerder, "waarde")


def find_outcome(gebied: Gebied, kwartaal: Kwartaal, indicator_code: str) -> Rij | None:
    """Return the row of one indicator in a quarter."""
    return find_rij(gebied.outcome, kwartaal=kwartaal.code, indicator_code=indicator_code)
