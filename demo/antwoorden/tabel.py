"""Writes the tables of the answer key: sorted, with a fixed header, without personal data."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path


def write_tabel(
    folder: Path, naam: str, kop: Sequence[str], rijen: Iterable[Sequence[object]]
) -> int:
    """Write ``folder/naam.csv``; return the number of rows.

    None becomes an empty cell, a bool becomes ``true`` or ``false``.
    """
    tekst = sorted([_to_tekst(waarde) for waarde in rij] for rij in rijen)
    with (folder / f"{naam}.csv").open("w", encoding="utf-8", newline="") as stream:
        schrijver = csv.writer(stream, lineterminator="\n")
        schrijver.writerow(kop)
        schrijver.writerows(tekst)
    return len(tekst)


def _to_tekst(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde)
