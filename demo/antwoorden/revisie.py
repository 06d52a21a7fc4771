"""Answer key: why cost is otherwise than three months before the peildatum, by cause.

Told from when each claim was sent and answered, not from the messages themselves.
"""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from demo.administratie.inhoud import DeclaratieAntwoordInhoud
from demo.administratie.model import Regel
from demo.antwoorden.kosten import list_vaste_kosten
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid, get_verwijzer_groep
from demo.contracten import Contracten
from demo.kalender import add_maanden, laatste_dag

_MAANDEN = 3


def write_revisie(folder: Path, waarheid: Waarheid, contracten: Contracten) -> None:
    """Write the table of this subject into ``folder``."""
    write_tabel(
        folder,
        "revisie_kosten",
        ("gemeente_code", "zorgmaand", "verwijzer_groep", "oorzaak", "verschil_eurocent"),
        list_revisie_kosten(waarheid, contracten),
    )


def list_revisie_kosten(waarheid: Waarheid, contracten: Contracten) -> list[tuple[object, ...]]:
    """Return (gemeente, zorgmaand, verwijzer, oorzaak, difference in eurocent)."""
    maand = add_maanden(waarheid.peildatum, -_MAANDEN)
    toen = min(laatste_dag(maand), maand + timedelta(days=waarheid.peildatum.day - 1))
    antwoord_dag = _index_antwoorden(waarheid)
    som: Counter[tuple[str, date, str, str]] = Counter()
    for declaratie in waarheid.administratie.declaraties:
        for regel in declaratie.regels:
            was_bekend = declaratie.dagtekening <= toen
            oorzaak = _find_oorzaak(regel, toen, was_bekend)
            toewijzing = regel.toewijzing
            sleutel = (
                toewijzing.zorg.gemeente,
                regel.zorgmaand,
                get_verwijzer_groep(toewijzing),
                oorzaak,
            )
            was_beoordeeld = antwoord_dag.get(id(declaratie), date.max) <= toen
            telde = was_bekend and (regel.telt or not was_beoordeeld)
            som[sleutel] += regel.eurocent * (regel.telt - telde)
    for gemeente, _, zorgmaand, _, eurocent in list_vaste_kosten(waarheid, contracten):
        if zorgmaand > toen:
            som[(gemeente, zorgmaand, "nvt", "verstreken_tijd")] += eurocent
    return [(*sleutel, eurocent) for sleutel, eurocent in som.items() if eurocent]


def _index_antwoorden(waarheid: Waarheid) -> dict[int, date]:
    """Return the day of the answer of each claim that was answered."""
    dagen = {}
    for bericht in waarheid.administratie.berichten:
        if isinstance(bericht.inhoud, DeclaratieAntwoordInhoud) and bericht.fout is None:
            dagen[id(bericht.inhoud.declaratie)] = bericht.dagtekening
    return dagen


def _find_oorzaak(regel: Regel, toen: date, was_bekend: bool) -> str:
    if was_bekend:
        return "afkeuring"
    if laatste_dag(regel.zorgmaand) > toen:
        return "verstreken_tijd"
    if regel.is_credit:
        return "correctie" if _is_vervangen(regel) else "credit"
    return "correctie" if regel.vervangt is not None else "late_declaratie"


def _is_vervangen(credit: Regel) -> bool:
    """Return whether a debit that counts came in the place of what a credit took back."""
    return any(
        regel.vervangt is credit.crediteert and regel.telt for regel in credit.toewijzing.regels
    )
