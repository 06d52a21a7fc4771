"""The bootstrap: outcomes of what is still to come, with parameter and process error."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator, default_rng

from raming.instelling import Instelling
from raming.invoer import Driehoek, Reeks
from raming.patroon import (
    compute_declaratie_aandeel,
    compute_prijs,
    compute_zorg_aandeel,
    sommeer,
)
from raming.schatting import Schatting, schat

_BLOK = 50  # draws at a time, to keep the memory small


@dataclass(frozen=True)
class Spreiding:
    """How far earlier months ended from what was expected of them at the same age.

    Attributes:
        variantie: variance of what is still to come per eurocent of a month's cost, per
            zorgvorm and age: lines that happen to come or not.
        schok: standard deviation of what all units of a month have in common, as a share of the
            month's cost, per age.
    """

    variantie: Reeks
    schok: Reeks


def simuleer(driehoek: Driehoek, instelling: Instelling) -> tuple[Schatting, Reeks]:
    """Return the best estimate, and outcomes per draw, cel (gemeente × zorgvorm) and month.

    Parameter error: the whole estimate again with random weights of the care months. Process
    error: what the same age of earlier months left unexplained, per cel a gamma draw (as an
    over-dispersed Poisson) and one shock for all cellen of a month.
    """
    toeval = default_rng(instelling.toeval)
    eenheden = driehoek.eenheden
    best = schat(driehoek, np.ones((1, driehoek.aantal_maanden)), instelling)
    spreiding = compute_spreiding(driehoek, instelling)
    zorgvorm_van = np.zeros(int(eenheden.cel.max()) + 1, dtype=np.int64)
    zorgvorm_van[eenheden.cel] = eenheden.zorgvorm
    leeftijd = driehoek.leeftijd[best.vanaf :]
    omvang = sommeer(best.omvang[0], eenheden.cel)
    variantie = spreiding.variantie[zorgvorm_van][:, leeftijd] * omvang
    uitkomsten = []
    for begin in range(0, instelling.aantal_simulaties, _BLOK):
        aantal = min(_BLOK, instelling.aantal_simulaties - begin)
        gewicht = toeval.standard_exponential((aantal, driehoek.aantal_maanden))
        nog = schat(driehoek, gewicht, instelling).nog
        verwacht = sommeer(nog.swapaxes(0, 1), eenheden.cel).swapaxes(0, 1)
        schok = toeval.standard_normal((aantal, 1, len(leeftijd))) * spreiding.schok[leeftijd]
        uitkomsten.append(_trek(toeval, verwacht, variantie) + schok * omvang)
    return best, np.concatenate(uitkomsten)


def _trek(toeval: Generator, verwacht: Reeks, variantie: Reeks) -> Reeks:
    """Draw gamma outcomes with this mean and variance; normal where the mean is not positive."""
    variantie = np.broadcast_to(variantie, verwacht.shape)
    kan_gamma = (verwacht > 1.0) & (variantie > 1.0)
    schaal = np.where(kan_gamma, variantie / np.where(kan_gamma, verwacht, 1.0), 1.0)
    vorm = np.where(kan_gamma, verwacht / schaal, 1.0)
    gamma = toeval.standard_gamma(vorm) * schaal
    normaal = verwacht + toeval.standard_normal(verwacht.shape) * np.sqrt(variantie)
    return np.where(kan_gamma, gamma, np.where(variantie > 1.0, normaal, verwacht))


def compute_spreiding(driehoek: Driehoek, instelling: Instelling) -> Spreiding:
    """Return what earlier months left unexplained, per age at which they were looked at.

    Each earlier month is predicted as it was known at that age, with the pattern of now and the
    price around it, and held against what has become known since.
    """
    eenheden, leeftijd = driehoek.eenheden, driehoek.leeftijd
    een = np.ones((1, driehoek.aantal_maanden))
    aandeel = compute_declaratie_aandeel(driehoek, een, instelling)[0]
    zorg_aandeel = compute_zorg_aandeel(driehoek, een, instelling)[0]
    nu_dagen = driehoek.bekend(driehoek.dagen)[eenheden.zorg] / zorg_aandeel[:, leeftijd]
    verbruikt = nu_dagen * driehoek.prijs * aandeel[:, leeftijd]
    prijs = compute_prijs(driehoek, verbruikt[None], een, instelling)[0] * driehoek.prijs
    bekend = driehoek.bekend(driehoek.kosten)
    zorgvormen = int(eenheden.zorgvorm.max()) + 1
    zorgvorm_van = np.zeros(int(eenheden.cel.max()) + 1, dtype=np.int64)
    zorgvorm_van[eenheden.cel] = eenheden.zorgvorm
    regel = np.zeros(zorgvormen)
    regel[eenheden.zorgvorm] = driehoek.regel_eurocent[eenheden.product]
    variantie = np.zeros((zorgvormen, driehoek.aantal_ontwikkeling))
    schok = np.zeros(driehoek.aantal_ontwikkeling)
    # a month is part of its own price: its own residual is smaller than that of a new one
    eigen = (1 - instelling.afname) / (1 + instelling.afname)
    for jong in range(driehoek.aantal_ontwikkeling - 1):
        maanden = _maanden_om_te_toetsen(driehoek, jong, instelling)
        if not maanden.size:
            continue
        dagen = driehoek.dagen[eenheden.zorg][:, maanden, jong] / zorg_aandeel[:, jong, None]
        omvang = np.maximum(dagen * prijs[:, maanden], 0.0)
        deel = aandeel[:, leeftijd[maanden]] - aandeel[:, jong, None]
        gekomen = bekend[:, maanden] - driehoek.kosten[:, maanden, jong]
        rest = sommeer((gekomen - omvang * deel) / (1 - eigen), eenheden.cel)
        omvang = sommeer(omvang, eenheden.cel)
        variantie[:, jong] = _variantie(rest, omvang, zorgvorm_van, regel, instelling)
        schok[jong] = _schok(rest, omvang, variantie[zorgvorm_van, jong])
    return Spreiding(variantie, schok)


def _maanden_om_te_toetsen(
    driehoek: Driehoek, jong: int, instelling: Instelling
) -> np.ndarray:
    """Return the months whose development since that age is mostly known."""
    terug = np.arange(driehoek.aantal_maanden)[::-1]
    genoeg = min(6, driehoek.aantal_ontwikkeling - 1 - jong)
    oudste = instelling.venster_maanden + jong + genoeg
    return np.flatnonzero((terug >= jong + genoeg) & (terug > jong) & (terug < oudste))


def _variantie(
    rest: Reeks, omvang: Reeks, zorgvorm_van: np.ndarray, regel: Reeks, instelling: Instelling
) -> Reeks:
    """Return the variance per eurocent of cost; a small zorgvorm borrows it per size of line."""
    kwadraat = sommeer((rest**2).sum(axis=1), zorgvorm_van)
    volume = sommeer(omvang.sum(axis=1), zorgvorm_van)
    per_regel = (kwadraat / regel).sum() / max(volume.sum(), 1.0)
    geloof = instelling.geloof_regels * regel
    return (kwadraat + geloof * per_regel * regel) / (volume + geloof)


def _schok(rest: Reeks, omvang: Reeks, variantie: Reeks) -> float:
    """Return the relative size of what the cellen have in common, beyond their own variance."""
    samen = (rest.sum(axis=0) ** 2).sum()
    eigen = (variantie[:, None] * omvang).sum()
    volume = (omvang.sum(axis=0) ** 2).sum()
    return float(np.sqrt(max(samen - eigen, 0.0) / volume)) if volume > 0 else 0.0
