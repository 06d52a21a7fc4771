"""Golden messages to start from, and a way to read a changed one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ingest.bevinding import Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.ijw import read_bestand

GOLDEN = Path(__file__).parents[2] / "golden" / "ijw"
SLEUTEL = b"een sleutel die alleen in de test bestaat"


@pytest.fixture(scope="session")
def golden() -> Callable[[str], str]:
    def read_golden(naam: str) -> str:
        return (GOLDEN / f"{naam}.xml").read_text(encoding="utf-8")

    return read_golden


@pytest.fixture(scope="session")
def lees() -> Callable[..., Leesresultaat]:
    def read(inhoud: bytes | str, ontvangst_datum: date = date(2025, 12, 31)) -> Leesresultaat:
        if isinstance(inhoud, str):
            inhoud = inhoud.encode()
        return read_bestand(
            Bronbestand("bestand", "x.xml", "ijw", "2025-12", ontvangst_datum, inhoud), SLEUTEL
        )

    return read


@pytest.fixture(scope="session")
def vervang(golden) -> Callable[..., str]:
    """Return a golden message with each old text, which must be there, replaced once."""

    def replace(naam: str, *paren: tuple[str, str]) -> str:
        tekst = golden(naam)
        for oud, nieuw in paren:
            assert oud in tekst, oud
            tekst = tekst.replace(oud, nieuw, 1)
        return tekst

    return replace
