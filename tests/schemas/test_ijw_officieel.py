"""A folder with official schemas is read as it was unpacked, and a wrong one is refused."""

from pathlib import Path
from threading import Thread

import pytest
from lxml import etree
from proefbericht import make_bericht

from schemas.ijw.officieel import OngeldigeSchemamap, open_officiele_schemas
from schemas.ijw.standaard import read_standaard
from schemas.ijw.xsd import build_basisschema, build_berichtschema

STANDAARD = read_standaard("3_2")
BASIS = "Basisschema.xsd"
IMPORT = b'schemaLocation="basisschema.xsd"'
TOELICHTING = (
    b"></xs:import><xs:annotation><xs:appinfo><ijw:release>3.2</ijw:release>"
    b"<ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></xs:appinfo></xs:annotation>"
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A folder as a zip of schemas gives it, with names that say little."""
    folder = tmp_path / "iJw 3.2"
    (folder / "XSD").mkdir(parents=True)
    (folder / "XSD" / BASIS).write_bytes(build_basisschema("3_2"))
    for bericht in STANDAARD.berichten:
        tekst = build_berichtschema("3_2", bericht).replace(IMPORT + b"/>", IMPORT + TOELICHTING)
        (folder / "XSD" / f"{bericht.upper()}.XSD").write_bytes(tekst)
    return folder


def edit(path: Path, oud: bytes, nieuw: bytes) -> None:
    tekst = path.read_bytes()
    assert oud in tekst
    path.write_bytes(tekst.replace(oud, nieuw, 1))


def test_every_message_of_the_folder_has_a_schema_that_judges(map_):
    schemas = open_officiele_schemas(map_)

    assert set(schemas) == {("3_2", bericht) for bericht in STANDAARD.berichten}
    assert len(schemas) == 14
    for release, bericht in schemas:
        root = make_bericht(STANDAARD, bericht)
        assert schemas[release, bericht].validate(root)
        root[0][0].text = "999"
        assert not schemas[release, bericht].validate(root)


def test_the_official_schema_decides_not_ours(map_):
    edit(map_ / "XSD" / BASIS, b'"LDT_Geslacht"', b'"LDT_Ander"')
    edit(
        map_ / "XSD" / BASIS,
        b"</xs:schema>",
        b'<xs:simpleType name="LDT_Geslacht"><xs:restriction base="xs:string">'
        b'<xs:enumeration value="X"/></xs:restriction></xs:simpleType></xs:schema>',
    )
    schema = open_officiele_schemas(map_)["3_2", "jw305"]
    root = make_bericht(STANDAARD, "jw305")
    assert not schema.validate(root)
    [geslacht] = root.iter("{*}Geslacht")
    geslacht.text = "X"
    assert schema.validate(root), schema.error_log


def test_a_time_with_a_zone_is_refused_although_libxml2_misreads_the_pattern(map_):
    edit(map_ / "XSD" / BASIS, b"[^Z+\\-]+", b"[^Z+-]+")
    root = make_bericht(STANDAARD, "jw301")
    for tijd in root.iter("{*}Toewijzingstijd"):
        tijd.text = "09:30:00-01:00"
    assert not open_officiele_schemas(map_)["3_2", "jw301"].validate(root)


def test_name_of_a_file_says_nothing_and_a_copy_is_harmless(map_):
    (map_ / "XSD" / "JW301.XSD").rename(map_ / "toewijzing.xsd")
    (map_ / "basisschema.xsd").write_bytes(build_basisschema("3_2"))
    (map_ / "leesmij.txt").write_text("geen schema", encoding="utf-8")
    (map_ / "ander.xsd").write_text(
        '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"/>', "utf-8"
    )
    assert ("3_2", "jw301") in open_officiele_schemas(map_)


def test_each_thread_has_its_own(map_):
    schemas = open_officiele_schemas(map_)
    eerste = schemas["3_2", "jw301"]
    assert schemas["3_2", "jw301"] is eerste
    andere: list[etree.XMLSchema] = []
    draad = Thread(target=lambda: andere.append(schemas["3_2", "jw301"]))
    draad.start()
    draad.join()
    assert andere[0] is not eerste


@pytest.mark.parametrize("sleutel", [("3_2", "jw303"), ("3_1", "jw301"), ("3_2", "basisschema")])
def test_unknown_message_is_a_key_error(map_, sleutel):
    with pytest.raises(KeyError):
        open_officiele_schemas(map_)[sleutel]


SCHEMA_OPEN = b'elementFormDefault="qualified">'
FOUTEN = {
    "import_van_internet": (
        ("JW301.XSD", IMPORT, b'schemaLocation="http://127.0.0.1:9/basisschema.xsd"'),
        "JW301.XSD verwijst naar http://127.0.0.1:9/basisschema.xsd, buiten de map",
    ),
    "import_van_elders_op_schijf": (
        ("JW301.XSD", IMPORT, b'schemaLocation="/etc/passwd"'),
        "verwijst naar /etc/passwd, buiten de map",
    ),
    "import_met_file": (
        ("JW301.XSD", IMPORT, b'schemaLocation="file:///etc/passwd"'),
        "buiten de map",
    ),
    "import_hogerop": (
        ("JW301.XSD", IMPORT, b'schemaLocation="../../weg.xsd"'),
        r"verwijst naar \.\./\.\./weg.xsd, buiten de map",
    ),
    "import_hogerop_verhuld": (
        ("JW301.XSD", IMPORT, b'schemaLocation="%2e%2e/..\\weg.xsd"'),
        "buiten de map",
    ),
    "include": (
        ("JW301.XSD", SCHEMA_OPEN, SCHEMA_OPEN + b'<xs:include schemaLocation="weg.xsd"/>'),
        "JW301.XSD verwijst naar weg.xsd; alleen een import",
    ),
    "import_van_iets_anders": (
        ("JW301.XSD", SCHEMA_OPEN, SCHEMA_OPEN + b'<xs:import namespace="urn:x"/>'),
        "JW301.XSD verwijst naar urn:x; alleen een import",
    ),
    "doctype": (
        ("JW301.XSD", b"<xs:schema", b'<!DOCTYPE x [<!ENTITY a "b">]><xs:schema'),
        "JW301.XSD heeft een DOCTYPE",
    ),
    "geen_xml": (("JW301.XSD", b"</xs:schema>", b""), "JW301.XSD is niet te lezen als XML"),
    "geen_schema": (("JW301.XSD", b"XMLSchema", b"XMLDing"), "JW301.XSD is geen XML-schema"),
    "type_ontbreekt": (
        (BASIS, b'name="LDT_Geslacht"', b'name="LDT_Ander"'),
        "is geen bruikbaar schema, of het basisschema past er niet bij",
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_wrong_file_is_refused_by_name(map_, naam):
    (bestand, oud, nieuw), melding = FOUTEN[naam]
    edit(map_ / "XSD" / bestand, oud, nieuw)
    with pytest.raises(OngeldigeSchemamap, match=melding):
        open_officiele_schemas(map_)


def test_missing_file_is_named(map_):
    (map_ / "XSD" / "JW301.XSD").unlink()
    with pytest.raises(OngeldigeSchemamap, match=r"ontbreekt van iJw 3\.2: jw301\."):
        open_officiele_schemas(map_)
    (map_ / "XSD" / BASIS).unlink()
    with pytest.raises(OngeldigeSchemamap, match="basisschema, jw301"):
        open_officiele_schemas(map_)


def test_two_different_schemas_for_one_message_are_refused(map_):
    tekst = build_berichtschema("3_2", "jw302").replace(b'minOccurs="0"', b'minOccurs="1"', 1)
    (map_ / "kopie.xsd").write_bytes(tekst)
    with pytest.raises(OngeldigeSchemamap, match="twee verschillende schema's voor jw302"):
        open_officiele_schemas(map_)


def test_link_out_of_the_folder_is_refused(map_, tmp_path):
    buiten = tmp_path / "buiten.xsd"
    (map_ / "XSD" / "JW301.XSD").rename(buiten)
    (map_ / "JW301.xsd").symlink_to(buiten)
    with pytest.raises(OngeldigeSchemamap, match="buiten de map"):
        open_officiele_schemas(map_)


def test_empty_folder_and_no_folder_are_refused(tmp_path):
    with pytest.raises(OngeldigeSchemamap, match="geen enkel XSD-bestand"):
        open_officiele_schemas(tmp_path)
    with pytest.raises(OngeldigeSchemamap, match="is geen map"):
        open_officiele_schemas(tmp_path / "weg")
