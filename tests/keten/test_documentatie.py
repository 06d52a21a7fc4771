"""A command in the docs is a command that works: each is run on the demo home."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli import app

WORTEL = Path(__file__).parents[2]
PAGINAS = sorted(
    [WORTEL / "README.md", WORTEL / "demo" / "README.md", *WORTEL.glob("docs/**/*.md")]
)
# These wait for a person or make a whole region; the rest of the suite runs them.
LANGLOPEND = {"dev", "demo", "stand", "revisie"}


def find_opdrachten() -> list[str]:
    """Return every call of the command line that the docs show, once."""
    gevonden = set()
    for pagina in PAGINAS:
        tekst = pagina.read_text(encoding="utf-8")
        for blok in re.findall(r"```bash\n(.*?)```", tekst, flags=re.DOTALL):
            gevonden.update(regel.split("#")[0].strip() for regel in blok.splitlines())
        gevonden.update(re.findall(r"`((?:\.venv/bin/)?(?:regiobeeld|make) [^`]+)`", tekst))
    return sorted(opdracht for opdracht in gevonden if opdracht)


def test_docs_show_commands():
    assert len(find_opdrachten()) > 8


@pytest.mark.parametrize("opdracht", [o for o in find_opdrachten() if o.startswith("make ")])
def test_make_target_in_the_docs_exists(opdracht):
    make = shutil.which("make")
    uitkomst = subprocess.run(
        [make, "--dry-run", *opdracht.split()[1:]], cwd=WORTEL, capture_output=True, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stderr


@pytest.mark.parametrize("opdracht", [o for o in find_opdrachten() if "regiobeeld" in o])
def test_command_in_the_docs_works(opdracht, basis, tmp_path, monkeypatch):
    woorden = opdracht.split()
    assert woorden[0] in ("regiobeeld", ".venv/bin/regiobeeld")
    argumenten = woorden[1:]
    if argumenten[0] in LANGLOPEND:
        argumenten = [argumenten[0], "--help"]
    monkeypatch.setenv("REGIOBEELD_HOME", str(basis.map))
    shutil.copytree(WORTEL / "tests" / "golden" / "ijw", tmp_path / "tests" / "golden" / "ijw")
    monkeypatch.chdir(tmp_path)
    uitkomst = CliRunner().invoke(app, argumenten)
    assert uitkomst.exit_code == 0, uitkomst.output


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.name)
def test_links_in_the_docs_lead_somewhere(pagina):
    tekst = pagina.read_text(encoding="utf-8")
    doelen = [doel for doel in re.findall(r"\]\(([^)#]+)[^)]*\)", tekst) if "://" not in doel]
    assert [doel for doel in doelen if not (pagina.parent / doel).exists()] == []
