"""What a table in the report is made of; the template only draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapportage.cijfer import ONTBREKEND, Cijfer
from rapportage.lezen import Rij, read_cijfer
from rapportage.opmaak import show
from rapportage.teksten import read_teksten


@dataclass(frozen=True)
class Kolom:
    """One column: where its figure comes from, how it is written and what stands above it."""

    bron: str
    soort: str
    label: str


@dataclass(frozen=True)
class Cel:
    """One cell; ``status`` says whether it holds a number, and else why not."""

    tekst: str
    status: str

    @classmethod
    def make(cls, cijfer: Cijfer, soort: str) -> "Cel":
        """Return the cell that shows a figure."""
        return cls(show(cijfer, soort), cijfer.status)


@dataclass(frozen=True)
class Regel:
    """One row of a table: its heading, cells, and what sets it apart."""

    kop: str
    cellen: list[Cel]
    is_totaal: bool = False
    is_voorlopig: bool = False
    is_nu: bool = False
    koppeling: str | None = None


@dataclass(frozen=True)
class Tabel:
    """A table with its caption; ``koppen`` has the heading of the first column first."""

    bijschrift: str
    koppen: list[str]
    regels: list[Regel] = field(default_factory=list)


def make_kolommen(*kolommen: tuple[str, str, str], **invullen: object) -> list[Kolom]:
    """Return columns from (bron, soort, name of the label in the texts)."""
    labels = read_teksten()["tabellen"]["kolommen"]
    return [Kolom(bron, soort, labels[naam].format(**invullen)) for bron, soort, naam in kolommen]


def make_cellen(
    rij: Rij | None, kolommen: Sequence[Kolom], zonder_rij: Cijfer = ONTBREKEND
) -> list[Cel]:
    """Return the cells of one published row, or ``zonder_rij`` in each when there is none."""
    return [Cel.make(read_cijfer(rij, kolom.bron, zonder_rij), kolom.soort) for kolom in kolommen]


def label(naam: str) -> str:
    """Return the heading of a column from the texts."""
    return str(read_teksten()["tabellen"]["kolommen"][naam])
