"""One finding as an aanbieder reads it: the columns of the workbook and of the CSV."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from schemas.ijw.standaard import list_releases, read_standaard
from schemas.regels import Regel, read_regels

Rij = Mapping[str, object]
"""A row of lake table ``bevinding`` or of ``fct_bevinding``; more columns do no harm."""

Cel = str | int | date | None

AANBIEDER = "aanbieder"
GEMEENTE = "gemeente"
INZENDER = "inzender"

_NIVEAUS_OVER_BERICHTEN = ("verband", "extern")
# How the place of a finding over messages names the numbers of the aanbieder itself.
_EIGEN_NUMMERS = {
    "bericht_identificatie": re.compile(r"(?:^|, )(?:bericht|identificatie) ([^,:]{1,12})(?=,|$)"),
    "declaratie_nummer": re.compile(r"\bdeclaratie ([A-Za-z0-9]{1,12})\b"),
    "referentie": re.compile(r"(?:^|, )(?:regel|referentie|verzoek) ([^,:]{1,36})(?=,|$)"),
    "toewijzing_nummer": re.compile(r"\btoewijzing ([0-9]{1,9})\b"),
}


def to_cellen(rij: Rij) -> list[Cel]:
    """Return the values of a finding in the order of ``KOLOMMEN``."""
    return [lees(rij) for lees in KOLOMMEN.values()]


def find_regel(rij: Rij) -> Regel:
    """Return the rule of a finding; one that the catalogue has dropped keeps its own text."""
    code = str(rij["regel_code"])
    return read_regels().get(code) or Regel(
        regel_code=code,
        niveau="",
        bron="",
        berichten="",
        ernst=str(rij["ernst"]),
        retour_code="",
        uitleg=str(rij["uitleg"]),
        wat_te_doen="",
        herkomst="",
        niet_te_beoordelen="",
    )


def find_hersteller(rij: Rij) -> str:
    """Return who has to mend a finding: the party that sent the message, or whoever delivered."""
    return _afzender(str(rij.get("bericht") or ""))


@cache
def _afzender(bericht: str) -> str:
    soort = read_standaard(list_releases()[-1]).berichten.get(bericht)
    if soort is None:
        return INZENDER
    # A retour keeps the header of the message that it answers, which the other party sent.
    return GEMEENTE if (soort.afzender == "gemeente") != soort.is_retour else AANBIEDER


@cache
def _is_over_berichten(regel_code: str) -> bool:
    regel = read_regels().get(regel_code)
    return regel is not None and regel.niveau in _NIVEAUS_OVER_BERICHTEN


@cache
def _omlijsting(regel_code: str) -> tuple[str, str]:
    regel = read_regels().get(regel_code)
    return (regel.uitleg, regel.wat_te_doen) if regel else ("", "")


def _uitleg(rij: Rij) -> str:
    """Return what is wrong without what to do, which has a column of its own."""
    _, wat_te_doen = _omlijsting(str(rij["regel_code"]))
    return str(rij["uitleg"]).removesuffix(wat_te_doen).strip()


def _wat_te_doen(rij: Rij) -> str:
    return _omlijsting(str(rij["regel_code"]))[1]


def _veld(naam: str) -> Callable[[Rij], Cel]:
    def lees(rij: Rij) -> Cel:
        waarde = rij.get(naam)
        return waarde if isinstance(waarde, int | date) else str(waarde or "")

    return lees


def _eigen_nummer(naam: str) -> Callable[[Rij], Cel]:
    def lees(rij: Rij) -> Cel:
        if rij.get(naam):
            return str(rij[naam])
        if not _is_over_berichten(str(rij["regel_code"])):
            return ""
        gevonden = _EIGEN_NUMMERS[naam].search(str(rij["plaats"]))
        return gevonden[1].strip() if gevonden else ""

    return lees


def _opgelost(rij: Rij) -> str:
    if rij.get("opgelost") is None:
        return ""
    datum = rij.get("opgelost_datum")
    if not rij["opgelost"]:
        return "nee"
    return f"ja, {datum:%d-%m-%Y}" if isinstance(datum, date) else "ja"


KOLOMMEN: dict[str, Callable[[Rij], Cel]] = {
    "ernst": _veld("ernst"),
    "regel": _veld("regel_code"),
    "te herstellen door": find_hersteller,
    "bestand": _veld("bestandsnaam"),
    "bericht": _veld("bericht"),
    "identificatie": _eigen_nummer("bericht_identificatie"),
    "plaats": _veld("plaats"),
    "regelnummer": _veld("regel_nummer"),
    "element": _veld("element"),
    "xpath": _veld("xpath"),
    "gemeente": _veld("gemeente_code"),
    "declaratienummer": _eigen_nummer("declaratie_nummer"),
    "referentie": _eigen_nummer("referentie"),
    "toewijzingnummer": _eigen_nummer("toewijzing_nummer"),
    "wat is er mis": _uitleg,
    "wat te doen": _wat_te_doen,
    "eerste gezien": _veld("eerste_gezien"),
    "opgelost": _opgelost,
}
"""Heading to value. None of these is a person: findings hold no cell of a client."""
