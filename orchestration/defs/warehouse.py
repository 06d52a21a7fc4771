"""Lake to warehouse: every dbt model an asset, every dbt test a check.

dbt rebuilds everything, every time, also when a run asks for one model: a half warehouse
could never be swapped in. A test that fails stops dbt, so nothing after it is published.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject, dbt_assets
from dagster_dbt.asset_utils import get_asset_check_key_for_test

from orchestration.defs.bronnen import lake_key
from orchestration.defs.maanden import SCHRIJVER_POOL
from orchestration.defs.resources import HomeResource
from orchestration.home import DBT_PROJECT_MAP, Home
from orchestration.stappen.dbt_bouw import Knoop, WarehouseAfgekeurd
from orchestration.stappen.dbt_manifest import prepare_manifest, read_manifest
from orchestration.stappen.warehouse import build_warehouse
from orchestration.voortgang import report_voortgang


class RegiobeeldTranslator(DagsterDbtTranslator):
    """Names dbt's nodes as the rest of the graph does."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Return [layer, model]; every source table is the lake asset of its bron."""
        if dbt_resource_props["resource_type"] == "source":
            return lake_key(dbt_resource_props["source_name"])
        return dg.AssetKey([_laag(dbt_resource_props), dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """Return the layer of a model."""
        return _laag(dbt_resource_props)

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Return the Dutch description; the SQL stands in the repository."""
        return dbt_resource_props.get("description") or ""


def _laag(props: Mapping[str, Any]) -> str:
    if props["resource_type"] == "seed":
        return "seeds"
    return props["fqn"][1] if len(props["fqn"]) > 2 else "overig"


def make_warehouse_asset(home: Home) -> dg.AssetsDefinition:
    """Return the assets and checks of the dbt project, as its manifest tells them."""
    manifest = prepare_manifest(home)
    translator = RegiobeeldTranslator(
        settings=DagsterDbtTranslatorSettings(
            enable_duplicate_source_asset_keys=True, enable_source_tests_as_checks=False
        )
    )
    project = DbtProject(
        project_dir=DBT_PROJECT_MAP, target_path=Path(home.dbt), profiles_dir=DBT_PROJECT_MAP
    )

    @dbt_assets(
        manifest=manifest,
        name="warehouse",
        project=project,
        dagster_dbt_translator=translator,
        pool=SCHRIJVER_POOL,
    )
    def warehouse(
        context: dg.AssetExecutionContext, home: HomeResource
    ) -> Iterator[dg.Output | dg.AssetCheckResult]:
        geopend = home.open()
        try:
            bouw = build_warehouse(geopend, voortgang=report_voortgang)
        except WarehouseAfgekeurd as fout:
            yield from _report(context, geopend, translator, fout.bouw.knopen)
            raise dg.Failure(str(fout), allow_retries=False) from None
        yield from _report(context, geopend, translator, bouw.knopen)

    return warehouse


def _report(
    context: dg.AssetExecutionContext,
    home: Home,
    translator: DagsterDbtTranslator,
    knopen: list[Knoop],
) -> Iterator[dg.Output | dg.AssetCheckResult]:
    """Tell Dagster what dbt did, models before tests, as far as this run asked for it."""
    manifest = read_manifest(home)
    gekozen = context.selected_asset_keys
    for knoop in knopen:
        if knoop.soort in ("model", "seed") and knoop.is_geslaagd:
            key = translator.get_asset_key(manifest["nodes"][knoop.unique_id])
            if key in gekozen:
                yield dg.Output(
                    None,
                    output_name=key.to_python_identifier(),
                    metadata={"seconden": knoop.seconden},
                )
    for knoop in knopen:
        if knoop.soort != "test" or knoop.status == "skipped":
            continue
        check = get_asset_check_key_for_test(manifest, translator, knoop.unique_id, project=None)
        if check is not None and check in context.selected_asset_check_keys:
            yield dg.AssetCheckResult(
                asset_key=check.asset_key,
                check_name=check.name,
                passed=knoop.status == "pass",
                severity=dg.AssetCheckSeverity.WARN
                if knoop.status == "warn"
                else dg.AssetCheckSeverity.ERROR,
                metadata={"rijen": knoop.aantal or 0, "seconden": knoop.seconden},
            )
