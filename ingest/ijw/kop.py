"""The header of any message, also of one that failed its schema."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from ingest.ijw.soort import Soort
from schemas.ijw.standaard import list_releases, read_standaard
from schemas.ijw.vlak import HEADER_TABEL, find_element, read_vlakken
from schemas.ijw.waarde import is_geldig


@dataclass(frozen=True)
class Kop:
    """What lake table ``bericht`` keeps of a header; None where it is not a valid value."""

    bericht: str | None = None
    gemeente_code: str | None = None
    aanbieder_agb: str | None = None
    bericht_identificatie: str | None = None
    dagtekening_datum: date | None = None
    basisschema_xsd_versie: str | None = None
    bericht_xsd_versie: str | None = None


def read_kop(root: etree._Element, soort: Soort) -> Kop:
    """Return the header fields that are valid values of their own type."""
    standaard = read_standaard(soort.release)
    gevonden: dict[str, str] = {}
    for kolom in read_vlakken(soort.release)[soort.bericht][HEADER_TABEL][0].kolommen:
        tekst = root.findtext("/".join(f"{{*}}{naam}" for naam in kolom.pad))
        element = find_element(standaard, soort.bericht, kolom.pad)
        if tekst is not None and is_geldig(standaard.typen[element.type], tekst.strip()):
            gevonden[kolom.kolom] = tekst.strip()
    dagtekening = gevonden.pop("dagtekening_datum", None)
    return Kop(
        bericht=soort.bericht,
        dagtekening_datum=date.fromisoformat(dagtekening) if dagtekening else None,
        **gevonden,
    )


def count_regels(root: etree._Element, soort: Soort | None) -> int:
    """Return the number of lines by local name, so that also an invalid message is counted."""
    standaard = read_standaard(soort.release if soort else list_releases()[-1])
    soorten = [standaard.berichten[soort.bericht]] if soort else standaard.berichten.values()
    namen = {f"{{*}}{naam}" for kind in soorten for naam in kind.regel_elementen}
    return sum(1 for _ in root.iterdescendants(*namen))
