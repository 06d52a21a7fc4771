"""The story of the golden set: who is allocated what, and which lines follow from it.

``groepen.csv`` says per group how many toewijzingen there are and what they cost together; this
file only spreads that evenly. The hard cases are in ``gevallen.py``.
"""

import calendar
import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

MAP = Path(__file__).parent
DRONTEN = "0303"
LELYSTAD = "0995"


@dataclass
class Regel:
    """One Prestatie, with the claim month it rides along in and the code that refuses it."""

    referentie: str
    maand: date
    code: str
    volume: int
    bedrag: int
    declaratie_maand: date
    tarief: int | None = None
    debet_credit: str = "D"
    vorige: str | None = None
    afkeur_code: str = ""


@dataclass
class Toewijzing:
    """One allocation in its first version, with its claim lines and which messages go out."""

    gemeente: str
    nummer: int
    bsn: str
    aanbieder: str
    categorie: str | None
    codes: tuple[str, ...]
    eenheid: str
    ingang: date
    eind: date | None
    frequentie: str = "4"
    tarief: int | None = None
    volume: int = 0
    budget: int | None = None
    verwijzer_type: str = ""
    reden_wijziging: str = ""
    referentie: str = ""
    toewijzing_datum: date = date(2023, 12, 1)
    toewijzing_tijd: str = "09:00:00"
    heeft_start: bool = True
    regels: list[Regel] = field(default_factory=list)

    def add_regel(
        self, maand: date, volume: int, bedrag: int, code: str = "", **extra: Any
    ) -> Regel:
        """Add a claim line for one care month, claimed in that month unless said otherwise."""
        regel = Regel(
            referentie=f"{self.gemeente}-{self.nummer}-{len(self.regels) + 1}",
            maand=maand,
            code=code or (self.codes[0] if self.codes else ""),
            volume=volume,
            bedrag=bedrag,
            declaratie_maand=maand,
            tarief=None if self.eenheid == "83" else self.tarief,
        )
        for naam, waarde in extra.items():
            setattr(regel, naam, waarde)
        self.regels.append(regel)
        return regel

    def get_regel(self, maand: date) -> Regel:
        """Return the one line of a care month."""
        (regel,) = (regel for regel in self.regels if regel.maand == maand)
        return regel


def add_maanden(maand: date, aantal: int) -> date:
    """Return the first day of the month ``aantal`` months later."""
    index = maand.year * 12 + maand.month - 1 + aantal
    return date(index // 12, index % 12 + 1, 1)


def get_laatste_dag(maand: date) -> date:
    """Return the last day of the month."""
    return maand.replace(day=calendar.monthrange(maand.year, maand.month)[1])


def spread(totaal: int, aantal: int) -> list[int]:
    """Return ``totaal`` cents in ``aantal`` near-equal parts that sum to it exactly."""
    return [totaal * (k + 1) // aantal - totaal * k // aantal for k in range(aantal)]


def iter_bsn() -> Iterator[str]:
    """Yield test bsn's: they pass the elfproef and begin with 9999, then with 99."""
    for getal in (*range(999900000, 1000000000), *range(990000000, 999900000)):
        cijfers = [int(cijfer) for cijfer in str(getal)]
        gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(c * g for c, g in zip(cijfers, gewichten, strict=True)) % 11 == 0:
            yield str(getal)


def read_csv(naam: str) -> list[dict[str, str]]:
    """Return the rows of one of the hand-written tables."""
    with (MAP / naam).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def build_groepen(bsns: Iterator[str]) -> dict[tuple[str, int], Toewijzing]:
    """Return every toewijzing of ``groepen.csv`` with its lines, by group and number in it."""
    rows = read_csv("groepen.csv")
    jeugdigen = {
        row["groep"]: [next(bsns) for _ in range(int(row["aantal_toewijzingen"]))]
        for row in rows
        if not row["jeugdigen_uit"]
    }
    result = {}
    for groep_nummer, row in enumerate(rows, start=1):
        aantal = int(row["aantal_toewijzingen"])
        if row["jeugdigen_uit"]:
            van = int(row["vanaf_jeugdige"]) - 1
            jeugdigen[row["groep"]] = jeugdigen[row["jeugdigen_uit"]][van : van + aantal]
        bedragen = spread(int(row["bedrag_euro"]) * 100, aantal)
        for volgnummer, (bsn, bedrag) in enumerate(
            zip(jeugdigen[row["groep"]], bedragen, strict=True), start=1
        ):
            toewijzing = build_toewijzing(row, groep_nummer * 10000 + volgnummer, bsn, bedrag)
            result[row["groep"], volgnummer] = toewijzing
    return result


def build_toewijzing(row: dict[str, str], nummer: int, bsn: str, bedrag: int) -> Toewijzing:
    """Return one toewijzing of a group whose lines together cost ``bedrag`` cents."""
    eerste = date(2024, int(row["eerste_maand"]), 1)
    laatste = date(2024, int(row["laatste_maand"]), 1)
    aantal_maanden = laatste.month - eerste.month + 1
    codes = tuple(row["codes"].split())
    is_generiek = not row["categorie"]
    toewijzing = Toewijzing(
        gemeente=DRONTEN,
        nummer=nummer,
        bsn=bsn,
        aanbieder=row["aanbieder"],
        categorie=row["categorie"] or None,
        codes=codes,
        eenheid=row["eenheid"],
        frequentie=row["frequentie"],
        tarief=int(row["tarief_eurocent"]) if row["tarief_eurocent"] else None,
        volume=int(row["volume_per_maand"] or bedrag),
        budget=bedrag if is_generiek else None,
        verwijzer_type=row["verwijzer_type"],
        ingang=eerste,
        # A whole year runs on; generic allocations must end (CD075).
        eind=None if laatste.month == 12 and not is_generiek else get_laatste_dag(laatste),
        toewijzing_datum=add_maanden(eerste, -1).replace(day=20),
    )
    if toewijzing.verwijzer_type:
        toewijzing.referentie = f"V{nummer}"
    for index, deel in enumerate(spread(bedrag, aantal_maanden)):
        for code, bedrag_regel in zip(codes, spread(deel, len(codes)), strict=True):
            volume = bedrag_regel if toewijzing.tarief is None else toewijzing.volume
            toewijzing.add_regel(add_maanden(eerste, index), volume, bedrag_regel, code)
    return toewijzing
