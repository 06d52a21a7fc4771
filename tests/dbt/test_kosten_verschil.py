"""The decomposition of a change in cost: exact to the cent, and each cause in its own row."""

from dataclasses import replace

from compilatie import Compilatie
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kosten_proef import Effecten, Regel, decompose


def compare_jaren(project: Compilatie, toen: list[Regel], nu: list[Regel]) -> Effecten:
    """Return the effects of Dronten, all zorgvormen, that are not nought."""
    effecten = decompose(project, toen + nu)[("0303", "totaal", "2025")]
    return {naam: eurocent for naam, eurocent in effecten.items() if eurocent}


TOEN = [
    Regel(2024, 1, "a"),
    Regel(2024, 2, "a"),
    Regel(2024, 1, "b", code="46A02", eurocent=33_333, volume=7),
    Regel(2024, 5, "c", eurocent=71_001, volume=3),
]
NU = [replace(regel, jaar=2025) for regel in TOEN]


def test_nothing_changed_has_no_effect(project: Compilatie) -> None:
    assert compare_jaren(project, TOEN, NU) == {}


def test_dearer_care_is_only_a_price_effect(project: Compilatie) -> None:
    nu = [replace(regel, eurocent=regel.eurocent * 2) for regel in NU]
    verschil = sum(regel.eurocent for regel in TOEN)

    assert compare_jaren(project, TOEN, nu) == {"prijs": verschil, "totaal": verschil}


def test_three_times_as_many_jeugdigen_is_only_a_number_effect(project: Compilatie) -> None:
    nu = [replace(regel, client=f"{regel.client}{i}") for regel in NU for i in range(3)]
    verschil = 2 * sum(regel.eurocent for regel in TOEN)

    assert compare_jaren(project, TOEN, nu) == {"jeugdigen": verschil, "totaal": verschil}


def test_more_care_per_month_is_only_an_intensity_effect(project: Compilatie) -> None:
    nu = [replace(regel, eurocent=regel.eurocent * 3, volume=regel.volume * 3) for regel in NU]
    verschil = 2 * sum(regel.eurocent for regel in TOEN)

    assert compare_jaren(project, TOEN, nu) == {"intensiteit": verschil, "totaal": verschil}


def test_more_months_per_jeugdige_is_only_a_duration_effect(project: Compilatie) -> None:
    nu = [*NU, *(replace(regel, maand=regel.maand + 6) for regel in NU)]
    verschil = sum(regel.eurocent for regel in TOEN)

    assert compare_jaren(project, TOEN, nu) == {"duur": verschil, "totaal": verschil}


def test_another_choice_of_products_is_only_a_mix_effect(project: Compilatie) -> None:
    goedkoop, duur = Regel(2024, eurocent=1_000), Regel(2024, code="46A02", eurocent=9_000)
    toen = [*(replace(goedkoop, client=k) for k in "abc"), replace(duur, client="d")]
    nu = [replace(goedkoop, jaar=2025)]
    nu += [replace(duur, jaar=2025, client=k) for k in "bcd"]

    assert compare_jaren(project, toen, nu) == {"mix": 16_000, "totaal": 16_000}


def test_a_new_and_a_vanished_product_stand_apart(project: Compilatie) -> None:
    blijft = Regel(2024, client="z")
    toen = [blijft, Regel(2024, code="46A08", eurocent=500)]
    nu = [replace(blijft, jaar=2025), Regel(2025, code="46A09", eurocent=800)]

    assert compare_jaren(project, toen, nu) == {
        "nieuw_product": 800,
        "vervallen_product": -500,
        "totaal": 300,
    }


def test_hours_claimed_in_minutes_are_the_same_care(project: Compilatie) -> None:
    uren = Regel(2024, eenheid="04", volume=10, eurocent=90_000)
    minuten = replace(uren, jaar=2025, eenheid="01", volume=600)

    assert compare_jaren(project, [uren], [minuten]) == {}


def test_credited_and_refused_lines_change_nothing(project: Compilatie) -> None:
    terug = replace(NU[0], eurocent=-NU[0].eurocent, volume=-NU[0].volume)
    geweigerd = replace(NU[0], status="afgekeurd", eurocent=5_000)

    assert compare_jaren(project, TOEN, [*NU, NU[0], terug, geweigerd]) == {}


def test_cost_without_a_claim_has_a_row_of_its_own(project: Compilatie) -> None:
    toen = [*TOEN, Regel(2024, soort="taakgericht", eurocent=500)]
    nu = [*NU, Regel(2025, soort="taakgericht", eurocent=700), Regel(2025, soort="pgb")]

    assert compare_jaren(project, toen, nu) == {
        "taakgericht": 200,
        "pgb": 100_000,
        "totaal": 100_200,
    }


REGELS = st.builds(
    Regel,
    jaar=st.sampled_from((2024, 2025)),
    maand=st.integers(1, 12),
    client=st.sampled_from("abcdef"),
    gemeente=st.sampled_from(("0303", "0995")),
    zorgvorm=st.sampled_from(("crisis", "pleegzorg")),
    code=st.sampled_from(("46A01", "46A02", "46A03")),
    eenheid=st.sampled_from(("01", "04", "14")),
    volume=st.integers(-3, 50),
    eurocent=st.integers(-20_000, 500_000),
    status=st.sampled_from(("toegekend", "in_behandeling", "afgekeurd")),
    soort=st.sampled_from((None, None, None, "taakgericht", "pgb", "preventie")),
)


def _repeat(regel: Regel, client: str, volume: int, eurocent: int) -> list[Regel]:
    """Return care on the same product in both years, so that the two can be compared."""
    gewoon = replace(regel, status="toegekend", soort=None, volume=17, eurocent=123_457)
    ander = replace(gewoon, client=client, volume=volume, eurocent=eurocent)
    return [gewoon, replace(ander, jaar=2024 + 2025 - regel.jaar)]


PAREN = st.builds(
    _repeat, REGELS, st.sampled_from("abcdef"), st.integers(1, 50), st.integers(1, 500_000)
)
LEVENS = st.builds(
    lambda paren, los: [*(regel for paar in paren for regel in paar), *los],
    st.lists(PAREN, min_size=2, max_size=12),
    st.lists(REGELS, max_size=15),
)


@given(regels=LEVENS)
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_effects_add_up_to_the_cent_and_turn_around_with_the_years(
    project: Compilatie, regels: list[Regel]
) -> None:
    vooruit = decompose(project, regels)
    achteruit = decompose(
        project, [replace(regel, jaar=2024 + 2025 - regel.jaar) for regel in regels]
    )

    for sleutel, effecten in vooruit.items():
        totaal = effecten["totaal"]
        assert sum(effecten.values()) == 2 * totaal
        assert totaal == _compute_verschil(regels, *sleutel)
        if sleutel[2].startswith("2025"):
            for naam in ("prijs", "mix", "duur", "intensiteit", "jeugdigen"):
                terug = achteruit[sleutel].get(naam, 0)
                assert abs(effecten.get(naam, 0) + terug) <= 6, "de volgorde doet ertoe"


def _compute_verschil(regels: list[Regel], gebied: str, zorgvorm: str, periode: str) -> int:
    som = 0
    for regel in regels:
        if regel.status == "afgekeurd" and regel.soort is None:
            continue
        if gebied not in ("regio", regel.gemeente) or zorgvorm not in ("totaal", regel.zorgvorm):
            continue
        eigen = str(regel.jaar)
        vorig = str(regel.jaar + 1)
        if "-K" in periode:
            eigen, vorig = (f"{jaar}-K{(regel.maand + 2) // 3}" for jaar in (eigen, vorig))
        bedrag = 0 if regel.status == "afgekeurd" else regel.eurocent
        som += bedrag * ((periode == eigen) - (periode == vorig))
    return som
