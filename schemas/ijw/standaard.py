"""One release of the iJw standard as data, read from ``schemas/ijw/<release>/``.

A new release is a new folder with what changed (see ``release.py``); nothing here names a version.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.ijw.release import find_release, list_releases, read_csv, read_release

__all__ = [
    "BASISSCHEMA",
    "Berichtsoort",
    "Element",
    "EnkelvoudigType",
    "Standaard",
    "list_releases",
    "read_csv",
    "read_standaard",
]

BASISSCHEMA = "basisschema"


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
    """A simple type (``LDT_``) with its facets; empty means no such facet.

    ``codelijst`` is the file in ``schemas/codelijsten`` that explains its values, or a bare code
    when the list is not kept here.
    """

    naam: str
    basis: str
    min_lengte: str
    max_lengte: str
    min_waarde: str
    max_waarde: str
    patroon: str
    waarden: tuple[str, ...]
    codelijst: str


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
    omschrijving: str

    @property
    def is_retour(self) -> bool:
        """True for the messages that echo the message they answer."""
        return bool(self.heen_bericht)


@dataclass(frozen=True, eq=False)
class Standaard:
    """One release: message types, classes per schema, and simple types.

    Two are equal only when they are the same object, so that what is built from one can be cached.
    """

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


def read_standaard(release: str) -> Standaard:
    """Return a release of the standard.

    Raises:
        FileNotFoundError: there is no folder for this release.
        OnjuisteRelease: the release contradicts the one that it builds on.
    """
    return _read_standaard(find_release(release))


@cache
def _read_standaard(folder: Path) -> Standaard:
    release = folder.name
    berichten = {
        row["bericht"]: _to_berichtsoort(row) for row in read_csv(release, "berichten.csv")
    }
    versie = read_release(release)
    klassen = {BASISSCHEMA: _read_klassen(release, BASISSCHEMA, {})}
    for bericht, soort in berichten.items():
        vaste_waarden = {
            "{bericht_code}": soort.bericht_code,
            "{versie}": versie["versie"],
            "{subversie}": versie["subversie"],
        }
        klassen[bericht] = _read_klassen(release, bericht, vaste_waarden)
    return Standaard(
        release=release,
        berichten=berichten,
        klassen=klassen,
        typen=_read_typen(release),
        schema_regels={
            (row["bericht"], row["pad"], row["facet"]): row["regel_code"]
            for row in read_csv(release, "schema_regels.csv")
        },
    )


def _to_berichtsoort(row: dict[str, str]) -> Berichtsoort:
    velden = {key: value for key, value in row.items() if key != "regel_elementen"}
    return Berichtsoort(**velden, regel_elementen=tuple(row["regel_elementen"].split()))


def _read_klassen(
    release: str, schema: str, vaste_waarden: Mapping[str, str]
) -> dict[str, tuple[Element, ...]]:
    gelezen: dict[str, list[tuple[float, Element]]] = {}
    for row in read_csv(release, f"berichten/{schema}.csv"):
        patroon = row["extra_patroon"]
        element = Element(
            naam=row["element"],
            type=row["type"],
            minimum=int(row["min"]),
            maximum=None if row["max"] == "unbounded" else int(row["max"]),
            extra_patroon=vaste_waarden.get(patroon, patroon),
        )
        # 2.5 puts an element of a later release between the second and the third of its basis.
        gelezen.setdefault(row["klasse"], []).append((float(row["volgnummer"]), element))
    return {
        klasse: tuple(element for _, element in sorted(elementen, key=lambda paar: paar[0]))
        for klasse, elementen in gelezen.items()
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
            codelijst=row["codelijst"],
        )
        for row in read_csv(release, "typen.csv")
    }
