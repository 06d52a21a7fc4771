"""The claim-lag pattern and the price of care, per group, with credibility.

All functions take ``gewicht`` (draws × care months): ones for the best estimate, random weights for
a Bayesian bootstrap over care months (Rubin 1981).
"""

from dataclasses import dataclass

import numpy as np

from raming.instelling import Instelling
from raming.invoer import Driehoek, Getallen, Reeks, neem

RIJP = 6  # months after which a month of which nothing was claimed has got what it gets


@dataclass(frozen=True)
class Patroon:
    """How claims and care become known with age (months of development), per draw and unit.

    Attributes:
        aandeel: share of a month's cost that is claimed, when its claim is in.
        open: share that still comes when nothing has been claimed yet.
        zorg: share of the days in care that is known; above 1 where stops come after starts.
    """

    aandeel: Reeks
    open: Reeks
    zorg: Reeks

    def bekend(self, driehoek: Driehoek, leeftijd: Getallen) -> Reeks:
        """Return the share that is in at an age, per draw, unit and care month."""
        maanden = np.arange(driehoek.aantal_maanden)
        is_binnen = driehoek.is_gedeclareerd[:, maanden, leeftijd]
        aandeel, open_deel = (neem(deel, leeftijd, 2) for deel in (self.aandeel, self.open))
        return np.where(is_binnen, aandeel, 1.0 - open_deel)


@dataclass(frozen=True)
class Verloop:
    """Cumulative amounts of a level, and the same one month of development later."""

    nu: Reeks
    straks: Reeks

    @property
    def alles(self) -> "Verloop":
        """All groups together, as one group."""
        return Verloop(*(deel.sum(axis=0, keepdims=True) for deel in (self.nu, self.straks)))


@dataclass(frozen=True)
class Grondslag:
    """What the patterns rest on, the same for every draw."""

    driehoek: Driehoek
    levering: Verloop
    product: Verloop
    zorg: Verloop
    open_gekomen: Reeks
    open_verwacht: Reeks


def maak_grondslag(driehoek: Driehoek) -> Grondslag:
    """Return the sums per level: claims of months of which the claim is in, and care."""
    eenheden, binnen = driehoek.eenheden, driehoek.is_gedeclareerd
    levering = Verloop(
        sommeer(driehoek.kosten * binnen, eenheden.levering),
        sommeer(np.roll(driehoek.kosten, -1, axis=2) * binnen, eenheden.levering),
    )
    product_van = _van(eenheden.levering, eenheden.product)
    product = Verloop(*(sommeer(deel, product_van) for deel in (levering.nu, levering.straks)))
    zorgvorm_van = _van(eenheden.zorg, eenheden.zorgvorm)
    zorg = sommeer(driehoek.dagen, zorgvorm_van, int(eenheden.zorgvorm.max()) + 1)
    # what a month costs at the mean price of its unit, for months of which nothing is claimed yet
    dagen = driehoek.bekend(driehoek.dagen)[eenheden.zorg] * driehoek.prijs
    kosten = driehoek.bekend(driehoek.kosten)
    omvang = dagen * (kosten.sum(axis=1) / np.maximum(dagen.sum(axis=1), 1.0))[:, None]
    leeg = ~binnen
    return Grondslag(
        driehoek,
        levering,
        product,
        Verloop(zorg, np.roll(zorg, -1, axis=2)),
        sommeer(kosten[:, :, None] * leeg, eenheden.product),
        sommeer(omvang[:, :, None] * leeg, eenheden.product),
    )


def compute_patroon(grondslag: Grondslag, gewicht: Reeks, instelling: Instelling) -> Patroon:
    """Return the patterns that the known months show."""
    return Patroon(
        _compute_aandeel_per_unit(grondslag, gewicht, instelling),
        _compute_open(grondslag, gewicht, instelling),
        _compute_zorg_aandeel(grondslag, gewicht, instelling),
    )


def _begin(laatste: int, instelling: Instelling) -> int:
    """Return the first month of a window; the first months of the data tell no normal lag."""
    aanloop = min(instelling.aanloop_maanden, laatste - 3)
    return max(0, aanloop, laatste - instelling.venster_maanden)


def sommeer(reeks: Reeks, groep: Getallen, aantal: int | None = None) -> Reeks:
    """Return the sums per group over the first axis."""
    volgorde = np.argsort(groep, kind="stable")
    nummers, begin = np.unique(groep[volgorde], return_index=True)
    som = np.zeros((aantal or int(groep.max(initial=-1)) + 1, *reeks.shape[1:]))
    som[nummers] = np.add.reduceat(reeks[volgorde], begin, axis=0)
    return som


def compute_aandeel(
    verloop: Verloop,
    gewicht: Reeks,
    instelling: Instelling,
    ouder: Reeks | None = None,
    geloof: Reeks | None = None,
) -> Reeks:
    """Return the share of the ultimate that is known after each month of development.

    Chain-ladder with volume weights, backwards from the last month of development, so that a
    first month without claims is a share of nought instead of a factor without end.

    Args:
        verloop: cumulative amounts (group, care month, development).
        gewicht: (draw, care month).
        instelling: number of care months per factor.
        ouder: the shares of the wider group, (draw, group, development).
        geloof: volume that the wider group adds, per group.

    Returns:
        (draw, group, development); 1 at the last month of development.
    """
    groepen, maanden, ontwikkeling = verloop.nu.shape
    aandeel = np.ones((len(gewicht), groepen, ontwikkeling))
    for leeftijd in range(ontwikkeling - 2, -1, -1):
        laatste = maanden - leeftijd - 1
        reeks = slice(_begin(laatste, instelling), laatste)
        teller = gewicht[:, reeks] @ verloop.nu[:, reeks, leeftijd].T
        noemer = gewicht[:, reeks] @ verloop.straks[:, reeks, leeftijd].T
        if ouder is not None and geloof is not None:
            wijder = _deel(ouder[:, :, leeftijd], ouder[:, :, leeftijd + 1], 1.0)
            teller, noemer = teller + geloof * wijder, noemer + geloof
        stap = np.clip(_deel(teller, noemer, 1.0), 0.0, 3.0)
        aandeel[:, :, leeftijd] = aandeel[:, :, leeftijd + 1] * stap
    return aandeel


def compute_prijs(
    driehoek: Driehoek,
    verbruikt: Reeks,
    gewicht: Reeks,
    instelling: Instelling,
    nabijheid: Reeks,
) -> Reeks:
    """Return the cost per unit of care for each month that is asked.

    Generalised Cape Cod (Gluck 1997): claimed cost over the care that should be claimed by now,
    with less weight for months further off. A unit leans on its aanbieder × product, and that on
    its product.

    Args:
        driehoek: the cost and the agreed price of each unit.
        verbruikt: care × agreed price × share in: (draw, unit, month).
        gewicht: (draw, month).
        instelling: credibility.
        nabijheid: weight of each month (row) in the price of each month that is asked (column).

    Returns:
        (draw, unit, asked month).
    """
    eenheden = driehoek.eenheden
    kosten = driehoek.bekend(driehoek.kosten)
    teller = _weeg(gewicht[:, None] * kosten, nabijheid)
    noemer = _weeg(gewicht[:, None] * verbruikt, nabijheid)
    geloof = instelling.geloof_dagen * driehoek.prijs.mean(axis=1)[:, None]
    prijs = _wijs_toe(teller, noemer, eenheden.product)
    prijs = _wijs_toe(teller, noemer, eenheden.levering, prijs, geloof)
    return (teller + geloof * prijs) / np.maximum(noemer + geloof, 1e-9)


def compute_nabijheid(driehoek: Driehoek, instelling: Instelling) -> Reeks:
    """Return the weight of each month in the price of each other: less when further off."""
    maand = np.arange(driehoek.aantal_maanden)
    return instelling.afname ** np.abs(maand[:, None] - maand)


def _compute_aandeel_per_unit(
    grondslag: Grondslag, gewicht: Reeks, instelling: Instelling
) -> Reeks:
    """Return the share claimed per unit: all, then its product, then aanbieder × product."""
    driehoek = grondslag.driehoek
    product_van = _van(driehoek.eenheden.levering, driehoek.eenheden.product)
    geloof = instelling.geloof_regels * driehoek.regel_eurocent
    alles = compute_aandeel(grondslag.product.alles, gewicht, instelling)
    product = compute_aandeel(grondslag.product, gewicht, instelling, alles, geloof)
    levering = compute_aandeel(
        grondslag.levering, gewicht, instelling, product[:, product_van], geloof[product_van]
    )
    return neem(levering, driehoek.eenheden.levering, 1)


def _compute_open(grondslag: Grondslag, gewicht: Reeks, instelling: Instelling) -> Reeks:
    """Return which share still comes of a month of which nothing is claimed at an age.

    In the care month itself that is all of it. Later it is the cost that such months got in the
    end, against what a claimed month of the same unit costs.
    """
    driehoek = grondslag.driehoek
    geloof = instelling.geloof_regels * driehoek.regel_eurocent
    open = np.ones((len(gewicht), len(grondslag.open_gekomen), driehoek.aantal_ontwikkeling))
    for leeftijd in range(1, driehoek.aantal_ontwikkeling):
        laatste = max(0, driehoek.aantal_maanden - max(leeftijd, RIJP))
        reeks = slice(_begin(laatste, instelling), laatste)
        gekomen = gewicht[:, reeks] @ grondslag.open_gekomen[:, reeks, leeftijd].T
        verwacht = gewicht[:, reeks] @ grondslag.open_verwacht[:, reeks, leeftijd].T
        alles = _deel(gekomen.sum(axis=1), verwacht.sum(axis=1), 1.0)[:, None]
        deel = (gekomen + geloof * alles) / np.maximum(verwacht + geloof, 1.0)
        open[:, :, leeftijd] = np.minimum(np.clip(deel, 0.0, 1.0), open[:, :, leeftijd - 1])
    return neem(open, driehoek.eenheden.product, 1)


def _compute_zorg_aandeel(grondslag: Grondslag, gewicht: Reeks, instelling: Instelling) -> Reeks:
    """Return the share of the care that is known per unit: all, then its zorgvorm."""
    alles = compute_aandeel(grondslag.zorg.alles, gewicht, instelling)
    geloof = np.full(len(grondslag.zorg.nu), 10.0 * instelling.geloof_dagen)
    zorgvorm = compute_aandeel(grondslag.zorg, gewicht, instelling, alles, geloof)
    return np.clip(neem(zorgvorm, grondslag.driehoek.eenheden.zorgvorm, 1), 0.3, 3.0)


def _van(groep: Getallen, eigenschap: Getallen) -> Getallen:
    """Return the property of each group, from that of its units."""
    van = np.zeros(int(groep.max(initial=-1)) + 1, dtype=np.int64)
    van[groep] = eigenschap
    return van


def _wijs_toe(
    teller: Reeks,
    noemer: Reeks,
    groep: Getallen,
    ouder: Reeks | float = 0.0,
    geloof: Reeks | float = 0.0,
) -> Reeks:
    """Return cost per unit of care of the group of each unit, beside that of the wider group."""
    leider = np.unique(groep, return_index=True)[1]
    t, n = (sommeer(deel.swapaxes(0, 1), groep).swapaxes(0, 1) for deel in (teller, noemer))
    if not isinstance(ouder, float):
        ouder = ouder[:, leider]
    if not isinstance(geloof, float):
        geloof = geloof[leider]
    return neem(_deel(t + geloof * ouder, n + geloof, 0.0), groep, 1)


def _weeg(reeks: Reeks, nabijheid: Reeks) -> Reeks:
    """Return the weighted sums over the months, as one multiplication for all draws."""
    plat = reeks.reshape(-1, reeks.shape[-1]) @ nabijheid
    return plat.reshape(*reeks.shape[:-1], nabijheid.shape[1])


def _deel(teller: Reeks, noemer: Reeks, anders: float) -> Reeks:
    """Return the quotient, ``anders`` where there is nothing to divide by."""
    uitkomst = np.full(np.broadcast_shapes(np.shape(teller), np.shape(noemer)), anders)
    np.divide(teller, noemer, out=uitkomst, where=noemer > 0)
    return uitkomst
