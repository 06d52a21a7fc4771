"""``regiobeeld sjabloon``: empty spreadsheets to fill in."""

from pathlib import Path

from orchestration.cli.scherm import maak_console
from orchestration.fouten import RegiobeeldFout


def write_sjablonen(bron: str | None, doel: Path) -> None:
    """Write the empty spreadsheet of a bron, or of all that have one.

    Raises:
        RegiobeeldFout: iJw has no spreadsheet.
    """
    from ingest.tabellen.sjabloon import write_sjabloon
    from schemas.tabellen import TABELBRONNEN

    if bron is not None and bron not in TABELBRONNEN:
        raise RegiobeeldFout(
            f"Voor {bron} bestaat geen sjabloon: dat zijn berichten uit een systeem.",
            f"Kies uit: {', '.join(TABELBRONNEN)}.",
        )
    doel.mkdir(parents=True, exist_ok=True)
    for naam in [bron] if bron else TABELBRONNEN:
        maak_console().print(f"{write_sjabloon(naam, doel)}", soft_wrap=True)
