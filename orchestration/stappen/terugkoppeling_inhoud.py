"""What stands in the folders of terugkoppeling: findings, deliveries and refused messages."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import duckdb

from ingest.maskering import has_bsn, mask_bsn
from orchestration.stappen.terugkoppeling_bron import Map
from rapportage.terugkoppeling.bevinding import Rij
from rapportage.terugkoppeling.inhoud import Levering
from rapportage.terugkoppeling.retour import GeweigerdBericht, choose_retour_codes

_RIJEN_PER_KEER = 10_000


def iter_bevindingen(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[Map, Iterator[Rij]]]:
    """Yield the findings of each chosen folder, in a fixed order; never all at once."""
    rijen = _iter_rijen(
        con,
        """
        select bevinding.*
        from bevinding
        inner join gekozen using (map_aanbieder, map_maand)
        order by map_aanbieder, map_maand, ernst, regel_code, bestandsnaam nulls last,
            bericht_sleutel, regel_nummer, plaats, bevinding_sleutel
        """,
    )
    return groupby(map(mask_rij, rijen), key=_map_van)


def mask_rij(rij: dict[str, Any]) -> dict[str, Any]:
    """Return a finding in which no number can be a bsn: senders number as they like."""
    return rij | {
        veld: rij[veld] and mask_bsn(rij[veld])
        for veld in ("bestandsnaam", "bericht_identificatie", "plaats")
    }


def read_leveringen(con: duckdb.DuckDBPyConnection) -> dict[Map, list[Levering]]:
    """Return the delivered files of each chosen folder.

    Of files that nobody owns only those with a finding are told.
    """
    rijen = _iter_rijen(
        con,
        """
        select
            levering.*,
            coalesce(bestand.bestandsnaam, '') as bestandsnaam
        from levering
        inner join gekozen using (map_aanbieder, map_maand)
        left join intermediate.int_bestand as bestand
            on levering.bron = bestand.bron and levering.bestand_sleutel = bestand.bestand_sleutel
        where
            map_aanbieder != 'onbekend'
            or levering.bestand_sleutel in (
                select bestand_sleutel from bevinding where map_aanbieder = 'onbekend'
            )
        order by levering.bron, levering.ontvangst_datum, bestandsnaam, levering.bestand_sleutel
        """,
    )
    leveringen: dict[Map, list[Levering]] = {}
    for rij in rijen:
        leveringen.setdefault(_map_van(rij), []).append(
            Levering(
                bron=rij["bron"],
                bestand=rij["bestandsnaam"],
                ontvangst_datum=rij["ontvangst_datum"],
                berichten_aanvaard=rij["berichten_aanvaard"],
                berichten_geweigerd=rij["berichten_geweigerd"],
                rijen_aanvaard=int(rij["rijen_aanvaard"]),
                rijen_geweigerd=int(rij["rijen_geweigerd"]),
            )
        )
    return leveringen


def read_te_laat(con: duckdb.DuckDBPyConnection) -> dict[Map, list[str]]:
    """Return per chosen folder, in Dutch, which deliveries came late or not at all."""
    zinnen: dict[Map, list[str]] = {}
    for rij in _iter_rijen(
        con,
        "select te_laat.* from te_laat inner join gekozen using (map_aanbieder, map_maand) "
        "order by bron, periode",
    ):
        hoe = "te laat ontvangen" if rij["ontvangen"] else "nog niet ontvangen"
        zin = f"{rij['bron']} over {rij['periode']}: {hoe}"
        zinnen.setdefault(_map_van(rij), []).append(zin)
    return zinnen


def read_geweigerd(con: duckdb.DuckDBPyConnection) -> dict[Map, list[GeweigerdBericht]]:
    """Return the refused messages of each chosen folder whose kind could be told.

    A message without retour codes gets no retour: it fails its schema, or its header cannot be
    repeated (a field is missing, or the identificatie could be a bsn).
    """
    rijen = _iter_rijen(
        con,
        """
        with fout as (
            select
                bericht_sleutel,
                regel_code,
                contains(coalesce(xpath, plaats), 'Header/') as is_kop,
                any_value(coalesce(xpath, plaats)) as plaats
            from bevinding
            where ernst = 'fout' and bericht_sleutel is not null
            group by bericht_sleutel, regel_code, is_kop
        )
        select
            bericht.*,
            coalesce(
                list({'regel_code': fout.regel_code, 'ernst': 'fout', 'plaats': fout.plaats}
                    order by fout.regel_code, fout.plaats)
                filter (fout.regel_code is not null),
                []
            ) as fouten
        from bericht
        inner join gekozen using (map_aanbieder, map_maand)
        left join fout on bericht.bericht_sleutel = fout.bericht_sleutel
        where bericht.status != 'aanvaard' and bericht.bericht is not null
        group by all
        order by bericht.bericht, bericht.bericht_identificatie, bericht.bericht_sleutel
        """,
    )
    geweigerd: dict[Map, list[GeweigerdBericht]] = {}
    for rij in rijen:
        geweigerd.setdefault(_map_van(rij), []).append(_to_geweigerd(rij))
    return geweigerd


def _to_geweigerd(rij: dict[str, Any]) -> GeweigerdBericht:
    kop = {
        naam: rij[naam]
        for naam in (
            "gemeente_code",
            "aanbieder_agb",
            "bericht_identificatie",
            "dagtekening_datum",
            "basisschema_xsd_versie",
            "bericht_xsd_versie",
        )
    }
    is_herhaalbaar = all(kop.values()) and not has_bsn(kop["bericht_identificatie"])
    return GeweigerdBericht(
        bericht_sleutel=rij["bericht_sleutel"],
        bericht=rij["bericht"],
        **kop,
        retour_codes=choose_retour_codes(rij["fouten"]) if is_herhaalbaar else (),
    )


def _iter_rijen(con: duckdb.DuckDBPyConnection, vraag: str) -> Iterator[dict[str, Any]]:
    gevonden = con.execute(vraag)
    namen = [kolom[0] for kolom in gevonden.description or ()]
    while rijen := gevonden.fetchmany(_RIJEN_PER_KEER):
        for rij in rijen:
            yield dict(zip(namen, rij, strict=True))


def _map_van(rij: Rij) -> Map:
    return Map(str(rij["map_aanbieder"]), str(rij["map_maand"]))
