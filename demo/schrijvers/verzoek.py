"""Writes requests and their answers (315, 317, 319); with codes the retours on them."""

from collections.abc import Sequence

from demo.administratie.inhoud import AntwoordInhoud, VerzoekInhoud, WijzigingInhoud
from demo.administratie.model import GevraagdProduct
from demo.schrijvers.xml import (
    Codes,
    element,
    klasse_codes,
    omvang_of_budget,
    persoon,
    product,
    product_codes,
)

_MET_AGB = ("02", "03", "05")


def write_jw315(inhoud: object, codes: Codes) -> str:
    """Return the Client of a 315; with ``codes`` that of a 316."""
    assert isinstance(inhoud, VerzoekInhoud)
    zorg, verzoek = inhoud.zorg, inhoud.verzoek
    is_gemeente = verzoek.verwijzer_type == "01"
    nummer = element("BeschikkingNummer", zorg.jeugdige.volgnummer if is_gemeente else None)
    datum = element("BeschikkingIngangsdatum", inhoud.ingang if is_gemeente else None)
    verwijzer = (
        f"<d:Verwijzer><b:Type>{verzoek.verwijzer_type}</b:Type>"
        + ("<b:Naam>De Waterlanden</b:Naam>" if verzoek.verwijzer_type == "04" else "")
        + (
            "<b:ZorgverlenerCode>01999901</b:ZorgverlenerCode>"
            if verzoek.verwijzer_type in _MET_AGB
            else ""
        )
        + "</d:Verwijzer>"
    )
    return (
        f"<d:Client>{persoon(zorg.jeugdige, inhoud.bsn)}<d:AangevraagdeProducten>"
        f"<d:AangevraagdProduct><d:ReferentieAanbieder>{verzoek.referentie}"
        f"</d:ReferentieAanbieder>{nummer}{product(zorg.product.categorie, zorg.product.code)}"
        f"{datum}<d:ToewijzingIngangsdatum>{inhoud.ingang}</d:ToewijzingIngangsdatum>"
        f"{element('ToewijzingEinddatum', inhoud.eind)}"
        f"{omvang_of_budget(zorg.product, zorg.omvang)}{verwijzer}{product_codes(codes, 0)}"
        f"</d:AangevraagdProduct></d:AangevraagdeProducten>{klasse_codes(codes)}</d:Client>"
    )


def write_jw317(inhoud: object, codes: Codes) -> str:
    """Return the Client of a 317; with ``codes`` that of a 318."""
    assert isinstance(inhoud, WijzigingInhoud)
    ongewijzigd = [
        f"<d:OngewijzigdProduct><d:ToewijzingNummer>{nummer}</d:ToewijzingNummer>"
        f"{product_codes(codes, volgnummer)}</d:OngewijzigdProduct>"
        for volgnummer, nummer in enumerate(inhoud.ongewijzigd)
    ]
    te_wijzigen = [p for p in inhoud.producten if p.nummer]
    nieuw = [p for p in inhoud.producten if not p.nummer]
    al_beoordeeld = len(ongewijzigd)
    return (
        f"<d:Client><d:Bsn>{inhoud.bsn}</d:Bsn><d:Verzoek><d:ReferentieAanbieder>"
        f"{inhoud.referentie}</d:ReferentieAanbieder><d:RedenVerzoek>{inhoud.reden}"
        f"</d:RedenVerzoek>{_lijst('OngewijzigdeProducten', ongewijzigd)}"
        f"{_gevraagd('TeWijzigenProduct', te_wijzigen, codes, al_beoordeeld)}"
        f"{_gevraagd('NieuwProduct', nieuw, codes, al_beoordeeld + len(te_wijzigen))}"
        f"{klasse_codes(codes)}</d:Verzoek>{klasse_codes(codes)}</d:Client>"
    )


def _lijst(naam: str, delen: Sequence[str]) -> str:
    return f"<d:{naam}>{''.join(delen)}</d:{naam}>" if delen else ""


def _gevraagd(
    klasse: str, producten: Sequence[GevraagdProduct], codes: Codes, eerste_nummer: int
) -> str:
    delen = [
        f"<d:{klasse}>"
        + (
            element("ToewijzingNummer", gevraagd.nummer)
            or product(gevraagd.product.categorie, gevraagd.product.code)
        )
        + f"<d:GewensteIngangsdatum>{gevraagd.ingang}</d:GewensteIngangsdatum>"
        f"{element('Einddatum', gevraagd.eind)}"
        f"{omvang_of_budget(gevraagd.product, gevraagd.omvang)}"
        f"{product_codes(codes, nummer)}</d:{klasse}>"
        for nummer, gevraagd in enumerate(producten, start=eerste_nummer)
    ]
    return _lijst(klasse.replace("Product", "Producten").replace("NieuwP", "NieuweP"), delen)


def write_jw319(inhoud: object, codes: Codes) -> str:
    """Return the Antwoord of a 319; with ``codes`` that of a 320."""
    assert isinstance(inhoud, AntwoordInhoud)
    woonplaats = (
        f"<d:Woonplaatsbeginsel><d:Gemeente>{inhoud.woonplaats}</d:Gemeente>"
        f"{klasse_codes(codes)}</d:Woonplaatsbeginsel>"
        if inhoud.woonplaats
        else ""
    )
    return (
        f"<d:Antwoord><d:ReferentieAanbieder>{inhoud.referentie}</d:ReferentieAanbieder>"
        f"<d:VerzoekAntwoord>{inhoud.antwoord}</d:VerzoekAntwoord>"
        f"{element('RedenAfwijzingVerzoek', inhoud.reden)}{woonplaats}"
        f"{product_codes(codes, 0)}</d:Antwoord>"
    )
