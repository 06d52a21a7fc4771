"""A guard before a workbook is opened: the spreadsheet library keeps a full grid in memory."""

import io
import re
import zipfile

from lxml import etree

from ingest.uitpakken import OnveiligArchief

MAXIMUM_CELLEN = 5_000_000
_VERWIJZING = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_TABEL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def check_werkmap_cellen(inhoud: bytes) -> None:
    """Check that no sheet spans more cells than any honest delivery has.

    One value in the last corner of a sheet, or one value repeated a million times, makes a tiny
    file that needs gigabytes.

    Raises:
        OnveiligArchief: a sheet spans more than ``MAXIMUM_CELLEN`` cells.
    """
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        for naam in archief.namelist():
            if naam.startswith("xl/worksheets/") and naam.endswith(".xml"):
                _check(_count_xlsx(archief.read(naam)))
            elif naam == "content.xml":
                _check(_count_ods(archief.read(naam)))


def _check(aantal_cellen: int) -> None:
    if aantal_cellen > MAXIMUM_CELLEN:
        raise OnveiligArchief("Een werkblad heeft onveilig veel cellen.")


def _count_xlsx(blad: bytes) -> int:
    breedte, hoogte = 0, 0
    for letters, cijfers in _VERWIJZING.findall(blad):
        hoogte = max(hoogte, int(cijfers))
        kolom = 0
        for letter in letters:
            kolom = kolom * 26 + letter - 64
        breedte = max(breedte, kolom)
    return breedte * hoogte


def _count_ods(inhoud: bytes) -> int:
    """Return the largest sheet, counting repeats but not the empty tail that programs write."""
    grootste = 0
    hoogte = breedte = 0
    parser = etree.iterparse(
        io.BytesIO(inhoud),
        events=("start", "end"),
        tag=(f"{_TABEL}table", f"{_TABEL}table-row"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for event, element in parser:
            if element.tag == f"{_TABEL}table":
                hoogte = breedte = 0
            elif event == "end":
                kolommen = _breedte(element)
                if kolommen:
                    hoogte += _herhaling(element, "rows")
                    breedte = max(breedte, kolommen)
                    grootste = max(grootste, hoogte * breedte)
                element.clear()
    except etree.XMLSyntaxError as error:
        raise OnveiligArchief("Het werkblad is beschadigd.") from error
    return grootste


def _breedte(rij: etree._Element) -> int:
    plaats = breedte = 0
    for cel in rij:
        plaats += _herhaling(cel, "columns")
        if len(cel) or any("value" in str(naam) for naam in cel.attrib):
            breedte = plaats
    return breedte


def _herhaling(element: etree._Element, wat: str) -> int:
    aantal = element.get(f"{_TABEL}number-{wat}-repeated", "1")
    return int(aantal) if str(aantal).isdigit() else 1
