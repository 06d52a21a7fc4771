"""The models of the change in cost, built on a few lines in memory."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
from compilatie import Compilatie

MODELLEN = (
    "int_publicatie_zorgvorm",
    "int_publicatie_niveau",
    "int_publicatie_periode",
    "int_publicatie_kosten_regel",
    "int_publicatie_kosten_blad",
    "int_publicatie_kosten_factor",
    "int_publicatie_kosten_effect",
)
GEBIEDEN = (("0303", "0303"), ("0995", "0995"), ("regio", "0303"), ("regio", "0995"))

Effecten = dict[str, int]


@dataclass(frozen=True)
class Regel:
    """One claim line that counts, or (with ``soort``) an amount without a claim."""

    jaar: int
    maand: int = 1
    client: str = "a"
    gemeente: str = "0303"
    zorgvorm: str = "crisis"
    code: str = "46A01"
    eenheid: str = "14"
    volume: int = 10
    eurocent: int = 100_000
    status: str = "toegekend"
    soort: str | None = None

    @property
    def zorgmaand(self) -> date:
        """The month of care."""
        return date(self.jaar, self.maand, 1)


def decompose(project: Compilatie, regels: list[Regel]) -> dict[tuple[str, str, str], Effecten]:
    """Return the effects per area, zorgvorm and periode, as the models make them."""
    connection = project.connection
    connection.begin()
    try:
        _fill(project, regels)
        for model in MODELLEN:
            project.create(model)
        uit: dict[tuple[str, str, str], Effecten] = defaultdict(dict)
        relatie = project.models["int_publicatie_kosten_effect"].relatie
        for rij in project.fetch(f"select * from {relatie}"):
            sleutel = (rij["gebied_code"], rij["zorgvorm_groep"], rij["periode"])
            uit[sleutel][rij["effect"]] = rij["effect_eurocent"]
        return uit
    finally:
        connection.rollback()


def _fill(project: Compilatie, regels: list[Regel]) -> None:
    declaratie = [regel for regel in regels if regel.soort is None]
    tabellen = {
        "fct_declaratieregel": pa.table(
            {
                "gemeente_code": [regel.gemeente for regel in declaratie],
                "zorgvorm": [regel.zorgvorm for regel in declaratie],
                "client_sleutel": [regel.client for regel in declaratie],
                "zorgmaand": pa.array([regel.zorgmaand for regel in declaratie], pa.date32()),
                "product_categorie": [regel.code[:2] for regel in declaratie],
                "product_code": [regel.code for regel in declaratie],
                "eenheid": [regel.eenheid for regel in declaratie],
                "volume": pa.array([regel.volume for regel in declaratie], pa.int64()),
                "ingediend_eurocent": pa.array(
                    [regel.eurocent for regel in declaratie], pa.int64()
                ),
                "status": [regel.status for regel in declaratie],
                "toewijzing_nummer": pa.array([1] * len(declaratie), pa.int64()),
                "niveau": ["regionaal"] * len(declaratie),
                "bekostiging": ["inspanningsgericht"] * len(declaratie),
                "dagtekening_datum": pa.array(
                    [regel.zorgmaand for regel in declaratie], pa.date32()
                ),
                "antwoord_datum": pa.array([None] * len(declaratie), pa.date32()),
            }
        ),
        "int_kosten_soort": pa.schema(
            [
                ("bekostiging", pa.string()),
                ("zorgvorm", pa.string()),
                ("niveau", pa.string()),
                ("zorgmaand", pa.date32()),
                ("kosten_soort", pa.string()),
                ("begroting_categorie", pa.string()),
            ]
        ).empty_table(),
        "fct_kosten": pa.table(
            {
                "gemeente_code": [regel.gemeente for regel in regels],
                "zorgvorm": [regel.zorgvorm for regel in regels],
                "zorgmaand": pa.array([regel.zorgmaand for regel in regels], pa.date32()),
                "verwijzer_groep": ["nvt" if regel.soort else "medisch" for regel in regels],
                "kosten_soort": [regel.soort or "p_maal_q" for regel in regels],
                "kosten_eurocent": pa.array(
                    [0 if regel.status == "afgekeurd" else regel.eurocent for regel in regels],
                    pa.int64(),
                ),
            }
        ),
        "int_publicatie_gebied": pa.table(
            {
                "gebied_code": [gebied for gebied, _ in GEBIEDEN],
                "gemeente_code": [gemeente for _, gemeente in GEBIEDEN],
            }
        ),
        "dim_maand": _make_maanden(),
    }
    for naam, tabel in tabellen.items():
        project.connection.register("gegevens", tabel)
        project.connection.execute(
            f"create table {project.models[naam].relatie} as select * from gegevens"
        )
        project.connection.unregister("gegevens")


def _make_maanden() -> pa.Table:
    maanden = [date(jaar, maand, 1) for jaar in (2024, 2025) for maand in range(1, 13)]
    return pa.table(
        {
            "zorgmaand": maanden,
            "laatste_dag": maanden,
            "jaar": pa.array([maand.year for maand in maanden], pa.int32()),
            "kwartaal": [f"{maand.year}-K{(maand.month + 2) // 3}" for maand in maanden],
        }
    )
