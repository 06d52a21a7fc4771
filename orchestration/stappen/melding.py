"""What an operator must know without looking for it: ``meldingen.jsonl`` in the home."""

import json
from datetime import datetime

from orchestration.home import Home


def append_melding(home: Home, moment: datetime, run_id: str, tekst: str) -> None:
    """Add one alert. The text names steps and checks, never a value."""
    regel = {"moment": moment.isoformat(), "run": run_id, "melding": tekst}
    home.map.mkdir(parents=True, exist_ok=True)
    with (home.map / "meldingen.jsonl").open("a", encoding="utf-8") as bestand:
        bestand.write(json.dumps(regel, ensure_ascii=False) + "\n")


def read_meldingen(home: Home, aantal: int = 5) -> list[dict[str, str]]:
    """Return the last alerts, oldest first."""
    pad = home.map / "meldingen.jsonl"
    if not pad.exists():
        return []
    regels = pad.read_text(encoding="utf-8").splitlines()[-aantal:]
    return [json.loads(regel) for regel in regels if regel.strip()]
