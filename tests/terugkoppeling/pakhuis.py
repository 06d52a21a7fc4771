"""A warehouse by hand: only what terugkoppeling reads of it."""

from datetime import date
from pathlib import Path

import duckdb

from orchestration.home import Home, Instellingen
from schemas.regels import read_regels

TABELLEN = {
    "marts.fct_bevinding": """
        bevinding_sleutel varchar, regel_code varchar, niveau varchar, ernst varchar, bron varchar,
        aanbieder_agb varchar, gemeente_code varchar, bestand_sleutel varchar,
        bestandsnaam varchar, bericht_sleutel varchar, bericht varchar,
        bericht_identificatie varchar, plaats varchar, regel_nummer bigint, xpath varchar,
        element varchar, uitleg varchar, aantal_rijen bigint, eerste_gezien date, opgelost boolean,
        opgelost_datum date""",
    "marts.fct_levering": """
        bron varchar, aanbieder_agb varchar, periode varchar, ontvangen boolean, te_laat boolean""",
    "staging.stg_ijw__bericht": """
        bericht_sleutel varchar, bestand_sleutel varchar, ontvangst_datum date, bericht varchar,
        gemeente_code varchar, aanbieder_agb varchar, bericht_identificatie varchar,
        dagtekening_datum date, basisschema_xsd_versie varchar, bericht_xsd_versie varchar,
        aantal_regels bigint, status varchar""",
    "staging.stg_kwartaalcijfers__levering": "bestand_sleutel varchar, aanbieder_agb varchar",
    "intermediate.int_bestand": """
        bron varchar, bestand_sleutel varchar, bestandsnaam varchar, ontvangst_datum date,
        status varchar, aantal_rijen_aanvaard bigint, aantal_rijen_geweigerd bigint""",
}


class Pakhuis:
    """Fills the warehouse of a home row by row."""

    def __init__(self, map: Path) -> None:
        self.home = Home(map.resolve(), Instellingen())
        self.home.make_mappen()
        with duckdb.connect(str(self.home.warehouse)) as con:
            for schema in ("marts", "staging", "intermediate"):
                con.execute(f"create schema {schema}")
            for tabel, kolommen in TABELLEN.items():
                con.execute(f"create table {tabel} ({kolommen})")

    def add(self, tabel, **rij):
        with duckdb.connect(str(self.home.warehouse)) as con:
            kolommen, plekken = ", ".join(rij), ", ".join("?" * len(rij))
            con.execute(f"insert into {tabel} ({kolommen}) values ({plekken})", list(rij.values()))

    def delete(self, tabel, voorwaarde):
        with duckdb.connect(str(self.home.warehouse)) as con:
            con.execute(f"delete from {tabel} where {voorwaarde}")

    def add_bevinding(self, nummer, regel_code="CS002", **velden):
        regel = read_regels()[regel_code]
        self.add(
            "marts.fct_bevinding",
            **{
                "bevinding_sleutel": f"{nummer:064d}",
                "regel_code": regel_code,
                "niveau": regel.niveau,
                "ernst": regel.ernst,
                "bron": "ijw",
                "aanbieder_agb": "99000001",
                "gemeente_code": "0995",
                "bestand_sleutel": "b1",
                "bestandsnaam": "juli.zip/d1.xml",
                "bericht_sleutel": "3f" * 32,
                "bericht": "jw323",
                "bericht_identificatie": "D202507",
                "plaats": f"regel {nummer}: Bericht/Declaratie/Clienten/Client/Bsn",
                "uitleg": f"{regel.uitleg} {regel.wat_te_doen}",
                "aantal_rijen": 2,
                "eerste_gezien": date(2025, 7, 31),
            }
            | velden,
        )

    def add_bericht(self, sleutel="3f" * 32, **velden):
        self.add(
            "staging.stg_ijw__bericht",
            **{
                "bericht_sleutel": sleutel,
                "bestand_sleutel": "b1",
                "ontvangst_datum": date(2025, 7, 31),
                "bericht": "jw323",
                "gemeente_code": "0995",
                "aanbieder_agb": "99000001",
                "bericht_identificatie": "D202507",
                "dagtekening_datum": date(2025, 7, 10),
                "basisschema_xsd_versie": "1.0.0",
                "bericht_xsd_versie": "1.0.1",
                "aantal_regels": 20,
                "status": "quarantaine",
            }
            | velden,
        )

    def add_bestand(self, sleutel="b1", **velden):
        self.add(
            "intermediate.int_bestand",
            **{
                "bron": "ijw",
                "bestand_sleutel": sleutel,
                "bestandsnaam": "juli.zip",
                "ontvangst_datum": date(2025, 7, 31),
                "status": "gelezen",
                "aantal_rijen_aanvaard": 5,
                "aantal_rijen_geweigerd": 1,
            }
            | velden,
        )
