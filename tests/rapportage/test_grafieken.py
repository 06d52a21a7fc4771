import re

from rapportage.grafiekdelen import BREED, SMAL, Balk, Punt, spread
from rapportage.grafieken import draw_gebruik, draw_kosten, draw_outcome, draw_wachttijd
from rapportage.svg import Tekening, draw_svg

MAANDEN = ("jan", "feb", "mrt")


def _draw(grafiek) -> str:
    return str(draw_svg(Tekening(grafiek, "proef", 'een "tekst" <met> tekens')))


def _texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>|<tspan[^>]*>([^<]+)</tspan>", svg)


def _drawn(svg: str) -> set[str]:
    return {deel for paar in _texts(svg) for deel in paar if deel}


def test_quarter_without_a_number_shows_why_and_draws_no_bar():
    punten = [Punt("2025-K3", 120.0, "120"), Punt("2025-K4", None, "ontbreekt", is_nu=True)]
    svg = _draw(draw_gebruik(punten, BREED))
    assert {"120", "ontbreekt"} <= _drawn(svg)
    assert svg.count('fill="#7fb0c4"') == 1


def test_provisional_bar_is_dashed_and_light():
    svg = _draw(draw_gebruik([Punt("2025-K4", 5.0, "5", is_nu=True, is_voorlopig=True)], BREED))
    assert "stroke-dasharray" in svg
    assert 'fill="#dbeaf0"' in svg


def test_narrow_chart_shows_the_last_quarters_only():
    punten = [Punt(f"202{jaar}-K1", 5.0, f"{jaar}00") for jaar in range(8)]
    assert "200" not in _drawn(_draw(draw_gebruik(punten, SMAL)))
    assert {"300", "700"} <= _drawn(_draw(draw_gebruik(punten, SMAL)))


def test_cost_chart_labels_lines_and_budget_at_their_end():
    nu = [Punt(maand, nummer * 1.0, f"2025: € {nummer}") for nummer, maand in enumerate(MAANDEN)]
    eerder = [
        Punt(maand, nummer * 0.9, f"2024: € {nummer}") for nummer, maand in enumerate(MAANDEN)
    ]
    svg = _draw(draw_kosten(nu, eerder, Punt("", 2.5, "Begroting 2025: € 2,5 mln"), BREED))
    assert {"2025", "€ 2", "2024", "Begroting 2025", "€ 2,5 mln", "mrt"} <= _drawn(svg)


def test_charts_without_any_number_are_still_drawn():
    leeg = [Punt("2025-K4", None, "ontbreekt")]
    assert "ontbreekt" in _drawn(_draw(draw_gebruik(leeg, BREED)))
    assert "ontbreekt" in _drawn(_draw(draw_wachttijd(leeg, leeg, [], BREED, ("a: b", "c: d"))))
    maanden = [Punt(maand, None, "2025: ontbreekt") for maand in MAANDEN]
    assert "jan" in _drawn(_draw(draw_kosten(maanden, maanden, None, BREED)))
    assert "<svg" in _draw(draw_outcome([], [], BREED, ("Procent", "Cijfer")))


def test_low_coverage_is_light_and_dashed():
    balk = Balk("Uitval", 12.0, "12,0%", "dekking 9%", is_zwak=True, jaar_eerder=None)
    svg = _draw(draw_outcome([balk], [], BREED, ("Procent", "Cijfer")))
    assert "stroke-dasharray" in svg
    assert "dekking 9%" in _drawn(svg)


def test_alt_text_is_escaped():
    svg = _draw(draw_gebruik([Punt("2025-K4", 5.0, "5")], BREED))
    assert 'aria-label="een &#34;tekst&#34; &lt;met&gt; tekens"' in svg


def test_labels_move_apart_but_keep_their_order():
    assert spread([10.0, 12.0, 100.0], 20, 200) == [10.0, 30.0, 100.0]
    assert spread([12.0, 10.0], 20, 200) == [30.0, 10.0]
    assert spread([190.0, 195.0], 20, 200) == [180.0, 200.0]
