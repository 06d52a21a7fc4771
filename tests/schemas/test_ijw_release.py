"""A release that holds only what differs from another: XSD, tables, mapping and pages follow."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from proefbericht import make_bericht

from ingest.bronbestand import Bronbestand
from ingest.inlezen import read_bronbestand
from schemas.ijw.release import (
    OnjuisteRelease,
    find_release,
    find_sleutel,
    read_release,
    releases_in,
)
from schemas.ijw.standaard import list_releases, read_csv, read_standaard
from schemas.ijw.xsd import xml_schema
from schemas.weergave.bericht import render_bericht
from schemas.weergave.overzicht import render_overzicht

GOLDEN = Path(__file__).parents[1] / "golden" / "ijw"
PRESTATIE = "Declaratie/Clienten/Client/Prestaties/Prestatie"

# Made up: 319 gets an element, 315 loses one, the tarief of 323 gets another name, the AGB code a
# wider pattern, and the answer one more value.
NIEUW = {
    "release.csv": "versie,subversie,basis\n3,3,3_2\n",
    "berichten/jw315.csv": (
        "wijziging,klasse,volgnummer,element,type,min,max,extra_patroon\n"
        "vervallen,AangevraagdProduct,,Raamcontract,,,,\n"
    ),
    "berichten/jw319.csv": (
        "wijziging,klasse,volgnummer,element,type,min,max,extra_patroon\n"
        "nieuw,Antwoord,2.5,Uitleg,LDT_Commentaar,1,1,\n"
    ),
    "berichten/jw323.csv": (
        "wijziging,klasse,volgnummer,element,type,min,max,extra_patroon\n"
        "vervallen,Prestatie,,ProductTarief,,,,\n"
        "nieuw,Prestatie,8,Tarief,LDT_Bedrag,0,1,\n"
    ),
    "typen.csv": (
        "wijziging,type,basis,min_lengte,max_lengte,min_waarde,max_waarde,patroon,codelijst\n"
        "gewijzigd,LDT_AgbCode,string,1,8,,,[0-9A-Z]{8},\n"
    ),
    "typen_waarden.csv": "wijziging,type,waarde\nnieuw,LDT_VerzoekAntwoord,3\n",
    "omschrijvingen.csv": (
        "wijziging,klasse,element,persoonsgegeven,omschrijving\n"
        "nieuw,,Tarief,,Bedrag per eenheid.\n"
        "nieuw,,Uitleg,ja,Wat de gemeente erbij zegt.\n"
    ),
    "vlak.csv": (
        "wijziging,berichten,tabel,rij,kolom,pad,omzetting\n"
        f"gewijzigd,jw323,prestatie,{PRESTATIE},product_tarief_eurocent,{PRESTATIE}/Tarief,\n"
    ),
}


def write_release(map_: Path, release: str, bestanden: dict[str, str]) -> None:
    for naam, tekst in bestanden.items():
        path = map_ / release / naam
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tekst, encoding="utf-8")


@pytest.fixture
def release_3_3(tmp_path: Path) -> Iterator[str]:
    write_release(tmp_path, "3_3", NIEUW)
    with releases_in(tmp_path):
        yield "3_3"


def test_release_is_listed_after_its_basis_and_only_while_it_is_known(release_3_3):
    assert list_releases()[-2:] == ("3_2", release_3_3)


def test_release_is_gone_afterwards():
    assert list_releases() == ("3_2",)
    with pytest.raises(FileNotFoundError, match="3_3"):
        read_standaard("3_3")


def test_standard_is_that_of_the_basis_but_for_what_changed(release_3_3):
    oud, nieuw = read_standaard("3_2"), read_standaard(release_3_3)

    assert [element.naam for element in nieuw.klassen["jw319"]["Antwoord"]] == [
        "ReferentieAanbieder",
        "VerzoekAntwoord",
        "Uitleg",
        "RedenAfwijzingVerzoek",
        "Woonplaatsbeginsel",
    ]
    assert "Raamcontract" not in nieuw.element_namen("jw315")
    assert {
        (schema, klasse)
        for schema, klassen in nieuw.klassen.items()
        for klasse, elementen in klassen.items()
        if elementen != oud.klassen[schema][klasse]
    } == {("jw315", "AangevraagdProduct"), ("jw319", "Antwoord"), ("jw323", "Prestatie")} | {
        (bericht, "Header") for bericht in nieuw.berichten
    }
    assert {naam for naam in nieuw.typen if nieuw.typen[naam] != oud.typen[naam]} == {
        "LDT_AgbCode",
        "LDT_VerzoekAntwoord",
    }
    assert nieuw.berichten == oud.berichten
    assert nieuw.schema_regels == oud.schema_regels


@pytest.mark.parametrize("bericht", read_standaard("3_2").berichten)
def test_namespace_and_fixed_version_follow_from_the_release(release_3_3, bericht):
    standaard = read_standaard(release_3_3)
    kop = {element.naam: element for element in standaard.klassen[bericht]["Header"]}
    assert kop["BerichtVersie"].extra_patroon == "3"
    assert kop["BerichtSubversie"].extra_patroon == "3"

    schema = xml_schema(release_3_3, bericht)
    assert schema.validate(make_bericht(standaard, bericht)), schema.error_log
    assert not schema.validate(make_bericht(read_standaard("3_2"), bericht))
    assert not xml_schema("3_2", bericht).validate(make_bericht(standaard, bericht))


def test_schema_has_the_new_element_pattern_and_value(release_3_3):
    standaard, schema = read_standaard(release_3_3), xml_schema(release_3_3, "jw319")
    root = make_bericht(standaard, "jw319")
    for naam, goed, fout in [
        ("Ontvanger", "9900A001", "9900a001"),
        ("VerzoekAntwoord", "3", "4"),
        ("Uitleg", "Omdat.", " "),
    ]:
        [node] = root.iter(f"{{*}}{naam}")
        node.text = fout
        assert not schema.validate(root)
        node.text = goed
        assert schema.validate(root), schema.error_log


def test_pages_follow(release_3_3):
    pagina = render_bericht(release_3_3, "jw319")
    assert "(iJw 3.3)" in pagina
    assert "| `Antwoord/Uitleg` | 1 | tekst" in pagina
    assert "nooit bewaard (persoonlijk) | Wat de gemeente erbij zegt." in pagina
    assert "Raamcontract" not in render_bericht(release_3_3, "jw315")
    assert f"`{PRESTATIE}/Tarief` | 0 of 1 |" in render_bericht(release_3_3, "jw323")
    assert "[JW319](3_3/jw319.md)" in render_overzicht()


def test_ingest_reads_a_message_of_the_release(release_3_3):
    oud = (GOLDEN / "jw323_credit_en_nieuw_debet.xml").read_text(encoding="utf-8")
    nieuw = (
        oud.replace("/3_2/", "/3_3/")
        .replace("BerichtSubversie>2<", "BerichtSubversie>3<")
        .replace("ProductTarief>", "Tarief>")
    )
    assert read_prestaties(nieuw) == read_prestaties(oud) != []
    assert read_prestaties(oud.replace("/3_2/", "/3_3/")) == []


def read_prestaties(bericht: str) -> list[dict[str, object]]:
    bestand = Bronbestand(
        "a" * 64, "bericht.xml", "ijw", "2025-12", date(2025, 12, 31), bericht.encode()
    )
    tabellen = read_bronbestand(bestand, b"0" * 32).tabellen
    if "prestatie" not in tabellen:
        return []
    return tabellen["prestatie"].drop_columns("bericht_sleutel").to_pylist()


FOUTEN = {
    "nieuw_bestaat_al": ("nieuw,LDT_VerzoekAntwoord,2", "staat al in de basis"),
    "vervallen_bestaat_niet": ("vervallen,LDT_VerzoekAntwoord,9", "staat niet in de basis"),
    "gewijzigd_bestaat_niet": ("gewijzigd,LDT_VerzoekAntwoord,9", "staat niet in de basis"),
    "onbekend": ("weg,LDT_VerzoekAntwoord,2", "onbekende wijziging 'weg'"),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_row_that_contradicts_the_basis_is_an_error(tmp_path, naam):
    rij, melding = FOUTEN[naam]
    bestanden = NIEUW | {"typen_waarden.csv": f"wijziging,type,waarde\n{rij}\n"}
    write_release(tmp_path, "3_9", bestanden)
    with releases_in(tmp_path), pytest.raises(OnjuisteRelease, match=melding):
        read_csv("3_9", "typen_waarden.csv")


def test_changes_without_a_basis_are_an_error(tmp_path):
    write_release(tmp_path, "3_8", NIEUW | {"release.csv": "versie,subversie,basis\n3,8,\n"})
    with releases_in(tmp_path), pytest.raises(OnjuisteRelease, match="zonder basis"):
        read_csv("3_8", "typen_waarden.csv")


def test_file_without_changes_replaces_that_of_the_basis(tmp_path):
    bestanden = NIEUW | {"schema_regels.csv": "bericht,pad,facet,regel_code\n"}
    write_release(tmp_path, "3_7", bestanden)
    with releases_in(tmp_path):
        assert read_csv("3_7", "schema_regels.csv") == []
        assert read_csv("3_7", "berichten/jw301.csv") == read_csv("3_2", "berichten/jw301.csv")


def test_release_may_build_on_one_that_builds_on_another(tmp_path):
    write_release(tmp_path, "3_3", NIEUW)
    write_release(tmp_path, "3_10", {"release.csv": "versie,subversie,basis\n3,10,3_3\n"})
    with releases_in(tmp_path):
        assert list_releases()[-3:] == ("3_2", "3_3", "3_10")
        assert "3" in read_standaard("3_10").typen["LDT_VerzoekAntwoord"].waarden


@pytest.mark.parametrize("release", list_releases())
def test_rows_are_unique_and_the_folder_is_named_after_the_version(release):
    versie = read_release(release)
    assert f"{versie['versie']}_{versie['subversie']}" == release
    for path in find_release(release).rglob("*.csv"):
        naam = path.relative_to(find_release(release)).as_posix()
        if naam == "release.csv":
            continue
        rows = read_csv(release, naam)
        sleutel = find_sleutel(naam, list(rows[0]))
        keys = [tuple(row[kolom] for kolom in sleutel) for row in rows]
        assert len(keys) == len(set(keys)), naam
