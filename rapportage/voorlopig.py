"""Which months and quarters are still provisional: their figures can change."""

from datetime import date

from rapportage.kwartaal import Kwartaal
from rapportage.lezen import Rij
from rapportage.teksten import read_teksten


def is_voorlopige_maand(zorgmaand: date, rij: Rij | None, stand_datum: date) -> bool:
    """Whether the cost of a care month is likely to grow after the stand."""
    maanden_terug = (stand_datum.year - zorgmaand.year) * 12 + stand_datum.month - zorgmaand.month
    is_recent = maanden_terug < read_teksten()["voorlopig"]["laatste_maanden"]
    return is_recent or (rij is not None and _is_onvolledig(rij))


def is_voorlopig_kwartaal(kwartaal: Kwartaal, rij: Rij | None, stand_datum: date) -> bool:
    """Whether deliveries over the quarter are missing, or the quarter was not over."""
    volgende = kwartaal.maanden[-1].replace(day=28)
    loopt_nog = stand_datum < volgende
    return loopt_nog or (rij is not None and _is_onvolledig(rij))


def _is_onvolledig(rij: Rij) -> bool:
    getal = rij.volledigheid.getal
    return getal is not None and getal < read_teksten()["voorlopig"]["volledigheid_onder"]
