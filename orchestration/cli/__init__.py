"""The command ``regiobeeld``. Commands are registered here; their work is loaded when called."""

from orchestration.cli.app import app

__all__ = ["app"]
