"""Answer key: stay away from home."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from demo.administratie.model import Toewijzing
from demo.antwoorden.keten import Keten, Stuk, get_eind, iter_ketens_per
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid, is_staand, iter_perioden
from demo.catalogus import read_aanbieders, read_gemeenten
from demo.kalender import DAG, laatste_dag

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


def write_verblijf(folder: Path, waarheid: Waarheid, maatregelen: list[Keten]) -> None:
    """Write ``uithuisplaatsing``: one row per stay of one kind."""
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
        _iter_verblijf(waarheid, maatregelen),
    )


def _iter_verblijf(waarheid: Waarheid, maatregelen: list[Keten]) -> Iterator[tuple[object, ...]]:
    stukken = [
        stuk
        for toewijzing in waarheid.met_zorg
        if toewijzing.zorg.product.zorgvorm in _SOORT
        for stuk in _iter_stukken(waarheid, toewijzing)
        if stuk.begin <= waarheid.peildatum
    ]
    episodes = [
        keten
        for keten in iter_ketens_per(stukken, lambda stuk: stuk.soort)
        if (eind := get_eind(keten)) is None or eind > keten[0].begin
    ]
    buitenshuis = [
        Stuk(e[0].bsn, e[0].soort, e[0].begin, get_eind(e), e[0].toewijzing)
        for e in episodes
        if e[0].soort != "deeltijd_kort"
    ]
    begin_van = {
        (stuk.bsn, stuk.soort, stuk.begin): periode[0].begin + DAG
        for periode in iter_ketens_per(buitenshuis, lambda stuk: True)
        for stuk in periode
    }
    for episode in episodes:
        eerste, laatste, eind = episode[0], episode[-1].toewijzing.zorg, get_eind(episode)
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
    is_voorbij = not toewijzing.is_verloren and _is_voorbij(waarheid, toewijzing)
    perioden = list(iter_perioden(toewijzing))
    for nummer, segment in enumerate(segmenten):
        eind = segment.eind.dag if segment.eind else None
        if eind is None and nummer + 1 < len(segmenten):
            eind = segmenten[nummer + 1].begin.dag - DAG
        if eind is None and is_voorbij:
            eind = perioden[nummer][1]
        yield Stuk(wie, soort, segment.begin.dag, eind, toewijzing)
    maanden = [regel.zorgmaand for regel in toewijzing.regels if is_staand(regel)]
    if segmenten or not maanden:
        return
    if toewijzing.is_verloren:
        yield Stuk(wie, soort, min(maanden), laatste_dag(max(maanden)), toewijzing)
        return
    huidig = toewijzing.huidig
    begin = max(min(maanden), huidig.ingang)
    eind = huidig.eind if _is_voorbij(waarheid, toewijzing) else None
    yield Stuk(wie, soort, begin, eind, toewijzing)


def _is_voorbij(waarheid: Waarheid, toewijzing: Toewijzing) -> bool:
    eind = toewijzing.huidig.eind
    return eind is not None and eind <= waarheid.peildatum


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
    for begin, eind in iter_perioden(toewijzing):
        tot = min(laatste_dag(maand), eind or date.max, waarheid.peildatum)
        totaal += max(0, (tot - max(maand, begin)).days + 1)
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
