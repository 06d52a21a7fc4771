"""Contracten: whether periods are whole and every verdeelsleutel adds up."""

from collections import defaultdict
from datetime import date, timedelta

from ingest.tabellen.lezing import Lezing, Rij
from ingest.tabellen.rijen import add_lake_rijen

HEEL_MILJOENSTE = 1_000_000


def finish(lezing: Lezing) -> None:
    """Add the lake tables of the bron, and the findings of O001-O004."""
    for rij in lezing.rijen:
        if not isinstance(rij.waarden.get("opgave_datum"), date):
            rij.waarden["opgave_datum"] = lezing.bestand.ontvangst_datum
    halve_maanden = [
        rij
        for rij in lezing.rijen
        if rij.soort.tabel == "taakgericht" and not _is_whole_months(rij)
    ]
    lezing.refuse(halve_maanden, "O003")
    lezing.bevindingen.extend(rij.report("O002") for rij in lezing.rijen if _is_reversed(rij))
    _check_verdeelsleutels(lezing)
    add_lake_rijen(lezing)


def _is_whole_months(rij: Rij) -> bool:
    ingang, eind = rij.waarden["ingang_datum"], rij.waarden["eind_datum"]
    if not isinstance(ingang, date) or not isinstance(eind, date):
        return False
    return ingang.day == 1 and (eind + timedelta(days=1)).day == 1 and ingang < eind


def _is_reversed(rij: Rij) -> bool:
    ingang, eind = rij.waarden.get("ingang_datum"), rij.waarden.get("eind_datum")
    return isinstance(ingang, date) and isinstance(eind, date) and eind < ingang


def _check_verdeelsleutels(lezing: Lezing) -> None:
    sleutels: dict[object, list[Rij]] = defaultdict(list)
    for rij in lezing.rijen:
        if rij.soort.tabel == "verdeelsleutel":
            sleutels[rij.waarden["contract_nummer"]].append(rij)
    for rijen in sleutels.values():
        for dag in sorted({_first_day(rij) for rij in rijen}):
            som = sum(_aandeel(rij) for rij in rijen if _is_valid_on(rij, dag))
            if som != HEEL_MILJOENSTE:
                tekst = f"{som / 10_000:.4f}".replace(".", ",")
                eerste = next(rij for rij in rijen if _is_valid_on(rij, dag))
                lezing.bevindingen.append(
                    eerste.report("O001", f"Op {dag:%d-%m-%Y} is de som {tekst} procent.")
                )
    for rij in lezing.rijen:
        if rij.soort.tabel == "taakgericht" and rij.waarden["contract_nummer"] not in sleutels:
            lezing.bevindingen.append(rij.report("O004"))


def _first_day(rij: Rij) -> date:
    dag = rij.waarden["ingang_datum"]
    assert isinstance(dag, date)
    return dag


def _aandeel(rij: Rij) -> int:
    aandeel = rij.waarden["aandeel_miljoenste"]
    return aandeel if isinstance(aandeel, int) else 0


def _is_valid_on(rij: Rij, dag: date) -> bool:
    eind = rij.waarden.get("eind_datum")
    return _first_day(rij) <= dag and (not isinstance(eind, date) or dag <= eind)
