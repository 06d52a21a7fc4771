"""Revisie: why the figures of one stand or release differ from those of another, to the cent.

Two stands are laid beside each other line by line by the models of dbt. Between two releases two
steps are added: from the lines that each release rested on to what the same stand gives now.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from orchestration.bestanden import read_json
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.dbt_bouw import build_deel
from orchestration.stappen.dbt_manifest import compute_project_versie, load_project
from orchestration.stappen.publicatie import read_release
from orchestration.stappen.revisie_inhoud import Punt, Revisie, Vergelijking, Verschil
from orchestration.stappen.stand import read_stand_datum
from orchestration.stappen.vorige_stand import (
    BESCHRIJVING,
    FEITEN,
    compute_kenmerk,
    export_feiten,
)
from orchestration.voortgang import Voortgang, ignore_voortgang

NU = "nu"
_RELEASE = re.compile(r"R\d{4,}")
_SELECTIE = (
    "+fct_revisie",
    "+fct_kosten",
    "+dim_gemeente",
    "revisie_oorzaak",
    "revisie_explains_the_whole_difference",
)


def explain_verschil(
    home: Home, van: str, tot: str, vandaag: date, voortgang: Voortgang = ignore_voortgang
) -> Revisie:
    """Return the difference between two stands or two releases, by cause.

    Args:
        home: whose lake and releases are read.
        van: a day, or the number of a release.
        tot: the same, or ``nu``.
        vandaag: no stand lies after it.
        voortgang: told after each build.

    Raises:
        RegiobeeldFout: a side does not exist, or they cannot be compared.
    """
    punten = _read_punt(home, van, vandaag), _read_punt(home, tot, vandaag)
    _check_punten(*punten)
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        project = load_project(home)
        stappen = _Stappen(home, project, voortgang)
        if punten[0].release and punten[1].release:
            return _explain_releases(stappen, *punten)
        toen = stappen.build(punten[0], None)
        nu = stappen.build(punten[1], toen)
        return _to_revisie(*punten, nu, _fetch_verschillen(nu))


def _read_punt(home: Home, tekst: str, vandaag: date) -> Punt:
    if tekst == NU:
        return Punt("nu", None)
    if _RELEASE.fullmatch(tekst):
        release = read_release(home, tekst)
        if release.stand_datum is None:
            raise RegiobeeldFout(f"Release {tekst} heeft geen cijfers.", "Kies een andere release.")
        return Punt(tekst, date.fromisoformat(release.stand_datum), tekst)
    datum = read_stand_datum(tekst, vandaag)
    return Punt(datum.isoformat(), datum)


def _check_punten(van: Punt, tot: Punt) -> None:
    if van.naam == tot.naam or van.datum is None:
        raise RegiobeeldFout(
            f"{van.naam} en {tot.naam} zijn niet te vergelijken.",
            "Geef eerst de vroegste stand of release, dan de latere (of niets: nu).",
        )
    if tot.datum is not None and tot.datum < van.datum:
        raise RegiobeeldFout(
            f"{van.naam} ligt na {tot.naam}.", f"Draai ze om: regiobeeld revisie {tot.naam} "
            f"{van.naam}",
        )  # fmt: skip
    if bool(van.release) != bool(tot.release) and tot.naam != NU:
        raise RegiobeeldFout(
            "Een release is alleen met een release te vergelijken.",
            "Geef twee releases, of twee datums.",
        )


class _Stappen:
    """Builds of stands, each beside the facts of another; what stands already is not built."""

    def __init__(self, home: Home, project: Any, voortgang: Voortgang) -> None:
        self.home, self._project, self._voortgang = home, project, voortgang

    def build(self, punt: Punt, vorige: Path | None) -> Path:
        """Return the folder with warehouse and facts at a stand, beside the facts in ``vorige``."""
        variabelen = punt.variabelen
        if vorige is not None:
            variabelen["vorige_stand"] = str(vorige)
        naast = f"_naast_{vorige.name}" if vorige is not None else ""
        dag = punt.datum.isoformat() if punt.datum else NU
        doel = self.home.open_stand(f"revisie/{dag}{naast}")
        kenmerk = compute_kenmerk(doel, variabelen)
        if read_json(doel.map / BESCHRIJVING).get("kenmerk") != kenmerk:
            build_deel(doel, self._project, variabelen, _SELECTIE, self._voortgang)
            doel.warehouse_bouw.replace(doel.warehouse)
            export_feiten(doel.warehouse, doel.map, {"kenmerk": kenmerk, **variabelen})
        return doel.map


def _explain_releases(stappen: _Stappen, van: Punt, tot: Punt) -> Revisie:
    toen, nu = (_find_feiten(stappen.home, punt) for punt in (van, tot))
    opnieuw_toen = stappen.build(van, toen)
    later = _fetch_verschillen(stappen.build(tot, opnieuw_toen))
    opnieuw_nu = stappen.build(tot, nu)
    verschillen = [
        *_relabel(stappen.home, opnieuw_toen, toen, teken=1),
        *later,
        *_relabel(stappen.home, opnieuw_nu, nu, teken=-1),
    ]
    vergelijking, rest = _compare_gepubliceerd(stappen.home, van, tot, (toen, nu))
    return replace(
        _to_revisie(van, tot, opnieuw_nu, [*verschillen, *rest]), vergelijking=vergelijking
    )


def _find_feiten(home: Home, punt: Punt) -> Path:
    map = home.open_stand(f"releases/{punt.release}").map
    if not all((map / f"{tabel}.parquet").exists() for _, tabel in FEITEN):
        raise RegiobeeldFout(
            f"Van release {punt.naam} zijn de regels niet bewaard.",
            f"Vergelijk de standen: regiobeeld revisie {punt.datum} ...",
        )
    return map


def _relabel(home: Home, map: Path, release: Path, teken: int) -> Iterable[Verschil]:
    """Yield what the same stand gives otherwise now than when the release was made.

    A line that came, went, or was answered since: its message was received after the release. A
    line that is there as it was and counts otherwise: another definition.
    """
    is_zelfde_versie = read_json(release / BESCHRIJVING).get("kenmerk", "").endswith(
        f"/{compute_project_versie(home)}"
    )  # fmt: skip
    oorzaak = (
        "'herlevering'"
        if is_zelfde_versie
        else """
        case
            when regel.bestaat_nu and regel.bestond_toen and regel.telt_nu = regel.telde_toen
                and not regel.is_andere_levering then 'definitie'
            else 'herlevering'
        end"""
    )
    for verschil in _fetch_verschillen(map, oorzaak):
        yield replace(
            verschil,
            eurocent=teken * verschil.eurocent,
            jeugdigenmaanden=teken * verschil.jeugdigenmaanden,
        )


def _fetch_verschillen(map: Path, oorzaak: str = "feit.oorzaak") -> list[Verschil]:
    with duckdb.connect(str(map / "warehouse.duckdb"), read_only=True) as con:
        rijen = con.execute(
            f"""
            select feit.gemeente_code, feit.zorgvorm, feit.zorgmaand, {oorzaak} as oorzaak,
                sum(feit.verschil_eurocent)::bigint, sum(feit.verschil_jeugdigenmaanden)::bigint
            from marts.fct_revisie as feit
            inner join marts.dim_gemeente as gemeente using (gemeente_code)
            left join intermediate.int_revisie_kostenregel as regel
                on feit.figuur = 'kosten'
                and feit.regel_sleutel = concat_ws('/', regel.soort, regel.regel_sleutel)
            where gemeente.is_regiogemeente
            group by all
            order by all
            """  # noqa: S608 (an expression of our own)
        ).fetchall()
    return [Verschil(*rij) for rij in rijen]


def _compare_gepubliceerd(
    home: Home, van: Punt, tot: Punt, feiten: tuple[Path, Path]
) -> tuple[Vergelijking, list[Verschil]]:
    """Lay the published months of two releases beside the lines that they rest on.

    A cell counts when both releases published it. What the lines do not explain is a definition of
    the published table itself.
    """
    kosten = [
        str(home.publicatie / str(punt.release) / "parquet" / "kosten_maand.parquet")
        for punt in (van, tot)
    ]
    regels = [str(map / "int_kostenregel.parquet") for map in feiten]
    with duckdb.connect() as con:
        rijen = con.execute(
            """
            with cel_van as (
                from read_parquet($van)
                where zorgvorm = 'totaal' and gemeente_code <> 'regio'
            ),
            cel_tot as (
                from read_parquet($tot)
                where zorgvorm = 'totaal' and gemeente_code <> 'regio'
            ),
            regel as (
                select gemeente_code, zorgmaand, kosten_eurocent as eurocent
                from read_parquet($regels_tot)
                union all
                select gemeente_code, zorgmaand, -kosten_eurocent as eurocent
                from read_parquet($regels_van)
            ),
            som as (
                select gemeente_code, zorgmaand, sum(eurocent)::bigint as eurocent
                from regel group by all
            )
            select
                gemeente_code, zorgmaand,
                cel_van.kosten_euro_status = 'waarde' as in_van,
                cel_tot.kosten_euro_status = 'waarde' as in_tot,
                (100 * (cel_tot.kosten_euro - cel_van.kosten_euro))::bigint
                    - coalesce(som.eurocent, 0) as rest
            from cel_van
            full join cel_tot using (gemeente_code, zorgmaand)
            left join som using (gemeente_code, zorgmaand)
            order by all
            """,
            {
                "van": kosten[0],
                "tot": kosten[1],
                "regels_van": regels[0],
                "regels_tot": regels[1],
            },
        ).fetchall()
    beide = [rij for rij in rijen if rij[2] and rij[3]]
    rest = [
        Verschil(gemeente, "totaal", maand, "definitie", verschil, 0)
        for gemeente, maand, _, _, verschil in beide
        if verschil
    ]
    return Vergelijking(len(beide), len(rijen) - len(beide), len(rest)), rest


def _to_revisie(van: Punt, tot: Punt, map: Path, verschillen: list[Verschil]) -> Revisie:
    with duckdb.connect(str(map / "warehouse.duckdb"), read_only=True) as con:
        oorzaken = con.execute(
            "select oorzaak, oorzaak_naam from seeds.revisie_oorzaak order by volgorde"
        ).fetchall()
        gemeenten = con.execute(
            "select gemeente_code, gemeente_naam from marts.dim_gemeente "
            "where is_regiogemeente order by gemeente_naam"
        ).fetchall()
    return Revisie(van, tot, verschillen, dict(oorzaken), dict(gemeenten))
