"""Make the region's own printed budgets of 2014 as spreadsheets, ready for the inbox.

The figures stand here exactly as printed in the regional plan of 29 August 2014 (annex 1, from
the meicirculaire 2014, and the regional frame of §3.2), inconsistencies included.
"""

from datetime import date, datetime
from pathlib import Path

import xlsxwriter

BIJLAGE_1 = "meicirculaire_2014_bijlage1.xlsx"
REGIONAAL_KADER = "regionaal_kader_2015.xlsx"

_KOP_BIJLAGE_1 = (
    "Gemeente",
    "Bedrag 2015",
    "% verschil t.o.v. dec 2013",
    "Per jeugdige (begroting)",
    "Per jeugdige (Awbz)",
    "Per jeugdige (Zvw)",
    "Per jeugdige (totaal)",
    "Aantal 0-17 jr",
)
RIJEN_BIJLAGE_1: tuple[tuple[str | int | float | None, ...], ...] = (
    ("Almere", 65687422, 11.1, 550.3, 469.8, 333.0, 1353.2, 48544),
    ("Dronten", 12911379, 13.9, 429.6, 636.5, 281.6, 1347.7, 9580),
    ("Lelystad", 29894139, 11.9, 780.8, 638.4, 287.2, 1706.3, 17520),
    ("Noordoostpolder", 11891917, -2.9, 392.1, 394.3, 253.3, 1039.8, 11437),
    ("Urk", 4866124, 1.6, 297.8, 244.9, 172.3, 715.0, 6806),
    ("Zeewolde", 5647158, -1.1, 312.6, 364.1, 270.6, 947.4, 5961),
    ("Flevoland", 130898139, None, None, None, None, None, 99848),
)
_KOP_KADER = (
    "Gemeente",
    "% bovenlokaal",
    "Beschikbaar voor bovenlokale hulp",
    "LTA en risicoverevening",
    "Totaal bovenlokaal",
)
RIJEN_KADER: tuple[tuple[str | int | float | None, ...], ...] = (
    ("Almere", 56.2, 33235900, 3543899, 36779799),
    ("Dronten", 50.4, 5859971, 602453, 6462424),
    ("Lelystad", 45.7, 12302279, 1321534, 13623813),
    ("Noordoostpolder", 38.2, 4083814, 417786, 4501600),
    ("Urk", 34.1, 1493810, 156362, 1650172),
    ("Zeewolde", 48.7, 2475275, 242682, 2717957),
    ("Flevoland", 50.5, 59451049, 6284716, 65735765),
)
# Not printed to the day: the circulaire came out at the end of May 2014.
PUBLICATIE_MEICIRCULAIRE = date(2014, 5, 30)
PUBLICATIE_PLAN = date(2014, 8, 29)


def write_circulaires(doel: Path) -> list[Path]:
    """Write both workbooks into folder ``doel`` and return their paths; always the same bytes."""
    doel.mkdir(parents=True, exist_ok=True)
    return [
        _write_werkmap(
            doel / BIJLAGE_1,
            "Bijlage 1",
            "Budget per gemeente 2015 volgens de meicirculaire 2014",
            ("meicirculaire 2014", PUBLICATIE_MEICIRCULAIRE),
            _KOP_BIJLAGE_1,
            RIJEN_BIJLAGE_1,
        ),
        _write_werkmap(
            doel / REGIONAAL_KADER,
            "Regionaal kader",
            "Regionaal budget 2015 (regionaal beleidsplan, paragraaf 3.2)",
            ("regionaal beleidsplan 2014", PUBLICATIE_PLAN),
            _KOP_KADER,
            RIJEN_KADER,
        ),
    ]


def _write_werkmap(
    pad: Path,
    werkblad: str,
    titel: str,
    circulaire: tuple[str, date],
    kop: tuple[str, ...],
    rijen: tuple[tuple[str | int | float | None, ...], ...],
) -> Path:
    naam, publicatie_datum = circulaire
    with xlsxwriter.Workbook(str(pad)) as werkmap:
        werkmap.set_properties({"created": datetime(2014, 8, 29)})  # noqa: DTZ001
        datum = werkmap.add_format({"num_format": "dd-mm-yyyy"})
        vet = werkmap.add_format({"bold": True})
        blad = werkmap.add_worksheet(werkblad)
        blad.write_string(0, 0, titel, vet)
        blad.write_row(1, 0, ("Circulaire", naam))
        blad.write_string(2, 0, "Publicatiedatum")
        blad.write_datetime(2, 1, publicatie_datum, datum)
        blad.write_row(3, 0, ("Jaar", 2015))
        blad.write_row(4, 0, ("Prijsbasis", "lopend"))
        blad.write_row(6, 0, kop, vet)
        for nummer, rij in enumerate(rijen, start=7):
            blad.write_row(nummer, 0, ["" if cel is None else cel for cel in rij])
        blad.set_column(0, len(kop) - 1, 20)
    return pad


if __name__ == "__main__":
    write_circulaires(Path(__file__).parent)
