"""What a reader gets: one delivered file, opened from the archive."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bronbestand:
    """One delivered file with what was registered about it at ontvangst.

    ``bestandsnaam`` has been masked at registration; ``inhoud`` is the original, which
    holds personal data and must not leave ``ingest``.
    """

    bestand_sleutel: str
    bestandsnaam: str
    bron: str
    ontvangstmaand: str
    ontvangst_datum: date
    inhoud: bytes
