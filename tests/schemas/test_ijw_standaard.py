"""The tables of a release hang together: messages, classes, types and lake columns."""

import pytest

from schemas.ijw.standaard import BASISSCHEMA, read_standaard
from schemas.ijw.vlak import HEADER_TABEL, find_element, read_vlakken
from schemas.lake import lake_schema, lake_tabellen

STANDAARD = read_standaard("3_2")
BERICHTEN = sorted(STANDAARD.berichten)
# Filled by ingest, not read from the message.
BEREKEND = {
    "bericht_sleutel",
    "bestand_sleutel",
    "ontvangst_datum",
    "bericht",
    "heen_bericht",
    "regel_volgnummer",
    "aantal_regels",
    "status",
    "is_afgekeurd",
}


def test_there_are_fourteen_messages_with_classes_and_a_root():
    assert len(BERICHTEN) == 14
    for bericht in BERICHTEN:
        assert STANDAARD.klassen[bericht]["Root"][0].naam == "Header"


@pytest.mark.parametrize("bericht", BERICHTEN)
def test_every_type_is_declared(bericht):
    bekend = {*STANDAARD.typen, *STANDAARD.klassen[BASISSCHEMA], *STANDAARD.klassen[bericht]}
    for elementen in STANDAARD.klassen[bericht].values():
        assert {element.type for element in elementen} <= bekend


@pytest.mark.parametrize("bericht", BERICHTEN)
def test_message_list_agrees_with_the_elements(bericht):
    soort = STANDAARD.berichten[bericht]
    kop = {element.naam: element for element in STANDAARD.klassen[bericht]["Header"]}
    assert kop["BerichtCode"].extra_patroon == soort.bericht_code
    afzender = "gemeente" if kop["Afzender"].type == "LDT_Gemeente" else "aanbieder"
    assert afzender == soort.afzender
    assert [kind.naam for kind in STANDAARD.klassen[bericht]["Root"]][1] == soort.payload
    assert set(soort.regel_elementen) <= STANDAARD.element_namen(bericht)


@pytest.mark.parametrize("bericht", [b for b in BERICHTEN if STANDAARD.berichten[b].is_retour])
def test_retour_echoes_its_message(bericht):
    heen = STANDAARD.berichten[bericht].heen_bericht
    assert int(bericht[2:]) == int(heen[2:]) + 1
    for klasse, elementen in STANDAARD.klassen[heen].items():
        if klasse in ("Root", "Header"):
            continue
        terug = [e for e in STANDAARD.klassen[bericht][klasse] if e.naam != "RetourCodes"]
        assert tuple(terug) == elementen


def stored_columns(bericht: str) -> dict[str, set[str]]:
    """What a message fills in each lake table, without what serves the checks only."""
    return {
        tabel: {
            kolom.kolom
            for vlak in delen
            for kolom in vlak.kolommen
            if not kolom.kolom.startswith("_")
        }
        for tabel, delen in read_vlakken("3_2")[bericht].items()
        if not tabel.startswith("_")
    }


@pytest.mark.parametrize("bericht", BERICHTEN)
def test_message_fills_only_lake_columns_and_all_that_are_required(bericht):
    kolommen = stored_columns(bericht)
    for tabel in kolommen:
        schema = lake_schema("ijw", tabel)
        assert kolommen[tabel] <= set(schema.names)
        elders = kolommen[HEADER_TABEL] | BEREKEND
        leeg = set(schema.names) - kolommen[tabel] - elders
        assert all(schema.field(kolom).nullable for kolom in leeg), tabel


@pytest.mark.parametrize("tabel", sorted(set(lake_tabellen("ijw")) - {"bestand", "bevinding"}))
def test_every_lake_column_has_a_source(tabel):
    alle = [stored_columns(bericht) for bericht in BERICHTEN]
    gevuld = set().union(*(kolommen.get(tabel, set()) for kolommen in alle))
    kop = set().union(*(kolommen[HEADER_TABEL] for kolommen in alle))
    assert set(lake_schema("ijw", tabel).names) - gevuld - kop <= BEREKEND


def test_every_lake_table_is_filled_by_some_message():
    gevuld = {tabel for vlakken in read_vlakken("3_2").values() for tabel in vlakken}
    assert set(lake_tabellen("ijw")) - gevuld == {"bestand", "bevinding"}


def test_no_lake_column_holds_a_name_an_address_or_free_text():
    verboden = {"Naam", "Adres", "Telefoon", "Emailadres", "Commentaar", "Contact", "Relatie"}
    for vlakken in read_vlakken("3_2").values():
        for vlak in (vlak for delen in vlakken.values() for vlak in delen if not vlak.is_intern):
            for kolom in vlak.kolommen:
                assert kolom.kolom.startswith("_") or not verboden & set(kolom.pad)


def test_unknown_path_is_an_error():
    assert find_element(STANDAARD, "jw301", ("Client", "Bsn")).type == "LDT_BurgerServicenummer"
    with pytest.raises(KeyError):
        find_element(STANDAARD, "jw301", ("Client", "Bestaat", "Niet"))
