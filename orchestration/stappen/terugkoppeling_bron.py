"""Which folders of terugkoppeling there should be, by what the warehouse knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home

ONBEKEND = "onbekend"
"""The folder of findings of which nobody can say whose they are."""

# Folders are named after what a sender put in a header: only a real AGB code may name one.
_VOORBEREIDING = (
    """
    create temp macro map_aanbieder(agb) as
        if(coalesce(regexp_full_match(agb, '[0-9]{8}'), false), agb, 'onbekend')
    """,
    "create temp macro map_maand(dag) as strftime(dag, '%Y-%m')",
    """
    create temp table bevinding as
    select
        *,
        map_aanbieder(aanbieder_agb) as map_aanbieder,
        map_maand(eerste_gezien) as map_maand
    from marts.fct_bevinding
    """,
    """
    create temp table bericht as
    select
        *,
        map_aanbieder(aanbieder_agb) as map_aanbieder,
        map_maand(ontvangst_datum) as map_maand
    from staging.stg_ijw__bericht
    """,
    """
    create temp table levering as
    select
        map_aanbieder,
        map_maand,
        'ijw' as bron,
        bestand_sleutel,
        min(ontvangst_datum) as ontvangst_datum,
        count(*) filter (status = 'aanvaard') as berichten_aanvaard,
        count(*) filter (status != 'aanvaard') as berichten_geweigerd,
        coalesce(sum(aantal_regels) filter (status = 'aanvaard'), 0) as rijen_aanvaard,
        coalesce(sum(aantal_regels) filter (status != 'aanvaard'), 0) as rijen_geweigerd
    from bericht
    group by map_aanbieder, map_maand, bestand_sleutel
    union all
    select
        map_aanbieder(eigenaar.aanbieder_agb) as map_aanbieder,
        map_maand(bestand.ontvangst_datum) as map_maand,
        bestand.bron,
        bestand.bestand_sleutel,
        bestand.ontvangst_datum,
        null as berichten_aanvaard,
        null as berichten_geweigerd,
        bestand.aantal_rijen_aanvaard,
        bestand.aantal_rijen_geweigerd
    from intermediate.int_bestand as bestand
    left join (
        select bestand_sleutel, min(aanbieder_agb) as aanbieder_agb
        from staging.stg_kwartaalcijfers__levering
        group by bestand_sleutel
    ) as eigenaar on bestand.bestand_sleutel = eigenaar.bestand_sleutel
    where bestand.bron != 'ijw'
    """,
    # A quarter belongs to its last month.
    """
    create temp table te_laat as
    select
        map_aanbieder(aanbieder_agb) as map_aanbieder,
        if(
            periode like '%-K_',
            left(periode, 5) || lpad(cast(3 * cast(right(periode, 1) as int) as varchar), 2, '0'),
            periode
        ) as map_maand,
        bron,
        periode,
        ontvangen
    from marts.fct_levering
    where te_laat and aanbieder_agb is not null
    """,
)


@dataclass(frozen=True, order=True)
class Map:
    """Whose folder, and of which month of receipt (JJJJ-MM)."""

    aanbieder: str
    maand: str


@contextmanager
def open_bron(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for reading, with everything sorted into folders.

    Raises:
        RegiobeeldFout: there is no warehouse, or an older version built it.
    """
    if not home.warehouse.exists():
        raise RegiobeeldFout("Er is nog geen warehouse om uit te lezen.", "Doe: regiobeeld run")
    with duckdb.connect(str(home.warehouse), read_only=True) as con:
        try:
            for opdracht in _VOORBEREIDING:
                con.execute(opdracht)
        except (duckdb.CatalogException, duckdb.BinderException):
            raise RegiobeeldFout(
                "Het warehouse is gebouwd met een andere versie van Regiobeeld.",
                "Doe: regiobeeld run",
            ) from None
        yield con


def read_kenmerken(con: duckdb.DuckDBPyConnection) -> dict[Map, str]:
    """Return every folder there is something to say in, with a hash of what it rests on."""
    rijen = con.execute(
        """
        with deel as (
            select map_aanbieder, map_maand, true as is_reden, hash(bevinding) as som
            from bevinding
            union all
            select map_aanbieder, map_maand, true, hash(te_laat) from te_laat
            union all
            select map_aanbieder, map_maand, false, hash(levering) from levering
            union all
            select map_aanbieder, map_maand, false, hash(bericht) from bericht
            where status != 'aanvaard'
        )
        select map_aanbieder, map_maand, count(*) || '/' || bit_xor(som)
        from deel
        group by map_aanbieder, map_maand
        having bool_or(is_reden)
        """
    ).fetchall()
    return {Map(aanbieder, maand): kenmerk for aanbieder, maand, kenmerk in rijen}


def select_mappen(con: duckdb.DuckDBPyConnection, mappen: list[Map]) -> None:
    """Say which folders ``terugkoppeling_inhoud`` reads."""
    con.execute("create or replace temp table gekozen (map_aanbieder varchar, map_maand varchar)")
    if mappen:
        waarden = [[map.aanbieder, map.maand] for map in mappen]
        con.executemany("insert into gekozen values (?, ?)", waarden)
