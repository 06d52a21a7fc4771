"""The hard cases by the name they have in ``gevallen.csv``."""

import gevallen_declaratie
import gevallen_los
import gevallen_toewijzing
from geval import Geval

GEVALLEN: dict[str, Geval] = {
    naam: functie
    for module in (gevallen_declaratie, gevallen_toewijzing, gevallen_los)
    for naam, functie in vars(module).items()
    if getattr(functie, "__module__", "") == module.__name__ and not naam.startswith("_")
}
