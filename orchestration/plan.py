"""What there is to do in a home: the same answer for the sensor, the run and the dry run."""

import hashlib
from dataclasses import dataclass
from datetime import date

from orchestration.home import Home
from orchestration.sleutels import is_gebruikt, read_sleutels
from orchestration.stappen.lake_stand import list_range, list_verouderd
from orchestration.stappen.ontvangst import Binnengekomen, list_inbox
from orchestration.stappen.publicatie import list_releases
from orchestration.stappen.warehouse import is_warehouse_actueel
from schemas.lake import BRONNEN

_OVERBRUG_MAANDEN = 6


@dataclass(frozen=True)
class Deelrun:
    """The bronnen to read over one unbroken range of months."""

    eerste: str
    laatste: str
    bronnen: frozenset[str]


@dataclass(frozen=True)
class Plan:
    """The files to take in, the months to read per bron, and whether to build and publish."""

    binnengekomen: tuple[Binnengekomen, ...]
    achtergebleven: tuple[str, ...]
    maanden: dict[str, tuple[str, ...]]
    is_warehouse_actueel: bool
    heeft_release: bool

    @property
    def bronnen(self) -> list[str]:
        """The bronnen of which a month must be read."""
        return [bron for bron in BRONNEN if self.maanden.get(bron)]

    def list_runs(self) -> list[Deelrun]:
        """Return the ranges of months to read, oldest first.

        A range becomes one run. Months far apart get runs of their own: Dagster notes every
        month of a range, also those in which nothing happened.
        """
        runs: list[Deelrun] = []
        for maand in sorted({maand for maanden in self.maanden.values() for maand in maanden}):
            bronnen = {bron for bron in self.bronnen if maand in self.maanden[bron]}
            if runs and len(list_range((runs[-1].laatste, maand))) <= _OVERBRUG_MAANDEN + 1:
                vorige = runs.pop()
                runs.append(Deelrun(vorige.eerste, maand, vorige.bronnen | bronnen))
            else:
                runs.append(Deelrun(maand, maand, frozenset(bronnen)))
        return runs

    @property
    def is_leeg(self) -> bool:
        """Whether running would change nothing."""
        return not self.binnengekomen and not self.maanden and not self.moet_publiceren

    @property
    def moet_publiceren(self) -> bool:
        """Whether the warehouse or the release is behind the lake."""
        return bool(self.maanden) or not self.is_warehouse_actueel or not self.heeft_release

    def compute_sleutel(self) -> str:
        """Return a hash by which an unchanged plan is recognised, so that it runs once."""
        delen = [
            f"{bestand.pad.name}/{stat.st_size}/{stat.st_mtime_ns}"
            for bestand in self.binnengekomen
            if (stat := bestand.pad.stat())
        ]
        delen += [f"{bron}/{','.join(maanden)}" for bron, maanden in sorted(self.maanden.items())]
        return hashlib.sha256("\n".join(delen).encode()).hexdigest()[:32]


def compute_plan(home: Home, vandaag: date, proef: bool = False) -> Plan:
    """Return what there is to do in ``home``.

    A home in which nothing was ever received has nothing to publish either. With ``proef``
    a new home gets no keys yet.

    Raises:
        RegiobeeldFout: the keys of a home that was used before are missing.
    """
    achtergebleven: list[str] = []
    binnengekomen = list_inbox(home, vandaag, achtergebleven)
    sleutel = b"" if proef and not is_gebruikt(home) else read_sleutels(home).pseudoniem
    maanden = {}
    for bron in BRONNEN:
        nieuw = {bestand.ontvangstmaand for bestand in binnengekomen if bestand.bron == bron}
        nodig = sorted(nieuw.union(list_verouderd(home, bron, sleutel)))
        if nodig:
            maanden[bron] = tuple(nodig)
    is_ongebruikt = not maanden and not any(home.archief.glob("*/*/*.json"))
    return Plan(
        binnengekomen=tuple(binnengekomen),
        achtergebleven=tuple(achtergebleven),
        maanden=maanden,
        is_warehouse_actueel=is_ongebruikt or is_warehouse_actueel(home),
        heeft_release=is_ongebruikt or bool(list_releases(home)),
    )
