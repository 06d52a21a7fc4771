"""The catalogue is whole: every item of the documents, every published figure, all in words."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import schemas
from schemas.indicator import (
    find_indicator,
    read_document_items,
    read_geen_telling,
    read_indicatoren,
    read_onderwerpen,
)
from schemas.weergave.indicatoren import render_indicatoren

PUBLICATIE = Path(__file__).parents[2] / "dbt_project" / "models" / "publicatie"
HULPKOLOMMEN = Path(schemas.__file__).parent / "referentie" / "indicator_hulpkolom.csv"
INDICATOREN = [pytest.param(i, id=i.indicator_code) for i in read_indicatoren()]
# What the documents count themselves: 36 items in the basic set, 8 additional, 6 harmonised.
LIJSTEN = {
    ("Regionaal beleidsplan 2014 §3.6", "Gebruik jeugdhulp"): 10,
    ("Regionaal beleidsplan 2014 §3.6", "Inzet jeugdbescherming en jeugdreclassering"): 12,
    ("Regionaal beleidsplan 2014 §3.6", "Maatschappelijk outcome"): 5,
    ("Regionaal beleidsplan 2014 §3.6", "Kindermishandeling"): 9,
    ("Regionaal beleidsplan 2014 §3.6", "Aanvullende indicatoren (CJGi)"): 8,
    ("Geharmoniseerde set outcome", "Outcome"): 6,
}


@cache
def read_kolommen() -> dict[str, tuple[str, ...]]:
    """Return the columns of every published table, as dbt promises them."""
    kolommen = {}
    for pad in sorted(PUBLICATIE.glob("*.yml")):
        for model in yaml.safe_load(pad.read_text(encoding="utf-8"))["models"]:
            naam = model.get("config", {}).get("alias", model["name"])
            kolommen[naam] = tuple(kolom["name"] for kolom in model["columns"])
    return kolommen


@cache
def read_omschrijvingen() -> dict[tuple[str, str], str]:
    """Return the description of every published column, after that of its table."""
    omschrijvingen = {}
    for pad in sorted(PUBLICATIE.glob("*.yml")):
        for model in yaml.safe_load(pad.read_text(encoding="utf-8"))["models"]:
            naam = model.get("config", {}).get("alias", model["name"])
            for kolom in model["columns"]:
                tekst = f"{model['description']} {kolom['description']}"
                omschrijvingen[naam, kolom["name"]] = tekst
    return omschrijvingen


def list_cijfers() -> list[tuple[str, str]]:
    """Return every published figure: a column with a status beside it."""
    return [
        (tabel, kolom)
        for tabel, kolommen in read_kolommen().items()
        for kolom in kolommen
        if f"{kolom}_status" in kolommen
    ]


def read_hulpkolommen() -> list[dict[str, str]]:
    with HULPKOLOMMEN.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_item_of_the_documents_is_answered_by_an_indicator():
    items = read_document_items()
    assert Counter((item.document, item.onderwerp) for item in items) == LIJSTEN
    for lijst, aantal in LIJSTEN.items():
        nummers = [int(i.volgnummer) for i in items if (i.document, i.onderwerp) == lijst]
        assert nummers == list(range(1, aantal + 1))
    for item in items:
        indicator = find_indicator(item.indicator_code)
        assert item.document in indicator.herkomst


def test_codes_are_unique_and_make_unique_docs_blocks():
    codes = Counter(indicator.indicator_code for indicator in read_indicatoren())
    assert [code for code, aantal in codes.items() if aantal > 1] == []
    assert len({indicator.docs_naam for indicator in read_indicatoren()}) == len(codes)


def test_unknown_code_is_told_in_dutch():
    with pytest.raises(KeyError, match="kent geen indicator"):
        find_indicator("bestaat_niet")


@pytest.mark.parametrize("indicator", INDICATOREN)
def test_indicator_says_all_that_a_reader_needs(indicator):
    for veld in ("indicator_naam", "vraag", "formule", "eenheid", "optelbaar", "eigenaar"):
        assert getattr(indicator, veld).strip(), veld
    assert indicator.herkomst
    assert not indicator.is_beschikbaar or (indicator.bron and indicator.sinds)
    assert indicator.vraag.endswith("?")
    assert indicator.onderwerp in {onderwerp.onderwerp for onderwerp in read_onderwerpen()}
    assert indicator.status in ("beschikbaar", "niet_beschikbaar")
    assert bool(indicator.reden) == (not indicator.is_beschikbaar)
    assert bool(indicator.tabel) == bool(indicator.kolom) == indicator.is_beschikbaar


@pytest.mark.parametrize("indicator", [i for i in INDICATOREN if i.values[0].is_beschikbaar])
def test_available_indicator_names_a_published_table_and_its_columns(indicator):
    for tabel in indicator.tabellen:
        assert tabel in read_kolommen()
        assert set(indicator.kolommen) <= set(read_kolommen()[tabel])


@pytest.mark.parametrize(("tabel", "kolom"), list_cijfers())
def test_every_published_figure_is_in_the_catalogue_or_a_helper_column(tabel, kolom):
    genoemd = {(t, naam) for i in read_indicatoren() for t in i.tabellen for naam in i.kolommen}
    genoemd |= {(rij["tabel"], rij["kolom"]) for rij in read_hulpkolommen()}
    assert (tabel, kolom) in genoemd


@pytest.mark.parametrize(("tabel", "kolom"), list_cijfers())
def test_every_published_figure_says_whether_it_may_be_summed(tabel, kolom):
    """In words at the table or column; the text of an indicator always says it."""
    tekst = read_omschrijvingen()[tabel, kolom].lower()
    assert any(
        woord in tekst for woord in ("optelbaar", "optellen", "tellen op", 'doc("indicator_')
    )


def test_helper_columns_exist_and_are_told_once():
    rijen = [(rij["tabel"], rij["kolom"]) for rij in read_hulpkolommen()]
    assert len(rijen) == len(set(rijen))
    assert set(rijen) <= set(list_cijfers())
    assert all(rij["uitleg"] for rij in read_hulpkolommen())


def test_page_tells_every_indicator_once_and_every_item_of_the_documents():
    pagina = render_indicatoren()
    for indicator in read_indicatoren():
        assert pagina.count(f'<a id="{indicator.indicator_code}"></a>') == 1
        assert (indicator.reden or indicator.formule) in pagina
    for item in read_document_items():
        assert f"| {item.item} | [" in pagina
        assert f"(#{item.indicator_code})" in pagina


@cache
def read_publicatie() -> tuple[dict[str, Any], ...]:
    """Return what dbt says of every published table, by the name it is published under."""
    return tuple(
        model | {"name": model.get("config", {}).get("alias", model["name"])}
        for pad in sorted(PUBLICATIE.glob("*.yml"))
        for model in yaml.safe_load(pad.read_text(encoding="utf-8"))["models"]
    )


def list_hele_getallen() -> list[tuple[str, str]]:
    """Return (table, column) of every published figure that is a whole number."""
    return [
        (model["name"], kolom["name"])
        for model in read_publicatie()
        for kolom in model["columns"]
        if kolom["data_type"] in ("bigint", "integer")
        and (model["name"], kolom["name"]) in list_cijfers()
    ]


def list_bewaakt() -> set[tuple[str, str]]:
    """Return (table, column) of every count that a dbt test holds to the threshold."""
    return {
        (model["name"], kolom)
        for model in read_publicatie()
        for test in model.get("data_tests", [])
        for kolom in test.get("counts_are_not_small", {}).get("arguments", {}).get("counts", [])
    }


@pytest.mark.parametrize(("tabel", "kolom"), list_hele_getallen())
def test_every_published_whole_number_is_held_to_the_threshold_or_counts_nobody(tabel, kolom):
    assert (tabel, kolom) in list_bewaakt() | read_geen_telling()


def test_what_counts_nobody_exists():
    assert read_geen_telling() <= set(list_hele_getallen())
