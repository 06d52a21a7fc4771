"""``python -m orchestration.controle_definities``: can Dagster load everything?"""

import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Load all definitions on an empty home and say how many there are."""
    import dagster as dg

    from orchestration.defs.samenstelling import build_definitions
    from orchestration.home import Home, Instellingen

    with tempfile.TemporaryDirectory() as map:
        home = Home(Path(map).resolve(), Instellingen())
        home.make_mappen()
        defs = build_definitions(home)
        dg.Definitions.validate_loadable(defs)
        graaf = defs.resolve_asset_graph()
        sys.stdout.write(
            f"{len(graaf.get_all_asset_keys())} assets, {len(graaf.asset_check_keys)} controles\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
