"""Rows of one message that repeat each other, or whose periods overlap."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.paden import Nummers
from ingest.ijw.vlakken import BERICHT_NUMMER, RIJ, Vlaktabel

_EERSTE_DAG = date.min.toordinal() - date(1970, 1, 1).toordinal()
_VOOR_ALTIJD = np.iinfo(np.int32).max - _EERSTE_DAG


def find_dubbel(tabel: Vlaktabel, sleutel: Sequence[str], table: pa.Table | None = None) -> Nummers:
    """Return the rows that have the key of an earlier row of their message; empty is a value.

    Args:
        tabel: the flat table.
        sleutel: columns that together may occur once in a message.
        table: the rows to look at, when not all.
    """
    rijen = tabel.table if table is None else table
    if rijen.num_rows < 2:
        return np.zeros(0, np.int64)
    groepen = number_groepen(rijen, (BERICHT_NUMMER, *sleutel))
    _, eerste = np.unique(groepen, return_index=True)
    herhaald = np.ones(len(groepen), bool)
    herhaald[eerste] = False
    return np.asarray(rijen.column(RIJ).to_numpy()[herhaald])


def number_groepen(table: pa.Table, kolommen: Sequence[str]) -> Nummers:
    """Return per row the number of its group: rows with equal values have the same one."""
    groepen = np.zeros(table.num_rows, np.int64)
    for kolom in kolommen:
        codes = table.column(kolom).combine_chunks().dictionary_encode(null_encoding="encode")
        nummers = codes.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        samen = groepen * (len(codes.dictionary) + 1) + nummers
        groepen = np.unique(samen, return_inverse=True)[1]
    return groepen


def find_overlap(
    table: pa.Table, groep: Sequence[str], begin: str, eind: str, breed: str | None = None
) -> Nummers:
    """Return the rows whose period overlaps that of an earlier row of their group.

    Args:
        table: rows with ``rij`` and ``bericht_nummer``; an empty end is open.
        groep: columns that must be equal, beside the message.
        begin: column of the first day.
        eind: column of the last day.
        breed: a column; of two rows that overlap at least one must have it empty.
    """
    if table.num_rows < 2:
        return np.zeros(0, np.int64)
    # Counted from the first day there is, so that -1 lies before every day.
    begint = table.column(begin).cast(pa.int32()).cast(pa.int64()).to_numpy() - _EERSTE_DAG
    dagen = pc.subtract(table.column(eind).cast(pa.int32()).cast(pa.int64()), _EERSTE_DAG)
    eindigt = pc.fill_null(dagen, _VOOR_ALTIJD).to_numpy()
    groepen = number_groepen(table, (BERICHT_NUMMER, *groep))
    volgorde = np.lexsort((begint, groepen))
    groepen, begint, eindigt = groepen[volgorde], begint[volgorde], eindigt[volgorde]
    is_breed = np.ones(len(groepen), bool)
    if breed is not None:
        is_breed = table.column(breed).is_null().to_numpy()[volgorde]
    ooit = _last_eind_before(groepen, eindigt)
    breed_ooit = _last_eind_before(groepen, np.where(is_breed, eindigt, -1))
    overlapt = np.where(is_breed, begint <= ooit, begint <= breed_ooit)
    return np.sort(table.column(RIJ).to_numpy()[volgorde[overlapt]])


def _last_eind_before(groepen: Nummers, eindigt: Nummers) -> npt.NDArray[np.int64]:
    """Return per row the latest end among the earlier rows of its group, or -1."""
    # Groups come in order, so one running maximum serves all when each group gets its own range.
    sprong = np.int64(_VOOR_ALTIJD) + 2
    hoogste = np.maximum.accumulate(eindigt + 1 + groepen * sprong)
    eerder = np.concatenate(([0], hoogste[:-1])) - groepen * sprong - 1
    return np.maximum(eerder, -1)
