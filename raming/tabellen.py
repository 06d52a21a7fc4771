"""The tables that the estimate leaves in the warehouse."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from raming.instelling import Instelling
from raming.invoer import Driehoek, Invoer, Reeks, maak_driehoek
from raming.lezen import Groep
from raming.onzekerheid import simuleer
from raming.patroon import maak_grondslag
from raming.schatting import schat
from raming.toets import toets

_EENHEID_MAAND = pa.schema(
    [
        ("eenheid_nummer", pa.int64()),
        ("zorgmaand", pa.date32()),
        ("omvang_eurocent", pa.int64()),
        ("nog_te_verwachten_eurocent", pa.int64()),
    ]
)
_INTERVAL = pa.schema(
    [
        ("gebied_code", pa.string()),
        ("zorgvorm_groep", pa.string()),
        ("periode_soort", pa.string()),
        ("periode", pa.string()),
        ("laag_eurocent", pa.int64()),
        ("hoog_eurocent", pa.int64()),
    ]
)
_TOETS = pa.schema(
    [
        ("toets_datum", pa.date32()),
        ("gebied_code", pa.string()),
        ("maanden_terug", pa.int64()),
        ("geraamd_eurocent", pa.int64()),
        ("laag_eurocent", pa.int64()),
        ("hoog_eurocent", pa.int64()),
        ("gekomen_eurocent", pa.int64()),
        ("geboekt_eurocent", pa.int64()),
    ]
)


def make_eenheid_maand(
    invoer: Invoer, stand: np.datetime64 | None, instelling: Instelling
) -> pa.Table:
    """Return the best estimate per unit and care month; empty with too little history."""
    driehoek = _maak_driehoek(invoer, stand, instelling)
    if driehoek is None:
        return _to_table([], _EENHEID_MAAND)
    best = schat(maak_grondslag(driehoek), np.ones((1, driehoek.aantal_maanden)), instelling)
    eenheid, maand = np.nonzero((best.omvang[0] != 0) | (best.nog[0] != 0))
    maanden = np.array(_list_maanden(driehoek, best.vanaf), dtype="datetime64[D]")
    return _to_table(
        [
            eenheid,
            maanden[maand],
            np.rint(best.omvang[0][eenheid, maand]).astype(np.int64),
            np.rint(best.nog[0][eenheid, maand]).astype(np.int64),
        ],
        _EENHEID_MAAND,
    )


def make_interval(
    invoer: Invoer, groepen: list[Groep], stand: np.datetime64 | None, instelling: Instelling
) -> pa.Table:
    """Return the range per published level, for each month, quarter and year."""
    driehoek = _maak_driehoek(invoer, stand, instelling)
    if driehoek is None:
        return _to_table([], _INTERVAL)
    best, uitkomsten = simuleer(driehoek, instelling)
    perioden = list(_iter_perioden(_list_maanden(driehoek, best.vanaf)))
    rijen = []
    for groep in groepen:
        per_maand = uitkomsten[:, groep.cellen].sum(axis=1)
        per_periode = np.stack([per_maand[:, deel].sum(axis=1) for *_, deel in perioden])
        laag, hoog = compute_interval(per_periode, instelling)
        rijen += [
            (groep.gebied_code, groep.zorgvorm_groep, soort, naam, int(laag[i]), int(hoog[i]))
            for i, (soort, naam, _) in enumerate(perioden)
        ]
    return _to_table(list(zip(*rijen, strict=True)), _INTERVAL)


def make_toets(
    invoer: Invoer, groepen: list[Groep], stand: np.datetime64 | None, instelling: Instelling
) -> pa.Table:
    """Return the back-test: what each earlier stand would have said, and what came."""
    if stand is None:
        return _to_table([], _TOETS)
    rijen = [
        (
            toetsing.stand.astype(date),
            toetsing.gebied_code,
            toetsing.maanden_terug,
            *map(round, toetsing.bedragen),
        )
        for toetsing in toets(invoer, groepen, stand, instelling)
    ]
    return _to_table(list(zip(*rijen, strict=True)), _TOETS)


def compute_interval(uitkomsten: Reeks, instelling: Instelling) -> tuple[Reeks, Reeks]:
    """Return the bounds over the last axis that hold the stated share, in whole eurocent."""
    rand = (100 - instelling.interval_percentage) / 2
    laag, hoog = np.percentile(uitkomsten, [rand, 100 - rand], axis=-1)
    return np.rint(laag), np.rint(hoog)


def _maak_driehoek(
    invoer: Invoer, stand: np.datetime64 | None, instelling: Instelling
) -> Driehoek | None:
    if stand is None or not len(invoer.eenheden.cel):
        return None
    driehoek = maak_driehoek(invoer, stand, instelling)
    return driehoek if driehoek.aantal_maanden >= instelling.minimum_maanden else None


def _list_maanden(driehoek: Driehoek, vanaf: int) -> list[date]:
    nummers = range(driehoek.eerste_maand + vanaf, driehoek.eerste_maand + driehoek.aantal_maanden)
    return [date(nummer // 12, nummer % 12 + 1, 1) for nummer in nummers]


def _iter_perioden(maanden: list[date]) -> Iterator[tuple[str, str, np.ndarray]]:
    """Yield (kind, name, positions of the months) of each month, quarter and year."""
    namen = {
        "maand": [f"{maand:%Y-%m}" for maand in maanden],
        "kwartaal": [f"{maand.year}-K{(maand.month + 2) // 3}" for maand in maanden],
        "jaar": [f"{maand.year}" for maand in maanden],
    }
    for soort, reeks in namen.items():
        for naam in sorted(set(reeks)):
            yield soort, naam, np.flatnonzero(np.array(reeks) == naam)


def _to_table(kolommen: Sequence[Any], schema: pa.Schema) -> pa.Table:
    """Return the table; without columns an empty one."""
    waarden = kolommen or [[] for _ in schema]
    return pa.table(
        [_to_array(k, veld.type) for k, veld in zip(waarden, schema, strict=True)], schema=schema
    )


def _to_array(waarden: Any, soort: pa.DataType) -> pa.Array:
    """Return an Arrow array; ``pa.array`` and ``empty_table`` import pandas: seconds."""
    if soort == pa.string():
        teksten = [tekst.encode() for tekst in waarden]
        einden = np.cumsum([0, *map(len, teksten)]).astype(np.int32)
        inhoud = pa.py_buffer(b"".join(teksten))
        return pa.StringArray.from_buffers(len(teksten), pa.py_buffer(einden), inhoud)
    if soort == pa.date32():
        getallen = np.asarray(waarden, dtype="datetime64[D]").astype(np.int32)
    else:
        getallen = np.asarray(waarden, dtype=np.int64)
    return pa.Array.from_buffers(
        soort, len(getallen), [None, pa.py_buffer(np.ascontiguousarray(getallen))]
    )
