"""Answer key: what was declared of each allocation, and what lies outside it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from demo.administratie.model import Besluit, Regel, Toewijzing
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid, is_staand
from demo.catalogus import Product
from demo.kalender import DAG, aantal_iso_weken, eerste_dag, laatste_dag

_MINUTEN = {"01": 1, "04": 60}
_LAAG_PERCENTAGE = 50


@dataclass
class Benutting:
    """What an allocation gives and what was declared of it, in the smallest unit.

    ``verstreken`` is the part in whole months up to the peildatum; ``totaal`` is None without an
    end, and both are None without a volume.
    """

    basis: str
    is_afgelopen: bool
    totaal: int | None
    verstreken: int | None
    gedeclareerd: int | None
    gedeclareerd_verstreken: int | None

    @property
    def percentage(self) -> Decimal | None:
        """What was declared of the elapsed part, None when there is nothing to measure."""
        if not self.verstreken or self.gedeclareerd_verstreken is None:
            return None
        deel = Decimal(100 * self.gedeclareerd_verstreken) / Decimal(self.verstreken)
        return deel.quantize(Decimal("0.1"), ROUND_HALF_UP)


def compute_benutting(waarheid: Waarheid, toewijzing: Toewijzing) -> Benutting:
    """Return the benutting of one live allocation."""
    product, huidig = toewijzing.zorg.product, toewijzing.huidig
    tot = min(_laatste_hele_maand(waarheid.peildatum), huidig.eind or date.max)
    is_afgelopen = tot == huidig.eind
    basis = _get_basis(product)
    if basis == "geen":
        return Benutting(basis, is_afgelopen, None, None, None, None)
    staand = [regel for regel in toewijzing.regels if is_staand(regel)]
    omvang = huidig.omvang * (1 if basis == "budget" else _MINUTEN.get(product.eenheid, 1))
    return Benutting(
        basis,
        is_afgelopen,
        _tel_totaal(product, basis, huidig, omvang),
        _tel_verstreken(product, basis, huidig, omvang, tot),
        sum(_volume(basis, regel) for regel in staand),
        sum(_volume(basis, regel) for regel in staand if regel.zorgmaand <= tot),
    )


def _get_basis(product: Product) -> str:
    if product.heeft_budget:
        return "budget"
    return "geen" if product.vorm == "aspecifiek" else "volume"


def _laatste_hele_maand(peildatum: date) -> date:
    return eerste_dag(peildatum + DAG) - DAG


def _volume(basis: str, regel: Regel) -> int:
    if basis == "budget":
        return regel.bedrag
    return regel.volume * _MINUTEN.get(regel.eenheid, 1)


def _is_totaal(product: Product, basis: str) -> bool:
    return basis == "budget" or product.frequentie == "6"


def _tel_totaal(product: Product, basis: str, huidig: Besluit, omvang: int) -> int | None:
    if _is_totaal(product, basis):
        return omvang
    if huidig.eind is None:
        return None
    return omvang * _tel_tijdvakken(product, huidig.ingang, huidig.eind)


def _tel_verstreken(
    product: Product, basis: str, huidig: Besluit, omvang: int, tot: date
) -> int | None:
    """Return the volume up to a day; a total or a budget by days."""
    if tot < huidig.ingang:
        return 0
    if not _is_totaal(product, basis):
        return omvang * _tel_tijdvakken(product, huidig.ingang, tot)
    if huidig.eind is None:
        return None
    dagen = (huidig.eind - huidig.ingang).days + 1
    return omvang * ((tot - huidig.ingang).days + 1) // dagen


def _tel_tijdvakken(product: Product, van: date, tot: date) -> int:
    """Return the weeks or months that a period touches; the demo allocates nothing per day."""
    if product.frequentie == "2":
        return aantal_iso_weken(van, tot)
    return 12 * (tot.year - van.year) + tot.month - van.month + 1


def list_benutting(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return one row per live allocation, and per lost one with standing lines."""
    rijen: list[tuple[object, ...]] = []
    for toewijzing in waarheid.met_zorg:
        staand = [regel for regel in toewijzing.regels if is_staand(regel)]
        som = sum(regel.bedrag for regel in staand)
        if not toewijzing.is_verloren:
            meting = compute_benutting(waarheid, toewijzing)
            rijen.append(
                (
                    *toewijzing.sleutel,
                    "levend",
                    meting.basis,
                    meting.is_afgelopen,
                    meting.totaal,
                    meting.verstreken,
                    meting.gedeclareerd,
                    meting.gedeclareerd_verstreken,
                    som,
                    sum(r.bedrag for r in staand if _is_buiten_periode(r)),
                    sum(r.bedrag for r in staand if _find_stop(r) == "definitief"),
                    sum(r.bedrag for r in staand if _find_stop(r) == "tijdelijk"),
                    0,
                )
            )
        elif staand:
            leeg = (None, None, None, None)
            rijen.append((*toewijzing.sleutel, "onbekend", "geen", False, *leeg, 0, 0, 0, 0, som))
    return rijen


def _is_buiten_periode(regel: Regel) -> bool:
    huidig = regel.toewijzing.huidig
    return regel.eind < huidig.ingang or regel.begin > (huidig.eind or date.max)


def _find_stop(regel: Regel) -> str | None:
    """Return which stop lies before the whole month of a line, None while care was given."""
    laatste = laatste_dag(regel.zorgmaand)
    begonnen = [s for s in regel.toewijzing.segmenten if s.begin.dag <= laatste]
    if not begonnen or any((s.laatste_dag or date.max) >= regel.zorgmaand for s in begonnen):
        return None
    eind = max(begonnen, key=lambda s: s.laatste_dag or date.max).eind
    return "definitief" if eind is not None and eind.dag < regel.zorgmaand else "tijdelijk"


def list_benutting_jaar(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (jaar of end, area, zorgvorm or totaal, allocations, low ones, sum of percentages)."""
    percentages: dict[tuple[int, str, str], list[Decimal]] = defaultdict(list)
    for toewijzing, percentage in _iter_afgelopen(waarheid):
        eind = toewijzing.huidig.eind
        assert eind is not None
        for gebied in (toewijzing.zorg.gemeente, "regio"):
            for zorgvorm in (toewijzing.zorg.product.zorgvorm, "totaal"):
                percentages[(eind.year, gebied, zorgvorm)].append(percentage)
    return [
        (*sleutel, len(lijst), sum(p < _LAAG_PERCENTAGE for p in lijst), sum(lijst))
        for sleutel, lijst in percentages.items()
    ]


def _iter_afgelopen(waarheid: Waarheid) -> Iterator[tuple[Toewijzing, Decimal]]:
    for toewijzing in waarheid.toewijzingen:
        meting = compute_benutting(waarheid, toewijzing)
        if meting.is_afgelopen and meting.percentage is not None:
            yield toewijzing, meting.percentage


def write_benutting(folder: Path, waarheid: Waarheid) -> None:
    """Write the tables of this subject into ``folder``."""
    write_tabel(
        folder,
        "benutting",
        (
            "gemeente_code",
            "toewijzing_nummer",
            "soort_toewijzing",
            "benutting_basis",
            "is_afgelopen",
            "toegewezen_volume",
            "toegewezen_verstreken_volume",
            "gedeclareerd_volume",
            "gedeclareerd_verstreken_volume",
            "gedeclareerd_eurocent",
            "buiten_periode_eurocent",
            "na_stop_eurocent",
            "tijdens_tijdelijke_stop_eurocent",
            "zonder_toewijzing_eurocent",
        ),
        list_benutting(waarheid),
    )
    write_tabel(
        folder,
        "benutting_jaar",
        (
            "jaar",
            "gebied_code",
            "zorgvorm",
            "aantal_toewijzingen",
            "aantal_laag",
            "som_benutting_percentage",
        ),
        list_benutting_jaar(waarheid),
    )
