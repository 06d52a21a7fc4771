"""Level 2: the rules that hold within one message, by rule code."""

from ingest.ijw.regels import algemeen, declaratie, product, start_stop
from ingest.ijw.regels.register import Overtreding, iter_overtredingen, list_regel_codes

__all__ = [
    "Overtreding",
    "algemeen",
    "declaratie",
    "iter_overtredingen",
    "list_regel_codes",
    "product",
    "start_stop",
]
