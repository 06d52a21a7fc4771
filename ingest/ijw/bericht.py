"""One message: parse, validate, flatten, check; refused whole or taken over whole."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from ingest.bevinding import Bevinding
from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.kop import Kop, count_regels, read_kop, to_kop
from ingest.ijw.lakerijen import Kolommen, to_lake_rijen
from ingest.ijw.lezers import vlak_lezers
from ingest.ijw.melding import Melding, list_overtredingen, list_schendingen
from ingest.ijw.omzetten import OnleesbareWaarde
from ingest.ijw.plaats import describe_plaats
from ingest.ijw.soort import Soort, determine_soort, guess_soort
from ingest.ijw.veilig import OnleesbaarBericht, has_byte_order_mark, parse_bericht
from ingest.maskering import mask_bsn
from schemas.ijw.standaard import read_standaard
from schemas.ijw.vlak import HEADER_TABEL
from schemas.ijw.xsd import xml_schema


@dataclass
class Berichtresultaat:
    """What one message gave: its findings, and rows per lake table when it was accepted."""

    kop: Kop
    bericht_sleutel: str
    aantal_regels: int = 0
    is_aanvaard: bool = False
    meldingen: list[Melding] = field(default_factory=list)
    rijen: dict[str, Kolommen] = field(default_factory=dict)

    def list_bevindingen(self, onderdeel: str) -> list[Bevinding]:
        """Return the findings; the first that refuses carries the number of refused lines."""
        geweigerd = 0 if self.is_aanvaard else self.aantal_regels
        # A free text of twelve characters: what passes for a bsn is not shown to people.
        identificatie = self.kop.bericht_identificatie and mask_bsn(self.kop.bericht_identificatie)
        bevindingen = []
        for melding in self.meldingen:
            aantal = geweigerd if melding.is_fout else 0
            geweigerd -= aantal
            bevindingen.append(
                Bevinding(
                    regel_code=melding.regel_code,
                    plaats=melding.plaats,
                    toelichting=melding.toelichting,
                    onderdeel=onderdeel,
                    bericht_sleutel=self.bericht_sleutel,
                    bericht=self.kop.bericht,
                    bericht_identificatie=identificatie,
                    aanbieder_agb=self.kop.aanbieder_agb,
                    gemeente_code=self.kop.gemeente_code,
                    aantal_rijen=aantal,
                )
            )
        return bevindingen


def read_bericht(inhoud: bytes, ontvangst_datum: date, sleutel: bytes) -> Berichtresultaat:
    """Return what one message gives; a message that cannot be read is a result too.

    Args:
        inhoud: the bytes of the message as received.
        ontvangst_datum: day of receipt, for the rules that look at the future.
        sleutel: the secret behind ``client_sleutel``.
    """
    bericht_sleutel = hashlib.sha256(inhoud).hexdigest()
    root = None
    try:
        root = parse_bericht(inhoud)
        soort = determine_soort(root)
    except OnleesbaarBericht as error:
        geraden = None if root is None else guess_soort(root)
        return Berichtresultaat(
            kop=Kop() if root is None or geraden is None else read_kop(root, geraden),
            bericht_sleutel=bericht_sleutel,
            aantal_regels=0 if root is None else count_regels(root, geraden),
            meldingen=[Melding(error.regel_code, error.plaats, error.toelichting)],
        )
    resultaat = _read_geldig(root, soort, ontvangst_datum, bericht_sleutel, sleutel)
    if has_byte_order_mark(inhoud):
        resultaat.meldingen.append(Melding("B015", "regel 1"))
    return resultaat


def _read_geldig(
    root: etree._Element, soort: Soort, ontvangst_datum: date, bericht_sleutel: str, sleutel: bytes
) -> Berichtresultaat:
    aantal_regels = count_regels(root, soort)
    schema = xml_schema(soort.release, soort.bericht)
    if not schema.validate(root):
        return Berichtresultaat(
            kop=read_kop(root, soort),
            bericht_sleutel=bericht_sleutel,
            aantal_regels=aantal_regels,
            meldingen=list_schendingen(soort, root, schema.error_log),
        )
    try:
        gelezen = _flatten(root, soort, ontvangst_datum, bericht_sleutel, aantal_regels)
        meldingen = list_overtredingen(gelezen)
    except OnleesbareWaarde as error:
        return Berichtresultaat(
            kop=read_kop(root, soort),
            bericht_sleutel=bericht_sleutel,
            aantal_regels=aantal_regels,
            meldingen=[Melding("B016", _locate(root, soort, error))],
        )
    resultaat = Berichtresultaat(
        kop=to_kop(gelezen.tabellen[HEADER_TABEL], soort),
        bericht_sleutel=bericht_sleutel,
        aantal_regels=aantal_regels,
        meldingen=meldingen,
    )
    resultaat.is_aanvaard = not any(melding.is_fout for melding in resultaat.meldingen)
    if resultaat.is_aanvaard:
        resultaat.rijen = to_lake_rijen(gelezen, sleutel)
    return resultaat


def _flatten(
    root: etree._Element,
    soort: Soort,
    ontvangst_datum: date,
    bericht_sleutel: str,
    aantal_regels: int,
) -> GelezenBericht:
    tabellen = {naam: lezer.read(root) for naam, lezer in vlak_lezers(soort).items()}
    return GelezenBericht(soort, root, tabellen, ontvangst_datum, bericht_sleutel, aantal_regels)


def _locate(root: etree._Element, soort: Soort, error: OnleesbareWaarde) -> str:
    element = error.element
    if element is None:
        lezer = vlak_lezers(soort)[error.tabel]
        element = lezer.find_element(root, error.rij, error.kolom)
    return describe_plaats(read_standaard(soort.release), soort.bericht, element)
