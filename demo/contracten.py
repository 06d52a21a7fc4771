"""Contracts of the demo region: lump sums with their key, pgb, other costs and budgets."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from demo.catalogus import read_gemeenten
from demo.kalender import DAG, Venster, add_maanden, iter_maanden

_MILJOEN = 1_000_000


@dataclass(frozen=True)
class Taakgericht:
    """A lump sum for a population task; there is no 301 or 323 for it."""

    nummer: str
    agb: str
    zorgvorm: str
    begin: date
    eind: date
    eurocent: int

    @property
    def maanden(self) -> list[date]:
        """The months of the period."""
        return list(iter_maanden(self.begin, self.eind))


@dataclass(frozen=True)
class Sleuteldeel:
    """The share of a gemeente in a contract, in millionths."""

    nummer: str
    gemeente: str
    begin: date
    eind: date | None
    aandeel: int


@dataclass(frozen=True)
class OverigeKosten:
    """Costs without messages, per year."""

    soort: str
    zorgvorm: str
    gemeente: str
    jaar: int
    eurocent: int


@dataclass
class Contracten:
    """All contracts as they stand at the end of the simulation."""

    taakgericht: list[Taakgericht] = field(default_factory=list)
    sleutels: list[Sleuteldeel] = field(default_factory=list)
    overig: list[OverigeKosten] = field(default_factory=list)
    begroting: dict[tuple[int, str], int] = field(default_factory=dict)

    def sleutel_op(self, nummer: str, dag: date) -> dict[str, int]:
        """Return the shares per gemeente that hold on a day."""
        return {
            deel.gemeente: deel.aandeel
            for deel in self.sleutels
            if deel.nummer == nummer and deel.begin <= dag and (deel.eind or date.max) >= dag
        }


def maak_contracten(rng: Random, venster: Venster, schaal: float) -> Contracten:
    """Return the contracts of the window; amounts follow ``schaal``."""
    contracten = Contracten()
    jaren = [*venster.jaren, venster.eind.year]
    midden = add_maanden(venster.begin, 12 * (len(jaren) // 2) - 6)
    if midden <= venster.begin:
        midden = add_maanden(venster.begin, 6)
    for nummer, agb, zorgvorm, basis in (
        ("TG-VERBLIJF-1", "99100101", "verblijf_begeleid", 610_000_000),
        ("TG-CRISIS-1", "99101090", "crisis", 96_000_000),
    ):
        for jaar in jaren:
            bedrag = round(basis * schaal * 1.035 ** (jaar - 2024)) + rng.randint(0, 11)
            contracten.taakgericht.append(
                Taakgericht(nummer, agb, zorgvorm, date(jaar, 1, 1), date(jaar, 12, 31), bedrag)
            )
        contracten.sleutels += _maak_sleutel(rng, nummer, venster.begin, midden - DAG)
        contracten.sleutels += _maak_sleutel(rng, nummer, midden, None)
    for gemeente in read_gemeenten().values():
        deel = gemeente.jeugdigen_per_jaar / 933 * schaal
        for jaar in jaren:
            groei = 1.05 ** (jaar - 2024)
            for soort, zorgvorm, basis in (
                ("pgb", "begeleiding_ambulant", 86_000_000),
                ("overig", "preventie", 180_000_000),
            ):
                bedrag = round(basis * deel * groei * rng.uniform(0.9, 1.1))
                contracten.overig.append(
                    OverigeKosten(soort, zorgvorm, gemeente.code, jaar, bedrag)
                )
            begroot = round(1_690_000_000 * deel * 1.045 ** (jaar - 2024) * rng.uniform(0.94, 1.04))
            contracten.begroting[(jaar, gemeente.code)] = begroot // 100_000 * 100_000
    return contracten


def _maak_sleutel(rng: Random, nummer: str, begin: date, eind: date | None) -> list[Sleuteldeel]:
    """Return shares by number of youths, shaken a little, that add up to one million."""
    gewichten = {
        g.code: g.jeugdigen_per_jaar * rng.uniform(0.9, 1.1) for g in read_gemeenten().values()
    }
    totaal = sum(gewichten.values())
    # Whole hundredths of a percent, as printed; the largest gemeente takes what is left.
    delen = {code: round(gewicht / totaal * 10_000) * 100 for code, gewicht in gewichten.items()}
    grootste = max(delen, key=lambda code: delen[code])
    delen[grootste] += _MILJOEN - sum(delen.values())
    return [Sleuteldeel(nummer, code, begin, eind, aandeel) for code, aandeel in delen.items()]
