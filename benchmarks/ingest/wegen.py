"""The ways of reading that are compared; each gets the same files."""

import io
import re
import zipfile
from collections.abc import Iterator

import pandas as pd
from lxml import etree

from benchmarks.ingest.leveringen import MAAND, SLEUTEL, Levering
from ingest.inlezen import read_maand
from schemas.ijw.xsd import xml_schema

_SOORT = re.compile(r"\{http://www\.istandaarden\.nl/ijw/(\d_\d)/(jw\d{3})/schema\}Bericht")
_HOOGSTE_AANDEEL_GEWEIGERD = 0.05


class AnderResultaat(Exception):
    """A way of reading did not do what is compared, so that its time means nothing."""


def read_with_lxml(levering: Levering) -> None:
    """(a) lxml tree and XSD alone: the floor for anybody who checks the schema with lxml."""
    ongeldig = 0
    for inhoud in _iter_berichten(levering):
        root = etree.fromstring(inhoud)
        soort = _SOORT.fullmatch(root.tag)
        ongeldig += not (soort and xml_schema(*soort.groups()).validate(root))
    _check_aandeel(ongeldig, len(levering.bestanden))


def read_with_pandas(levering: Levering) -> None:
    """(b) ``pandas.read_xml``: the lines of a declaratie as a table, nothing checked."""
    namespaces = {"d": "http://www.istandaarden.nl/ijw/3_2/jw323/schema"}
    for inhoud in _iter_berichten(levering):
        pd.read_xml(io.BytesIO(inhoud), xpath=".//d:Prestatie", namespaces=namespaces)


def read_with_regiobeeld(levering: Levering) -> None:
    """(c) ours: from the encrypted archive to validated, checked, pseudonymised Parquet."""
    map = levering.archief.parent
    resultaat = read_maand(
        levering.open_archief(), map / "lake", map / "quarantaine", "ijw", MAAND, SLEUTEL
    )
    _check_aandeel(
        resultaat.aantal_rijen_geweigerd,
        resultaat.aantal_rijen_geweigerd + resultaat.aantal_rijen_aanvaard,
    )


def open_archief(levering: Levering) -> None:
    """The archive alone: what any reader of encrypted originals pays before it sees a byte."""
    for bestand in levering.open_archief().iter_bestanden("ijw", MAAND):
        assert bestand.inhoud


def _iter_berichten(levering: Levering) -> Iterator[bytes]:
    for pad in levering.bestanden:
        if pad.suffix == ".zip":
            with zipfile.ZipFile(pad) as archief:
                yield from map(archief.read, archief.namelist())
        else:
            yield pad.read_bytes()


def _check_aandeel(geweigerd: int, totaal: int) -> None:
    """Check that the messages were good, but for the few errors that the demo plants."""
    if not totaal or geweigerd / totaal > _HOOGSTE_AANDEEL_GEWEIGERD:
        raise AnderResultaat(f"{geweigerd} van {totaal} geweigerd")
