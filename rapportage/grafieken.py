"""The four charts as Vega-Lite, from points that are already chosen and put into words."""

from collections.abc import Sequence

from rapportage.grafiekdelen import (
    ACCENT,
    ACCENT_LICHT,
    ACCENT_MIDDEN,
    GRIJS_LICHT,
    STREEP,
    Balk,
    Kanaal,
    Laag,
    Maat,
    Punt,
    draw_empty,
    draw_line,
    draw_order,
    draw_points,
    draw_rule,
    draw_text,
    draw_two_lines,
    make_kwartaal_as,
    make_laag,
    make_waarde_as,
    spread,
    with_value,
)
from rapportage.svg import GRIJS, INKT

_VOORLOPIG = {
    "fill": ACCENT_LICHT,
    "stroke": ACCENT,
    "strokeDash": STREEP,
    "strokeWidth": 1.5,
}
# Twelve names do not fit on a phone: the first month of each quarter does.
_MAAND_SMAL = "indexof(['jan', 'apr', 'jul', 'okt'], datum.label) < 0 ? '' : datum.label"
_LABEL_BREEDTE = 118
_LABEL_AFSTAND = 36
_NAAM_BREEDTE = 158


def draw_gebruik(punten: Sequence[Punt], maat: Maat) -> Laag:
    """Return bars per quarter, the reported quarter in the accent colour."""
    punten = punten[-maat.kwartalen :]
    x = make_kwartaal_as()
    hoogste = max((punt.waarde or 0 for punt in punten), default=0) or 1
    y = make_waarde_as((0, hoogste * 1.1))
    lagen = [draw_order(punten, y, maat.kwartalen)]
    for deel, stijl in (
        ([p for p in punten if p.is_nu and not p.is_voorlopig], {"color": ACCENT}),
        ([p for p in punten if not p.is_nu and not p.is_voorlopig], {"color": ACCENT_MIDDEN}),
        ([p for p in punten if p.is_voorlopig], _VOORLOPIG),
    ):
        lagen.append(make_laag(with_value(deel), "bar", stijl, x=x, y=y))
    for is_nu, gewicht in ((False, "normal"), (True, "bold")):
        deel = [punt for punt in with_value(punten) if punt.is_nu is is_nu]
        lagen += draw_text(deel, x, y, dy=-10, fontWeight=gewicht, fontSize=14)
    lagen += draw_empty(punten, x, y)
    return _layer(lagen, maat.breedte, maat.hoogte)


def draw_kosten(
    nu: Sequence[Punt], eerder: Sequence[Punt], begroting: Punt | None, maat: Maat
) -> Laag:
    """Return cumulative cost of this and last year against the budget of the year.

    ``eerder`` covers the whole year; the line of this year stops at the reported month.
    """
    breedte = maat.breedte - _LABEL_BREEDTE
    maanden = [punt.plaats for punt in eerder]
    x: Kanaal = {
        "field": "plaats",
        "type": "ordinal",
        "sort": maanden,
        "scale": {"domain": maanden, "type": "point", "padding": 0.3},
        "axis": {"labelAngle": 0, "grid": False, "labelExpr": _MAAND_SMAL}
        if maat.is_smal
        else {"labelAngle": 0, "grid": False},
    }
    vaste = [begroting] if begroting else []
    top = max([p.waarde for p in (*nu, *eerder, *vaste) if p.waarde], default=1.0) * 1.06
    getal = "format(datum.value, '.1f')" if top < 8 else "format(datum.value, '.0f')"
    y = make_waarde_as((0, top), tickCount=5, labelExpr=getal)
    vast = [punt for punt in nu if not punt.is_voorlopig]
    los = [punt for punt in nu if punt.is_voorlopig]
    lagen = [draw_rule(punt, y) for punt in vaste]
    lagen += [
        draw_line(eerder, x, y, color=GRIJS_LICHT, strokeWidth=2),
        draw_line(vast, x, y, color=ACCENT, strokeWidth=3),
        draw_line([*vast[-1:], *los], x, y, color=ACCENT, strokeWidth=2, strokeDash=STREEP),
        *draw_points(nu, x, y, ACCENT),
    ]
    rechts = [
        (punt, kleur)
        for reeks, kleur in ((nu, ACCENT), (eerder, GRIJS), (vaste, INKT))
        for punt in with_value(reeks)[-1:]
    ]
    if with_value(nu) and len(with_value(nu)) < len(maanden):
        punt, kleur = rechts.pop(0)
        lagen += draw_two_lines(punt, x, y, color=kleur, baseline="top", dx=9, dy=7)
    lagen += _draw_rechts(rechts, top, breedte, maat.hoogte)
    return _layer(lagen, breedte, maat.hoogte)


def draw_wachttijd(
    mediaan: Sequence[Punt],
    p90: Sequence[Punt],
    normen: Sequence[Punt],
    maat: Maat,
    namen: tuple[str, str],
) -> Laag:
    """Return the median and the 90th percentile of the wait, with the norms as lines."""
    mediaan, p90 = mediaan[-maat.kwartalen :], p90[-maat.kwartalen :]
    breedte = maat.breedte - _LABEL_BREEDTE
    top = 1.12 * max([p.waarde for p in (*mediaan, *p90, *normen) if p.waarde], default=1.0)
    y = make_waarde_as((0, top), tickCount=5)
    x = make_kwartaal_as()
    lagen = [draw_order(mediaan, y, maat.kwartalen)]
    lagen += [draw_rule(norm, y) for norm in normen]
    for reeks, kleur in ((p90, ACCENT_MIDDEN), (mediaan, ACCENT)):
        lagen.append(draw_line(reeks, x, y, color=kleur, strokeWidth=2.5))
        lagen += draw_points(reeks, x, y, kleur)
    for norm in normen:
        lagen += draw_text([norm], {"value": 3}, y, align="left", dy=-9, fontSize=12, color=INKT)
    for reeks in (p90, mediaan):
        lagen += draw_text(with_value(reeks), x, y, dy=-13, color=INKT)
    rechts = [
        (Punt(punt.plaats, punt.waarde, naam), kleur)
        for reeks, naam, kleur in ((p90, namen[1], GRIJS), (mediaan, namen[0], ACCENT))
        for punt in with_value(reeks)[-1:]
    ]
    lagen += _draw_rechts(rechts, top, breedte, maat.hoogte)
    lagen += draw_empty(mediaan, x, y)
    return _layer(lagen, breedte, maat.hoogte)


def draw_outcome(
    procenten: Sequence[Balk], cijfers: Sequence[Balk], maat: Maat, titels: tuple[str, str]
) -> Laag:
    """Return a bar per indicator: percentages on 0–100, marks on 1–10, with their coverage."""
    delen = [
        _draw_balken(balken, ticks, titel, maat)
        for balken, ticks, titel in (
            (procenten, (0, 25, 50, 75, 100), titels[0]),
            (cijfers, (1, 4, 7, 10), titels[1]),
        )
        if balken
    ]
    return {"vconcat": delen, "spacing": 16}


def _draw_balken(balken: Sequence[Balk], ticks: Sequence[int], titel: str, maat: Maat) -> Laag:
    """Bars on one scale; on a narrow screen the names stand above the bars."""
    breedte = maat.breedte - (52 if maat.is_smal else _NAAM_BREEDTE + 120)
    namen = [balk.naam for balk in balken]
    naam_as = {"labelLimit": 170, "labelColor": INKT, "minExtent": 148, "maxExtent": 148}
    y: Kanaal = {
        "field": "naam",
        "type": "nominal",
        "sort": namen,
        "scale": {
            "domain": namen,
            "paddingInner": 0.62 if maat.is_smal else 0.45,
            "paddingOuter": 0.35,
        },
        "axis": None if maat.is_smal else naam_as,
    }
    x = make_waarde_as(
        (ticks[0], ticks[-1]),
        values=list(ticks),
        format="d",
        title=titel,
        titleFontWeight="normal",
        titleColor=GRIJS,
        titleFontSize=12,
        titleAnchor="start",
    )
    nul = {"datum": ticks[0]}
    met_waarde = [balk for balk in balken if balk.waarde is not None]
    zonder_waarde = [balk for balk in balken if balk.waarde is None]
    lagen = [
        make_laag([b for b in met_waarde if b.is_zwak is is_zwak], "bar", stijl, x=x, x2=nul, y=y)
        for is_zwak, stijl in ((False, {"color": ACCENT}), (True, _VOORLOPIG))
    ]
    lagen += _draw_jaar_eerder(met_waarde, y)
    lagen += draw_text(zonder_waarde, nul, y, align="left", dx=5, fontStyle="italic", color=GRIJS)
    for balk in met_waarde:
        plek = {"datum": _label_place(balk, ticks[-1] - ticks[0])}
        lagen += draw_text([balk], plek, y, align="left", dx=10, fontWeight="bold", fontSize=14)
    dekking: Kanaal = {"field": "dekking", "type": "nominal"}
    naam: Kanaal = {"field": "naam", "type": "nominal"}
    if maat.is_smal:
        rechts = {"value": maat.breedte}
        lagen += draw_text(balken, {"value": 0}, y, naam, align="left", dy=-21, color=INKT)
        lagen += draw_text(balken, rechts, y, dekking, align="right", dy=-21, color=GRIJS)
    else:
        rechts = {"value": breedte + 18}
        lagen += draw_text(balken, rechts, y, dekking, align="left", color=GRIJS, fontSize=12.5)
    return _layer(lagen, breedte, (54 if maat.is_smal else 34) * len(balken))


def _draw_jaar_eerder(balken: Sequence[Balk], y: Kanaal) -> list[Laag]:
    """A mark with a white edge at the value of a year earlier."""
    x = {"field": "jaar_eerder", "type": "quantitative"}
    deel = [balk for balk in balken if balk.jaar_eerder is not None]
    stijlen = [
        {"color": kleur, "thickness": dikte, "size": 28, "opacity": 1}
        for kleur, dikte in (("white", 5), (INKT, 2))
    ]
    return [make_laag(deel, "tick", stijl, x=x, y=y) for stijl in stijlen]


def _draw_rechts(
    etiketten: Sequence[tuple[Punt, str]], top: float, breedte: int, hoogte: int
) -> list[Laag]:
    """Labels of two lines right of the chart, at the height of their value, never overlapping."""
    pixels = [hoogte * (1 - (punt.waarde or 0) / top) for punt, _ in etiketten]
    plekken = spread(pixels, _LABEL_AFSTAND, hoogte - 10)
    lagen: list[Laag] = []
    for (punt, kleur), plek in zip(etiketten, plekken, strict=True):
        lagen += draw_two_lines(punt, {"value": breedte + 8}, {"value": plek - 8}, color=kleur)
    return lagen


def _label_place(balk: Balk, bereik: float) -> float:
    """Right of the bar, or of last year's mark when that is where the label would stand."""
    waarde, jaar_eerder = balk.waarde or 0, balk.jaar_eerder or 0
    return jaar_eerder if waarde <= jaar_eerder < waarde + 0.16 * bereik else waarde


def _layer(lagen: Sequence[Laag], breedte: int, hoogte: int) -> Laag:
    return {"layer": list(lagen), "width": breedte, "height": hoogte}
