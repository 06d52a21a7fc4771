import csv
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingest.archief import Archief
from ingest.inlezen import read_bronbestand, read_maand
from ingest.lake import GeenLakeTabel, LakeSchrijver, write_lege_tabellen, write_tabel
from schemas.lake import BRONNEN, lake_schema, lake_tabellen

SLEUTEL = b"p" * 32
BEVOLKING = "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst\n"


def bevolking(aantal: int, gemeente: str = "Urk") -> str:
    return f"{BEVOLKING}{gemeente};2025;0;17;{aantal};CBS\n"


@pytest.fixture
def read(tmp_path, archief):
    def read_referentie(map: str = "huis", **kwargs):
        return read_maand(
            archief,
            tmp_path / map / "lake",
            tmp_path / map / "quarantaine",
            "referentie",
            "2026-01",
            SLEUTEL,
            **kwargs,
        )

    return read_referentie


def bytes_of(map: Path) -> dict[str, bytes]:
    return {str(p.relative_to(map)): p.read_bytes() for p in map.rglob("*") if p.is_file()}


def test_a_month_becomes_one_parquet_per_lake_table(tmp_path, deliver, read):
    deliver(bevolking(1), "a.csv", "referentie")
    deliver(bevolking(2, "Almere"), "b.csv", "referentie")
    resultaat = read()
    table = pq.read_table(tmp_path / "huis/lake/referentie/bevolking/2026-01.parquet")
    assert table.schema.equals(lake_schema("referentie", "bevolking"))
    aantallen = {row["gemeente_code"]: row["aantal"] for row in table.to_pylist()}
    assert aantallen == {"0034": 2, "0184": 1}
    assert resultaat.rijen == {
        "bestand": 2,
        "bevinding": 0,
        "bevolking": 2,
        "benchmark": 0,
        "maatschappelijk": 0,
    }
    assert (resultaat.aantal_bestanden, resultaat.aantal_rijen_aanvaard) == (2, 2)


def test_every_lake_table_of_every_bron_has_an_empty_file(tmp_path, read):
    read()
    for bron in BRONNEN:
        for tabel in lake_tabellen(bron):
            table = pq.read_table(tmp_path / f"huis/lake/{bron}/{tabel}/_leeg.parquet")
            assert table.num_rows == 0
            assert table.schema.equals(lake_schema(bron, tabel))


def test_reading_twice_gives_the_same_bytes(tmp_path, deliver, read):
    deliver(bevolking(1), "a.csv", "referentie")
    deliver("rommel", "b.csv", "referentie")
    read()
    eerste = bytes_of(tmp_path / "huis")
    read()
    assert bytes_of(tmp_path / "huis") == eerste


def test_another_order_of_delivery_gives_the_same_bytes(tmp_path, deliver, read):
    leveringen = [(bevolking(n, naam), f"{naam}.csv") for n, naam in enumerate(("Urk", "Almere"))]
    for inhoud, naam in leveringen:
        deliver(inhoud, naam, "referentie")
    read("een")
    other = Archief(tmp_path / "ander_archief", b"z" * 32)
    for inhoud, naam in reversed(leveringen):
        pad = tmp_path / naam
        pad.write_text(inhoud)
        datum = pq.read_table(tmp_path / "een/lake/referentie/bestand/2026-01.parquet")[
            "ontvangst_datum"
        ][0].as_py()
        other.register_bestand(pad, "referentie", "2026-01", datum)
    ander = tmp_path / "ander"
    read_maand(other, ander / "lake", ander / "quarantaine", "referentie", "2026-01", SLEUTEL)
    assert bytes_of(ander) == bytes_of(tmp_path / "een")


def test_a_failing_file_never_stops_the_others(tmp_path, archief, deliver, read):
    deliver(bevolking(1), "goed.csv", "referentie")
    deliver(b"", "leeg.csv", "referentie")
    deliver(b"PK\x03\x04kapot", "kapot.xlsx", "referentie")
    weg = deliver(bevolking(5, "Dronten"), "weg.csv", "referentie")
    (tmp_path / f"archief/referentie/2026-01/{weg.bestand_sleutel}.bin").write_bytes(b"RBA1rommel")
    resultaat = read()
    bevindingen = pq.read_table(resultaat.paden["bevinding"]).to_pylist()
    per_bestand = {row["bestandsnaam"]: row["regel_code"] for row in bevindingen}
    assert per_bestand == {"leeg.csv": "B001", "kapot.xlsx": "B020", "weg.csv": "B004"}
    assert resultaat.rijen["bevolking"] == 1
    assert resultaat.aantal_in_quarantaine == 3


def test_an_unexpected_error_names_its_class_and_no_value(make_bestand):
    resultaat = read_bronbestand(make_bestand(b"999900006", bron="geen_bron"), SLEUTEL)
    (bevinding,) = resultaat.bevindingen
    assert bevinding.regel_code == "B099"
    assert bevinding.toelichting == "Soort fout: KeyError."
    assert resultaat.status == "quarantaine"


def test_a_file_that_was_withdrawn_leaves_no_rows(tmp_path, deliver, read):
    registratie = deliver(bevolking(1), "a.csv", "referentie")
    read()
    for pad in (tmp_path / "archief/referentie/2026-01").glob(f"{registratie.bestand_sleutel}*"):
        pad.unlink()
    assert read().rijen["bevolking"] == 0
    assert pq.read_table(tmp_path / "huis/lake/referentie/bevolking/2026-01.parquet").num_rows == 0


def test_temporary_files_of_a_crash_do_not_look_like_tables(tmp_path, deliver, read):
    deliver(bevolking(1), "a.csv", "referentie")
    folder = tmp_path / "huis/lake/referentie/bevolking"
    folder.mkdir(parents=True)
    (folder / ".tijdelijk-half").write_bytes(b"half")
    read()
    assert sorted(p.name for p in folder.glob("*.parquet")) == ["2026-01.parquet", "_leeg.parquet"]


def test_progress_is_told_after_every_file(deliver, read):
    deliver(bevolking(1), "a.csv", "referentie")
    deliver(bevolking(2), "b.csv", "referentie")
    stappen = []
    read(voortgang=lambda gedaan, totaal: stappen.append((gedaan, totaal)))
    assert stappen == [(1, 2), (2, 2)]


def test_the_quarantine_list_is_readable_and_runs_no_formula(tmp_path, deliver, read):
    deliver(BEVOLKING + "Utrecht;2025;0;17;1;CBS\n", "=cmd|a.csv", "referentie")
    resultaat = read()
    with resultaat.quarantaine.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream, delimiter=";")
    assert row["bestandsnaam"] == "'=cmd|a.csv"
    assert (row["regel_code"], row["ernst"], row["plaats"]) == ("B024", "fout", "rij 2, kolom A")
    assert "Utrecht" not in resultaat.quarantaine.read_text(encoding="utf-8")


def test_a_table_that_breaks_the_contract_is_not_written(tmp_path):
    schema = lake_schema("referentie", "bevolking")
    rij = dict.fromkeys(schema.names)
    leeg_verplicht = pa.Table.from_pylist(
        [rij], schema=pa.schema([f.with_nullable(True) for f in schema])
    )
    with pytest.raises(GeenLakeTabel, match="verplichte kolommen"):
        write_tabel(tmp_path, "referentie", "bevolking", "2026-01", leeg_verplicht)
    with pytest.raises(GeenLakeTabel, match="andere kolommen"):
        write_tabel(tmp_path, "referentie", "bevolking", "2026-01", pa.table({"a": [1]}))
    assert list(tmp_path.iterdir()) == []


def test_the_pieces_in_which_rows_come_do_not_change_the_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.lake.RIJEN_PER_GROEP", 2)
    schema = lake_schema("kwartaalcijfers", "levering")
    rij = {"aanbieder_agb": "00000001", "kwartaal": "2025-K1", "is_nul_opgave": False}
    rij |= {"ontvangst_datum": date(2025, 1, 1), "opgave_datum": date(2025, 1, 1)}
    rijen = [rij | {"bestand_sleutel": sleutel} for sleutel in "abcde"]
    geschreven = []
    for breedte in (1, 2, 3, 5):
        with LakeSchrijver(tmp_path / str(breedte), "kwartaalcijfers", "2025-01") as schrijver:
            for begin in range(0, 5, breedte):
                deel = rijen[begin : begin + breedte]
                schrijver.add("levering", pa.Table.from_pylist(deel, schema=schema))
        geschreven.append(schrijver.paden["levering"].read_bytes())
    assert len(set(geschreven)) == 1
    assert pq.read_table(tmp_path / "1/kwartaalcijfers/levering/2025-01.parquet").num_rows == 5


def test_an_error_halfway_leaves_the_old_tables(tmp_path):
    pad = tmp_path / "referentie/bevolking/2025-01.parquet"
    write_tabel(tmp_path, "referentie", "bevolking", "2025-01", leeg_bevolking())
    oud = pad.read_bytes()
    with (
        pytest.raises(GeenLakeTabel),
        LakeSchrijver(tmp_path, "referentie", "2025-01") as schrijver,
    ):
        schrijver.add("bevolking", leeg_bevolking())
        schrijver.add("bevolking", pa.table({"a": [1]}))
    assert pad.read_bytes() == oud
    assert [naam.name for naam in pad.parent.iterdir()] == ["2025-01.parquet"]


def leeg_bevolking():
    return lake_schema("referentie", "bevolking").empty_table()


def test_empty_tables_are_written_once(tmp_path):
    write_lege_tabellen(tmp_path)
    pad = tmp_path / "ijw/prestatie/_leeg.parquet"
    eerste = pad.stat().st_mtime_ns
    write_lege_tabellen(tmp_path)
    assert pad.stat().st_mtime_ns == eerste
