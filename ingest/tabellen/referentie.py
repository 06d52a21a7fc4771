"""Finishing of referentie: what the region delivers beside its messages."""

from ingest.tabellen.lezing import Lezing
from ingest.tabellen.rijen import add_lake_rijen


def finish(lezing: Lezing) -> None:
    """Add the lake tables of the bron, and the findings of R001."""
    for rij in lezing.rijen:
        teller, noemer = rij.waarden.get("teller"), rij.waarden.get("noemer")
        if isinstance(teller, int) and isinstance(noemer, int) and teller > noemer:
            lezing.bevindingen.append(rij.report("R001"))
    add_lake_rijen(lezing)
