"""The schemas built from the tables accept the golden messages and refuse each near miss."""

from pathlib import Path
from threading import Thread

import pytest
from lxml import etree

from schemas.ijw.patroon import escape_patroon
from schemas.ijw.standaard import BASISSCHEMA, read_standaard
from schemas.ijw.waarde import is_geldig
from schemas.ijw.xsd import build_basisschema, build_berichtschema, xml_schema

GOLDEN = Path(__file__).parents[1] / "golden" / "ijw"
PATHS = sorted(GOLDEN.glob("*.xml"))
STANDAARD = read_standaard("3_2")
XS = "{http://www.w3.org/2001/XMLSchema}"


def is_valid(naam: str, *paren: tuple[str, str]) -> bool:
    tekst = (GOLDEN / f"{naam}.xml").read_text(encoding="utf-8")
    for oud, nieuw in paren:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw, 1)
    schema = xml_schema("3_2", naam.split("_")[0])
    return bool(schema.validate(etree.fromstring(tekst.encode())))


def test_every_message_has_a_golden_message():
    assert {path.stem.split("_")[0] for path in PATHS} == set(STANDAARD.berichten)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_golden_message_is_valid(path):
    schema = xml_schema("3_2", path.stem.split("_")[0])
    assert schema.validate(etree.parse(path)), schema.error_log


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_golden_message_is_invalid_for_every_other_schema(path):
    tree = etree.parse(path)
    geldig = [b for b in STANDAARD.berichten if xml_schema("3_2", b).validate(tree)]
    assert geldig == [path.stem.split("_")[0]]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_any_element_renamed_or_in_the_wrong_namespace_is_invalid(path):
    schema = xml_schema("3_2", path.stem.split("_")[0])
    tree = etree.parse(path)
    basis = STANDAARD.namespace(BASISSCHEMA)
    for element in tree.getroot().iterdescendants():
        tag, naam = element.tag, etree.QName(element)
        anders = STANDAARD.namespace(path.stem.split("_")[0]) if naam.namespace == basis else basis
        for fout in (f"{{{naam.namespace}}}Anders", f"{{{anders}}}{naam.localname}"):
            element.tag = fout
            assert not schema.validate(tree)
        element.tag = tag
    assert schema.validate(tree)


T, D = "jw301_open_einddatum", "jw323_credit_en_nieuw_debet"
ONGELDIG = {
    "andere_berichtcode": (T, ("Code>436<", "Code>437<")),
    "versie_4": (T, ("Versie>3<", "Versie>4<")),
    "volgorde": (T, ("<Geslacht>2</Geslacht>", ""), ("<Bsn>", "<Geslacht>2</Geslacht><Bsn>")),
    "te_vaak": (T, ("<Geslacht>2<", "<Geslacht>2</Geslacht><Geslacht>2<")),
    "verplicht_weg": (T, ("<Geslacht>2</Geslacht>", "")),
    "leeg_element": (T, (">VOT-1<", "><")),
    "alleen_spaties": (T, (">VOT-1<", ">   <")),
    "te_lang": (T, (">T0001<", ">T000100010001<")),
    "bsn_van_acht": (T, ("999900006", "99990000")),
    "agb_van_negen": (T, ("99000001", "990000010")),
    "gemeente_van_drie": (T, ("0995", "995")),
    "datum_met_tijdzone": (T, ("Dagtekening>2025-02-03", "Dagtekening>2025-02-03Z")),
    "dag_bestaat_niet": (T, ("Dagtekening>2025-02-03", "Dagtekening>2025-02-30")),
    "tijd_met_zone": (T, (">09:30:00<", ">09:30:00+01:00<")),
    "tijd_met_zone_naar_het_westen": (T, (">09:30:00<", ">09:30:00-01:00<")),
    "negatief": (T, ("Nummer>700123<", "Nummer>-1<")),
    "te_groot": (T, ("Nummer>700123<", "Nummer>1000000000<")),
    "eenheid_onbekend": (T, ("Eenheid>01<", "Eenheid>02<")),
    "versie_met_voorloopnul": (T, ("1.0.1", "1.0.01")),
    "declaratienummer_met_streep": (D, ("Nummer>D2505<", "Nummer>D-2505<")),
    "declaratienummer_te_lang": (D, ("Nummer>D2505<", "Nummer>D250525052505<")),
    "onbekend_attribuut": (T, ("<Client>", '<Client soort="1">')),
}
GELDIG = {
    "declaratienummer_van_twaalf": (D, ("Nummer>D2505<", "Nummer>D25052505250<")),
    "product_leeg": (
        T,
        ("<Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A04</ijw:Code></Product>", ""),
    ),
    "eigen_productcode": (T, (">45A04<", ">X<")),
    "commentaar_met_regeleinden": (T, ("Bel eerst", " \n. Bel\n\neerst")),
    "hoogste_nummer": (T, ("Nummer>700123<", "Nummer>999999999<")),
}


@pytest.mark.parametrize("naam", ONGELDIG)
def test_near_miss_is_invalid(naam):
    assert not is_valid(*ONGELDIG[naam])


@pytest.mark.parametrize("naam", GELDIG)
def test_edge_is_valid(naam):
    assert is_valid(*GELDIG[naam])


def test_extra_pattern_is_a_step_of_its_own():
    schema = etree.fromstring(build_berichtschema("3_2", "jw323"))
    [declaratienummer] = schema.findall(f".//{XS}element[@name='DeclaratieNummer']")
    [stap] = declaratienummer.findall(f"{XS}simpleType/{XS}restriction")
    assert stap.get("base") == "ijw:LDT_IdentificatieDeclaratie"
    assert len(stap) == 1


@pytest.mark.parametrize(
    ("patroon", "verwacht"),
    [
        ("[^Z+-]+", "[^Z+\\-]+"),
        ("[^Z+\\-]+", "[^Z+\\-]+"),
        ("[a-z]-[0-9]", "[a-z]-[0-9]"),
        ("[a-z-[aeiou]]", "[a-z-[aeiou]]"),
        (".*[^\\s].*", ".*[^\\s].*"),
    ],
)
def test_only_a_hyphen_at_the_end_of_a_class_is_escaped(patroon, verwacht):
    assert escape_patroon(patroon) == verwacht


def test_schema_is_compiled_once_per_thread():
    eerste = xml_schema("3_2", "jw301")
    assert xml_schema("3_2", "jw301") is eerste
    andere = []
    draad = Thread(target=lambda: andere.append(xml_schema("3_2", "jw301")))
    draad.start()
    draad.join()
    assert andere[0] is not eerste


def test_unknown_message_is_an_error():
    with pytest.raises(KeyError):
        xml_schema("3_2", "jw303")


@pytest.fixture(scope="module")
def typeschema(tmp_path_factory):
    """A schema with one element per simple type of the basisschema."""
    map_ = tmp_path_factory.mktemp("xsd")
    (map_ / "basisschema.xsd").write_bytes(build_basisschema("3_2"))
    namespace = STANDAARD.namespace(BASISSCHEMA)
    elementen = "".join(f'<xs:element name="{n}" type="b:{n}"/>' for n in STANDAARD.typen)
    (map_ / "typen.xsd").write_text(
        f'<xs:schema xmlns:xs="{XS[1:-1]}" xmlns:b="{namespace}" targetNamespace="{namespace}">'
        f'<xs:include schemaLocation="basisschema.xsd"/>{elementen}</xs:schema>',
        encoding="utf-8",
    )
    return etree.XMLSchema(etree.parse(map_ / "typen.xsd"))


PROEVEN = [
    "",
    " ",
    "x",
    "0",
    "1",
    "01",
    "3",
    "-1",
    "+1",
    "2.5",
    "436",
    "0995",
    "995",
    "99000001",
    "999900006",
    "1234567890",
    "9" * 13,
    "9" * 30,
    "x" * 36,
    "x" * 37,
    "x" * 201,
    "2025-02-28",
    "2025-02-30",
    "2025-2-1",
    "2025-02-28Z",
    "12025-01-01",
    "09:30:00",
    "1.0.0",
    "1.0.01",
    "D",
    "C",
    "45",
    "45A04",
    "NL",
    "0200",
    "é",
    "a b",
    "a\nb",
    "٣",
    "²",
]


@pytest.mark.parametrize("naam", sorted(STANDAARD.typen))
def test_plain_check_never_passes_what_the_schema_refuses(naam, typeschema):
    enkelvoudig = STANDAARD.typen[naam]
    element = etree.Element(f"{{{STANDAARD.namespace(BASISSCHEMA)}}}{naam}")
    aanvaard = []
    for proef in [*PROEVEN, *enkelvoudig.waarden]:
        if is_geldig(enkelvoudig, proef):
            element.text = proef
            aanvaard.append(proef)
            assert typeschema.validate(element), proef
    assert aanvaard
