"""Writes claims and their answers (323, 325) as iJw 3.2 XML."""

from itertools import groupby

from demo.administratie.inhoud import DeclaratieAntwoordInhoud, DeclaratieInhoud
from demo.administratie.model import Bericht, Regel
from demo.kalender import DAG, laatste_dag
from demo.schrijvers.xml import XSD_VERSIE, element, header, identificatie, retourcodes


def _bedrag(naam: str, veld: str, eurocent: int) -> str:
    teken = "C" if eurocent < 0 else "D"
    return (
        f"<d:{naam}><b:{veld}>{abs(eurocent)}</b:{veld}>"
        f"<b:DebetCredit>{teken}</b:DebetCredit></d:{naam}>"
    )


def _prestatie(regel: Regel, code: str | None = None) -> str:
    vorige = (
        f"<b:VorigReferentieNummer>{regel.crediteert.referentie}</b:VorigReferentieNummer>"
        if regel.crediteert
        else ""
    )
    return (
        f"<d:Prestatie><d:ProductReferentie><b:ReferentieNummer>{regel.referentie}"
        f"</b:ReferentieNummer>{vorige}</d:ProductReferentie>"
        f"<d:ToewijzingNummer>{regel.toewijzing.nummer}</d:ToewijzingNummer>"
        f"<d:ProductCategorie>{regel.categorie}</d:ProductCategorie>"
        f"<d:ProductCode>{regel.code}</d:ProductCode><d:ProductPeriode>"
        f"<b:Begindatum>{regel.begin}</b:Begindatum><b:Einddatum>{regel.eind}</b:Einddatum>"
        f"</d:ProductPeriode><d:GeleverdVolume>{regel.volume}</d:GeleverdVolume>"
        f"<d:Eenheid>{regel.eenheid}</d:Eenheid>{element('ProductTarief', regel.tarief)}"
        f"{_bedrag('IngediendBedrag', 'Bedrag', regel.eurocent)}"
        f"{retourcodes(code) if code else ''}</d:Prestatie>"
    )


def _bsn(regel: Regel) -> str:
    return regel.toewijzing.zorg.jeugdige.bsn


def write_jw323(bericht: Bericht) -> str:
    """Return the Declaratie of a 323."""
    inhoud = bericht.inhoud
    assert isinstance(inhoud, DeclaratieInhoud)
    declaratie = inhoud.declaratie
    clienten = []
    for nummer, (bsn, regels) in enumerate(groupby(declaratie.regels, key=_bsn)):
        getoond = inhoud.verkeerde_bsn if inhoud.verkeerde_bsn and nummer == 0 else bsn
        clienten.append(
            f"<d:Client><d:Bsn>{getoond}</d:Bsn><d:Prestaties>"
            f"{''.join(_prestatie(regel) for regel in regels)}</d:Prestaties></d:Client>"
        )
    eind = laatste_dag(declaratie.maand)
    if not inhoud.hele_periode:
        eind += DAG
    return (
        f"<d:Declaratie><d:DeclaratieNummer>{declaratie.nummer}</d:DeclaratieNummer>"
        f"<d:DeclaratiePeriode><b:Begindatum>{declaratie.maand}</b:Begindatum>"
        f"<b:Einddatum>{eind}</b:Einddatum></d:DeclaratiePeriode>"
        f"<d:DeclaratieDagtekening>{bericht.dagtekening}</d:DeclaratieDagtekening>"
        f"{_bedrag('TotaalIngediendBedrag', 'TotaalBedrag', inhoud.totaal)}"
        f"<d:Clienten>{''.join(clienten)}</d:Clienten></d:Declaratie>"
    )


def write_jw325(bericht: Bericht) -> str:
    """Return header and DeclaratieAntwoord of a 325: only the refused lines (TR342)."""
    inhoud = bericht.inhoud
    assert isinstance(inhoud, DeclaratieAntwoordInhoud)
    declaratie = inhoud.declaratie
    extra = (
        identificatie("DeclaratieIdentificatie", inhoud.identificatie, inhoud.dagtekening)
        + XSD_VERSIE.format("XsdVersieDeclaratie").replace("1.0.0", inhoud.xsd_versie)
        + retourcodes(inhoud.header_code)
    )
    kop = header(bericht, extra)
    if inhoud.header_code != "0200":
        return kop
    afgekeurd = {id(regel): code for regel, code in inhoud.afgekeurd}
    clienten = [
        f"<d:Client><d:Bsn>{bsn}</d:Bsn><d:Prestaties>"
        f"{''.join(_prestatie(regel, afgekeurd[id(regel)]) for regel in regels)}"
        f"</d:Prestaties>{retourcodes('0200')}</d:Client>"
        for bsn, regels in groupby((regel for regel, _ in inhoud.afgekeurd), key=_bsn)
    ]
    lijst = f"<d:Clienten>{''.join(clienten)}</d:Clienten>" if clienten else ""
    return (
        f"{kop}<d:DeclaratieAntwoord><d:DeclaratieNummer>{declaratie.nummer}"
        "</d:DeclaratieNummer>"
        f"{_bedrag('TotaalIngediendBedrag', 'TotaalBedrag', declaratie.totaal)}"
        f"{_bedrag('TotaalToegekendBedrag', 'TotaalBedrag', inhoud.toegekend)}{lijst}"
        f"{retourcodes(inhoud.declaratie_code)}</d:DeclaratieAntwoord>"
    )
