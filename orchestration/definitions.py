"""Everything Dagster knows about Regiobeeld. ``workspace.yaml`` loads ``defs``."""

from orchestration.defs.samenstelling import build_definitions
from orchestration.home import Home
from orchestration.instance import write_instance_config

_home = Home.open()
_home.make_mappen()
write_instance_config(_home)

defs = build_definitions(_home)
