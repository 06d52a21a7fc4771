"""Rules on the answers to claims (325)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import pyarrow.compute as pc

from ingest.ijw.regels.algemeen import where_after_dagtekening
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.regels.tekens import CREDIT, is_nul_als_credit, sum_per_bericht, with_teken
from ingest.ijw.vlakken import BERICHT_NUMMER, Vlakken

_BEGIN, _EIND = "product_periode_begin_datum", "product_periode_eind_datum"
_TOTALEN = ("totaal_ingediend_eurocent", "totaal_toegekend_eurocent")
# These codes on a DeclaratieAntwoord do not refuse the claim as a whole.
_GEEN_AFKEURING = r"\A(0200|8001)( (0200|8001))*\z"


@regel("TR134", "jw325")
def check_begin_niet_in_toekomst(vlakken: Vlakken) -> Iterator[Overtreding]:
    """No period begins after the Dagtekening."""
    yield where_after_dagtekening(vlakken, "prestatie_antwoord", _BEGIN)


@regel("TR137", "jw325")
def check_einde(vlakken: Vlakken) -> Iterator[Overtreding]:
    """No period ends before it begins, or after the Dagtekening."""
    einde = pc.field(_EIND)
    fout = (einde < pc.field(_BEGIN)) | (einde > pc.field("dagtekening_datum"))
    yield _where(vlakken, fout, _EIND)


@regel("CD060", "jw325")
def check_verwijzing_bij_credit(vlakken: Vlakken) -> Iterator[Overtreding]:
    """VorigReferentieNummer is filled if and only if the line is a credit."""
    is_credit = pc.field("debet_credit_code") == CREDIT
    heeft_vorig = pc.field("vorig_referentie_nummer").is_valid()
    yield _where(vlakken, is_credit != heeft_vorig, "vorig_referentie_nummer")


@regel("CS325", "jw325")
def check_nulbedrag(vlakken: Vlakken) -> Iterator[Overtreding]:
    """An amount of zero is a debit."""
    fout = is_nul_als_credit("ingediend_eurocent", "debet_credit_code")
    yield _where(vlakken, fout, "debet_credit_code")
    for naam in _TOTALEN:
        teken = f"{naam}_debetcredit"
        rijen = vlakken["declaratie_antwoord"].where(
            is_nul_als_credit(f"{naam}_totaalbedrag", teken)
        )
        yield Overtreding("declaratie_antwoord", rijen, teken)


@regel("TR342", "jw325")
def check_totaal(vlakken: Vlakken) -> Iterator[Overtreding]:
    """The refused lines add up to claimed minus granted; a claim refused whole lists none."""
    antwoord = vlakken["declaratie_antwoord"]
    codes = pc.field("declaratie_retour_codes")
    beoordeeld = antwoord.where(pc.match_substring_regex(codes, pattern=_GEEN_AFKEURING))
    table = antwoord.table.take(beoordeeld)
    ingediend, toegekend = (with_teken(table, naam) for naam in _TOTALEN)
    afgekeurd = sum_per_bericht(vlakken, "prestatie_antwoord")[beoordeeld]
    rijen = beoordeeld[np.flatnonzero(ingediend - toegekend != afgekeurd)]
    yield Overtreding("declaratie_antwoord", rijen, "totaal_toegekend_eurocent_totaalbedrag")
    yield from _where_not_refused_alone(vlakken)


def _where_not_refused_alone(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Yield what a 325 may not list: granted lines, and lines of a claim refused as a whole."""
    goed = partial(pc.match_substring_regex, pattern=_GEEN_AFKEURING)
    toegekend = goed(pc.field("retour_codes")) & goed(pc.field("client_retour_codes"))
    tekst = "Deze regel is toegekend; een antwoord noemt alleen afgekeurde regels."
    yield replace(_where(vlakken, toegekend, "retour_codes"), toelichting=tekst)
    antwoord = vlakken["declaratie_antwoord"]
    geweigerd = antwoord.where(~goed(pc.field("declaratie_retour_codes")))
    geheel = np.isin(
        vlakken["prestatie_antwoord"].table.column(BERICHT_NUMMER).to_numpy(),
        antwoord.table.column(BERICHT_NUMMER).to_numpy()[geweigerd],
    )
    tekst = "De declaratie is als geheel afgekeurd; dan noemt een antwoord geen regels."
    yield Overtreding("prestatie_antwoord", np.flatnonzero(geheel), "retour_codes", tekst)


def _where(vlakken: Vlakken, voorwaarde: pc.Expression, kolom: str) -> Overtreding:
    naam = "prestatie_antwoord"
    return Overtreding(naam, vlakken[naam].where(voorwaarde), kolom)
