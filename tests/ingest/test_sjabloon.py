import io

import pytest
from python_calamine import CalamineWorkbook

from ingest.tabellen import read_bestand
from ingest.tabellen.sjabloon import write_sjabloon
from schemas.lake import lake_schema
from schemas.tabellen import TABELBRONNEN, normalise_label, read_tabelbron


@pytest.mark.parametrize("bron", TABELBRONNEN)
def test_an_empty_template_is_recognised_by_its_own_reader(tmp_path, make_bestand, bron):
    pad = write_sjabloon(bron, tmp_path)
    resultaat = read_bestand(make_bestand(pad.read_bytes(), pad.name, bron))
    assert resultaat.aantal_berichten == len(read_tabelbron(bron).werkbladen)
    # Not filled in yet: only the block above the table may be complained about.
    assert {b.regel_code for b in resultaat.bevindingen} <= {"B027", "K005"}


def test_a_template_explains_every_column_in_dutch(tmp_path):
    pad = write_sjabloon("contracten", tmp_path / "map" / "leeg.xlsx")
    werkmap = CalamineWorkbook.from_filelike(io.BytesIO(pad.read_bytes()))
    assert werkmap.sheet_names[0] == "Toelichting"
    uitleg = werkmap.get_sheet_by_name("Toelichting").to_python()
    beschreven = {(rij[0], rij[1]) for rij in uitleg}
    for soort in read_tabelbron("contracten").werkbladen:
        for kolom in (*soort.meta, *soort.kolommen):
            assert (soort.naam, kolom.label) in beschreven


@pytest.mark.parametrize("bron", TABELBRONNEN)
def test_every_declared_column_is_a_column_of_the_lake(bron):
    for soort in read_tabelbron(bron).werkbladen:
        kolommen = set(lake_schema(bron, soort.tabel).names)
        # A nul-opgave belongs to the levering as a whole.
        kolommen |= set(lake_schema(bron, "levering").names) if bron == "kwartaalcijfers" else set()
        gedeclareerd = {kolom.kolom for kolom in (*soort.meta, *soort.kolommen)}
        assert gedeclareerd <= kolommen
        assert set(soort.sleutel) <= gedeclareerd


@pytest.mark.parametrize("bron", TABELBRONNEN)
def test_no_two_columns_of_a_sheet_share_a_name(bron):
    for soort in read_tabelbron(bron).werkbladen:
        namen = [
            normalise_label(naam)
            for kolom in (*soort.meta, *soort.kolommen)
            for naam in dict.fromkeys(map(normalise_label, kolom.namen))
        ]
        assert len(namen) == len(set(namen)), sorted({n for n in namen if namen.count(n) > 1})
