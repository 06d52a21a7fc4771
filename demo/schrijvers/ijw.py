"""Writes each of the 14 message kinds as iJw 3.2 XML."""

from collections.abc import Callable

from demo.administratie.model import Bericht
from demo.administratie.post import RETOUR_VAN, Retour
from demo.schrijvers.declaratie import write_jw323, write_jw325
from demo.schrijvers.toewijzing import make_regie_schrijver, write_jw301
from demo.schrijvers.verzoek import write_jw315, write_jw317, write_jw319
from demo.schrijvers.xml import XSD_VERSIE, Codes, header, retourcodes, wikkel

_PAYLOADS: dict[str, Callable[[object, Codes], str]] = {
    "jw301": write_jw301,
    "jw305": make_regie_schrijver("StartProduct", "StartProducten"),
    "jw307": make_regie_schrijver("StopProduct", "StopProducten"),
    "jw315": write_jw315,
    "jw317": write_jw317,
    "jw319": write_jw319,
}
_RETOUREN = frozenset(RETOUR_VAN.values())


def to_xml(bericht: Bericht) -> bytes:
    """Return a message as the bytes of an official iJw 3.2 file."""
    if bericht.soort in _RETOUREN:
        inhoud = _retour(bericht)
    elif bericht.soort == "jw323":
        inhoud = header(bericht) + write_jw323(bericht)
    elif bericht.soort == "jw325":
        inhoud = write_jw325(bericht)
    else:
        inhoud = header(bericht) + _PAYLOADS[bericht.soort](bericht.inhoud, None)
    return wikkel(bericht.soort, inhoud).encode()


def _retour(bericht: Bericht) -> str:
    retour = bericht.inhoud
    assert isinstance(retour, Retour)
    heen = retour.bericht
    extra = (
        f"<d:IdentificatieRetour>{bericht.identificatie}</d:IdentificatieRetour>"
        f"<d:DagtekeningRetour>{bericht.dagtekening}</d:DagtekeningRetour>"
        f"{XSD_VERSIE.format('XsdVersieRetour')}"
    )
    if not retour.in_header:
        payload = _PAYLOADS[heen.soort](heen.inhoud, retour.codes)
        return header(bericht, extra, heen) + payload
    if retour.codes:
        extra += retourcodes(*retour.codes)
    return header(bericht, extra, heen)
