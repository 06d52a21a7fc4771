"""No value of a person in a finding, a log, an error, or the readable list of findings."""

import io
import logging
import zipfile
from datetime import date
from random import Random

import pyarrow.parquet as pq
import pytest

from fuzz.boom import make_boom
from fuzz.geval import make_geval
from fuzz.lezing import SLEUTEL, pack, read_levering
from fuzz.merktekens import (
    ANDERS,
    GEBOREN,
    PERSOON,
    describe,
    find_in_bevinding,
    find_in_lake,
    plant_merktekens,
)
from ingest.archief import Archief
from ingest.inlezen import read_maand

AANTAL = 1400


@pytest.fixture(scope="module")
def gevallen():
    return [make_geval("merk", nummer, plant_merktekens) for nummer in range(AANTAL)]


def test_markers_stand_in_nearly_every_message(gevallen):
    for teken in (PERSOON, "999900006", GEBOREN):
        aantal = sum(teken.encode() in geval.inhoud for geval in gevallen)
        assert aantal > AANTAL / 3, teken
    boom = make_boom(Random(1), "jw315")
    plant_merktekens(Random(1), boom)
    assert any(knoop.waarde.startswith(ANDERS) for knoop in boom.iter_alle())


def test_no_finding_row_log_or_output_holds_a_value(gevallen, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    lekken = []
    for geval in gevallen:
        resultaat = read_levering(geval.inhoud, "bericht_999900006.xml")
        rijen = [bevinding.to_row(resultaat.bestand) for bevinding in resultaat.bevindingen]
        for rij in rijen:
            del rij["bestandsnaam"]  # masked when it was registered
        gevonden = find_in_bevinding(repr(rijen))
        for table in resultaat.tabellen.values():
            gevonden += find_in_lake(repr(table.to_pylist()))
        if gevonden:
            lekken.append(describe(geval, gevonden))
    assert lekken == []
    gezegd = capfd.readouterr()
    assert find_in_bevinding(caplog.text + gezegd.out + gezegd.err) == []


def test_no_file_that_is_written_holds_a_value(gevallen, tmp_path):
    archief = Archief(tmp_path / "archief", b"a" * 32)
    inhouden = [geval.inhoud for geval in gevallen]
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as namen:
        for nummer, inhoud in enumerate(inhouden[:200]):
            namen.writestr(f"999900006/{nummer}_999900018.xml", inhoud)
    leveringen = [pack(inhouden[200:]), stroom.getvalue(), *inhouden[:100]]
    for nummer, inhoud in enumerate(leveringen):
        naam = f"999900006_{nummer}.xml"
        archief.register_inhoud(inhoud, naam, "ijw", "2025-12", date(2025, 12, 31))
    uit = tmp_path / "uit"
    read_maand(archief, uit / "lake", uit / "quarantaine", "ijw", "2025-12", SLEUTEL)
    paden = [pad for pad in uit.rglob("*") if pad.is_file()]
    assert len(paden) > 10
    for pad in paden:
        tekst = pad.read_bytes().decode("utf-8", "replace") + str(pad.relative_to(uit))
        if pad.suffix == ".parquet":
            tekst += repr(pq.read_table(pad).to_pylist())
        zoek = find_in_lake if "bevinding" not in str(pad) else find_in_bevinding
        assert zoek(tekst) == [], pad.name


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [(f"a {PERSOON}b", "naam"), ("nr 999900006.", "bsn"), (GEBOREN, "geboortedatum")],
)
def test_search_finds_what_is_there(tekst, soort):
    assert find_in_lake(tekst) == [soort]
    assert soort in find_in_bevinding(tekst)
    assert find_in_bevinding("regel 12: Bericht/Client/Bsn 9999000 1987-03") == []
