"""Answer key: use of care, trajecten, waits and the outcomes that follow from starts and stops."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import schemas
from demo.administratie.model import Toewijzing
from demo.antwoorden.bij import read_hulpvormen
from demo.antwoorden.waarheid import (
    Waarheid,
    get_stop,
    get_verwijzer_groep,
    is_gefactureerd,
    iter_perioden,
    iter_zorgmaanden,
)
from demo.kalender import DAG, add_maanden, to_kwartaal

_GEEN_DATUM = date.max
_IN_OVEREENSTEMMING = "34"


def list_zorggebruik(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (gemeente, zorgvorm, zorgmaand, distinct youths)."""
    telling: dict[tuple[str, str, date], set[str]] = defaultdict(set)
    for toewijzing in waarheid.met_zorg:
        zorg = toewijzing.zorg
        for maand in iter_zorgmaanden(waarheid, toewijzing):
            telling[(zorg.gemeente, zorg.product.zorgvorm, maand)].add(zorg.jeugdige.bsn)
    return [(*sleutel, len(jeugdigen)) for sleutel, jeugdigen in telling.items()]


def list_zorggebruik_kwartaal(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (kwartaal, gemeente or regio, zorgvorm or totaal, distinct youths)."""
    telling: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for toewijzing in waarheid.met_zorg:
        zorg = toewijzing.zorg
        for maand in iter_zorgmaanden(waarheid, toewijzing):
            for gemeente in (zorg.gemeente, "regio"):
                for zorgvorm in (zorg.product.zorgvorm, "totaal"):
                    sleutel = (to_kwartaal(maand), gemeente, zorgvorm)
                    telling[sleutel].add(zorg.jeugdige.bsn)
    return [(*sleutel, len(jeugdigen)) for sleutel, jeugdigen in telling.items()]


def list_toewijzingen(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return every live allocation as it stands: who, what, from when to when, how much."""
    rijen: list[tuple[object, ...]] = []
    for toewijzing in waarheid.toewijzingen:
        product, huidig = toewijzing.zorg.product, toewijzing.huidig
        omvang = None if product.heeft_budget or product.vorm == "aspecifiek" else huidig.omvang
        rijen.append(
            (
                *toewijzing.sleutel,
                toewijzing.zorg.aanbieder,
                product.zorgvorm,
                get_verwijzer_groep(toewijzing),
                toewijzing.besluiten[0].datum,
                huidig.ingang,
                huidig.eind,
                omvang,
                huidig.omvang if product.heeft_budget else None,
            )
        )
    return rijen


def list_trajecten(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return (gemeente, nummer, start, stop, reden, is_tijdelijk_gestopt) per allocation."""
    rijen: list[tuple[object, ...]] = []
    for toewijzing in waarheid.toewijzingen:
        if not toewijzing.segmenten:
            continue
        einde = get_stop(toewijzing)
        laatste = toewijzing.segmenten[-1]
        stop = einde.eind if einde else None
        rijen.append(
            (
                *toewijzing.sleutel,
                toewijzing.segmenten[0].begin.dag,
                stop.dag if stop else None,
                stop.reden if stop else None,
                stop is None and laatste.tijdelijk is not None,
            )
        )
    return rijen


def list_wachttijden(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return one row per live allocation and per open request, as the contract defines waits."""
    vorige = _index_vorige(waarheid)
    rijen = [_wachttijd(waarheid, toewijzing, vorige) for toewijzing in waarheid.toewijzingen]
    for open_verzoek in waarheid.administratie.open_verzoeken:
        zorg, verzoek = open_verzoek.zorg, open_verzoek.verzoek
        is_wachtend = verzoek.eind is None or verzoek.eind >= waarheid.peildatum
        dagen = (waarheid.peildatum - verzoek.dagtekening).days if is_wachtend else None
        uitsluiting = _uitsluiting_zorgvorm(zorg.product.zorgvorm)
        if uitsluiting is None and not is_wachtend:
            uitsluiting = "niet_gestart"
        rijen.append(
            (
                zorg.gemeente,
                verzoek.referentie,
                zorg.aanbieder,
                zorg.product.zorgvorm,
                verzoek.dagtekening,
                None,
                dagen,
                is_wachtend,
                uitsluiting,
            )
        )
    return rijen


Vorige = dict[tuple[str, str, str], list[Toewijzing]]


def _index_vorige(waarheid: Waarheid) -> Vorige:
    index: Vorige = defaultdict(list)
    for toewijzing in waarheid.toewijzingen:
        if toewijzing.segmenten or is_gefactureerd(toewijzing):
            index[_wie(toewijzing)].append(toewijzing)
    return index


def _wie(toewijzing: Toewijzing) -> tuple[str, str, str]:
    zorg = toewijzing.zorg
    return (zorg.jeugdige.bsn, zorg.aanbieder, zorg.product.categorie)


def _uitsluiting_zorgvorm(zorgvorm: str) -> str | None:
    if zorgvorm in ("jeugdbescherming", "jeugdreclassering", "preventief_justitieel"):
        return "jb_jr"
    return "crisis" if zorgvorm == "crisis" else None


def _wachttijd(waarheid: Waarheid, toewijzing: Toewijzing, vorige: Vorige) -> tuple[object, ...]:
    zorg, huidig, peildatum = toewijzing.zorg, toewijzing.huidig, waarheid.peildatum
    verzoek = toewijzing.verzoek
    vanaf = verzoek.dagtekening if verzoek else toewijzing.besluiten[0].datum
    start = toewijzing.segmenten[0].begin.dag if toewijzing.segmenten else None
    is_betaald = is_gefactureerd(toewijzing)
    is_afgelopen = huidig.eind is not None and huidig.eind < peildatum
    is_vervolg = any(
        ander.huidig.ingang < huidig.ingang
        and (ander.huidig.eind or _GEEN_DATUM) >= huidig.ingang - DAG
        for ander in vorige[_wie(toewijzing)]
    )
    uitsluiting = _uitsluiting_zorgvorm(zorg.product.zorgvorm)
    if uitsluiting is None:
        if is_vervolg:
            uitsluiting = "vervolg"
        elif start is not None and start < vanaf:
            uitsluiting = "retroactief"
        elif start is None and is_betaald:
            uitsluiting = "start_ontbreekt"
        elif start is None and is_afgelopen:
            uitsluiting = "niet_gestart"
        elif start is None and huidig.ingang > peildatum:
            uitsluiting = "niet_ingegaan"
    is_wachtend = (
        start is None and not is_betaald and not is_afgelopen and huidig.ingang <= peildatum
    )
    dagen = None
    if start is not None:
        dagen = max(0, (start - vanaf).days)
    elif is_wachtend:
        dagen = (peildatum - vanaf).days
    return (
        *toewijzing.sleutel,
        zorg.aanbieder,
        zorg.product.zorgvorm,
        vanaf,
        start,
        dagen,
        is_wachtend,
        uitsluiting,
    )


@cache
def read_redenen() -> dict[str, tuple[bool, bool, date]]:
    """Return by stop reason: is it uitval, does it count in the indicator, from which day on."""
    pad = Path(schemas.__file__).parent / "referentie" / "reden_beeindiging.csv"
    with pad.open(encoding="utf-8", newline="") as stream:
        return {
            row["reden_beeindiging_code"]: (
                row["is_uitval"] == "true",
                bool(row["bij_reden_code"]),
                date.fromisoformat(row["ingangsdatum"]),
            )
            for row in csv.DictReader(stream)
        }


def _bij_wie(toewijzing: Toewijzing) -> tuple[str, str, str]:
    zorg = toewijzing.zorg
    zorgvorm = zorg.product.zorgvorm
    return zorg.jeugdige.bsn, zorg.aanbieder, read_hulpvormen().get(zorgvorm, zorgvorm)


def _loopt_door(toewijzing: Toewijzing, stop: date) -> bool:
    """Return whether help was reported that goes on, or begins the day after the stop."""
    return any(
        begin <= stop + DAG and (eind is None or eind > stop)
        for begin, eind in iter_perioden(toewijzing)
    )


def iter_outcome(waarheid: Waarheid) -> Iterator[tuple[object, ...]]:
    """Yield (gemeente, agb, zorgvorm, kwartaal, indicator, teller, noemer) for 1, 1.02 and 3.2.

    Jeugdbescherming and jeugdreclassering have no outcome of jeugdhulp; a later measure is a new
    start all the same.
    """
    uitval: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    overeen: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    herhaald: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    starts: dict[str, list[date]] = defaultdict(list)
    hulp: dict[tuple[str, str, str], list[Toewijzing]] = defaultdict(list)
    for toewijzing in waarheid.met_zorg:
        starts[toewijzing.zorg.jeugdige.bsn] += [s.begin.dag for s in toewijzing.segmenten]
        hulp[_bij_wie(toewijzing)].append(toewijzing)
    for toewijzing in waarheid.toewijzingen:
        einde = get_stop(toewijzing)
        if einde is None or einde.eind is None or einde.eind.reden is None:
            continue
        zorg, stop = toewijzing.zorg, einde.eind.dag
        if zorg.product.is_jb_jr:
            continue
        wie = (zorg.gemeente, zorg.aanbieder, zorg.product.zorgvorm)
        is_uitval, telt, ingangsdatum = read_redenen()[einde.eind.reden]
        if telt and stop >= ingangsdatum:
            teller = uitval[(*wie, to_kwartaal(stop), "1")]
            teller[0] += is_uitval
            teller[1] += 1
            teller = overeen[(*wie, to_kwartaal(stop), "1.02")]
            teller[0] += einde.eind.reden == _IN_OVEREENSTEMMING
            teller[1] += 1
        halfjaar_eind = date(stop.year, 6, 30) if stop.month <= 6 else date(stop.year, 12, 31)
        grens = add_maanden(halfjaar_eind, 7) - timedelta(days=1)
        if grens <= waarheid.peildatum and not any(
            _loopt_door(ander, stop) for ander in hulp[_bij_wie(toewijzing)] if ander != toewijzing
        ):
            teller = herhaald[(*wie, to_kwartaal(halfjaar_eind), "3.2")]
            teller[0] += not any(stop < dag <= grens for dag in starts[zorg.jeugdige.bsn])
            teller[1] += 1
    for telling in (uitval, overeen, herhaald):
        for sleutel, (teller_aantal, noemer) in telling.items():
            yield (*sleutel, teller_aantal, noemer)
