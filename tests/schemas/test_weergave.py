"""The generated pages tell all that the data tells: elements, lake columns, rules and links."""

import re
from pathlib import Path

import pytest

from schemas.ijw.standaard import list_releases, read_standaard
from schemas.ijw.vlak import read_vlakken
from schemas.regels import read_regels
from schemas.render import DOEL, render_bestanden
from schemas.weergave.bericht import render_bericht
from schemas.weergave.bestemming import read_bestemmingen
from schemas.weergave.opbouw import list_plekken
from schemas.weergave.regels import render_regels

GEVALLEN = [
    pytest.param(release, bericht, id=f"{release}-{bericht}")
    for release in list_releases()
    for bericht in read_standaard(release).berichten
]
alle_berichten = pytest.mark.parametrize(("release", "bericht"), GEVALLEN)
PAGINAS = {path: text for path, text in render_bestanden().items() if path.suffix == ".md"}


@alle_berichten
def test_page_has_every_element_in_order_with_its_meaning(release, bericht):
    pagina = render_bericht(release, bericht)
    paden = re.findall(r"^\| `([A-Za-z0-9/]+)` \| (?:\d|0 of 1)", pagina, re.MULTILINE)
    plekken = list_plekken(release, bericht)
    assert paden == ["/".join(plek.pad) for plek in plekken]
    assert all(plek.omschrijving for plek in plekken)
    assert read_standaard(release).berichten[bericht].omschrijving in pagina


@alle_berichten
def test_every_lake_column_of_the_mapping_stands_at_an_element(release, bericht):
    paden = {plek.pad for plek in list_plekken(release, bericht)}
    bestemmingen = read_bestemmingen(release, bericht)
    assert set(bestemmingen) <= paden
    genoemd = "".join(tekst for waar in bestemmingen.values() for tekst in waar.kolommen)
    for tabel, vlakken in read_vlakken(release)[bericht].items():
        for kolom in (kolom.kolom for vlak in vlakken for kolom in vlak.kolommen):
            if not tabel.startswith("_") and not kolom.startswith("_"):
                assert f"`{tabel}.{kolom}`" in genoemd


@alle_berichten
def test_what_is_personal_is_not_stored_or_only_as_pseudonym_month_or_code(release, bericht):
    typen = read_standaard(release).typen
    bestemmingen = read_bestemmingen(release, bericht)
    for plek in list_plekken(release, bericht):
        for kolom in bestemmingen[plek.pad].kolommen if plek.pad in bestemmingen else ():
            if plek.is_persoonlijk:
                is_code = bool(typen[plek.element.type].waarden)
                assert is_code or kolom.endswith(("(versleuteld)", "(alleen jaar en maand)"))


def test_every_rule_stands_once_on_its_page_and_on_that_of_each_message():
    pagina, release = render_regels(), list_releases()[-1]
    per_bericht = {
        bericht: render_bericht(release, bericht) for bericht in read_standaard(release).berichten
    }
    for code, regel in read_regels().items():
        assert pagina.count(f'<a id="{code.lower()}"></a>{code} |') == 1
        assert regel.uitleg.replace("|", "\\|") in pagina
        for bericht in regel.berichten.split():
            assert f"[{code}](" in per_bericht[bericht]


def test_rule_that_cannot_be_judged_says_why():
    _, _, niet = render_regels().partition("## Wat Regiobeeld niet kan beoordelen")
    for code, regel in read_regels().items():
        assert (f'<a id="{code.lower()}"></a>' in niet) == bool(regel.niet_te_beoordelen)
        assert regel.niet_te_beoordelen in niet


@pytest.mark.parametrize("path", PAGINAS, ids=str)
def test_links_lead_somewhere(path: Path):
    for doel, anker in re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", PAGINAS[path]):
        bestand = (DOEL / path).parent / doel
        assert bestand.resolve().exists(), doel
        if anker:
            assert f'<a id="{anker}"></a>' in render_regels()
