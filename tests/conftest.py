"""What every test folder may use: a home of its own, apart from the environment and the clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

# Tests that share a costly fixture of the session run in one worker, which makes it once. The
# groups that take longest go first, so that the workers are ready at about the same time.
_DURE_FIXTURES = {"basis": "basis", "golden_map": "golden"}
_MAPPEN = ("dbt", "orchestration", "eigenschappen", "rapportage", "demo", "ingest/ijw")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Divide the tests over the workers of ``make pytest``."""
    volgorde = [*_DURE_FIXTURES.values(), *_MAPPEN]
    groepen = {item: _find_groep(item) for item in items}
    for item, groep in groepen.items():
        item.add_marker(pytest.mark.xdist_group(groep))
    items.sort(
        key=lambda item: (
            volgorde.index(groepen[item]) if groepen[item] in volgorde else len(volgorde)
        )
    )


def _find_groep(item: pytest.Item) -> str:
    for fixture, groep in _DURE_FIXTURES.items():
        if fixture in getattr(item, "fixturenames", ()):
            return groep
    pad = item.path.relative_to(Path(__file__).parent).as_posix()
    return next((map for map in _MAPPEN if pad.startswith(f"{map}/")), pad)


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
