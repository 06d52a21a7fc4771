"""Rules on allocated and requested products (301, 315, 317)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.omzetten import read_datum
from ingest.ijw.regels.algemeen import iter_late_datum, iter_late_geboortedatum
from ingest.ijw.regels.register import Overtreding, regel

_PRODUCT_BERICHTEN = ("jw301", "jw315", "jw317")
_PER_WEEK = "2"
_VERWIJDERD = "13"
_VERVALLEN_REDEN = "01"


@dataclass(frozen=True)
class _ProductTabel:
    naam: str
    begin: str = "ingang_datum"
    eind: str = "eind_datum"


_TABELLEN = {
    "jw301": (_ProductTabel("toewijzing"),),
    "jw315": (_ProductTabel("verzoek", "toewijzing_ingang_datum", "toewijzing_eind_datum"),),
    "jw317": (_ProductTabel("_te_wijzigen_product"), _ProductTabel("_nieuw_product")),
}


@regel("CS003", *_PRODUCT_BERICHTEN)
def check_periode(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """The end of a period is not before its start; in a 301 also that of a contact."""
    for tabel in _TABELLEN[bericht.soort.bericht]:
        for rij, begin, eind in bericht.tabellen[tabel.naam].rijen(tabel.begin, tabel.eind):
            if eind is not None and eind < begin:
                yield Overtreding(tabel.naam, rij, tabel.eind)
    for periode in bericht.root.iter("{*}Periode"):
        datums = [read_datum(datum) for datum in periode]
        if datums != sorted(datums):
            yield Overtreding(element=periode[-1])


@regel("TR134", "jw301")
def check_toewijzing_datums(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Birth dates and Toewijzingsdatum are not after the Dagtekening."""
    yield from iter_late_geboortedatum(bericht)
    yield from iter_late_datum(bericht, "toewijzing", "toewijzing_datum")


@regel("TR134", "jw315")
def check_verzoek_datums(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """The birth date is not after the Dagtekening."""
    yield from iter_late_geboortedatum(bericht)


@regel("CD075", *_PRODUCT_BERICHTEN)
def check_einddatum_bij_budget(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A product with a Budget has an end date."""
    for tabel in _TABELLEN[bericht.soort.bericht]:
        rijen = bericht.tabellen[tabel.naam].rijen("budget_eurocent", tabel.eind)
        for rij, budget, eind in rijen:
            if budget is not None and eind is None:
                yield Overtreding(tabel.naam, rij, tabel.eind)


@regel("CD076", *_PRODUCT_BERICHTEN)
def check_einddatum_bij_week(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A product with a volume per week has an end date."""
    for tabel in _TABELLEN[bericht.soort.bericht]:
        rijen = bericht.tabellen[tabel.naam].rijen("omvang_frequentie_code", tabel.eind)
        for rij, frequentie, eind in rijen:
            if frequentie == _PER_WEEK and eind is None:
                yield Overtreding(tabel.naam, rij, tabel.eind)


def _iter_omvang_en_budget(bericht: GelezenBericht, kolom: str) -> Iterator[Overtreding]:
    for tabel in _TABELLEN[bericht.soort.bericht]:
        rijen = bericht.tabellen[tabel.naam].rijen("omvang_volume", "budget_eurocent")
        for rij, volume, budget in rijen:
            if volume is not None and budget is not None:
                yield Overtreding(tabel.naam, rij, kolom)


@regel("CD077", *_PRODUCT_BERICHTEN)
def check_omvang_zonder_budget(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Omvang is absent when Budget is filled."""
    return _iter_omvang_en_budget(bericht, "omvang_volume")


@regel("CD078", *_PRODUCT_BERICHTEN)
def check_budget_zonder_omvang(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Budget is absent when Omvang is filled."""
    return _iter_omvang_en_budget(bericht, "budget_eurocent")


@regel("CS335", "jw301")
def check_verwijderd(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """RedenWijziging 13 (removed) only with Einddatum equal to Ingangsdatum."""
    rijen = bericht.tabellen["toewijzing"].rijen(
        "reden_wijziging_code", "ingang_datum", "eind_datum"
    )
    for rij, reden, begin, eind in rijen:
        if reden == _VERWIJDERD and begin != eind:
            yield Overtreding("toewijzing", rij, "reden_wijziging_code")


@regel("CS336", "jw301")
def check_vervallen_reden(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """RedenWijziging 01 is no longer allowed."""
    for rij, reden in bericht.tabellen["toewijzing"].rijen("reden_wijziging_code"):
        if reden == _VERVALLEN_REDEN:
            yield Overtreding("toewijzing", rij, "reden_wijziging_code")
