"""The state models, built on one lake after another."""

from bericht_in_lake import Lake, Rij
from compilatie import Compilatie


class Staat:
    """Models with everything they rest on; a build stands until the next one.

    Args:
        compilatie: the compiled project.
        modellen: names of the models to ask for.
    """

    def __init__(self, compilatie: Compilatie, *modellen: str) -> None:
        self.modellen = modellen
        self._compilatie = compilatie
        eerder = [naam for model in modellen for naam in compilatie.models[model].eerder]
        self._stappen = dict.fromkeys([*eerder, *modellen])
        compilatie.connection.begin()

    def bouw(self, lake: Lake) -> None:
        """Fill the lake tables and build every model on them."""
        self._compilatie.connection.rollback()
        self._compilatie.connection.begin()
        self._compilatie.fill(lake)
        for naam in self._stappen:
            self._compilatie.create(naam)

    def fetch(self, model: str, zonder: str = "") -> list[Rij]:
        """Return the rows of a model, sorted, without the column ``zonder`` if it has that."""
        relatie = self._compilatie.models[model].relatie
        kolommen = f"columns(lambda kolom: kolom <> '{zonder}')"
        return self._compilatie.fetch(f"select {kolommen} from {relatie} order by all")
