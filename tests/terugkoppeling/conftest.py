"""Hand-made findings and refused messages for the tests of terugkoppeling."""

from datetime import date

import pytest

from rapportage.terugkoppeling.inhoud import Inhoud, Levering, Verzameling
from rapportage.terugkoppeling.retour import GeweigerdBericht
from schemas.regels import read_regels

GEMAAKT = date(2026, 2, 15)


@pytest.fixture
def make_rij():
    def make(regel_code="CS002", **velden):
        regel = read_regels()[regel_code]
        return {
            "regel_code": regel_code,
            "ernst": regel.ernst,
            "bestandsnaam": "juli.zip/d1.xml",
            "bericht": "jw323",
            "bericht_identificatie": "D1",
            "aanbieder_agb": "99000001",
            "gemeente_code": "0995",
            "plaats": "regel 12: Bericht/Declaratie/Clienten/Client[1]/Bsn",
            "regel_nummer": 12,
            "xpath": "Bericht/Declaratie/Clienten/Client[1]/Bsn",
            "element": "Bsn",
            "uitleg": f"{regel.uitleg} {regel.wat_te_doen}",
            "aantal_rijen": 2,
            "eerste_gezien": date(2025, 7, 31),
            "opgelost": None,
            "opgelost_datum": None,
        } | velden

    return make


@pytest.fixture
def make_inhoud():
    def make(rijen, maximum=1000, **velden):
        verzameling = Verzameling(maximum)
        verzameling.extend(rijen)
        return Inhoud(
            **{
                "titel": "Terugkoppeling voor aanbieder 99000001, juli 2025",
                "inleiding": (),
                "gemaakt": GEMAAKT,
                "csv_naam": "bevindingen.csv",
                "leveringen": [Levering("ijw", "juli.zip", date(2025, 7, 31), 3, 1, 40, 2)],
                "bevindingen": verzameling,
            }
            | velden
        )

    return make


@pytest.fixture
def make_geweigerd():
    def make(bericht="jw323", **velden):
        return GeweigerdBericht(
            **{
                "bericht_sleutel": "3f" * 32,
                "bericht": bericht,
                "gemeente_code": "0995",
                "aanbieder_agb": "99000001",
                "bericht_identificatie": "D202507",
                "dagtekening_datum": date(2025, 7, 10),
                "basisschema_xsd_versie": "1.0.0",
                "bericht_xsd_versie": "1.0.1",
                "retour_codes": ("0001",),
            }
            | velden
        )

    return make
