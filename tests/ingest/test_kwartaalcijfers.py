from datetime import date

import pytest

from ingest.tabellen import read_bestand

AGB = "12345678"
META = [
    ["Kwartaalcijfers jeugdhulp"],
    ["Aanbieder AGB", AGB],
    ["Kwartaal", "2025-K4"],
    ["Datum opgave", date(2026, 1, 20)],
    ["Nul-opgave", "nee"],
    [],
]
KOP = ["Gemeente", "Zorgvorm", "Cliënten begin", "Instroom", "Uitstroom", "Cliënten eind"]


def codes(resultaat) -> list[str]:
    return [bevinding.regel_code for bevinding in resultaat.bevindingen]


@pytest.fixture
def read(make_bestand, make_xlsx):
    def read_rijen(*rijen, kop=KOP, meta=META, **kwargs):
        inhoud = make_xlsx(Kwartaalcijfers=[*meta, list(kop), *map(list, rijen)])
        return read_bestand(make_bestand(inhoud, "opgave.xlsx", **kwargs))

    return read_rijen


def opgave(resultaat) -> list[dict]:
    return resultaat.tabellen["opgave"].to_pylist()


def test_a_row_reads_with_the_block_above_the_table(read):
    resultaat = read(
        ["Urk", "Pleegzorg", 5, 2, 1, 6, 1234.56, 8.25, 0, None],
        kop=[*KOP, "Productie (€)", "Tevredenheid (cijfer)", "Tevredenheid (metingen)", "Klachten"],
    )
    (rij,) = opgave(resultaat)
    gevuld = {naam: waarde for naam, waarde in rij.items() if waarde is not None}
    assert codes(resultaat) == []
    assert gevuld.pop("bestand_sleutel") == resultaat.bestand.bestand_sleutel
    assert str(gevuld.pop("tevredenheid_cijfer")) == "8.2500"
    assert gevuld == {
        "rij_nummer": 8,
        "ontvangst_datum": date(2026, 1, 31),
        "aanbieder_agb": AGB,
        "kwartaal": "2025-K4",
        "opgave_datum": date(2026, 1, 20),
        "gemeente_code": "0184",
        "zorgvorm": "pleegzorg",
        "clienten_begin": 5,
        "instroom": 2,
        "uitstroom": 1,
        "clienten_eind": 6,
        "productie_eurocent": 123456,
        "tevredenheid_metingen": 0,
    }
    (levering,) = resultaat.tabellen["levering"].to_pylist()
    assert (levering["kwartaal"], levering["is_nul_opgave"]) == ("2025-K4", False)


def test_layout_with_periode_and_agb_on_each_row_as_csv(make_bestand):
    tekst = (
        "AGB;Periode;Opgavedatum;Gemeentecode;Hulpvorm;Beginstand;Geleverde productie\n"
        "12345678;4e kwartaal 2025;20-1-2026;184;pleegzorg;1.005;1.234,50\n"
        "87654321;4e kwartaal 2025;20-1-2026;GM0034;Crisis;0;\n"
    )
    resultaat = read_bestand(make_bestand("\ufeff" + tekst, "export.csv"))
    rijen = [
        (r["aanbieder_agb"], r["gemeente_code"], r["clienten_begin"], r["productie_eurocent"])
        for r in opgave(resultaat)
    ]
    assert codes(resultaat) == []
    assert rijen == [("12345678", "0184", 1005, 123450), ("87654321", "0034", 0, None)]
    assert resultaat.tabellen["levering"].num_rows == 2


def test_a_csv_with_commas_writes_numbers_the_english_way(make_bestand):
    tekst = (
        "AGB,Kwartaal,Gemeente,Zorgvorm,Instroom,Productie\n"
        '12345678,2025-K4,Urk,Pleegzorg,3,"1,234.50"\n'
    )
    (rij,) = opgave(read_bestand(make_bestand(tekst)))
    assert (rij["instroom"], rij["productie_eurocent"]) == (3, 123450)


def test_a_nul_opgave_is_a_delivery_without_rows(read):
    meta = [*META[:4], ["Nul-opgave", "ja"], []]
    resultaat = read(meta=meta)
    (levering,) = resultaat.tabellen["levering"].to_pylist()
    assert (levering["aanbieder_agb"], levering["is_nul_opgave"]) == (AGB, True)
    assert codes(resultaat) == []
    assert resultaat.status == "gelezen"


def test_a_nul_opgave_on_a_row_is_a_delivery_too(make_bestand):
    tekst = "AGB;Kwartaal;Nul-opgave;Gemeente;Zorgvorm\n12345678;2025-K4;ja;;\n"
    resultaat = read_bestand(make_bestand(tekst))
    assert opgave(resultaat) == []
    assert resultaat.tabellen["levering"]["is_nul_opgave"].to_pylist() == [True]


def test_no_rows_and_no_nul_opgave_is_no_delivery(read):
    resultaat = read()
    assert codes(resultaat) == ["K005"]
    assert resultaat.tabellen["levering"].num_rows == 0
    assert resultaat.status == "quarantaine"


def test_a_nul_opgave_with_rows_is_reported_and_its_rows_count(read):
    resultaat = read(["Urk", "Pleegzorg", 1, 0, 0, 1], meta=[*META[:4], ["Nul-opgave", "ja"], []])
    assert codes(resultaat) == ["K006"]
    assert resultaat.tabellen["levering"]["is_nul_opgave"].to_pylist() == [False]


@pytest.mark.parametrize(
    ("rij", "regel_code", "plaats"),
    [
        (["Utrecht", "Pleegzorg", 1, 0, 0, 1], "B024", "kolom A"),
        (["Urk", "Toverij", 1, 0, 0, 1], "B025", "kolom B"),
        (["Urk", "Pleegzorg", -1, 0, 0, 1], "B022", "kolom C"),
        (["Urk", "Pleegzorg", 1.5, 0, 0, 1], "B022", "kolom C"),
        (["Urk", "Pleegzorg", "veel", 0, 0, 1], "B022", "kolom C"),
        (["Urk", None, 1, 0, 0, 1], "B022", "kolom B"),
    ],
)
def test_a_wrong_row_is_refused_and_the_rest_passes(read, rij, regel_code, plaats):
    resultaat = read(rij, ["Almere", "Pleegzorg", 1, 0, 0, 1])
    (bevinding,) = resultaat.bevindingen
    assert (bevinding.regel_code, bevinding.aantal_rijen) == (regel_code, 1)
    assert bevinding.plaats == f"werkblad Kwartaalcijfers, rij 8, {plaats}"
    assert bevinding.aanbieder_agb == AGB
    assert [r["gemeente_code"] for r in opgave(resultaat)] == ["0034"]
    assert (resultaat.aantal_rijen_aanvaard, resultaat.aantal_rijen_geweigerd) == (1, 1)


def test_two_faults_in_one_row_refuse_one_row(read):
    resultaat = read(["Utrecht", "Toverij", 1, 0, 0, 1])
    assert codes(resultaat) == ["B024", "B025"]
    assert sum(b.aantal_rijen for b in resultaat.bevindingen) == 1
    assert resultaat.aantal_rijen_geweigerd == 1


def test_a_missing_column_refuses_the_sheet_and_is_named(read):
    resultaat = read(["Urk", 5, 1], kop=["Gemeente", "Cliënten begin", "Instroom"])
    (bevinding,) = resultaat.bevindingen
    assert (bevinding.regel_code, bevinding.toelichting) == ("B021", "Het gaat om: Zorgvorm.")
    assert bevinding.aantal_rijen == resultaat.aantal_rijen_geweigerd == 1
    assert resultaat.status == "quarantaine"


def test_a_column_that_comes_twice_refuses_the_sheet(read):
    resultaat = read(
        ["Urk", "Pleegzorg", 1, 2], kop=["Gemeente", "Zorgvorm", "Instroom", "Gestart"]
    )
    assert codes(resultaat) == ["B033"]
    assert opgave(resultaat) == []


@pytest.mark.parametrize("kwartaal", ["2025-K5", "eind 2025"])
def test_a_kwartaal_that_does_not_exist_refuses_the_sheet(read, kwartaal):
    meta = [META[1], ["Kwartaal", kwartaal], []]
    resultaat = read(["Urk", "Pleegzorg", 1, 0, 0, 1], meta=meta)
    (bevinding,) = resultaat.bevindingen
    assert (bevinding.regel_code, bevinding.aantal_rijen) == ("B023", 1)
    assert bevinding.plaats == "werkblad Kwartaalcijfers, rij 2"


def test_a_missing_agb_refuses_the_sheet(read):
    resultaat = read(["Urk", "Pleegzorg", 1, 0, 0, 1], meta=[META[2], []])
    (bevinding,) = resultaat.bevindingen
    assert bevinding.regel_code == "B027"
    assert bevinding.toelichting == "Gegeven Aanbieder AGB is leeg."


@pytest.mark.parametrize(
    ("kop", "waarden", "regel_code"),
    [
        (KOP[2:], [5, 2, 1, 7], "K001"),
        (["Doelen gerealiseerd", "Doelen (metingen)"], [5, 4], "K002"),
        (["Tevredenheid (cijfer)", "Klachten"], [7.5, 0], "K003"),
        (["Wachtenden", "Overbrugging"], [2, 3], "K007"),
    ],
)
def test_figures_that_disagree_are_reported_and_kept(read, kop, waarden, regel_code):
    resultaat = read(["Urk", "Pleegzorg", *waarden], kop=["Gemeente", "Zorgvorm", *kop])
    assert codes(resultaat) == [regel_code]
    assert resultaat.tabellen["opgave"].num_rows == 1


def test_stand_with_an_unknown_figure_is_not_judged(read):
    assert codes(read(["Urk", "Pleegzorg", 5, None, 1, 7])) == []


def test_a_kwartaal_that_is_not_over_is_reported(read):
    resultaat = read(["Urk", "Pleegzorg", 1, 0, 0, 1], ontvangst_datum=date(2025, 12, 31))
    assert codes(resultaat) == ["K004"]


def test_rows_that_differ_for_one_gemeente_and_zorgvorm_are_all_refused(read):
    resultaat = read(
        ["Urk", "Pleegzorg", 1, 0, 0, 1],
        ["URK", "pleegzorg", 2, 0, 0, 2],
        ["Almere", "Pleegzorg", 1, 0, 0, 1],
    )
    assert codes(resultaat) == ["B031", "B031"]
    assert [r["gemeente_code"] for r in opgave(resultaat)] == ["0034"]
    assert resultaat.aantal_rijen_geweigerd == 2


def test_a_repeated_row_counts_once(read):
    resultaat = read(["Urk", "Pleegzorg", 1, 0, 0, 1], ["Urk", "Pleegzorg", 1, 0, 0, 1])
    assert codes(resultaat) == ["B032"]
    assert [r["rij_nummer"] for r in opgave(resultaat)] == [8]


def test_a_total_row_is_skipped_with_a_word(read):
    resultaat = read(["Urk", "Pleegzorg", 1, 0, 0, 1], ["Totaal", None, 1, 0, 0, 1])
    assert codes(resultaat) == ["B034"]
    assert resultaat.tabellen["opgave"].num_rows == 1


def test_missing_marks_are_empty_and_zero_is_zero(read):
    (rij,) = opgave(read(["Urk", "Pleegzorg", "n.v.t.", "-", 0, ""]))
    stand = [rij[n] for n in ("clienten_begin", "instroom", "uitstroom", "clienten_eind")]
    assert stand == [None, None, 0, None]


def test_a_column_with_personal_data_is_not_read_and_is_reported(read):
    resultaat = read(["Urk", "Pleegzorg", "999900006"], kop=["Gemeente", "Zorgvorm", "BSN"])
    assert codes(resultaat) == ["B029"]
    assert "999900006" not in str(opgave(resultaat))


def test_a_column_that_nobody_knows_is_not_read_and_is_reported(read):
    resultaat = read(["Urk", "Pleegzorg", "tekst"], kop=["Gemeente", "Zorgvorm", "Opmerking"])
    (bevinding,) = resultaat.bevindingen
    assert (bevinding.regel_code, bevinding.toelichting) == ("B035", "Het gaat om kolom C.")
    assert resultaat.tabellen["opgave"].num_rows == 1


def test_own_words_of_one_aanbieder_help_only_that_aanbieder(make_bestand, make_xlsx):
    eigen = {
        "kolommen": {"zorgvorm": ["Voorziening"]},
        "waarden": {"zorgvorm": {"Wonen": "gezinshuis"}},
    }
    rijen = [["Gemeente", "Voorziening", "Instroom"], ["Urk", "Wonen", 1]]

    def read_with_agb(agb: str):
        inhoud = make_xlsx(Opgave=[["AGB", int(agb)], META[2], *rijen])
        return read_bestand(make_bestand(inhoud, "a.xlsx"), aanbieder_aliassen={"02345678": eigen})

    assert [r["zorgvorm"] for r in opgave(read_with_agb("02345678"))] == ["gezinshuis"]
    assert codes(read_with_agb("87654321")) == ["B035", "B021"]
