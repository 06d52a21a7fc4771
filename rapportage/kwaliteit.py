"""The box on data quality: what was expected and what came in, per bron."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapportage.gegevens import Rapport
from rapportage.lezen import REGIO, TOTAAL, Gebied, Rij
from rapportage.opmaak import format_maand_voluit
from rapportage.tabel import Regel, Tabel, label, make_cellen, make_kolommen
from rapportage.teksten import read_teksten


@dataclass(frozen=True)
class Kwaliteit:
    """Completeness per bron and month, the deliveries that are missing, and the known gaps."""

    tabel: Tabel
    niet_ontvangen: list[str]
    bekende_gaten: list[str]


def make_kwaliteit(rapport: Rapport, gebied: Gebied) -> Kwaliteit:
    """Return the data quality of the quarter for an area.

    A bron without rows for the gemeente itself is shown for the region.
    """
    teksten = read_teksten()
    bronnen = sorted({rij["bron"] for rij in rapport.volledigheid})
    per_bron = {bron: _rijen_of_gebied(rapport.volledigheid, bron, gebied) for bron in bronnen}
    kolommen = make_kolommen(
        ("verwacht", "aantal", "verwacht"),
        ("ontvangen", "aantal", "ontvangen"),
        ("volledigheid_percentage", "percentage", "volledigheid"),
    )
    regels = [
        Regel(
            f"{teksten['bronnen'].get(bron, bron)}, {format_maand_voluit(rij['zorgmaand'])}",
            make_cellen(rij, kolommen),
        )
        for bron, rijen in per_bron.items()
        for rij in rijen
        if rij["aanbieder_agb"] == TOTAAL
    ]
    koppen = [label("bron"), *(kolom.label for kolom in kolommen)]
    bijschrift = teksten["tabellen"]["volledigheid"]["bijschrift"]
    return Kwaliteit(
        tabel=Tabel(bijschrift, koppen, regels),
        niet_ontvangen=[
            teksten["kwaliteit"]["niet_ontvangen"].format(
                bron=teksten["bronnen"].get(bron, bron).lower(), namen=", ".join(namen)
            )
            for bron, namen in ((bron, _list_ontbrekend(rijen)) for bron, rijen in per_bron.items())
            if namen
        ],
        bekende_gaten=teksten["kwaliteit"]["bekende_gaten"],
    )


def _rijen_of_gebied(volledigheid: Sequence[Rij], bron: str, gebied: Gebied) -> list[Rij]:
    van_bron = [rij for rij in volledigheid if rij["bron"] == bron]
    eigen = [rij for rij in van_bron if rij["gemeente_code"] == gebied.gemeente_code]
    return eigen or [rij for rij in van_bron if rij["gemeente_code"] == REGIO]


def _list_ontbrekend(rijen: Sequence[Rij]) -> list[str]:
    """Names of the aanbieders of whom nothing came in over the whole quarter."""
    is_ontvangen: dict[str, bool] = {}
    for rij in rijen:
        if rij["aanbieder_agb"] != TOTAAL:
            naam = rij["aanbieder_naam"] or rij["aanbieder_agb"]
            # a withheld figure does not say that nothing came
            niets = rij.cijfer("ontvangen").waarde == 0
            is_ontvangen[naam] = is_ontvangen.get(naam, False) or not niets
    return sorted(naam for naam, ontvangen in is_ontvangen.items() if not ontvangen)
