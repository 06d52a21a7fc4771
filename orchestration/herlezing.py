"""``regiobeeld herlees``: the Dagster job ``herlezen``, run in this process."""

from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.herlezen import Keuze
from orchestration.stappen.lake_stand import is_te_herstellen
from orchestration.stappen.verschil import Verschil, compare_momentopnamen, take_momentopname
from orchestration.verwerking import execute_opdracht
from orchestration.voortgang import Voortgang, watch_voortgang


def run_herlezen(home: Home, keuze: Keuze, voortgang: Voortgang) -> list[Verschil]:
    """Read the chosen months again and return what that changed, month by month.

    Raises:
        RegiobeeldFout: a step failed, or the disk is full; what stood before still stands.
    """
    from orchestration.defs.jobs import HERLEZEN, make_herlees_opdrachten
    from orchestration.defs.samenstelling import build_lake_definitions
    from orchestration.instance import close_afgebroken_runs, open_instance

    home.make_mappen()
    gekozen = [(bron, maand) for bron, maanden in keuze.items() for maand in maanden]
    with hold_slot(home), watch_voortgang(voortgang), meld_volle_schijf(home.map):
        voor = {deel: take_momentopname(home.lake, *deel) for deel in gekozen}
        hersteld = {deel for deel in gekozen if is_te_herstellen(home, *deel)}
        with open_instance(home) as instance:
            close_afgebroken_runs(home, instance)
            job = build_lake_definitions(home).resolve_job_def(HERLEZEN)
            for opdracht in make_herlees_opdrachten(keuze):
                execute_opdracht(job, opdracht, instance)
        return [
            compare_momentopnamen(
                *deel, voor[deel], take_momentopname(home.lake, *deel), deel in hersteld
            )
            for deel in gekozen
        ]
