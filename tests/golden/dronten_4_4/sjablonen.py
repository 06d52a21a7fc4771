"""The official iJw 3.2 messages as plain text templates, written from the standard by hand.

Nothing here knows the pipeline or the demo: elements and their order follow the message
schemas (JW301 … JW325, release 3.2). Amounts are eurocent, dates are ISO text or ``date``.
"""

from datetime import date

BASIS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
BERICHTCODE = {
    "jw301": "436",
    "jw302": "437",
    "jw305": "438",
    "jw307": "440",
    "jw315": "446",
    "jw316": "447",
    "jw319": "488",
    "jw323": "490",
    "jw325": "491",
}
XSD_VERSIE = (
    "<i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>"
    "<i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie>"
)


def render_optional(tag: str, value: object) -> str:
    """Return ``<tag>value</tag>``, or nothing when there is no value (RS033)."""
    return "" if value in (None, "") else f"<{tag}>{value}</{tag}>"


def render_codes(codes: tuple[str, ...]) -> str:
    """Return a RetourCodes block, or nothing without codes."""
    if not codes:
        return ""
    inhoud = "".join(f"<m:RetourCode>{code}</m:RetourCode>" for code in codes)
    return f"<m:RetourCodes>{inhoud}</m:RetourCodes>"


def render_bericht(
    soort: str,
    afzender: str,
    ontvanger: str,
    identificatie: str,
    dagtekening: date,
    payload: str,
    header_extra: str = "",
) -> str:
    """Return a whole message: root, header and payload."""
    return "\r\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<m:Bericht xmlns:m="http://www.istandaarden.nl/ijw/3_2/{soort}/schema" '
            f'xmlns:i="{BASIS}">',
            "<m:Header>",
            f"<m:BerichtCode>{BERICHTCODE[soort]}</m:BerichtCode>"
            "<m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>",
            f"<m:Afzender>{afzender}</m:Afzender><m:Ontvanger>{ontvanger}</m:Ontvanger>",
            f"<m:BerichtIdentificatie><i:Identificatie>{identificatie}</i:Identificatie>"
            f"<i:Dagtekening>{dagtekening}</i:Dagtekening></m:BerichtIdentificatie>",
            f"<m:XsdVersie>{XSD_VERSIE}</m:XsdVersie>{header_extra}",
            "</m:Header>",
            *filter(None, (payload,)),
            "</m:Bericht>",
        )
    )


def render_retour_header(identificatie: str, dagtekening: date, codes: tuple[str, ...] = ()) -> str:
    """Return what a retour (302, 316) adds to the header it repeats."""
    return (
        f"<m:IdentificatieRetour>{identificatie}</m:IdentificatieRetour>"
        f"<m:DagtekeningRetour>{dagtekening}</m:DagtekeningRetour>"
        f"<m:XsdVersieRetour>{XSD_VERSIE}</m:XsdVersieRetour>{render_codes(codes)}"
    )


def render_product(categorie: str | None, code: str | None) -> str:
    """Return a Product block; nothing for a generic toewijzing."""
    if not categorie:
        return ""
    return (
        f"<m:Product><i:Categorie>{categorie}</i:Categorie>"
        f"{render_optional('i:Code', code)}</m:Product>"
    )


def render_omvang(volume: int | None, eenheid: str, frequentie: str) -> str:
    """Return an Omvang block; nothing without a volume."""
    if volume is None:
        return ""
    return (
        f"<m:Omvang><i:Volume>{volume}</i:Volume><i:Eenheid>{eenheid}</i:Eenheid>"
        f"<i:Frequentie>{frequentie}</i:Frequentie></m:Omvang>"
    )


def render_persoon(bsn: str, verkort: bool) -> str:
    """Return Bsn to Naam of a client; the name is the same invented one for everybody."""
    naamgebruik = "" if verkort else "<i:NaamGebruik>1</i:NaamGebruik>"
    return (
        f"<m:Bsn>{bsn}</m:Bsn>"
        "<m:Geboortedatum><i:Datum>2012-03-04</i:Datum></m:Geboortedatum>"
        "<m:Geslacht>2</m:Geslacht>"
        "<m:Naam><i:Geslachtsnaam><i:Achternaam>Zwartkruis-Golden</i:Achternaam>"
        f"</i:Geslachtsnaam><i:Voorletters>G</i:Voorletters>{naamgebruik}</m:Naam>"
    )


def render_client_301(bsn: str, producten: str, codes: tuple[str, ...] = ()) -> str:
    """Return the Client of a 301, or of a 302 when there are retour codes."""
    return (
        f"<m:Client>{render_persoon(bsn, verkort=False)}"
        "<m:Contactgegevens><m:Contact><m:Soort>01</m:Soort><m:Adres>"
        "<i:Huis><i:Huisnummer>17</i:Huisnummer></i:Huis><i:Postcode>8251ZZ</i:Postcode>"
        "<i:Straatnaam>Goldenlaantje</i:Straatnaam><i:Plaatsnaam>Dronten</i:Plaatsnaam>"
        f"<i:LandCode>NL</i:LandCode></m:Adres>{render_codes(codes)}</m:Contact></m:Contactgegevens>"
        f"<m:ToegewezenProducten>{producten}</m:ToegewezenProducten>{render_codes(codes)}</m:Client>"
    )


def render_client_start_stop(bsn: str, lijst: str, klasse: str, inhoud: str) -> str:
    """Return the Client of a 305 or 307 with one StartProduct or StopProduct."""
    return (
        f"<m:Client>{render_persoon(bsn, verkort=True)}"
        f"<m:{lijst}><m:{klasse}>{inhoud}</m:{klasse}></m:{lijst}></m:Client>"
    )


def render_client_315(bsn: str, product: str, codes: tuple[str, ...] = ()) -> str:
    """Return the Client of a 315, or of a 316 when there are retour codes."""
    return (
        f"<m:Client>{render_persoon(bsn, verkort=True)}<m:AangevraagdeProducten>"
        f"<m:AangevraagdProduct>{product}{render_codes(codes)}</m:AangevraagdProduct>"
        f"</m:AangevraagdeProducten>{render_codes(codes)}</m:Client>"
    )


def render_verwijzer(verwijzer_type: str) -> str:
    """Return a Verwijzer block: a type 02-05 is named, other types are not (CD066-CD068)."""
    naam = "<i:Naam>Praktijk De Golden Set</i:Naam>" if "02" <= verwijzer_type <= "05" else ""
    return f"<m:Verwijzer><i:Type>{verwijzer_type}</i:Type>{naam}</m:Verwijzer>"


def render_totaal(tag: str, totaal: int) -> str:
    """Return a total in eurocent with its sign as DebetCredit."""
    teken = "C" if totaal < 0 else "D"
    return (
        f"<m:{tag}><i:TotaalBedrag>{abs(totaal)}</i:TotaalBedrag>"
        f"<i:DebetCredit>{teken}</i:DebetCredit></m:{tag}>"
    )


def render_periode(tag: str, begin: date, eind: date) -> str:
    """Return a closed period."""
    return (
        f"<m:{tag}><i:Begindatum>{begin}</i:Begindatum><i:Einddatum>{eind}</i:Einddatum></m:{tag}>"
    )
