"""Waiting: every definition, class, restart and opgave equals the answer key of the demo."""

from collections import Counter, defaultdict

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf
from vergelijken import assert_zelfde_rijen, fetch, fetch_regio, to_tekst, values

KENMERK = "coalesce(wacht.toewijzing_nummer::varchar, wacht.referentie_aanbieder)"


def test_class_and_bridging_of_every_need(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        f"""
        select wacht.gemeente_code, {KENMERK}, wacht.aanbieder_agb, wacht.klasse,
            wacht.vervanging_soort, wacht.overbrugd_dagen
        from fct_wachttijd as wacht
        """,
    )
    assert_zelfde_rijen(values(sleutel("wachttijd_klasse")), to_tekst(rows), "klassen")


def test_every_need_by_every_definition(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        f"""
        select wacht.gemeente_code, {KENMERK}, wacht.aanbieder_agb, meting.definitie_code,
            meting.zorgvorm, meting.van_datum, meting.tot_datum, meting.dagen,
            meting.is_gecensureerd, meting.klasse, meting.telt_mee, meting.kwartaal,
            meting.binnen_norm
        from fct_wachttijd_meting as meting
        inner join fct_wachttijd as wacht using (wachttijd_sleutel)
        """,
    )
    assert_zelfde_rijen(values(sleutel("wachttijd_meting")), to_tekst(rows), "metingen")


def test_restarts(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, toewijzing_nummer, stop_datum, herstart_datum
        from fct_wacht_herstart
        """,
    )
    assert_zelfde_rijen(values(sleutel("wacht_herstart")), to_tekst(rows), "herstarts")


def test_kaplan_meier_of_every_cohort(sleutel, basis):
    """Computed from the rows of the key by scipy, and by the warehouse in SQL."""
    cellen: dict[tuple, list[tuple[int, bool]]] = defaultdict(list)
    for rij in sleutel("wachttijd_meting"):
        if rij["telt_mee"] != "true":
            continue
        for gebied in (rij["gemeente_code"], "regio"):
            for zorgvorm in (rij["zorgvorm"], "totaal"):
                cel = (rij["definitie_code"], gebied, zorgvorm, rij["kwartaal"])
                cellen[cel].append((int(rij["dagen"]), rij["is_gecensureerd"] == "true"))
    verwacht = [(*cel, *_kaplan_meier(dagen)) for cel, dagen in cellen.items()]
    rows = fetch(
        basis.warehouse,
        """
        select definitie_code, gebied_code, zorgvorm_groep, kwartaal,
            km_mediaan_dagen, km_p90_dagen
        from intermediate.int_wachttijd_km
        """,
    )
    assert len(verwacht) > 500
    assert_zelfde_rijen(verwacht, rows, "Kaplan-Meier")


def _kaplan_meier(dagen: list[tuple[int, bool]]) -> tuple[int | None, ...]:
    gebeurd = [aantal for aantal, is_gecensureerd in dagen if not is_gecensureerd]
    gecensureerd = [aantal for aantal, is_gecensureerd in dagen if is_gecensureerd]
    if not gebeurd:
        return (None, None)
    curve = ecdf(CensoredData(uncensored=gebeurd, right=gecensureerd)).sf
    punten = []
    for deel in (0.5, 0.1):
        bereikt = np.flatnonzero(curve.probabilities <= deel + 1e-9)
        punten.append(int(curve.quantiles[bereikt[0]]) if len(bereikt) else None)
    return tuple(punten)


def test_opgaven_beside_the_messages(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select aanbieder_agb, kwartaal, gemeente_code, zorgvorm,
            wachtenden_opgave, wachtenden_berekend, overbrugging_opgave, overbrugging_berekend,
            wachttijd_dagen_opgave, wachttijd_dagen_berekend,
            is_afwijking_wachtenden, is_afwijking_wachttijd
        from fct_wachttijd_opgave
        """,
    )
    assert_zelfde_rijen(values(sleutel("wachttijd_opgave")), to_tekst(rows), "opgaven")


@pytest.mark.parametrize(
    ("regel", "kolom"),
    [("K008", "is_afwijking_wachtenden"), ("K009", "is_afwijking_wachttijd")],
)
def test_findings_on_opgaven_are_those_of_the_key_and_no_other(sleutel, basis, regel, kolom):
    verwacht = [
        (
            rij["aanbieder_agb"],
            rij["gemeente_code"],
            f"kwartaal {rij['kwartaal']}, gemeente {rij['gemeente_code']}, "
            f"zorgvorm {rij['zorgvorm']}",
        )
        for rij in sleutel("wachttijd_opgave")
        if rij[kolom] == "true"
    ]
    rows = fetch(
        basis.warehouse,
        f"""
        select aanbieder_agb, gemeente_code, split_part(plaats, ':', 1)
        from marts.fct_bevinding where regel_code = '{regel}'
        """,
    )
    assert_zelfde_rijen(verwacht, rows, regel)


def test_published_classes_are_the_key_or_withheld_and_leave_nothing_out(sleutel, basis):
    waar: Counter[tuple[str, str, str]] = Counter()
    gevallen = [
        (rij["gemeente_code"], rij["kwartaal"], rij["klasse"])
        for rij in sleutel("wachttijd_meting")
        if rij["definitie_code"] == "regio"
    ]
    gevallen += [
        (rij["gemeente_code"], _to_kwartaal(rij["herstart_datum"]), "herstart")
        for rij in sleutel("wacht_herstart")
    ]
    for gemeente, kwartaal, klasse in gevallen:
        for gebied in (gemeente, "regio"):
            waar[(gebied, kwartaal, klasse)] += 1
            waar[(gebied, kwartaal, "totaal")] += 1
    assert len(gevallen) == len(sleutel("wachttijd_klasse")) + len(sleutel("wacht_herstart"))
    rows = fetch(
        basis.warehouse,
        """
        select gemeente_code, kwartaal, klasse, aantal_gevallen
        from publicatie.wachttijd_klasse_kwartaal where aantal_gevallen_status = 'waarde'
        """,
    )
    assert len([row for row in rows if row[3]]) >= 10  # so small a region hides most
    assert [row for row in rows if waar[row[:3]] != row[3]] == []


def _to_kwartaal(datum: str) -> str:
    return f"{datum[:4]}-K{(int(datum[5:7]) + 2) // 3}"
