from decimal import Decimal

import pytest

from demo.invoer.maak_circulaires import (
    BIJLAGE_1,
    REGIONAAL_KADER,
    RIJEN_BIJLAGE_1,
    RIJEN_KADER,
    write_circulaires,
)
from ingest.tabellen import read_bestand

CODES = {
    "Almere": "0034",
    "Dronten": "0303",
    "Lelystad": "0995",
    "Noordoostpolder": "0171",
    "Urk": "0184",
    "Zeewolde": "0050",
    "Flevoland": None,
}
META = [
    ["Circulaire", "meicirculaire 2025"],
    ["Publicatiedatum", "30-05-2025"],
    ["Prijsbasis", "constante prijzen"],
]


@pytest.fixture(scope="module")
def invoer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("invoer")
    write_circulaires(folder)
    return folder


@pytest.fixture
def read(make_bestand, invoer):
    def read_naam(naam: str):
        return read_bestand(make_bestand((invoer / naam).read_bytes(), naam, "circulaires"))

    return read_naam


def budget(resultaat) -> list[dict]:
    return resultaat.tabellen["budget"].to_pylist()


def codes(resultaat) -> list[str]:
    return [bevinding.regel_code for bevinding in resultaat.bevindingen]


def test_annex_1_comes_out_as_printed_to_the_euro(read):
    gelezen = [
        (
            r["gemeente_code"],
            r["bedrag_eurocent"],
            r["verschil_vorige_percentage"],
            r["per_jeugdige_begroting_euro"],
            r["per_jeugdige_awbz_euro"],
            r["per_jeugdige_zvw_euro"],
            r["per_jeugdige_totaal_euro"],
            r["aantal_0_17"],
        )
        for r in budget(read(BIJLAGE_1))
    ]
    gedrukt = [
        (
            CODES[str(naam)],
            int(bedrag) * 100,
            *(None if cijfer is None else Decimal(str(cijfer)) for cijfer in cijfers),
            aantal,
        )
        for naam, bedrag, *cijfers, aantal in RIJEN_BIJLAGE_1
    ]
    assert gelezen == gedrukt


def test_annex_1_has_its_version_and_a_marked_total_row(read):
    rijen = budget(read(BIJLAGE_1))
    versie = {
        (r["circulaire"], str(r["publicatie_datum"]), r["jaar"], r["prijsbasis"]) for r in rijen
    }
    assert versie == {("meicirculaire 2014", "2014-05-30", 2015, "lopend")}
    assert {r["onderdeel"] for r in rijen} == {"totaal"}
    assert [r["is_totaalrij"] for r in rijen] == [False] * 6 + [True]
    gemeenten = sum(r["bedrag_eurocent"] for r in rijen if not r["is_totaalrij"])
    assert gemeenten == 130_898_139_00


def test_annex_1_parts_per_jeugdige_that_do_not_add_up_are_reported(read):
    resultaat = read(BIJLAGE_1)
    # Almere, Lelystad, Noordoostpolder and Zeewolde; nothing else is off beyond rounding.
    assert codes(resultaat) == ["C001"] * 4
    assert [b.gemeente_code for b in resultaat.bevindingen] == ["0034", "0995", "0171", "0050"]
    assert resultaat.bevindingen[0].toelichting == "Som € 1353,10, gedrukt € 1353,20."


def test_regional_frame_comes_out_as_printed_to_the_euro(read):
    gelezen = {
        (r["gemeente_code"], r["onderdeel"]): r["bedrag_eurocent"]
        for r in budget(read(REGIONAAL_KADER))
    }
    gedrukt = {
        (CODES[str(naam)], onderdeel): int(bedrag) * 100
        for naam, _, *bedragen in RIJEN_KADER
        for onderdeel, bedrag in zip(
            ("bovenlokaal_hulp", "lta_risico", "bovenlokaal_totaal"), bedragen, strict=True
        )
    }
    assert gelezen == gedrukt


def test_regional_frame_prints_its_percentage_once(read):
    gedrukt = {
        r["gemeente_code"]: r["bovenlokaal_percentage"]
        for r in budget(read(REGIONAAL_KADER))
        if r["bovenlokaal_percentage"] is not None
    }
    assert gedrukt == {CODES[str(naam)]: Decimal(str(pct)) for naam, pct, *_ in RIJEN_KADER}


def test_regional_frame_departs_from_the_ninety_percent_rule_everywhere(read):
    resultaat = read(REGIONAAL_KADER)
    assert codes(resultaat) == ["C006"] * 7
    assert resultaat.bevindingen[-1].toelichting == "Berekend 90,44%, regel 90,00%."
    assert resultaat.bevindingen[-1].gemeente_code is None


def test_both_tables_in_one_workbook_show_the_printed_percentages_are_off(make_bestand, make_xlsx):
    meta = [
        ["Circulaire", "plan"],
        ["Publicatiedatum", "29-08-2014"],
        ["Jaar", 2015],
        ["Prijsbasis", "lopend"],
    ]
    kop_kader = [
        "Gemeente",
        "% bovenlokaal",
        "Bovenlokale hulp",
        "LTA & risico",
        "Totaal bovenlokaal",
    ]
    inhoud = make_xlsx(
        Bijlage_1=[*meta, ["Gemeente", "Bedrag"], *([r[0], r[1]] for r in RIJEN_BIJLAGE_1)],
        Regionaal_kader=[*meta, kop_kader, *map(list, RIJEN_KADER)],
    )
    resultaat = read_bestand(make_bestand(inhoud, "plan.xlsx", "circulaires"))
    assert codes(resultaat).count("C005") == 7
    (almere,) = [
        b for b in resultaat.bevindingen if (b.regel_code, b.gemeente_code) == ("C005", "0034")
    ]
    assert almere.toelichting == "Berekend 55,99%, gedrukt 56,20%."


@pytest.mark.parametrize(
    ("kop", "rijen", "regel_code"),
    [
        (
            ["Per jeugdige totaal", "Aantal 0-17 jaar"],
            [["Urk", 1000, 10.2, 100]],
            "C002",
        ),
        (["Aantal 0-17 jaar"], [["Urk", 10, 1], ["Almere", 20, 2], ["Flevoland", 30, 4]], "C003"),
        (["Aantal 0-17 jaar"], [["Urk", 10, 1], ["Almere", 20, 2], ["Flevoland", 31, 3]], "C003"),
    ],
)
def test_figures_that_disagree_are_reported_and_kept(
    make_bestand, make_xlsx, kop, rijen, regel_code
):
    inhoud = make_xlsx(Budget=[*META, [], ["Gemeente", "Budget 2026", *kop], *rijen])
    resultaat = read_bestand(make_bestand(inhoud, "mei.xlsx", "circulaires"))
    assert codes(resultaat) == [regel_code]
    assert [r["bedrag_eurocent"] for r in budget(resultaat)] == [rij[1] * 100 for rij in rijen]


def test_a_frame_whose_parts_do_not_add_up_is_reported_and_kept(make_bestand, make_xlsx):
    kop = ["Gemeente", "Bovenlokale hulp", "LTA en risico", "Totaal bovenlokaal"]
    meta = [*META, ["Jaar", 2026]]
    inhoud = make_xlsx(Kader=[*meta, kop, ["Urk", 90, 11, 100]])
    resultaat = read_bestand(make_bestand(inhoud, "kader.xlsx", "circulaires"))
    assert codes(resultaat) == ["C004"]
    assert [r["bedrag_eurocent"] for r in budget(resultaat)] == [9000, 1100, 10000]


def test_the_year_may_stand_in_the_header_and_structureel_on_the_row(make_bestand, make_xlsx):
    kop = ["Gemeente", "Budget 2026", "Structureel"]
    inhoud = make_xlsx(Budget=[*META, kop, ["Urk", 10, "ja"], ["Urk", 5, "nee"]])
    resultaat = read_bestand(make_bestand(inhoud, "mei.xlsx", "circulaires"))
    assert codes(resultaat) == []
    gelezen = [(r["jaar"], r["prijsbasis"], r["is_structureel"]) for r in budget(resultaat)]
    assert gelezen == [(2026, "constant", True), (2026, "constant", False)]


def test_a_year_that_does_not_exist_is_refused(make_bestand, make_xlsx):
    meta = [*META, ["Jaar", 20015]]
    inhoud = make_xlsx(Budget=[*meta, ["Gemeente", "Bedrag"], ["Urk", 10]])
    assert codes(read_bestand(make_bestand(inhoud, "mei.xlsx", "circulaires"))) == ["B023"]


def test_the_files_in_the_repository_are_what_the_script_makes(invoer):
    from pathlib import Path

    import demo.invoer

    folder = Path(demo.invoer.__file__).parent
    for naam in (BIJLAGE_1, REGIONAAL_KADER):
        assert (folder / naam).read_bytes() == (invoer / naam).read_bytes()
