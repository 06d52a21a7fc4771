"""Answer key: how long care lasts, how many forms at once, and who comes back."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

from demo.administratie.model import Toewijzing
from demo.antwoorden.gebruik import Gebruik
from demo.antwoorden.waarheid import Waarheid, get_stop
from demo.antwoorden.zorg import iter_outcome
from demo.kalender import to_kwartaal


@dataclass
class Duur:
    """One toewijzing or more: the last day that is known, and whether it is the end."""

    toewijzing: Toewijzing
    begin: date
    laatst: date
    is_beeindigd: bool

    @property
    def dagen(self) -> int:
        """Days up to and including the last one known."""
        return (self.laatst - self.begin).days + 1


def list_stapeling(gebruik: Gebruik) -> list[tuple[object, ...]]:
    """Return (kwartaal, gebied, number of forms at once up to 3, distinct youths)."""
    telling: Counter[tuple[str, str, str]] = Counter()
    for (gebied, zorgvorm), per_jeugdige in gebruik.maanden.items():
        if zorgvorm != "totaal":
            continue
        for maanden in per_jeugdige.values():
            meeste: dict[str, int] = defaultdict(int)
            for dag, maand in maanden.items():
                kwartaal = to_kwartaal(dag)
                meeste[kwartaal] = max(meeste[kwartaal], len(maand.zorgvormen))
            for kwartaal, aantal in meeste.items():
                telling[(kwartaal, gebied, str(aantal) if aantal < 3 else "3+")] += 1
    return [(*sleutel, aantal) for sleutel, aantal in telling.items()]


def list_combinaties(gebruik: Gebruik) -> list[tuple[object, ...]]:
    """Return (jaar, zorgvorm, other zorgvorm, distinct youths of the region)."""
    telling: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    for bsn, maanden in gebruik.maanden[("regio", "totaal")].items():
        for dag, maand in maanden.items():
            for eerste, tweede in combinations(sorted(maand.zorgvormen), 2):
                telling[(dag.year, eerste, tweede)].add(bsn)
    return [(*sleutel, len(jeugdigen)) for sleutel, jeugdigen in telling.items()]


def list_herhaald_vooruit(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (halfjaar, gebied, ended trajecten, those followed by a new start) of 3.2."""
    telling: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for gemeente, _, _, kwartaal, indicator, zonder, noemer in iter_outcome(waarheid):
        if indicator == "3.2":
            halfjaar = f"{str(kwartaal)[:4]}-H{int(str(kwartaal)[-1]) // 2}"
            for gebied in (str(gemeente), "regio"):
                telling[(halfjaar, gebied)][0] += int(str(noemer))
                telling[(halfjaar, gebied)][1] += int(str(noemer)) - int(str(zonder))
    return [(*sleutel, *aantallen) for sleutel, aantallen in telling.items()]


def _iter_duren(waarheid: Waarheid) -> Iterator[Duur]:
    for toewijzing in waarheid.toewijzingen:
        if not toewijzing.segmenten:
            continue
        begin, stop = toewijzing.segmenten[0].begin.dag, get_stop(toewijzing)
        if stop is not None and stop.eind is not None:
            yield Duur(toewijzing, begin, stop.eind.dag, True)
        else:
            laatst = min(waarheid.peildatum, toewijzing.huidig.eind or waarheid.peildatum)
            yield Duur(toewijzing, begin, max(begin, laatst), False)


def _list_trajecten(waarheid: Waarheid) -> list[Duur]:
    """Return the trajecten: what adjoins or overlaps of one youth, form and provider is one."""
    per_reeks: dict[tuple[str, str, str], list[Duur]] = defaultdict(list)
    for duur in _iter_duren(waarheid):
        zorg = duur.toewijzing.zorg
        per_reeks[(zorg.jeugdige.bsn, zorg.aanbieder, zorg.product.zorgvorm)].append(duur)
    trajecten: list[Duur] = []
    for duren in per_reeks.values():
        duren.sort(key=lambda duur: (duur.begin, duur.toewijzing.zorg.gemeente))
        traject = duren[0]
        for duur in duren[1:]:
            if duur.begin > traject.laatst + timedelta(days=1):
                trajecten.append(traject)
                traject = duur
                continue
            # where it ran last; of equal last days one that is not known to have ended decides
            laatst, is_open = max((deel.laatst, not deel.is_beeindigd) for deel in (traject, duur))
            traject = Duur(duur.toewijzing, traject.begin, laatst, not is_open)
        trajecten.append(traject)
    return trajecten


def list_duren(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (jaar, gebied, zorgvorm, begun, ended, running, days ended, days running, median)."""
    per_niveau: dict[tuple[str, str], list[Duur]] = defaultdict(list)
    for duur in _list_trajecten(waarheid):
        zorg = duur.toewijzing.zorg
        for gebied in (zorg.gemeente, "regio"):
            for zorgvorm in (zorg.product.zorgvorm, "totaal"):
                per_niveau[(gebied, zorgvorm)].append(duur)
    return [
        (jaar, *niveau, *cijfers)
        for niveau, duren in per_niveau.items()
        for jaar in range(min(d.begin for d in duren).year, waarheid.peildatum.year + 1)
        if any(cijfers := _tel(duren, jaar, min(date(jaar, 12, 31), waarheid.peildatum)))
    ]


def _tel(duren: list[Duur], jaar: int, eind: date) -> tuple[int | None, ...]:
    begonnen = [d for d in duren if d.begin.year == jaar]
    beeindigd = [d for d in duren if d.is_beeindigd and d.laatst.year == jaar and d.laatst <= eind]
    lopend = [
        d
        for d in duren
        if d.begin <= eind and (d.laatst > eind or (d.laatst == eind and not d.is_beeindigd))
    ]
    return (
        len(begonnen),
        len(beeindigd),
        len(lopend),
        sum(d.dagen for d in beeindigd),
        sum((eind - d.begin).days + 1 for d in lopend),
        compute_mediaan(begonnen),
    )


def compute_mediaan(duren: list[Duur]) -> int | None:
    """Return the Kaplan-Meier median in exact fractions; None when under half has ended."""
    over = Fraction(1)
    for dagen in sorted({d.dagen for d in duren if d.is_beeindigd}):
        in_zorg = sum(d.dagen >= dagen for d in duren)
        gestopt = sum(d.is_beeindigd and d.dagen == dagen for d in duren)
        over *= 1 - Fraction(gestopt, in_zorg)
        if over <= Fraction(1, 2):
            return dagen
    return None
