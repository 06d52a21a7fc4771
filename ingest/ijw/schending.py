"""Schema violations in plain Dutch: place and kind, never the value."""

import re
from dataclasses import dataclass

from lxml import etree

from ingest.ijw.keuring import Fout
from ingest.ijw.plaats import Plaats, Wegwijzer
from ingest.ijw.soort import Soort
from schemas.ijw.standaard import read_standaard

_XSD = "XSD"
_SOORTEN = {
    "SCHEMAV_CVC_PATTERN_VALID": ("patroon", "De waarde heeft niet de voorgeschreven vorm."),
    "SCHEMAV_CVC_ENUMERATION_VALID": ("codelijst", "De waarde staat niet in de codelijst."),
    "SCHEMAV_CVC_MINLENGTH_VALID": ("lengte", "De waarde is te kort."),
    "SCHEMAV_CVC_MAXLENGTH_VALID": ("lengte", "De waarde is te lang."),
    "SCHEMAV_CVC_MININCLUSIVE_VALID": ("bereik", "De waarde is te klein."),
    "SCHEMAV_CVC_MAXINCLUSIVE_VALID": ("bereik", "De waarde is te groot."),
    "SCHEMAV_CVC_DATATYPE_VALID_1_2_1": ("type", "De waarde is niet van het juiste type."),
    "SCHEMAV_CVC_TYPE_3_1_2": ("inhoud", "Dit element mag geen andere elementen bevatten."),
    "SCHEMAV_CVC_TYPE_3_1_1": ("attribuut", "Dit element mag geen attributen hebben."),
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": ("inhoud", "Dit element mag geen losse tekst bevatten."),
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": ("attribuut", "Dit element mag geen attributen hebben."),
}
_ANDERS = ("schema", "Het element voldoet niet aan het schema.")
_ONTBREEKT = re.compile(r"Missing child element")
_VERWACHT = re.compile(r"Expected is (?:one of )?\(([^)]*)\)")
_VOLGNUMMER = re.compile(r"\[\d+\]")
_NAAM = re.compile(r"(?:\{[^}]*\})?([A-Za-z0-9_]+)")


@dataclass(frozen=True)
class Schending:
    """One place where a message breaks its schema."""

    regel_code: str
    plaats: Plaats
    toelichting: str


class Beschrijver:
    """Describes the errors of one message."""

    def __init__(self, soort: Soort, root: etree._Element) -> None:
        """Keep what all errors of the message share."""
        self._soort = soort
        self._standaard = read_standaard(soort.release)
        self._bekend = self._standaard.element_namen(soort.bericht)
        self._wegwijzer = Wegwijzer(root, self._bekend)

    def describe(self, fout: Fout) -> Schending:
        """Return the rule, place and kind of one error of libxml2, without what it quotes."""
        facet, tekst = _describe_soort(fout, self._bekend)
        plaats = self._wegwijzer.describe(fout.pad, fout.regel)
        pad = _VOLGNUMMER.sub("", plaats.xpath).removeprefix("/Bericht/")
        sleutel = (self._soort.bericht, pad, facet)
        return Schending(self._standaard.schema_regels.get(sleutel, _XSD), plaats, tekst)


def _describe_soort(fout: Fout, bekend: frozenset[str]) -> tuple[str, str]:
    if fout.soort != "SCHEMAV_ELEMENT_CONTENT":
        return _SOORTEN.get(fout.soort, _ANDERS)
    tekst = (
        "Er ontbreekt een verplicht element."
        if _ONTBREEKT.search(fout.tekst)
        else "Dit element wordt hier niet verwacht."
    )
    namen = [naam for naam in _expected_names(fout.tekst) if naam in bekend]
    return "inhoud", f"{tekst} Verwacht: {' of '.join(namen)}." if namen else tekst


def _expected_names(message: str) -> list[str]:
    # The last one: an element name or value earlier in the text comes from the sender.
    gevonden = _VERWACHT.findall(message)
    if not gevonden:
        return []
    return [match.group(1) for match in _NAAM.finditer(gevonden[-1])]
