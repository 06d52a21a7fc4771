"""The estimate of what is still to be claimed, per unit and care month."""

from dataclasses import dataclass

import numpy as np

from raming.instelling import Instelling
from raming.invoer import Driehoek, Reeks
from raming.patroon import compute_declaratie_aandeel, compute_prijs, compute_zorg_aandeel


@dataclass(frozen=True)
class Schatting:
    """Per draw, unit and care month from ``vanaf`` on; the first draw is the best estimate.

    Attributes:
        vanaf: index of the first care month that may still change.
        omvang: expected cost of the whole month, from the care given and its price.
        aandeel: share of the month that is claimed at the stand.
        nog: eurocent still to come.
    """

    vanaf: int
    omvang: Reeks
    aandeel: Reeks
    nog: Reeks


def schat(driehoek: Driehoek, gewicht: Reeks, instelling: Instelling) -> Schatting:
    """Return what is still to come: Bornhuetter-Ferguson on a Cape Cod price.

    The share not yet claimed (chain-ladder) is taken of the cost that the care of the month is
    expected to give. A unit of which no care is known is scaled up from its own claims.

    Args:
        driehoek: what is known at the stand.
        gewicht: (draw, care month) weights, ones for the best estimate.
        instelling: see there.
    """
    leeftijd = driehoek.leeftijd
    maanden = np.arange(driehoek.aantal_maanden)
    vanaf = max(0, driehoek.aantal_maanden - driehoek.aantal_ontwikkeling)
    aandeel = compute_declaratie_aandeel(driehoek, gewicht, instelling)[:, :, leeftijd]
    zorg_aandeel = compute_zorg_aandeel(driehoek, gewicht, instelling)[:, :, leeftijd]
    dagen = driehoek.bekend(driehoek.dagen)[driehoek.eenheden.zorg] / zorg_aandeel
    dagen *= driehoek.prijs
    prijs = compute_prijs(driehoek, dagen * aandeel, gewicht, instelling, vanaf)
    doel = maanden[vanaf:]
    omvang = np.maximum(dagen[:, :, doel] * prijs, 0.0)
    aandeel = aandeel[:, :, doel]
    kosten = driehoek.bekend(driehoek.kosten)[:, doel]
    opgeschaald = np.where(aandeel > 0.2, kosten / np.maximum(aandeel, 0.2), 0.0)
    omvang = np.where(omvang > 0, omvang, np.maximum(opgeschaald, 0.0))
    return Schatting(vanaf, omvang, aandeel, omvang * (1.0 - aandeel))
