"""The parts that the charts are put together from: points, lines, labels, axes.

One accent colour; what is provisional is light with a dashed line, so that it also shows
without colour.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rapportage.svg import GRIJS, INKT

ACCENT = "#0b5a7a"
ACCENT_MIDDEN = "#7fb0c4"
ACCENT_LICHT = "#dbeaf0"
GRIJS_LICHT = "#a3adb5"
STREEP = [4, 3]
NORMSTREEP = [7, 4]

# Vega-Lite is written as plain dictionaries: the same charts through Altair's classes took four
# times as long (12.9 s against 3 s for seven reports), all of it validating and copying.
Laag = dict[str, Any]
Kanaal = dict[str, Any]


@dataclass(frozen=True)
class Maat:
    """Width and height of the drawing area in pixels, and how many quarters fit in it."""

    breedte: int
    hoogte: int
    kwartalen: int
    is_smal: bool = False


BREED = Maat(900, 280, kwartalen=8)
SMAL = Maat(330, 230, kwartalen=5, is_smal=True)


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


def make_laag(
    punten: Sequence[Punt] | Sequence[Balk], mark: str, stijl: Laag, **kanalen: Kanaal
) -> Laag:
    """Return one layer: the points drawn with a mark in a style."""
    return {
        "data": {"values": [asdict(punt) for punt in punten]},
        "mark": {"type": mark, **stijl},
        "encoding": kanalen,
    }


def with_value(punten: Sequence[Punt]) -> list[Punt]:
    """Return the points that have a number."""
    return [punt for punt in punten if punt.waarde is not None]


def make_kwartaal_as() -> Kanaal:
    """Return the axis of quarters in the order given: K4 above 2025."""
    return {
        "field": "plaats",
        "type": "ordinal",
        "sort": None,
        "scale": {"paddingInner": 0.32, "paddingOuter": 0.1},
        "axis": {
            "labelAngle": 0,
            "labelExpr": "[slice(datum.value, 5), slice(datum.value, 0, 4)]",
            "labelLineHeight": 16,
            "grid": False,
            "domain": True,
            "domainColor": GRIJS_LICHT,
        },
    }


def make_waarde_as(grenzen: tuple[float, float], **axis: Any) -> Kanaal:
    """Return the axis of values between two bounds; without ``axis`` it is not drawn."""
    return {
        "field": "waarde",
        "type": "quantitative",
        "scale": {"domain": list(grenzen), "nice": False},
        "axis": axis or None,
    }


def draw_order(punten: Sequence[Punt], y: Kanaal, aantal: int) -> Laag:
    """Return an invisible layer that fixes the order of the quarters on the axis.

    A short history gets empty places after it, so that ``aantal`` quarters always fit.
    """
    leeg = [Punt(punt.plaats, 0, "") for punt in punten]
    leeg += [Punt(" " * nummer, 0, "") for nummer in range(1, aantal - len(leeg) + 1)]
    return make_laag(leeg, "point", {"opacity": 0}, x=make_kwartaal_as(), y=y)


def draw_text(
    punten: Sequence[Punt] | Sequence[Balk],
    x: Kanaal,
    y: Kanaal,
    text: Kanaal | None = None,
    **stijl: Any,
) -> list[Laag]:
    """Return labels with a white edge, so that they stay readable on a line."""
    rand = {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "color": "white"}
    tekst = text or {"field": "label", "type": "nominal"}
    return [make_laag(punten, "text", deel, x=x, y=y, text=tekst) for deel in (stijl | rand, stijl)]


def draw_two_lines(punt: Punt, x: Kanaal, y: Kanaal, **stijl: Any) -> list[Laag]:
    """Return a label in two lines, split at its first colon."""
    tekst = {"value": [deel.strip() for deel in punt.label.split(":", 1)]}
    return draw_text([punt], x, y, tekst, align="left", lineHeight=16, fontWeight="bold", **stijl)


def draw_line(punten: Sequence[Punt], x: Kanaal, y: Kanaal, **stijl: Any) -> Laag:
    """Return a line through the points; it is broken where there is no number."""
    return make_laag(punten, "line", stijl, x=x, y=y)


def draw_points(punten: Sequence[Punt], x: Kanaal, y: Kanaal, kleur: str) -> list[Laag]:
    """Return a dot per point, open when it is provisional."""
    vast = [punt for punt in with_value(punten) if not punt.is_voorlopig]
    los = [punt for punt in with_value(punten) if punt.is_voorlopig]
    vol = {"filled": True, "opacity": 1, "color": kleur, "size": 48}
    rond = vol | {"fill": "white", "stroke": kleur, "strokeWidth": 1.8, "size": 56}
    return [make_laag(vast, "point", vol, x=x, y=y), make_laag(los, "point", rond, x=x, y=y)]


def draw_rule(punt: Punt, y: Kanaal) -> Laag:
    """Return a dashed line over the whole width: a norm or a budget."""
    return make_laag(
        [punt], "rule", {"color": INKT, "strokeWidth": 1.4, "strokeDash": NORMSTREEP}, y=y
    )


def draw_empty(punten: Sequence[Punt], x: Kanaal, y: Kanaal) -> list[Laag]:
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
