"""Fixtures shared by the ingest tests: an archive, a home, and files made on the spot."""

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ingest.archief import Archief
from ingest.bronbestand import Bronbestand

SLEUTEL = b"a" * 32
PSEUDONIEM_SLEUTEL = b"p" * 32


@pytest.fixture
def archief(tmp_path):
    return Archief(tmp_path / "archief", SLEUTEL)


@pytest.fixture
def make_bestand():
    def make(
        inhoud: bytes | str,
        naam: str = "levering.csv",
        bron: str = "kwartaalcijfers",
        ontvangst_datum: date = date(2026, 1, 31),
    ) -> Bronbestand:
        inhoud = inhoud.encode() if isinstance(inhoud, str) else inhoud
        return Bronbestand(
            bestand_sleutel=hashlib.sha256(inhoud).hexdigest(),
            bestandsnaam=naam,
            bron=bron,
            ontvangstmaand=f"{ontvangst_datum:%Y-%m}",
            ontvangst_datum=ontvangst_datum,
            inhoud=inhoud,
        )

    return make


@pytest.fixture
def make_xlsx():
    def make(**werkbladen: list[list[object]]) -> bytes:
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True}) as werkmap:
            datum = werkmap.add_format({"num_format": "dd-mm-yyyy"})
            for naam, rijen in werkbladen.items():
                blad = werkmap.add_worksheet(naam.replace("_", " "))
                for nummer, rij in enumerate(rijen):
                    for plaats, cel in enumerate(rij):
                        if isinstance(cel, date):
                            blad.write_datetime(nummer, plaats, cel, datum)
                        elif cel is not None:
                            blad.write(nummer, plaats, cel)
        return stream.getvalue()

    return make


@pytest.fixture
def deliver(tmp_path, archief):
    """Register bytes as a delivered file and return the registration."""

    def deliver_bytes(inhoud: bytes | str, naam: str, bron: str, maand: str = "2026-01"):
        inhoud = inhoud.encode() if isinstance(inhoud, str) else inhoud
        folder = tmp_path / "inbox" / bron
        folder.mkdir(parents=True, exist_ok=True)
        pad = Path(folder / naam)
        pad.write_bytes(inhoud)
        return archief.register_bestand(pad, bron, maand, date(int(maand[:4]), int(maand[5:]), 28))

    return deliver_bytes
