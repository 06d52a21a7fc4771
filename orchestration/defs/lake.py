"""Archive to lake: one asset per bron, one partition per month of receipt.

The unit of work is a bron and a month, because reading a file gives all tables at once; an
asset per table would write a Dagster event per table and month, and those cost more time
than reading does. The tables and their rows stand in the metadata.
"""

from collections.abc import Iterator

import dagster as dg

from orchestration.defs.bronnen import BRON_INFO, archief_key, lake_key
from orchestration.defs.maanden import ONTVANGSTMAANDEN, SCHRIJVER_POOL
from orchestration.defs.resources import HomeResource
from orchestration.home import Home
from orchestration.stappen.inlezen import Inlezing, read_maanden
from orchestration.stappen.lake_controle import find_schema_fouten
from orchestration.stappen.verschil import count_regels
from orchestration.voortgang import report_voortgang
from schemas.lake import lake_tabellen
from schemas.regels import read_regels

SCHEMA_KLOPT = "lake_voldoet_aan_schema"
NIETS_GEWEIGERD = "niets_geweigerd"


class InleesConfig(dg.Config):
    """Wat één run anders kan doen."""

    alleen_verouderd: bool = False


def make_lake_asset(bron: str) -> dg.AssetsDefinition:
    """Return the asset that reads a bron into the lake, with its blocking check."""
    info, key = BRON_INFO[bron], lake_key(bron)

    @dg.multi_asset(
        name=f"inlezen_{bron}",
        specs=[
            dg.AssetSpec(
                key,
                deps=[archief_key(bron)],
                description=f"{info.omschrijving}. Gecontroleerd, gepseudonimiseerd en als "
                f"Parquet bewaard, per ontvangstmaand. Tabellen: {', '.join(lake_tabellen(bron))}.",
                group_name="lake",
                kinds={"python", "parquet"},
                freshness_policy=info.freshness_policy,
            )
        ],
        check_specs=[
            dg.AssetCheckSpec(
                SCHEMA_KLOPT,
                asset=key,
                blocking=True,
                description="Elke tabel heeft de kolommen, typen en verplichte velden van het "
                "contract. Zo niet, dan wordt er geen warehouse gebouwd.",
            ),
            dg.AssetCheckSpec(
                NIETS_GEWEIGERD,
                asset=key,
                description="Telt per regel wat bij het inlezen is geweigerd, over alle maanden "
                "van deze bron. Houdt niets tegen. Wat er nog ligt, van wie en wat te doen: "
                "marts.fct_quarantaine, en quarantaine/ in de home.",
            ),
        ],
        partitions_def=ONTVANGSTMAANDEN,
        backfill_policy=dg.BackfillPolicy.single_run(),
        pool=SCHRIJVER_POOL,
    )
    def inlezen(
        context: dg.AssetExecutionContext, config: InleesConfig, home: HomeResource
    ) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
        geopend, maanden = home.open(), list(context.partition_keys)
        inlezing = read_maanden(geopend, bron, maanden, config.alleen_verouderd, report_voortgang)
        _report_maanden(context, key, inlezing)
        yield dg.MaterializeResult(asset_key=key)
        fouten = find_schema_fouten(geopend, bron, maanden)
        yield dg.AssetCheckResult(
            asset_key=key,
            check_name=SCHEMA_KLOPT,
            passed=not fouten,
            metadata={
                "maanden": len(maanden),
                **{f"fout_in_{tabel}": ", ".join(fout) for tabel, fout in fouten.items()},
            },
        )
        yield _check_geweigerd(geopend, bron)

    return inlezen


def _check_geweigerd(home: Home, bron: str) -> dg.AssetCheckResult:
    """Say how often each rule refused something, most often first; counts only."""
    fouten = count_regels(home.lake, bron, "fout")
    kolommen = dg.TableSchema(
        columns=[
            dg.TableColumn("regel"),
            dg.TableColumn("aantal", "int"),
            dg.TableColumn("uitleg"),
        ]
    )
    regels = [
        dg.TableRecord({"regel": code, "aantal": aantal, "uitleg": read_regels()[code].uitleg})
        for code, aantal in fouten.most_common()
    ]
    return dg.AssetCheckResult(
        asset_key=lake_key(bron),
        check_name=NIETS_GEWEIGERD,
        passed=not fouten,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "fouten": fouten.total(),
            "per_regel": dg.MetadataValue.table(regels, kolommen),
        },
    )


def _report_maanden(
    context: dg.AssetExecutionContext, key: dg.AssetKey, inlezing: Inlezing
) -> None:
    """Put the counts of each month on its own partition. Counts only, never a value."""
    for maand, gelezen in inlezing.maanden.items():
        verschil = inlezing.verschillen[maand]
        context.add_asset_metadata(
            asset_key=key,
            partition_key=maand,
            metadata={
                "dagster/row_count": gelezen.aantal_rijen_aanvaard,
                "bestanden": gelezen.aantal_bestanden,
                "bestanden_in_quarantaine": gelezen.aantal_in_quarantaine,
                "rijen_geweigerd": gelezen.aantal_rijen_geweigerd,
                "fouten": gelezen.aantal_fouten,
                "signalen": gelezen.aantal_signalen,
                "bevindingen_opgelost": verschil.opgelost.total(),
                "bevindingen_nieuw": verschil.nieuw.total(),
                "rijen_aanvaard_erbij": verschil.rijen_na - verschil.rijen_voor,
                **{f"rijen_{tabel}": rijen for tabel, rijen in gelezen.rijen.items()},
            },
        )
    for maand in inlezing.ongewijzigd:
        context.add_asset_metadata(
            asset_key=key, partition_key=maand, metadata={"ongewijzigd": True}
        )


lake_assets = [make_lake_asset(bron) for bron in BRON_INFO]
