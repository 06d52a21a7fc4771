"""One compiled project for all properties; ``REGIOBEELD_EIGENSCHAPPEN=lang`` looks much further."""

import os

import pytest
from compilatie import compile_project
from hypothesis import HealthCheck, settings
from staat import Staat

STAATSMODELLEN = (
    "int_toewijzing_laatste_versie",
    "int_start_live",
    "int_stop_live",
    "int_declaratieregel_status",
    "int_declaratieregel_credit",
    "int_verzoek_open",
    "int_verzoek_wijziging_open",
    "fct_toewijzing",
    "fct_traject",
    "fct_declaratieregel",
    "dim_client",
)

_VAST = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("kort", max_examples=40, derandomize=True, **_VAST)
settings.register_profile("lang", max_examples=5_000, **_VAST)
settings.load_profile(os.environ.get("REGIOBEELD_EIGENSCHAPPEN", "kort"))


@pytest.fixture(scope="session")
def staat(tmp_path_factory: pytest.TempPathFactory) -> Staat:
    """Return the state models, to be built on one lake after another."""
    return Staat(compile_project(tmp_path_factory.mktemp("staat")), *STAATSMODELLEN)
