"""What the assets share: the home they work in."""

from pathlib import Path

import dagster as dg

from orchestration.home import Home


class HomeResource(dg.ConfigurableResource[Home]):
    """De map van de regio waarin alles staat."""

    map: str

    def open(self) -> Home:
        """Return the home, with the settings of the environment."""
        return Home.open(Path(self.map))
