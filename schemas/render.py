"""Write the dbt sources from the lake contract: ``python -m schemas.render [--check]``.

``lake_kolommen.csv`` is the contract; the YAML that dbt reads is generated from it, so that the
two can never differ. ``--check`` only looks whether the generated file is up to date.
"""

import argparse
import sys
from pathlib import Path

import yaml

from schemas.lake import BRONNEN, LakeKolom, lake_tabellen, read_lake_kolommen

DOEL = (
    Path(__file__).resolve().parent.parent
    / "dbt_project"
    / "models"
    / "staging"
    / "_bronnen_gegenereerd.yml"
)

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


def main(argv: list[str] | None = None) -> int:
    """Write the file, or with ``--check`` return 1 when it is out of date."""
    parser = argparse.ArgumentParser(prog="python -m schemas.render", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only report a difference")
    parser.add_argument("--doel", type=Path, default=DOEL, help="where the file stands")
    options = parser.parse_args(argv)
    text = render_bronnen()
    if options.check:
        actual = options.doel.read_text(encoding="utf-8") if options.doel.exists() else ""
        if actual != text:
            sys.stderr.write(
                f"{options.doel.name} loopt achter op lake_kolommen.csv:"
                " draai `python -m schemas.render`\n"
            )
            return 1
        return 0
    options.doel.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
