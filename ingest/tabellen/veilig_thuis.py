"""Veilig Thuis: whether the dates of a melding or onderzoek follow each other."""

from datetime import date

from ingest.tabellen.lezing import Lezing
from ingest.tabellen.rijen import add_lake_rijen

_VOLGORDE = (
    ("melding_datum", "triagebesluit_datum"),
    ("start_datum", "afronding_datum"),
)


def finish(lezing: Lezing) -> None:
    """Add the lake tables of the bron, and the findings of V001."""
    for rij in lezing.rijen:
        for eerst, daarna in _VOLGORDE:
            begin, eind = rij.waarden.get(eerst), rij.waarden.get(daarna)
            if isinstance(begin, date) and isinstance(eind, date) and eind < begin:
                lezing.bevindingen.append(rij.report("V001"))
    add_lake_rijen(lezing)
