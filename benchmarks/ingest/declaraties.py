"""Large valid declaraties: every line has its own number, client, product, period and amount."""

from itertools import cycle, islice
from random import Random

from demo.bsn import iter_bsn

_NAMESPACE = "http://www.istandaarden.nl/ijw/3_2/{}/schema"
_KOP = f"""<?xml version="1.0" encoding="UTF-8"?>
<d:Bericht xmlns:d="{_NAMESPACE.format("jw323")}" xmlns:b="{_NAMESPACE.format("basisschema")}">
  <d:Header>
    <d:BerichtCode>490</d:BerichtCode>
    <d:BerichtVersie>3</d:BerichtVersie>
    <d:BerichtSubversie>2</d:BerichtSubversie>
    <d:Afzender>99000001</d:Afzender>
    <d:Ontvanger>0034</d:Ontvanger>
    <d:BerichtIdentificatie>
      <b:Identificatie>{{nummer}}</b:Identificatie>
      <b:Dagtekening>2025-06-03</b:Dagtekening>
    </d:BerichtIdentificatie>
    <d:XsdVersie>
      <b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>
      <b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>
    </d:XsdVersie>
  </d:Header>
  <d:Declaratie>
    <d:DeclaratieNummer>{{nummer}}</d:DeclaratieNummer>
    <d:DeclaratiePeriode>
      <b:Begindatum>2025-05-01</b:Begindatum>
      <b:Einddatum>2025-05-31</b:Einddatum>
    </d:DeclaratiePeriode>
    <d:DeclaratieDagtekening>2025-06-03</d:DeclaratieDagtekening>
    <d:TotaalIngediendBedrag>
      <b:TotaalBedrag>{{totaal}}</b:TotaalBedrag>
      <b:DebetCredit>D</b:DebetCredit>
    </d:TotaalIngediendBedrag>
    <d:Clienten>"""
_PRESTATIE = """
          <d:Prestatie>
            <d:ProductReferentie>
              <b:ReferentieNummer>{referentie}</b:ReferentieNummer>
            </d:ProductReferentie>
            <d:ToewijzingNummer>{toewijzing}</d:ToewijzingNummer>
            <d:ProductCategorie>{product[0]}</d:ProductCategorie>
            <d:ProductCode>{product[1]}</d:ProductCode>
            <d:ProductPeriode>
              <b:Begindatum>2025-05-{begin:02}</b:Begindatum>
              <b:Einddatum>2025-05-{eind:02}</b:Einddatum>
            </d:ProductPeriode>
            <d:GeleverdVolume>{volume}</d:GeleverdVolume>
            <d:Eenheid>01</d:Eenheid>
            <d:ProductTarief>{product[2]}</d:ProductTarief>
            <d:IngediendBedrag>
              <b:Bedrag>{bedrag}</b:Bedrag>
              <b:DebetCredit>D</b:DebetCredit>
            </d:IngediendBedrag>
          </d:Prestatie>"""
_VOET = """
    </d:Clienten>
  </d:Declaratie>
</d:Bericht>
"""
_PRODUCTEN = (
    ("45", "45A04", 160),
    ("45", "45A05", 175),
    ("54", "54001", 201),
    ("50", "50A01", 148),
)
_BSNS = tuple(islice(iter_bsn(), 9000))


def make_declaratie(nummer: int, aantal_regels: int) -> bytes:
    """Return a jw323 with this many lines, one to five per client; bsn's are test numbers."""
    rng = Random(f"declaratie/{nummer}")
    delen, totaal, gemaakt = [], 0, 0
    bsns = cycle(rng.sample(_BSNS, k=len(_BSNS)))
    while gemaakt < aantal_regels:
        delen.append(f"\n      <d:Client>\n        <d:Bsn>{next(bsns)}</d:Bsn>\n")
        delen.append("        <d:Prestaties>")
        for _ in range(min(rng.randint(1, 5), aantal_regels - gemaakt)):
            gemaakt += 1
            regel, bedrag = _make_regel(rng, nummer, gemaakt)
            delen.append(regel)
            totaal += bedrag
        delen.append("\n        </d:Prestaties>\n      </d:Client>")
    kop = _KOP.format(nummer=f"D{nummer}", totaal=totaal)
    return (kop + "".join(delen) + _VOET).encode()


def _make_regel(rng: Random, nummer: int, volgnummer: int) -> tuple[str, int]:
    product, volume = rng.choice(_PRODUCTEN), rng.randint(15, 2400)
    begin = rng.randint(1, 31)
    bedrag = volume * product[2]
    regel = _PRESTATIE.format(
        referentie=f"P{nummer}-{volgnummer}",
        toewijzing=rng.randint(1, 999_999_999),
        product=product,
        begin=begin,
        eind=rng.randint(begin, 31),
        volume=volume,
        bedrag=bedrag,
    )
    return regel, bedrag
