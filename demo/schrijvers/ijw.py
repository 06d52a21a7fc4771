"""Writes each message kind as iJw 3.2 XML."""

from collections.abc import Callable

from demo.administratie.inhoud import (
    AntwoordInhoud,
    RegieInhoud,
    RegieProduct,
    ToegewezenProduct,
    ToewijzingInhoud,
    VerzoekInhoud,
)
from demo.administratie.model import Bericht
from demo.administratie.post import Retour
from demo.schrijvers.declaratie import write_jw323, write_jw325
from demo.schrijvers.xml import (
    XSD_VERSIE,
    element,
    header,
    omvang,
    persoon,
    product,
    retourcodes,
    wikkel,
)

_HEEN = {"jw302": "jw301", "jw306": "jw305", "jw308": "jw307", "jw316": "jw315"}


def to_xml(bericht: Bericht) -> bytes:
    """Return a message as the bytes of an official iJw 3.2 file."""
    if bericht.soort in _HEEN:
        inhoud = _retour(bericht)
    elif bericht.soort == "jw323":
        inhoud = header(bericht) + write_jw323(bericht)
    elif bericht.soort == "jw325":
        inhoud = write_jw325(bericht)
    else:
        inhoud = header(bericht) + _PAYLOADS[bericht.soort](bericht.inhoud, None)
    return wikkel(bericht.soort, inhoud).encode()


def _codes(codes: tuple[str, ...] | None) -> str:
    return "" if codes is None else retourcodes(*codes)


def _client_codes(codes: tuple[str, ...] | None) -> str:
    return "" if codes is None else retourcodes("0200")


def _jw301(inhoud: object, codes: tuple[str, ...] | None) -> str:
    """Return the Client of a 301; with ``codes`` that of a 302."""
    assert isinstance(inhoud, ToewijzingInhoud)
    jeugdige = inhoud.jeugdige
    producten = "".join(_toegewezen(regel, codes) for regel in inhoud.producten)
    return (
        f"<d:Client>{persoon(jeugdige, inhoud.bsn, is_volledig=True)}"
        "<d:Contactgegevens><d:Contact><d:Soort>01</d:Soort><d:Adres><b:Huis>"
        f"<b:Huisnummer>{jeugdige.huisnummer}</b:Huisnummer></b:Huis>"
        f"<b:Postcode>{jeugdige.postcode}</b:Postcode><b:Straatnaam>{jeugdige.straat}"
        f"</b:Straatnaam><b:Plaatsnaam>{jeugdige.plaats}</b:Plaatsnaam>"
        f"<b:LandCode>NL</b:LandCode></d:Adres>{_client_codes(codes)}</d:Contact>"
        f"</d:Contactgegevens><d:ToegewezenProducten>{producten}</d:ToegewezenProducten>"
        f"{_client_codes(codes)}</d:Client>"
    )


def _toegewezen(regel: ToegewezenProduct, codes: tuple[str, ...] | None) -> str:
    zorgproduct = regel.toewijzing.zorg.product
    besluit = regel.besluit
    if zorgproduct.heeft_budget:
        omvang_deel = f"<d:Budget>{besluit.omvang}</d:Budget>"
    elif zorgproduct.vorm == "aspecifiek":
        omvang_deel = ""
    else:
        omvang_deel = omvang(besluit.omvang, zorgproduct.eenheid, zorgproduct.frequentie)
    return (
        "<d:ToegewezenProduct>"
        f"<d:ToewijzingNummer>{regel.nummer or regel.toewijzing.nummer}</d:ToewijzingNummer>"
        f"{element('ReferentieAanbieder', None if regel.is_herhaling else besluit.referentie)}"
        f"{product(regel.categorie or zorgproduct.categorie, regel.code or zorgproduct.code)}"
        f"<d:Toewijzingsdatum>{besluit.datum}</d:Toewijzingsdatum>"
        f"<d:Toewijzingstijd>{besluit.tijd}</d:Toewijzingstijd>"
        f"<d:Ingangsdatum>{besluit.ingang}</d:Ingangsdatum>"
        f"{element('Einddatum', besluit.eind)}"
        f"{element('RedenWijziging', None if regel.is_herhaling else besluit.reden)}"
        f"{omvang_deel}{_codes(codes)}</d:ToegewezenProduct>"
    )


def _regie_product(regel: RegieProduct, naam: str, codes: tuple[str, ...] | None) -> str:
    zorg = regel.toewijzing.zorg
    stop = (
        f"<d:RedenBeeindiging>{regel.reden}</d:RedenBeeindiging>"
        f"<d:Einddatum>{regel.eind}</d:Einddatum>"
        if regel.reden
        else ""
    )
    return (
        f"<d:{naam}><d:ToewijzingNummer>{regel.nummer or regel.toewijzing.nummer}"
        f"</d:ToewijzingNummer>{product(zorg.product.categorie, zorg.product.code)}"
        f"<d:ToewijzingIngangsdatum>{regel.toewijzing.huidig.ingang}</d:ToewijzingIngangsdatum>"
        f"<d:Begindatum>{regel.begin}</d:Begindatum>{stop}"
        f"<d:StatusAanlevering>{regel.status}</d:StatusAanlevering>{_codes(codes)}</d:{naam}>"
    )


def _regie(klasse: str, lijst: str) -> Callable[[object, tuple[str, ...] | None], str]:
    def write(inhoud: object, codes: tuple[str, ...] | None) -> str:
        assert isinstance(inhoud, RegieInhoud)
        producten = "".join(_regie_product(regel, klasse, codes) for regel in inhoud.producten)
        return (
            f"<d:Client>{persoon(inhoud.jeugdige, inhoud.bsn)}<d:{lijst}>{producten}</d:{lijst}>"
            f"{_client_codes(codes)}</d:Client>"
        )

    return write


def _jw315(inhoud: object, codes: tuple[str, ...] | None) -> str:
    """Return the Client of a 315; with ``codes`` that of a 316."""
    assert isinstance(inhoud, VerzoekInhoud)
    zorg, verzoek = inhoud.zorg, inhoud.verzoek
    zorgproduct = zorg.product
    omvang_deel = ""
    if zorgproduct.heeft_budget:
        omvang_deel = f"<d:Budget>{zorg.omvang}</d:Budget>"
    elif zorgproduct.vorm != "aspecifiek":
        omvang_deel = omvang(zorg.omvang, zorgproduct.eenheid, zorgproduct.frequentie)
    heeft_agb = verzoek.verwijzer_type in ("02", "03", "05")
    verwijzer = (
        f"<d:Verwijzer><b:Type>{verzoek.verwijzer_type}</b:Type>"
        + ("<b:Naam>De Waterlanden</b:Naam>" if verzoek.verwijzer_type == "04" else "")
        + ("<b:ZorgverlenerCode>01999901</b:ZorgverlenerCode>" if heeft_agb else "")
        + "</d:Verwijzer>"
    )
    return (
        f"<d:Client>{persoon(zorg.jeugdige, inhoud.bsn)}<d:AangevraagdeProducten>"
        f"<d:AangevraagdProduct><d:ReferentieAanbieder>{verzoek.referentie}"
        f"</d:ReferentieAanbieder>{product(zorgproduct.categorie, zorgproduct.code)}"
        f"<d:ToewijzingIngangsdatum>{inhoud.ingang}</d:ToewijzingIngangsdatum>"
        f"{element('ToewijzingEinddatum', inhoud.eind)}{omvang_deel}{verwijzer}{_codes(codes)}"
        f"</d:AangevraagdProduct></d:AangevraagdeProducten>{_client_codes(codes)}</d:Client>"
    )


def _jw319(inhoud: object, codes: tuple[str, ...] | None) -> str:
    assert isinstance(inhoud, AntwoordInhoud)
    woonplaats = (
        f"<d:Woonplaatsbeginsel><d:Gemeente>{inhoud.woonplaats}</d:Gemeente></d:Woonplaatsbeginsel>"
        if inhoud.woonplaats
        else ""
    )
    return (
        f"<d:Antwoord><d:ReferentieAanbieder>{inhoud.referentie}</d:ReferentieAanbieder>"
        f"<d:VerzoekAntwoord>{inhoud.antwoord}</d:VerzoekAntwoord>"
        f"{element('RedenAfwijzingVerzoek', inhoud.reden)}{woonplaats}</d:Antwoord>"
    )


_PAYLOADS: dict[str, Callable[[object, tuple[str, ...] | None], str]] = {
    "jw301": _jw301,
    "jw305": _regie("StartProduct", "StartProducten"),
    "jw307": _regie("StopProduct", "StopProducten"),
    "jw315": _jw315,
    "jw319": _jw319,
}


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
