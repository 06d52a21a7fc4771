from pathlib import Path

import pytest

from demo.genereer import write_demo


@pytest.fixture(scope="session")
def kleine_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo of three per cent of the region over two years; tests only read it."""
    doel = tmp_path_factory.mktemp("demo")
    write_demo(doel, seed=3, jaren=2, schaal=0.03)
    return doel
