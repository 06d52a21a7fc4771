"""What a hard case of ``gevallen.csv`` may change before the post goes out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from declaraties import Sleutel, Weigering
from post import Post
from verhaal import DRONTEN, Toewijzing, add_maanden


@dataclass
class Verhaal:
    """Everything a case may change before the post goes out."""

    toewijzingen: dict[tuple[str, int], Toewijzing]
    bsns: Iterator[str]
    post: Post = field(default_factory=Post)
    weigeringen: dict[Sleutel, Weigering] = field(default_factory=dict)
    dubbel: list[tuple[str, str, str]] = field(default_factory=list)
    zelf_verstuurd: set[int] = field(default_factory=set)
    verzoek_verstuurd: set[int] = field(default_factory=set)

    def add_los(self, geval: str, maand: date, **extra: Any) -> Toewijzing:
        """Add a toewijzing of a youth of its own, outside the groups."""
        velden: dict[str, Any] = {
            "gemeente": DRONTEN,
            "nummer": 900000 + len(self.toewijzingen),
            "bsn": next(self.bsns),
            "aanbieder": "99000102",
            "categorie": "45",
            "codes": ("45A06",),
            "eenheid": "01",
            "tarief": 150,
            "volume": 600,
            "ingang": maand,
            "eind": None,
            "toewijzing_datum": add_maanden(maand, -1).replace(day=20),
        }
        toewijzing = Toewijzing(**(velden | extra))
        self.toewijzingen[geval, 1] = toewijzing
        return toewijzing


Geval = Callable[[Verhaal, Toewijzing | None, date], None]
