"""Writes the maatschappelijke uitkomsten: a provisional file, and a year later the final one."""

from datetime import date
from pathlib import Path

from demo.catalogus import read_gemeenten
from demo.kalender import Venster, to_maand
from demo.maatschappelijk import Uitkomst, list_uitkomsten, list_voorlopig
from demo.schrijvers.werkmap import Rij, write_werkmap

_KOP: Rij = (
    "Gemeente",
    "Jaar",
    "Indicator",
    "Teller",
    "Noemer",
    "Percentage",
    "Eenheid",
    "Herkomst",
)


def write_maatschappelijk(inbox: Path, venster: Venster) -> None:
    """Write the figures of the national sources into the folder of ``referentie``."""
    jaar = venster.eind.year
    _write(inbox, list_voorlopig(venster), date(jaar - 1, 2, 12))
    _write(inbox, list_uitkomsten(venster), date(jaar, 2, 12))


def _write(inbox: Path, uitkomsten: list[Uitkomst], datum: date) -> None:
    if not uitkomsten:
        return
    rijen: list[Rij] = [_KOP]
    for uitkomst in uitkomsten:
        rijen.append(
            (
                read_gemeenten()[uitkomst.gemeente].naam,
                uitkomst.jaar,
                uitkomst.indicator,
                uitkomst.teller,
                uitkomst.noemer,
                uitkomst.percentage,
                uitkomst.eenheid,
                uitkomst.herkomst,
            )
        )
    naam = f"maatschappelijk_flevoland_{datum.year}.xlsx"
    pad = inbox / "referentie" / to_maand(datum) / naam
    write_werkmap(pad, {"Maatschappelijk": rijen}, datum)
