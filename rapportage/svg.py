"""From a Vega-Lite chart to an inline SVG that stands on its own in a page."""

import re
from dataclasses import dataclass
from typing import Any

import vl_convert
from markupsafe import Markup, escape

LETTERTYPE = "Arial, 'Liberation Sans', Helvetica, sans-serif"
INKT = "#1d2b36"
GRIJS = "#5b6872"
RASTER = "#e2e7ea"

_CONFIG: dict[str, Any] = {
    "aria": False,  # one alt text for the whole image, not English labels on every mark
    "background": None,
    "font": LETTERTYPE,
    "view": {"stroke": None},
    "axis": {
        "labelFont": LETTERTYPE,
        "labelFontSize": 13,
        "labelColor": GRIJS,
        "labelPadding": 6,
        "title": None,
        "domain": False,
        "ticks": False,
        "gridColor": RASTER,
    },
    "text": {"font": LETTERTYPE, "fontSize": 13, "color": INKT},
    "padding": {"left": 2, "right": 2, "top": 4, "bottom": 2},
}
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_MAAT = re.compile(r'<svg [^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')
_ID = re.compile(r'(id="|url\(#|href="#)(clip|gradient)')


@dataclass(frozen=True)
class Tekening:
    """A chart for one screen width, ready to be drawn."""

    grafiek: dict[str, Any]
    naam: str
    alt_tekst: str


def draw_svg(tekening: Tekening) -> Markup:
    """Return the chart as an ``<svg>`` element with an alt text.

    The names of its parts get ``naam`` in front, because one page holds several charts.
    """
    specificatie = {"$schema": _SCHEMA, "config": _CONFIG, **tekening.grafiek}
    svg = vl_convert.vegalite_to_svg(
        specificatie, format_locale="nl-NL", time_format_locale="nl-NL", allowed_base_urls=[]
    )
    maat = _MAAT.search(svg)
    if maat is None:
        raise ValueError("de grafiek heeft geen afmetingen")
    breedte, hoogte = maat.groups()
    inhoud = _ID.sub(rf"\g<1>{tekening.naam}-\g<2>", svg[maat.end() :])
    kop = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breedte} {hoogte}" '
        f'width="{breedte}" height="{hoogte}" role="img" '
        f'aria-label="{escape(tekening.alt_tekst)}">'
    )
    return Markup(kop + inhoud)  # noqa: S704 (drawn here, the alt text is escaped)
