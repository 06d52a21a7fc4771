"""Writes the half-year deliveries of Veilig Thuis as CSV, without any person identifier."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from demo.kalender import to_maand
from demo.veilig_thuis import Halfjaar, Melding, Onderzoek

_ADVIEZEN = (
    "Gemeente",
    "Halfjaar",
    "Adviesnummer",
    "Aanleiding",
    "Aard geweld",
    "Hoedanigheid adviesvrager",
)
_MELDINGEN = (
    "Gemeente",
    "Halfjaar",
    "Meldingsnummer",
    "Hoofdnummer casus",
    "Datum melding",
    "Datum triagebesluit",
    "Triagebesluit",
    "Hoedanigheid melder",
    "Aanleiding",
    "Aard geweld",
    "Onderzoeksnummer",
    "Directe overdracht",
)
_ONDERZOEKEN = (
    "Gemeente",
    "Halfjaar",
    "Onderzoeksnummer",
    "Datum start",
    "Datum afronding",
    "Uitkomst",
    "Vervolg",
    "Aard geweld",
)


def write_veilig_thuis(inbox: Path, halfjaren: list[Halfjaar]) -> None:
    """Write three CSV files per half-year: its own cases, and those that were open the last time.

    Of the one before the last half-year the meldingen come twice: the first delivery holds one
    melding that does not exist, the second replaces it.
    """
    vorige: Halfjaar | None = None
    for nummer, halfjaar in enumerate(halfjaren):
        folder = inbox / "veilig_thuis" / to_maand(halfjaar.ontvangen)
        folder.mkdir(parents=True, exist_ok=True)
        naam, op = halfjaar.naam, halfjaar.ontvangen
        adviezen = [
            (advies.gemeente, naam, advies.nummer, advies.aanleiding, advies.aard, advies.wie)
            for advies in halfjaar.adviezen
        ]
        _write(folder / f"veilig_thuis_adviezen_{naam}.csv", _ADVIEZEN, adviezen)
        open_meldingen, open_onderzoeken = _list_open(vorige)
        meldingen = [_melding(melding, naam, op) for melding in halfjaar.meldingen + open_meldingen]
        onderzoeken = [
            _onderzoek(onderzoek, naam, op)
            for onderzoek in halfjaar.onderzoeken + open_onderzoeken
            if onderzoek.begin <= op
        ]
        _write(folder / f"veilig_thuis_onderzoeken_{naam}.csv", _ONDERZOEKEN, onderzoeken)
        if nummer == len(halfjaren) - 2:
            spook = tuple("VT-M-SPOOK" if cel == meldingen[0][2] else cel for cel in meldingen[0])
            pad = folder / f"veilig_thuis_meldingen_{naam}.csv"
            _write(pad, _MELDINGEN, [*meldingen, spook])
            folder = inbox / "veilig_thuis" / to_maand(op + timedelta(days=31))
            folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"veilig_thuis_meldingen_{naam}.csv", _MELDINGEN, meldingen)
        vorige = halfjaar


def _list_open(vorige: Halfjaar | None) -> tuple[list[Melding], list[Onderzoek]]:
    """Return what was still open when the half-year before was delivered."""
    if vorige is None:
        return [], []
    return (
        [melding for melding in vorige.meldingen if melding.besluit > vorige.ontvangen],
        [onderzoek for onderzoek in vorige.onderzoeken if onderzoek.klaar > vorige.ontvangen],
    )


def _melding(melding: Melding, halfjaar: str, op: date) -> tuple[object, ...]:
    """Return the row of a melding as it is known on the day of delivery."""
    is_besloten = melding.besluit <= op
    return (
        melding.gemeente,
        halfjaar,
        melding.nummer,
        melding.casus,
        melding.dag,
        melding.besluit if is_besloten else "",
        melding.triage if is_besloten else "",
        melding.wie,
        melding.aanleiding,
        melding.aard,
        melding.onderzoek if is_besloten else "",
        melding.overdracht if is_besloten else "",
    )


def _onderzoek(onderzoek: Onderzoek, halfjaar: str, op: date) -> tuple[object, ...]:
    """Return the row of an onderzoek as it is known on the day of delivery."""
    is_klaar = onderzoek.klaar <= op
    return (
        onderzoek.gemeente,
        halfjaar,
        onderzoek.nummer,
        onderzoek.begin,
        onderzoek.klaar if is_klaar else "",
        onderzoek.uitkomst if is_klaar else "",
        onderzoek.vervolg if is_klaar else "",
        onderzoek.aard,
    )


def _write(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[object]]) -> None:
    with pad.open("w", encoding="utf-8", newline="") as stream:
        schrijver = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        schrijver.writerow(kop)
        for rij in rijen:
            schrijver.writerow(
                [f"{cel:%d-%m-%Y}" if isinstance(cel, date) else str(cel) for cel in rij]
            )
