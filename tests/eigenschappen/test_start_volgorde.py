"""Starts and removals of one key, in every combination of up to five messages on three days."""

from datetime import date, timedelta
from itertools import chain, combinations_with_replacement, groupby, permutations, product

import pytest
from bericht_in_lake import Bericht, Bezorging, Rij, make_lake
from staat import Staat
from toewijzen import PRODUCT

EERSTE_DAG = date(2025, 1, 1)
Melding = tuple[int, str]

GEVALLEN = [
    geval
    for aantal in range(1, 6)
    for geval in combinations_with_replacement(list(product(range(3), "13")), aantal)
]


@pytest.mark.parametrize(
    ("soort", "tabel", "model"),
    [("jw305", "start", "int_start_live"), ("jw307", "stop", "int_stop_live")],
)
def test_the_reading_that_refuses_least_decides(
    staat: Staat, soort: str, tabel: str, model: str
) -> None:
    berichten = [
        _make_bericht(soort, tabel, nummer, volgnummer, melding)
        for nummer, geval in enumerate(GEVALLEN)
        for volgnummer, melding in enumerate(geval)
    ]

    staat.bouw(make_lake(map(Bezorging, berichten)))

    levend = {rij["toewijzing_nummer"]: rij["bekend_sinds"] for rij in staat.fetch(model)}
    verwacht = {nummer: _read(geval) for nummer, geval in enumerate(GEVALLEN)}
    assert levend == {nummer: dag for nummer, dag in verwacht.items() if dag is not None}


def _make_bericht(
    soort: str, tabel: str, nummer: int, volgnummer: int, melding: Melding
) -> Bericht:
    dag, status = melding
    regel: Rij = PRODUCT | {
        "client_sleutel": "c" * 64,
        "geslacht_code": "1",
        "toewijzing_nummer": nummer,
        "begin_datum": EERSTE_DAG,
        "reden_beeindiging_code": "31",
        "eind_datum": EERSTE_DAG,
        "status_aanlevering_code": status,
    }
    identificatie = f"{nummer}-{volgnummer}"
    dagtekening = EERSTE_DAG + timedelta(days=dag)
    return Bericht(soort, "0303", "99000001", identificatie, dagtekening, ((tabel, regel),))


def _read(geval: tuple[Melding, ...]) -> date | None:
    """Return since when the key lives, in the order within days that has the fewest refusals.

    Such orders never differ in whether it lives; of the days since when, the first counts.
    """
    dagen = [list(permutations(dag)) for _, dag in groupby(geval, key=lambda melding: melding[0])]
    uitkomsten = {_replay(list(chain.from_iterable(volgorde))) for volgorde in product(*dagen)}
    minste = min(geweigerd for geweigerd, _ in uitkomsten)
    sinds = {dag for geweigerd, dag in uitkomsten if geweigerd == minste}
    return None if sinds == {None} else EERSTE_DAG + timedelta(days=min(sinds))


def _replay(meldingen: list[Melding]) -> tuple[int, int | None]:
    geweigerd, sinds = 0, None
    for dag, status in meldingen:
        if (status == "1") == (sinds is not None):
            geweigerd += 1
        else:
            sinds = dag if status == "1" else None
    return geweigerd, sinds
