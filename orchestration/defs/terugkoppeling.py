"""Warehouse to terugkoppeling: what every aanbieder should know about its own deliveries."""

import dagster as dg

from orchestration.defs.maanden import SCHRIJVER_POOL
from orchestration.defs.resources import HomeResource
from orchestration.klok import read_vandaag
from orchestration.stappen.terugkoppeling import make_terugkoppeling
from orchestration.voortgang import report_voortgang

TERUGKOPPELING_KEY = dg.AssetKey(["terugkoppeling", "aanbieder"])


@dg.asset(
    key=TERUGKOPPELING_KEY,
    deps=[dg.AssetKey(["marts", "fct_bevinding"]), dg.AssetKey(["marts", "fct_levering"])],
    group_name="terugkoppeling",
    kinds={"python", "xlsx"},
    pool=SCHRIJVER_POOL,
)
def terugkoppeling(home: HomeResource) -> dg.MaterializeResult:
    """Werkmap, lijst en retourberichten, per aanbieder en maand van ontvangst."""
    geopend = home.open()
    gemaakt = make_terugkoppeling(geopend, read_vandaag(), voortgang=report_voortgang)
    return dg.MaterializeResult(
        metadata={
            "mappen_gemaakt": len(gemaakt.gemaakt),
            "mappen_ongewijzigd": len(gemaakt.ongewijzigd),
            "mappen_verwijderd": len(gemaakt.verwijderd),
            "retourberichten": gemaakt.aantal_retouren,
            "map": dg.MetadataValue.path(geopend.terugkoppeling),
        }
    )
