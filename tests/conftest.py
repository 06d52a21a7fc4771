"""What every test folder may use: a home of its own, apart from the environment and the clock."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def omgeving() -> Iterator[None]:
    """Hide the settings and keys of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for naam in (
            "REGIOBEELD_HOME",
            "REGIOBEELD_DEBUG",
            "REGIOBEELD_IJW_XSD_MAP",
            "REGIOBEELD_LAKE",
            "REGIOBEELD_WAREHOUSE",
            "REGIOBEELD_ONDERDRUKKING_DREMPEL",
            "REGIOBEELD_ARCHIEF_SLEUTEL",
            "REGIOBEELD_ARCHIEF_SLEUTEL_BESTAND",
            "REGIOBEELD_PSEUDONIEM_SLEUTEL",
            "REGIOBEELD_PSEUDONIEM_SLEUTEL_BESTAND",
            "DBT_TARGET_PATH",
            "DAGSTER_HOME",
        ):
            patch.delenv(naam, raising=False)
        yield
