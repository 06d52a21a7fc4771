"""Rules on claims (323) and their answers (325)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.regels.algemeen import iter_late_datum
from ingest.ijw.regels.register import Overtreding, regel

_CREDIT, _DEBET = "C", "D"
_EURO = "83"
_EERSTE_ZORGDAG = date(2021, 1, 1)
# These codes on a DeclaratieAntwoord do not refuse the claim as a whole.
_GEEN_AFKEURING = {"0200", "8001"}
_REGELTABEL = {"jw323": "prestatie", "jw325": "prestatie_antwoord"}
_PERIODE = {
    "jw323": ("product_periode_begin_datum", "product_periode_eind_datum"),
    "jw325": ("_product_periode_begin_datum", "_product_periode_eind_datum"),
}


@regel("CS340", "jw323")
def check_declaratie_maand(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """The claim period is exactly one calendar month."""
    rijen = bericht.tabellen["declaratie"].rijen(
        "declaratie_periode_begin_datum", "declaratie_periode_eind_datum"
    )
    for rij, begin, eind in rijen:
        laatste = monthrange(begin.year, begin.month)[1]
        if begin.day != 1 or eind != begin.replace(day=laatste):
            yield Overtreding("declaratie", rij, "declaratie_periode_begin_datum")


@regel("CS100", "jw323")
def check_periode_sinds_2021(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """Claims by this message exist for care from 2021 on."""
    begin_declaratie = "declaratie_periode_begin_datum"
    for rij, begin in bericht.tabellen["declaratie"].rijen(begin_declaratie):
        if begin < _EERSTE_ZORGDAG:
            yield Overtreding("declaratie", rij, begin_declaratie)
    begin_product, _ = _PERIODE["jw323"]
    for rij, begin in bericht.tabellen["prestatie"].rijen(begin_product):
        if begin < _EERSTE_ZORGDAG:
            yield Overtreding("prestatie", rij, begin_product)


@regel("CS337", "jw323")
def check_product_maand(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A product period lies within one calendar month."""
    for rij, begin, eind in bericht.tabellen["prestatie"].rijen(*_PERIODE["jw323"]):
        if (begin.year, begin.month) != (eind.year, eind.month):
            yield Overtreding("prestatie", rij, "product_periode_eind_datum")


@regel("TR319", "jw323")
def check_product_maand_niet_later(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A product period lies in the claim month or before it."""
    eind_declaratie = bericht.tabellen["declaratie"].kolommen["declaratie_periode_eind_datum"][0]
    for rij, eind in bericht.tabellen["prestatie"].rijen("product_periode_eind_datum"):
        if eind > eind_declaratie:
            yield Overtreding("prestatie", rij, "product_periode_eind_datum")


@regel("TR134", "jw323", "jw325")
def check_begin_niet_in_toekomst(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """No period begins after the Dagtekening."""
    if bericht.soort.bericht == "jw323":
        yield from iter_late_datum(bericht, "declaratie", "declaratie_periode_begin_datum")
    begin, _ = _PERIODE[bericht.soort.bericht]
    yield from iter_late_datum(bericht, _REGELTABEL[bericht.soort.bericht], begin)


@regel("TR137", "jw323", "jw325")
def check_einde(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """No period ends before it begins, or after the Dagtekening."""
    soort = bericht.soort.bericht
    if soort == "jw323":
        kolommen = ("declaratie_periode_begin_datum", "declaratie_periode_eind_datum")
        yield from _iter_einde(bericht, "declaratie", kolommen)
    yield from _iter_einde(bericht, _REGELTABEL[soort], _PERIODE[soort])


def _iter_einde(
    bericht: GelezenBericht, tabel: str, kolommen: tuple[str, str]
) -> Iterator[Overtreding]:
    laatste: date = bericht.dagtekening_datum
    for rij, begin, eind in bericht.tabellen[tabel].rijen(*kolommen):
        if eind < begin or eind > laatste:
            yield Overtreding(tabel, rij, kolommen[1])


@regel("CD060", "jw323", "jw325")
def check_verwijzing_bij_credit(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """VorigReferentieNummer is filled if and only if the line is a credit."""
    naam = _REGELTABEL[bericht.soort.bericht]
    rijen = bericht.tabellen[naam].rijen("debet_credit_code", "vorig_referentie_nummer")
    for rij, debet_credit, vorig in rijen:
        if (debet_credit == _CREDIT) != (vorig is not None):
            yield Overtreding(naam, rij, "vorig_referentie_nummer")


@regel("CD087", "jw323")
def check_tarief(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """ProductTarief is filled if and only if the unit is not 83 (euro's)."""
    rijen = bericht.tabellen["prestatie"].rijen("eenheid_code", "product_tarief_eurocent")
    for rij, eenheid, tarief in rijen:
        if (eenheid == _EURO) != (tarief is None):
            yield Overtreding("prestatie", rij, "product_tarief_eurocent")


@regel("CS339", "jw323")
def check_bedrag_bij_euro(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """With unit 83 the volume is the amount, both in cents."""
    rijen = bericht.tabellen["prestatie"].rijen(
        "eenheid_code", "geleverd_volume", "ingediend_eurocent"
    )
    for rij, eenheid, volume, bedrag in rijen:
        if eenheid == _EURO and volume != bedrag:
            yield Overtreding("prestatie", rij, "ingediend_eurocent")


@regel("CS325", "jw323", "jw325")
def check_nulbedrag(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """An amount of zero is a debit."""
    naam = _REGELTABEL[bericht.soort.bericht]
    rijen = bericht.tabellen[naam].rijen("ingediend_eurocent", "debet_credit_code")
    for rij, bedrag, debet_credit in rijen:
        if bedrag == 0 and debet_credit != _DEBET:
            yield Overtreding(naam, rij, "debet_credit_code")
    for tabel in bericht.tabellen.values():
        for kolom in tabel.lezer.vlak.kolommen:
            if kolom.omzetting != "met_teken":
                continue
            teken = f"{kolom.kolom}_debetcredit"
            for rij, bedrag, debet_credit in tabel.rijen(f"{kolom.kolom}_totaalbedrag", teken):
                if bedrag == 0 and debet_credit != _DEBET:
                    yield Overtreding(tabel.naam, rij, teken)


@regel("TR316", "jw323")
def check_credit_in_zelfde_bericht(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """A credit does not undo a debit of the same message."""
    prestatie = bericht.tabellen["prestatie"]
    debet = {
        referentie
        for _, referentie, debet_credit in prestatie.rijen("referentie_nummer", "debet_credit_code")
        if debet_credit == _DEBET
    }
    for rij, vorig in prestatie.rijen("vorig_referentie_nummer"):
        if vorig is not None and vorig in debet:
            yield Overtreding("prestatie", rij, "vorig_referentie_nummer")


@regel("TR416", "jw323")
def check_dubbele_debet(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """At most one debit per toewijzing, product period, category and code in a message."""
    gezien = set()
    rijen = bericht.tabellen["prestatie"].rijen(
        "debet_credit_code",
        "toewijzing_nummer",
        "product_periode_begin_datum",
        "product_periode_eind_datum",
        "product_categorie_code",
        "product_code",
    )
    for rij, debet_credit, *sleutel in rijen:
        if debet_credit != _DEBET:
            continue
        if tuple(sleutel) in gezien:
            yield Overtreding("prestatie", rij, "referentie_nummer")
        gezien.add(tuple(sleutel))


@regel("TR358", "jw323")
def check_totaal(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """The total of the claim is the signed sum of its lines."""
    kolommen = bericht.tabellen["declaratie"].kolommen
    totaal = _signed(
        kolommen["totaal_ingediend_eurocent_totaalbedrag"][0],
        kolommen["totaal_ingediend_eurocent_debetcredit"][0],
    )
    if totaal != _sum_regels(bericht):
        yield Overtreding("declaratie", 0, "totaal_ingediend_eurocent_totaalbedrag")


@regel("TR342", "jw325")
def check_totaal_antwoord(bericht: GelezenBericht) -> Iterator[Overtreding]:
    """The refused lines add up to claimed minus granted; a claim refused whole lists none."""
    kolommen = bericht.tabellen["declaratie_antwoord"].kolommen
    ingediend, toegekend = (
        (kolommen[f"{naam}_totaalbedrag"][0], kolommen[f"{naam}_debetcredit"][0])
        for naam in ("totaal_ingediend_eurocent", "totaal_toegekend_eurocent")
    )
    codes = set((kolommen["declaratie_retour_codes_retourcode"][0] or "").split())
    if not codes or codes - _GEEN_AFKEURING:
        return
    if _signed(*ingediend) - _signed(*toegekend) != _sum_regels(bericht):
        yield Overtreding("declaratie_antwoord", 0, "totaal_toegekend_eurocent_totaalbedrag")


def _sum_regels(bericht: GelezenBericht) -> int:
    tabel = bericht.tabellen[_REGELTABEL[bericht.soort.bericht]]
    rijen = tabel.rijen("ingediend_eurocent", "debet_credit_code")
    return sum(_signed(bedrag, debet_credit) for _, bedrag, debet_credit in rijen)


def _signed(bedrag: int, debet_credit: str) -> int:
    return -bedrag if debet_credit == _CREDIT else bedrag
