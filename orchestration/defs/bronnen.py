"""What an operator reads about each bron, and how often something should arrive."""

from dataclasses import dataclass
from datetime import timedelta

import dagster as dg

from schemas.lake import BRONNEN


@dataclass(frozen=True)
class Bron:
    """A source as the UI shows it; ``dagen`` is how long it may be silent."""

    omschrijving: str
    dagen: int

    @property
    def freshness_policy(self) -> dg.FreshnessPolicy:
        """Fails when nothing was received for longer than is usual for this bron."""
        return dg.FreshnessPolicy.time_window(fail_window=timedelta(days=self.dagen))


BRON_INFO = {
    "ijw": Bron("iJw-berichten 3.2: toewijzing, start, stop, verzoek, declaratie, retour", 35),
    "kwartaalcijfers": Bron("Kwartaalcijfers van de aanbieders", 100),
    "circulaires": Bron("Mei-, september-, decembercirculaire en gemeentebegrotingen", 200),
    "contracten": Bron("Aanbieders, producten met tarief, taakgerichte contracten, pgb", 400),
    "veilig_thuis": Bron("Adviezen, meldingen en onderzoeken van Veilig Thuis", 200),
    "referentie": Bron("Bevolking, CBS-vergelijkingscijfers en andere openbare gegevens", 400),
}
if set(BRON_INFO) != set(BRONNEN):
    raise ValueError("elke bron moet hier staan")


def archief_key(bron: str) -> dg.AssetKey:
    """Return the asset of the encrypted originals of a bron."""
    return dg.AssetKey(["archief", bron])


def lake_key(bron: str) -> dg.AssetKey:
    """Return the asset of the lake tables of a bron."""
    return dg.AssetKey(["lake", bron])
