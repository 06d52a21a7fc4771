"""Finding the header row of a sheet, and the block of labels and values above it."""

import re
from dataclasses import dataclass, field

from ingest.tabellen.cel import is_leeg
from ingest.tabellen.raster import Cel, Raster
from ingest.tabellen.waardelijst import read_gedeelde_lijst
from schemas.tabellen import Tabelkolom, Werkbladsoort, normalise_label

ZOEK_RIJEN = 60
MINIMUM_TREFFERS = 2
_JAAR = "jjjjaarjjjj"


@dataclass
class Kop:
    """Where the header row stands and which column is which; ``index`` counts from zero."""

    soort: Werkbladsoort
    index: int
    kolommen: dict[int, Tabelkolom] = field(default_factory=dict)
    meta_kolommen: dict[int, Tabelkolom] = field(default_factory=dict)
    dubbel: list[Tabelkolom] = field(default_factory=list)
    persoonlijk: list[int] = field(default_factory=list)
    onbekend: list[int] = field(default_factory=list)
    jaar: int | None = None

    @property
    def ontbrekend(self) -> list[Tabelkolom]:
        """The verplichte columns that the header row lacks."""
        gevonden = list(self.kolommen.values())
        return [kolom for kolom in self.soort.verplichte_kolommen if kolom not in gevonden]

    @property
    def score(self) -> tuple[int, int, int]:
        """How well the header row fits: complete ones first, then the most columns."""
        treffers = len(self.kolommen) + len(self.meta_kolommen)
        return (int(not self.ontbrekend), len(self.kolommen), treffers)


def find_kop(
    raster: Raster, soort: Werkbladsoort, aliassen: dict[str, list[str]] | None = None
) -> Kop | None:
    """Return the best header row for this kind of sheet, or None when nothing looks like one.

    Args:
        raster: the sheet.
        soort: what to look for.
        aliassen: extra headers by lake column, of one aanbieder.
    """
    koppen = [
        match_kop(rij, index, soort, aliassen or {})
        for index, rij in enumerate(raster.rijen[:ZOEK_RIJEN])
    ]
    treffers = [kop for kop in koppen if len(kop.kolommen) >= MINIMUM_TREFFERS]
    # The first of equals: a repeated header further down is no header.
    return max(treffers, key=lambda kop: (kop.score, -kop.index), default=None)


def match_kop(
    rij: list[Cel], index: int, soort: Werkbladsoort, aliassen: dict[str, list[str]]
) -> Kop:
    """Return which columns of a sheet the cells of one row name."""
    kop = Kop(soort, index)
    for plaats, cel in enumerate(rij):
        naam = normalise_label(cel) if isinstance(cel, str) else ""
        if not naam:
            continue
        if naam in read_gedeelde_lijst("persoonlijke_kolommen"):
            kop.persoonlijk.append(plaats)
        kolom = _find(naam, soort.kolommen, aliassen, kop)
        meta = None if kolom else _find(naam, soort.meta, aliassen, kop)
        if kolom in kop.kolommen.values() or meta in kop.meta_kolommen.values():
            gevonden = kolom or meta
            if gevonden is not None:
                kop.dubbel.append(gevonden)
        elif kolom:
            kop.kolommen[plaats] = kolom
        elif meta:
            kop.meta_kolommen[plaats] = meta
        elif plaats not in kop.persoonlijk:
            kop.onbekend.append(plaats)
    return kop


def find_meta(raster: Raster, tot: int, soort: Werkbladsoort) -> dict[str, tuple[int, Cel]]:
    """Return the values of the block above the table, by lake column, with their row index.

    A value stands right of its label, or after a colon in the same cell.
    """
    gevonden: dict[str, tuple[int, Cel]] = {}
    for index, rij in enumerate(raster.rijen[: min(tot, ZOEK_RIJEN)]):
        for plaats, cel in enumerate(rij):
            if not isinstance(cel, str):
                continue
            label, _, rest = cel.partition(":")
            kolom = _find(normalise_label(label), soort.meta, {}, None)
            if kolom is None or kolom.kolom in gevonden:
                continue
            waarde: Cel = rest.strip() or next(
                (buur for buur in rij[plaats + 1 :] if not is_leeg(buur)), ""
            )
            gevonden[kolom.kolom] = (index, waarde)
    return gevonden


def _find(
    naam: str,
    kolommen: tuple[Tabelkolom, ...],
    aliassen: dict[str, list[str]],
    kop: Kop | None,
) -> Tabelkolom | None:
    for kolom in kolommen:
        for alias in (*kolom.namen, *aliassen.get(kolom.kolom, [])):
            if "{jaar}" not in alias:
                if normalise_label(alias) == naam:
                    return kolom
                continue
            patroon = normalise_label(alias.replace("{jaar}", f" {_JAAR} "))
            match = re.fullmatch(patroon.replace(_JAAR, r"(\d{4})"), naam)
            if match:
                if kop is not None:
                    kop.jaar = int(match[1])
                return kolom
    return None


def kolom_letter(plaats: int) -> str:
    """Return the letter a spreadsheet gives a column: 0 is A, 26 is AA."""
    letters = ""
    plaats += 1
    while plaats:
        plaats, rest = divmod(plaats - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
