"""The quarterly figures of a provider, counted from the simulated lives."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from demo.administratie.kantoor import Administratie
from demo.catalogus import read_aanbieders
from demo.kalender import add_maanden, laatste_dag, to_kwartaal
from demo.levens import Zorg
from demo.levering import compute_bedrag

if TYPE_CHECKING:
    from demo.maatregelen import Maatregel

_VERBLIJF = (
    "pleegzorg",
    "gezinshuis",
    "verblijf_behandeling",
    "jeugdzorgplus",
    "kortdurend_verblijf",
)


@dataclass
class Uitkomst:
    """What was measured when care ended; None when it was not measured."""

    cijfer: int | None = None
    zonder_hulp: bool | None = None
    doelen: tuple[int, int] | None = None
    minder_problemen: bool | None = None


@dataclass
class Cijfers:
    """One row of an opgave: the figures of a provider at one gemeente for one zorgvorm."""

    gemeente: str
    zorgvorm: str
    waarden: dict[str, int | float | None] = field(default_factory=dict)


@dataclass
class Opgave:
    """The figures of a provider over one quarter."""

    agb: str
    kwartaal: str
    datum: date
    rijen: list[Cijfers]
    is_nul: bool = False
    maatregelen: list["Maatregel"] = field(default_factory=list)


def meet_uitkomsten(rng: Random, zorg: list[Zorg]) -> dict[int, Uitkomst]:
    """Return the measurements at the end of care, by ``id`` of the need."""
    uitkomsten: dict[int, Uitkomst] = {}
    for behoefte in zorg:
        laatste = behoefte.segmenten[-1] if behoefte.segmenten else None
        if laatste is None or laatste.eind is None or behoefte.product.is_jb_jr:
            continue
        is_goed = laatste.reden in ("31", "34", "39")
        uitkomst = Uitkomst()
        if rng.random() < 0.68:
            uitkomst.cijfer = min(10, max(1, round(rng.gauss(7.6 if is_goed else 6.2, 1.1))))
        if rng.random() < 0.6:
            uitkomst.zonder_hulp = rng.random() < (0.66 if is_goed else 0.28)
        if rng.random() < 0.64:
            afgesproken = rng.randint(2, 5)
            kans = 0.76 if is_goed else 0.4
            uitkomst.doelen = (sum(rng.random() < kans for _ in range(afgesproken)), afgesproken)
        if rng.random() < 0.5:
            uitkomst.minder_problemen = rng.random() < (0.72 if is_goed else 0.35)
        uitkomsten[id(behoefte)] = uitkomst
    return uitkomsten


def maak_opgaven(rng: Random, administratie: Administratie) -> list[Opgave]:
    """Return the opgave of every provider for every whole quarter of the window."""
    uitkomsten = meet_uitkomsten(rng, administratie.zorg)
    gedeclareerd = _tel_gedeclareerd(administratie)
    per_aanbieder: dict[str, list[Zorg]] = defaultdict(list)
    for zorg in administratie.zorg:
        per_aanbieder[zorg.aanbieder].append(zorg)
    opgaven = []
    for jaar in administratie.venster.jaren:
        for maand in (1, 4, 7, 10):
            begin = date(jaar, maand, 1)
            for agb in read_aanbieders():
                datum = add_maanden(begin, 3) + timedelta(days=rng.randint(11, 22))
                rijen = _tel(rng, agb, per_aanbieder[agb], uitkomsten, gedeclareerd, begin)
                opgaven.append(Opgave(agb, to_kwartaal(begin), datum, rijen, not rijen))
    return opgaven


def _tel_gedeclareerd(administratie: Administratie) -> dict[tuple[str, ...], int]:
    totaal: dict[tuple[str, ...], int] = defaultdict(int)
    for declaratie in administratie.declaraties:
        for regel in declaratie.regels:
            opgave_maand = add_maanden(regel.zorgmaand, 3 - (regel.zorgmaand.month - 1) % 3)
            if regel.telt and declaratie.dagtekening < opgave_maand + timedelta(days=11):
                zorg = regel.toewijzing.zorg
                sleutel = (
                    zorg.aanbieder,
                    zorg.gemeente,
                    zorg.product.zorgvorm,
                    to_kwartaal(regel.begin),
                )
                totaal[sleutel] += regel.eurocent
    return totaal


def _tel(
    rng: Random,
    agb: str,
    zorg: list[Zorg],
    uitkomsten: dict[int, Uitkomst],
    gedeclareerd: dict[tuple[str, ...], int],
    begin: date,
) -> list[Cijfers]:
    groepen: dict[tuple[str, str], list[Zorg]] = defaultdict(list)
    eind = laatste_dag(add_maanden(begin, 2))
    for behoefte in zorg:
        laatste = behoefte.segmenten[-1].laatste_dag if behoefte.segmenten else behoefte.begin
        vraag = behoefte.begin - timedelta(days=behoefte.wacht_dagen)
        if vraag <= eind and (laatste is None or laatste >= begin):
            groepen[(behoefte.gemeente, behoefte.product.zorgvorm)].append(behoefte)
    rijen = []
    for (gemeente, zorgvorm), groep in sorted(groepen.items()):
        sleutel = (agb, gemeente, zorgvorm, to_kwartaal(begin))
        waarden = _stroom(groep, begin, eind)
        productie = _productie(groep, begin, eind)
        waarden |= {
            "productie": productie / 100,
            "gedeclareerd": gedeclareerd[sleutel] / 100,
            "nog_te_declareren": max(0, productie - gedeclareerd[sleutel]) / 100,
            "prognose_jaar": productie * 4 / 100,
        }
        if zorgvorm in _VERBLIJF:
            etmalen = sum(
                volume
                for behoefte in groep
                for maand, regels in behoefte.leveringen.items()
                if begin <= maand <= eind
                for _, _, volume in regels
            )
            waarden |= {"capaciteit": etmalen // 80 + 1, "bezette_etmalen": etmalen}
        waarden |= _uitkomsten(groep, uitkomsten, begin, eind)
        waarden |= {
            "gezinnen_met_coordinatie": sum(rng.random() < 0.3 for _ in groep),
            "klachten": int(rng.random() < 0.05),
            "calamiteiten": int(rng.random() < 0.01),
            "vacatures_fte": round(rng.uniform(0, 4), 1),
            "verzuim_percentage": round(rng.uniform(4, 9), 1),
        }
        rijen.append(Cijfers(gemeente, zorgvorm, waarden))
    return rijen


def _stroom(groep: list[Zorg], begin: date, eind: date) -> dict[str, int | float | None]:
    """Count begin + instroom - uitstroom = eind, per need that really started."""
    gestart = [z for z in groep if z.is_gestart and z.begin <= eind]
    in_kwartaal = [z for z in gestart if z.begin >= begin]
    gestopt = [
        z for z in gestart if (dag := z.segmenten[-1].laatste_dag) is not None and dag <= eind
    ]
    wachtend = [z for z in groep if z.begin > eind]
    wacht = [z.wacht_dagen for z in in_kwartaal if not z.is_achteraf]
    return {
        "clienten_begin": len(gestart) - len(in_kwartaal),
        "instroom": len(in_kwartaal),
        "doorstroom": sum(z.vervolg_van is not None for z in in_kwartaal),
        "uitstroom": len(gestopt),
        "clienten_eind": len(gestart) - len(gestopt),
        "wachtenden": len(wachtend),
        "wachttijd_dagen": round(sum(wacht) / len(wacht)) if wacht else None,
        "overbrugging": len(wachtend) // 5,
    }


def _productie(groep: list[Zorg], begin: date, eind: date) -> int:
    return sum(
        compute_bedrag(behoefte, code, maand, volume)[1]
        for behoefte in groep
        for maand, regels in behoefte.leveringen.items()
        if begin <= maand <= eind
        for _, code, volume in regels
    )


def _uitkomsten(
    groep: list[Zorg], uitkomsten: dict[int, Uitkomst], begin: date, eind: date
) -> dict[str, int | float | None]:
    """Sum the measurements of care that ended in the quarter; None where nothing was measured."""
    gemeten = [
        uitkomsten[id(z)]
        for z in groep
        if id(z) in uitkomsten and begin <= (z.segmenten[-1].eind or date.max) <= eind
    ]
    cijfers = [u.cijfer for u in gemeten if u.cijfer is not None]
    zonder = [u.zonder_hulp for u in gemeten if u.zonder_hulp is not None]
    doelen = [u.doelen for u in gemeten if u.doelen is not None]
    minder = [u.minder_problemen for u in gemeten if u.minder_problemen is not None]
    return {
        "tevredenheid_cijfer": round(sum(cijfers) / len(cijfers), 1) if cijfers else None,
        "tevredenheid_metingen": len(cijfers) or None,
        "zonder_hulp_verder": sum(zonder) if zonder else None,
        "zonder_hulp_verder_metingen": len(zonder) or None,
        "doelen_gerealiseerd": sum(d for d, _ in doelen) if doelen else None,
        "doelen_metingen": sum(a for _, a in doelen) or None,
        "problemen_verminderd": sum(minder) if minder else None,
        "problemen_metingen": len(minder) or None,
    }
