"""Toewijzingen outside the groups: one function per case, none may count at the stand."""

from datetime import date
from typing import Any

import post as p
from geval import Verhaal
from verhaal import Toewijzing, add_maanden, get_laatste_dag


def verzoek_afgewezen(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """A request that is rejected; no toewijzing follows."""
    los = verhaal.add_los("verzoek_afgewezen", maand, verwijzer_type="02", referentie="V-AFGEWEZEN")
    p.send_verzoek(verhaal.post, los)
    p.send_antwoord(verhaal.post, los, los.toewijzing_datum, "1")
    del verhaal.toewijzingen["verzoek_afgewezen", 1]


def zonder_kosten(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """Allocated and started, never claimed."""
    verhaal.add_los("zonder_kosten", maand)


def zelfverwijzer(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """Came without a referrer, never claimed."""
    verhaal.add_los("zelfverwijzer", maand, verwijzer_type="06", referentie="V-ZELF")


def alleen_gecrediteerd(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """The only line is credited two months later."""
    los = verhaal.add_los("alleen_gecrediteerd", maand)
    debet = los.add_regel(maand, 600, 90000)
    later: dict[str, Any] = {"declaratie_maand": add_maanden(maand, 2)}
    los.add_regel(maand, 600, 90000, debet_credit="C", vorige=debet.referentie, **later)


def alleen_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """The only line is refused for its volume."""
    verhaal.add_los("alleen_geweigerd", maand).add_regel(maand, 6000, 900000, afkeur_code="9321")


def nulregel(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """The only line is nought."""
    verhaal.add_los("nulregel", maand).add_regel(maand, 0, 0)


def alleen_2023(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """Only care in November 2023."""
    los = verhaal.add_los("alleen_2023", maand, eind=get_laatste_dag(maand))
    los.add_regel(maand, 600, 90000)


def alleen_2025(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """Only care in January 2025."""
    verhaal.add_los("alleen_2025", maand).add_regel(maand, 600, 90000)


def toewijzing_na_stand(verhaal: Verhaal, toewijzing: Toewijzing | None, maand: date) -> None:
    """Decided on 3 March 2025, back to December 2024."""
    los = verhaal.add_los(
        "toewijzing_na_stand",
        maand,
        eenheid="83",
        tarief=None,
        toewijzing_datum=date(2025, 3, 3),
        heeft_start=False,
    )
    los.add_regel(maand, 100000, 100000, declaratie_maand=date(2025, 2, 1))
