"""The estimate on simulated regions: does it come true as often as it says?"""

import math
from datetime import date

import numpy as np
import pytest
from demo_regio import make_invoer

from demo.genereer import simuleer as simuleer_regio
from raming.instelling import Instelling
from raming.invoer import Driehoek, Eenheden, Invoer, Mutaties, Zorgdagen, maak_driehoek
from raming.lezen import Groep
from raming.onzekerheid import simuleer
from raming.patroon import Verloop, compute_aandeel
from raming.tabellen import make_eenheid_maand, make_interval, make_toets
from raming.toets import compute_gekomen

INSTELLING = Instelling(aantal_simulaties=200)
ZADEN = range(1, 31)
STAND = np.datetime64("2025-02-28")


@pytest.fixture(scope="module")
def regio() -> Invoer:
    return make_invoer(simuleer_regio(1, 3, 0.05, 2025))[0]


def _toets_zaad(zaad: int) -> tuple[float, float, float, float]:
    """Return expected, low, high and what came, of one simulated region."""
    invoer, _ = make_invoer(simuleer_regio(zaad, 3, 0.03, 2025))
    driehoek = maak_driehoek(invoer, STAND, INSTELLING)
    best, uitkomsten = simuleer(driehoek, INSTELLING)
    gekomen = compute_gekomen(invoer, driehoek, STAND, best.vanaf)
    laag, hoog = np.percentile(uitkomsten.sum(axis=(1, 2)), [10, 90])
    return best.nog.sum(), laag, hoog, gekomen.sum()


def test_over_30_regions_the_range_holds_what_came_at_the_stated_rate_without_bias() -> None:
    uitkomsten = np.array([_toets_zaad(zaad) for zaad in ZADEN])
    geraamd, laag, hoog, gekomen = uitkomsten.T

    raak = int(((laag <= gekomen) & (gekomen <= hoog)).sum())
    # 80 %: outside these bounds a chance of less than 1 in 100
    assert 18 <= raak <= 29, raak
    fout = (geraamd - gekomen) / gekomen
    assert abs(fout.mean()) < 3 * fout.std(ddof=1) / math.sqrt(len(fout)), fout
    assert abs(geraamd.sum() / gekomen.sum() - 1) < 0.03


def test_no_outcome_takes_off_more_than_is_booked(regio: Invoer) -> None:
    driehoek = maak_driehoek(regio, STAND, INSTELLING)

    best, uitkomsten = simuleer(driehoek, INSTELLING)

    geboekt = np.zeros(uitkomsten.shape[1:])
    bekend = driehoek.bekend(driehoek.kosten)[:, best.vanaf :]
    np.add.at(geboekt, regio.eenheden.cel, bekend)
    totaal = geboekt + uitkomsten
    assert totaal.min() >= 0
    # it happens, and credits are still expected where something is booked
    assert (totaal[:, geboekt > 0] == 0).any()
    assert (uitkomsten < 0).any()


def test_same_input_in_another_order_gives_the_same_range(regio: Invoer) -> None:
    groepen = [Groep("regio", "totaal", np.arange(int(regio.eenheden.cel.max()) + 1))]
    omgekeerd = Invoer(
        regio.eenheden,
        Mutaties(*(deel[::-1] for deel in vars(regio.mutaties).values())),
        Zorgdagen(*(deel[::-1] for deel in vars(regio.zorgdagen).values())),
        regio.prijs,
        regio.eerste_jaar,
    )

    assert make_interval(regio, groepen, STAND, INSTELLING).equals(
        make_interval(omgekeerd, groepen, STAND, INSTELLING)
    )


def test_what_became_known_after_the_stand_changes_nothing(regio: Invoer) -> None:
    eerder = regio.mutaties.dag <= STAND
    gekapt = Mutaties(*(deel[eerder] for deel in vars(regio.mutaties).values()))
    toen = regio.zorgdagen.dag <= STAND
    zorg = Zorgdagen(*(deel[toen] for deel in vars(regio.zorgdagen).values()))
    bekend = Invoer(regio.eenheden, gekapt, zorg, regio.prijs, regio.eerste_jaar)

    alles = make_eenheid_maand(regio, STAND, INSTELLING)
    assert alles.equals(make_eenheid_maand(bekend, STAND, INSTELLING))
    assert alles.num_rows > 0


def test_too_little_history_gives_no_estimate(regio: Invoer) -> None:
    kort = np.datetime64("2023-05-31")

    assert make_eenheid_maand(regio, kort, INSTELLING).num_rows == 0
    assert make_interval(regio, [], kort, INSTELLING).num_rows == 0
    assert make_eenheid_maand(_leeg(), STAND, INSTELLING).num_rows == 0
    assert make_toets(_leeg(), [], STAND, INSTELLING).num_rows == 0


def test_back_test_knows_nothing_of_later_and_ends_at_what_came(regio: Invoer) -> None:
    groepen = [Groep("regio", "totaal", np.arange(int(regio.eenheden.cel.max()) + 1))]

    rijen = make_toets(regio, groepen, np.datetime64("2026-02-28"), INSTELLING).to_pylist()

    assert {rij["toets_datum"] for rij in rijen} >= {date(2024, 6, 30), date(2025, 3, 31)}
    assert max(rij["toets_datum"] for rij in rijen) <= date(2025, 5, 31)
    for rij in rijen:
        assert rij["laag_eurocent"] <= rij["geraamd_eurocent"] <= rij["hoog_eurocent"]
    dag = np.datetime64("2025-03-31")
    later = (regio.mutaties.dag > dag) & (regio.mutaties.maand == 2025 * 12 + 2)
    (maart,) = (
        rij
        for rij in rijen
        if rij["toets_datum"] == date(2025, 3, 31) and rij["maanden_terug"] == 0
    )
    assert maart["gekomen_eurocent"] == regio.mutaties.eurocent[later].sum()


def test_pattern_is_that_of_chainladder() -> None:
    chainladder = pytest.importorskip("chainladder")
    raa = chainladder.load_sample("raa")
    cumulatief = np.nan_to_num(raa.values[0])
    verloop = Verloop(cumulatief, np.roll(cumulatief, -1, axis=2))

    aandeel = compute_aandeel(verloop, np.ones((1, 10)), Instelling(aanloop_maanden=0))[0, 0]

    cdf = chainladder.Development().fit(raa).cdf_.values[0, 0, 0]
    assert aandeel[:-1] == pytest.approx(1 / cdf)


def test_stand_halfway_a_month_has_whole_months_of_development() -> None:
    driehoek = _kleine_driehoek("2025-03-15", [("2025-02-15", 1), ("2025-02-16", 10)])

    # January: known by 15 February after one month, the rest after two
    assert driehoek.kosten[0, 0].tolist() == [0, 1, 11]
    assert driehoek.leeftijd.tolist() == [2, 1, 0]


def _kleine_driehoek(stand: str, bedragen: list[tuple[str, int]]) -> Driehoek:
    nul = np.zeros(1, dtype=np.int64)
    januari = 2025 * 12
    n = len(bedragen)
    invoer = Invoer(
        Eenheden(nul, nul, nul, nul, nul, nul, np.array([True])),
        Mutaties(
            np.zeros(n, dtype=np.int64),
            np.full(n, januari),
            np.array([dag for dag, _ in bedragen], dtype="datetime64[D]"),
            np.array([bedrag for _, bedrag in bedragen]),
            np.ones(n, dtype=np.int64),
        ),
        Zorgdagen(nul, np.array([januari]), np.array(["2025-01-03"], "datetime64[D]"), nul + 31),
        np.ones((1, 1)),
        2025,
    )
    return maak_driehoek(invoer, np.datetime64(stand), INSTELLING)


def _leeg() -> Invoer:
    geen = np.zeros(0, dtype=np.int64)
    dagen = np.zeros(0, dtype="datetime64[D]")
    return Invoer(
        Eenheden(geen, geen, geen, geen, geen, geen, geen.astype(bool)),
        Mutaties(geen, geen, dagen, geen, geen),
        Zorgdagen(geen, geen, dagen, geen),
        np.ones((0, 1)),
        2025,
    )
