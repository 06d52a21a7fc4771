"""The spreadsheet sources: which sheets and columns they have, and what suppliers call them.

One YAML per bron in this folder. The reader, the empty templates and the demo all follow it.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

_MAP = Path(__file__).parent
TABELBRONNEN = ("kwartaalcijfers", "circulaires", "contracten", "veilig_thuis", "referentie")

SOORTEN = {
    "tekst": "tekst",
    "nummer": "letters, cijfers en streepjes; geen bsn",
    "toewijzing_nummer": "toewijzingsnummer van hoogstens negen cijfers; geen bsn",
    "code": "code",
    "agb": "AGB-code van acht cijfers",
    "geheel": "geheel getal",
    "geheel_afgerond": "getal, wordt afgerond op een heel getal",
    "decimaal": "getal",
    "percentage": "procenten (0-100)",
    "miljoenste": "procenten met hoogstens vier decimalen",
    "euro": "euro's, met centen na de komma",
    "datum": "datum (dd-mm-jjjj)",
    "jaar": "jaar (jjjj)",
    "kwartaal": "kwartaal, bijvoorbeeld 2025-K4",
    "halfjaar": "halfjaar, bijvoorbeeld 2025-H2",
    "ja_nee": "ja of nee",
    "gemeente": "naam of code van een gemeente in de regio",
    "gemeente_nederland": "naam of code van een gemeente in Nederland",
    "gemeente_of_regio": "naam of code van een gemeente, of de naam van de regio voor de totaalrij",
    "zorgvorm": "naam of code van een zorgvorm",
    "keuze": "een van de toegestane waarden",
    "lijst": "een of meer van de toegestane waarden, gescheiden door een puntkomma",
}


@dataclass(frozen=True)
class Tabelkolom:
    """One column of a sheet, or one label with a value above its table.

    ``kolom`` is the lake column; ``waarden`` maps what may be written to what is kept.
    """

    kolom: str
    label: str
    soort: str
    aliassen: tuple[str, ...] = ()
    verplicht: bool = False
    minimum: int | None = None
    maximum: int | None = None
    lengte: int | None = None
    onderdeel: str | None = None
    voorbeeld: str = ""
    waarden: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def namen(self) -> tuple[str, ...]:
        """The label and its aliases."""
        return (self.label, *self.aliassen)


@dataclass(frozen=True)
class Werkbladsoort:
    """One kind of sheet of a bron: its lake table, its columns and the block above it.

    ``optioneel``: not every supplier fills it; without rows it is as if the sheet were absent.
    """

    naam: str
    tabel: str
    kolommen: tuple[Tabelkolom, ...]
    meta: tuple[Tabelkolom, ...] = ()
    aliassen: tuple[str, ...] = ()
    sleutel: tuple[str, ...] = ()
    onderdeel: str | None = None
    optioneel: bool = False

    @property
    def verplichte_kolommen(self) -> tuple[Tabelkolom, ...]:
        """The columns without which the sheet cannot be read."""
        return tuple(kolom for kolom in self.kolommen if kolom.verplicht)


@dataclass(frozen=True)
class Tabelbron:
    """One spreadsheet source."""

    bron: str
    omschrijving: str
    uitleg: tuple[str, ...]
    werkbladen: tuple[Werkbladsoort, ...]
    parameters: dict[str, Any] = field(default_factory=dict, hash=False)


@cache
def read_tabelbron(bron: str) -> Tabelbron:
    """Return the declaration of a spreadsheet source.

    Raises:
        KeyError: the bron is not a spreadsheet source.
    """
    if bron not in TABELBRONNEN:
        raise KeyError(bron)
    inhoud = _read_yaml(bron)
    return Tabelbron(
        bron=bron,
        omschrijving=inhoud["omschrijving"],
        uitleg=tuple(inhoud["uitleg"]),
        werkbladen=tuple(_to_werkbladsoort(blad) for blad in inhoud["werkbladen"]),
        parameters=inhoud.get("parameters", {}),
    )


@cache
def read_waarden() -> dict[str, Any]:
    """Return the values that every spreadsheet source shares (``waarden.yaml``)."""
    return _read_yaml("waarden")


@cache
def read_aanbieder_aliassen() -> dict[str, dict[str, Any]]:
    """Return by AGB what one aanbieder calls sheets, columns and values."""
    return {str(agb): aliassen for agb, aliassen in _read_yaml("aanbieder_aliassen").items()}


@lru_cache(maxsize=1 << 16)
def normalise_label(tekst: str) -> str:
    """Return a label without case, accents, punctuation and double spaces; % becomes procent."""
    ontleed = unicodedata.normalize("NFKD", tekst.replace("%", " procent ").casefold())
    letters = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def _read_yaml(naam: str) -> dict[str, Any]:
    return yaml.safe_load((_MAP / f"{naam}.yaml").read_text(encoding="utf-8")) or {}


def _to_werkbladsoort(blad: dict[str, Any]) -> Werkbladsoort:
    return Werkbladsoort(
        naam=blad["naam"],
        tabel=blad["tabel"],
        kolommen=tuple(_to_kolom(kolom) for kolom in blad["kolommen"]),
        meta=tuple(_to_kolom(kolom) for kolom in blad.get("meta", [])),
        aliassen=tuple(blad.get("aliassen", [])),
        sleutel=tuple(blad.get("sleutel", [])),
        onderdeel=blad.get("onderdeel"),
        optioneel=blad.get("optioneel", False),
    )


def _to_kolom(kolom: dict[str, Any]) -> Tabelkolom:
    waarden = kolom.get("waarden", {})
    if isinstance(waarden, list):
        waarden = {waarde: waarde for waarde in waarden}
    if kolom["soort"] not in SOORTEN:
        raise ValueError(f"Onbekende soort {kolom['soort']} bij {kolom['kolom']}")
    aliassen = tuple(kolom.get("aliassen", []))
    return Tabelkolom(**(kolom | {"aliassen": aliassen, "waarden": waarden}))
