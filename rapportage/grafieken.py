"""The four charts, from points that are already chosen and put into words."""

from collections.abc import Sequence

import altair as alt

from rapportage.grafiekdelen import (
    ACCENT,
    ACCENT_LICHT,
    ACCENT_MIDDEN,
    GRIJS_LICHT,
    KWARTALEN_SMAL,
    STREEP,
    Balk,
    Maat,
    Punt,
    draw_empty,
    draw_line,
    draw_order,
    draw_points,
    draw_rule,
    draw_text,
    make_data,
    make_kwartaal_as,
    spread,
    with_value,
)
from rapportage.svg import GRIJS, INKT

_LABEL_BREEDTE = 118
_LABEL_AFSTAND = 18
_NAAM_BREEDTE = 158


def draw_gebruik(punten: Sequence[Punt], maat: Maat) -> alt.LayerChart:
    """Return bars per quarter, the reported quarter in the accent colour."""
    punten = list(punten)[-KWARTALEN_SMAL:] if maat.is_smal else list(punten)
    x = make_kwartaal_as()
    hoogste = max((punt.waarde or 0 for punt in punten), default=1) or 1
    y = alt.Y("waarde:Q", axis=None, scale=alt.Scale(domain=[0, hoogste * 1.1], nice=False))
    lagen = [draw_order(punten)]
    for deel, stijl in (
        ([p for p in punten if p.is_nu and not p.is_voorlopig], {"color": ACCENT}),
        ([p for p in punten if not p.is_nu and not p.is_voorlopig], {"color": ACCENT_MIDDEN}),
        (
            [p for p in punten if p.is_voorlopig],
            {"fill": ACCENT_LICHT, "stroke": ACCENT, "strokeDash": STREEP, "strokeWidth": 1.5},
        ),
    ):
        lagen.append(alt.Chart(make_data(with_value(deel))).mark_bar(**stijl).encode(x=x, y=y))
    for is_nu, gewicht in ((False, "normal"), (True, "bold")):
        deel = [punt for punt in with_value(punten) if punt.is_nu is is_nu]
        lagen += draw_text(deel, x, y, dy=-10, fontWeight=gewicht, fontSize=14)
    lagen += draw_empty(punten, x, y)
    return _layer(lagen, maat.breedte, maat.hoogte)


def draw_kosten(
    nu: Sequence[Punt], eerder: Sequence[Punt], begroting: Punt | None, maat: Maat
) -> alt.LayerChart:
    """Return cumulative cost of this and last year against the budget of the year.

    ``eerder`` covers the whole year; the line of this year stops at the reported month.
    """
    breedte = maat.breedte - _LABEL_BREEDTE
    maanden = [punt.plaats for punt in eerder]
    x = alt.X(
        "plaats:O",
        sort=maanden,
        scale=alt.Scale(domain=maanden, type="point", padding=0.3),
        axis=alt.Axis(labelAngle=0, grid=False, labelOverlap="greedy"),
    )
    vaste = [begroting] if begroting else []
    top = max([p.waarde for p in (*nu, *eerder, *vaste) if p.waarde], default=1.0) * 1.06
    getal = "format(datum.value, '.1f')" if top < 8 else "format(datum.value, '.0f')"
    y = alt.Y(
        "waarde:Q",
        scale=alt.Scale(domain=[0, top], nice=False),
        axis=alt.Axis(tickCount=5, labelExpr=getal),
    )
    vast = [punt for punt in nu if not punt.is_voorlopig]
    los = [punt for punt in nu if punt.is_voorlopig]
    lagen = [draw_rule(punt, y) for punt in vaste]
    lagen += [
        draw_line(eerder, x, y, color=GRIJS_LICHT, strokeWidth=2),
        draw_line(vast, x, y, color=ACCENT, strokeWidth=3),
        draw_line([*vast[-1:], *los], x, y, color=ACCENT, strokeWidth=2, strokeDash=STREEP),
        *draw_points(nu, x, y, ACCENT),
    ]
    etiketten = [
        (punt, kleur)
        for reeks, kleur in ((nu, ACCENT), (eerder, GRIJS), (vaste, INKT))
        for punt in with_value(reeks)[-1:]
    ]
    if len(with_value(nu)) < len(maanden) and etiketten and etiketten[0][1] == ACCENT:
        punt, _ = etiketten.pop(0)
        stijl = {"align": "left", "baseline": "top", "dx": 9, "dy": 7, "lineHeight": 16}
        lagen += _draw_lines(punt, x, y, {**stijl, "color": ACCENT, "fontWeight": "bold"})
    pixels = [maat.hoogte * (1 - (punt.waarde or 0) / top) for punt, _ in etiketten]
    ruimte = spread(pixels, 2 * _LABEL_AFSTAND, maat.hoogte - 10)
    for (punt, kleur), hoogte in zip(etiketten, ruimte, strict=True):
        plek = {"x": alt.value(breedte + 8), "y": alt.value(hoogte - 8)}
        stijl = {"align": "left", "lineHeight": 16, "color": kleur, "fontWeight": "bold"}
        lagen += _draw_lines(punt, plek["x"], plek["y"], stijl)
    return _layer(lagen, breedte, maat.hoogte)


def draw_wachttijd(
    mediaan: Sequence[Punt],
    p90: Sequence[Punt],
    normen: Sequence[Punt],
    maat: Maat,
    namen: tuple[str, str],
) -> alt.LayerChart:
    """Return the median and the 90th percentile of the wait, with the norms as lines."""
    if maat.is_smal:
        mediaan, p90 = mediaan[-KWARTALEN_SMAL:], p90[-KWARTALEN_SMAL:]
    hoogten = [p.waarde for p in (*mediaan, *p90, *normen) if p.waarde is not None]
    y = alt.Y(
        "waarde:Q",
        scale=alt.Scale(domain=[0, max(hoogten, default=1) * 1.12], nice=False),
        axis=alt.Axis(tickCount=5),
    )
    x = make_kwartaal_as()
    lagen = [draw_order(mediaan)]
    lagen += [draw_rule(norm, y) for norm in normen]
    for norm in normen:
        lagen += draw_text([norm], alt.value(3), y, align="left", dy=-9, fontSize=12, color=INKT)
    for reeks, kleur in ((p90, ACCENT_MIDDEN), (mediaan, ACCENT)):
        lagen.append(draw_line(reeks, x, y, color=kleur, strokeWidth=2.5))
        lagen += draw_points(reeks, x, y, kleur)
    for reeks in (p90, mediaan):
        lagen += draw_text(with_value(reeks), x, y, dy=-13, color=INKT)
    for reeks, naam, kleur in ((p90, namen[1], GRIJS), (mediaan, namen[0], ACCENT)):
        eind = [Punt(punt.plaats, punt.waarde, naam) for punt in with_value(reeks)[-1:]]
        stijl = {"align": "right", "dx": 20, "dy": 18, "fontSize": 12.5, "fontWeight": "bold"}
        lagen += draw_text(eind, x, y, color=kleur, **stijl)
    lagen += draw_empty(mediaan, x, y)
    return _layer(lagen, maat.breedte, maat.hoogte)


def draw_outcome(
    procenten: Sequence[Balk], cijfers: Sequence[Balk], maat: Maat, titels: tuple[str, str]
) -> alt.VConcatChart:
    """Return a bar per indicator: percentages on 0–100, marks on 1–10, with their coverage."""
    delen = [
        _draw_balken(balken, grenzen, titel, maat)
        for balken, grenzen, titel in (
            (procenten, (0, 100), titels[0]),
            (cijfers, (1, 10), titels[1]),
        )
        if balken
    ]
    return alt.vconcat(*delen, spacing=16)


def _draw_balken(
    balken: Sequence[Balk], grenzen: tuple[int, int], titel: str, maat: Maat
) -> alt.LayerChart:
    breedte = maat.breedte - _NAAM_BREEDTE - (66 if maat.is_smal else 120)
    namen = [balk.naam for balk in balken]
    y = alt.Y(
        "naam:N",
        sort=namen,
        scale=alt.Scale(domain=namen, paddingInner=0.45, paddingOuter=0.2),
        axis=alt.Axis(labelLimit=170, labelColor=INKT, minExtent=148, maxExtent=148),
    )
    x = alt.X(
        "waarde:Q",
        scale=alt.Scale(domain=list(grenzen), nice=False),
        axis=alt.Axis(
            values=list(range(0, 101, 25)) if grenzen[1] == 100 else [1, 4, 7, 10],
            format="d",
            title=titel,
            titleFontWeight="normal",
            titleColor=GRIJS,
            titleFontSize=12,
            titleAnchor="start",
        ),
    )
    nul = alt.datum(grenzen[0])
    zwak = {"fill": ACCENT_LICHT, "stroke": ACCENT, "strokeDash": STREEP, "strokeWidth": 1.5}
    met_waarde = [balk for balk in balken if balk.waarde is not None]
    zonder_waarde = [balk for balk in balken if balk.waarde is None]
    lagen = [
        alt.Chart(make_data([balk for balk in met_waarde if balk.is_zwak is is_zwak]))
        .mark_bar(**stijl)
        .encode(x=x, x2=nul, y=y)
        for is_zwak, stijl in ((False, {"color": ACCENT}), (True, zwak))
    ]
    streepje = alt.Chart(make_data([b for b in met_waarde if b.jaar_eerder is not None]))
    for kleur, dikte in (("white", 5), (INKT, 2)):
        lagen.append(
            streepje.mark_tick(color=kleur, thickness=dikte, size=28, opacity=1).encode(
                x="jaar_eerder:Q", y=y
            )
        )
    leeg = {"align": "left", "dx": 5, "fontStyle": "italic", "color": GRIJS}
    lagen += draw_text(zonder_waarde, nul, y, **leeg)
    for balk in met_waarde:
        lagen += draw_text(
            [balk],
            alt.datum(_label_place(balk, grenzen)),
            y,
            align="left",
            dx=10,
            fontWeight="bold",
            fontSize=14,
        )
    rechts = {"align": "left", "color": GRIJS, "fontSize": 11.5 if maat.is_smal else 12.5}
    plek = breedte + (6 if maat.is_smal else 18)
    lagen += draw_text(balken, alt.value(plek), y, kolom="dekking", **rechts)
    return _layer(lagen, breedte, (38 if maat.is_smal else 34) * len(balken))


def _label_place(balk: Balk, grenzen: tuple[int, int]) -> float:
    """Right of the bar, or of last year's mark when that is where the label would stand."""
    waarde, jaar_eerder = balk.waarde or 0, balk.jaar_eerder or 0
    labelbreedte = 0.16 * (grenzen[1] - grenzen[0])
    return jaar_eerder if waarde <= jaar_eerder < waarde + labelbreedte else waarde


def _draw_lines(punt: Punt, x: object, y: object, stijl: dict[str, object]) -> list[alt.Chart]:
    """A label in two lines, split at the first colon."""
    grafiek = alt.Chart(alt.Data(values=[{"plaats": punt.plaats, "waarde": punt.waarde}]))
    tekst = alt.value([deel.strip() for deel in punt.label.split(":", 1)])
    edge = {**stijl, "stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "color": "white"}
    return [grafiek.mark_text(**deel).encode(x=x, y=y, text=tekst) for deel in (edge, stijl)]


def _layer(lagen: Sequence[alt.Chart], breedte: int, hoogte: int) -> alt.LayerChart:
    return alt.layer(*lagen).properties(width=breedte, height=hoogte)
