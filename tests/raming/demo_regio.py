"""The input of the estimate straight from a simulated region, without messages or dbt."""

from datetime import date, timedelta

import numpy as np

from demo.administratie.kantoor import Administratie
from demo.administratie.model import Regel
from demo.antwoorden.raming import iter_mutaties
from demo.catalogus import compute_tarief, get_zorgvorm
from demo.kalender import add_maanden, eerste_dag, laatste_dag
from raming.invoer import Eenheden, Invoer, Mutaties, Zorgdagen

Eenheid = tuple[str, str, str, str]  # gemeente, aanbieder, zorgvorm, product


def make_invoer(administratie: Administratie) -> tuple[Invoer, list[Eenheid]]:
    """Return everything that becomes known in the simulated time, with its day."""
    mutaties = [
        (_eenheid(regel), _maand(regel.zorgmaand), dag, eurocent, 1)
        for regel, dag, eurocent in iter_mutaties(administratie)
    ]
    eenheden = sorted({rij[0] for rij in mutaties})
    is_per_dag = {
        _eenheid(regel): regel.eenheid == "14" for regel, *_ in iter_mutaties(administratie)
    }
    zorg_sleutels = sorted({eenheid[:3] for eenheid in eenheden})
    zorg_nummer = {sleutel: i for i, sleutel in enumerate(zorg_sleutels)}
    nummer = {eenheid: i for i, eenheid in enumerate(eenheden)}
    dagen = [
        (zorg_nummer[zorg], _maand(maand), bekend, aantal)
        for zorg, maand, bekend, aantal in _iter_zorgdagen(administratie)
        if zorg in zorg_nummer
    ]
    jaren = range(administratie.venster.begin.year, administratie.venster.eind.year + 1)
    return Invoer(
        Eenheden(
            np.array([zorg_nummer[e[:3]] for e in eenheden]),
            _nummer([e[:2] for e in eenheden]),
            _nummer([(e[1], e[3]) for e in eenheden]),
            _nummer([e[3] for e in eenheden]),
            _nummer([(e[0], e[2]) for e in eenheden]),
            _nummer([e[2] for e in eenheden]),
            np.array([is_per_dag[e] for e in eenheden]),
        ),
        Mutaties(
            np.array([nummer[rij[0]] for rij in mutaties]),
            np.array([rij[1] for rij in mutaties]),
            np.array([rij[2] for rij in mutaties], dtype="datetime64[D]"),
            np.array([rij[3] for rij in mutaties]),
            np.array([rij[4] for rij in mutaties]),
        ),
        Zorgdagen(
            np.array([rij[0] for rij in dagen]),
            np.array([rij[1] for rij in dagen]),
            np.array([rij[2] for rij in dagen], dtype="datetime64[D]"),
            np.array([rij[3] for rij in dagen]),
        ),
        np.array(
            [[compute_tarief(e[1], e[3][3:], jaar) or 1 for jaar in jaren] for e in eenheden],
            dtype=float,
        ),
        jaren.start,
    ), eenheden


def _nummer(sleutels):
    volgorde = {sleutel: i for i, sleutel in enumerate(sorted(set(sleutels)))}
    return np.array([volgorde[sleutel] for sleutel in sleutels])


def _eenheid(regel: Regel) -> Eenheid:
    zorg = regel.toewijzing.zorg
    return (
        zorg.gemeente,
        zorg.aanbieder,
        get_zorgvorm(regel.categorie, regel.code),
        f"{regel.categorie} {regel.code}",
    )


def _maand(dag: date) -> int:
    return dag.year * 12 + dag.month - 1


def _iter_zorgdagen(administratie: Administratie):
    tot = administratie.venster.eind
    for toewijzing in administratie.toewijzingen:
        zorg = toewijzing.zorg
        if toewijzing.is_verwijderd:
            continue
        sleutel = (zorg.gemeente, zorg.aanbieder, zorg.product.zorgvorm)
        for segment in toewijzing.segmenten:
            stop = segment.tijdelijk or segment.eind
            laatste = max(stop.dag, stop.bekend) if stop else tot
            maand = eerste_dag(segment.begin.dag)
            while maand <= min(laatste, tot):
                begin = max(maand, segment.begin.dag)
                aantal = (laatste_dag(maand) - begin).days + 1
                yield sleutel, maand, segment.begin.bekend, aantal
                if stop and stop.dag < laatste_dag(maand):
                    te_veel = (laatste_dag(maand) - max(stop.dag, begin - timedelta(days=1))).days
                    yield sleutel, maand, max(stop.bekend, segment.begin.bekend), -te_veel
                maand = add_maanden(maand, 1)
