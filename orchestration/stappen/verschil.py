"""What reading a month again changed: findings that went and came, and rows. Counts only."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_PLAATS = ("bestand_sleutel", "bericht_sleutel", "regel_code", "plaats")


@dataclass(frozen=True)
class Momentopname:
    """The findings of one bron and month by place, and the rows that were taken over or not."""

    bevindingen: frozenset[tuple[str | None, ...]] = frozenset()
    rijen_aanvaard: int = 0
    rijen_geweigerd: int = 0


@dataclass(frozen=True)
class Verschil:
    """What differs between two readings of one bron and month."""

    bron: str
    maand: str
    opgelost: Counter[str] = field(default_factory=Counter)
    nieuw: Counter[str] = field(default_factory=Counter)
    rijen_voor: int = 0
    rijen_na: int = 0
    geweigerd_voor: int = 0
    geweigerd_na: int = 0
    is_hersteld: bool = False
    """Whether a file of the lake was damaged or gone before the second reading."""

    @property
    def is_leeg(self) -> bool:
        """Whether both readings say the same."""
        return (
            not self.opgelost
            and not self.nieuw
            and (self.rijen_voor, self.geweigerd_voor) == (self.rijen_na, self.geweigerd_na)
        )


def take_momentopname(lake: Path, bron: str, maand: str) -> Momentopname:
    """Return what the lake holds of a month; nothing when it was never read or is damaged."""
    try:
        bevinding = pq.read_table(
            lake / bron / "bevinding" / f"{maand}.parquet", columns=[*_PLAATS]
        )
        bestand = pq.read_table(
            lake / bron / "bestand" / f"{maand}.parquet",
            columns=["aantal_rijen_aanvaard", "aantal_rijen_geweigerd"],
        )
    except (OSError, pa.ArrowInvalid):
        return Momentopname()
    return Momentopname(
        bevindingen=frozenset(
            tuple(rij[kolom] for kolom in _PLAATS) for rij in bevinding.to_pylist()
        ),
        rijen_aanvaard=sum(bestand["aantal_rijen_aanvaard"].to_pylist()),
        rijen_geweigerd=sum(bestand["aantal_rijen_geweigerd"].to_pylist()),
    )


def compare_momentopnamen(
    bron: str, maand: str, voor: Momentopname, na: Momentopname, is_hersteld: bool = False
) -> Verschil:
    """Return what the second reading changed; findings are counted per rule."""
    return Verschil(
        bron=bron,
        maand=maand,
        opgelost=_count_regels(voor.bevindingen - na.bevindingen),
        nieuw=_count_regels(na.bevindingen - voor.bevindingen),
        rijen_voor=voor.rijen_aanvaard,
        rijen_na=na.rijen_aanvaard,
        geweigerd_voor=voor.rijen_geweigerd,
        geweigerd_na=na.rijen_geweigerd,
        is_hersteld=is_hersteld,
    )


def count_regels(lake: Path, bron: str, ernst: str) -> Counter[str]:
    """Return how many findings of an ernst the lake holds of a bron, per rule."""
    aantal: Counter[str] = Counter()
    for pad in sorted((lake / bron / "bevinding").glob("*.parquet")):
        tabel = pq.read_table(pad, columns=["regel_code", "ernst"])
        codes, ernsten = tabel["regel_code"].to_pylist(), tabel["ernst"].to_pylist()
        aantal.update(code for code, van in zip(codes, ernsten, strict=True) if van == ernst)
    return aantal


def _count_regels(bevindingen: Iterable[tuple[str | None, ...]]) -> Counter[str]:
    return Counter(str(bevinding[_PLAATS.index("regel_code")]) for bevinding in bevindingen)
