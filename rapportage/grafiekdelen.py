"""The parts that the charts are put together from: points, lines, labels, axes.

One accent colour; what is provisional is light with a dashed line, so that it also shows
without colour.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt

from rapportage.svg import GRIJS, INKT

ACCENT = "#0b5a7a"
ACCENT_MIDDEN = "#7fb0c4"
ACCENT_LICHT = "#dbeaf0"
GRIJS_LICHT = "#a3adb5"
STREEP = [4, 3]
NORMSTREEP = [7, 4]


@dataclass(frozen=True)
class Maat:
    """Width and height of the drawing area in pixels."""

    breedte: int
    hoogte: int
    is_smal: bool = False


BREED = Maat(900, 280)
SMAL = Maat(330, 230, is_smal=True)
KWARTALEN_SMAL = 5


@dataclass(frozen=True)
class Punt:
    """One value in a chart: no ``waarde`` means that ``label`` says why."""

    plaats: str
    waarde: float | None
    label: str
    is_nu: bool = False
    is_voorlopig: bool = False


@dataclass(frozen=True)
class Balk:
    """One indicator in the outcome chart."""

    naam: str
    waarde: float | None
    label: str
    dekking: str
    is_zwak: bool
    jaar_eerder: float | None


def make_data(punten: Sequence[Punt] | Sequence[Balk]) -> alt.Data:
    """Return the points as inline data."""
    return alt.Data(values=[asdict(punt) for punt in punten])


def with_value(punten: Sequence[Punt]) -> list[Punt]:
    """Return the points that have a number."""
    return [punt for punt in punten if punt.waarde is not None]


def make_kwartaal_as() -> alt.X:
    """Return the axis of quarters in the order given: K4 above 2025."""
    return alt.X(
        "plaats:O",
        sort=None,
        scale=alt.Scale(paddingInner=0.32, paddingOuter=0.1),
        axis=alt.Axis(
            labelAngle=0,
            labelExpr="[slice(datum.value, 5), slice(datum.value, 0, 4)]",
            labelLineHeight=16,
            grid=False,
            domain=True,
            domainColor=GRIJS_LICHT,
        ),
    )


def draw_order(punten: Sequence[Punt]) -> alt.Chart:
    """Return an invisible layer that fixes the order of the quarters on the axis."""
    plaatsen = alt.Data(values=[{"plaats": punt.plaats} for punt in punten])
    return alt.Chart(plaatsen).mark_point(opacity=0).encode(x=make_kwartaal_as(), y=alt.datum(0))


def draw_text(
    punten: Sequence[Punt] | Sequence[Balk], x: Any, y: Any, *, kolom: str = "label", **stijl: Any
) -> list[alt.Chart]:
    """Return labels with a white edge, so that they stay readable on a line."""
    grafiek = alt.Chart(make_data(punten))
    edge = stijl | {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "color": "white"}
    return [
        grafiek.mark_text(**deel).encode(x=x, y=y, text=f"{kolom}:N") for deel in (edge, stijl)
    ]


def draw_line(punten: Sequence[Punt], x: alt.X, y: alt.Y, **stijl: Any) -> alt.Chart:
    """Return a line through the points; it is broken where there is no number."""
    return alt.Chart(make_data(punten)).mark_line(**stijl).encode(x=x, y=y)


def draw_points(punten: Sequence[Punt], x: alt.X, y: alt.Y, kleur: str) -> list[alt.Chart]:
    """Return a dot per point, open when it is provisional."""
    vast = [punt for punt in with_value(punten) if not punt.is_voorlopig]
    los = [punt for punt in with_value(punten) if punt.is_voorlopig]
    vol = {"filled": True, "opacity": 1, "color": kleur, "size": 48}
    open_ = vol | {"fill": "white", "stroke": kleur, "strokeWidth": 1.8, "size": 56}
    return [
        alt.Chart(make_data(deel)).mark_point(**stijl).encode(x=x, y=y)
        for deel, stijl in ((vast, vol), (los, open_))
    ]


def draw_rule(punt: Punt, y: alt.Y) -> alt.Chart:
    """Return a dashed line over the whole width: a norm or a budget."""
    streep = alt.Chart(make_data([punt]))
    return streep.mark_rule(color=INKT, strokeWidth=1.4, strokeDash=NORMSTREEP).encode(y=y)


def draw_empty(punten: Sequence[Punt], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return, for every point without a number, the reason on the base line."""
    leeg = [Punt(punt.plaats, 0, punt.label) for punt in punten if punt.waarde is None]
    return draw_text(leeg, x, y, dy=-9, fontStyle="italic", fontSize=12, color=GRIJS)


def spread(hoogten: Sequence[float], afstand: float, ondergrens: float) -> list[float]:
    """Return heights of labels (pixels from above) moved apart by at least ``afstand``.

    The order stays; labels that would fall below ``ondergrens`` push the others up.
    """
    volgorde = sorted(range(len(hoogten)), key=lambda index: hoogten[index])
    geplaatst: list[float] = []
    for index in volgorde:
        vorige = geplaatst[-1] + afstand if geplaatst else hoogten[index]
        geplaatst.append(max(hoogten[index], vorige))
    for plaats in range(len(geplaatst) - 1, -1, -1):
        grens = ondergrens if plaats == len(geplaatst) - 1 else geplaatst[plaats + 1] - afstand
        geplaatst[plaats] = min(geplaatst[plaats], grens)
    return [geplaatst[volgorde.index(index)] for index in range(len(hoogten))]
