"""Answer key: what each youth cost in a year, the bands, and the most expensive ones."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import schemas
from demo.administratie.model import Regel, Toewijzing
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid, get_verwijzer_groep, iter_zorgmaanden
from demo.catalogus import get_zorgvorm

_AANTAL_DUURSTE = 10
_BANDEN = (  # name, from, in eurocent
    ("onder_2500", 0),
    ("2500_10000", 250_000),
    ("10000_25000", 1_000_000),
    ("25000_50000", 2_500_000),
    ("50000_100000", 5_000_000),
    ("vanaf_100000", 10_000_000),
)
Jaar = tuple[int, str]


@dataclass(eq=False)
class Casus:
    """One youth in one area and year, with the net amounts behind the cost.

    ``rang`` 1 cost most, and of equals the one with the lowest allocation; None without a positive
    cost.
    """

    bsn: str
    per_toewijzing: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))
    per_zorgvorm: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    verwijzers: dict[tuple[str, int], str] = field(default_factory=dict)
    rang: int | None = None

    @property
    def eurocent(self) -> int:
        """The net cost."""
        return sum(self.per_toewijzing.values())

    @property
    def verwijzer(self) -> str:
        """Who referred to the allocation that cost most; the lowest key decides between equals."""
        duurste = min(self.per_toewijzing, key=lambda t: (-self.per_toewijzing[t], t))
        return self.verwijzers[duurste]

    @property
    def band(self) -> str | None:
        """The band of the cost, or None without a positive cost."""
        passend = [naam for naam, vanaf in _BANDEN if self.eurocent >= max(vanaf, 1)]
        return passend[-1] if passend else None

    @property
    def is_duurste(self) -> bool:
        """Whether it belongs to the most expensive of the area."""
        return self.rang is not None and self.rang <= _AANTAL_DUURSTE

    def add(self, regel: Regel) -> None:
        """Add a line that counts as cost."""
        toewijzing = regel.toewijzing
        self.per_toewijzing[toewijzing.sleutel] += regel.eurocent
        self.per_zorgvorm[get_zorgvorm(regel.categorie, regel.code)] += regel.eurocent
        self.verwijzers[toewijzing.sleutel] = get_verwijzer_groep(toewijzing)


class Casuistiek:
    """All youths with cost, by year and by gemeente or ``regio``."""

    def __init__(self, waarheid: Waarheid) -> None:
        """Add up the lines that count, and rank the youths."""
        self.casussen: dict[Jaar, dict[str, Casus]] = defaultdict(dict)
        for regel in waarheid.regels:
            if regel.telt:
                for casus in self._list_casussen(regel):
                    casus.add(regel)
        for casussen in self.casussen.values():
            _rank(casussen.values())
        self._in_zorg: dict[Jaar, set[str]] = defaultdict(set)
        for toewijzing in waarheid.met_zorg:
            for maand in iter_zorgmaanden(waarheid, toewijzing):
                for gebied in _list_gebieden(toewijzing):
                    self._in_zorg[(maand.year, gebied)].add(toewijzing.zorg.jeugdige.bsn)

    def _list_casussen(self, regel: Regel) -> Iterator[Casus]:
        bsn = regel.toewijzing.zorg.jeugdige.bsn
        for gebied in _list_gebieden(regel.toewijzing):
            yield self.casussen[(regel.begin.year, gebied)].setdefault(bsn, Casus(bsn))

    def is_doorstroom(self, jaar: Jaar, casus: Casus) -> bool | None:
        """Return whether a youth is in the top of this year and the last; None in the first."""
        vorig = self.casussen.get((jaar[0] - 1, jaar[1]))
        if vorig is None:
            return None
        return casus.is_duurste and casus.bsn in vorig and vorig[casus.bsn].is_duurste

    def was_in_zorg(self, jaar: Jaar, casus: Casus) -> bool | None:
        """Return whether a youth was in care here the year before; None in the first year."""
        if (jaar[0] - 1, jaar[1]) not in self.casussen:
            return None
        return casus.bsn in self._in_zorg[(jaar[0] - 1, jaar[1])]


def _list_gebieden(toewijzing: Toewijzing) -> tuple[str, str]:
    return (toewijzing.zorg.gemeente, "regio")


def _rank(casussen: Iterable[Casus]) -> None:
    met_kosten = [casus for casus in casussen if casus.eurocent > 0]
    met_kosten.sort(key=lambda casus: (-casus.eurocent, min(casus.per_toewijzing)))
    for rang, casus in enumerate(met_kosten, start=1):
        casus.rang = rang


@cache
def _list_verblijf() -> frozenset[str]:
    pad = Path(schemas.__file__).parent / "referentie" / "zorgvorm.csv"
    with pad.open(encoding="utf-8", newline="") as stream:
        rijen = csv.DictReader(stream)
        return frozenset(rij["zorgvorm"] for rij in rijen if rij["met_verblijf"] == "true")


def list_casuistiek(casuistiek: Casuistiek) -> list[tuple[object, ...]]:
    """Return one row per year, area and youth, without saying which youth."""
    return [
        (
            *jaar,
            casus.rang,
            casus.eurocent,
            casus.band,
            casus.is_duurste,
            casuistiek.is_doorstroom(jaar, casus),
            casuistiek.was_in_zorg(jaar, casus),
            casus.verwijzer,
            sum(bedrag > 0 for bedrag in casus.per_toewijzing.values()),
            sum(bedrag > 0 for bedrag in casus.per_zorgvorm.values()),
            any(casus.per_zorgvorm.get(zorgvorm, 0) > 0 for zorgvorm in _list_verblijf()),
        )
        for jaar, casussen in casuistiek.casussen.items()
        for casus in casussen.values()
    ]


def list_zorgzwaarte(casuistiek: Casuistiek) -> list[tuple[object, ...]]:
    """Return (jaar, area, band or totaal, youths, eurocent)."""
    bedragen: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for jaar, casussen in casuistiek.casussen.items():
        for casus in casussen.values():
            if casus.band is not None:
                bedragen[(*jaar, casus.band)].append(casus.eurocent)
                bedragen[(*jaar, "totaal")].append(casus.eurocent)
    return [(*sleutel, len(lijst), sum(lijst)) for sleutel, lijst in bedragen.items()]


def list_duurste(casuistiek: Casuistiek) -> list[tuple[object, ...]]:
    """Return slide 4.8 per year and area: youths, eurocent, referrers and doorstroom."""
    rijen: list[tuple[object, ...]] = []
    for jaar, casussen in casuistiek.casussen.items():
        top = [casus for casus in casussen.values() if casus.is_duurste]
        if not top:
            continue
        doorstroom = [casuistiek.is_doorstroom(jaar, casus) for casus in top]
        rijen.append(
            (
                *jaar,
                len(top),
                sum(casus.eurocent for casus in top),
                *(
                    sum(casus.verwijzer == groep for casus in top)
                    for groep in ("gemeente", "medisch", "gi_rechter", "geen")
                ),
                None if doorstroom[0] is None else sum(map(bool, doorstroom)),
            )
        )
    return rijen


def write_casuistiek(folder: Path, waarheid: Waarheid) -> None:
    """Write the tables of this subject into ``folder``."""
    casuistiek = Casuistiek(waarheid)
    write_tabel(
        folder,
        "casuistiek",
        (
            "jaar",
            "gebied_code",
            "rang",
            "kosten_eurocent",
            "zorgzwaarte_band",
            "is_duurste",
            "is_doorstroom",
            "heeft_zorg_vorig_jaar",
            "verwijzer_groep",
            "aantal_toewijzingen",
            "aantal_zorgvormen",
            "heeft_verblijf",
        ),
        list_casuistiek(casuistiek),
    )
    write_tabel(
        folder,
        "zorgzwaarte",
        ("jaar", "gebied_code", "zorgzwaarte_band", "aantal_jeugdigen", "kosten_eurocent"),
        list_zorgzwaarte(casuistiek),
    )
    write_tabel(
        folder,
        "duurste_casuistiek",
        (
            "jaar",
            "gebied_code",
            "aantal_casussen",
            "kosten_eurocent",
            "aantal_verwijzer_gemeente",
            "aantal_verwijzer_medisch",
            "aantal_verwijzer_gi_rechter",
            "aantal_verwijzer_geen",
            "aantal_doorstroom",
        ),
        list_duurste(casuistiek),
    )
