"""The judgement of libxml2: for messages that are not in plain form.

A message that breaks its schema gets its findings here. A valid one is written out in plain
form, so that one road leads to the lake.
"""

from dataclasses import dataclass

from lxml import etree

from ingest.extra_schemas import ExtraSchemas
from ingest.ijw.keuring import list_fouten
from ingest.ijw.kop import Kop, count_regels, read_kop
from ingest.ijw.melding import Melding, list_schendingen
from ingest.ijw.plaats import Plaats
from ingest.ijw.soort import Soort, determine_soort, guess_soort
from ingest.ijw.uitschrijven import write_plain
from ingest.ijw.veilig import OnleesbaarBericht, parse_bericht
from schemas.ijw.xsd import xml_schema


@dataclass(frozen=True)
class Oordeel:
    """What libxml2 says: findings, or the message in plain form."""

    kop: Kop
    aantal_regels: int
    meldingen: list[Melding]
    gewoon: bytes | None = None


def judge_bericht(inhoud: bytes, extra_schemas: ExtraSchemas) -> Oordeel:
    """Return the judgement of one message; a message that cannot be read gets one too."""
    root = None
    try:
        root = parse_bericht(inhoud)
        soort = determine_soort(root)
    except OnleesbaarBericht as error:
        geraden = None if root is None else guess_soort(root)
        return Oordeel(
            kop=Kop() if root is None or geraden is None else read_kop(root, geraden),
            aantal_regels=0 if root is None else count_regels(root, geraden),
            meldingen=[Melding(error.regel_code, Plaats(error.regel), error.toelichting)],
        )
    meldingen = _validate(root, soort, extra_schemas)
    return Oordeel(
        kop=read_kop(root, soort),
        aantal_regels=count_regels(root, soort),
        meldingen=meldingen,
        gewoon=None if meldingen else write_plain(root, soort),
    )


def _validate(root: etree._Element, soort: Soort, extra_schemas: ExtraSchemas) -> list[Melding]:
    eigen = xml_schema(soort.release, soort.bericht)
    extra = extra_schemas.get((soort.release, soort.bericht))
    for schema in filter(None, (eigen, extra)):
        fouten = list_fouten(schema, root, soort)
        if fouten:
            return list_schendingen(soort, root, fouten)
    return []
