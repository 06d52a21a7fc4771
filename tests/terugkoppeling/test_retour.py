"""Retours: valid for every message, header only, and read back as a refusal of that message."""

import hashlib
from datetime import date

import pytest
from lxml import etree

from ingest.bronbestand import Bronbestand
from ingest.inlezen import read_bronbestand
from rapportage.terugkoppeling.retour import (
    build_retour,
    choose_retour_codes,
    find_retour_bericht,
    make_identificatie,
    read_dagtekening,
)
from schemas.ijw.standaard import list_releases, read_standaard
from schemas.ijw.xsd import xml_schema

RELEASE = list_releases()[-1]
DAGTEKENING = date(2025, 8, 2)
BEANTWOORD = {
    "jw301": "jw302",
    "jw305": "jw306",
    "jw307": "jw308",
    "jw315": "jw316",
    "jw317": "jw318",
    "jw319": "jw320",
    "jw323": "jw325",
}


def bouw(geweigerd):
    return build_retour(geweigerd, RELEASE, DAGTEKENING, "0.1.0")


def lees_terug(inhoud):
    return read_bronbestand(
        Bronbestand(
            bestand_sleutel=hashlib.sha256(inhoud).hexdigest(),
            bestandsnaam="retour.xml",
            bron="ijw",
            ontvangstmaand="2025-08",
            ontvangst_datum=date(2025, 8, 3),
            inhoud=inhoud,
        ),
        b"p" * 32,
    )


def test_every_message_but_an_answer_has_one_retour():
    antwoorden = {
        bericht: find_retour_bericht(RELEASE, bericht)
        for bericht in read_standaard(RELEASE).berichten
    }
    assert {heen: terug for heen, terug in antwoorden.items() if terug} == BEANTWOORD


@pytest.mark.parametrize("bericht", BEANTWOORD)
def test_retour_fits_the_schema_and_holds_only_a_header(make_geweigerd, bericht):
    inhoud = bouw(make_geweigerd(bericht))
    schema = xml_schema(RELEASE, BEANTWOORD[bericht])
    root = etree.fromstring(inhoud)
    assert schema.validate(root), schema.error_log
    assert [etree.QName(kind).localname for kind in root] == ["Header"]
    assert inhoud.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n')
    assert b"\n" not in inhoud.replace(b"\r\n", b"")


@pytest.mark.parametrize("bericht", [heen for heen in BEANTWOORD if heen != "jw323"])
def test_our_own_reader_takes_a_retour_for_the_refusal_of_that_message(make_geweigerd, bericht):
    geweigerd = make_geweigerd(bericht, retour_codes=("0001", "8848"))
    gelezen = lees_terug(bouw(geweigerd))
    assert list(gelezen.bevindingen) == []
    (rij,) = gelezen.tabellen["retour"].to_pylist()
    assert rij["is_afgekeurd"] and rij["heen_bericht"] == bericht
    assert rij["header_retour_codes"].split() == ["0001", "8848"]
    assert rij["retour_dagtekening_datum"] == DAGTEKENING
    assert rij["retour_identificatie"] == make_identificatie(geweigerd.bericht_sleutel)
    for kolom in ("gemeente_code", "aanbieder_agb", "bericht_identificatie", "dagtekening_datum"):
        assert rij[kolom] == getattr(geweigerd, kolom)
    (kop,) = gelezen.tabellen["bericht"].to_pylist()
    assert (kop["basisschema_xsd_versie"], kop["bericht_xsd_versie"]) == ("1.0.0", "1.0.1")


def test_our_own_reader_takes_a_325_for_the_refusal_of_that_claim(make_geweigerd):
    geweigerd = make_geweigerd("jw323")
    gelezen = lees_terug(bouw(geweigerd))
    assert list(gelezen.bevindingen) == []
    (rij,) = gelezen.tabellen["declaratie_antwoord"].to_pylist()
    assert rij["declaratie_identificatie"] == "D202507"
    assert rij["declaratie_dagtekening_datum"] == date(2025, 7, 10)
    assert rij["header_retour_codes"] == "0001" and rij["declaratie_nummer"] is None
    assert rij["bericht_identificatie"] == make_identificatie(geweigerd.bericht_sleutel)
    assert rij["dagtekening_datum"] == DAGTEKENING


def test_identificatie_is_short_fixed_and_its_own(make_geweigerd):
    sleutels = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(20_000)]
    gemaakt = {make_identificatie(sleutel) for sleutel in sleutels}
    assert len(gemaakt) == len(sleutels)
    assert all(len(naam) == 12 and naam.isalnum() and naam[0] == "R" for naam in gemaakt)
    assert bouw(make_geweigerd()) == bouw(make_geweigerd())


@pytest.mark.parametrize("bericht", ["jw305", "jw323"])
def test_date_of_an_earlier_retour_can_be_read(make_geweigerd, bericht):
    assert read_dagtekening(bouw(make_geweigerd(bericht))) == DAGTEKENING


def test_special_characters_in_an_identificatie_stay_what_they_are(make_geweigerd):
    geweigerd = make_geweigerd("jw305", bericht_identificatie="<&\"'>é")
    (rij,) = lees_terug(bouw(geweigerd)).tabellen["retour"].to_pylist()
    assert rij["bericht_identificatie"] == "<&\"'>é"


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ([("CS002", "Bericht/Client/Bsn")], ("0001",)),
        ([("TR135", "Bericht/Header/BerichtIdentificatie/Dagtekening")], ("8848",)),
        (
            [("TR135", "Bericht/Header/BerichtIdentificatie/Dagtekening"), ("CS002", "Bericht/x")],
            ("0001", "8848"),
        ),
        ([("TR319", "Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie")], ("0001",)),
        ([("XSD", "Bericht/Header/BerichtCode")], ()),
        ([("B010", "regel 1")], ()),
        ([("W010", "toewijzing 3"), ("TR338", "declaratie D1")], ()),
        ([], ()),
    ],
)
def test_codes_in_the_header_are_those_of_the_standard(make_rij, regels, verwacht):
    rijen = [make_rij(code, xpath=None, plaats=plaats) for code, plaats in regels]
    assert choose_retour_codes(rijen) == verwacht


def test_answer_is_not_answered(make_geweigerd):
    with pytest.raises(KeyError):
        bouw(make_geweigerd("jw325"))
