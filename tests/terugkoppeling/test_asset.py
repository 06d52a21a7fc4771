"""The asset: where it stands in the graph, and that a run includes it."""

import dagster as dg
import pytest

from orchestration.defs.samenstelling import build_definitions, list_vanaf_warehouse
from orchestration.home import Home, Instellingen

KEY = dg.AssetKey(["terugkoppeling", "aanbieder"])


@pytest.fixture(scope="module")
def defs(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("graaf").resolve(), Instellingen())
    home.make_mappen()
    return build_definitions(home)


def test_terugkoppeling_follows_the_findings(defs):
    asset = defs.resolve_asset_graph().get(KEY)
    assert {key.path[-1] for key in asset.parent_keys} == {"fct_bevinding", "fct_levering"}
    assert asset.description and asset.kinds and asset.group_name == "terugkoppeling"
    assert asset.pools == {"duckdb_schrijver"}


def test_every_run_that_builds_the_warehouse_makes_terugkoppeling(defs):
    assert KEY in list_vanaf_warehouse(defs)
    for naam in ("verwerken", "publiceren"):
        assert KEY in defs.resolve_job_def(naam).asset_layer.selected_asset_keys
