"""Benutting from messages: what was declared against what the toewijzing is now."""

from datetime import date

from compilatie import Compilatie
from wereld import Rij, Wereld, make_lake

_AFWIJKING = ("buiten_periode", "deels_buiten_periode", "na_stop", "tijdens_tijdelijke_stop")
_NUL = dict.fromkeys((f"{soort}_eurocent" for soort in _AFWIJKING), 0)


def _besluit(**anders: object) -> Rij:
    """Return a toewijzing of 10 hours a month, the first half of 2025."""
    besluit: Rij = {
        "eind_datum": date(2025, 6, 30),
        "omvang_volume": 10,
        "omvang_eenheid_code": "04",
        "omvang_frequentie_code": "4",
    }
    return besluit | anders


def _regel(maand: int, dagtekening: date = date(2025, 8, 1), **anders: object) -> Rij:
    """Return a line of 300 minutes at € 1 over a whole month of 2025."""
    regel: Rij = {
        "dagtekening_datum": dagtekening,
        "referentie_nummer": f"r{maand}",
        "product_periode_begin_datum": date(2025, maand, 1),
        "product_periode_eind_datum": date(2025, maand, 28 if maand == 2 else 30),
        "geleverd_volume": 300,
        "ingediend_eurocent": 30_000,
    }
    return regel | anders


def _measure(project: Compilatie, wereld: Wereld) -> list[Rij]:
    """Return the benutting on 31 August 2025, by number."""
    (rijen,) = project.report("fct_benutting", make_lake({"peildatum": date(2025, 8, 31)} | wereld))
    return sorted(rijen, key=lambda rij: rij["toewijzing_nummer"])


def _kies(rij: Rij, verwacht: Rij) -> Rij:
    return {kolom: rij[kolom] for kolom in verwacht}


def _tell_stops() -> Wereld:
    """Return care from 10 January to 3 February and from 20 April to 5 May, declared throughout."""
    return {
        "ijw.toewijzing": [_besluit()],
        "ijw.start": [
            {"dagtekening_datum": date(2025, 1, 15)},
            {"begin_datum": date(2025, 4, 20), "dagtekening_datum": date(2025, 4, 25)},
        ],
        "ijw.stop": [
            {
                "eind_datum": date(2025, 2, 3),
                "reden_beeindiging_code": "20",
                "dagtekening_datum": date(2025, 2, 5),
            },
            {
                "begin_datum": date(2025, 4, 20),
                "eind_datum": date(2025, 5, 5),
                "dagtekening_datum": date(2025, 5, 8),
            },
        ],
        "ijw.prestatie": [_regel(maand) for maand in range(1, 7)],
    }


def test_minutes_declared_of_hours_allocated_count_as_hours(project: Compilatie) -> None:
    wereld = {
        "ijw.toewijzing": [_besluit()],
        "ijw.prestatie": [_regel(maand) for maand in (1, 2, 3)],
    }
    (rij,) = _measure(project, wereld)
    verwacht = {"eenheid": "01", "toegewezen_volume": 3_600, "gedeclareerd_volume": 900}
    assert _kies(rij, verwacht) == verwacht
    assert (float(rij["benutting_percentage"]), rij["is_afgelopen"]) == (25.0, True)


def test_refused_and_credited_lines_use_nothing(project: Compilatie) -> None:
    regels = [_regel(maand) | {"bericht_sleutel": "d"} for maand in (1, 2, 3)]
    credit = _regel(
        1,
        date(2025, 8, 20),
        referentie_nummer="c1",
        vorig_referentie_nummer="r1",
        debet_credit_code="C",
    )
    antwoord = {"op": "d", "bericht_sleutel": "a", "dagtekening_datum": date(2025, 8, 10)}
    wereld = {
        "ijw.toewijzing": [_besluit()],
        "ijw.prestatie": [*regels, credit],
        "ijw.declaratie_antwoord": [antwoord | {"declaratie_nummer": "x"}],
        "ijw.prestatie_antwoord": [antwoord | {"referentie_nummer": "r2", "retour_codes": "9321"}],
    }
    (rij,) = _measure(project, wereld)
    assert (rij["gedeclareerd_volume"], rij["gedeclareerd_eurocent"]) == (300, 30_000)


def test_unit_83_is_measured_in_eurocent_and_above_its_total(project: Compilatie) -> None:
    vast = {"omvang_volume": 50_000, "omvang_eenheid_code": "83", "omvang_frequentie_code": "6"}
    in_geld = {"geleverd_volume": 30_000, "eenheid_code": "83"}
    wereld = {
        "ijw.toewijzing": [_besluit(**vast)],
        "ijw.prestatie": [_regel(1, **in_geld), _regel(2, **in_geld)],
    }
    (rij,) = _measure(project, wereld)
    verwacht = {
        "eenheid": "83",
        "toegewezen_volume": 50_000,
        "gedeclareerd_volume": 60_000,
        "boven_maximum_volume": 10_000,
    }
    assert _kies(rij, verwacht) == verwacht


def test_lines_beyond_an_end_that_was_shortened_later_lie_outside(project: Compilatie) -> None:
    korter = {
        "toewijzing_datum": date(2025, 8, 4),
        "eind_datum": date(2025, 2, 14),
        "dagtekening_datum": date(2025, 8, 5),
        "reden_wijziging_code": "05",
    }
    wereld = {
        "ijw.toewijzing": [_besluit(**korter), _besluit()],
        "ijw.prestatie": [_regel(maand) for maand in (1, 2, 3)],
    }
    (rij,) = _measure(project, wereld)
    verwacht = _NUL | {
        "toegewezen_volume": 1_200,
        "gedeclareerd_volume": 600,
        "gedeclareerd_eurocent": 60_000,
        "deels_buiten_periode_eurocent": 30_000,
        "buiten_periode_volume": 300,
        "buiten_periode_eurocent": 30_000,
        "bekend_sinds": date(2025, 8, 5),
    }
    assert _kies(rij, verwacht) == verwacht


def test_months_in_a_temporary_stop_and_after_the_final_one_stand_apart(
    project: Compilatie,
) -> None:
    (rij,) = _measure(project, _tell_stops())
    verwacht = _NUL | {
        "gedeclareerd_volume": 1_800,
        "tijdens_tijdelijke_stop_eurocent": 30_000,
        "na_stop_volume": 300,
        "na_stop_eurocent": 30_000,
    }
    assert _kies(rij, verwacht) == verwacht


def test_lines_on_a_deleted_an_unknown_and_the_toewijzing_of_another_rest_on_nothing(
    project: Compilatie,
) -> None:
    verwijderd = {
        "toewijzing_datum": date(2025, 2, 3),
        "eind_datum": date(2025, 1, 1),
        "dagtekening_datum": date(2025, 2, 4),
        "reden_wijziging_code": "13",
    }
    wereld = {
        "ijw.toewijzing": [
            _besluit(toewijzing_nummer=1, client_sleutel="ander"),
            _besluit(toewijzing_nummer=2),
            _besluit(**verwijderd, toewijzing_nummer=2),
        ],
        "ijw.prestatie": [
            _regel(maand, toewijzing_nummer=nummer)
            for maand, nummer in enumerate((1, 2, 3), start=1)
        ],
    }
    rijen = _measure(project, wereld)
    assert [
        (rij["soort_toewijzing"], rij["gedeclareerd_eurocent"], rij["zonder_toewijzing_eurocent"])
        for rij in rijen
    ] == [("levend", 0, 30_000), ("verwijderd", 0, 30_000), ("onbekend", 0, 30_000)]
    assert [rij["gedeclareerd_volume"] for rij in rijen] == [0, None, None]


def test_toewijzing_without_volume_is_not_applicable_and_never_used_is_nought(
    project: Compilatie,
) -> None:
    generiek = {"product_categorie_code": None, "product_code": None, "omvang_volume": None}
    leeg = dict.fromkeys(("omvang_eenheid_code", "omvang_frequentie_code"))
    wereld = {
        "ijw.toewijzing": [
            _besluit(**generiek, **leeg, toewijzing_nummer=1),
            _besluit(toewijzing_nummer=2),
        ],
        "ijw.prestatie": [_regel(1, toewijzing_nummer=1)],
    }
    zonder, ongebruikt = _measure(project, wereld)
    assert (zonder["benutting_status"], zonder["toegewezen_volume"]) == ("nvt", None)
    assert zonder["gedeclareerd_eurocent"] == 30_000
    assert (ongebruikt["benutting_status"], ongebruikt["benutting_percentage"]) == ("waarde", 0)


def test_order_and_repetition_of_messages_change_nothing(project: Compilatie) -> None:
    lake = make_lake({"peildatum": date(2025, 8, 31)} | _tell_stops())
    andersom = {tabel: [*rijen[::-1], *rijen[::-1]] for tabel, rijen in lake.items()}
    for feit in ("fct_benutting", "fct_declaratie_afwijking", "fct_casuistiek"):
        (recht,), (gedraaid,) = project.report(feit, lake), project.report(feit, andersom)
        assert recht
        assert sorted(map(str, recht)) == sorted(map(str, gedraaid))
