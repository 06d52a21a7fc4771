"""Level 2: the rules that hold within one message, by rule code.

A rule looks at a whole stack of messages: a condition on the columns of a flat table gives the
rows that break it. A column that is empty breaks nothing, unless the rule says so.
"""

from ingest.ijw.regels import (
    algemeen,
    antwoord,
    contact,
    declaratie,
    declaratie_antwoord,
    persoon,
    product,
    start_stop,
    verzoek,
)
from ingest.ijw.regels.register import Overtreding, iter_overtredingen, list_regel_codes

__all__ = [
    "Overtreding",
    "algemeen",
    "antwoord",
    "contact",
    "declaratie",
    "declaratie_antwoord",
    "iter_overtredingen",
    "list_regel_codes",
    "persoon",
    "product",
    "start_stop",
    "verzoek",
]
