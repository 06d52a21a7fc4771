"""Small pieces of iJw XML: header, person, product. Everything is text; nothing needs escaping."""

from datetime import date

from demo.administratie.model import Bericht
from demo.catalogus import Product
from demo.personen import Jeugdige

BASIS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
BERICHTCODES = {
    "jw301": "436",
    "jw302": "437",
    "jw305": "438",
    "jw306": "439",
    "jw307": "440",
    "jw308": "441",
    "jw315": "446",
    "jw316": "447",
    "jw317": "486",
    "jw318": "487",
    "jw319": "488",
    "jw320": "489",
    "jw323": "490",
    "jw325": "491",
}
Codes = tuple[str, ...] | None
XSD_VERSIE = (
    "<d:{0}><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>"
    "<b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></d:{0}>"
)


def wikkel(soort: str, inhoud: str) -> str:
    """Return the whole document around the children of ``Bericht``."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\r\n'
        f'<d:Bericht xmlns:d="http://www.istandaarden.nl/ijw/3_2/{soort}/schema" '
        f'xmlns:b="{BASIS}">\r\n{inhoud}\r\n</d:Bericht>\r\n'
    )


def identificatie(naam: str, nummer: str, dagtekening: date) -> str:
    """Return a CDT_BerichtIdentificatie under the given name."""
    return (
        f"<d:{naam}><b:Identificatie>{nummer}</b:Identificatie>"
        f"<b:Dagtekening>{dagtekening}</b:Dagtekening></d:{naam}>"
    )


def header(bericht: Bericht, extra: str = "", heen: Bericht | None = None) -> str:
    """Return the header; a retour keeps parties, number and date of the message it answers."""
    bron = heen or bericht
    ontvanger = bron.agb if bron.afzender == bron.gemeente else bron.gemeente
    return (
        f"<d:Header><d:BerichtCode>{BERICHTCODES[bericht.soort]}</d:BerichtCode>"
        "<d:BerichtVersie>3</d:BerichtVersie><d:BerichtSubversie>2</d:BerichtSubversie>"
        f"<d:Afzender>{bron.afzender}</d:Afzender><d:Ontvanger>{ontvanger}</d:Ontvanger>"
        f"{identificatie('BerichtIdentificatie', bron.identificatie, bron.dagtekening)}"
        f"{XSD_VERSIE.format('XsdVersie')}{extra}</d:Header>"
    )


def persoon(jeugdige: Jeugdige, bsn: str, is_volledig: bool = False) -> str:
    """Return Bsn, Geboortedatum, Geslacht and Naam."""
    voorvoegsel = (
        f"<b:Voorvoegsel>{jeugdige.voorvoegsel}</b:Voorvoegsel>" if jeugdige.voorvoegsel else ""
    )
    naamgebruik = "<b:NaamGebruik>1</b:NaamGebruik>" if is_volledig else ""
    return (
        f"<d:Bsn>{bsn}</d:Bsn>{_geboortedatum(jeugdige)}<d:Geslacht>{jeugdige.geslacht}</d:Geslacht><d:Naam>"
        f"<b:Geslachtsnaam><b:Achternaam>{jeugdige.achternaam}</b:Achternaam>{voorvoegsel}"
        f"</b:Geslachtsnaam><b:Voornamen>{jeugdige.voornaam}</b:Voornamen>"
        f"<b:Voorletters>{jeugdige.voornaam[0]}</b:Voorletters>{naamgebruik}</d:Naam>"
    )


def is_geboortemaand_bekend(jeugdige: Jeugdige) -> bool:
    """Return whether messages tell the month of birth: of a few youths only the year is known."""
    return jeugdige.volgnummer % 499 != 0 and jeugdige.volgnummer % 211 != 0


def _geboortedatum(jeugdige: Jeugdige) -> str:
    """Return the birth date; of a few youths only the year is known, or nothing (CS139)."""
    datum, gebruik = str(jeugdige.geboren), ""
    if jeugdige.volgnummer % 499 == 0:
        datum, gebruik = "1900-01-01", "3"
    elif not is_geboortemaand_bekend(jeugdige):
        datum, gebruik = f"{jeugdige.geboren.year}-01-01", "2"
    deel = f"<b:DatumGebruik>{gebruik}</b:DatumGebruik>" if gebruik else ""
    return f"<d:Geboortedatum><b:Datum>{datum}</b:Datum>{deel}</d:Geboortedatum>"


def product(categorie: str, code: str) -> str:
    """Return the Product element, or nothing for a generieke toewijzing."""
    if not categorie:
        return ""
    deel = f"<b:Code>{code}</b:Code>" if code else ""
    return f"<d:Product><b:Categorie>{categorie}</b:Categorie>{deel}</d:Product>"


def omvang_of_budget(zorgproduct: Product, omvang: int) -> str:
    """Return the Budget or the Omvang of a product, or nothing when it has neither."""
    if zorgproduct.heeft_budget:
        return f"<d:Budget>{omvang}</d:Budget>"
    if zorgproduct.vorm == "aspecifiek":
        return ""
    return (
        f"<d:Omvang><b:Volume>{omvang}</b:Volume><b:Eenheid>{zorgproduct.eenheid}</b:Eenheid>"
        f"<b:Frequentie>{zorgproduct.frequentie}</b:Frequentie></d:Omvang>"
    )


def element(naam: str, waarde: object) -> str:
    """Return an optional element: nothing when the value is None or empty."""
    return f"<d:{naam}>{waarde}</d:{naam}>" if waarde not in (None, "") else ""


def retourcodes(*codes: str) -> str:
    """Return a RetourCodes block."""
    regels = "".join(f"<d:RetourCode>{code}</d:RetourCode>" for code in codes)
    return f"<d:RetourCodes>{regels}</d:RetourCodes>"


def product_codes(codes: Codes, nummer: int) -> str:
    """Return the codes of a product in a retour: the first is refused, the rest not judged."""
    if codes is None:
        return ""
    return retourcodes(*codes) if nummer == 0 else retourcodes("0233")


def klasse_codes(codes: Codes) -> str:
    """Return the codes of any other class in a retour: nothing wrong with it."""
    return "" if codes is None else retourcodes("0200")
