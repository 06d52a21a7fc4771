"""Rules on requests: for a toewijzing (315) and to change one (317)."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.regels.dubbel import find_dubbel
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import Vlakken

# COD327: gemeente, no referrer and judge are no zorgverlener.
_ZORGVERLENER = pa.array(["02", "03", "04", "05"])

_IS_ZORGVERLENER = pc.field("verwijzer_type_code").isin(_ZORGVERLENER)
_HEEFT_NAAM = pc.field("_verwijzer_naam").is_valid()
_HEEFT_AGB = pc.field("_verwijzer_agb").is_valid()


@regel("TR383", "jw315")
def check_referentie(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Every requested product has a ReferentieAanbieder of its own."""
    dubbel = find_dubbel(vlakken["verzoek"], ("referentie_aanbieder",))
    yield Overtreding("verzoek", dubbel, "referentie_aanbieder")


@regel("CD043", "jw315")
def check_beschikking(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Number and date of a beschikking come together or not at all."""
    nummer = pc.field("_beschikking_nummer").is_valid()
    datum = pc.field("beschikking_ingang_datum").is_valid()
    yield _where(vlakken, nummer != datum, "beschikking_ingang_datum")


@regel("CD066", "jw315")
def check_naam_verwijzer(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A zorgverlener who refers and has an AGB code is not named too."""
    yield _where(vlakken, _IS_ZORGVERLENER & _HEEFT_AGB & _HEEFT_NAAM, "_verwijzer_naam")


@regel("CD067", "jw315")
def check_agb_verwijzer(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A zorgverlener who refers and has no name has an AGB code."""
    yield _where(vlakken, _IS_ZORGVERLENER & ~_HEEFT_AGB & ~_HEEFT_NAAM, "_verwijzer_agb")


@regel("CD068", "jw315")
def check_verwijzer_zonder_agb(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Who refers and is no zorgverlener has no AGB code."""
    yield _where(vlakken, ~_IS_ZORGVERLENER & _HEEFT_AGB, "_verwijzer_agb")


@regel("TR352", "jw317")
def check_bestaand_product(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A request to change names a product that runs: kept or to be changed."""
    bestaand = pc.field("heeft_ongewijzigd") | pc.field("heeft_te_wijzigen")
    yield Overtreding("_verzoek", vlakken["_verzoek"].where(~bestaand), "heeft_ongewijzigd")


@regel("TR353", "jw317")
def check_gevraagde_wijziging(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A request to change asks for a change or for something new."""
    gevraagd = pc.field("heeft_te_wijzigen") | pc.field("heeft_nieuw")
    yield Overtreding("_verzoek", vlakken["_verzoek"].where(~gevraagd), "heeft_te_wijzigen")


@regel("TR380", "jw317")
def check_nieuw_product_later(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A new product begins after the Dagtekening."""
    is_nieuw = pc.field("klasse") == "NieuwProduct"
    te_vroeg = pc.field("gewenste_ingang_datum") <= pc.field("dagtekening_datum")
    rijen = vlakken["verzoek_wijziging"].where(is_nieuw & te_vroeg)
    yield Overtreding("verzoek_wijziging", rijen, "gewenste_ingang_datum")


def _where(vlakken: Vlakken, voorwaarde: pc.Expression, kolom: str) -> Overtreding:
    return Overtreding("verzoek", vlakken["verzoek"].where(voorwaarde), kolom)
