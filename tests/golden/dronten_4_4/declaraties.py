"""The claims: lines bundled per gemeente, aanbieder and claim month into a 323 and its 325."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import sjablonen as sj
from post import Post
from verhaal import Regel, Toewijzing, add_maanden, get_laatste_dag

Sleutel = tuple[str, str, date]  # gemeente, aanbieder, claim month
Paar = tuple[Toewijzing, Regel]


@dataclass(frozen=True)
class Weigering:
    """How a whole claim is refused the first time, and how it is sent again."""

    header_code: str = "0200"
    declaratie_code: str = "8001"
    nieuwe_referenties: bool = False


def bundle(toewijzingen: Iterable[Toewijzing]) -> dict[Sleutel, list[Paar]]:
    """Return the lines per claim, in the order of the toewijzingen."""
    declaraties = defaultdict(list)
    for toewijzing in toewijzingen:
        for regel in toewijzing.regels:
            sleutel = (toewijzing.gemeente, toewijzing.aanbieder, regel.declaratie_maand)
            declaraties[sleutel].append((toewijzing, regel))
    return dict(declaraties)


def render_prestatie(toewijzing: Toewijzing, regel: Regel, codes: tuple[str, ...] = ()) -> str:
    """Return a Prestatie; its period is the care month as far as the toewijzing runs."""
    begin = max(regel.maand, toewijzing.ingang)
    eind = min(get_laatste_dag(regel.maand), toewijzing.eind or date.max)
    opt = sj.render_optional
    return (
        "<m:Prestatie><m:ProductReferentie>"
        f"<i:ReferentieNummer>{regel.referentie}</i:ReferentieNummer>"
        f"{opt('i:VorigReferentieNummer', regel.vorige)}</m:ProductReferentie>"
        f"<m:ToewijzingNummer>{toewijzing.nummer}</m:ToewijzingNummer>"
        f"<m:ProductCategorie>{toewijzing.categorie or regel.code[:2]}</m:ProductCategorie>"
        f"<m:ProductCode>{regel.code}</m:ProductCode>"
        f"{sj.render_periode('ProductPeriode', begin, eind)}"
        f"<m:GeleverdVolume>{regel.volume}</m:GeleverdVolume>"
        f"<m:Eenheid>{toewijzing.eenheid}</m:Eenheid>{opt('m:ProductTarief', regel.tarief)}"
        f"<m:IngediendBedrag><i:Bedrag>{regel.bedrag}</i:Bedrag>"
        f"<i:DebetCredit>{regel.debet_credit}</i:DebetCredit></m:IngediendBedrag>"
        f"{sj.render_codes(codes)}</m:Prestatie>"
    )


def render_clienten(paren: list[Paar], is_antwoord: bool = False) -> str:
    """Return the Clienten block of a claim, or of its answer, one Client per bsn."""
    per_bsn = defaultdict(list)
    for toewijzing, regel in paren:
        codes = (regel.afkeur_code,) if is_antwoord else ()
        per_bsn[toewijzing.bsn].append(render_prestatie(toewijzing, regel, codes))
    client_codes = sj.render_codes(("0200",)) if is_antwoord else ""
    return "".join(
        f"<m:Client><m:Bsn>{bsn}</m:Bsn><m:Prestaties>{''.join(prestaties)}</m:Prestaties>"
        f"{client_codes}</m:Client>"
        for bsn, prestaties in per_bsn.items()
    )


def compute_totaal(paren: Iterable[Paar]) -> int:
    """Return the signed total in eurocent: debit minus credit."""
    return sum(regel.bedrag if regel.debet_credit == "D" else -regel.bedrag for _, regel in paren)


def send_declaratie(
    post: Post, sleutel: Sleutel, paren: list[Paar], dagtekening: date, nummer: str
) -> str:
    """Send a 323; returns the identificatie of the message."""
    gemeente, aanbieder, maand = sleutel
    payload = (
        f"<m:Declaratie><m:DeclaratieNummer>{nummer}</m:DeclaratieNummer>"
        f"{sj.render_periode('DeclaratiePeriode', maand, get_laatste_dag(maand))}"
        f"<m:DeclaratieDagtekening>{dagtekening}</m:DeclaratieDagtekening>"
        f"{sj.render_totaal('TotaalIngediendBedrag', compute_totaal(paren))}"
        f"<m:Clienten>{render_clienten(paren)}</m:Clienten></m:Declaratie>"
    )
    return post.send("jw323", aanbieder, gemeente, dagtekening, payload)


def send_declaratie_antwoord(
    post: Post,
    sleutel: Sleutel,
    paren: list[Paar],
    heen: tuple[str, date, str],
    dagtekening: date,
    weigering: Weigering | None = None,
) -> None:
    """Send the 325 on ``heen`` (identificatie, dagtekening, DeclaratieNummer): refused lines only.

    A refused header has no DeclaratieAntwoord; a refused declaratie lists no lines (§7.4).
    """
    gemeente, aanbieder, _ = sleutel
    weigering = weigering or Weigering()
    identificatie, heen_dagtekening, nummer = heen
    geweigerd = [(toewijzing, regel) for toewijzing, regel in paren if regel.afkeur_code]
    totaal = compute_totaal(paren)
    toegekend = totaal - compute_totaal(geweigerd)
    declaratie_code = "0200" if geweigerd else weigering.declaratie_code
    if weigering.declaratie_code != "8001":
        declaratie_code, geweigerd, toegekend = weigering.declaratie_code, [], 0
    extra = (
        f"<m:DeclaratieIdentificatie><i:Identificatie>{identificatie}</i:Identificatie>"
        f"<i:Dagtekening>{heen_dagtekening}</i:Dagtekening></m:DeclaratieIdentificatie>"
        f"<m:XsdVersieDeclaratie>{sj.XSD_VERSIE}</m:XsdVersieDeclaratie>"
        f"{sj.render_codes((weigering.header_code,))}"
    )
    clienten = render_clienten(geweigerd, is_antwoord=True)
    payload = (
        f"<m:DeclaratieAntwoord><m:DeclaratieNummer>{nummer}</m:DeclaratieNummer>"
        f"{sj.render_totaal('TotaalIngediendBedrag', totaal)}"
        f"{sj.render_totaal('TotaalToegekendBedrag', toegekend)}"
        f"{'<m:Clienten>' + clienten + '</m:Clienten>' if clienten else ''}"
        f"{sj.render_codes((declaratie_code,))}</m:DeclaratieAntwoord>"
    )
    if weigering.header_code != "0200":
        payload = ""
    post.send("jw325", gemeente, aanbieder, dagtekening, payload, extra)


def send_alle_declaraties(
    post: Post, toewijzingen: Iterable[Toewijzing], weigeringen: dict[Sleutel, Weigering]
) -> None:
    """Send each claim on the 10th of the next month and its answer on the 20th.

    A refused claim is sent again on the 25th and answered on the 28th. Only the claim of
    January 2025 is answered later, on 24 February 2025: at the stand it is still open.
    """
    for sleutel, paren in bundle(toewijzingen).items():
        volgende = add_maanden(sleutel[2], 1)
        gezonden, beantwoord = volgende.replace(day=10), volgende.replace(day=20)
        if sleutel[2] == date(2025, 1, 1):
            beantwoord = date(2025, 2, 24)
        nummer = f"D{sleutel[0][1:]}{sleutel[1][-2:]}{sleutel[2]:%y%m}"
        weigering = weigeringen.get(sleutel)
        heen = (send_declaratie(post, sleutel, paren, gezonden, nummer), gezonden, nummer)
        send_declaratie_antwoord(post, sleutel, paren, heen, beantwoord, weigering)
        if weigering is None:
            continue
        if weigering.declaratie_code != "8001":
            nummer += "H"
        if weigering.nieuwe_referenties:
            paren = [(t, replace(r, referentie=f"{r.referentie}H")) for t, r in paren]
        opnieuw = volgende.replace(day=25)
        heen = (send_declaratie(post, sleutel, paren, opnieuw, nummer), opnieuw, nummer)
        send_declaratie_antwoord(post, sleutel, paren, heen, volgende.replace(day=28))
