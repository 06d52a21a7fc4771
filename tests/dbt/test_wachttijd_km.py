"""The Kaplan-Meier figures of the real SQL equal those of scipy on random waits."""

from collections import defaultdict
from random import Random

import numpy as np
import pytest
from compilatie import Compilatie
from scipy.stats import CensoredData, ecdf

Cel = tuple[str, str]
Wacht = tuple[int, bool]


@pytest.mark.parametrize("seed", range(30))
def test_median_and_p90_are_those_of_scipy(project: Compilatie, seed: int) -> None:
    """Few days and many waits, so that starts and ends of the view often fall on one day."""
    cellen = _maak_cellen(Random(seed))
    connection = project.connection
    connection.begin()
    try:
        _vul(project, cellen)
        for model in ("int_publicatie_niveau", "int_wachttijd_cohort", "int_wachttijd_km"):
            project.create(model)
        gevonden = {
            (rij["gebied_code"], rij["kwartaal"]): (rij["km_mediaan_dagen"], rij["km_p90_dagen"])
            for rij in project.fetch(f"select * from {project.models['int_wachttijd_km'].relatie}")
        }
    finally:
        connection.rollback()

    assert gevonden == {cel: _kaplan_meier(wachten) for cel, wachten in cellen.items()}


def _maak_cellen(rng: Random) -> dict[Cel, list[Wacht]]:
    """Return waits per gemeente and quarter, with all of them together as the region."""
    cellen: dict[Cel, list[Wacht]] = defaultdict(list)
    for gemeente in ("0034", "0303"):
        for kwartaal in ("2025-K1", "2025-K2"):
            hoogste, kans = rng.choice((3, 12, 90)), rng.choice((0.0, 0.2, 0.6, 1.0))
            for _ in range(rng.randint(1, 60)):
                wacht = (rng.randint(0, hoogste), rng.random() < kans)
                cellen[(gemeente, kwartaal)].append(wacht)
                cellen[("regio", kwartaal)].append(wacht)
    return cellen


def _vul(project: Compilatie, cellen: dict[Cel, list[Wacht]]) -> None:
    metingen = [
        f"('order', '{gemeente}', 'ggz', '{kwartaal}', {dagen}, {is_gecensureerd})"
        for (gemeente, kwartaal), wachten in cellen.items()
        if gemeente != "regio"
        for dagen, is_gecensureerd in wachten
    ]
    gebieden = [
        f"('{gebied}', '{gemeente}')"
        for gemeente in ("0034", "0303")
        for gebied in (gemeente, "regio")
    ]
    for model, kolommen, rijen in (
        (
            "fct_wachttijd_meting",
            "definitie_code, gemeente_code, zorgvorm, kwartaal, dagen, is_gecensureerd",
            metingen,
        ),
        ("int_publicatie_gebied", "gebied_code, gemeente_code", gebieden),
        ("int_publicatie_zorgvorm", "zorgvorm_groep, zorgvorm", ["('totaal', 'ggz')"]),
    ):
        extra = ""
        if model == "fct_wachttijd_meting":
            extra = (
                ", true as telt_mee, 'regulier' as klasse, row_number() over () as client_sleutel,"
                " null::integer as norm_dagen, null::boolean as binnen_norm"
            )
        project.connection.execute(
            f"create table {project.models[model].relatie} as select *{extra} "
            f"from (values {', '.join(rijen)}) as rij ({kolommen})"
        )


def _kaplan_meier(wachten: list[Wacht]) -> tuple[int | None, int | None]:
    gebeurd = [dagen for dagen, is_gecensureerd in wachten if not is_gecensureerd]
    gecensureerd = [dagen for dagen, is_gecensureerd in wachten if is_gecensureerd]
    if not gebeurd:
        return (None, None)
    curve = ecdf(CensoredData(uncensored=gebeurd, right=gecensureerd)).sf
    return (_eerste_dag(curve, 0.5), _eerste_dag(curve, 0.1))


def _eerste_dag(curve, deel: float) -> int | None:
    bereikt = np.flatnonzero(curve.probabilities <= deel + 1e-9)
    return int(curve.quantiles[bereikt[0]]) if len(bereikt) else None
