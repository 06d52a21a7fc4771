"""Sentences that compare a figure with the same figure a year earlier."""

from decimal import Decimal

from rapportage.cijfer import Cijfer, change_percentage
from rapportage.opmaak import format_decimaal, format_hooguit_een_decimaal, show
from rapportage.teksten import read_teksten

PROCENT, PROCENTPUNT, DAGEN = "procent", "procentpunt", "dagen"


def compare(nu: Cijfer, eerder: Cijfer, soort: str, eenheid: str, richting: str) -> str:
    """Return one sentence on the change since a year earlier.

    Args:
        nu: the figure now; without a value there is nothing to compare and '' comes back.
        eerder: the same figure a year earlier.
        soort: the number format of both.
        eenheid: what the difference is expressed in: procent, procentpunt or dagen.
        richting: the pair of words for up and down: meer, hoger or langer.
    """
    teksten = read_teksten()["vergelijking"]
    if nu.waarde is None:
        return ""
    verschil = _difference(nu, eerder, eenheid)
    if verschil is None:
        reden = teksten["reden"].get(eerder.status, teksten["reden"]["nvt"])
        return str(teksten["kan_niet"].format(reden=reden))
    if abs(verschil) < Decimal("0.05"):
        return str(teksten["gelijk"].format(eerder=show(eerder, soort)))
    opmaak = format_hooguit_een_decimaal if eenheid == DAGEN else format_decimaal
    omhoog, omlaag = teksten[richting]
    return str(
        teksten["verschil"].format(
            verschil=_name_verschil(opmaak(abs(verschil)), eenheid),
            richting=omhoog if verschil > 0 else omlaag,
            eerder=show(eerder, soort),
        )
    )


def _name_verschil(verschil: str, eenheid: str) -> str:
    teksten = read_teksten()["vergelijking"]
    enkelvoud = eenheid == DAGEN and verschil == "1"
    return str(teksten["dag" if enkelvoud else eenheid].format(verschil=verschil))


def _difference(nu: Cijfer, eerder: Cijfer, eenheid: str) -> Decimal | None:
    if eenheid == PROCENT:
        return change_percentage(nu, eerder)
    if nu.getal is None or eerder.getal is None:
        return None
    return nu.getal - eerder.getal
