"""What every test folder may use: a home of its own, apart from the environment and the clock."""

from collections.abc import Iterator

import pytest
from xdist.scheduler import LoadScopeScheduling

# Test files that share costly fixtures of the session run in one worker, which makes them once.
# What takes longest goes first, so that the workers are ready at about the same time.
_GOLDEN = ("circulaires", "dronten_4_4", "foute_bestanden", "huis", "revisie_huis")
_GROEPEN = (
    *(f"tests/keten/test_{naam}.py" for naam in _GOLDEN),
    *("tests/keten/", "tests/dbt/", "tests/orchestration/", "tests/eigenschappen/"),
    *("tests/rapportage/", "tests/demo/", "tests/ingest/ijw/"),
)


def _find_groep(nodeid: str) -> str:
    bestand = nodeid.split("::")[0]
    groep = next((groep for groep in _GROEPEN if bestand.startswith(groep)), bestand)
    return "golden" if groep.endswith(".py") and groep in _GROEPEN else groep


class Groepen(LoadScopeScheduling):
    """Sends all tests of a group to one worker of ``make pytest``."""

    def _split_scope(self, nodeid: str) -> str:
        return _find_groep(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Groepen:
    """Divide the tests over the workers by group."""
    return Groepen(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the groups that take longest first."""
    volgorde = ["tests/keten/", "golden", "tests/dbt/", "tests/orchestration/"]
    items.sort(
        key=lambda item: (
            volgorde.index(groep)
            if (groep := _find_groep(item.nodeid)) in volgorde
            else len(volgorde)
        )
    )


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
