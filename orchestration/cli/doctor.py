"""``regiobeeld doctor``: is this home, and the machine under it, in order?"""

import json
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from orchestration.cli.scherm import maak_console
from orchestration.diagnose import Uitslag, diagnose_home
from orchestration.home import Home

_TEKENS = {"goed": "[green]goed[/]", "let op": "[yellow]let op[/]", "fout": "[red]fout[/]"}


def run_doctor(map: Path | None, als_json: bool) -> int:
    """Print the outcome of every examination, and return 1 when something is broken."""
    home = Home.open(map)
    uitslagen = diagnose_home(home)
    if als_json:
        velden = [uitslag.to_dict() for uitslag in uitslagen]
        print(json.dumps(velden, indent=2, ensure_ascii=False))  # noqa: T201
    else:
        _print(home, uitslagen)
    return 1 if any(uitslag.oordeel == "fout" for uitslag in uitslagen) else 0


def _print(home: Home, uitslagen: list[Uitslag]) -> None:
    console = maak_console()
    console.print(f"Home: {home.map}", soft_wrap=True)
    tabel = Table(box=None, show_header=False, pad_edge=False)
    for uitslag in uitslagen:
        uitleg = f"{uitslag.bevinding} {uitslag.wat_te_doen}".strip()
        tabel.add_row(_TEKENS[uitslag.oordeel], uitslag.onderwerp, escape(uitleg))
    console.print(tabel)
