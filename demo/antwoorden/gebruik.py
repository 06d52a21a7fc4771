"""Answer key: use of care per kwartaal, by flow, age, sex, level and number of forms."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import schemas
from demo.administratie.model import Toewijzing
from demo.antwoorden.waarheid import Waarheid, is_staand, iter_perioden, iter_zorgmaanden
from demo.kalender import add_maanden, eerste_dag, laatste_dag, to_kwartaal
from demo.personen import Jeugdige
from demo.schrijvers.xml import is_geboortemaand_bekend

GESLACHT = {"0": "onbekend", "1": "mannen", "2": "vrouwen"}
LEEFTIJDEN = ((4, "0-3"), (12, "4-11"), (18, "12-17"), (23, "18-22"), (200, "23+"))

Niveau = tuple[str, str]  # gebied, zorgvorm or totaal


@cache
def get_niveau(zorgvorm: str, dag: date) -> str:
    """Return the level on which a zorgvorm is organised on ``dag``."""
    pad = Path(schemas.__file__).parent / "referentie" / "schaalniveau.csv"
    with pad.open(encoding="utf-8", newline="") as stream:
        for rij in csv.DictReader(stream):
            if rij["zorgvorm"] == zorgvorm and rij["ingangsdatum"] <= str(dag) <= (
                rij["einddatum"] or "9999"
            ):
                return rij["niveau"]
    return "onbekend"


@dataclass
class Maand:
    """What is known of one youth in one month on one level."""

    einden: list[date | None] = field(default_factory=list)
    is_gemeld: bool = False
    zorgvormen: set[str] = field(default_factory=set)


@dataclass
class Gebruik:
    """Every month in care of every youth, on each level where it is counted."""

    peilmaand: date
    maanden: dict[Niveau, dict[str, dict[date, Maand]]]
    toewijzingen: dict[tuple[str, str, str], int]
    jeugdigen: dict[str, Jeugdige]


def make_gebruik(waarheid: Waarheid) -> Gebruik:
    """Return the use of care as the region knows it at the peildatum."""
    maanden: dict[Niveau, dict[str, dict[date, Maand]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(Maand))
    )
    toewijzingen: dict[tuple[str, str, str], int] = defaultdict(int)
    for toewijzing in waarheid.met_zorg:
        zorg = toewijzing.zorg
        kwartalen = set()
        for dag, eind in _iter_maanden_met_einde(waarheid, toewijzing):
            kwartalen.add(to_kwartaal(dag))
            for niveau in _iter_niveaus(toewijzing):
                maand = maanden[niveau][zorg.jeugdige.bsn][dag]
                maand.einden.append(eind)
                maand.is_gemeld |= bool(toewijzing.segmenten)
                maand.zorgvormen.add(zorg.product.zorgvorm)
        if not toewijzing.is_verloren:
            for kwartaal in kwartalen:
                for niveau in _iter_niveaus(toewijzing):
                    toewijzingen[(kwartaal, *niveau)] += 1
    jeugdigen = {t.zorg.jeugdige.bsn: t.zorg.jeugdige for t in waarheid.met_zorg}
    return Gebruik(eerste_dag(waarheid.peildatum), maanden, toewijzingen, jeugdigen)


def _iter_niveaus(toewijzing: Toewijzing) -> Iterator[Niveau]:
    for gebied in (toewijzing.zorg.gemeente, "regio"):
        for zorgvorm in (toewijzing.zorg.product.zorgvorm, "totaal"):
            yield gebied, zorgvorm


def _iter_maanden_met_einde(
    waarheid: Waarheid, toewijzing: Toewijzing
) -> Iterator[tuple[date, date | None]]:
    """Yield each month in care with the last known day of the care in it."""
    if not toewijzing.segmenten:
        eind = None if toewijzing.is_verloren else toewijzing.huidig.eind
        for dag in {r.zorgmaand for r in toewijzing.regels if is_staand(r)}:
            yield dag, eind
        return
    for dag in iter_zorgmaanden(waarheid, toewijzing):
        for begin, eind in iter_perioden(toewijzing):
            if begin <= laatste_dag(dag) and (eind is None or eind >= dag):
                yield dag, eind


def list_stroom(gebruik: Gebruik) -> list[tuple[object, ...]]:
    """Return (kwartaal, gebied, zorgvorm, jeugdigen, toewijzingen, ... , eind) per level."""
    telling: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0] * 7)
    overal = gebruik.maanden[("regio", "totaal")]
    for niveau, per_jeugdige in gebruik.maanden.items():
        for bsn, maanden in per_jeugdige.items():
            for kwartaal, dagen in _per_kwartaal(maanden).items():
                begonnen = [dag for dag in dagen if add_maanden(dag, -1) not in maanden]
                gestopt = [dag for dag in dagen if _is_uitstroom(gebruik, maanden, dag)]
                teller = telling[(kwartaal, *niveau)]
                for plaats, geldt in enumerate(
                    (
                        True,
                        not any(maanden[dag].is_gemeld for dag in dagen),
                        dagen[0].month % 3 == 1 and dagen[0] not in begonnen,
                        bool(begonnen),
                        any(add_maanden(dag, -1) in overal[bsn] for dag in begonnen),
                        bool(gestopt),
                        dagen[-1] not in gestopt,
                    )
                ):
                    teller[plaats] += geldt
    return [
        (*sleutel, teller[0], gebruik.toewijzingen.get(sleutel, 0), *teller[1:])
        for sleutel, teller in telling.items()
    ]


def _per_kwartaal(maanden: dict[date, Maand]) -> dict[str, list[date]]:
    per_kwartaal: dict[str, list[date]] = defaultdict(list)
    for dag in sorted(maanden):
        per_kwartaal[to_kwartaal(dag)].append(dag)
    return per_kwartaal


def _is_uitstroom(gebruik: Gebruik, maanden: dict[date, Maand], dag: date) -> bool:
    if add_maanden(dag, 1) in maanden:
        return False
    einden = maanden[dag].einden
    return dag < gebruik.peilmaand or all(
        eind is not None and eind <= laatste_dag(dag) for eind in einden
    )


def list_kenmerken(gebruik: Gebruik) -> list[tuple[object, ...]]:
    """Return (kwartaal, gebied, kenmerk, groep, distinct youths)."""
    telling: Counter[tuple[str, str, str, str]] = Counter()
    for (gebied, zorgvorm), per_jeugdige in gebruik.maanden.items():
        if zorgvorm != "totaal":
            continue
        for bsn, maanden in per_jeugdige.items():
            jeugdige = gebruik.jeugdigen[bsn]
            for kwartaal, dagen in _per_kwartaal(maanden).items():
                leeftijd = _leeftijd_groep(jeugdige, dagen[0])
                telling[(kwartaal, gebied, "leeftijd", leeftijd)] += 1
                telling[(kwartaal, gebied, "geslacht", GESLACHT[jeugdige.geslacht])] += 1
    return [(*sleutel, aantal) for sleutel, aantal in telling.items()]


def _leeftijd_groep(jeugdige: Jeugdige, dag: date) -> str:
    """Return the band on the first day of the quarter of ``dag``; the birthday month is late."""
    if not is_geboortemaand_bekend(jeugdige):
        return "onbekend"
    begin = add_maanden(dag, -((dag.month - 1) % 3))
    geboren = jeugdige.geboren
    leeftijd = begin.year - geboren.year - (begin.month <= geboren.month)
    return next(groep for tot, groep in LEEFTIJDEN if leeftijd < tot)


def list_niveaus(gebruik: Gebruik) -> list[tuple[object, ...]]:
    """Return (kwartaal, gebied, niveau or totaal, distinct youths)."""
    telling: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for (gebied, zorgvorm), per_jeugdige in gebruik.maanden.items():
        for bsn, maanden in per_jeugdige.items():
            for dag in maanden:
                niveau = "totaal" if zorgvorm == "totaal" else get_niveau(zorgvorm, dag)
                telling[(to_kwartaal(dag), gebied, niveau)].add(bsn)
    return [(*sleutel, len(jeugdigen)) for sleutel, jeugdigen in telling.items()]
