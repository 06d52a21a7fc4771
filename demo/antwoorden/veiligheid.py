"""Answer key: measures of jeugdbescherming and jeugdreclassering, and stay away from home."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demo.administratie.model import Toewijzing
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid, get_stop, is_staand
from demo.catalogus import read_aanbieders, read_gemeenten
from demo.kalender import DAG, laatste_dag
from demo.kwartalen import Opgave
from demo.maatregelen import Maatregel

Rij = tuple[object, ...]

_SOORT = {
    "pleegzorg": "pleegzorg",
    "gezinshuis": "gezinshuis",
    "verblijf_behandeling": "residentieel",
    "jeugdzorgplus": "gesloten",
    "crisis": "crisisverblijf",
    "kortdurend_verblijf": "deeltijd_kort",
}
_DEELTIJD_UIT_ETMALEN = ("pleegzorg", "gezinshuis", "residentieel")
_MINIMUM_ETMALEN_PER_WEEK, _MINIMUM_DAGEN = 5, 28


@dataclass
class Stuk:
    """A stretch of one youth: an allocation with a measure, or a stay."""

    bsn: str
    soort: str
    begin: date
    eind: date | None
    toewijzing: Toewijzing

    @property
    def volgorde(self) -> tuple[date, str, int]:
        """What decides which stretch is the first and which the last."""
        return (self.begin, *self.toewijzing.sleutel)


def write_veiligheid(folder: Path, waarheid: Waarheid, opgaven: list[Opgave]) -> None:
    """Write ``jeugdbescherming`` and ``uithuisplaatsing``."""
    ketens = _list_maatregelen(waarheid, _index_opgaven(opgaven))
    write_tabel(
        folder,
        "jeugdbescherming",
        (
            "type_maatregel",
            "gemeente_code",
            "start_datum",
            "eind_datum",
            "reden_beeindiging",
            "aantal_toewijzingen",
            "uitspraak_datum",
            "eerste_contact_datum",
            "dagen_tot_eerste_contact",
            "erkende_interventie",
            "machtiging_code",
            "machtiging_begin_datum",
        ),
        [keten.rij for keten in ketens],
    )
    write_tabel(
        folder,
        "uithuisplaatsing",
        (
            "soort",
            "gemeente_code",
            "aanbieder_agb",
            "start_datum",
            "eind_datum",
            "uithuisplaatsing_start_datum",
            "plaats",
            "is_onder_jeugdbescherming",
            "machtiging",
        ),
        _iter_verblijf(waarheid, ketens),
    )


def _keten(stukken: Iterable[Stuk]) -> list[list[Stuk]]:
    """Return runs of stretches that overlap or adjoin, in order of begin."""
    ketens: list[list[Stuk]] = []
    tot = date.min
    for stuk in sorted(stukken, key=lambda stuk: stuk.volgorde):
        if not ketens or (tot < date.max and stuk.begin > tot + DAG):
            ketens.append([])
            tot = date.min
        ketens[-1].append(stuk)
        tot = max(tot, stuk.eind or date.max)
    return ketens


def _ketens_per(stukken: Iterable[Stuk], wie: Callable[[Stuk], object]) -> Iterator[list[Stuk]]:
    groepen: dict[tuple[str, object], list[Stuk]] = defaultdict(list)
    for stuk in stukken:
        groepen[(stuk.bsn, wie(stuk))].append(stuk)
    for groep in groepen.values():
        yield from _keten(groep)


def _eind(keten: list[Stuk]) -> date | None:
    einden = [stuk.eind for stuk in keten if stuk.eind is not None]
    return max(einden) if len(einden) == len(keten) else None


# Measures


@dataclass
class Keten:
    """One measure, with its row of the answer key."""

    bsn: str
    is_jb: bool
    begin: date
    eind: date | None
    machtiging: str | None
    machtiging_begin: date | None
    machtiging_eind: date | None
    rij: Rij


def _index_opgaven(opgaven: list[Opgave]) -> dict[tuple[str, int], Maatregel]:
    return {
        (maatregel.gemeente, maatregel.toewijzing_nummer): maatregel
        for opgave in opgaven
        for maatregel in opgave.maatregelen
    }


def _list_maatregelen(waarheid: Waarheid, bekend: dict[tuple[str, int], Maatregel]) -> list[Keten]:
    stukken = []
    for toewijzing in waarheid.toewijzingen:
        zorg, huidig = toewijzing.zorg, toewijzing.huidig
        if not zorg.product.is_jb_jr or huidig.ingang > waarheid.peildatum:
            continue
        stop = get_stop(toewijzing)
        eind = stop.eind.dag if stop and stop.eind else None
        if eind is None and huidig.eind is not None and huidig.eind <= waarheid.peildatum:
            eind = huidig.eind
        soort = "jb" if zorg.product.categorie == "48" else "jr"
        stukken.append(Stuk(zorg.jeugdige.bsn, soort, huidig.ingang, eind, toewijzing))
    ketens = _ketens_per(stukken, lambda stuk: stuk.soort)
    return [_maatregel(keten, bekend) for keten in ketens]


def _maatregel(keten: list[Stuk], bekend: dict[tuple[str, int], Maatregel]) -> Keten:
    """Return a measure; in the demo all allocations of one chain have the same type."""
    eerste, laatste = keten[0], keten[-1]
    eind = _eind(keten)
    opgaven = [
        opgave for stuk in keten if (opgave := bekend.get(stuk.toewijzing.sleutel)) is not None
    ]
    is_jb = eerste.soort == "jb"
    typen = [opgave.type for opgave in opgaven if opgave.type]
    opgave_eerste = bekend.get(eerste.toewijzing.sleutel)
    uitspraak = opgave_eerste.uitspraak if opgave_eerste else None
    contact = opgave_eerste.eerste_contact if opgave_eerste else None
    interventies = [o.erkende_interventie for o in opgaven if o.erkende_interventie is not None]
    machtigingen = [opgave for opgave in opgaven if opgave.machtiging]
    machtiging = machtigingen[-1] if machtigingen else None
    stop = None
    if eind is not None:
        stop = get_stop(max(keten, key=lambda s: (s.eind, s.begin, s.toewijzing.nummer)).toewijzing)
    rij = (
        "11" if is_jb else typen[0] if typen else "jr_onbekend",
        laatste.toewijzing.zorg.gemeente,
        eerste.begin,
        eind,
        stop.eind.reden if stop and stop.eind else None,
        len(keten),
        uitspraak,
        contact,
        max(0, (contact - uitspraak).days) if contact and uitspraak else None,
        "nvt" if is_jb else _to_antwoord(interventies),
        machtiging.machtiging if machtiging else None,
        machtiging.machtiging_begin if machtiging else None,
    )
    return Keten(
        eerste.bsn,
        is_jb,
        eerste.begin,
        eind,
        machtiging.machtiging if machtiging else None,
        machtiging.machtiging_begin if machtiging else None,
        machtiging.machtiging_eind if machtiging else None,
        rij,
    )


def _to_antwoord(interventies: list[bool]) -> str:
    if not interventies:
        return "onbekend"
    return "ja" if any(interventies) else "nee"


# Stay


def _iter_verblijf(waarheid: Waarheid, maatregelen: list[Keten]) -> Iterator[Rij]:
    stukken = [
        stuk
        for toewijzing in waarheid.met_zorg
        if toewijzing.zorg.product.zorgvorm in _SOORT
        for stuk in _iter_stukken(waarheid, toewijzing)
        if stuk.begin <= waarheid.peildatum
    ]
    episodes = [
        keten
        for keten in _ketens_per(stukken, lambda stuk: stuk.soort)
        if (eind := _eind(keten)) is None or eind > keten[0].begin
    ]
    buitenshuis = [
        Stuk(e[0].bsn, e[0].soort, e[0].begin, _eind(e), e[0].toewijzing)
        for e in episodes
        if e[0].soort != "deeltijd_kort"
    ]
    begin_van = {
        (stuk.bsn, stuk.soort, stuk.begin): periode[0].begin + DAG
        for periode in _ketens_per(buitenshuis, lambda stuk: True)
        for stuk in periode
    }
    for episode in episodes:
        eerste, laatste, eind = episode[0], episode[-1].toewijzing.zorg, _eind(episode)
        if eerste.begin >= waarheid.peildatum:
            continue
        start, tot = eerste.begin + DAG, eind or waarheid.peildatum
        onder = [
            m
            for m in maatregelen
            if m.is_jb and m.bsn == eerste.bsn and m.begin <= tot and (m.eind or tot) >= start
        ]
        yield (
            eerste.soort,
            laatste.gemeente,
            laatste.aanbieder,
            start,
            eind,
            begin_van.get((eerste.bsn, eerste.soort, eerste.begin)),
            _plaats(eerste.soort, laatste.aanbieder),
            bool(onder),
            _machtiging(onder, start, tot),
        )


def _iter_stukken(waarheid: Waarheid, toewijzing: Toewijzing) -> Iterator[Stuk]:
    """Yield the stays on an allocation: per reported start, or else over the claimed months."""
    wie, soort = toewijzing.zorg.jeugdige.bsn, _soort(waarheid, toewijzing)
    segmenten = toewijzing.segmenten
    for nummer, segment in enumerate(segmenten):
        eind = segment.eind.dag if segment.eind else None
        if eind is None and nummer + 1 < len(segmenten):
            eind = segmenten[nummer + 1].begin.dag - DAG
        yield Stuk(wie, soort, segment.begin.dag, eind, toewijzing)
    maanden = [regel.zorgmaand for regel in toewijzing.regels if is_staand(regel)]
    if segmenten or not maanden:
        return
    if toewijzing.is_verloren:
        yield Stuk(wie, soort, min(maanden), laatste_dag(max(maanden)), toewijzing)
        return
    huidig = toewijzing.huidig
    is_voorbij = huidig.eind is not None and huidig.eind <= waarheid.peildatum
    begin = max(min(maanden), huidig.ingang)
    yield Stuk(wie, soort, begin, huidig.eind if is_voorbij else None, toewijzing)


def _soort(waarheid: Waarheid, toewijzing: Toewijzing) -> str:
    """Return the kind of stay; few claimed etmalen make it part-time."""
    soort = _SOORT[toewijzing.zorg.product.zorgvorm]
    if soort not in _DEELTIJD_UIT_ETMALEN:
        return soort
    etmalen: dict[date, int] = defaultdict(int)
    for regel in toewijzing.regels:
        if is_staand(regel):
            etmalen[regel.zorgmaand] += regel.volume
    dagen = sum(_dagen(waarheid, toewijzing, maand) for maand in etmalen)
    per_week = 7 * sum(etmalen.values()) / dagen if dagen else 7
    is_deeltijd = dagen >= _MINIMUM_DAGEN and per_week < _MINIMUM_ETMALEN_PER_WEEK
    return "deeltijd_kort" if is_deeltijd else soort


def _dagen(waarheid: Waarheid, toewijzing: Toewijzing, maand: date) -> int:
    """Return the days of care in a month, by the reported starts and stops."""
    totaal = 0
    for segment in toewijzing.segmenten:
        tot = min(laatste_dag(maand), segment.laatste_dag or date.max, waarheid.peildatum)
        totaal += max(0, (tot - max(maand, segment.begin.dag)).days + 1)
    return totaal


def _plaats(soort: str, agb: str) -> str:
    vestiging = read_aanbieders()[agb].vestiging
    if soort == "pleegzorg" or not vestiging:
        return "onbekend"
    in_regio = {gemeente.naam for gemeente in read_gemeenten().values()}
    return "in_regio" if vestiging in in_regio else "buiten_regio"


def _machtiging(onder: list[Keten], start: date, tot: date) -> str:
    geldig = [
        (m.begin, m.machtiging)
        for m in onder
        if m.machtiging
        and m.machtiging_begin is not None
        and m.machtiging_begin <= tot
        and (m.machtiging_eind or date.max) >= start
    ]
    if geldig:
        return max(geldig)[1]
    return "onbekend" if onder else "geen"
