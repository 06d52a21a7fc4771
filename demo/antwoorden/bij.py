"""Answer key: trajecten as the Beleidsinformatie Jeugd counts them, per half-year and year."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

import schemas
from demo.administratie.model import Toewijzing
from demo.antwoorden.waarheid import Waarheid, is_staand
from demo.kalender import DAG, laatste_dag

_EINDELOOS = date.max
_AMBULANT = ("02", "04")

Deel = tuple[date, date, str, bool]  # first day, last day, gemeente, is crisis


@dataclass
class Traject:
    """A record: help of one form at one provider; ``eind`` is ``date.max`` when it runs."""

    bsn: str
    hulpvorm: str
    aanbieder: str
    delen: list[Deel]

    @property
    def begin(self) -> date:
        """First day."""
        return min(deel[0] for deel in self.delen)

    @property
    def eind(self) -> date:
        """Last day."""
        return max(deel[1] for deel in self.delen)

    def get_gemeente(self, periode: tuple[date, date]) -> str:
        """Return the gemeente where it ran last in the period."""
        begin, eind = periode
        return max((d[0], d[2]) for d in self.delen if d[0] <= eind and d[1] >= begin)[1]


@cache
def read_hulpvormen() -> dict[str, str]:
    """Return the BIJ form of each zorgvorm that has one."""
    pad = Path(schemas.__file__).parent / "referentie" / "zorgvorm.csv"
    with pad.open(encoding="utf-8", newline="") as stream:
        return {
            rij["zorgvorm"]: rij["bij_hulpvorm_code"]
            for rij in csv.DictReader(stream)
            if rij["bij_hulpvorm_code"]
        }


def make_trajecten(waarheid: Waarheid) -> list[Traject]:
    """Return every record that counts at the peildatum."""
    delen: dict[tuple[str, str, str], list[Deel]] = defaultdict(list)
    for toewijzing in waarheid.met_zorg:
        zorg = toewijzing.zorg
        hulpvorm = read_hulpvormen().get(zorg.product.zorgvorm)
        if hulpvorm is not None:
            is_crisis = zorg.product.zorgvorm == "crisis"
            delen[(zorg.jeugdige.bsn, hulpvorm, zorg.aanbieder)] += [
                (begin, eind, zorg.gemeente, is_crisis)
                for begin, eind in _iter_perioden(waarheid, toewijzing)
            ]
    trajecten = [Traject(*wie, reeks) for wie, d in delen.items() for reeks in _voeg_samen(d)]
    return list(_zonder_modules(trajecten))


def _iter_perioden(waarheid: Waarheid, toewijzing: Toewijzing) -> Iterator[tuple[date, date]]:
    if not toewijzing.segmenten:
        maanden = [r.zorgmaand for r in toewijzing.regels if is_staand(r)]
        if maanden:
            yield min(maanden), laatste_dag(max(maanden))
        return
    grens = None if toewijzing.is_verloren else toewijzing.huidig.eind
    is_voorbij = grens is not None and grens < waarheid.peildatum
    for segment, volgende in zip(
        toewijzing.segmenten, [*toewijzing.segmenten[1:], None], strict=True
    ):
        begin = segment.begin.dag
        if segment.eind is not None:
            yield begin, segment.eind.dag
        elif segment.tijdelijk is not None and volgende is not None:
            yield begin, volgende.begin.dag - DAG
        elif grens is None or not is_voorbij:
            yield begin, _EINDELOOS
        else:
            yield begin, segment.tijdelijk.dag if segment.tijdelijk else max(begin, grens)


def _voeg_samen(delen: list[Deel]) -> Iterator[list[Deel]]:
    reeks: list[Deel] = []
    for deel in sorted(delen):
        if reeks and deel[0].toordinal() > max(d[1] for d in reeks).toordinal() + 1:
            yield reeks
            reeks = []
        reeks.append(deel)
    if reeks:
        yield reeks


def _zonder_modules(trajecten: list[Traject]) -> Iterator[Traject]:
    """Yield what is no ambulant module inside a stay at the same provider."""
    for _, groep in groupby(sorted(trajecten, key=_bij_wie), key=_bij_wie):
        samen = list(groep)
        verblijf = [t for t in samen if t.hulpvorm.startswith("1")]
        for traject in samen:
            if traject.hulpvorm not in _AMBULANT or not any(
                v.begin <= traject.begin and v.eind >= traject.eind for v in verblijf
            ):
                yield traject


def _bij_wie(traject: Traject) -> tuple[str, str]:
    return (traject.bsn, traject.aanbieder)


def list_bij(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (periode, gebied, hulpvorm or group, jongeren, trajecten, ...) per level."""
    trajecten = make_trajecten(waarheid)
    per_jongere: dict[str, list[Traject]] = defaultdict(list)
    for traject in trajecten:
        per_jongere[traject.bsn].append(traject)
    rijen: list[tuple[object, ...]] = []
    for naam, periode in _iter_halfjaren(waarheid):
        lopend: dict[tuple[str, str], list[Traject]] = defaultdict(list)
        for traject in trajecten:
            if traject.begin <= periode[1] and traject.eind >= periode[0]:
                groep = "met_verblijf" if traject.hulpvorm.startswith("1") else "zonder_verblijf"
                for gebied in (traject.get_gemeente(periode), "regio"):
                    for hulpvorm in (traject.hulpvorm, groep, "totaal"):
                        lopend[(gebied, hulpvorm)].append(traject)
        for niveau, samen in lopend.items():
            rijen.append((naam, *niveau, *_tel(samen, periode, per_jongere)))
    return rijen


def _iter_halfjaren(waarheid: Waarheid) -> Iterator[tuple[str, tuple[date, date]]]:
    eerste = min(t.zorg.begin for t in waarheid.met_zorg).year
    for jaar in range(eerste, waarheid.peildatum.year + 1):
        for naam, begin, eind in (("-H1", 1, 6), ("-H2", 7, 12), ("", 1, 12)):
            periode = (date(jaar, begin, 1), laatste_dag(date(jaar, eind, 1)))
            if periode[1] <= waarheid.peildatum:
                yield f"{jaar}{naam}", periode


def _tel(
    trajecten: list[Traject], periode: tuple[date, date], per_jongere: dict[str, list[Traject]]
) -> tuple[int, ...]:
    begin, eind = periode
    begonnen = [t for t in trajecten if t.begin >= begin]
    soort = [_get_herkomst(t, begin, per_jongere[t.bsn]) for t in begonnen]
    lopend = [t for t in trajecten if t.eind > eind]
    return (
        len({t.bsn for t in trajecten}),
        len(trajecten),
        len(begonnen),
        soort.count("nieuw"),
        soort.count("herhaald"),
        soort.count("aansluitend"),
        sum(min(t.delen)[3] for t in begonnen),
        len(trajecten) - len(lopend),
        len(lopend),
        len({t.bsn for t in lopend}),
    )


def _get_herkomst(traject: Traject, periode_begin: date, alle: list[Traject]) -> str:
    """Return how a start relates to earlier help, five years back from the period."""
    eerder = [t.eind for t in alle if t.begin < traject.begin]
    if any(eind >= traject.begin - DAG for eind in eerder):
        return "aansluitend"
    grens = periode_begin.replace(year=periode_begin.year - 5)
    return "herhaald" if any(eind >= grens for eind in eerder) else "nieuw"
