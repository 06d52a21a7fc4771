"""Kwartaalcijfers: which opgaven a file holds, and whether their figures agree."""

from datetime import date

from ingest.bevinding import Bevinding
from ingest.tabellen.lezing import Blad, Lezing, Rij
from ingest.tabellen.periode import last_day_of_kwartaal
from ingest.tabellen.rijen import to_lake_rij

# What is measured, and the number of measurements it rests on.
_METINGEN = (
    ("zonder_hulp_verder", "zonder_hulp_verder_metingen"),
    ("doelen_gerealiseerd", "doelen_metingen"),
    ("problemen_verminderd", "problemen_metingen"),
)
_UITKOMSTEN = (("tevredenheid_cijfer", "tevredenheid_metingen"), *_METINGEN)


def finish(lezing: Lezing) -> None:
    """Add lake tables ``levering``, ``opgave`` and ``maatregel``, and findings K001-K007.

    A levering is an aanbieder and kwartaal with at least one accepted row, or a nul-opgave. The
    sheet of maatregelen may be absent or empty: only certified institutions fill it.
    """
    for rij in lezing.rijen:
        rij.waarden["opgave_datum"] = _opgave_datum(lezing, rij.waarden.get("opgave_datum"))
    gevuld = [rij for rij in lezing.rijen if rij.waarden.get("gemeente_code") is not None]
    opgave = [rij for rij in gevuld if rij.soort.tabel == "opgave"]
    maatregel = [rij for rij in gevuld if rij.soort.tabel == "maatregel"]
    leveringen: dict[tuple[object, object, object], bool] = {}
    for rij in lezing.rijen:
        waarden = rij.waarden
        sleutel = (waarden["aanbieder_agb"], waarden["kwartaal"], waarden["opgave_datum"])
        is_nul = rij.waarden.get("gemeente_code") is None
        leveringen[sleutel] = leveringen.get(sleutel, True) and is_nul
    for blad in lezing.bladen:
        _add_blad(lezing, blad, leveringen)
    lezing.lake_rijen["opgave"] = [to_lake_rij(lezing, rij) for rij in opgave]
    lezing.lake_rijen["maatregel"] = [to_lake_rij(lezing, rij) for rij in maatregel]
    lezing.lake_rijen["levering"] = [
        {
            "bestand_sleutel": lezing.bestand.bestand_sleutel,
            "ontvangst_datum": lezing.bestand.ontvangst_datum,
            "aanbieder_agb": str(agb),
            "kwartaal": str(kwartaal),
            "opgave_datum": datum if isinstance(datum, date) else None,
            "is_nul_opgave": is_nul,
        }
        for (agb, kwartaal, datum), is_nul in leveringen.items()
    ]
    lezing.bevindingen.extend(_check_kwartaal(lezing))
    lezing.bevindingen.extend(bevinding for rij in opgave for bevinding in _check_rij(rij))


def _add_blad(
    lezing: Lezing, blad: Blad, leveringen: dict[tuple[object, object, object], bool]
) -> None:
    """Add the nul-opgave of a sheet without rows; a sheet with neither delivers nothing."""
    is_nul = blad.meta.get("is_nul_opgave") is True
    heeft_sleutel = blad.meta.get("aanbieder_agb") and blad.meta.get("kwartaal")
    if blad.aantal_rijen:
        if is_nul:
            lezing.bevindingen.append(blad.report("K006"))
    elif is_nul and heeft_sleutel:
        datum = _opgave_datum(lezing, blad.meta.get("opgave_datum"))
        leveringen.setdefault((blad.meta["aanbieder_agb"], blad.meta["kwartaal"], datum), True)
    elif heeft_sleutel or not blad.soort.meta:
        lezing.bevindingen.append(blad.report("K005"))


def _opgave_datum(lezing: Lezing, waarde: object) -> date:
    """Return the date on the opgave; without one, the day of receipt."""
    return waarde if isinstance(waarde, date) else lezing.bestand.ontvangst_datum


def _check_kwartaal(lezing: Lezing) -> list[Bevinding]:
    return [
        Bevinding(
            "K004",
            plaats="bestand",
            toelichting=f"Kwartaal {row['kwartaal']}.",
            aanbieder_agb=str(row["aanbieder_agb"]),
        )
        for row in lezing.lake_rijen["levering"]
        if last_day_of_kwartaal(str(row["kwartaal"])) >= lezing.bestand.ontvangst_datum
    ]


def _check_rij(rij: Rij) -> list[Bevinding]:
    bevindingen = []
    stand = [
        _get_aantal(rij, naam)
        for naam in ("clienten_begin", "instroom", "uitstroom", "clienten_eind")
    ]
    if None not in stand:
        begin, instroom, uitstroom, eind = (aantal or 0 for aantal in stand)
        if begin + instroom - uitstroom != eind:
            bevindingen.append(rij.report("K001"))
    for uitkomst, metingen in _METINGEN:
        behaald, aantal = _get_aantal(rij, uitkomst), _get_aantal(rij, metingen)
        if behaald is not None and aantal is not None and behaald > aantal:
            bevindingen.append(rij.report("K002", f"Het gaat om {uitkomst}."))
    for uitkomst, metingen in _UITKOMSTEN:
        if rij.waarden.get(uitkomst) is not None and rij.waarden.get(metingen) is None:
            bevindingen.append(rij.report("K003", f"Het gaat om {uitkomst}."))
    wachtenden, overbrugging = _get_aantal(rij, "wachtenden"), _get_aantal(rij, "overbrugging")
    if wachtenden is not None and overbrugging is not None and overbrugging > wachtenden:
        bevindingen.append(rij.report("K007"))
    return bevindingen


def _get_aantal(rij: Rij, naam: str) -> int | None:
    waarde = rij.waarden.get(naam)
    return waarde if isinstance(waarde, int) else None
