"""A valid jw323 of any size, the input of the ingest benchmark."""

_KOP = """<?xml version="1.0" encoding="UTF-8"?>
<d:Bericht xmlns:d="http://www.istandaarden.nl/ijw/3_2/jw323/schema"
 xmlns:b="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"><d:Header>
<d:BerichtCode>490</d:BerichtCode><d:BerichtVersie>3</d:BerichtVersie>
<d:BerichtSubversie>2</d:BerichtSubversie><d:Afzender>99000001</d:Afzender>
<d:Ontvanger>0384</d:Ontvanger><d:BerichtIdentificatie><b:Identificatie>BENCH</b:Identificatie>
<b:Dagtekening>2025-06-03</b:Dagtekening></d:BerichtIdentificatie><d:XsdVersie>
<b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie><b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>
</d:XsdVersie></d:Header><d:Declaratie><d:DeclaratieNummer>BENCH</d:DeclaratieNummer>
<d:DeclaratiePeriode><b:Begindatum>2025-05-01</b:Begindatum><b:Einddatum>2025-05-31</b:Einddatum>
</d:DeclaratiePeriode><d:DeclaratieDagtekening>2025-06-03</d:DeclaratieDagtekening>
<d:TotaalIngediendBedrag><b:TotaalBedrag>{totaal}</b:TotaalBedrag><b:DebetCredit>D</b:DebetCredit>
</d:TotaalIngediendBedrag><d:Clienten><d:Client><d:Bsn>{bsn}</d:Bsn><d:Prestaties>"""
_PRESTATIE = """<d:Prestatie><d:ProductReferentie><b:ReferentieNummer>P{nummer:09d}\
</b:ReferentieNummer></d:ProductReferentie><d:ToewijzingNummer>{nummer}</d:ToewijzingNummer>
<d:ProductCategorie>45</d:ProductCategorie><d:ProductCode>45A04</d:ProductCode><d:ProductPeriode>
<b:Begindatum>2025-05-01</b:Begindatum><b:Einddatum>2025-05-31</b:Einddatum></d:ProductPeriode>
<d:GeleverdVolume>360</d:GeleverdVolume><d:Eenheid>01</d:Eenheid>
<d:ProductTarief>160</d:ProductTarief><d:IngediendBedrag><b:Bedrag>57600</b:Bedrag>
<b:DebetCredit>D</b:DebetCredit></d:IngediendBedrag></d:Prestatie>"""
_VOET = "</d:Prestaties></d:Client></d:Clienten></d:Declaratie></d:Bericht>"


def make_jw323(aantal_regels: int) -> bytes:
    """Return a jw323 with ``aantal_regels`` prestaties of one youth with a test bsn."""
    kop = _KOP.format(totaal=57600 * aantal_regels, bsn="999990019")
    regels = (_PRESTATIE.format(nummer=nummer) for nummer in range(1, aantal_regels + 1))
    return (kop + "".join(regels) + _VOET).encode()
