"""Write what is generated from the data in ``schemas``: ``python -m schemas.render [--check]``.

The dbt sources, the pages of messages, rules and indicators come from CSV files, so that they can
never differ from what the program does. ``--check`` only looks for differences.
"""

import argparse
import sys
from pathlib import Path

from schemas.ijw.standaard import list_releases, read_standaard
from schemas.weergave.bericht import render_bericht
from schemas.weergave.bronnen import render_bronnen
from schemas.weergave.indicatoren import render_docs_blokken, render_indicatoren
from schemas.weergave.overzicht import render_overzicht
from schemas.weergave.regels import render_regels

DOEL = Path(__file__).resolve().parent.parent

_BERICHTEN = Path("docs/bronnen/ijw")


def render_bestanden() -> dict[Path, str]:
    """Return the text of every generated file by its path below the root of the project."""
    return {
        Path("dbt_project/models/staging/_bronnen_gegenereerd.yml"): render_bronnen(),
        Path("dbt_project/models/_indicatoren_gegenereerd.md"): render_docs_blokken(),
        Path("docs/indicatoren.md"): render_indicatoren(),
        Path("docs/regels.md"): render_regels(),
        _BERICHTEN / "README.md": render_overzicht(),
        **{
            _BERICHTEN / release / f"{bericht}.md": render_bericht(release, bericht)
            for release in list_releases()
            for bericht in read_standaard(release).berichten
        },
    }


def find_verschillen(doel: Path, bestanden: dict[Path, str]) -> list[str]:
    """Return what is wrong with the generated files below ``doel``, one line each."""
    verschillen = [
        f"{path} loopt achter op schemas"
        for path, text in bestanden.items()
        if not (doel / path).exists() or (doel / path).read_text(encoding="utf-8") != text
    ]
    aanwezig = {path.relative_to(doel) for path in (doel / _BERICHTEN).rglob("*.md")}
    return verschillen + [
        f"{path} hoort bij geen bericht: verwijder het"
        for path in sorted(aanwezig - set(bestanden))
    ]


def main(argv: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` return 1 when one is out of date."""
    parser = argparse.ArgumentParser(prog="python -m schemas.render", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only report differences")
    parser.add_argument("--doel", type=Path, default=DOEL, help="the root of the project")
    options = parser.parse_args(argv)
    bestanden = render_bestanden()
    if not options.check:
        for path, text in bestanden.items():
            (options.doel / path).parent.mkdir(parents=True, exist_ok=True)
            (options.doel / path).write_text(text, encoding="utf-8")
        return 0
    verschillen = find_verschillen(options.doel, bestanden)
    for verschil in verschillen:
        sys.stderr.write(f"{verschil}\n")
    if verschillen:
        sys.stderr.write("Draai `python -m schemas.render`.\n")
    return int(bool(verschillen))


if __name__ == "__main__":
    raise SystemExit(main())
