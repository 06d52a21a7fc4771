"""Answer key: what care cost, by month and by referrer."""

from collections import defaultdict
from datetime import date

from demo.antwoorden.waarheid import Waarheid, get_verwijzer_groep
from demo.contracten import Contracten
from demo.kalender import add_maanden, eerste_dag

Sleutel = tuple[str, date, str, str]


def list_kosten(waarheid: Waarheid, contracten: Contracten) -> list[tuple[object, ...]]:
    """Return (gemeente, zorgmaand, verwijzer, bekostiging, toegekend, in_behandeling, kosten)."""
    toegekend: dict[Sleutel, int] = defaultdict(int)
    lopend: dict[Sleutel, int] = defaultdict(int)
    for regel in waarheid.regels:
        if not regel.telt:
            continue
        toewijzing = regel.toewijzing
        bekostiging = "outputgericht" if regel.eenheid in ("82", "83") else "inspanningsgericht"
        sleutel = (
            toewijzing.zorg.gemeente,
            regel.zorgmaand,
            get_verwijzer_groep(toewijzing),
            bekostiging,
        )
        (toegekend if regel.status == "toegekend" else lopend)[sleutel] += regel.eurocent
    vast: dict[Sleutel, int] = defaultdict(int)
    for gemeente, _, maand, bekostiging, bedrag in list_vaste_kosten(waarheid, contracten):
        vast[(gemeente, maand, "nvt", bekostiging)] += bedrag
    return [
        (
            *sleutel,
            toegekend[sleutel],
            lopend[sleutel],
            toegekend[sleutel] + lopend[sleutel] + vast[sleutel],
        )
        for sleutel in sorted(toegekend.keys() | lopend.keys() | vast.keys())
    ]


def list_vaste_kosten(
    waarheid: Waarheid, contracten: Contracten
) -> list[tuple[str, str, date, str, int]]:
    """Return the shares of taakgerichte contracts, pgb and other costs, not in the future.

    Each is (gemeente, zorgvorm, month, bekostiging, eurocent).
    """
    laatste = eerste_dag(waarheid.peildatum)
    rijen: list[tuple[str, str, date, str, int]] = []
    for contract in contracten.taakgericht:
        maanden = contract.maanden
        for k, maand in enumerate(maanden, start=1):
            if maand > laatste:
                continue
            n = len(maanden)
            bedrag = contract.eurocent * k // n - contract.eurocent * (k - 1) // n
            som = 0
            for gemeente, aandeel in sorted(contracten.sleutel_op(contract.nummer, maand).items()):
                deel = bedrag * (som + aandeel) // 1_000_000 - bedrag * som // 1_000_000
                som += aandeel
                rijen.append((gemeente, contract.zorgvorm, maand, "taakgericht", deel))
    for kosten in contracten.overig:
        bekostiging = "pgb" if kosten.soort == "pgb" else "overig"
        for k in range(1, 13):
            maand = add_maanden(date(kosten.jaar, 1, 1), k - 1)
            if maand <= laatste:
                bedrag = kosten.eurocent * k // 12 - kosten.eurocent * (k - 1) // 12
                rijen.append((kosten.gemeente, kosten.zorgvorm, maand, bekostiging, bedrag))
    return rijen


def list_beschikkingen(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return the table of slide 4.4 per year, gemeente (and regio) and referrer (and totaal)."""
    per_toewijzing: dict[tuple[int, str, int], int] = defaultdict(int)
    toewijzing_van = {}
    for regel in waarheid.regels:
        if regel.telt:
            sleutel = (regel.begin.year, *regel.toewijzing.sleutel)
            per_toewijzing[sleutel] += regel.eurocent
            toewijzing_van[sleutel] = regel.toewijzing
    kosten: dict[tuple[int, str, str], int] = defaultdict(int)
    jeugdigen: dict[tuple[int, str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for sleutel, bedrag in per_toewijzing.items():
        jaar, gemeente, _ = sleutel
        toewijzing = toewijzing_van[sleutel]
        for gebied in (gemeente, "regio"):
            for groep in (get_verwijzer_groep(toewijzing), "totaal"):
                kosten[(jaar, gebied, groep)] += bedrag
                if bedrag > 0:
                    jeugdigen[(jaar, gebied, groep)][toewijzing.zorg.jeugdige.bsn] += 1
    return [
        (
            *sleutel_groep,
            sum(jeugdigen[sleutel_groep].values()),
            bedrag,
            len(jeugdigen[sleutel_groep]),
            sum(aantal > 1 for aantal in jeugdigen[sleutel_groep].values()),
        )
        for sleutel_groep, bedrag in kosten.items()
    ]
