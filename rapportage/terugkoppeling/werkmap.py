"""The workbook that an aanbieder gets: summary, findings by rule, and retours."""

import io
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from rapportage.terugkoppeling.bevinding import KOLOMMEN, Cel, to_cellen
from rapportage.terugkoppeling.inhoud import Groep, Inhoud
from rapportage.terugkoppeling.opmaak import Blad, Opmaak
from rapportage.terugkoppeling.samenvatting import write_samenvatting

BEVINDINGEN = "Bevindingen"
RETOURBERICHTEN = "Retourberichten"

# Text stays text: a cell never becomes a formula, a link or a number by what it looks like.
_VEILIG = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}
_BREEDTES = {
    "ernst": 9,
    "regel": 9,
    "te herstellen door": 13,
    "bestand": 34,
    "bericht": 9,
    "identificatie": 15,
    "plaats": 46,
    "regelnummer": 12,
    "element": 20,
    "xpath": 46,
    "gemeente": 10,
    "declaratienummer": 17,
    "referentie": 20,
    "toewijzingnummer": 17,
    "wat is er mis": 60,
    "wat te doen": 60,
    "eerste gezien": 13,
    "opgelost": 15,
}
_RETOUR_BREEDTES = {
    "bericht": 10,
    "identificatie": 16,
    "dagtekening": 13,
    "retourbericht": 14,
    "bestand": 32,
    "retourcodes": 14,
    "toelichting": 90,
}


def build_werkmap(inhoud: Inhoud) -> bytes:
    """Return the workbook as bytes; the same input gives the same bytes."""
    stream = io.BytesIO()
    write_werkmap(inhoud, stream)
    return stream.getvalue()


def write_werkmap(inhoud: Inhoud, stream: BinaryIO) -> None:
    """Write the workbook to a stream. Memory stays bounded: rows go to disk as they come."""
    groepen = inhoud.bevindingen.groepen
    with xlsxwriter.Workbook(stream, _VEILIG) as werkmap:
        moment = datetime(inhoud.gemaakt.year, inhoud.gemaakt.month, inhoud.gemaakt.day)  # noqa: DTZ001
        werkmap.set_properties({"title": inhoud.titel, "author": "Regiobeeld", "created": moment})
        opmaak = Opmaak.make(werkmap)
        eerste_rijen = _compute_eerste_rijen(groepen)
        write_samenvatting(werkmap, opmaak, inhoud, groepen, eerste_rijen, BEVINDINGEN)
        if groepen:
            _write_bevindingen(werkmap, opmaak, inhoud, groepen)
        if inhoud.retouren:
            _write_retouren(werkmap, opmaak, inhoud)


def _compute_eerste_rijen(groepen: list[Groep]) -> list[int]:
    """Return the row on which each group begins, counted from zero."""
    rij, eerste = 1, []
    for groep in groepen:
        eerste.append(rij)
        rij += len(groep.rijen) + (groep.aantal > len(groep.rijen))
    return eerste


def _write_bevindingen(
    werkmap: xlsxwriter.Workbook, opmaak: Opmaak, inhoud: Inhoud, groepen: list[Groep]
) -> None:
    blad = Blad(werkmap.add_worksheet(BEVINDINGEN), opmaak)
    blad.set_afdruk(inhoud.titel, herhaal_kop=True)
    blad.write_kop(_BREEDTES)
    for groep in groepen:
        for nummer, rij in enumerate(groep.rijen):
            blad.write_rij(to_cellen(rij), is_eerste=nummer == 0)
        rest = groep.aantal - len(groep.rijen)
        if rest:
            blad.write_rij(_describe_rest(groep, rest, inhoud.csv_naam), is_nadruk=True)
    blad.set_filter(len(KOLOMMEN))


def _describe_rest(groep: Groep, rest: int, csv_naam: str) -> list[Cel]:
    """Return the line that says how many findings of a rule stand only in the CSV."""
    plaats = f"zie het CSV-bestand {csv_naam}" if csv_naam else "de optie --csv geeft ze alle"
    aantal = f"{rest:,}".replace(",", ".")
    teksten: dict[str, Cel] = {
        "ernst": groep.regel.ernst,
        "regel": groep.regel.regel_code,
        "te herstellen door": groep.hersteller,
        "plaats": f"en nog {aantal}: {plaats}",
    }
    return [teksten.get(kop, "") for kop in KOLOMMEN]


def _write_retouren(werkmap: xlsxwriter.Workbook, opmaak: Opmaak, inhoud: Inhoud) -> None:
    blad = Blad(werkmap.add_worksheet(RETOURBERICHTEN), opmaak)
    blad.set_afdruk(inhoud.titel, herhaal_kop=True)
    blad.write_kop(_RETOUR_BREEDTES)
    for regel in inhoud.retouren:
        blad.write_rij(
            [
                regel.bericht,
                regel.identificatie,
                regel.dagtekening,
                regel.retour_bericht,
                regel.bestand,
                " ".join(regel.retour_codes),
                regel.toelichting,
            ]
        )
    blad.set_filter(len(_RETOUR_BREEDTES))
