"""Revisie: every change has one cause, and the causes are the whole difference, to the cent."""

import random
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from compilatie import Compilatie

Rij = dict[str, Any]

TOEN = date(2025, 2, 19)
VOORBIJ, NOG_NIET = date(2025, 1, 1), date(2025, 3, 1)
GROEP = (
    "gemeente_code",
    "aanbieder_agb",
    "zorgvorm",
    "niveau",
    "verwijzer_groep",
    "bekostiging",
    "zorgmaand",
)
REGEL = {
    "soort": "declaratie",
    "regel_sleutel": "01/a",
    "gemeente_code": "0303",
    "aanbieder_agb": "01",
    "zorgvorm": "ggz_basis",
    "niveau": "lokaal",
    "verwijzer_groep": "medisch",
    "bekostiging": "inspanningsgericht",
    "zorgmaand": VOORBIJ,
    "client_sleutel": "x",
    "levering": "2025-02-05/D1",
    "telt": True,
    "kosten_eurocent": 100,
    "is_credit": False,
    "contract_maand": None,
    "contract_maand_eurocent": None,
    "aandeel_miljoenste": None,
    "dagtekening_datum": date(2025, 2, 5),
    "bekend_sinds": date(2025, 2, 5),
}
SOORT = {date: pa.date32(), bool: pa.bool_(), int: pa.int64(), str: pa.string()}
REGEL_SCHEMA = pa.schema(
    [
        (naam, pa.int64() if naam.endswith(("_eurocent", "_miljoenste")) else SOORT[type(waarde)])
        if waarde is not None or naam != "contract_maand"
        else (naam, pa.string())
        for naam, waarde in REGEL.items()
    ]
)
LATER = {"dagtekening_datum": date(2025, 4, 3), "levering": "2025-04-03/D2"}
WEG = {"telt": False, "kosten_eurocent": 0}
CONTRACT = {
    "soort": "overig",
    "client_sleutel": None,
    "levering": None,
    "dagtekening_datum": None,
}

# What the line was and is, whether it is in a correction, and (cause, difference) of each part.
KOSTEN = {
    "a_line_sent_later_over_a_month_that_was_over": (
        None, LATER, False, [("late_declaratie", 100)],
    ),
    "a_line_over_a_month_that_was_not_over": (
        None, LATER | {"zorgmaand": NOG_NIET}, False, [("verstreken_tijd", 100)],
    ),
    "the_month_of_the_stand_itself_was_not_over": (
        None, LATER | {"zorgmaand": date(2025, 2, 1)}, False, [("verstreken_tijd", 100)],
    ),
    "a_credit_that_nothing_replaces": (
        None, LATER | {"is_credit": True, "kosten_eurocent": -100}, False, [("credit", -100)],
    ),
    "a_credit_in_a_correction": (
        None, LATER | {"is_credit": True, "kosten_eurocent": -100}, True, [("correctie", -100)],
    ),
    "a_debit_in_a_correction": (None, LATER, True, [("correctie", 100)]),
    "a_line_that_was_refused_at_once_changes_nothing": (None, LATER | WEG, False, []),
    "a_pending_line_refused_later": ({}, WEG, False, [("afkeuring", -100)]),
    "a_pending_line_granted_later_changes_nothing": ({}, {}, False, []),
    "a_pending_credit_whose_debit_was_refused": (
        {"kosten_eurocent": -100}, WEG | {"is_credit": True}, False, [("afkeuring", 100)],
    ),
    "a_claim_refused_as_a_file_afterwards": ({}, None, False, [("afkeuring", -100)]),
    "a_claim_accepted_after_all": (None, {}, False, [("intrekking_afkeuring", 100)]),
    "a_line_granted_by_a_later_answer": (WEG, {}, False, [("intrekking_afkeuring", 100)]),
    "the_same_reference_sent_again_after_a_refusal": (
        WEG, LATER, False, [("herlevering", 100)],
    ),
    "the_same_reference_with_another_amount": (
        {}, LATER | {"kosten_eurocent": 80}, False, [("herlevering", -20)],
    ),
    "another_referrer": (
        {}, {"verwijzer_groep": "gemeente"}, False, [("toewijzing", -100), ("toewijzing", 100)],
    ),
    "another_referrer_and_refused": (
        {}, WEG | {"verwijzer_groep": "gemeente"}, False,
        [("afkeuring", -100), ("toewijzing", -100), ("toewijzing", 100)],
    ),
    "pgb_of_a_month_that_had_to_begin": (
        None, CONTRACT | {"zorgmaand": NOG_NIET}, False, [("verstreken_tijd", 100)],
    ),
    "pgb_of_the_month_of_the_stand_with_another_amount": (
        CONTRACT | {"zorgmaand": date(2025, 2, 1)},
        CONTRACT | {"zorgmaand": date(2025, 2, 1), "kosten_eurocent": 130},
        False, [("contract", 30)],
    ),
}  # fmt: skip


def explain(project: Compilatie, toen: list[Rij], nu: list[Rij], correctie: list[str]) -> list[Rij]:
    """Return the rows of int_revisie_kosten between two sets of lines."""
    try:
        project.connection.begin()
        fill(project, "stg_stand__kostenregel", pa.Table.from_pylist(toen, REGEL_SCHEMA))
        fill(project, "int_kostenregel", pa.Table.from_pylist(nu, REGEL_SCHEMA))
        fill(project, "stg_stand__peildatum", pa.table({"peildatum": [TOEN]}))
        rijen = [{"soort": "declaratie", "regel_sleutel": sleutel} for sleutel in correctie]
        schema = pa.schema([("soort", pa.string()), ("regel_sleutel", pa.string())])
        fill(project, "int_revisie_correctie", pa.Table.from_pylist(rijen, schema))
        for model in ("int_revisie_kostenregel", "int_revisie_contract_deel"):
            project.create(model)
        return project.fetch(project.models["int_revisie_kosten"].sql)
    finally:
        project.connection.rollback()


def fill(project: Compilatie, model: str, tabel: pa.Table) -> None:
    """Put a table in the place of a model."""
    project.connection.register("gegevens", tabel)
    project.connection.execute(f"create table {project.models[model].relatie} as from gegevens")
    project.connection.unregister("gegevens")


@pytest.mark.parametrize("geval", KOSTEN)
def test_cause_of_a_change_in_cost(project: Compilatie, geval: str) -> None:
    toen, nu, is_correctie, verwacht = KOSTEN[geval]

    rijen = explain(
        project,
        [] if toen is None else [REGEL | toen],
        [] if nu is None else [REGEL | nu],
        ["01/a"] if is_correctie else [],
    )

    assert sorted((rij["oorzaak"], rij["verschil_eurocent"]) for rij in rijen) == verwacht


@pytest.mark.parametrize("zaad", range(60))
def test_causes_add_up_in_every_group_whatever_changed(project: Compilatie, zaad: int) -> None:
    toeval = random.Random(zaad)
    toen, nu = _make_regels(toeval), _make_regels(toeval)
    sleutels = [rij["regel_sleutel"] for rij in nu if rij["soort"] == "declaratie"]

    rijen = explain(project, toen, nu, toeval.sample(sleutels, len(sleutels) // 3))

    verwacht = _sum(nu, "kosten_eurocent", 1) + _sum(toen, "kosten_eurocent", -1)
    assert _collect(_sum(rijen, "verschil_eurocent", 1)) == _collect(verwacht)
    verplaatst = [rij["verschil_eurocent"] for rij in rijen if rij["deel"] == "verschuiving"]
    assert sum(verplaatst) == 0
    assert len({rij["oorzaak"] for rij in rijen}) > 3


def test_another_key_moves_a_lump_sum_and_another_sum_does_not(project: Compilatie) -> None:
    toen = _make_contract(1000, {"0303": 400_000, "0995": 600_000})
    sleutel = _make_contract(1000, {"0303": 500_000, "0995": 500_000})
    bedrag = _make_contract(1100, {"0303": 400_000, "0995": 600_000})

    assert {
        (rij["gemeente_code"], rij["oorzaak"], rij["verschil_eurocent"])
        for rij in explain(project, toen, sleutel, [])
    } == {("0303", "sleutel", 100), ("0995", "sleutel", -100)}
    assert {
        (rij["gemeente_code"], rij["oorzaak"], rij["verschil_eurocent"])
        for rij in explain(project, toen, bedrag, [])
    } == {("0303", "contract", 40), ("0995", "contract", 60)}


def _make_regels(toeval: random.Random) -> list[Rij]:
    regels = [
        REGEL
        | {
            "regel_sleutel": f"01/{nummer}",
            "verwijzer_groep": toeval.choice(("medisch", "gemeente")),
            "zorgvorm": toeval.choice(("ggz_basis", "crisis")),
            "zorgmaand": toeval.choice((VOORBIJ, NOG_NIET)),
            "telt": telt,
            "kosten_eurocent": toeval.randint(-500, 500) if telt else 0,
            "is_credit": toeval.random() < 0.3,
            "levering": f"D{toeval.randint(1, 2)}",
            "dagtekening_datum": toeval.choice((date(2025, 2, 5), date(2025, 4, 3))),
        }
        for nummer in range(40)
        for telt in [toeval.random() < 0.7]
        if toeval.random() < 0.8
    ]
    delen = [toeval.randint(1, 999_999) for _ in range(2)]
    som = sum(delen) + 1
    for nummer in range(4):
        if toeval.random() < 0.8:
            aandeel = {"0303": delen[0] * 1_000_000 // som, "0995": delen[1] * 1_000_000 // som}
            aandeel["0050"] = 1_000_000 - sum(aandeel.values())
            regels += _make_contract(toeval.randint(0, 5000), aandeel, f"T{nummer}")
    return regels


def _make_contract(eurocent: int, aandeel: dict[str, int], nummer: str = "T1") -> list[Rij]:
    """Return the lines of one month of a contract, divided as int_taakgericht_maand does."""
    rijen, som = [], 0
    for gemeente, deel in sorted(aandeel.items()):
        bedrag = eurocent * (som + deel) // 1_000_000 - eurocent * som // 1_000_000
        som += deel
        rijen.append(
            REGEL
            | CONTRACT
            | {
                "soort": "taakgericht",
                "regel_sleutel": f"{nummer}/{gemeente}",
                "gemeente_code": gemeente,
                "bekostiging": "taakgericht",
                "kosten_eurocent": bedrag,
                "contract_maand": nummer,
                "contract_maand_eurocent": eurocent,
                "aandeel_miljoenste": deel,
            }
        )
    return rijen


def _sum(rijen: list[Rij], kolom: str, teken: int) -> list[tuple[tuple[Any, ...], int]]:
    return [(tuple(rij[naam] for naam in GROEP), teken * rij[kolom]) for rij in rijen]


def _collect(bedragen: list[tuple[tuple[Any, ...], int]]) -> dict[tuple[Any, ...], int]:
    som: dict[tuple[Any, ...], int] = {}
    for groep, bedrag in bedragen:
        som[groep] = som.get(groep, 0) + bedrag
    return {groep: bedrag for groep, bedrag in som.items() if bedrag}


GEBRUIK = {
    "client_sleutel": "x",
    "gemeente_code": "0303",
    "zorgvorm": "ggz_basis",
    "zorgmaand": VOORBIJ,
    "aanbieder_agb": "01",
    "niveau": "lokaal",
    "basis": "start_stop",
    "bekend_sinds": date(2025, 1, 10),
}
SEGMENT = {
    "gemeente_code": "0303",
    "aanbieder_agb": "01",
    "client_sleutel": "x",
    "toewijzing_nummer": 1,
    "product_categorie_code": "54",
    "product_code": None,
    "zorgvorm": "ggz_basis",
    "begin_datum": date(2024, 11, 5),
    "eind_datum": None,
    "zorg_eind_datum": None,
}
GEBRUIK_SCHEMA = pa.schema([(naam, SOORT[type(waarde)]) for naam, waarde in GEBRUIK.items()])
SEGMENT_SCHEMA = pa.schema(
    [
        (naam, pa.date32() if naam.endswith("eind_datum") else soort)
        for naam, waarde in SEGMENT.items()
        for soort in [SOORT.get(type(waarde), pa.string())]
    ]
)
GESTOPT = {"eind_datum": date(2024, 12, 20), "zorg_eind_datum": date(2024, 12, 20)}
AFGELOPEN = {"zorg_eind_datum": date(2024, 12, 31)}
ANDERS = {"zorgvorm": "crisis"}
# In care then, in care now, the start then, the start now, and the cause.
ZORG = {
    "a_month_that_had_to_begin": (None, {"zorgmaand": NOG_NIET}, {}, {}, "verstreken_tijd"),
    "a_start_reported_later": (None, {}, None, {}, "start_later_gemeld"),
    "a_stop_taken_back": (None, {}, GESTOPT, {}, "stop_herzien"),
    "a_stop_reported_later": ({}, None, {}, GESTOPT, "stop_later_gemeld"),
    "an_allocation_made_longer": (None, {}, AFGELOPEN, {}, "einde_toewijzing"),
    "an_allocation_cut_short": ({}, None, {}, AFGELOPEN, "einde_toewijzing"),
    "a_start_removed": ({}, None, {}, None, "start_verwijderd"),
    "a_start_that_counts_elsewhere_now": ({}, None, {}, ANDERS, "toewijzing"),
    "a_start_that_counts_here_now": (None, {}, ANDERS, {}, "toewijzing"),
    "care_that_only_claims_show": (
        None, {"basis": "declaratie"}, None, None, "declaratie_zonder_start",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", ZORG)
def test_cause_of_a_change_in_care(project: Compilatie, geval: str) -> None:
    *zijden, oorzaak = ZORG[geval]
    modellen = (
        ("stg_stand__zorggebruik", GEBRUIK, GEBRUIK_SCHEMA),
        ("fct_zorggebruik", GEBRUIK, GEBRUIK_SCHEMA),
        ("stg_stand__zorgsegment", SEGMENT, SEGMENT_SCHEMA),
        ("int_zorgsegment", SEGMENT, SEGMENT_SCHEMA),
    )
    try:
        project.connection.begin()
        fill(project, "stg_stand__peildatum", pa.table({"peildatum": [TOEN]}))
        for (model, basis, schema), anders in zip(modellen, zijden, strict=True):
            rijen = [] if anders is None else [basis | anders]
            fill(project, model, pa.Table.from_pylist(rijen, schema))
        project.create("int_revisie_segment")
        rijen = project.fetch(project.models["int_revisie_zorggebruik"].sql)
    finally:
        project.connection.rollback()

    teken = 1 if zijden[0] is None else -1
    assert [(rij["oorzaak"], rij["verschil_jeugdigenmaanden"]) for rij in rijen] == [
        (oorzaak, teken)
    ]
