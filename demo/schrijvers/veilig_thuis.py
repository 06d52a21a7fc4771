"""Writes invented half-year figures of Veilig Thuis as CSV, without any person identifier."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from demo.catalogus import read_gemeenten
from demo.kalender import Venster, to_maand

# Flevoland 2020: about 2,750 meldingen per half-year on 99,848 youths.
_MELDINGEN_PER_JEUGDIGE = 2755 / 99_848
_AARD = (
    "lichamelijke mishandeling",
    "psychisch geweld",
    "getuige",
    "pedagogische verwaarlozing",
    "affectieve verwaarlozing",
    "anders, onveilig",
)
_WIE = ("politie", "huisarts", "basisonderwijs", "lokaal veld", "familielid", "anders")
_TRIAGE = ("onderzoek Veilig Thuis", "overdracht aan derden", "omgezet in advies", "geen vervolg")
_UITKOMST = (
    "huiselijk geweld bevestigd",
    "huiselijk geweld niet bevestigd",
    "kindermishandeling bevestigd",
    "kindermishandeling niet bevestigd",
)
_VERVOLG = ("lokale veld", "jeugdhulpaanbieder", "gecertificeerde instelling", "RvdK")


def write_veilig_thuis(inbox: Path, rng: Random, venster: Venster, schaal: float) -> None:
    """Write adviezen, meldingen and onderzoeken: three CSV files per half-year."""
    volgnummer = 0
    for jaar in venster.jaren:
        for helft in (1, 2):
            begin = date(jaar, 1 if helft == 1 else 7, 1)
            ontvangen = date(jaar, 7, 20) if helft == 1 else date(jaar + 1, 1, 20)
            folder = inbox / "veilig_thuis" / to_maand(ontvangen)
            folder.mkdir(parents=True, exist_ok=True)
            adviezen, meldingen, onderzoeken = [], [], []
            for gemeente in read_gemeenten().values():
                aantal = int(gemeente.bevolking_2014 * _MELDINGEN_PER_JEUGDIGE * schaal) + 1
                for _ in range(int(aantal * 1.12)):
                    volgnummer += 1
                    adviezen.append(
                        (
                            gemeente.code,
                            f"{jaar}-H{helft}",
                            f"VT-A-{volgnummer}",
                            rng.choice(_AARD),
                            rng.choice(_WIE),
                        )
                    )
                for _ in range(aantal):
                    volgnummer += 1
                    dag = begin + timedelta(days=rng.randrange(178))
                    besluit = dag + timedelta(
                        days=rng.choices((1, 3, 5, 8, 14), (2, 4, 4, 1, 1))[0]
                    )
                    triage = rng.choices(_TRIAGE, (22, 58, 6, 14))[0]
                    onderzoek = f"VT-O-{volgnummer}" if triage == _TRIAGE[0] else ""
                    meldingen.append(
                        (
                            gemeente.code,
                            f"VT-M-{volgnummer}",
                            dag,
                            besluit,
                            triage,
                            rng.choice(_WIE),
                            rng.choice(_AARD),
                            onderzoek,
                        )
                    )
                    if onderzoek:
                        klaar = besluit + timedelta(days=rng.randint(25, 95))
                        is_klaar = klaar <= ontvangen
                        onderzoeken.append(
                            (
                                gemeente.code,
                                onderzoek,
                                besluit,
                                klaar if is_klaar else "",
                                rng.choice(_UITKOMST) if is_klaar else "",
                                rng.choice(_VERVOLG) if is_klaar else "",
                            )
                        )
            _write(
                folder / f"veilig_thuis_adviezen_{jaar}-H{helft}.csv",
                (
                    "Gemeente",
                    "Halfjaar",
                    "Adviesnummer",
                    "Aard geweld",
                    "Hoedanigheid adviesvrager",
                ),
                adviezen,
            )
            _write(
                folder / f"veilig_thuis_meldingen_{jaar}-H{helft}.csv",
                (
                    "Gemeente",
                    "Meldingsnummer",
                    "Datum melding",
                    "Datum triagebesluit",
                    "Triagebesluit",
                    "Hoedanigheid melder",
                    "Aard geweld",
                    "Onderzoeksnummer",
                ),
                meldingen,
            )
            _write(
                folder / f"veilig_thuis_onderzoeken_{jaar}-H{helft}.csv",
                (
                    "Gemeente",
                    "Onderzoeksnummer",
                    "Datum start",
                    "Datum afronding",
                    "Uitkomst",
                    "Vervolg",
                ),
                onderzoeken,
            )


def _write(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[object]]) -> None:
    with pad.open("w", encoding="utf-8", newline="") as stream:
        schrijver = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        schrijver.writerow(kop)
        for rij in rijen:
            schrijver.writerow(
                [f"{cel:%d-%m-%Y}" if isinstance(cel, date) else str(cel) for cel in rij]
            )
