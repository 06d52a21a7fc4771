"""Answer key: what was known of the cost at earlier stands, and which care was declared."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from demo.administratie.inhoud import DeclaratieAntwoordInhoud
from demo.administratie.kantoor import Administratie
from demo.administratie.model import Regel
from demo.antwoorden.waarheid import Waarheid, iter_perioden
from demo.kalender import DAG, add_maanden, iter_maanden

# Care that is claimed once or twice in all, not every month.
_EENMALIG = ("multidisciplinair", "ggz_basis")


def iter_mutaties(administratie: Administratie) -> Iterator[tuple[Regel, date, int]]:
    """Yield every change of the known cost: (line, day on which it became known, eurocent)."""
    antwoord_dag = {
        id(bericht.inhoud.declaratie): bericht.dagtekening
        for bericht in administratie.berichten
        if isinstance(bericht.inhoud, DeclaratieAntwoordInhoud)
    }
    for declaratie in administratie.declaraties:
        for regel in declaratie.regels:
            yield regel, declaratie.dagtekening, regel.eurocent
            if regel.status == "afgekeurd":
                yield regel, antwoord_dag[id(declaratie)], -regel.eurocent


def list_kosten_op_stand(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (stand, gemeente, zorgmaand, eurocent known then) for the end of every quarter."""
    venster = waarheid.administratie.venster
    standen = [
        add_maanden(maand, 1) - DAG
        for maand in iter_maanden(venster.begin, waarheid.peildatum)
        if maand.month % 3 == 0 and add_maanden(maand, 1) - DAG <= waarheid.peildatum
    ]
    bekend: dict[tuple[date, str, date], int] = defaultdict(int)
    for regel, dag, eurocent in iter_mutaties(waarheid.administratie):
        for stand in standen:
            if dag <= stand:
                bekend[(stand, regel.toewijzing.zorg.gemeente, regel.zorgmaand)] += eurocent
    return [(*sleutel, eurocent) for sleutel, eurocent in sorted(bekend.items())]


def list_volledigheid(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (aanbieder, gemeente, zorgmaand, verwacht, ontvangen), counted in toewijzingen.

    Expected is one with a reported day in care in the month, received one with a line sent for it.
    """
    verwacht: dict[tuple[str, str, date], int] = defaultdict(int)
    ontvangen: dict[tuple[str, str, date], int] = defaultdict(int)
    for toewijzing in waarheid.met_zorg:
        zorg = toewijzing.zorg
        if zorg.product.zorgvorm in _EENMALIG:
            continue
        maanden: set[date] = set()
        for begin, eind in iter_perioden(toewijzing):
            tot = min(eind or waarheid.peildatum, waarheid.peildatum)
            maanden.update(iter_maanden(begin, tot))
        gedeclareerd = {regel.zorgmaand for regel in toewijzing.regels}
        for maand in maanden:
            verwacht[(zorg.aanbieder, zorg.gemeente, maand)] += 1
            ontvangen[(zorg.aanbieder, zorg.gemeente, maand)] += maand in gedeclareerd
    return [(*sleutel, aantal, ontvangen[sleutel]) for sleutel, aantal in sorted(verwacht.items())]
