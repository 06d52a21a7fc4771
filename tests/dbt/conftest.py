"""What several test files of the warehouse share."""

import pytest
from compilatie import Compilatie, compile_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Compilatie:
    """The dbt project, compiled once; a test leaves its lake empty."""
    return compile_project(tmp_path_factory.mktemp("compilatie"))
