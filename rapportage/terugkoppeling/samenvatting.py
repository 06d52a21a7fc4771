"""The first sheet: what was delivered, what was refused, and what to do per rule."""

import xlsxwriter

from rapportage.terugkoppeling.inhoud import Groep, Inhoud, Levering
from rapportage.terugkoppeling.opmaak import Blad, Opmaak

SAMENVATTING = "Samenvatting"
MAXIMUM_LEVERINGEN = 1_000

_BREEDTES = (17, 34, 13, 13, 13, 13, 13, 52, 60)
_REGEL_KOPPEN = (
    "ernst",
    "regel",
    "hoe vaak",
    "al opgelost",
    "te herstellen door",
    "bericht",
    "regels geweigerd",
    "wat is er mis",
    "wat te doen",
)
_LEVERING_KOPPEN = (
    "bron",
    "bestand",
    "ontvangen op",
    "berichten overgenomen",
    "berichten geweigerd",
    "regels overgenomen",
    "regels geweigerd",
)
_UITLEG = (
    "Fout: het bericht of de rij is niet overgenomen en telt nergens mee. Verbeter het en lever "
    "het opnieuw aan. Signaal: het is overgenomen, maar er klopt waarschijnlijk iets niet.",
    "Op het blad Bevindingen staat elke plaats. Klik hieronder op de code van een regel om erheen "
    "te gaan. Er staan geen namen en geen burgerservicenummers in dit bestand.",
    "Zoek de cliënt op in uw eigen administratie, met het bericht, het regelnummer en uw eigen "
    "nummers. Staat er een andere partij bij 'te herstellen door', dan hoeft u niets te doen.",
)


def write_samenvatting(
    werkmap: xlsxwriter.Workbook,
    opmaak: Opmaak,
    inhoud: Inhoud,
    groepen: list[Groep],
    eerste_rijen: list[int],
    doelblad: str,
) -> None:
    """Write the summary; each rule links to its first row on the sheet ``doelblad``."""
    blad = Blad(werkmap.add_worksheet(SAMENVATTING), opmaak)
    blad.set_afdruk(inhoud.titel, herhaal_kop=False)
    blad.set_breedtes(_BREEDTES)
    blad.write_titel(inhoud.titel)
    for zin in (*inhoud.inleiding, *_UITLEG):
        blad.write_zin(zin)
    blad.skip()
    _write_regels(blad, groepen, eerste_rijen, doelblad)
    blad.skip()
    _write_leveringen(blad, inhoud.leveringen)
    if inhoud.ontbrekend:
        blad.skip()
        blad.write_titel("Leveringen die te laat zijn of ontbreken")
        for zin in inhoud.ontbrekend:
            blad.write_zin(zin)


def _write_regels(blad: Blad, groepen: list[Groep], eerste_rijen: list[int], doelblad: str) -> None:
    blad.write_titel("Wat er mis is, per regel")
    if not groepen:
        blad.write_zin("Er is niets gevonden.")
        return
    blad.write_koppen(_REGEL_KOPPEN)
    for groep, eerste_rij in zip(groepen, eerste_rijen, strict=True):
        regel = groep.regel
        blad.write_koppeling(1, doelblad, eerste_rij, regel.regel_code)
        blad.write_rij(
            [
                regel.ernst,
                None,
                groep.aantal,
                groep.aantal_opgelost,
                groep.hersteller,
                " ".join(sorted(groep.berichten)),
                groep.aantal_rijen,
                regel.uitleg,
                regel.wat_te_doen,
            ]
        )


def _write_leveringen(blad: Blad, leveringen: list[Levering]) -> None:
    blad.write_titel("Leveringen")
    blad.write_koppen(_LEVERING_KOPPEN)
    for levering in leveringen[:MAXIMUM_LEVERINGEN]:
        blad.write_rij(
            [
                levering.bron,
                levering.bestand,
                levering.ontvangst_datum,
                levering.berichten_aanvaard,
                levering.berichten_geweigerd,
                levering.rijen_aanvaard,
                levering.rijen_geweigerd,
            ]
        )
    rest = len(leveringen) - MAXIMUM_LEVERINGEN
    if rest > 0:
        if rest == 1:
            blad.write_zin("En nog 1 bestand; het totaal hieronder telt het mee.")
        else:
            blad.write_zin(f"En nog {rest} bestanden; het totaal hieronder telt ze mee.")
    blad.write_totaal(
        [
            "totaal",
            "",
            "",
            sum(levering.berichten_aanvaard or 0 for levering in leveringen),
            sum(levering.berichten_geweigerd or 0 for levering in leveringen),
            sum(levering.rijen_aanvaard for levering in leveringen),
            sum(levering.rijen_geweigerd for levering in leveringen),
        ]
    )
