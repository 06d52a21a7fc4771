"""Messages written by hand from the standard, and the rows they must give."""

import hashlib
import hmac
import json
from datetime import date
from pathlib import Path

import pytest

from ingest.bronbestand import Bronbestand
from ingest.ijw import read_bestand
from schemas.ijw.standaard import read_standaard
from schemas.lake import lake_schema

GOLDEN = Path(__file__).parents[2] / "golden" / "ijw"
PATHS = sorted(GOLDEN.glob("*.xml"))
SLEUTEL = b"een sleutel die alleen in de test bestaat"
# Not in the golden rows: they follow from the bytes of the file.
SLEUTELKOLOMMEN = ("bericht_sleutel", "bestand_sleutel", "ontvangst_datum")


def read(inhoud: bytes):
    bestand = Bronbestand("bestand", "x.xml", "ijw", "2025-12", date(2025, 12, 31), inhoud)
    return read_bestand(bestand, SLEUTEL)


def expected_rows(path: Path) -> dict:
    def pseudonymise(value):
        if isinstance(value, str) and value.startswith("bsn "):
            return hmac.new(SLEUTEL, value[4:].encode(), hashlib.sha256).hexdigest()
        return value

    gelezen = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return {
        tabel: [{naam: pseudonymise(value) for naam, value in row.items()} for row in rows]
        for tabel, rows in gelezen.items()
    }


def to_rows(resultaat) -> dict:
    rows = {
        tabel: [
            {
                naam: value
                for naam, value in row.items()
                if value is not None and naam not in SLEUTELKOLOMMEN
            }
            for row in table.to_pylist()
        ]
        for tabel, table in resultaat.tabellen.items()
    }
    return json.loads(json.dumps(rows, default=str))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_golden_message_gives_golden_rows(path):
    resultaat = read(path.read_bytes())
    assert resultaat.bevindingen == []
    assert to_rows(resultaat) == expected_rows(path)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_tables_have_the_schema_and_key_of_the_contract(path):
    inhoud = path.read_bytes()
    for tabel, table in read(inhoud).tabellen.items():
        assert table.schema.equals(lake_schema("ijw", tabel))
        table.validate(full=True)
        assert set(table.column("bericht_sleutel").to_pylist()) == {
            hashlib.sha256(inhoud).hexdigest()
        }


def test_golden_files_cover_every_message():
    berichten = set(read_standaard("3_2").berichten)
    assert {path.stem.split("_")[0] for path in PATHS} == berichten


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_comments_instructions_cdata_and_line_ends_change_nothing(path):
    tekst = path.read_text(encoding="utf-8")
    versierd = (
        tekst.replace("99000001<", "9900<!-- 1 -->00<?verwerker x?>01<")
        .replace(">0995<", "><![CDATA[09]]>95<")
        .replace("\n", "\r\n")
    )
    assert versierd != tekst
    assert to_rows(read(versierd.encode())) == expected_rows(path)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_prefixes_change_nothing(path):
    tekst = path.read_text(encoding="utf-8")
    for prefix in ("ijw", "b", "d"):
        tekst = tekst.replace(f"<{prefix}:", f"<q{prefix}:").replace(
            f"</{prefix}:", f"</q{prefix}:"
        )
        tekst = tekst.replace(f"xmlns:{prefix}=", f"xmlns:q{prefix}=")
    assert to_rows(read(tekst.encode())) == expected_rows(path)
