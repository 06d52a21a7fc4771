"""What is still to come of the cost of the quarter, in words."""

from rapportage.gegevens import Rapport
from rapportage.lezen import Gebied, find_rij
from rapportage.opmaak import show
from rapportage.teksten import read_teksten


def note_verwacht(rapport: Rapport, gebied: Gebied) -> str:
    """Return the claims still expected over the quarter with their range, or '' without any."""
    rij = find_rij(gebied.raming, periode=rapport.kwartaal.code)
    if rij is None or not rij.cijfer("nog_te_verwachten_euro").getal:
        return ""
    bedragen = {
        naam: show(rij.cijfer(f"{kolom}_euro"), "euro_kort")
        for naam, kolom in (
            ("verwacht", "nog_te_verwachten"),
            ("laag", "nog_te_verwachten_laag"),
            ("hoog", "nog_te_verwachten_hoog"),
            ("samen", "verwacht_totaal"),
        )
    }
    zin = read_teksten()["grafieken"]["kosten"]["nog_te_verwachten"]
    return str(
        zin.format(kwartaal=rapport.kwartaal.voluit, kans=rij["interval_percentage"], **bedragen)
    )
