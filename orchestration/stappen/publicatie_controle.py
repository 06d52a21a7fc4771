"""What a release must keep to before anyone may see it."""

import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.stappen.woordenboek import Tabel
from schemas.indicator import read_geen_telling

CONTROLES = {
    "alleen_de_afgesproken_tabellen": "De release heeft precies de tabellen van het project.",
    "geen_kolom_over_een_persoon": "Geen kolom wijst één jeugdige, toewijzing of regel aan.",
    "evenveel_rijen_in_elke_vorm": "DuckDB, Parquet en CSV hebben evenveel rijen als de bron.",
    "elk_cijfer_past_bij_zijn_status": "Een cijfer staat er alleen als zijn status waarde is.",
    "geen_aantal_onder_de_drempel": "Geen gepubliceerd aantal ligt tussen nul en de drempel.",
}
"""Every blocking check and what it holds, in Dutch."""

STATUSSEN = ("waarde", "onderdrukt", "ontbreekt", "nvt")
# Columns of single children, files or lines; none of these may ever be published.
_VERBODEN = re.compile(
    r"bsn|client|jeugdige_sleutel|_sleutel$|geboorte|postcode|adres|^naam$|"
    r"toewijzing_nummer|referentie_nummer|declaratie_nummer"
)
_TOEGESTAAN = re.compile(r"^aantal_|_status$")
_GEHELE_TYPEN = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")


@dataclass(frozen=True)
class Controle:
    """One blocking check: its name, whether it held, and in Dutch what was wrong."""

    naam: str
    is_geslaagd: bool
    uitleg: str = ""


def check_release(
    release_map: Path, warehouse: Path, tabellen: list[Tabel], drempel: int
) -> list[Controle]:
    """Return the outcome of every check on a release that is built aside. Counts only."""
    namen = [tabel.naam for tabel in tabellen]
    with duckdb.connect() as con:
        con.execute(f"attach {_tekst(release_map / 'regiobeeld.duckdb')} as uit (read_only)")
        con.execute(f"attach {_tekst(warehouse)} as bron (read_only)")
        kolommen = _read_kolommen(con)
        return [
            _check_tabellen(kolommen, namen),
            _check_kolommen(kolommen),
            _check_rijen(con, release_map, kolommen),
            _check_status(con, kolommen),
            _check_drempel(con, kolommen, drempel),
        ]


Kolommen = dict[str, dict[str, str]]


def _read_kolommen(con: duckdb.DuckDBPyConnection) -> Kolommen:
    rows = con.execute(
        "select table_schema, table_name, column_name, data_type from information_schema.columns "
        "where table_catalog = 'uit' order by table_name, ordinal_position"
    ).fetchall()
    kolommen: Kolommen = {}
    for schema, tabel, kolom, type_ in rows:
        naam = tabel if schema == "publicatie" else f"{schema}.{tabel}"
        kolommen.setdefault(naam, {})[kolom] = type_
    return kolommen


def _check_tabellen(kolommen: Kolommen, namen: list[str]) -> Controle:
    ontbreekt, teveel = sorted(set(namen) - set(kolommen)), sorted(set(kolommen) - set(namen))
    uitleg = "; ".join(
        tekst
        for tekst in (
            "er is geen enkele tabel om te publiceren" if not namen else "",
            f"ontbreekt: {', '.join(ontbreekt)}" if ontbreekt else "",
            f"hoort er niet in: {', '.join(teveel)}" if teveel else "",
        )
        if tekst
    )
    return Controle("alleen_de_afgesproken_tabellen", not uitleg, uitleg)


def _check_kolommen(kolommen: Kolommen) -> Controle:
    fout = [
        f"{tabel}.{kolom}"
        for tabel, velden in kolommen.items()
        for kolom in velden
        if _VERBODEN.search(kolom) and not _TOEGESTAAN.search(kolom)
    ]
    return Controle(
        "geen_kolom_over_een_persoon", not fout, f"verboden: {', '.join(fout)}" if fout else ""
    )


def _check_rijen(con: duckdb.DuckDBPyConnection, release_map: Path, kolommen: Kolommen) -> Controle:
    fout = []
    for tabel in kolommen:
        parquet = _tekst(release_map / "parquet" / f"{tabel}.parquet")
        tekst = _tekst(release_map / "csv" / f"{tabel}.csv")
        aantallen = {
            con.execute(f"select count(*) from {plaats}").fetchall()[0][0]  # noqa: S608
            for plaats in (
                f'bron.publicatie."{tabel}"',
                f'uit.publicatie."{tabel}"',
                f"read_parquet({parquet})",
                f"read_csv({tekst}, all_varchar = true, header = true)",
            )
        }
        if len(aantallen) != 1:
            fout.append(tabel)
    return Controle(
        "evenveel_rijen_in_elke_vorm", not fout, f"verschilt: {', '.join(fout)}" if fout else ""
    )


def _check_status(con: duckdb.DuckDBPyConnection, kolommen: Kolommen) -> Controle:
    """A figure is there exactly when its status says so."""
    fout = []
    for tabel, kolom, status in _iter_cijfers(kolommen):
        aantal = _count(
            con,
            tabel,
            f'"{status}" is null or "{status}" not in {STATUSSEN} '
            f'or ("{kolom}" is null) = ("{status}" = \'waarde\')',
        )
        if aantal:
            fout.append(f"{tabel}.{kolom} ({aantal} rijen)")
    return Controle(
        "elk_cijfer_past_bij_zijn_status", not fout, f"past niet: {', '.join(fout)}" if fout else ""
    )


def _check_drempel(con: duckdb.DuckDBPyConnection, kolommen: Kolommen, drempel: int) -> Controle:
    """No count below the threshold; zero tells nothing about a person.

    Every whole number is a count, except those that the list of what is no count names.
    """
    fout = []
    for tabel, kolom, _ in _iter_cijfers(kolommen):
        if kolommen[tabel][kolom] not in _GEHELE_TYPEN or (tabel, kolom) in read_geen_telling():
            continue
        aantal = _count(con, tabel, f'"{kolom}" between 1 and {drempel - 1}')
        if aantal:
            fout.append(f"{tabel}.{kolom} ({aantal} rijen)")
    return Controle(
        "geen_aantal_onder_de_drempel",
        not fout,
        f"onder {drempel}: {', '.join(fout)}" if fout else "",
    )


def _iter_cijfers(kolommen: Kolommen) -> list[tuple[str, str, str]]:
    return [
        (tabel, kolom, f"{kolom}_status")
        for tabel, velden in kolommen.items()
        for kolom in velden
        if f"{kolom}_status" in velden
    ]


def _count(con: duckdb.DuckDBPyConnection, tabel: str, voorwaarde: str) -> int:
    opdracht = f'select count(*) from uit.publicatie."{tabel}" where {voorwaarde}'  # noqa: S608
    return int(con.execute(opdracht).fetchall()[0][0])


def _tekst(pad: Path) -> str:
    """Return a path as an SQL literal."""
    return "'" + str(pad).replace("'", "''") + "'"
