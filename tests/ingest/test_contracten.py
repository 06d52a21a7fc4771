from datetime import date

import pytest

from ingest.tabellen import read_bestand

DATUM = [["Datum", date(2025, 1, 1)], []]
AANBIEDERS = [
    ["AGB", "Naam", "Type"],
    ["12345678", "De Brug", "Aanbieder"],
    [1234567, "GI Oost", "GI"],
]
PRODUCTEN = [
    [
        "AGB",
        "Productcategorie",
        "Productcode",
        "Uitvoeringsvariant",
        "Eenheid",
        "Tarief (€)",
        "Ingangsdatum",
        "Einddatum",
    ],
    ["12345678", 45, "45A01", "inspanningsgericht", 1, 1.23, date(2025, 1, 1), None],
    ["12345678", "45", "45A02", "Outputgericht", "83", None, date(2025, 1, 1), date(2025, 12, 31)],
]
TAAKGERICHT = [
    ["Contractnummer", "AGB", "Zorgvorm", "Ingangsdatum", "Einddatum", "Bedrag (€)"],
    ["C-1", "12345678", "JeugdzorgPlus", date(2025, 1, 1), date(2025, 12, 31), 1200000.5],
]
SLEUTELS = [
    ["Contractnummer", "Gemeente", "Ingangsdatum", "Einddatum", "Aandeel (%)"],
    ["C-1", "Almere", date(2025, 1, 1), date(2025, 6, 30), 60.0001],
    ["C-1", "Urk", date(2025, 1, 1), date(2025, 6, 30), 39.9999],
    ["C-1", "Almere", date(2025, 7, 1), None, 100],
]
OVERIG = [
    ["Soort", "Zorgvorm", "Gemeente", "Jaar", "Bedrag (€)"],
    ["Pgb", "overig", "Urk", 2025, "12.000,00"],
    ["Preventie", "Preventie", "Urk", 2025, 500],
]


@pytest.fixture
def read(make_bestand, make_xlsx):
    def read_bladen(**bladen):
        alle = {
            "Aanbieders": AANBIEDERS,
            "Producten": PRODUCTEN,
            "Taakgericht": TAAKGERICHT,
            "Verdeelsleutels": SLEUTELS,
            "Overige_kosten": OVERIG,
        } | bladen
        inhoud = make_xlsx(**{naam: [*DATUM, *rijen] for naam, rijen in alle.items()})
        return read_bestand(make_bestand(inhoud, "contracten.xlsx", "contracten"))

    return read_bladen


def codes(resultaat) -> list[str]:
    return [bevinding.regel_code for bevinding in resultaat.bevindingen]


def column(resultaat, tabel, *kolommen):
    rijen = resultaat.tabellen[tabel].to_pylist()
    return [tuple(rij[kolom] for kolom in kolommen) for rij in rijen]


def test_every_sheet_goes_to_its_lake_table(read):
    resultaat = read()
    assert codes(resultaat) == []
    assert column(resultaat, "aanbieder", "aanbieder_agb", "aanbieder_type", "opgave_datum") == [
        ("12345678", "jeugdhulpaanbieder", date(2025, 1, 1)),
        ("01234567", "gecertificeerde_instelling", date(2025, 1, 1)),
    ]
    assert column(
        resultaat,
        "product",
        "product_categorie_code",
        "eenheid_code",
        "tarief_eurocent",
        "eind_datum",
    ) == [("45", "01", 123, None), ("45", "83", None, date(2025, 12, 31))]
    assert column(resultaat, "taakgericht", "zorgvorm", "bedrag_eurocent") == [
        ("jeugdzorgplus", 120000050)
    ]
    assert column(resultaat, "verdeelsleutel", "gemeente_code", "aandeel_miljoenste") == [
        ("0034", 600001),
        ("0184", 399999),
        ("0034", 1000000),
    ]
    assert column(resultaat, "overige_kosten", "soort", "zorgvorm", "bedrag_eurocent") == [
        ("pgb", "overig", 1200000),
        ("overig", "preventie", 50000),
    ]


def test_each_day_of_a_verdeelsleutel_must_add_up(read):
    resultaat = read(
        Verdeelsleutels=[*SLEUTELS[:3], ["C-1", "Almere", date(2025, 7, 1), None, 99.5]]
    )
    (bevinding,) = resultaat.bevindingen
    assert bevinding.regel_code == "O001"
    assert bevinding.toelichting == "Op 01-07-2025 is de som 99,5000 procent."
    assert resultaat.tabellen["verdeelsleutel"].num_rows == 3


def test_a_share_finer_than_a_millionth_is_refused(read):
    rijen = [SLEUTELS[0], ["C-1", "Almere", date(2025, 1, 1), None, 33.33333]]
    assert codes(read(Verdeelsleutels=rijen)) == ["B022", "O004"]


@pytest.mark.parametrize(
    ("ingang", "eind"),
    [
        (date(2025, 1, 2), date(2025, 12, 31)),
        (date(2025, 1, 1), date(2025, 12, 30)),
        (date(2025, 6, 1), date(2025, 5, 31)),
    ],
)
def test_a_taakgericht_contract_runs_over_whole_months(read, ingang, eind):
    rij = ["C-1", "12345678", "JeugdzorgPlus", ingang, eind, 10]
    resultaat = read(Taakgericht=[TAAKGERICHT[0], rij])
    assert codes(resultaat) == ["O003"]
    assert resultaat.tabellen["taakgericht"].num_rows == 0
    assert resultaat.aantal_rijen_geweigerd == 1


def test_a_contract_without_verdeelsleutel_is_reported(read):
    assert codes(read(Verdeelsleutels=[SLEUTELS[0]])) == ["O004"]


def test_an_end_before_the_beginning_is_reported(read):
    rij = [*PRODUCTEN[1][:6], date(2025, 2, 1), date(2025, 1, 1)]
    assert codes(read(Producten=[PRODUCTEN[0], rij])) == ["O002"]


def test_one_sheet_as_csv_is_known_by_its_columns(make_bestand):
    tekst = "Contractnummer;Gemeente;Ingangsdatum;Aandeel (%)\nC-1;Urk;01-01-2025;100,0000\n"
    bestand = make_bestand(tekst, "sleutel.csv", "contracten")
    resultaat = read_bestand(bestand)
    assert codes(resultaat) == []
    assert column(resultaat, "verdeelsleutel", "aandeel_miljoenste", "opgave_datum") == [
        (1000000, bestand.ontvangst_datum)
    ]


def test_a_wrong_sheet_does_not_stop_the_others(read):
    resultaat = read(Producten=[["AGB", "Tarief"], ["12345678", 1]])
    assert codes(resultaat) == ["B021"]
    assert resultaat.tabellen["aanbieder"].num_rows == 2
    assert resultaat.status == "gelezen"
