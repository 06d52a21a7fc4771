"""Rules on allocated and requested products (301, 315, 317)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.regels.algemeen import where_after_dagtekening
from ingest.ijw.regels.contact import where_contact_ends_before_begin
from ingest.ijw.regels.dubbel import find_overlap
from ingest.ijw.regels.persoon import check_geboorte_niet_in_toekomst
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import Vlakken
from schemas.ijw.standaard import read_csv

_PRODUCT_BERICHTEN = ("jw301", "jw315", "jw317")
_PER_WEEK = "2"
_VERWIJDERD = "13"
_VERVALLEN_REDEN = "01"
_SINDS = pa.scalar(date(2021, 1, 1))


@dataclass(frozen=True)
class _ProductTabel:
    """Where a message keeps its products, and what it calls their period."""

    naam: str
    begin: str
    eind: str


_TABELLEN = {
    "jw301": _ProductTabel("toewijzing", "ingang_datum", "eind_datum"),
    "jw315": _ProductTabel("verzoek", "toewijzing_ingang_datum", "toewijzing_eind_datum"),
    "jw317": _ProductTabel("verzoek_wijziging", "gewenste_ingang_datum", "eind_datum"),
}
_CATEGORIE, _CODE = "product_categorie_code", "product_code"
_HEEFT_CATEGORIE = pc.field(_CATEGORIE).is_valid()
_HEEFT_CODE = pc.field(_CODE).is_valid()
_HEEFT_OMVANG = pc.field("omvang_volume").is_valid()
_HEEFT_BUDGET = pc.field("budget_eurocent").is_valid()
# A product that is changed or kept carries no Product; its toewijzing says what it is.
_IS_NIEUW = pc.field("klasse") == "NieuwProduct"


@regel("CS003", *_PRODUCT_BERICHTEN)
def check_periode(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The end of a period is not before its start; in a 301 also that of a contact."""
    tabel = _TABELLEN[vlakken.soort.bericht]
    yield _where(vlakken, pc.field(tabel.eind) < pc.field(tabel.begin), tabel.eind)
    if vlakken.soort.bericht == "jw301":
        yield where_contact_ends_before_begin(vlakken)


@regel("TR134", "jw301")
def check_toewijzing_datums(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Birth dates and Toewijzingsdatum are not after the Dagtekening."""
    yield from check_geboorte_niet_in_toekomst(vlakken)
    yield where_after_dagtekening(vlakken, "toewijzing", "toewijzing_datum")


@regel("CD041", *_PRODUCT_BERICHTEN)
def check_omvang_bij_code(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product with a code has an Omvang."""
    yield _where(vlakken, _HEEFT_CODE & ~_HEEFT_OMVANG, "omvang_volume")


@regel("CD075", *_PRODUCT_BERICHTEN)
def check_einddatum_bij_budget(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product with a Budget has an end date."""
    eind = _TABELLEN[vlakken.soort.bericht].eind
    yield _where(vlakken, _HEEFT_BUDGET & pc.field(eind).is_null(), eind)


@regel("CD076", *_PRODUCT_BERICHTEN)
def check_einddatum_bij_week(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product with a volume per week has an end date."""
    eind = _TABELLEN[vlakken.soort.bericht].eind
    per_week = pc.field("omvang_frequentie_code") == _PER_WEEK
    yield _where(vlakken, per_week & pc.field(eind).is_null(), eind)


@regel("CD077", *_PRODUCT_BERICHTEN)
def check_omvang_zonder_budget(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Omvang is absent when Budget is filled."""
    yield _where(vlakken, _HEEFT_OMVANG & _HEEFT_BUDGET, "omvang_volume")


@regel("CD078", *_PRODUCT_BERICHTEN)
def check_budget_zonder_omvang(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Budget is absent when Omvang is filled."""
    yield _where(vlakken, _HEEFT_OMVANG & _HEEFT_BUDGET, "budget_eurocent")


@regel("CD079", "jw301", "jw315")
def check_product_of_budget(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product without a Budget has a Product."""
    yield _where(vlakken, ~_HEEFT_BUDGET & ~_HEEFT_CATEGORIE, "product_categorie_code")


@regel("CD079", "jw317")
def check_nieuw_product_of_budget(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A new product without a Budget has a Product."""
    fout = _IS_NIEUW & ~_HEEFT_BUDGET & ~_HEEFT_CATEGORIE
    yield _where(vlakken, fout, "product_categorie_code")


def _omvang_zonder_code(vlakken: Vlakken) -> pc.Expression:
    eind = pc.field(_TABELLEN[vlakken.soort.bericht].eind)
    sinds_2021 = eind.is_null() | (eind >= _SINDS)
    return sinds_2021 & _HEEFT_OMVANG & ~_HEEFT_CODE


@regel("CD080", "jw301")
def check_toewijzing_zonder_code(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A toewijzing without a product code has no Omvang."""
    yield _where(vlakken, _omvang_zonder_code(vlakken), "omvang_volume")


@regel("CD095", "jw315")
def check_verzoek_zonder_code(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A request without a product code has no Omvang."""
    yield _where(vlakken, _omvang_zonder_code(vlakken), "omvang_volume")


@regel("CD096", "jw317")
def check_wijziging_zonder_code(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A new product without a product code has no Omvang."""
    yield _where(vlakken, _IS_NIEUW & _omvang_zonder_code(vlakken), "omvang_volume")


@regel("CS335", "jw301")
def check_verwijderd(vlakken: Vlakken) -> Iterator[Overtreding]:
    """RedenWijziging 13 (removed) only with Einddatum equal to Ingangsdatum."""
    eind = pc.field("eind_datum")
    gelijk = eind.is_valid() & pc.coalesce(eind == pc.field("ingang_datum"), pc.scalar(False))
    is_verwijderd = pc.field("reden_wijziging_code") == _VERWIJDERD
    yield _where(vlakken, is_verwijderd & ~gelijk, "reden_wijziging_code")


@regel("CS336", "jw301")
def check_vervallen_reden(vlakken: Vlakken) -> Iterator[Overtreding]:
    """RedenWijziging 01 is no longer allowed."""
    is_vervallen = pc.field("reden_wijziging_code") == _VERVALLEN_REDEN
    yield _where(vlakken, is_vervallen, "reden_wijziging_code")


@regel("CS338", "jw301", "jw317")
@regel("CS343", "jw315")
def check_frequentie(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The unit of an Omvang allows its frequency, for periods that end after 2020."""
    eind = pc.field(_TABELLEN[vlakken.soort.bericht].eind)
    samen = pc.binary_join_element_wise(
        pc.field("omvang_eenheid_code"), pc.field("omvang_frequentie_code"), "/"
    )
    mag = samen.isin(_toegestane_frequenties(vlakken.soort.release))
    sinds_2021 = eind.is_null() | (eind >= _SINDS)
    yield _where(vlakken, _HEEFT_OMVANG & sinds_2021 & ~mag, "omvang_frequentie_code")


@cache
def _toegestane_frequenties(release: str) -> pa.Array:
    rijen = read_csv(release, "eenheid_frequentie.csv")
    return pa.array([f"{rij['eenheid_code']}/{rij['frequentie_code']}" for rij in rijen])


@regel("TR302", "jw301")
def check_stapeling(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The same product does not overlap itself; a category or a generic one covers more (OP259).

    A toewijzing that was removed is not looked at.
    """
    tabel = _TABELLEN["jw301"]
    verwijderd = pc.coalesce(pc.field("reden_wijziging_code") == _VERWIJDERD, pc.scalar(False))
    table = vlakken[tabel.naam].table.filter(~verwijderd)
    rijen = [
        find_overlap(table.filter(_HEEFT_CODE), (_CATEGORIE, _CODE), tabel.begin, tabel.eind),
        find_overlap(table.filter(_HEEFT_CATEGORIE), (_CATEGORIE,), tabel.begin, tabel.eind, _CODE),
        find_overlap(table, (), tabel.begin, tabel.eind, _CATEGORIE),
    ]
    yield Overtreding(tabel.naam, np.unique(np.concatenate(rijen)), tabel.begin)


@regel("TR386", "jw315")
@regel("TR410", "jw317")
def check_dubbele_aanvraag(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The same product is not asked for twice in overlapping periods.

    In a request to change only the new products say what they are.
    """
    tabel = _TABELLEN[vlakken.soort.bericht]
    table = vlakken[tabel.naam].table
    if vlakken.soort.bericht == "jw317":
        table = table.filter(_IS_NIEUW)
    dubbel = find_overlap(table, (_CATEGORIE, _CODE), tabel.begin, tabel.eind)
    yield Overtreding(tabel.naam, dubbel, tabel.begin)


def _where(vlakken: Vlakken, voorwaarde: pc.Expression, kolom: str) -> Overtreding:
    naam = _TABELLEN[vlakken.soort.bericht].naam
    return Overtreding(naam, vlakken[naam].where(voorwaarde), kolom)
