"""Slide 4.3 of Dronten: claims, contracts and year amounts give the printed rows of the budget."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from compilatie import Compilatie
from wereld import Lake, Rij, make_lake

VERWACHT = Path(__file__).parent.parent / "golden" / "dronten_4_3" / "verwacht.csv"
STAND = date(2025, 2, 19)
DRONTEN, LELYSTAD = "0303", "0995"

# What was declared, in euro per year: product, unit, 2023 and 2024.
DECLARATIES = (
    ("45", "45A04", "01", 3_000_000, 3_400_000),  # begeleiding: lokaal, p × q
    ("42", "42A01", "84", 120_000, 130_000),  # vervoer: lokaal, p × q
    ("50", "50A03", "83", 1_680_000, 1_610_000),  # maatwerk: lokaal, output
    ("43", "43A07", "14", 5_020_000, 5_752_000),  # verblijf: regionaal
    ("43", "43A06", "14", 900_000, 1_000_000),  # gesloten: bovenregionaal
    ("55", "55A01", "83", 100_000, 150_000),  # landelijk ingekocht
    ("48", "48A01", "83", 1_000_000, 1_000_000),  # jeugdbescherming
    ("47", "47A01", "83", 200_000, 250_000),  # jeugdreclassering
    ("49", "49A01", "83", 50_000, 50_000),  # preventief justitieel kader
)
PGB = (800_000, 860_000)
PREVENTIE = (1_600_000, 1_800_000)
# The lump sum of the region; Dronten pays 30 % in 2023 and, recalibrated, 26 % in 2024.
TAAKGERICHT = (3_600_000, 4_800_000)
SLEUTEL = (300_000, 260_000)
JEUGDIGEN = 12


def test_the_printed_table_comes_out_to_the_euro(project: Compilatie) -> None:
    (rijen,) = project.report("kosten_soort_jaar", make_dronten())
    gevonden = {
        (str(rij["jaar"]), rij["begroting_categorie"]): (
            rij["begroting_categorie_naam"],
            str(rij["kosten_euro"]),
        )
        for rij in rijen
        if rij["gemeente_code"] == DRONTEN and rij["niveau"] == "totaal" and rij["jaar"] < 2025
    }
    with VERWACHT.open(encoding="utf-8", newline="") as stream:
        verwacht = {
            (rij["jaar"], rij["begroting_categorie"]): (
                rij["begroting_categorie_naam"],
                f"{rij['kosten_euro']}.00",
            )
            for rij in csv.DictReader(stream)
        }

    assert gevonden == verwacht


def test_the_parts_add_up_to_their_row_of_the_budget(project: Compilatie) -> None:
    (rijen,) = project.report("kosten_soort_jaar", make_dronten())
    eigen = [rij for rij in rijen if rij["gemeente_code"] == DRONTEN and rij["jaar"] == 2024]
    delen: dict[str, Any] = {}
    for rij in eigen:
        if rij["niveau"] != "totaal":
            categorie = rij["begroting_categorie"]
            delen[categorie] = delen.get(categorie, 0) + rij["kosten_euro"]

    assert delen == {
        rij["begroting_categorie"]: rij["kosten_euro"]
        for rij in eigen
        if rij["niveau"] == "totaal" and rij["begroting_categorie"] not in ("totaal", "overig")
    }
    assert ("lokaal", "pgb", "lokaal") in {
        (rij["begroting_categorie"], rij["kosten_soort"], rij["niveau"]) for rij in eigen
    }


def make_dronten() -> Lake:
    """Return two years of claims and contracts, with what must not count in between."""
    prestaties = [*_iter_prestaties(), *_iter_wat_niet_telt()]
    return make_lake(
        {
            "peildatum": STAND,
            "ijw.prestatie": prestaties,
            "ijw.declaratie_antwoord": [
                {"op": "geweigerd", "declaratie_nummer": "D1", "declaratie_retour_codes": "9301"}
            ],
            "contracten.overige_kosten": [
                {"soort": soort, "zorgvorm": zorgvorm, "gemeente_code": DRONTEN, "jaar": jaar}
                | {"bedrag_eurocent": bedragen[jaar - 2023] * 100}
                for jaar in (2023, 2024)
                for soort, zorgvorm, bedragen in (
                    ("pgb", "begeleiding_ambulant", PGB),
                    ("overig", "preventie", PREVENTIE),
                )
            ],
            "contracten.taakgericht": [
                {"contract_nummer": "T-1", "zorgvorm": "verblijf_begeleid"}
                | {"ingang_datum": date(jaar, 1, 1), "eind_datum": date(jaar, 12, 31)}
                | {"bedrag_eurocent": TAAKGERICHT[jaar - 2023] * 100}
                for jaar in (2023, 2024)
            ],
            "contracten.verdeelsleutel": [
                {"contract_nummer": "T-1", "gemeente_code": gemeente, "aandeel_miljoenste": deel}
                | {"ingang_datum": date(jaar, 1, 1), "eind_datum": date(jaar, 12, 31)}
                for jaar in (2023, 2024)
                for gemeente, deel in (
                    (DRONTEN, SLEUTEL[jaar - 2023]),
                    (LELYSTAD, 1_000_000 - SLEUTEL[jaar - 2023]),
                )
            ],
        }
    )


def _iter_prestaties() -> Iterator[Rij]:
    """Yield one line per jeugdige and product; the last jeugdige takes what does not divide."""
    for categorie, code, eenheid, *bedragen in DECLARATIES:
        for jaar, euro in zip((2023, 2024), bedragen, strict=True):
            deel = euro * 100 // JEUGDIGEN
            for nummer in range(JEUGDIGEN):
                bedrag = euro * 100 - deel * nummer if nummer == JEUGDIGEN - 1 else deel
                yield make_prestatie(
                    jaar,
                    f"{code}-{jaar}-{nummer}",
                    bedrag,
                    product_categorie_code=categorie,
                    product_code=code,
                    eenheid_code=eenheid,
                    client_sleutel=f"{nummer:064}",
                )


def _iter_wat_niet_telt() -> Iterator[Rij]:
    """Yield a credited line, a refused one and one of another gemeente."""
    yield make_prestatie(2024, "terug", 700_000)
    yield make_prestatie(
        2024, "credit", 700_000, debet_credit_code="C", vorig_referentie_nummer="terug"
    )
    yield make_prestatie(2024, "geweigerd", 900_000, bericht_sleutel="geweigerd")
    yield make_prestatie(2024, "lelystad", 800_000, gemeente_code=LELYSTAD)


def make_prestatie(jaar: int, referentie: str, eurocent: int, **rij: Any) -> Rij:
    """Return a line of care in May, declared in June."""
    return {
        "referentie_nummer": referentie,
        "dagtekening_datum": date(jaar, 6, 5),
        "product_periode_begin_datum": date(jaar, 5, 1),
        "product_periode_eind_datum": date(jaar, 5, 31),
        "geleverd_volume": eurocent,
        "ingediend_eurocent": eurocent,
        "bericht_identificatie": referentie,
    } | rij
