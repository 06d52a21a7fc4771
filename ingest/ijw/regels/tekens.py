"""Amounts with a sign: debit counts, credit counts back."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.paden import Nummers
from ingest.ijw.vlakken import BERICHT_NUMMER, Vlakken

CREDIT, DEBET = "C", "D"


def is_nul_als_credit(bedrag: str, teken: str) -> pc.Expression:
    """Return the condition that an amount of zero is not a debit (CS325)."""
    return (pc.field(bedrag) == 0) & (pc.field(teken) != DEBET)


def with_teken(table: pa.Table, naam: str) -> Nummers:
    """Return a total in eurocent with its sign, from its two columns."""
    bedrag = table.column(f"{naam}_totaalbedrag").to_numpy()
    teken = table.column(f"{naam}_debetcredit").to_numpy()
    return np.where(teken == CREDIT, -bedrag, bedrag)


def sum_per_bericht(vlakken: Vlakken, tabel: str) -> Nummers:
    """Return per message the signed sum of its lines in eurocent."""
    table = vlakken[tabel].table
    bedrag = table.column("ingediend_eurocent").to_numpy()
    is_credit = pc.equal(table.column("debet_credit_code"), CREDIT).to_numpy()
    som = np.zeros(vlakken.aantal_berichten, np.int64)
    np.add.at(som, table.column(BERICHT_NUMMER).to_numpy(), np.where(is_credit, -bedrag, bedrag))
    return som
