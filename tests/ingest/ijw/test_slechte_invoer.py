"""Everything that is no good message: each gets its own Dutch reason, and no value leaks."""

import io
import os
import threading
import zipfile
from datetime import date

import pytest

from ingest.bronbestand import Bronbestand
from ingest.ijw import read_bestand
from ingest.ijw.veilig import OnleesbaarBericht, parse_bericht

T, D = "jw301_open_einddatum", "jw323_credit_en_nieuw_debet"
G = "jw301_aspecifiek_en_generiek"
DECLARATIE = '<?xml version="1.0" encoding="UTF-8"?>\n'
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
ENTITY = '<!DOCTYPE Bericht [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>'


def make_slecht(golden) -> dict[str, tuple[bytes, str]]:
    tekst = golden(T)
    kaal = tekst.removeprefix(DECLARATIE)
    assert kaal != tekst
    met_doctype = DECLARATIE + ENTITY + kaal.replace("VOT-1", "&b;")
    utf16 = '<?xml version="1.0" encoding="UTF-16"?>' + kaal
    teksten: dict[str, tuple[str | bytes, str]] = {
        "leeg": ("", "B001"),
        "alleen_wit": (" \r\n\t", "B001"),
        "afgebroken": (tekst[:-40], "B010"),
        "geen_xml": ("dit is geen XML", "B010"),
        "onbekende_entiteit": (tekst.replace("VOT-1", "&weg;"), "B010"),
        "te_diep": (DECLARATIE + "<a>" * 5000 + "</a>" * 5000, "B010"),
        "doctype": (met_doctype, "B011"),
        "doctype_achter_bom": (BOM + met_doctype, "B011"),
        "entiteit_van_buiten": (
            DECLARATIE + '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + kaal,
            "B011",
        ),
        "utf16_met_bom": (utf16.encode("utf-16"), "B012"),
        "utf16_zonder_bom": (utf16.encode("utf-16-be"), "B012"),
        "utf16_met_doctype": (met_doctype.encode("utf-16-le"), "B012"),
        "utf32": (kaal.encode("utf-32"), "B012"),
        "latin1_verklaard": (tekst.replace("UTF-8", "ISO-8859-1"), "B012"),
        "latin1_verzwegen": (tekst.replace("Voorbeeld", "Voorbéeld").encode("latin-1"), "B012"),
        "utf7_verklaard": (tekst.replace("UTF-8", "UTF-7"), "B012"),
        "ander_hoofdelement": (
            tekst.replace("<Bericht ", "<Envelop ").replace("</Bericht>", "</Envelop>"),
            "B013",
        ),
        "andere_naamruimte": (tekst.replace("/ijw/3_2/jw301/", "/iwmo/3_2/wmo301/"), "B013"),
        "bericht_bestaat_niet": (tekst.replace("jw301", "jw303"), "B013"),
        "naamruimte_van_ander_bericht": (tekst.replace("jw301", "jw305"), "XSD"),
        "versie_3_1": (tekst.replace("Subversie>2<", "Subversie>1<"), "CS015"),
        "versie_4_2": (tekst.replace("Versie>3<", "Versie>4<"), "CS025"),
        "naamruimte_3_1": (tekst.replace("/3_2/", "/3_1/"), "B014"),
        "versie_ontbreekt": (tekst.replace("<BerichtVersie>3</BerichtVersie>", ""), "XSD"),
        "datum_na_het_jaar_9999": (
            tekst.replace("Toewijzingsdatum>2025-02-01", "Toewijzingsdatum>12025-02-01"),
            "B016",
        ),
        "geboortedatum_relatie_na_9999": (
            golden(G).replace("1980-05-05", "19800-05-05"),
            "B016",
        ),
        "datum_voor_christus": (tekst.replace("gangsdatum>2025", "gangsdatum>-2025"), "B016"),
    }
    return {
        naam: (inhoud.encode() if isinstance(inhoud, str) else inhoud, code)
        for naam, (inhoud, code) in teksten.items()
    }


NAMEN = [
    "leeg",
    "alleen_wit",
    "afgebroken",
    "geen_xml",
    "onbekende_entiteit",
    "te_diep",
    "doctype",
    "doctype_achter_bom",
    "entiteit_van_buiten",
    "utf16_met_bom",
    "utf16_zonder_bom",
    "utf16_met_doctype",
    "utf32",
    "latin1_verklaard",
    "latin1_verzwegen",
    "utf7_verklaard",
    "ander_hoofdelement",
    "andere_naamruimte",
    "bericht_bestaat_niet",
    "naamruimte_van_ander_bericht",
    "versie_3_1",
    "versie_4_2",
    "naamruimte_3_1",
    "versie_ontbreekt",
    "datum_na_het_jaar_9999",
    "datum_voor_christus",
    "geboortedatum_relatie_na_9999",
]


@pytest.mark.parametrize("naam", NAMEN)
def test_bad_input_is_refused_with_its_own_rule(naam, golden, lees):
    inhoud, regel_code = make_slecht(golden)[naam]
    resultaat = lees(inhoud)
    assert {gevonden.regel_code for gevonden in resultaat.bevindingen} == {regel_code}
    assert resultaat.status == "quarantaine"
    assert set(resultaat.tabellen) == ({"bericht"} if inhoud else set())
    assert resultaat.aantal_rijen_aanvaard == 0
    geteld = ("B013", "B014", "B016", "CS015", "CS025", "XSD")
    is_geteld = regel_code in geteld and "ander_bericht" not in naam
    aantal = inhoud.count(b"<ToegewezenProduct>")
    assert resultaat.aantal_rijen_geweigerd == (aantal if is_geteld else 0)


def test_every_bad_input_is_tested(golden):
    assert set(make_slecht(golden)) == set(NAMEN)


def test_byte_order_mark_is_a_signal(golden, lees):
    resultaat = lees(BOM + golden(T))
    assert [gevonden.regel_code for gevonden in resultaat.bevindingen] == ["B015"]
    assert resultaat.tabellen["toewijzing"].num_rows == 1


def test_schema_hint_opens_no_file(golden, lees, tmp_path):
    # A pipe that nobody writes to: whoever opens it hangs.
    pijp = tmp_path / "schema.xsd"
    os.mkfifo(pijp)
    hint = (
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="urn:x {pijp}" xsi:noNamespaceSchemaLocation="{pijp}"'
    )
    tekst = (
        golden(T).replace("<Bericht ", f"<Bericht {hint} ").replace("<Client>", f"<Client {hint}>")
    )
    gelezen = []
    lezer = threading.Thread(target=lambda: gelezen.append(lees(tekst)), daemon=True)
    lezer.start()
    lezer.join(timeout=20)
    assert [resultaat.bevindingen for resultaat in gelezen] == [[]]


def test_parser_gives_no_value_in_its_error():
    with pytest.raises(OnleesbaarBericht) as gevangen:
        parse_bericht(b"<a>\n<Bsn>999900006</Naam></a>")
    assert gevangen.value.regel == 2
    assert "999900006" not in str(gevangen.value) + repr(gevangen.value)
    assert gevangen.value.__cause__ is None


SCHENDINGEN = [
    ("patroon", ("<Bsn>999900006<", "<Bsn>99990000x<"), "Client/Bsn", "voorgeschreven vorm"),
    ("codelijst", ("<Geslacht>2<", "<Geslacht>7<"), "Client/Geslacht", "codelijst"),
    ("type", (">2012-03-17<", ">17-03-2012<"), "Geboortedatum/Datum", "juiste type"),
    ("lengte", (">VOT-1<", f">{'9' * 37}<"), "ReferentieAanbieder", "te lang"),
    ("bereik", (">700123<", ">7001230000<"), "ToewijzingNummer", "te groot"),
    (
        "ontbreekt",
        ("<Toewijzingstijd>09:30:00</Toewijzingstijd>", ""),
        "Ingangsdatum",
        "Verwacht: Toewijzingstijd.",
    ),
    (
        "onbekend",
        ("<Bsn>999900006</Bsn>", "<Bsn_999900006/>"),
        "Client/(onbekend element)",
        "Verwacht: Bsn.",
    ),
    ("attribuut", ("<Client>", '<Client bsn="999900006">'), "Bericht/Client", "attributen"),
    ("tekst", ("<Client>", "<Client>999900006"), "Bericht/Client", "losse tekst"),
]


@pytest.mark.parametrize("case", SCHENDINGEN, ids=lambda case: case[0])
def test_schema_violation_names_place_and_kind_and_no_value(case, vervang, lees):
    _, paar, plaats, tekst = case
    bestand_rij = lees(vervang(T, paar))
    gevonden = bestand_rij.bevindingen[0]
    assert gevonden.regel_code == "XSD"
    assert gevonden.plaats.startswith("regel ")
    assert gevonden.plaats.endswith(plaats)
    assert tekst in gevonden.toelichting
    for geheim in ("99990000", "17-03-2012", "9" * 37, "7001230000"):
        assert geheim not in gevonden.plaats + gevonden.toelichting


@pytest.mark.parametrize("naam", [T, D])
def test_no_bsn_or_name_in_any_finding_or_table(naam, golden, lees):
    tekst = golden(naam)
    bsns = [f"9999000{staart}" for staart in ("06", "18")]
    varianten = [
        tekst[: tekst.index(bsns[0]) + 9],
        *(tekst.replace(bsns[0], fout) for fout in ("999900007", "99990000", "x999900006")),
        tekst.replace(":Bsn>", ":X999900006>").replace("<Bsn>", "<X999900006>"),
        tekst.replace("2025-", "999900006-"),
        tekst.replace("<Client>", '<Client a="999900006">').replace(
            "<d:Client>", "<d:Client x='1'>"
        ),
        tekst.replace(">45<", ">999900006<"),
        tekst,
    ]
    for variant in varianten:
        resultaat = lees(variant)
        rijen = [gevonden.to_row(resultaat.bestand) for gevonden in resultaat.bevindingen]
        rijen += [rij for table in resultaat.tabellen.values() for rij in table.to_pylist()]
        geschreven = repr(rijen)
        for geheim in (*bsns, "999900007", "Voorbeeld", "8200AA", "moeder", "2012-03-17"):
            assert geheim not in geschreven


def test_header_of_an_invalid_message_keeps_only_valid_fields(vervang, lees):
    resultaat = lees(
        vervang(
            T, ("<Ontvanger>99000001<", "<Ontvanger>999900006<"), ("<Geslacht>2<", "<Geslacht>7<")
        )
    )
    [rij] = resultaat.tabellen["bericht"].to_pylist()
    assert rij["aanbieder_agb"] is None
    assert (rij["bericht"], rij["gemeente_code"], rij["bericht_identificatie"]) == (
        "jw301",
        "0995",
        "T0001",
    )
    assert (rij["dagtekening_datum"], rij["aantal_regels"]) == (date(2025, 2, 3), 1)
    assert resultaat.bevindingen[0].gemeente_code == "0995"


def test_zip_keeps_the_good_messages(golden, vervang):
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as archief:
        archief.writestr("b_goed.xml", golden(D))
        archief.writestr("a_999900006.xml", vervang(T, ("999900006", "999900007")))
        archief.writestr("c_leeg.xml", "")
    bestand = Bronbestand("s", "x.zip", "ijw", "2025-12", date(2025, 12, 31), stroom.getvalue())
    resultaat = read_bestand(bestand, b"k" * 32)
    assert resultaat.status == "gelezen"
    assert (resultaat.aantal_berichten, resultaat.aantal_rijen_aanvaard) == (3, 3)
    assert resultaat.aantal_rijen_geweigerd == 1
    assert {gevonden.onderdeel: gevonden.regel_code for gevonden in resultaat.bevindingen} == {
        "a_xxxxxxxxx.xml": "CS002",
        "c_leeg.xml": "B001",
    }
    statussen = resultaat.tabellen["bericht"].column("status").to_pylist()
    assert statussen == ["quarantaine", "aanvaard", "quarantaine"]
    assert resultaat.tabellen["prestatie"].num_rows == 3


def test_zip_with_nothing_good_is_in_quarantine(vervang):
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as archief:
        archief.writestr("a.xml", vervang(T, ("999900006", "999900007")))
    bestand = Bronbestand("s", "x.zip", "ijw", "2025-12", date(2025, 12, 31), stroom.getvalue())
    assert read_bestand(bestand, b"k" * 32).status == "quarantaine"


def test_a_text_that_libxml2_refuses_for_its_length_is_refused(golden, lees):
    tekst = golden(T).replace("  <Client>", " " * 10_000_001 + "<Client>", 1)
    assert {gevonden.regel_code for gevonden in lees(tekst).bevindingen} == {"B010"}


def test_a_sender_is_known_although_there_is_white_space_around_its_code(golden, lees):
    tekst = golden(T).replace("<Ontvanger>99000001", "<Ontvanger> 99000001", 1)
    (gevonden,) = lees(tekst).bevindingen
    assert (gevonden.regel_code, gevonden.aanbieder_agb) == ("XSD", "99000001")


def test_many_senders_with_prefixes_of_their_own_are_read_like_one(golden, lees):
    inhoud = io.BytesIO()
    with zipfile.ZipFile(inhoud, "w") as archief:
        for nummer in range(60):
            eigen = golden(T).replace("ijw:", f"n{nummer}:").replace(":ijw=", f":n{nummer}=")
            archief.writestr(f"{nummer}.xml", eigen.replace("T0001", f"T{nummer}"))
    resultaat = lees(inhoud.getvalue())
    assert resultaat.bevindingen == []
    assert resultaat.tabellen["toewijzing"].num_rows == 60
