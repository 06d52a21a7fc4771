"""Rules on claims (323)."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.regels.algemeen import where_after_dagtekening
from ingest.ijw.regels.dubbel import find_dubbel
from ingest.ijw.regels.persoon import to_getal
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.regels.tekens import CREDIT, DEBET, is_nul_als_credit, sum_per_bericht, with_teken
from ingest.ijw.vlakken import BERICHT_NUMMER, Vlakken

_EURO = "83"
_EERSTE_ZORGDAG = pa.scalar(date(2021, 1, 1))
_OUDSTE_JAREN = 5
_BEGIN, _EIND = "product_periode_begin_datum", "product_periode_eind_datum"
_BEGIN_DECLARATIE, _EIND_DECLARATIE = (
    "declaratie_periode_begin_datum",
    "declaratie_periode_eind_datum",
)
_IS_EURO = pc.field("eenheid_code") == _EURO
_IS_CREDIT = pc.field("debet_credit_code") == CREDIT


@regel("CS340", "jw323")
def check_declaratie_maand(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The claim period is exactly one calendar month."""
    begin, eind = pc.field(_BEGIN_DECLARATIE), pc.field(_EIND_DECLARATIE)
    zelfde = (pc.year(begin) == pc.year(eind)) & (pc.month(begin) == pc.month(eind))
    volgende = pc.ceil_temporal(eind, unit="month", ceil_is_strictly_greater=True)
    hele_maand = (pc.day(begin) == 1) & zelfde & (pc.days_between(eind, volgende) == 1)
    yield Overtreding("declaratie", vlakken["declaratie"].where(~hele_maand), _BEGIN_DECLARATIE)


@regel("CS100", "jw323")
def check_periode_sinds_2021(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Claims by this message exist for care from 2021 on."""
    for tabel, kolom in (("declaratie", _BEGIN_DECLARATIE), ("prestatie", _BEGIN)):
        fout = vlakken[tabel].where(pc.field(kolom) < _EERSTE_ZORGDAG)
        yield Overtreding(tabel, fout, kolom)


@regel("CS337", "jw323")
def check_product_maand(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product period lies within one calendar month."""
    begin, eind = pc.field(_BEGIN), pc.field(_EIND)
    zelfde = (pc.year(begin) == pc.year(eind)) & (pc.month(begin) == pc.month(eind))
    yield _where(vlakken, ~zelfde, _EIND)


@regel("TR319", "jw323")
def check_product_maand_niet_later(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product period lies in the claim month or before it."""
    yield _where(vlakken, pc.field(_EIND) > pc.field("_declaratie_periode_eind_datum"), _EIND)


@regel("TR335", "jw323")
def check_niet_te_oud(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A product period ends at most 60 months before the DeclaratieDagtekening."""
    verjaard = to_getal(pc.field(_EIND)) + _OUDSTE_JAREN * 10_000
    yield _where(vlakken, verjaard < to_getal(pc.field("_declaratie_dagtekening_datum")), _EIND)


@regel("TR134", "jw323")
def check_begin_niet_in_toekomst(vlakken: Vlakken) -> Iterator[Overtreding]:
    """No period begins after the Dagtekening."""
    yield where_after_dagtekening(vlakken, "declaratie", _BEGIN_DECLARATIE)
    yield where_after_dagtekening(vlakken, "prestatie", _BEGIN)


@regel("TR137", "jw323")
def check_einde(vlakken: Vlakken) -> Iterator[Overtreding]:
    """No period ends before it begins, or after the Dagtekening."""
    for tabel, begin, eind in (
        ("declaratie", _BEGIN_DECLARATIE, _EIND_DECLARATIE),
        ("prestatie", _BEGIN, _EIND),
    ):
        einde = pc.field(eind)
        fout = (einde < pc.field(begin)) | (einde > pc.field("dagtekening_datum"))
        yield Overtreding(tabel, vlakken[tabel].where(fout), eind)


@regel("CD060", "jw323")
def check_verwijzing_bij_credit(vlakken: Vlakken) -> Iterator[Overtreding]:
    """VorigReferentieNummer is filled if and only if the line is a credit."""
    heeft_vorig = pc.field("vorig_referentie_nummer").is_valid()
    yield _where(vlakken, heeft_vorig != _IS_CREDIT, "vorig_referentie_nummer")


@regel("CD087", "jw323")
def check_tarief(vlakken: Vlakken) -> Iterator[Overtreding]:
    """ProductTarief is filled if and only if the unit is not 83 (euro's)."""
    heeft_tarief = pc.field("product_tarief_eurocent").is_valid()
    yield _where(vlakken, heeft_tarief == _IS_EURO, "product_tarief_eurocent")


@regel("CS339", "jw323")
def check_bedrag_bij_euro(vlakken: Vlakken) -> Iterator[Overtreding]:
    """With unit 83 the volume is the amount, both in cents."""
    anders = pc.field("geleverd_volume") != pc.field("ingediend_eurocent")
    yield _where(vlakken, _IS_EURO & anders, "ingediend_eurocent")


@regel("CS325", "jw323")
def check_nulbedrag(vlakken: Vlakken) -> Iterator[Overtreding]:
    """An amount of zero is a debit."""
    fout = is_nul_als_credit("ingediend_eurocent", "debet_credit_code")
    yield _where(vlakken, fout, "debet_credit_code")
    bedrag, teken = (
        "totaal_ingediend_eurocent_totaalbedrag",
        "totaal_ingediend_eurocent_debetcredit",
    )
    fout_totaal = vlakken["declaratie"].where(is_nul_als_credit(bedrag, teken))
    yield Overtreding("declaratie", fout_totaal, teken)


@regel("TR315", "jw323")
def check_dubbele_credit(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A message credits a debit once."""
    prestatie = vlakken["prestatie"]
    met_vorig = prestatie.table.filter(pc.field("vorig_referentie_nummer").is_valid())
    dubbel = find_dubbel(prestatie, ("vorig_referentie_nummer",), met_vorig)
    yield Overtreding("prestatie", dubbel, "vorig_referentie_nummer")


@regel("TR316", "jw323")
def check_credit_in_zelfde_bericht(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A credit does not undo a debit of the same message."""
    table = vlakken["prestatie"].table
    debet = table.filter(pc.field("debet_credit_code") == DEBET)
    debet = debet.select([BERICHT_NUMMER, "referentie_nummer"])
    credit = table.filter(pc.field("vorig_referentie_nummer").is_valid())
    credit = credit.select(["rij", BERICHT_NUMMER, "vorig_referentie_nummer"])
    samen = credit.join(
        debet.group_by(debet.column_names).aggregate([]),
        keys=[BERICHT_NUMMER, "vorig_referentie_nummer"],
        right_keys=[BERICHT_NUMMER, "referentie_nummer"],
        join_type="inner",
        use_threads=False,
    )
    rijen = np.sort(samen.column("rij").to_numpy())
    yield Overtreding("prestatie", rijen, "vorig_referentie_nummer")


@regel("TR416", "jw323")
def check_dubbele_debet(vlakken: Vlakken) -> Iterator[Overtreding]:
    """At most one debit per toewijzing, product period, category and code in a message."""
    prestatie = vlakken["prestatie"]
    sleutel = ("toewijzing_nummer", _BEGIN, _EIND, "product_categorie_code", "product_code")
    debet = prestatie.table.filter(pc.field("debet_credit_code") == DEBET)
    yield Overtreding("prestatie", find_dubbel(prestatie, sleutel, debet), "referentie_nummer")


@regel("TR358", "jw323")
def check_totaal(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The total of the claim is the signed sum of its lines."""
    totaal = with_teken(vlakken["declaratie"].table, "totaal_ingediend_eurocent")
    anders = np.flatnonzero(totaal != sum_per_bericht(vlakken, "prestatie"))
    yield Overtreding("declaratie", anders, "totaal_ingediend_eurocent_totaalbedrag")


def _where(vlakken: Vlakken, voorwaarde: pc.Expression, kolom: str) -> Overtreding:
    return Overtreding("prestatie", vlakken["prestatie"].where(voorwaarde), kolom)
