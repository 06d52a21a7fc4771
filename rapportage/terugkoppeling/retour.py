"""The retour of a refused message: header only, as the standard prescribes for level 2.

Header only means that it holds no client: who sent which message, and that it was refused.
Order and namespaces of the elements come from the tables of the release.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lxml import etree

from rapportage.terugkoppeling.bevinding import Rij, find_regel
from schemas.ijw.standaard import BASISSCHEMA, Standaard, read_standaard

GEWEIGERD = "0001"
"""Refused on a rule inside the message (iJw regels §2, level 2)."""

_LENGTE_IDENTIFICATIE = 12
# A claim is not answered by a retour in the sense of the standard but by a message of its own.
_ANTWOORD = {"jw323": "jw325"}
_KOP = "Header/"

Waarde = str | Mapping[str, "Waarde"] | tuple[str, ...]


@dataclass(frozen=True)
class GeweigerdBericht:
    """A message that was refused: what its header said, and the codes of the refusal."""

    bericht_sleutel: str
    bericht: str
    gemeente_code: str
    aanbieder_agb: str
    bericht_identificatie: str
    dagtekening_datum: date
    basisschema_xsd_versie: str
    bericht_xsd_versie: str
    retour_codes: tuple[str, ...]


def find_retour_bericht(release: str, bericht: str) -> str | None:
    """Return the message that answers ``bericht``, such as jw306; None when nothing does."""
    if bericht in _ANTWOORD:
        return _ANTWOORD[bericht]
    soorten = read_standaard(release).berichten.values()
    return next((soort.bericht for soort in soorten if soort.heen_bericht == bericht), None)


def choose_retour_codes(bevindingen: Iterable[Rij]) -> tuple[str, ...]:
    """Return the codes in the header of the retour; none when the standard knows no retour.

    A rule about the header has its own code. Every other rule inside a message is told as
    0001, also when it has a code of its own: that one belongs to a class in the payload.
    A message that fails its schema breaks no rule with a code.
    """
    codes = set()
    for rij in bevindingen:
        eigen_code = find_regel(rij).retour_code
        if rij["ernst"] == "fout" and eigen_code:
            is_kop = _KOP in str(rij.get("xpath") or rij["plaats"])
            codes.add(eigen_code if is_kop else GEWEIGERD)
    return tuple(sorted(codes))


def make_identificatie(bericht_sleutel: str) -> str:
    """Return the IdentificatieRetour: the same for the same message, different for another."""
    letters = base64.b32encode(bytes.fromhex(bericht_sleutel)).decode()
    return f"R{letters}"[:_LENGTE_IDENTIFICATIE]


def read_dagtekening(retour: bytes) -> date | None:
    """Return the date on a retour that was made earlier; None when somebody changed the file."""
    namen = ("{*}Header/{*}DagtekeningRetour", "{*}Header/{*}BerichtIdentificatie/{*}Dagtekening")
    try:
        root = etree.fromstring(retour)
        return date.fromisoformat(next(filter(None, map(root.findtext, namen)), ""))
    except (etree.XMLSyntaxError, ValueError):
        return None


def build_retour(
    geweigerd: GeweigerdBericht, release: str, dagtekening: date, xslt_versie: str
) -> bytes:
    """Return the retour of a refused message as XML: UTF-8, lines ended by CR/LF (OP192).

    Args:
        geweigerd: the message, with at least one retour code.
        release: release of the standard, such as ``3_2``.
        dagtekening: the date on the retour.
        xslt_versie: version of the rules that refused, as n.n.n.

    Raises:
        KeyError: the release has no retour for this message, or wants an element in the
            header that is not known here.
    """
    standaard = read_standaard(release)
    bericht = find_retour_bericht(release, geweigerd.bericht)
    if bericht is None:
        raise KeyError(geweigerd.bericht)
    namespace = standaard.namespace(bericht)
    root = etree.Element(
        f"{{{namespace}}}Bericht",
        nsmap={bericht: namespace, "ijw": standaard.namespace(BASISSCHEMA)},
    )
    kop = _read_waarden(standaard, bericht, geweigerd, dagtekening, xslt_versie)
    _append(standaard, bericht, root, "Root", {"Header": kop})
    etree.indent(root)
    tekst = etree.tostring(root, encoding="unicode")
    regels = ('<?xml version="1.0" encoding="UTF-8"?>', *tekst.split("\n"), "")
    return "\r\n".join(regels).encode()


def _read_waarden(
    standaard: Standaard,
    bericht: str,
    geweigerd: GeweigerdBericht,
    dagtekening: date,
    xslt_versie: str,
) -> dict[str, Waarde]:
    """Return what may stand in the header by element name; fixed values are in the release."""
    soort = standaard.berichten[bericht]
    partijen = geweigerd.gemeente_code, geweigerd.aanbieder_agb
    afzender, ontvanger = partijen if soort.afzender == "gemeente" else partijen[::-1]
    heen = {
        "Identificatie": geweigerd.bericht_identificatie,
        "Dagtekening": geweigerd.dagtekening_datum.isoformat(),
    }
    eigen = {
        "Identificatie": make_identificatie(geweigerd.bericht_sleutel),
        "Dagtekening": dagtekening.isoformat(),
    }
    xsd_versie = {
        "BasisschemaXsdVersie": geweigerd.basisschema_xsd_versie,
        "BerichtXsdVersie": geweigerd.bericht_xsd_versie,
    }
    return {
        "Afzender": afzender,
        "Ontvanger": ontvanger,
        "BerichtIdentificatie": heen if soort.is_retour else eigen,
        "XsdVersie": xsd_versie,
        "IdentificatieRetour": eigen["Identificatie"],
        "DagtekeningRetour": eigen["Dagtekening"],
        "DeclaratieIdentificatie": heen,
        "XsltVersie": xslt_versie,
        "XsdVersieRetour": xsd_versie,
        "XsdVersieDeclaratie": xsd_versie,
        "RetourCodes": {"RetourCode": geweigerd.retour_codes},
    }


def _append(
    standaard: Standaard,
    bericht: str,
    ouder: etree._Element,
    klasse: str,
    waarden: Mapping[str, Waarde],
) -> None:
    """Add the elements of a class in the order and the namespaces of the release."""
    is_gedeeld = klasse in standaard.klassen[BASISSCHEMA]
    schema = BASISSCHEMA if is_gedeeld else bericht
    for element in standaard.klassen[schema][klasse]:
        waarde = waarden.get(element.naam) or element.extra_patroon
        if not waarde and element.minimum:
            raise KeyError(element.naam)
        if not waarde:
            continue
        for deel in waarde if isinstance(waarde, tuple) else (waarde,):
            kind = etree.SubElement(ouder, f"{{{standaard.namespace(schema)}}}{element.naam}")
            if isinstance(deel, str):
                kind.text = deel
            else:
                _append(standaard, bericht, kind, element.type, deel)
