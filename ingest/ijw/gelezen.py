"""A message that passed its schema, flattened and not yet pseudonymised."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree

from ingest.ijw.soort import Soort
from ingest.ijw.vlakken import Tabel
from schemas.ijw.standaard import Berichtsoort, read_standaard
from schemas.ijw.vlak import HEADER_TABEL


@dataclass(frozen=True)
class GelezenBericht:
    """What the rules look at: the tree, the flat tables and the day of receipt."""

    soort: Soort
    root: etree._Element
    tabellen: dict[str, Tabel]
    ontvangst_datum: date
    bericht_sleutel: str
    aantal_regels: int

    @property
    def berichtsoort(self) -> Berichtsoort:
        """The message type in the standard."""
        return read_standaard(self.soort.release).berichten[self.soort.bericht]

    @property
    def dagtekening_datum(self) -> date:
        """The date of sending in the header (of a retour: of the message it answers)."""
        datum: date = self.header("dagtekening_datum")
        return datum

    def header(self, naam: str) -> Any:
        """Return one value of the header."""
        return self.tabellen[HEADER_TABEL].kolommen[naam][0]
