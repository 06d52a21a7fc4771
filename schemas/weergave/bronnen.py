"""The dbt sources: every lake table of the contract as YAML that dbt reads."""

import yaml

from schemas.lake import BRONNEN, LakeKolom, lake_tabellen, read_lake_kolommen

_KOP = (
    "# Gegenereerd uit schemas/lake_kolommen.csv met `python -m schemas.render`;"
    " niet met de hand wijzigen.\n"
)

_DUCKDB_TYPES = {
    "tekst": "varchar",
    "geheel": "bigint",
    "decimaal": "decimal(18,4)",
    "datum": "date",
    "boolean": "boolean",
}

# dbt fills in the folder of the lake, dbt-duckdb fills in {schema} and {name}.
_LOCATIE = (
    'read_parquet(\'{{ env_var("REGIOBEELD_LAKE", "../data/lake") }}'
    "/{schema}/{name}/*.parquet', union_by_name=true)"
)


def render_bronnen() -> str:
    """Return the text of the dbt sources file, one source per bron."""
    sources = [
        {
            "name": bron,
            "schema": bron,
            "description": f"Bestanden van de bron {bron}, ingelezen in het lake.",
            "config": {"meta": {"external_location": _LOCATIE}},
            "tables": [
                {"name": tabel, "columns": _render_kolommen(bron, tabel)}
                for tabel in lake_tabellen(bron)
            ],
        }
        for bron in BRONNEN
    ]
    body = yaml.safe_dump(
        {"version": 2, "sources": sources}, allow_unicode=True, sort_keys=False, width=100
    )
    return _KOP + body


def _render_kolommen(bron: str, tabel: str) -> list[dict[str, str]]:
    return [
        {
            "name": kolom.kolom,
            "description": _describe(kolom),
            "data_type": _DUCKDB_TYPES[kolom.type],
        }
        for kolom in read_lake_kolommen()
        if (kolom.bron, kolom.tabel) == (bron, tabel)
    ]


def _describe(kolom: LakeKolom) -> str:
    return kolom.omschrijving if kolom.verplicht else f"{kolom.omschrijving} (mag leeg zijn)"
