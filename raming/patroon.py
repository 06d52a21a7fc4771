"""The claim-lag pattern and the price of care, per group, with credibility.

All functions take ``gewicht`` (draws × care months): the first draw weighs every month alike, the
others are a Bayesian bootstrap over care months (Rubin 1981).
"""

import numpy as np

from raming.instelling import Instelling
from raming.invoer import Driehoek, Getallen, Reeks


def sommeer(reeks: Reeks, groep: Getallen, aantal: int | None = None) -> Reeks:
    """Return the sums per group over the first axis."""
    som = np.zeros((aantal or int(groep.max(initial=-1)) + 1, *reeks.shape[1:]))
    np.add.at(som, groep, reeks)
    return som


def compute_aandeel(
    cumulatief: Reeks,
    gewicht: Reeks,
    venster: int,
    ouder: Reeks | None = None,
    geloof: Reeks | None = None,
) -> Reeks:
    """Return the share of the ultimate that is known after each month of development.

    Chain-ladder with volume weights, backwards from the last month of development, so that a
    first month without claims is a share of nought instead of a factor without end.

    Args:
        cumulatief: (group, care month, development).
        gewicht: (draw, care month).
        venster: number of care months per factor.
        ouder: the shares of the wider group, (draw, group, development).
        geloof: volume that the wider group adds, per group.

    Returns:
        (draw, group, development); 1 at the last month of development.
    """
    groepen, maanden, ontwikkeling = cumulatief.shape
    aandeel = np.ones((len(gewicht), groepen, ontwikkeling))
    for na in range(ontwikkeling - 1, 0, -1):
        reeks = slice(max(0, maanden - na - venster), maanden - na)
        nu = gewicht[:, reeks] @ cumulatief[:, reeks, na - 1].T
        straks = gewicht[:, reeks] @ cumulatief[:, reeks, na].T
        if ouder is not None and geloof is not None:
            wijder = _deel(ouder[:, :, na - 1], ouder[:, :, na], 1.0)
            nu = nu + geloof * wijder
            straks = straks + geloof
        aandeel[:, :, na - 1] = aandeel[:, :, na] * np.clip(_deel(nu, straks, 1.0), 0.0, 3.0)
    return aandeel


def compute_declaratie_aandeel(
    driehoek: Driehoek, gewicht: Reeks, instelling: Instelling
) -> Reeks:
    """Return the share claimed per unit: all, then its product, then aanbieder × product."""
    eenheden = driehoek.eenheden
    per_levering = sommeer(driehoek.kosten, eenheden.levering)
    product_van = np.zeros(len(per_levering), dtype=np.int64)
    product_van[eenheden.levering] = eenheden.product
    per_product = sommeer(per_levering, product_van)
    venster = instelling.venster_maanden
    alles = compute_aandeel(per_product.sum(axis=0, keepdims=True), gewicht, venster)
    geloof = instelling.geloof_regels * driehoek.regel_eurocent
    product = compute_aandeel(per_product, gewicht, venster, alles, geloof)
    levering = compute_aandeel(
        per_levering, gewicht, venster, product[:, product_van], geloof[product_van]
    )
    return levering[:, eenheden.levering]


def compute_zorg_aandeel(driehoek: Driehoek, gewicht: Reeks, instelling: Instelling) -> Reeks:
    """Return the share of the days in care that is known: all, then the zorgvorm, per unit.

    More than 1 where stops become known later than starts.
    """
    eenheden = driehoek.eenheden
    zorgvorm_van = np.zeros(len(driehoek.dagen), dtype=np.int64)
    zorgvorm_van[eenheden.zorg] = eenheden.zorgvorm
    per_zorgvorm = sommeer(driehoek.dagen, zorgvorm_van, int(eenheden.zorgvorm.max()) + 1)
    venster = instelling.venster_maanden
    alles = compute_aandeel(per_zorgvorm.sum(axis=0, keepdims=True), gewicht, venster)
    geloof = np.full(len(per_zorgvorm), 10.0 * instelling.geloof_dagen)
    zorgvorm = compute_aandeel(per_zorgvorm, gewicht, venster, alles, geloof)
    return np.clip(zorgvorm[:, eenheden.zorgvorm], 0.3, 3.0)


def compute_prijs(
    driehoek: Driehoek,
    verbruikt: Reeks,
    gewicht: Reeks,
    instelling: Instelling,
    vanaf: int = 0,
) -> Reeks:
    """Return the cost per day in care around each month from ``vanaf`` on: generalised Cape Cod (Gluck 1997).

    Args:
        driehoek: the cost and the agreed price of each unit.
        verbruikt: days in care × agreed price × share claimed: (draw, unit, month).
        gewicht: (draw, month).
        instelling: decay and credibility.
        vanaf: first month to return.

    Returns:
        (draw, unit, month): own cost, then aanbieder × product, then product.
    """
    eenheden = driehoek.eenheden
    maand = np.arange(driehoek.aantal_maanden)
    nabijheid = instelling.afname ** np.abs(maand[:, None] - maand[vanaf:])
    kosten = driehoek.bekend(driehoek.kosten)
    teller = np.einsum("sm,um,mt->sut", gewicht, kosten, nabijheid, optimize=True)
    noemer = np.einsum("sm,sum,mt->sut", gewicht, verbruikt, nabijheid, optimize=True)
    geloof = instelling.geloof_dagen * driehoek.prijs.mean(axis=1)[:, None]
    prijs = _wijs_toe(teller, noemer, eenheden.product)
    prijs = _wijs_toe(teller, noemer, eenheden.levering, prijs, geloof)
    return (teller + geloof * prijs) / np.maximum(noemer + geloof, 1e-9)


def _wijs_toe(
    teller: Reeks,
    noemer: Reeks,
    groep: Getallen,
    ouder: Reeks | float = 0.0,
    geloof: Reeks | float = 0.0,
) -> Reeks:
    """Return cost per day of the group of each unit, beside that of the wider group."""
    t = sommeer(teller.swapaxes(0, 1), groep).swapaxes(0, 1)[:, groep]
    n = sommeer(noemer.swapaxes(0, 1), groep).swapaxes(0, 1)[:, groep]
    return _deel(t + geloof * ouder, n + geloof, 0.0)


def _deel(teller: Reeks, noemer: Reeks, anders: float) -> Reeks:
    """Return the quotient, ``anders`` where there is nothing to divide by."""
    uitkomst = np.full(np.broadcast_shapes(np.shape(teller), np.shape(noemer)), anders)
    np.divide(teller, noemer, out=uitkomst, where=noemer > 0)
    return uitkomst
