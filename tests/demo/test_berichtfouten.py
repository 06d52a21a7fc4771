import csv
from pathlib import Path

import pytest
from lxml import etree

from demo.fouten.berichten import read_berichtfouten, write_berichtfouten
from demo.fouten.fout import Fout
from demo.genereer import simuleer
from schemas.ijw.xsd import xml_schema
from schemas.regels import read_regels

# Seeded elsewhere: TR342 is no reason to refuse (a story), the rest is about whole files.
ELDERS = {"TR342", "XSD", "B014", "B015", "B016"}
IN_SCHEMA = {"CS015", "CS025", "CS319"}


@pytest.fixture(scope="module")
def fouten(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Fout]]:
    """The spoilt messages of a region of one per cent: small, and yet every one is there."""
    inbox = tmp_path_factory.mktemp("fouten")
    return inbox, write_berichtfouten(inbox, simuleer(6, 1, 0.01, 2025).berichten)


def test_every_rule_within_a_message_has_a_fault(fouten: tuple[Path, list[Fout]]):
    regels = {
        code
        for code, regel in read_regels().items()
        if (regel.bron, regel.niveau) == ("ijw", "bericht") and not regel.niet_te_beoordelen
    }
    assert {fout.regel_code for fout in fouten[1]} == regels - ELDERS


def test_a_fault_lies_in_a_message_that_the_rule_is_for():
    regels = read_regels()
    for fout in read_berichtfouten():
        for code in fout.regel_codes:
            assert fout.soort in regels[code].berichten.split(), code


def test_a_spoilt_message_is_valid_but_for_its_fault(fouten: tuple[Path, list[Fout]]):
    inbox, gezaaid = fouten
    for fout in gezaaid:
        boom = etree.parse(inbox / "ijw" / fout.ontvangstmaand / fout.bestand)
        is_geldig = xml_schema("3_2", fout.bestand[:5]).validate(boom)
        assert is_geldig == (fout.regel_code not in IN_SCHEMA), fout


def test_half_of_the_faults_is_repaired(fouten: tuple[Path, list[Fout]]):
    opgelost = {fout.opgelost for fout in fouten[1]}
    assert opgelost == {True, False}
    for fout in fouten[1]:
        assert fout.bericht_identificatie.startswith("F") != fout.opgelost


def test_a_fault_without_a_fitting_message_is_left_out(tmp_path: Path):
    assert write_berichtfouten(tmp_path, []) == []


def test_catalogue_of_faults_is_in_order_of_rule():
    pad = Path("demo/gegevens/berichtfouten.csv")
    with pad.open(encoding="utf-8", newline="") as stream:
        rijen = list(csv.DictReader(stream))
    sleutels = [(rij["regel_code"], rij["bericht"]) for rij in rijen]
    eerste = [sleutel for nr, sleutel in enumerate(sleutels) if sleutel not in sleutels[:nr]]
    assert [(" ".join(f.regel_codes), f.soort) for f in read_berichtfouten()] == eerste
