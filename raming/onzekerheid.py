"""The bootstrap: outcomes of what is still to come, with parameter and process error."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator, default_rng

from raming.instelling import Instelling
from raming.invoer import Driehoek, Getallen, Reeks
from raming.patroon import (
    Grondslag,
    compute_aandeel,
    compute_nabijheid,
    compute_patroon,
    compute_prijs,
    maak_grondslag,
    sommeer,
)
from raming.schatting import Schatting, schat

_BLOK = 100  # draws at a time, to keep the memory small
_MINSTE_VRIJHEID = 5.0  # months; with fewer a variance is mostly chance
_VORM = 2.0  # amounts of lines: gamma with a coefficient of variation of 0.7


@dataclass(frozen=True)
class Spreiding:
    """How far earlier months ended from what was expected of them at the same age.

    Attributes:
        variantie: variance of what is still to come per eurocent of a month's cost, per
            zorgvorm and age: lines that happen to come or not.
        zorgvorm: standard deviation of what the gemeenten have in common in a zorgvorm, as a
            share of the cost.
        duurzaam: share of the variance of a month without claims that the next month has too:
            the same youths cost more or less than the price says.
        maand: standard deviation of what all units of a month have in common, as a share of the
            month's cost, per age.
        af: share of a month's cost that credits and refusals still take off, per age.
        vrijheid: number of months without overlap that these rest on.
    """

    variantie: Reeks
    zorgvorm: float
    duurzaam: float
    maand: Reeks
    af: Reeks
    vrijheid: float


def simuleer(driehoek: Driehoek, instelling: Instelling) -> tuple[Schatting, Reeks]:
    """Return the best estimate, and outcomes per draw, cel (gemeente × zorgvorm) and month.

    Parameter error: the whole estimate again with random weights of the care months. Process
    error: what the same age of earlier months left unexplained, as lines that come or go per cel
    (compound Poisson), a shock per zorgvorm and a shock per month.
    """
    toeval = default_rng(instelling.toeval)
    eenheden = driehoek.eenheden
    grondslag = maak_grondslag(driehoek)
    best = schat(grondslag, np.ones((1, driehoek.aantal_maanden)), instelling)
    spreiding = compute_spreiding(grondslag, instelling)
    zorgvorm_van = _zorgvorm_van_cel(driehoek)
    leeftijd = driehoek.leeftijd[best.vanaf :]
    omvang = sommeer(best.omvang[0], eenheden.cel)
    variantie = spreiding.variantie[zorgvorm_van][:, leeftijd] * omvang
    af = spreiding.af[leeftijd] * omvang
    nog = sommeer(best.nog[0], eenheden.cel)
    prijsfout = spreiding.duurzaam * spreiding.variantie[zorgvorm_van, 0]
    prijsfout = np.clip(prijsfout / np.maximum(omvang[:, -1], 1.0), 1e-6, 1.0)
    variantie = np.maximum(variantie - prijsfout[:, None] * nog**2, 0.2 * variantie)
    uitkomsten = []
    for begin in range(0, instelling.aantal_simulaties, _BLOK):
        aantal = min(_BLOK, instelling.aantal_simulaties - begin)
        gewicht = toeval.standard_exponential((aantal, driehoek.aantal_maanden))
        trekking = schat(grondslag, gewicht, instelling).nog
        verwacht = sommeer(trekking.swapaxes(0, 1), eenheden.cel).swapaxes(0, 1)
        schok = toeval.standard_normal((aantal, len(spreiding.variantie))) * spreiding.zorgvorm
        schok = schok * np.sqrt(_trek_schaal(toeval, schok.shape, spreiding))
        mix = toeval.standard_gamma(1.0 / prijsfout, (aantal, len(prijsfout))) * prijsfout
        mix = mix * np.maximum(1.0 + schok, 0.0)[:, zorgvorm_van]
        verwacht = verwacht * mix[:, :, None]
        maand = toeval.standard_normal((aantal, 1, len(leeftijd))) * spreiding.maand[leeftijd]
        maand = maand * np.sqrt(_trek_schaal(toeval, (aantal, 1, 1), spreiding))
        schaal = _trek_schaal(toeval, (aantal, len(spreiding.variantie)), spreiding)
        schaal = schaal[:, zorgvorm_van, None]
        uitkomsten.append(_trek(toeval, verwacht, af, variantie * schaal) + maand * omvang)
    # what is still taken off is at most what is booked: a month never costs less than nothing
    geboekt = sommeer(driehoek.bekend(driehoek.kosten)[:, best.vanaf :], eenheden.cel)
    return best, np.maximum(np.concatenate(uitkomsten), -geboekt)


def _trek_schaal(toeval: Generator, vorm: tuple[int, ...], spreiding: Spreiding) -> Reeks:
    """Draw how much larger or smaller a variance is than the few months that it rests on say."""
    return spreiding.vrijheid / toeval.chisquare(spreiding.vrijheid, vorm)


def _trek(toeval: Generator, verwacht: Reeks, af: Reeks, variantie: Reeks) -> Reeks:
    """Draw lines that still come minus what is still taken off, with this variance in all."""
    erbij = np.maximum(verwacht, 0.0) + af
    eraf = np.maximum(-verwacht, 0.0) + af
    per_regel = variantie / np.maximum(erbij + eraf, 1.0)
    return _trek_regels(toeval, erbij, per_regel) - _trek_regels(toeval, eraf, per_regel)


def _trek_regels(toeval: Generator, verwacht: Reeks, per_regel: Reeks) -> Reeks:
    """Draw sums of lines: a Poisson number of gamma amounts, variance = mean × ``per_regel``."""
    bedrag = np.maximum(per_regel / (1.0 + 1.0 / _VORM), 1.0)
    aantal = toeval.poisson(verwacht / bedrag)
    return toeval.standard_gamma(aantal * _VORM) * bedrag / _VORM


def _zorgvorm_van_cel(driehoek: Driehoek) -> Getallen:
    van = np.zeros(int(driehoek.eenheden.cel.max()) + 1, dtype=np.int64)
    van[driehoek.eenheden.cel] = driehoek.eenheden.zorgvorm
    return van


def compute_spreiding(grondslag: Grondslag, instelling: Instelling) -> Spreiding:
    """Return what earlier months left unexplained, per age at which they were looked at.

    Each earlier month is predicted as it was known at that age, with the pattern of now and the
    price of the months before it, and held against what has become known since.
    """
    driehoek = grondslag.driehoek
    eenheden, leeftijd = driehoek.eenheden, driehoek.leeftijd
    een = np.ones((1, driehoek.aantal_maanden))
    patroon = compute_patroon(grondslag, een, instelling)
    verbruikt = driehoek.bekend(driehoek.dagen)[eenheden.zorg] * driehoek.prijs
    verbruikt = verbruikt / patroon.zorg[0][:, leeftijd] * patroon.bekend(driehoek, leeftijd)[0]
    # only earlier months, as on the day itself
    eerder = np.triu(compute_nabijheid(driehoek, instelling), k=1)
    prijs = compute_prijs(driehoek, verbruikt[None], een, instelling, eerder)[0] * driehoek.prijs
    bekend = driehoek.bekend(driehoek.kosten)
    zorgvormen = int(eenheden.zorgvorm.max()) + 1
    zorgvorm_van = _zorgvorm_van_cel(driehoek)
    regel = np.zeros(zorgvormen)
    regel[eenheden.zorgvorm] = driehoek.regel_eurocent[eenheden.product]
    variantie = np.zeros((zorgvormen, driehoek.aantal_ontwikkeling))
    per_zorgvorm = duurzaam = 0.0
    vrijheid = _MINSTE_VRIJHEID
    maand = np.zeros(driehoek.aantal_ontwikkeling)
    # the share that is in, as a whole: the price plays no part in that
    aandeel_nu = compute_aandeel(grondslag.product.alles, een, instelling)[0, 0]
    for jong in range(driehoek.aantal_ontwikkeling - 1):
        maanden = _maanden_om_te_toetsen(driehoek, jong, instelling)
        if not maanden.size:
            # nothing to learn from at this age: what an age younger left, as far as it is open
            open_deel = (1 - aandeel_nu[jong]) / max(1 - aandeel_nu[max(jong - 1, 0)], 1e-9)
            variantie[:, jong] = variantie[:, jong - 1] * np.clip(open_deel, 0.0, 1.0)
            maand[jong] = maand[jong - 1] * np.clip(open_deel, 0.0, 1.0)
            continue
        dagen = driehoek.dagen[eenheden.zorg][:, maanden, jong] / patroon.zorg[0][:, jong, None]
        omvang = np.maximum(dagen * prijs[:, maanden], 0.0)
        toen = patroon.bekend(driehoek, np.full(driehoek.aantal_maanden, jong))[0]
        deel = patroon.aandeel[0][:, leeftijd[maanden]] - toen[:, maanden]
        gekomen = bekend[:, maanden] - driehoek.kosten[:, maanden, jong]
        rest = sommeer(gekomen - omvang * deel, eenheden.cel)
        omvang = sommeer(omvang, eenheden.cel)
        variantie[:, jong] = _variantie(rest, omvang, zorgvorm_van, regel, instelling)
        eigen = variantie[zorgvorm_van, jong][:, None] * omvang
        if jong == 0:
            duurzaam = _duurzaam(rest / np.sqrt(np.maximum(eigen, 1.0)))
            los = len(maanden) * (1 - duurzaam) / (1 + duurzaam)
            vrijheid = max(_MINSTE_VRIJHEID, los)
            per_zorgvorm = _schok(*(sommeer(r, zorgvorm_van) for r in (rest, eigen, omvang)))
        eigen = sommeer(eigen, zorgvorm_van)
        eigen += (per_zorgvorm * (1 - aandeel_nu[jong]) * sommeer(omvang, zorgvorm_van)) ** 2
        maand[jong] = _schok(*(r.sum(axis=0, keepdims=True) for r in (rest, eigen, omvang)))
    return Spreiding(
        variantie, per_zorgvorm, duurzaam, maand, _compute_af(driehoek, instelling), vrijheid
    )


def _compute_af(driehoek: Driehoek, instelling: Instelling) -> Reeks:
    """Return the share of a month's cost that is still taken off after each age."""
    af = np.zeros(driehoek.aantal_ontwikkeling)
    kosten = driehoek.bekend(driehoek.kosten).sum(axis=0)
    for leeftijd in range(driehoek.aantal_ontwikkeling - 2, -1, -1):
        laatste = driehoek.aantal_maanden - leeftijd - 1
        reeks = slice(max(0, laatste - instelling.venster_maanden), laatste)
        stap = np.diff(driehoek.afgehaald[reeks, leeftijd : leeftijd + 2]).sum()
        af[leeftijd] = af[leeftijd + 1] + stap / max(kosten[reeks].sum(), 1.0)
    return af


def _maanden_om_te_toetsen(driehoek: Driehoek, jong: int, instelling: Instelling) -> np.ndarray:
    """Return the months whose development since that age is mostly known."""
    terug = np.arange(driehoek.aantal_maanden)[::-1]
    genoeg = min(6, driehoek.aantal_ontwikkeling - 1 - jong)
    oudste = instelling.venster_maanden + jong + genoeg
    is_rijp = (terug >= jong + genoeg) & (terug > jong) & (terug < oudste)
    is_rijp[: 2 * instelling.aanloop_maanden] = False
    return np.flatnonzero(is_rijp)


def _variantie(
    rest: Reeks, omvang: Reeks, zorgvorm_van: np.ndarray, regel: Reeks, instelling: Instelling
) -> Reeks:
    """Return the variance per eurocent of cost; a small zorgvorm borrows it per size of line."""
    kwadraat = sommeer((rest**2).sum(axis=1), zorgvorm_van)
    volume = sommeer(omvang.sum(axis=1), zorgvorm_van)
    per_regel = (kwadraat / regel).sum() / max(volume.sum(), 1.0)
    geloof = instelling.geloof_regels * regel
    return (kwadraat + geloof * per_regel * regel) / (volume + geloof)


def _schok(rest: Reeks, eigen: Reeks, omvang: Reeks) -> float:
    """Return the relative size of what the parts have in common, beyond their own variance."""
    volume = (omvang**2).sum()
    samen = (rest**2).sum() - eigen.sum()
    return float(np.sqrt(max(samen, 0.0) / volume)) if volume > 0 else 0.0


def _duurzaam(rest: Reeks) -> float:
    """Return the correlation of one month with the next, over all cellen."""
    kwadraat = (rest[:, :-1] ** 2).sum()
    if kwadraat <= 0:
        return 0.0
    return float(np.clip((rest[:, 1:] * rest[:, :-1]).sum() / kwadraat, 0.0, 0.9))
