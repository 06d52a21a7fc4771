"""One release of the iJw standard as data, read from ``schemas/ijw/<release>/*.csv``.

A new release is a new folder with the same files; nothing here names a version.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BASISSCHEMA = "basisschema"

_MAP = Path(__file__).parent


@dataclass(frozen=True)
class Element:
    """One child element of a class, in the order of the standard.

    ``maximum`` is None when unbounded. ``extra_patroon`` holds beside the pattern of the type.
    """

    naam: str
    type: str
    minimum: int
    maximum: int | None
    extra_patroon: str


@dataclass(frozen=True)
class EnkelvoudigType:
    """A simple type (``LDT_``) with its facets; None or empty means no such facet."""

    naam: str
    basis: str
    min_lengte: str
    max_lengte: str
    min_waarde: str
    max_waarde: str
    patroon: str
    waarden: tuple[str, ...]


@dataclass(frozen=True)
class Berichtsoort:
    """One message type: who sends it, what it answers and what its lines are called.

    ``afzender`` is ``gemeente`` or ``aanbieder``: the party in ``Header/Afzender``.
    ``heen_bericht`` is empty unless this is a retour.
    """

    bericht: str
    naam: str
    bericht_code: str
    afzender: str
    heen_bericht: str
    payload: str
    regel_elementen: tuple[str, ...]

    @property
    def is_retour(self) -> bool:
        """True for the messages that echo the message they answer."""
        return bool(self.heen_bericht)


@dataclass(frozen=True)
class Standaard:
    """One release: message types, classes per schema, and simple types."""

    release: str
    berichten: Mapping[str, Berichtsoort]
    klassen: Mapping[str, Mapping[str, tuple[Element, ...]]]
    typen: Mapping[str, EnkelvoudigType]
    schema_regels: Mapping[tuple[str, str, str], str]

    def namespace(self, schema: str) -> str:
        """Return the XML namespace of a message or of the basisschema."""
        return f"http://www.istandaarden.nl/ijw/{self.release}/{schema}/schema"

    def element_namen(self, schema: str) -> frozenset[str]:
        """Return every element name that may occur in a message."""
        return frozenset(
            {"Bericht"}
            | {
                element.naam
                for deel in (schema, BASISSCHEMA)
                for elementen in self.klassen[deel].values()
                for element in elementen
            }
        )


def read_csv(release: str, naam: str) -> list[dict[str, str]]:
    """Return the rows of one file of a release."""
    with (_MAP / release / naam).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def list_releases() -> tuple[str, ...]:
    """Return the releases that can be read, such as ``3_2``."""
    return tuple(sorted(path.parent.name for path in _MAP.glob("*/elementen.csv")))


@cache
def read_standaard(release: str) -> Standaard:
    """Return a release of the standard.

    Raises:
        FileNotFoundError: there is no folder for this release.
    """
    return Standaard(
        release=release,
        berichten={
            row["bericht"]: _to_berichtsoort(row) for row in read_csv(release, "berichten.csv")
        },
        klassen=_read_klassen(release),
        typen=_read_typen(release),
        schema_regels={
            (row["bericht"], row["pad"], row["facet"]): row["regel_code"]
            for row in read_csv(release, "schema_regels.csv")
        },
    )


def _to_berichtsoort(row: dict[str, str]) -> Berichtsoort:
    velden = {key: value for key, value in row.items() if key != "regel_elementen"}
    return Berichtsoort(**velden, regel_elementen=tuple(row["regel_elementen"].split()))


def _read_klassen(release: str) -> dict[str, dict[str, tuple[Element, ...]]]:
    gelezen: dict[str, dict[str, list[tuple[int, Element]]]] = {}
    for row in read_csv(release, "elementen.csv"):
        element = Element(
            naam=row["element"],
            type=row["type"],
            minimum=int(row["min"]),
            maximum=None if row["max"] == "unbounded" else int(row["max"]),
            extra_patroon=row["extra_patroon"],
        )
        klasse = gelezen.setdefault(row["schema"], {}).setdefault(row["klasse"], [])
        klasse.append((int(row["volgnummer"]), element))
    return {
        schema: {
            naam: tuple(element for _, element in sorted(elementen, key=lambda paar: paar[0]))
            for naam, elementen in klassen.items()
        }
        for schema, klassen in gelezen.items()
    }


def _read_typen(release: str) -> dict[str, EnkelvoudigType]:
    waarden: dict[str, list[str]] = {}
    for row in read_csv(release, "typen_waarden.csv"):
        waarden.setdefault(row["type"], []).append(row["waarde"])
    return {
        row["type"]: EnkelvoudigType(
            naam=row["type"],
            basis=row["basis"],
            min_lengte=row["min_lengte"],
            max_lengte=row["max_lengte"],
            min_waarde=row["min_waarde"],
            max_waarde=row["max_waarde"],
            patroon=row["patroon"],
            waarden=tuple(waarden.get(row["type"], ())),
        )
        for row in read_csv(release, "typen.csv")
    }
