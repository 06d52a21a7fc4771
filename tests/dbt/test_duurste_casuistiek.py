"""Slide 4.8 of Dronten comes out of a lake made by hand: to the euro, and safe to publish."""

from datetime import date
from decimal import Decimal

import pytest
from compilatie import Compilatie
from wereld import Lake, Rij, make_lake

# As printed: euro, referrer GI, gemeente, medisch, doorstroom. For 2023 the slide counts 11
# referrers of 10 cases; it prints no doorstroom for that year.
GEDRUKT = {2023: (2_449_752, 7, 1, 3, None), 2024: (2_808_287, 4, 4, 2, 6)}

# Case: euro in 2023 and in 2024. The others cost less than each of these.
CASUSSEN = {
    "a1": (400_000, 450_000),
    "a2": (350_000, 400_000),
    "a3": (300_000, 350_000),
    "a4": (280_000, 320_000),
    "a5": (250_000, 300_000),
    "a6": (220_000, 270_000),
    "a7": (150_000, 1_000),
    "a8": (180_000, 0),
    "a9": (150_000, 0),
    "a10": (119_752, 0),
    "b1": (0, 250_000),
    "b2": (0, 200_000),
    "b3": (0, 150_000),
    "b4": (0, 118_287),
}
OVERIGE = {f"c{nummer}": (1_000, 1_000) for nummer in range(1, 21)}
GI, MEDISCH = "04", "02"
VERWIJZER = dict.fromkeys(("a1", "a2", "a3", "a4", "a7", "a8", "a9"), GI) | dict.fromkeys(
    ("a6", "a10", "b4"), MEDISCH
)
FEIT = '"warehouse"."marts"."fct_casuistiek"'


@pytest.fixture(scope="module")
def uitkomst(project: Compilatie) -> list[list[Rij]]:
    """Return the published rows, the internal cases, and the referrers of all toewijzingen."""
    return project.report(
        "duurste_casuistiek_jaar",
        _make_dronten(),
        f"""
        select
            jaar, count(*) as aantal, sum(kosten_eurocent)::bigint as eurocent,
            count(*) filter (where verwijzer_groep = 'gi_rechter') as gi_rechter,
            count(*) filter (where verwijzer_groep = 'gemeente') as gemeente,
            count(*) filter (where verwijzer_groep = 'medisch') as medisch,
            sum(is_doorstroom::integer)::bigint as doorstroom
        from {FEIT} where is_duurste and gebied_code = '0303' group by jaar order by jaar
        """,
        f"""
        select kosten.verwijzer_groep, count(distinct kosten.client_sleutel) as aantal
        from "warehouse"."intermediate"."int_casus_kosten" as kosten
        inner join {FEIT} as casus using (jaar, gebied_code, client_sleutel)
        where casus.is_duurste and jaar = 2023 and gebied_code = '0303'
        group by kosten.verwijzer_groep
        """,
    )


def test_both_years_to_the_euro(uitkomst: list[list[Rij]]) -> None:
    _, feit, _ = uitkomst
    assert {rij["jaar"]: (rij["aantal"], rij["eurocent"]) for rij in feit} == {
        jaar: (10, 100 * gedrukt[0]) for jaar, gedrukt in GEDRUKT.items()
    }


def test_referrers_and_doorstroom_of_2024_are_those_of_the_slide(
    uitkomst: list[list[Rij]],
) -> None:
    _, feit, _ = uitkomst
    rij = feit[-1]
    assert (rij["gi_rechter"], rij["gemeente"], rij["medisch"], rij["doorstroom"]) == GEDRUKT[2024][
        1:
    ]


def test_a_case_counts_at_one_referrer_so_the_eleven_of_2023_are_ten(
    uitkomst: list[list[Rij]],
) -> None:
    """Counting a case at each of its referrers would give the printed 7, 1 and 3."""
    _, feit, per_verwijzer = uitkomst
    rij = feit[0]
    assert (rij["gi_rechter"], rij["gemeente"], rij["medisch"]) == (7, 1, 2)
    assert rij["doorstroom"] is None, "over 2022 is niets bekend"
    aantal = {rij["verwijzer_groep"]: rij["aantal"] for rij in per_verwijzer}
    assert (aantal["gi_rechter"], aantal["gemeente"], aantal["medisch"]) == GEDRUKT[2023][1:4]


def test_what_is_published_is_rounded_and_divides_nothing(uitkomst: list[list[Rij]]) -> None:
    gepubliceerd, _, _ = uitkomst
    rijen = {
        rij["jaar"]: rij
        for rij in gepubliceerd
        if rij["gemeente_code"] == "0303" and rij["jaar"] in GEDRUKT
    }
    assert {jaar: rij["kosten_euro"] for jaar, rij in rijen.items()} == {
        2023: Decimal(2_450_000),
        2024: Decimal(2_810_000),
    }
    for rij in rijen.values():
        for groep in ("gemeente", "medisch", "gi_rechter", "geen"):
            assert rij[f"aantal_verwijzer_{groep}_status"] == "onderdrukt"
    assert rijen[2023]["aantal_doorstroom_status"] == "ontbreekt"
    assert rijen[2024]["aantal_doorstroom_status"] == "onderdrukt"


def _make_dronten() -> Lake:
    """Return the cases with their referrers, a refused line and one that was credited.

    Case a7 has a second toewijzing, through the doctor, that costs less than the first.
    """
    toewijzingen: list[Rij] = []
    verzoeken: list[Rij] = []
    regels: list[Rij] = []

    def wijs_toe(naam: str, nummer: int, verwijzer: str | None) -> None:
        wie = {"client_sleutel": naam.ljust(64, "x"), "aanbieder_agb": "99000001"}
        referentie = f"vraag-{nummer}"
        toewijzing = wie | {"toewijzing_nummer": nummer, "ingang_datum": date(2023, 1, 1)}
        if verwijzer is not None:
            verzoek = {"referentie_aanbieder": referentie, "verwijzer_type_code": verwijzer}
            verzoeken.append(wie | verzoek | {"dagtekening_datum": date(2022, 12, 1)})
            toewijzing["referentie_aanbieder"] = referentie
        toewijzingen.append(toewijzing)

    def declareer(naam: str, nummer: int, jaar: int, euro: int, **anders: object) -> str:
        referentie = f"r{len(regels) + 1}"
        regel: Rij = {
            "bericht_sleutel": "declaratie",
            "regel_volgnummer": len(regels) + 1,
            "dagtekening_datum": date(2025, 2, 1),
            "client_sleutel": naam.ljust(64, "x"),
            "toewijzing_nummer": nummer,
            "referentie_nummer": referentie,
            "product_periode_begin_datum": date(jaar, 3, 1),
            "product_periode_eind_datum": date(jaar, 3, 31),
            "eenheid_code": "83",
            "geleverd_volume": 100 * euro,
            "ingediend_eurocent": 100 * euro,
        }
        regels.append(regel | anders)
        return referentie

    for nummer, (naam, bedragen) in enumerate((CASUSSEN | OVERIGE).items(), start=1):
        wijs_toe(naam, nummer, VERWIJZER.get(naam))
        for jaar, euro in zip(GEDRUKT, bedragen, strict=True):
            if euro:
                declareer(naam, nummer, jaar, euro)
    wijs_toe("a7", 100, MEDISCH)
    declareer("a7", 100, 2023, 50_000)
    geweigerd = declareer("c1", 15, 2024, 500_000)
    terug = declareer("c2", 16, 2024, 600_000)
    credit = {
        "bericht_sleutel": "credit",
        "regel_volgnummer": 1,
        "dagtekening_datum": date(2025, 2, 12),
        "debet_credit_code": "C",
        "vorig_referentie_nummer": terug,
    }
    declareer("c2", 16, 2024, 600_000, **credit)
    antwoord = {
        "op": "declaratie",
        "bericht_sleutel": "antwoord",
        "dagtekening_datum": date(2025, 2, 10),
    }
    return make_lake(
        {
            "ijw.toewijzing": toewijzingen,
            "ijw.verzoek": verzoeken,
            "ijw.prestatie": regels,
            "ijw.declaratie_antwoord": [antwoord | {"declaratie_nummer": "x"}],
            "ijw.prestatie_antwoord": [
                antwoord | {"referentie_nummer": geweigerd, "retour_codes": "9321"}
            ],
            "peildatum": date(2025, 2, 19),
        }
    )
