"""Read a release: ``release.json`` and the published tables of ``regiobeeld.duckdb``."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Self

import duckdb

from rapportage.cijfer import ONTBREKEND, Cijfer
from rapportage.kwartaal import Kwartaal

REGIO: Final = "regio"
TOTAAL: Final = "totaal"

_KWARTALEN = "select distinct kwartaal from publicatie.zorggebruik_kwartaal order by kwartaal"
_GEBIEDEN = """
    select gemeente_code, max(gemeente_naam) as gemeente_naam
    from (
        select gemeente_code, gemeente_naam from publicatie.zorggebruik_kwartaal
        union all
        select gemeente_code, gemeente_naam from publicatie.kosten_maand
        union all
        select gemeente_code, gemeente_naam from publicatie.budget_realisatie_jaar
    )
    group by gemeente_code
    order by gemeente_code <> 'regio', gemeente_naam
"""
_ZORGGEBRUIK = """
    select * from publicatie.zorggebruik_kwartaal
    where gemeente_code = ? and kwartaal between ? and ?
    order by kwartaal, zorgvorm_naam
"""
_KOSTEN = """
    select * from publicatie.kosten_maand
    where gemeente_code = ? and zorgmaand between ? and ?
    order by zorgmaand, zorgvorm_naam
"""
_VERWIJZER = """
    select * from publicatie.kosten_verwijzer_jaar
    where gemeente_code = ? and jaar = ?
    order by verwijzer_groep_naam
"""
_WACHTTIJD = """
    select * from publicatie.wachttijd_kwartaal
    where gemeente_code = ? and (kwartaal between ? and ? or kwartaal = ?)
    order by kwartaal, zorgvorm_naam
"""
_OUTCOME = """
    select * from publicatie.outcome_kwartaal
    where gemeente_code = ? and zorgvorm = 'totaal' and kwartaal between ? and ?
    order by kwartaal, indicator_code
"""
_BUDGET = """
    select * from publicatie.budget_realisatie_jaar
    where gemeente_code = ? and jaar = ?
    order by circulaire
"""
_RAMING = """
    select * from publicatie.kosten_raming_periode
    where gemeente_code = ? and zorgvorm = 'totaal' and periode = ?
"""
_RAMING_BESTAAT = """
    select table_name from information_schema.tables
    where table_schema = 'publicatie' and table_name = 'kosten_raming_periode'
"""
_VOLLEDIGHEID = """
    select * from publicatie.volledigheid_maand
    where zorgmaand between ? and ?
    order by bron, zorgmaand, gemeente_code, aanbieder_naam
"""

_STATUS = "_status"
# A suppressed figure in these columns is itself the number of youths, so it is below the
# threshold. Other figures are suppressed because they rest on few youths; their size is unknown.
_TELT_JEUGDIGEN = frozenset(
    {"aantal_jeugdigen", "aantal_jeugdigen_meer_dan_een", "instroom", "uitstroom"}
)
_DREMPEL = 10


@dataclass(frozen=True)
class Release:
    """What ``release.json`` says about a release."""

    nummer: str
    gemaakt: date
    stand_datum: date
    onderdrukking_drempel: int


@dataclass(frozen=True)
class Rij:
    """One published row: its keys as they are, its figures with their status."""

    sleutels: dict[str, Any]
    cijfers: dict[str, Cijfer]

    def __getitem__(self, kolom: str) -> Any:
        """Return the value of a key column."""
        return self.sleutels[kolom]

    def cijfer(self, kolom: str) -> Cijfer:
        """Return the figure in a column, whether or not it has a status column of its own."""
        if kolom in self.cijfers:
            return self.cijfers[kolom]
        return Cijfer.read(self.sleutels.get(kolom), None)

    @property
    def volledigheid(self) -> Cijfer:
        """Share of the expected deliveries behind this row (0–100)."""
        return self.cijfer("volledigheid_percentage")


@dataclass(frozen=True)
class Gebied:
    """All published rows of the region or of one gemeente that a report needs."""

    gemeente_code: str
    naam: str
    zorggebruik: list[Rij]
    kosten: list[Rij]
    verwijzer: list[Rij]
    wachttijd: list[Rij]
    outcome: list[Rij]
    budget: list[Rij]
    raming: list[Rij]

    @property
    def is_regio(self) -> bool:
        """Whether this is the region as a whole."""
        return self.gemeente_code == REGIO


class Publicatie:
    """A release opened read-only; use it as a context manager."""

    def __init__(self, release_map: Path) -> None:
        """Open the release in ``release_map``.

        Raises:
            FileNotFoundError: the folder holds no release.
        """
        database, beschrijving = release_map / "regiobeeld.duckdb", release_map / "release.json"
        for pad in (database, beschrijving):
            if not pad.is_file():
                raise FileNotFoundError(
                    f"Geen release in '{release_map}': '{pad.name}' ontbreekt. "
                    "Maak eerst een release met: regiobeeld publiceer"
                )
        self._beschrijving = json.loads(beschrijving.read_text(encoding="utf-8"))
        self._drempel = int(self._beschrijving.get("onderdrukking_drempel", _DREMPEL))
        self._connection = duckdb.connect(database, read_only=True)

    def __enter__(self) -> Self:
        """Return the open release."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the database."""
        self._connection.close()

    def read_release(self) -> Release:
        """Return what the release says about itself; only a release with figures has a stand."""
        return Release(
            nummer=str(self._beschrijving["nummer"]),
            gemaakt=date.fromisoformat(self._beschrijving["gemaakt"][:10]),
            stand_datum=date.fromisoformat(self._beschrijving["stand_datum"][:10]),
            onderdrukking_drempel=self._drempel,
        )

    def list_kwartalen(self) -> list[str]:
        """Return the quarters that have figures, oldest first."""
        return [rij["kwartaal"] for rij in self._read(_KWARTALEN)]

    def list_gebieden(self) -> list[tuple[str, str]]:
        """Return (gemeente_code, naam), the region first, then the gemeenten by name."""
        return [(rij["gemeente_code"], rij["gemeente_naam"]) for rij in self._read(_GEBIEDEN)]

    def read_gebied(self, gemeente_code: str, naam: str, reeks: Sequence[Kwartaal]) -> Gebied:
        """Return the rows of one area for the quarters of ``reeks`` (the last is reported).

        Cost runs from January of the year before the reported quarter up to its last month. Who
        waits is only known at the stand, so the waits also cover the quarter of the stand.
        """
        eerste, laatste = reeks[0], reeks[-1]
        kwartalen = [gemeente_code, eerste.code, laatste.code]
        maanden = [gemeente_code, date(laatste.jaar - 1, 1, 1), laatste.maanden[-1]]
        jaar = [gemeente_code, laatste.jaar]
        stand = Kwartaal.of_datum(self.read_release().stand_datum)
        return Gebied(
            gemeente_code=gemeente_code,
            naam=naam,
            zorggebruik=self._read(_ZORGGEBRUIK, kwartalen),
            kosten=self._read(_KOSTEN, maanden),
            verwijzer=self._read(_VERWIJZER, jaar),
            wachttijd=self._read(_WACHTTIJD, [*kwartalen, stand.code]),
            outcome=self._read(_OUTCOME, kwartalen),
            budget=self._read(_BUDGET, jaar),
            raming=self._read_raming(gemeente_code, laatste),
        )

    def _read_raming(self, gemeente_code: str, kwartaal: Kwartaal) -> list[Rij]:
        """Return what is still to come of a quarter; older releases do not have it."""
        if not self._read(_RAMING_BESTAAT):
            return []
        return self._read(_RAMING, [gemeente_code, kwartaal.code])

    def read_volledigheid(self, kwartaal: Kwartaal) -> list[Rij]:
        """Return the deliveries expected and received in the months of a quarter."""
        return self._read(_VOLLEDIGHEID, [kwartaal.maanden[0], kwartaal.maanden[-1]])

    def _read(self, vraag: str, parameters: Sequence[object] = ()) -> list[Rij]:
        cursor = self._connection.execute(vraag, list(parameters))
        kolommen = [kolom[0] for kolom in cursor.description or ()]
        return [self._make_rij(kolommen, waarden) for waarden in cursor.fetchall()]

    def _make_rij(self, kolommen: Sequence[str], waarden: Sequence[Any]) -> Rij:
        alles = dict(zip(kolommen, waarden, strict=True))
        cijfers = {
            kolom: Cijfer.read(
                alles[kolom],
                alles[kolom + _STATUS],
                self._drempel if kolom in _TELT_JEUGDIGEN else None,
            )
            for kolom in kolommen
            if kolom + _STATUS in alles
        }
        sleutels = {
            kolom: waarde
            for kolom, waarde in alles.items()
            if kolom not in cijfers and not kolom.endswith(_STATUS)
        }
        return Rij(sleutels, cijfers)


def find_rij(rijen: Sequence[Rij], **sleutels: object) -> Rij | None:
    """Return the first row with these key values, or None."""
    return next(
        (rij for rij in rijen if all(rij[kolom] == waarde for kolom, waarde in sleutels.items())),
        None,
    )


def read_cijfer(rij: Rij | None, kolom: str, zonder_rij: Cijfer = ONTBREKEND) -> Cijfer:
    """Return a figure of a row, or ``zonder_rij`` when there is no such row."""
    return zonder_rij if rij is None else rij.cijfer(kolom)
