"""What national sources would say about the region: the five maatschappelijke uitkomsten, invented.

No chance is involved: the figures follow from the gemeente and the year, like the population.
"""

from dataclasses import dataclass, replace

from demo.catalogus import Gemeente, read_gemeenten
from demo.kalender import Venster

_SCHIJNT = 7  # a provisional figure of onderwijs is this much too high
_GEEN_POLITIE = "0184"  # counted, and there were none
_AFGESCHERMD = "0050"  # the source withholds its small numbers


@dataclass(frozen=True)
class Uitkomst:
    """One figure of a national source; None where the source leaves the cell empty."""

    gemeente: str
    jaar: int
    indicator: str
    teller: int | None
    noemer: int | None
    percentage: float | None
    eenheid: str
    herkomst: str


def list_uitkomsten(venster: Venster) -> list[Uitkomst]:
    """Return what is known in the end: per gemeente and whole year of the window."""
    return [
        uitkomst
        for gemeente in read_gemeenten().values()
        for jaar in venster.jaren
        for uitkomst in _list_jaar(gemeente, jaar, jaar == venster.jaren[-1])
    ]


def list_voorlopig(venster: Venster) -> list[Uitkomst]:
    """Return what an earlier file said of the years before the last one."""
    return [
        replace(uitkomst, teller=uitkomst.teller + _SCHIJNT)
        if uitkomst.indicator == "M2" and uitkomst.teller is not None
        else uitkomst
        for uitkomst in list_uitkomsten(venster)
        if uitkomst.jaar != venster.jaren[-1]
    ]


def _list_jaar(gemeente: Gemeente, jaar: int, is_laatste: bool) -> list[Uitkomst]:
    jeugd = round(gemeente.bevolking_2014 * (1 + gemeente.groei_per_jaar) ** (jaar - 2014))
    leerplichtig, werkend, strafbaar = (round(jeugd * deel) for deel in (0.68, 0.37, 0.52))
    veilig = None if is_laatste and gemeente.code == _AFGESCHERMD else round(jeugd * 0.94)
    politie: int | None = round(strafbaar * 0.013)
    if gemeente.code == _GEEN_POLITIE and is_laatste:
        politie = 0
    elif gemeente.code == _AFGESCHERMD:
        politie = None
    rijen: list[tuple[str, int | None, int | None, float | None, str, str]] = [
        ("M1", veilig, jeugd, None, "jeugdigen 0 t/m 17 jaar", "demo (Veilig Thuis)"),
        ("M2", round(leerplichtig * 0.97), leerplichtig, None, "leerplichtigen", "demo (DUO)"),
        ("M3", round(werkend * 0.56), werkend, None, "jongeren 15 t/m 22 jaar", "demo (CBS)"),
        ("M4", politie, strafbaar, None, "jeugdigen 12 t/m 22 jaar", "demo (CBS)"),
    ]
    if jaar % 2 == 0:  # a survey, not every year
        procent = 6 + int(gemeente.code) % 5
        rijen.append(("M5", None, None, procent, "jongeren in de vragenlijst", "demo (GGD)"))
    return [Uitkomst(gemeente.code, jaar, *rij) for rij in rijen]
