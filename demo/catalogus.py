"""What the demo region knows beforehand: gemeenten, aanbieders, products and tariffs."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_GEGEVENS = Path(__file__).with_name("gegevens")
PRIJSPEIL = 2024
_INDEX_PER_JAAR = 1.041


@dataclass(frozen=True)
class Gemeente:
    """A gemeente with the scale of its youth care."""

    code: str
    naam: str
    plaats: str
    postcode_van: int
    bevolking_2014: int
    begroting_2015_euro: int
    jeugdigen_per_jaar: int
    bovenlokaal_totaal_euro: int
    groei_per_jaar: float


@dataclass(frozen=True)
class Aanbieder:
    """A provider; ``indeling`` is the layout of its kwartaalcijfers.

    ``vestiging`` is the gemeente where it offers stay; empty when the contracts do not tell.
    """

    agb: str
    naam: str
    type: str
    indeling: int
    zorgvormen: tuple[str, ...]
    vestiging: str


@dataclass(frozen=True)
class Product:
    """A contracted product. ``code`` or ``categorie`` is empty when it is not in the 301.

    ``maand_eurocent`` is what a month of this care costs on average (price level 2024).
    """

    categorie: str
    code: str
    zorgvorm: str
    variant: str
    eenheid: str
    declaratie_eenheid: str
    frequentie: str
    vorm: str
    tarief_eurocent: int
    maand_eurocent: int
    is_voltijd: bool
    duur_maanden: int
    looptijd_maanden: int
    wacht_dagen: int
    gewichten: tuple[int, int, int]

    @property
    def is_jb_jr(self) -> bool:
        """Whether the gecertificeerde instelling carries it out."""
        return self.categorie in ("47", "48")

    @property
    def is_in_minuten(self) -> bool:
        """Allocated in hours but claimed in minutes (IV081)."""
        return (self.eenheid, self.declaratie_eenheid) == ("04", "01")

    @property
    def heeft_budget(self) -> bool:
        """Whether the 301 carries a Budget instead of an Omvang."""
        return self.vorm in ("aspecifiek_budget", "generiek")

    @property
    def declaratie_producten(self) -> tuple[tuple[str, str], ...]:
        """The (categorie, code) pairs that are claimed under this product."""
        if self.vorm == "generiek":
            return (("45", "45A04"),)
        if self.vorm == "aspecifiek":
            return (("45", "45A04"), ("45", "45A65"))
        if self.vorm == "aspecifiek_budget":
            return ((self.categorie, "50A03" if self.categorie == "50" else "55L01"),)
        return ((self.categorie, self.code),)


def _read(naam: str) -> list[dict[str, str]]:
    with (_GEGEVENS / f"{naam}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def read_gemeenten() -> dict[str, Gemeente]:
    """Return the six gemeenten of Flevoland by code, in order of code."""
    return {
        row["gemeente_code"]: Gemeente(
            row["gemeente_code"],
            row["gemeente_naam"],
            row["plaats"],
            int(row["postcode_van"]),
            int(row["bevolking_2014"]),
            int(row["begroting_2015_euro"]),
            int(row["jeugdigen_per_jaar"]),
            int(row["bovenlokaal_totaal_euro"]),
            float(row["groei_per_jaar"]),
        )
        for row in _read("gemeenten")
    }


@cache
def read_aanbieders() -> dict[str, Aanbieder]:
    """Return the invented providers by AGB code."""
    return {
        row["agb"]: Aanbieder(
            row["agb"],
            row["naam"],
            row["type"],
            int(row["indeling"]),
            tuple(row["zorgvormen"].split()),
            row["vestiging"],
        )
        for row in _read("aanbieders")
    }


@cache
def read_producten() -> tuple[Product, ...]:
    """Return the contracted products."""
    return tuple(
        Product(
            row["categorie"],
            row["code"],
            row["zorgvorm"],
            row["variant"],
            row["eenheid"],
            row["declaratie_eenheid"],
            row["frequentie"],
            row["vorm"],
            int(row["tarief_eurocent"] or 0),
            int(row["maand_eurocent"]),
            row["is_voltijd"] == "ja",
            int(row["duur_maanden"]),
            int(row["looptijd_maanden"]),
            int(row["wacht_dagen"]),
            (int(row["gewicht_gemeente"]), int(row["gewicht_medisch"]), int(row["gewicht_gi"])),
        )
        for row in _read("producten")
    )


@cache
def list_aanbieders_van(zorgvorm: str) -> tuple[str, ...]:
    """Return the AGB codes of the providers that offer a zorgvorm."""
    return tuple(a.agb for a in read_aanbieders().values() if zorgvorm in a.zorgvormen)


@cache
def compute_tarief(agb: str, code: str, jaar: int) -> int:
    """Return the contracted price in eurocent per unit of a claimed product code, 0 for unit 83.

    For a product that is claimed in minutes but allocated in hours it is the price per hour.
    """
    basis = next(
        (p.tarief_eurocent for p in read_producten() if p.code == code),
        0,
    )
    afwijking = (int(agb[-3:]) % 7 - 3) / 100
    return round(basis * (1 + afwijking) * _INDEX_PER_JAAR ** (jaar - PRIJSPEIL))


@cache
def get_zorgvorm(categorie: str, code: str) -> str:
    """Return the zorgvorm of a claimed product."""
    for product in read_producten():
        if (product.categorie, product.code) == (categorie, code):
            return product.zorgvorm
    return {"50": "maatwerk", "55": "landelijk_ingekocht"}[categorie]
