"""Every rule across messages: catalogue, one implementation, and examples that prove it bites."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from compilatie import Bevinding, Compilatie
from wereld import CLIENT, Lake, Wereld, make_lake

from schemas.regels import read_regels

VOORBEELDEN = Path(__file__).with_name("voorbeelden")
OFFICIEEL = Path(__file__).with_name("officiele_regels.csv")
NIVEAUS = {"verband", "extern"}

TE_BEOORDELEN = sorted(
    code
    for code, regel in read_regels().items()
    if regel.niveau in NIVEAUS and not regel.niet_te_beoordelen
)


def test_every_rule_has_examples_and_every_example_a_rule() -> None:
    assert sorted(pad.stem for pad in VOORBEELDEN.glob("*.yaml")) == TE_BEOORDELEN


def test_every_rule_across_messages_is_reported_by_one_model(project: Compilatie) -> None:
    codes = [code for model in project.list_modellen() for code in project.list_regel_codes(model)]

    assert sorted(codes) == sorted({*TE_BEOORDELEN, *_list_elsewhere()})


def test_every_finding_comes_into_the_fact(project: Compilatie) -> None:
    melders = {model for model in project.list_modellen() if project.list_regel_codes(model)}

    assert melders - {"int_bevinding_inlezen"} <= set(project.models["fct_bevinding"].eerder)


def test_every_official_rule_across_messages_is_in_the_catalogue() -> None:
    with OFFICIEEL.open(encoding="utf-8", newline="") as stream:
        officieel = {rij["regel_code"]: rij["retour_code"] for rij in csv.DictReader(stream)}
    catalogus = {code: regel.retour_code for code, regel in read_regels().items()}

    assert {code: catalogus.get(code) for code in officieel} == officieel


@pytest.mark.parametrize("regel_code", TE_BEOORDELEN)
def test_rule_reports_what_it_should_and_breaking_it_shows(
    project: Compilatie, regel_code: str
) -> None:
    model = project.find(regel_code)
    voorbeeld = _read_voorbeeld(regel_code)
    mutatie = _drop_conditions(project, model, regel_code)
    assert mutatie or "zonder_mutatie" in voorbeeld, "geen select om te breken"

    gebreken: list[str] = []
    gebreken_stil: list[str] = []
    gebreken_alles: list[str] = []
    for soort, wereld in _list_werelden(voorbeeld):
        lake = make_lake(wereld)
        gemeld, *kandidaten = project.report(model, lake, *mutatie)
        (andersom,) = project.report(model, _turn(lake))
        gebreken += _judge(soort, wereld, gemeld, regel_code)
        gebreken_stil += _judge(soort, wereld, [], regel_code)
        if sorted(map(str, gemeld)) != sorted(map(str, andersom)):
            gebreken.append(f"hangt af van volgorde of herhaling: {wereld}")
        for alles in kandidaten if soort == "laat_door" else []:
            gebreken_alles += _judge(soort, wereld, alles, regel_code)

    assert gebreken == []
    assert gebreken_stil, "de voorbeelden merken niet dat de regel zwijgt"
    assert gebreken_alles or "zonder_mutatie" in voorbeeld, "elke kandidaat melden valt niet op"


def _list_elsewhere() -> set[str]:
    """Return the rules on spreadsheets that are judged in dbt, with tests of their own."""
    return {code for code, regel in read_regels().items() if code == "C005" and regel.bron != "ijw"}


def _read_voorbeeld(regel_code: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(
        (VOORBEELDEN / f"{regel_code}.yaml").read_text(encoding="utf-8")
    )
    return inhoud


def _list_werelden(voorbeeld: dict[str, Any]) -> list[tuple[str, Wereld]]:
    return [
        (soort, wereld)
        for soort in ("vangt", "laat_door")
        for wereld in (
            voorbeeld[soort] if isinstance(voorbeeld[soort], list) else [voorbeeld[soort]]
        )
    ]


def _judge(soort: str, wereld: Wereld, alles: list[Bevinding], regel_code: str) -> list[str]:
    """Return what is wrong with the findings of a rule in one world of its examples."""
    gemeld = [rij for rij in alles if rij["regel_code"] == regel_code]
    gebreken = []
    if soort == "laat_door" and gemeld:
        gebreken.append("meldt ten onrechte")
    if soort == "vangt" and not gemeld:
        gebreken.append("meldt niets")
    sleutel = ("bericht", "aanbieder_agb", "gemeente_code", "plaats")  # as in fct_bevinding
    plaatsen = {tuple(rij[kolom] for kolom in sleutel) for rij in gemeld}
    if len(plaatsen) < len(gemeld):
        gebreken.append("meldt hetzelfde twee keer")
    if any(rij["plaats"] is None or rij["eerste_gezien"] is None for rij in gemeld):
        gebreken.append("noemt geen plaats of geen datum")
    if any(CLIENT in str(rij["plaats"]) for rij in gemeld):
        gebreken.append("noemt een jeugdige")
    for verwacht in [wereld["verwacht"]] if "verwacht" in wereld else []:
        gevonden = [{kolom: rij[kolom] for kolom in verwacht[0]} for rij in gemeld]
        if sorted(map(str, gevonden)) != sorted(map(str, verwacht)):
            gebreken.append(f"verwacht was {verwacht}")
    return [f"{soort}: {gebrek}: {gemeld}" for gebrek in gebreken]


def _turn(lake: Lake) -> Lake:
    """Return the lake with every message delivered twice and in the opposite order."""
    return {tabel: [*rijen[::-1], *rijen[::-1]] for tabel, rijen in lake.items()}


def _drop_conditions(project: Compilatie, model: str, regel_code: str) -> list[str]:
    """Return the query of a model with every condition on the selects of a rule dropped, if any."""
    inhoud = json.loads(_ask(project, "select json_serialize_sql(?)", project.models[model].sql))
    if not _drop_in(inhoud, regel_code):
        return []
    return [_ask(project, "select json_deserialize_sql(?)", json.dumps(inhoud))]


def _ask(project: Compilatie, vraag: str, waarde: str) -> str:
    antwoord = project.connection.execute(vraag, [waarde]).fetchone()
    assert antwoord is not None
    return str(antwoord[0])


def _drop_in(boom: Any, regel_code: str) -> int:
    """Drop the conditions on every select that has the code as a column; return how many."""
    if isinstance(boom, list):
        return sum(_drop_in(deel, regel_code) for deel in boom)
    if not isinstance(boom, dict):
        return 0
    aantal = sum(_drop_in(deel, regel_code) for deel in boom.values())
    kolommen = boom.get("select_list", [])
    if regel_code not in [kolom.get("literal", {}).get("text") for kolom in kolommen]:
        return aantal
    boom["where_clause"] = boom["having"] = boom["qualify"] = None
    return aantal + 1
