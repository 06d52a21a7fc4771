"""Answer key: the cases of Veilig Thuis as they stand after the last delivery."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from demo.antwoorden.tabel import write_tabel
from demo.veilig_thuis import Halfjaar

_TRIAGE_DAGEN, _ONDERZOEK_DAGEN = 5, 70


def write_veilig_thuis_sleutel(folder: Path, halfjaren: list[Halfjaar]) -> None:
    """Write ``veilig_thuis``: one row per advies, melding and onderzoek."""
    write_tabel(
        folder,
        "veilig_thuis",
        (
            "soort",
            "zaak_nummer",
            "gemeente_code",
            "halfjaar",
            "casus_nummer",
            "is_vervolgmelding",
            "triagebesluit_datum",
            "afronding_datum",
            "termijn_datum",
            "is_op_tijd",
            "is_open",
        ),
        _iter_veilig_thuis(halfjaren),
    )


def _iter_veilig_thuis(halfjaren: list[Halfjaar]) -> Iterator[tuple[object, ...]]:
    for halfjaar in halfjaren:
        for advies in halfjaar.adviezen:
            wie = ("advies", advies.nummer, advies.gemeente, halfjaar.naam)
            yield (*wie, None, None, None, None, None, None, False)
    for nummer, halfjaar in enumerate(halfjaren):
        volgende = halfjaren[nummer + 1] if nummer + 1 < len(halfjaren) else None
        for melding in halfjaar.meldingen:
            gezien = _laatste_levering(halfjaar, volgende, melding.besluit)
            besluit = melding.besluit if melding.besluit <= gezien.ontvangen else None
            termijn = melding.dag + timedelta(days=_TRIAGE_DAGEN)
            yield (
                "melding",
                melding.nummer,
                melding.gemeente,
                halfjaar.naam,
                melding.casus,
                melding.is_vervolg,
                besluit,
                None,
                termijn,
                _op_tijd(besluit, termijn, gezien),
                besluit is None,
            )
        for onderzoek in halfjaar.onderzoeken:
            gezien = _laatste_levering(halfjaar, volgende, onderzoek.klaar)
            if onderzoek.begin > gezien.ontvangen:
                continue
            klaar = onderzoek.klaar if onderzoek.klaar <= gezien.ontvangen else None
            termijn = onderzoek.begin + timedelta(days=_ONDERZOEK_DAGEN)
            yield (
                "onderzoek",
                onderzoek.nummer,
                onderzoek.gemeente,
                f"{onderzoek.begin.year}-H{1 if onderzoek.begin.month <= 6 else 2}",
                None,
                None,
                onderzoek.begin,
                klaar,
                termijn,
                _op_tijd(klaar, termijn, gezien),
                klaar is None,
            )


def _laatste_levering(halfjaar: Halfjaar, volgende: Halfjaar | None, gereed: date) -> Halfjaar:
    """Return the delivery that tells last of a case: the next one when it was still open."""
    return volgende if volgende is not None and gereed > halfjaar.ontvangen else halfjaar


def _op_tijd(gereed: date | None, termijn: date, gezien: Halfjaar) -> bool | None:
    """Return whether it was in time; None when that could not yet be said."""
    if gereed is not None:
        return gereed <= termijn
    jaar, helft = int(gezien.naam[:4]), gezien.naam[-1]
    laatste = date(jaar, 6, 30) if helft == "1" else date(jaar, 12, 31)
    return False if laatste > termijn else None
