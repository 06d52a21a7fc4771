"""The simulated lives: who needs which care, when it really began and ended.

Nothing here knows of messages. ``demo.administratie`` decides what the gemeenten and the
providers write down of it, and when.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from demo.catalogus import (
    Gemeente,
    Product,
    list_aanbieders_van,
    read_gemeenten,
    read_producten,
)
from demo.kalender import DAG, Venster
from demo.personen import Burgerzaken, Jeugdige

Koppel = tuple[str, str, int]

# Slide 4.4 of the council presentation: 681, 245 and 88 beschikkingen of 1,014.
GROEPEN = ("gemeente", "medisch", "gi_rechter")
AANDELEN = (681 / 1014, 245 / 1014, 88 / 1014)
TOEWIJZINGEN_PER_JEUGDIGE = 1014 / 933
_NA_VENSTER = 220  # days: needs that are known before the end, but start after it
_NOOIT_GESTART = 0.025  # share of the needs in which care never begins
_TWEEDE = 0.155  # chance that a need belongs to a youth who is already known
_REDENEN = ("31", "34", "32", "33", "35", "36", "38", "39", "02")
_REDEN_GEWICHTEN = (60, 13, 9, 4, 3, 4, 4, 3, 0.15)


@dataclass(slots=True)
class Segment:
    """A stretch of real care. ``tijdelijk_eind`` is the last day before a temporary stop."""

    begin: date
    eind: date | None
    reden: str | None
    tijdelijk_eind: date | None = None

    @property
    def laatste_dag(self) -> date | None:
        """The last day of care, or None when it runs on."""
        return self.tijdelijk_eind or self.eind


@dataclass(slots=True, eq=False)
class Zorg:
    """One need for care and what came of it.

    ``begin`` is the (expected) first day; it stays the first day of the need when care never
    starts. ``is_achteraf`` means that the paperwork followed the care.
    """

    jeugdige: Jeugdige
    gemeente: str
    aanbieder: str
    product: Product
    groep: str
    begin: date
    wacht_dagen: int
    segmenten: list[Segment]
    is_doorlopend: bool = False
    is_achteraf: bool = False
    vervolg_van: "Zorg | None" = None
    verhuisd_van: "Zorg | None" = None
    leveringen: dict[date, list[tuple[str, str, int]]] = field(default_factory=dict)
    omvang: int = 0

    @property
    def koppel(self) -> Koppel:
        """Gemeente, provider and youth: whose allocations stand in one 301."""
        return (self.gemeente, self.aanbieder, self.jeugdige.volgnummer)

    @property
    def is_gestart(self) -> bool:
        """Whether care ever began."""
        return bool(self.segmenten)


def simuleer_levens(rng: Random, venster: Venster, schaal: float) -> list[Zorg]:
    """Return every need for care of the region, in order of first day.

    Args:
        rng: the only source of chance.
        venster: needs run from its first day to some months after its last.
        schaal: 1.0 is the whole of Flevoland.
    """
    burgerzaken = Burgerzaken(rng)
    zorg: list[Zorg] = []
    for gemeente in read_gemeenten().values():
        behoeften = sorted(
            _iter_behoeften(rng, venster, gemeente, schaal), key=lambda behoefte: behoefte[0]
        )
        zorg += _assign_jeugdigen(rng, venster, gemeente.code, behoeften, burgerzaken)
    zorg += list(_iter_vervolg(rng, venster, zorg))
    zorg += list(_iter_verhuizing(rng, venster, zorg))
    return sorted(zorg, key=lambda z: (z.begin, z.jeugdige.volgnummer, z.product.code))


def _iter_behoeften(
    rng: Random, venster: Venster, gemeente: Gemeente, schaal: float
) -> Iterator[tuple[date, Product, str, bool]]:
    """Yield (first day, product, groep, is_doorlopend) so that every year has the same level.

    With exponential durations of mean D years and an inflow of L a year, L x (1 + D) needs are
    active in a year, of which L x D on its first day.
    """
    per_jaar = gemeente.jeugdigen_per_jaar * TOEWIJZINGEN_PER_JEUGDIGE * schaal
    dagen = (venster.eind - venster.begin).days + _NA_VENSTER
    for groep_nummer, (groep, aandeel) in enumerate(zip(GROEPEN, AANDELEN, strict=True)):
        totaal = sum(product.gewichten[groep_nummer] for product in read_producten())
        for product in read_producten():
            duur = product.duur_maanden / 12
            actief = per_jaar * aandeel * product.gewichten[groep_nummer] / totaal
            instroom = actief / (1 + duur)
            for _ in range(_round(rng, instroom * duur)):
                yield venster.begin, product, groep, True
            aantal = _round(rng, instroom * dagen / 365.25)
            for nummer in range(aantal):
                # Spread over the window: chance decides the day, not how busy a year is.
                dag = int((nummer + rng.random()) / aantal * dagen)
                yield venster.begin + timedelta(days=dag), product, groep, False


def _round(rng: Random, aantal: float) -> int:
    return int(aantal + rng.random())


def _assign_jeugdigen(
    rng: Random,
    venster: Venster,
    gemeente: str,
    behoeften: list[tuple[date, Product, str, bool]],
    burgerzaken: Burgerzaken,
) -> Iterator[Zorg]:
    bekend: list[Zorg] = []
    for begin, product, groep, is_doorlopend in behoeften:
        aanbieder = rng.choice(list_aanbieders_van(product.zorgvorm))
        plek = rng.randrange(max(0, len(bekend) - 400), len(bekend)) if bekend else 0
        eerder = bekend[plek] if bekend and rng.random() < _TWEEDE else None
        if eerder is not None and _can_follow(eerder, product, begin):
            jeugdige = eerder.jeugdige
            del bekend[plek]
        else:
            jeugdige = burgerzaken.make_jeugdige(gemeente, begin, _leeftijd(product))
            eerder = None
        zorg = _make_zorg(rng, venster, jeugdige, gemeente, aanbieder, product, groep, begin)
        zorg.is_doorlopend = is_doorlopend
        if is_doorlopend:
            zorg.is_achteraf = True
        if eerder is None and product.code:
            bekend.append(zorg)
        yield zorg


def _can_follow(eerder: Zorg, product: Product, begin: date) -> bool:
    """A youth gets at most one more need, in another category (TR302 needs no more thought)."""
    return (
        bool(product.code)
        and product.categorie != eerder.product.categorie
        and (begin - eerder.begin).days < 500
    )


def _leeftijd(product: Product) -> tuple[int, int]:
    if product.zorgvorm == "dyslexie":
        return (7, 11)
    if product.zorgvorm in ("jeugdreclassering", "jeugdzorgplus"):
        return (12, 17)
    return (1, 17)


def _make_zorg(
    rng: Random,
    venster: Venster,
    jeugdige: Jeugdige,
    gemeente: str,
    aanbieder: str,
    product: Product,
    groep: str,
    begin: date,
) -> Zorg:
    wacht = min(int(rng.gammavariate(1.6, product.wacht_dagen / 1.6)), 240)
    # Nothing is decided long before the first month that the region delivers.
    wacht = min(wacht, 60 + (begin - venster.begin).days)
    is_achteraf = rng.random() < (0.45 if product.is_jb_jr else 0.06)
    start_nooit = rng.random() < _NOOIT_GESTART and product.categorie not in ("46", "47", "48")
    segmenten = [] if start_nooit else _make_segmenten(rng, begin, product)
    zorg = Zorg(jeugdige, gemeente, aanbieder, product, groep, begin, wacht, segmenten)
    zorg.is_achteraf = is_achteraf and not start_nooit
    return zorg


def _make_segmenten(rng: Random, begin: date, product: Product) -> list[Segment]:
    minimum = 3 if product.categorie == "46" else 21
    duur = minimum + int(rng.expovariate(1 / (product.duur_maanden * 30.44 - minimum)))
    if product.frequentie == "6":
        duur = min(duur, product.looptijd_maanden * 30 + 60)
    eind = begin + timedelta(days=duur - 1)
    reden = rng.choices(_REDENEN, _REDEN_GEWICHTEN)[0]
    worp = rng.random()
    if duur < 60 or worp > 0.06:
        return [Segment(begin, eind, reden)]
    pauze = begin + timedelta(days=int(duur * rng.uniform(0.3, 0.7)))
    if worp > 0.045:  # the temporary stop turns out to be the end
        return [Segment(begin, pauze + timedelta(days=rng.randint(0, 40)), reden, pauze)]
    hervat = pauze + timedelta(days=rng.randint(15, 75))
    return [
        Segment(begin, None, None, pauze),
        Segment(hervat, max(eind, hervat + timedelta(days=20)), reden),
    ]


def _iter_vervolg(rng: Random, venster: Venster, zorg: list[Zorg]) -> Iterator[Zorg]:
    """Yield new needs that take over an old one without a gap: another volume, a new number."""
    for oud in zorg:
        laatste = oud.segmenten[-1] if oud.segmenten else None
        if laatste is None or oud.product.frequentie not in ("2", "4") or len(oud.segmenten) > 1:
            continue
        if laatste.eind is None or laatste.tijdelijk_eind or rng.random() > 0.035:
            continue
        if not venster.begin + timedelta(days=60) < laatste.eind < venster.eind - timedelta(60):
            continue
        if (laatste.eind - oud.begin).days < 80:
            continue
        laatste.reden = "37"
        nieuw = _make_zorg(
            rng,
            venster,
            oud.jeugdige,
            oud.gemeente,
            oud.aanbieder,
            oud.product,
            "gi_rechter" if oud.product.is_jb_jr else "gemeente",
            laatste.eind + DAG,
        )
        nieuw.vervolg_van = oud
        nieuw.wacht_dagen = min(nieuw.wacht_dagen, 14)
        nieuw.is_achteraf = False
        yield nieuw


def _iter_verhuizing(rng: Random, venster: Venster, zorg: list[Zorg]) -> Iterator[Zorg]:
    """Yield the need at the new gemeente of a youth who moves while in care (reden 07)."""
    codes = list(read_gemeenten())
    met_vervolg = {id(z.vervolg_van) for z in zorg if z.vervolg_van}
    for oud in zorg:
        segment = oud.segmenten[-1] if oud.segmenten else None
        if segment is None or len(oud.segmenten) > 1 or not segment.eind or segment.tijdelijk_eind:
            continue
        if oud.vervolg_van or id(oud) in met_vervolg or oud.product.frequentie not in ("2", "4"):
            continue
        duur = (segment.eind - segment.begin).days
        if duur < 150 or rng.random() > 0.015:
            continue
        dag = segment.begin + timedelta(days=rng.randint(70, duur - 40))
        if not venster.begin + timedelta(days=60) < dag < venster.eind - timedelta(days=75):
            continue
        nieuw = Zorg(
            oud.jeugdige,
            rng.choice([code for code in codes if code != oud.gemeente]),
            oud.aanbieder,
            oud.product,
            "gi_rechter" if oud.product.is_jb_jr else "gemeente",
            dag,
            rng.randint(3, 12),
            [Segment(dag, segment.eind, segment.reden)],
            is_achteraf=rng.random() < 0.4,
            verhuisd_van=oud,
        )
        segment.eind, segment.reden = dag - DAG, "35"
        yield nieuw


def overlapt(segmenten: list[Segment], begin: date, eind: date) -> bool:
    """Return whether there was care on any day from ``begin`` up to ``eind``."""
    return any(
        s.begin <= eind and (s.laatste_dag is None or s.laatste_dag >= begin) for s in segmenten
    )
