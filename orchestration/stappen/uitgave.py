"""What a release or a stand gives its readers: the published tables in three forms, checked."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb

from orchestration.bestanden import compute_bestand_hash, read_json, write_text
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.stappen.publicatie_controle import Controle, check_release
from orchestration.stappen.woordenboek import Tabel, render_csv, render_html
from orchestration.voortgang import Voortgang, ignore_voortgang

# Clients on DuckDB 1.5 must be able to open the file.
OPSLAG_VERSIE = "v1.5.0"
# What a spreadsheet takes for the beginning of a formula.
_FORMULETEKENS = "'=', '+', '-', '@', chr(9), chr(13)"


class PublicatieGeweigerd(RegiobeeldFout):
    """A release broke a blocking check; readers keep the previous one."""

    def __init__(self, controles: list[Controle]) -> None:
        """Say which checks failed."""
        fout = [c for c in controles if not c.is_geslaagd]
        super().__init__(
            "De release is niet gepubliceerd. "
            + " ".join(f"{controle.naam}: {controle.uitleg}." for controle in fout),
            "De vorige release blijft staan. Verbeter het model en start opnieuw.",
        )
        self.controles = controles


def write_uitgave(
    home: Home,
    bouw: Path,
    tabellen: list[Tabel],
    nummer: str,
    gemaakt: datetime,
    voortgang: Voortgang = ignore_voortgang,
) -> tuple[list[Controle], dict[str, Any]]:
    """Write what the warehouse publishes into the folder ``bouw``, in every form, and check it.

    Returns:
        The checks, and what there is to say about the release.

    Raises:
        PublicatieGeweigerd: a blocking check failed.
    """
    _write_bestanden(home, bouw, tabellen, nummer, voortgang)
    drempel = home.instellingen.onderdrukking_drempel
    controles = check_release(bouw, home.warehouse, tabellen, drempel)
    if not all(controle.is_geslaagd for controle in controles):
        raise PublicatieGeweigerd(controles)
    beschrijving = _describe(bouw, nummer, gemaakt, tabellen, controles)
    return controles, beschrijving | {"bron": read_json(home.warehouse_stand).get("kenmerk")}


def _write_bestanden(
    home: Home, bouw: Path, tabellen: list[Tabel], nummer: str, voortgang: Voortgang
) -> None:
    (bouw / "parquet").mkdir(parents=True)
    (bouw / "csv").mkdir()
    write_text(bouw / "gegevenswoordenboek.csv", render_csv(tabellen))
    write_text(bouw / "gegevenswoordenboek.html", render_html(tabellen, nummer))
    with duckdb.connect() as con:
        con.execute(f"attach {_tekst(home.warehouse)} as bron (read_only)")
        con.execute(
            f"attach {_tekst(bouw / 'regiobeeld.duckdb')} as regiobeeld "
            f"(storage_version '{OPSLAG_VERSIE}')"
        )
        con.execute("create schema regiobeeld.publicatie")
        aanwezig = _list_aanwezig(con)
        for klaar, tabel in enumerate(tabellen, start=1):
            if tabel.naam in aanwezig:
                _write_tabel(con, bouw, tabel)
            voortgang("Publicatie", klaar, len(tabellen))
        con.execute("detach regiobeeld")


def _list_aanwezig(con: duckdb.DuckDBPyConnection) -> set[str]:
    rows = con.execute(
        "select table_name from information_schema.tables "
        "where table_catalog = 'bron' and table_schema = 'publicatie'"
    ).fetchall()
    return {naam for (naam,) in rows}


def _write_tabel(con: duckdb.DuckDBPyConnection, bouw: Path, tabel: Tabel) -> None:
    """Write one table in its three forms; in a fixed order, so that equal content is equal."""
    naam = f'regiobeeld.publicatie."{tabel.naam}"'
    con.execute(
        f'create table {naam} as select * from bron.publicatie."{tabel.naam}" '  # noqa: S608
        "order by all"
    )
    con.execute(f"comment on table {naam} is {_tekst(tabel.omschrijving)}")
    bestaand = {kolom for kolom, *_ in con.execute(f"describe {naam}").fetchall()}
    for kolom in tabel.kolommen:
        if kolom.naam in bestaand:
            con.execute(f'comment on column {naam}."{kolom.naam}" is {_tekst(kolom.omschrijving)}')
    parquet, tekst = (bouw / vorm / f"{tabel.naam}.{vorm}" for vorm in ("parquet", "csv"))
    con.execute(f"copy {naam} to {_tekst(parquet)} (format parquet, compression zstd)")
    con.execute(f"copy ({_select_veilig(con, naam)}) to {_tekst(tekst)} (format csv, header true)")


def _select_veilig(con: duckdb.DuckDBPyConnection, naam: str) -> str:
    """Return a select of a table in which no text is a formula to a spreadsheet."""
    kolommen = con.execute(f"describe {naam}").fetchall()
    teksten = [f'"{kolom}"' for kolom, type_, *_ in kolommen if type_ == "VARCHAR"]
    veilig = ", ".join(
        f"if(left({tekst}, 1) in ({_FORMULETEKENS}), concat(chr(39), {tekst}), {tekst}) as {tekst}"
        for tekst in teksten
    )
    vervanging = f" replace ({veilig})" if teksten else ""
    return f"select *{vervanging} from {naam}"  # noqa: S608 (names from our own catalog)


def _describe(
    bouw: Path,
    nummer: str,
    gemaakt: datetime,
    tabellen: list[Tabel],
    controles: list[Controle],
) -> dict[str, Any]:
    sommen = {
        str(pad.relative_to(bouw)): compute_bestand_hash(pad)
        for pad in sorted(bouw.rglob("*"))
        if pad.is_file()
    }
    with duckdb.connect(str(bouw / "regiobeeld.duckdb"), read_only=True) as con:
        rijen = {
            tabel.naam: con.execute(
                f'select count(*) from publicatie."{tabel.naam}"'  # noqa: S608
            ).fetchall()[0][0]
            for tabel in tabellen
        }
        stand_datum = _read_stand(con, tabellen)
    return {
        "nummer": nummer,
        "gemaakt": gemaakt.isoformat(),
        "stand_datum": stand_datum,
        "inhoud": _compute_inhoud(sommen.items()),
        "rijen": rijen,
        "controles": [controle.naam for controle in controles],
        "versies": {naam: version(naam) for naam in ("regiobeeld", "dbt-core", "duckdb")},
        "bestanden": sommen,
    }


def _read_stand(con: duckdb.DuckDBPyConnection, tabellen: list[Tabel]) -> str | None:
    standen = [
        con.execute(
            f'select max(stand_datum) from publicatie."{tabel.naam}"'  # noqa: S608
        ).fetchall()[0][0]
        for tabel in tabellen
        if any(kolom.naam == "stand_datum" for kolom in tabel.kolommen)
    ]
    bekend = [stand for stand in standen if stand is not None]
    return max(bekend).isoformat() if bekend else None


def _compute_inhoud(sommen: Iterable[tuple[str, str]]) -> str:
    """Return one hash of what a release says; the binary forms say the same as the CSV."""
    regels = (f"{naam} {som}" for naam, som in sommen if naam.endswith(".csv"))
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()


def _tekst(waarde: Path | str) -> str:
    """Return a path or text as an SQL literal."""
    return "'" + str(waarde).replace("'", "''") + "'"
