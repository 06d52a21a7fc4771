"""Warehouse to release, release to report."""

from collections.abc import Iterator
from datetime import timedelta

import dagster as dg

from orchestration.defs.maanden import SCHRIJVER_POOL
from orchestration.defs.resources import HomeResource
from orchestration.klok import read_nu
from orchestration.stappen.publicatie import publish_release, read_release
from orchestration.stappen.publicatie_controle import CONTROLES, Controle
from orchestration.stappen.rapport import has_kwartaal, make_rapport
from orchestration.stappen.uitgave import PublicatieGeweigerd
from orchestration.voortgang import report_voortgang

RELEASE_KEY = dg.AssetKey(["release", "actueel"])
RAPPORT_KEY = dg.AssetKey(["rapport", "kwartaal"])


def make_publicatie_asset(tabellen: list[dg.AssetKey]) -> dg.AssetsDefinition:
    """Return the asset that publishes, held back by its own blocking checks."""

    @dg.multi_asset(
        name="publicatie",
        specs=[
            dg.AssetSpec(
                RELEASE_KEY,
                deps=tabellen,
                description="De release die iedereen mag lezen: DuckDB, Parquet, CSV en een "
                "gegevenswoordenboek. Wordt pas zichtbaar als alle controles slagen.",
                group_name="release",
                kinds={"duckdb", "parquet", "csv"},
                freshness_policy=dg.FreshnessPolicy.time_window(fail_window=timedelta(days=35)),
            )
        ],
        check_specs=[
            dg.AssetCheckSpec(naam, asset=RELEASE_KEY, blocking=True, description=uitleg)
            for naam, uitleg in CONTROLES.items()
        ],
        pool=SCHRIJVER_POOL,
    )
    def publicatie(
        home: HomeResource,
    ) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
        try:
            release = publish_release(home.open(), read_nu(), report_voortgang)
        except PublicatieGeweigerd as fout:
            yield from _to_checks(fout.controles)
            raise dg.Failure(str(fout), allow_retries=False) from None
        yield dg.MaterializeResult(
            asset_key=RELEASE_KEY,
            metadata={
                "release": release.nummer,
                "is_nieuw": release.is_nieuw,
                "stand": release.stand_datum or "geen",
                "map": dg.MetadataValue.path(release.map),
                **{f"rijen_{tabel}": rijen for tabel, rijen in release.rijen.items()},
            },
        )
        yield from _to_checks(release.controles)

    return publicatie


def _to_checks(controles: list[Controle]) -> Iterator[dg.AssetCheckResult]:
    for controle in controles:
        yield dg.AssetCheckResult(
            asset_key=RELEASE_KEY,
            check_name=controle.naam,
            passed=controle.is_geslaagd,
            metadata={"uitleg": controle.uitleg or "in orde"},
        )


class RapportConfig(dg.Config):
    """Welk kwartaal; leeg is het laatste dat op de stand voorbij was."""

    kwartaal: str = ""
    release: str = ""


@dg.asset(
    key=RAPPORT_KEY,
    deps=[RELEASE_KEY],
    group_name="rapport",
    kinds={"python", "html"},
    pool=SCHRIJVER_POOL,
    output_required=False,
    freshness_policy=dg.FreshnessPolicy.time_window(fail_window=timedelta(days=100)),
)
def rapport(
    context: dg.AssetExecutionContext, config: RapportConfig, home: HomeResource
) -> Iterator[dg.MaterializeResult]:
    """Kwartaalrapport: één pagina voor de regio en één per gemeente, uit één release."""
    geopend = home.open()
    if not config.kwartaal and not has_kwartaal(read_release(geopend, config.release or None)):
        context.log.warning("Geen rapport: er zijn nog geen cijfers van een heel kwartaal.")
        return
    gemaakt = make_rapport(
        geopend, config.kwartaal or None, config.release or None, report_voortgang
    )
    yield dg.MaterializeResult(
        asset_key=RAPPORT_KEY,
        metadata={
            "kwartaal": gemaakt.kwartaal,
            "release": gemaakt.release,
            "paginas": len(gemaakt.paden),
            "map": dg.MetadataValue.path(geopend.rapporten / gemaakt.kwartaal),
        },
    )
