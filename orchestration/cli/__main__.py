"""``python -m orchestration.cli``: the same as the command ``regiobeeld``."""

from orchestration.cli import app

app()
