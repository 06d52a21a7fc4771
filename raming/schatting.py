"""The estimate of what is still to be claimed, per unit and care month."""

from dataclasses import dataclass

import numpy as np

from raming.instelling import Instelling
from raming.invoer import Reeks, neem
from raming.patroon import Grondslag, compute_nabijheid, compute_patroon, compute_prijs


@dataclass(frozen=True)
class Schatting:
    """Per draw, unit and care month from ``vanaf`` on; the first draw is the best estimate.

    Attributes:
        vanaf: index of the first care month that may still change.
        omvang: expected cost of the whole month, from the care given and its price.
        nog: eurocent still to come.
    """

    vanaf: int
    omvang: Reeks
    nog: Reeks


def schat(grondslag: Grondslag, gewicht: Reeks, instelling: Instelling) -> Schatting:
    """Return what is still to come: Bornhuetter-Ferguson on a Cape Cod price.

    The share not yet claimed (chain-ladder) is taken of the cost that the care of the month is
    expected to give. A unit of which no care is known is scaled up from its own claims.

    Args:
        grondslag: what is known at the stand.
        gewicht: (draw, care month) weights, ones for the best estimate.
        instelling: see there.
    """
    driehoek = grondslag.driehoek
    leeftijd = driehoek.leeftijd
    vanaf = max(0, driehoek.aantal_maanden - driehoek.aantal_ontwikkeling)
    patroon = compute_patroon(grondslag, gewicht, instelling)
    bekend = patroon.bekend(driehoek, leeftijd)
    zorg = driehoek.bekend(driehoek.dagen)[driehoek.eenheden.zorg] * driehoek.prijs
    zorg = zorg / neem(patroon.zorg, leeftijd, 2)
    nabijheid = compute_nabijheid(driehoek, instelling)[:, vanaf:]
    prijs = compute_prijs(driehoek, zorg * bekend, gewicht, instelling, nabijheid)
    omvang = np.maximum(zorg[:, :, vanaf:] * prijs, 0.0)
    bekend = bekend[:, :, vanaf:]
    kosten = driehoek.bekend(driehoek.kosten)[:, vanaf:]
    opgeschaald = np.where(bekend > 0.2, kosten / np.maximum(bekend, 0.2), 0.0)
    omvang = np.where(omvang > 0, omvang, np.maximum(opgeschaald, 0.0))
    return Schatting(vanaf, omvang, omvang * (1.0 - bekend))
