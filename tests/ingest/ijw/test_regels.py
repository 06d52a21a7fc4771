"""Every level-2 rule: one message that it catches, and the nearest one that it lets pass."""

import numpy as np
import pytest
from voorbeelden_laat_door import LAAT_DOOR
from voorbeelden_vangt import VANGT

from ingest.ijw.regels import list_regel_codes, register
from ingest.ijw.regels.register import Overtreding
from schemas.ijw.standaard import read_standaard
from schemas.regels import read_regels


def ids(case):
    return f"{case[0]}-{case[1].split('_')[0]}"


@pytest.mark.parametrize("case", VANGT, ids=ids)
def test_rule_bites(case, vervang, lees):
    regel_code, naam, paren, plaats = case
    resultaat = lees(vervang(naam, *paren))
    raak = [gevonden for gevonden in resultaat.bevindingen if gevonden.regel_code == regel_code]
    assert any(gevonden.plaats.endswith(plaats) for gevonden in raak), resultaat.bevindingen
    is_fout = read_regels()[regel_code].ernst == "fout"
    assert resultaat.status == ("quarantaine" if is_fout else "gelezen")


@pytest.mark.parametrize("case", LAAT_DOOR, ids=ids)
def test_rule_lets_the_nearest_legal_message_pass(case, vervang, lees):
    regel_code, naam, paren = case
    codes = {gevonden.regel_code for gevonden in lees(vervang(naam, *paren)).bevindingen}
    assert regel_code not in codes


def test_every_rule_has_a_catching_and_a_passing_example():
    codes = {
        regel_code
        for bericht in read_standaard("3_2").berichten
        for regel_code in list_regel_codes(bericht)
    } | set(read_standaard("3_2").schema_regels.values())
    assert {case[0] for case in VANGT} == codes
    assert {case[0] for case in LAAT_DOOR} == codes
    assert codes <= set(read_regels())


IN_CODE = [case for case in VANGT if case[0] not in read_standaard("3_2").schema_regels.values()]


@pytest.fixture
def vervang_regel(monkeypatch):
    """Put another check in the place of a rule, in every message that has it."""

    def replace(regel_code, controle):
        for regels in register._PER_BERICHT.values():
            if regel_code in regels:
                monkeypatch.setitem(regels, regel_code, controle)

    return replace


@pytest.mark.parametrize("case", IN_CODE, ids=ids)
def test_a_rule_that_finds_nothing_lets_its_example_through(case, vervang, lees, vervang_regel):
    regel_code, naam, paren, _ = case
    vervang_regel(regel_code, lambda vlakken: iter(()))
    codes = {gevonden.regel_code for gevonden in lees(vervang(naam, *paren)).bevindingen}
    assert regel_code not in codes


@pytest.mark.parametrize("case", LAAT_DOOR, ids=ids)
def test_a_rule_that_finds_everything_catches_what_it_must_let_through(
    case, vervang, lees, vervang_regel
):
    regel_code, naam, paren = case
    if regel_code in read_standaard("3_2").schema_regels.values():
        pytest.skip("the schema judges this rule")

    def find_all(vlakken):
        yield Overtreding("bericht", np.arange(vlakken.aantal_berichten), "rij")

    vervang_regel(regel_code, find_all)
    codes = {gevonden.regel_code for gevonden in lees(vervang(naam, *paren)).bevindingen}
    assert regel_code in codes
