"""What the invented tables share: areas, figures with a status, and how they go up and down."""

from datetime import date

from verzonnen_regio import GEMEENTEN, ZORGVORMEN

KWARTALEN = [f"{jaar}-K{nummer}" for jaar in (2023, 2024, 2025) for nummer in (1, 2, 3, 4)]
STAND = date(2025, 12, 31)
# A value that may never be seen: it stands under the status onderdrukt.
GEHEIM_AANTAL = 7
GEHEIM_BEDRAG = 77777.77
JEUGDIGEN_REGIO = 7_400


def make_cijfers(**cijfers) -> dict:
    """Spread (value, status) pairs over X and X_status columns; a bare value is a waarde."""
    rij: dict = {}
    for kolom, cijfer in cijfers.items():
        waarde, status = cijfer if isinstance(cijfer, tuple) else (cijfer, "waarde")
        rij |= {kolom: waarde, f"{kolom}_status": status}
    return rij


def make_telling(aantal: float):
    """A count of youths; below ten it is suppressed, with the secret still in the cell."""
    geheel = round(aantal)
    return (GEHEIM_AANTAL, "onderdrukt") if 0 < geheel < 10 else geheel


def make_slot(volledigheid: float) -> dict:
    return {"stand_datum": STAND, "volledigheid_percentage": volledigheid}


def make_golf(index: int) -> float:
    """A slow rise with a season in it."""
    return 0.92 + 0.008 * index + (0.02 if index % 4 in (0, 3) else -0.015)


def find_volledigheid(maand: date) -> float:
    return {(2025, 10): 97.4, (2025, 11): 93.1, (2025, 12): 61.8}.get(
        (maand.year, maand.month), 100
    )


def list_gebieden():
    for code, (naam, bevolking, aandeel) in GEMEENTEN.items():
        yield {"gemeente_code": code, "gemeente_naam": naam}, bevolking, aandeel


def list_vormen():
    for code, (naam, niveau, aandeel) in ZORGVORMEN.items():
        yield {"zorgvorm": code, "zorgvorm_naam": naam}, niveau, aandeel
