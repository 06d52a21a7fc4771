"""Pieces of the golden messages from which the examples of the rules are made."""

from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "golden" / "ijw"
Paar = tuple[str, str]

T, G = "jw301_open_einddatum", "jw301_aspecifiek_en_generiek"
START, STOP = "jw305_verwijderd_en_taakgericht", "jw307_tijdelijk"
VOT, VOW = "jw315_huisarts", "jw317_alleen_bericht"
D, A = "jw323_credit_en_nieuw_debet", "jw325_regels_afgekeurd"
KALE_START, KALE_STOP = "<Begindatum>2025-02-0", "<Einddatum>2025-06-30<"
OMVANG = "<Omvang><ijw:Volume>120</ijw:Volume><ijw:Eenheid>01</ijw:Eenheid><ijw:Frequentie>"
TARIEF = "<d:ProductTarief>160</d:ProductTarief>"
P4 = "<b:ReferentieNummer>P4</b:ReferentieNummer>"
# The first line becomes a credit of zero: amount, total and sign must follow.
NUL_CREDIT = (
    ("<b:Bedrag>57600<", "<b:Bedrag>0<"),
    ("<d:GeleverdVolume>360<", "<d:GeleverdVolume>0<"),
    (
        "<b:TotaalBedrag>9600</b:TotaalBedrag><b:DebetCredit>C<",
        "<b:TotaalBedrag>48000</b:TotaalBedrag><b:DebetCredit>D<",
    ),
)
ANTWOORD = "jw319_woonplaatsbeginsel"
HUIS = "<ijw:Huis><ijw:Huisnummer>12</ijw:Huisnummer></ijw:Huis>"
POSTCODE, LAND = "<ijw:Postcode>8200AA</ijw:Postcode>", "<ijw:LandCode>NL</ijw:LandCode>"
CODE = "<ijw:Code>45A04</ijw:Code>"
VERWIJZER = "<ijw:Type>02</ijw:Type><ijw:Naam>Dokter Voorbeeld</ijw:Naam>"
AGB = "<ijw:ZorgverlenerCode>01000001</ijw:ZorgverlenerCode>"
NIEUW_BUDGET = "<Einddatum>2025-12-31</Einddatum>\n          <Budget>90000</Budget>"
NIEUW_OMVANG = (
    "<Omvang><ijw:Volume>1</ijw:Volume><ijw:Eenheid>04</ijw:Eenheid>"
    "<ijw:Frequentie>4</ijw:Frequentie></Omvang>"
)
NAAM_RELATIE = "</ijw:Geslachtsnaam><ijw:NaamGebruik>1"
NA_CLIENTEN = "</Clienten>\n    <RetourCodes><RetourCode>"
PARTNER = "<ijw:Partnernaam><ijw:Achternaam>Partner</ijw:Achternaam></ijw:Partnernaam>"


def between(naam: str, begin: str, eind: str) -> str:
    """Return the first part of a golden message from ``begin`` up to and including ``eind``."""
    tekst = (GOLDEN / f"{naam}.xml").read_text(encoding="utf-8")
    return tekst[tekst.index(begin) : tekst.index(eind, tekst.index(begin)) + len(eind)]


def repeat(naam: str, klasse: str, *paren: Paar) -> Paar:
    """Return the replacement that repeats the first element of a name, changed by ``paren``."""
    eerste = between(naam, f"<{klasse}>", f"</{klasse}>")
    tweede = eerste
    for oud, nieuw in paren:
        assert oud in tweede, oud
        tweede = tweede.replace(oud, nieuw)
    return eerste, eerste + tweede


def drop(naam: str, klasse: str) -> Paar:
    """Return the replacement that removes the first element of a name."""
    return between(naam, f"<{klasse}>", f"</{klasse}>"), ""
