"""The sheet of maatregelen that only a GI fills, and what the region asks beside the standard."""

from datetime import date

import pytest

from ingest.tabellen import read_bestand

META = [
    ["Aanbieder AGB", "12345678"],
    ["Kwartaal", "2025-K4"],
    ["Datum opgave", date(2026, 1, 20)],
    [],
]
CIJFERS = [*META, ["Gemeente", "Zorgvorm", "Instroom"], ["Urk", "Jeugdbescherming", 3]]
KOP = [
    "Gemeente",
    "Toewijzingsnummer",
    "Type maatregel",
    "Datum uitspraak",
    "Datum eerste contact",
    "Erkende interventie",
    "Machtiging",
]


@pytest.fixture
def read(make_bestand, make_xlsx):
    def read_rijen(*rijen, meta=META):
        inhoud = make_xlsx(Kwartaalcijfers=CIJFERS, Maatregelen=[*meta, KOP, *map(list, rijen)])
        return read_bestand(make_bestand(inhoud, "opgave.xlsx"))

    return read_rijen


def codes(resultaat) -> list[str]:
    return [bevinding.regel_code for bevinding in resultaat.bevindingen]


def test_a_measure_reads_beside_the_figures(read):
    resultaat = read(["Urk", 12345, "OTS", date(2025, 11, 3), None, "", "uithuisplaatsing"])
    (rij,) = resultaat.tabellen["maatregel"].to_pylist()
    assert codes(resultaat) == []
    assert (rij["gemeente_code"], rij["toewijzing_nummer"]) == ("0184", 12345)
    assert (rij["type_maatregel"], rij["machtiging_code"]) == ("11", "72")
    assert (rij["uitspraak_datum"], rij["eerste_contact_datum"]) == (date(2025, 11, 3), None)
    assert rij["is_erkende_interventie"] is None
    assert resultaat.tabellen["opgave"].num_rows == 1
    assert resultaat.tabellen["levering"].num_rows == 1


@pytest.mark.parametrize("meta", [META, [["Aanbieder AGB", ""], ["Kwartaal", ""], []]])
def test_an_opgave_with_an_empty_sheet_of_measures_is_complete(read, meta):
    resultaat = read(meta=meta)
    assert codes(resultaat) == []
    assert resultaat.tabellen["opgave"].num_rows == 1
    assert resultaat.tabellen["maatregel"].num_rows == 0


@pytest.mark.parametrize("nummer", [999900006, "999900006", "9999.00.006"])
def test_a_bsn_in_the_place_of_a_toewijzing_is_refused_and_not_repeated(read, nummer):
    resultaat = read(["Urk", nummer, "", None, None, "", ""])
    assert codes(resultaat) == ["B028"]
    assert "9999" not in resultaat.bevindingen[0].toelichting
    assert resultaat.tabellen["maatregel"].num_rows == 0


@pytest.mark.parametrize("nummer", [0, "T-12", "1234567890", 12.5])
def test_what_is_no_number_of_a_toewijzing_is_refused(read, nummer):
    assert codes(read(["Urk", nummer, "", None, None, "", ""])) == ["B022"]


def test_a_short_number_that_would_pass_as_a_bsn_with_noughts_is_kept(read):
    # 00000012(3): padded to nine digits it passes the elfproef, but no bsn is that short.
    kort = next(n for n in range(10_000, 11_000) if _is_elfproef(n))
    assert codes(read(["Urk", kort, "", None, None, "", ""])) == []


def _is_elfproef(nummer: int) -> bool:
    cijfers = [int(cijfer) for cijfer in f"{nummer:09d}"]
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(a * b for a, b in zip(cijfers, gewichten, strict=True)) % 11 == 0


@pytest.mark.parametrize(
    ("vestiging", "code"), [("Zwolle", "0193"), ("193", "0193"), ("Urk", "0184"), ("", None)]
)
def test_the_vestiging_of_an_aanbieder_may_be_any_gemeente(
    make_bestand, make_xlsx, vestiging, code
):
    kop = ["AGB", "Naam", "Type", "Vestigingsgemeente"]
    rijen = [["Datum", date(2025, 1, 1)], [], kop, ["12345678", "Brug", "Aanbieder", vestiging]]
    inhoud = make_xlsx(Aanbieders=rijen)
    resultaat = read_bestand(make_bestand(inhoud, "contracten.xlsx", "contracten"))
    assert codes(resultaat) == []
    assert resultaat.tabellen["aanbieder"]["vestiging_gemeente_code"].to_pylist() == [code]


def test_a_vestiging_that_is_no_gemeente_is_refused(make_bestand, make_xlsx):
    kop = ["AGB", "Naam", "Type", "Vestigingsgemeente"]
    rijen = [["Datum", date(2025, 1, 1)], [], kop, ["12345678", "Brug", "Aanbieder", "Atlantis"]]
    inhoud = make_xlsx(Aanbieders=rijen)
    assert codes(read_bestand(make_bestand(inhoud, "c.xlsx", "contracten"))) == ["B024"]


def test_a_melding_has_its_casus_reasons_and_transfer(make_bestand):
    tekst = (
        "Gemeente;Halfjaar;Meldingsnummer;Hoofdnummer casus;Datum melding;Aanleiding;"
        "Hoedanigheid melder;Directe overdracht\n"
        'Urk;2025-H1;M-2;C-1;02-01-2025;"kindermishandeling: kindcheck; (ex-)partnergeweld";'
        '"anders, niet beroepsmatig";"RvdK; lokale veld"\n'
    )
    resultaat = read_bestand(make_bestand(tekst, "meldingen.csv", "veilig_thuis"))
    (rij,) = resultaat.tabellen["melding"].to_pylist()
    assert codes(resultaat) == []
    assert (rij["halfjaar"], rij["casus_nummer"]) == ("2025-H1", "C-1")
    assert rij["aanleiding"] == "(ex-)partnergeweld; kindermishandeling: kindcheck"
    assert rij["hoedanigheid"] == "anders, niet beroepsmatig"
    assert rij["directe_overdracht"] == "RvdK; lokale veld"
