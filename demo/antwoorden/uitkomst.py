"""Answer key: families with a coordinator, opbouw lokaal and the maatschappelijke uitkomsten."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import schemas
from demo.administratie.model import Toewijzing
from demo.antwoorden.kosten import list_kosten
from demo.antwoorden.waarheid import Waarheid, get_stop
from demo.contracten import Contracten
from demo.kalender import Venster
from demo.kwartalen import Opgave
from demo.maatschappelijk import list_uitkomsten


def iter_gezinnen(opgaven: list[Opgave]) -> Iterator[tuple[object, ...]]:
    """Yield (gemeente, agb, zorgvorm, kwartaal, families with a coordinator, clients)."""
    for opgave in opgaven:
        for rij in opgave.rijen:
            gezinnen = rij.waarden["gezinnen_met_coordinatie"]
            clienten = (rij.waarden["clienten_begin"] or 0) + (rij.waarden["instroom"] or 0)
            yield (rij.gemeente, opgave.agb, rij.zorgvorm, opgave.kwartaal, gezinnen, clienten)


def list_opbouw(waarheid: Waarheid, contracten: Contracten) -> list[tuple[object, ...]]:
    """Return per jaar and gemeente (or regio): trajecten and eurocent, all and above local."""
    trajecten = _tel_trajecten(waarheid)
    kosten = _tel_kosten(waarheid, contracten)
    return [
        (*sleutel, *trajecten[sleutel], *kosten[sleutel])
        for sleutel in sorted(trajecten.keys() | kosten.keys())
    ]


def list_maatschappelijk(venster: Venster) -> list[tuple[object, ...]]:
    """Return (jaar, gemeente, indicator, teller, noemer, percentage of the source)."""
    return [
        (u.jaar, u.gemeente, u.indicator, u.teller, u.noemer, u.percentage)
        for u in list_uitkomsten(venster)
    ]


def _tel_trajecten(waarheid: Waarheid) -> dict[tuple[int, str], list[int]]:
    telling: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for toewijzing in waarheid.toewijzingen:
        if not toewijzing.segmenten:
            continue
        begin, tot = toewijzing.segmenten[0].begin.dag, _get_laatst_bekend(waarheid, toewijzing)
        zorgvorm = toewijzing.zorg.product.zorgvorm
        is_hoger = read_niveau(zorgvorm, toewijzing.huidig.ingang) != "lokaal"
        for jaar in range(begin.year, tot.year + 1):
            for gebied in (toewijzing.zorg.gemeente, "regio"):
                telling[(jaar, gebied)][0] += 1
                telling[(jaar, gebied)][1] += is_hoger
    return telling


def _get_laatst_bekend(waarheid: Waarheid, toewijzing: Toewijzing) -> date:
    """Return the final stop; without one the peildatum, or the end of the allocation before it."""
    einde = get_stop(toewijzing)
    if einde is not None and einde.eind is not None:
        return einde.eind.dag
    grens = toewijzing.huidig.eind or waarheid.peildatum
    return max(toewijzing.segmenten[0].begin.dag, min(grens, waarheid.peildatum))


def _tel_kosten(waarheid: Waarheid, contracten: Contracten) -> dict[tuple[int, str], list[int]]:
    """Sum all cost; above local is what was claimed for it, and the taakgerichte contracts."""
    telling: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    hogere_contracten = {
        read_niveau(contract.zorgvorm, contract.begin) != "lokaal"
        for contract in contracten.taakgericht
    }
    if hogere_contracten != {True}:
        raise ValueError("de sleutel gaat uit van bovenlokale taakgerichte contracten")
    for gemeente, maand, _, bekostiging, _, _, eurocent in list_kosten(waarheid, contracten):
        for gebied in (str(gemeente), "regio"):
            deel = telling[(maand.year, gebied)]  # type: ignore[attr-defined]
            deel[0] += int(str(eurocent))
            deel[1] += int(str(eurocent)) if bekostiging == "taakgericht" else 0
    for regel in waarheid.regels:
        zorg = regel.toewijzing.zorg
        if regel.telt and read_niveau(zorg.product.zorgvorm, regel.zorgmaand) != "lokaal":
            for gebied in (zorg.gemeente, "regio"):
                telling[(regel.zorgmaand.year, gebied)][1] += regel.eurocent
    return telling


def read_niveau(zorgvorm: str, dag: date) -> str:
    """Return the schaalniveau of a zorgvorm on a day."""
    (niveau,) = (
        niveau for begin, eind, niveau in _read_schaalniveaus()[zorgvorm] if begin <= dag <= eind
    )
    return niveau


@cache
def _read_schaalniveaus() -> dict[str, list[tuple[date, date, str]]]:
    pad = Path(schemas.__file__).parent / "referentie" / "schaalniveau.csv"
    niveaus: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    with pad.open(encoding="utf-8", newline="") as stream:
        for rij in csv.DictReader(stream):
            begin = date.fromisoformat(rij["ingangsdatum"])
            eind = date.fromisoformat(rij["einddatum"]) if rij["einddatum"] else date.max
            niveaus[rij["zorgvorm"]].append((begin, eind, rij["niveau"]))
    return niveaus
