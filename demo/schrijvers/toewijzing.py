"""Writes allocations, starts and stops (301, 305, 307); with codes the retours on them."""

from collections.abc import Callable

from demo.administratie.inhoud import (
    RegieInhoud,
    RegieProduct,
    ToegewezenProduct,
    ToewijzingInhoud,
)
from demo.personen import Jeugdige
from demo.schrijvers.xml import (
    Codes,
    element,
    klasse_codes,
    omvang_of_budget,
    persoon,
    product,
    product_codes,
)

# Of some youths more is known: one in so many has a relation, an interpreter, a second address.
_MET_RELATIE, _MET_TOLK, _MET_TIJDELIJK_ADRES, _MET_PARTNERNAAM = 9, 61, 83, 97


def write_jw301(inhoud: object, codes: Codes) -> str:
    """Return the Client of a 301; with ``codes`` that of a 302."""
    assert isinstance(inhoud, ToewijzingInhoud)
    producten = "".join(
        _toegewezen(regel, product_codes(codes, nummer))
        for nummer, regel in enumerate(inhoud.producten)
    )
    jeugdige = inhoud.jeugdige
    heeft_tolk = jeugdige.volgnummer % _MET_TOLK == 0
    tolk = "<d:Communicatie><b:Vorm>1</b:Vorm><b:Taal>Pools</b:Taal></d:Communicatie>"
    return (
        f"<d:Client>{persoon(jeugdige, inhoud.bsn, is_volledig=True)}"
        f"{tolk if heeft_tolk else ''}{_relaties(jeugdige, codes)}"
        f"<d:Contactgegevens>{_contact('01', jeugdige, codes)}{_tijdelijk(jeugdige, codes)}"
        f"</d:Contactgegevens><d:ToegewezenProducten>{producten}</d:ToegewezenProducten>"
        f"{klasse_codes(codes)}</d:Client>"
    )


def _contact(soort: str, jeugdige: Jeugdige, codes: Codes, rest: str = "") -> str:
    return (
        f"<d:Contact><d:Soort>{soort}</d:Soort><d:Adres><b:Huis>"
        f"<b:Huisnummer>{jeugdige.huisnummer}</b:Huisnummer></b:Huis>"
        f"<b:Postcode>{jeugdige.postcode}</b:Postcode><b:Straatnaam>{jeugdige.straat}"
        f"</b:Straatnaam><b:Plaatsnaam>{jeugdige.plaats}</b:Plaatsnaam>"
        f"<b:LandCode>NL</b:LandCode></d:Adres>{rest}{klasse_codes(codes)}</d:Contact>"
    )


def _tijdelijk(jeugdige: Jeugdige, codes: Codes) -> str:
    if jeugdige.volgnummer % _MET_TIJDELIJK_ADRES:
        return ""
    periode = "<d:Periode><b:Begindatum>2023-02-01</b:Begindatum></d:Periode>"
    return _contact("04", jeugdige, codes, periode)


def _relaties(jeugdige: Jeugdige, codes: Codes) -> str:
    if jeugdige.volgnummer % _MET_RELATIE:
        return ""
    partner = "<b:Partnernaam><b:Achternaam>Overwater</b:Achternaam></b:Partnernaam>"
    heeft_partner = jeugdige.volgnummer % _MET_PARTNERNAAM == 0
    return (
        f"<d:Relaties><d:Relatie><d:Nummer>R{jeugdige.volgnummer}</d:Nummer><d:Soort>10</d:Soort>"
        f"<d:Naam><b:Geslachtsnaam><b:Achternaam>{jeugdige.achternaam}</b:Achternaam>"
        f"</b:Geslachtsnaam>{partner if heeft_partner else ''}"
        f"<b:NaamGebruik>{'4' if heeft_partner else '1'}</b:NaamGebruik></d:Naam>"
        f"<d:Contact><d:Soort>02</d:Soort><d:Telefoon><b:Telefoon01>"
        f"<b:Telefoonnummer>0600000000</b:Telefoonnummer><b:Landnummer>31</b:Landnummer>"
        f"</b:Telefoon01></d:Telefoon>{klasse_codes(codes)}</d:Contact>{klasse_codes(codes)}"
        f"</d:Relatie></d:Relaties>"
    )


def _toegewezen(regel: ToegewezenProduct, codes: str) -> str:
    zorgproduct = regel.toewijzing.zorg.product
    besluit = regel.besluit
    return (
        "<d:ToegewezenProduct>"
        f"<d:ToewijzingNummer>{regel.toewijzing.nummer}</d:ToewijzingNummer>"
        f"{element('ReferentieAanbieder', regel.referentie)}"
        f"{product(zorgproduct.categorie, regel.code or zorgproduct.code)}"
        f"<d:Toewijzingsdatum>{besluit.datum}</d:Toewijzingsdatum>"
        f"<d:Toewijzingstijd>{besluit.tijd}</d:Toewijzingstijd>"
        f"<d:Ingangsdatum>{besluit.ingang}</d:Ingangsdatum>"
        f"{element('Einddatum', besluit.eind)}"
        f"{element('RedenWijziging', None if regel.is_herhaling else besluit.reden)}"
        f"{omvang_of_budget(zorgproduct, besluit.omvang)}{codes}</d:ToegewezenProduct>"
    )


def make_regie_schrijver(klasse: str, lijst: str) -> Callable[[object, Codes], str]:
    """Return the writer of the Client of a 305 or 307, with codes of a 306 or 308."""

    def write(inhoud: object, codes: Codes) -> str:
        assert isinstance(inhoud, RegieInhoud)
        producten = "".join(
            _regie_product(regel, klasse, product_codes(codes, nummer))
            for nummer, regel in enumerate(inhoud.producten)
        )
        return (
            f"<d:Client>{persoon(inhoud.jeugdige, inhoud.bsn)}<d:{lijst}>{producten}</d:{lijst}>"
            f"{klasse_codes(codes)}</d:Client>"
        )

    return write


def _regie_product(regel: RegieProduct, klasse: str, codes: str) -> str:
    zorg = regel.toewijzing.zorg
    stop = (
        f"<d:RedenBeeindiging>{regel.reden}</d:RedenBeeindiging>"
        f"<d:Einddatum>{regel.eind}</d:Einddatum>"
        if regel.reden
        else ""
    )
    return (
        f"<d:{klasse}><d:ToewijzingNummer>{regel.nummer or regel.toewijzing.nummer}"
        f"</d:ToewijzingNummer>{product(zorg.product.categorie, zorg.product.code)}"
        f"<d:ToewijzingIngangsdatum>{regel.toewijzing.huidig.ingang}</d:ToewijzingIngangsdatum>"
        f"<d:Begindatum>{regel.begin}</d:Begindatum>{stop}"
        f"<d:StatusAanlevering>{regel.status}</d:StatusAanlevering>{codes}</d:{klasse}>"
    )
