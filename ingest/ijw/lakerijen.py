"""From the flat rows of a checked message to lake columns; here a bsn becomes a pseudonym."""

from collections.abc import Callable
from datetime import date
from functools import cache

from ingest.ijw.gelezen import GelezenBericht
from ingest.ijw.vlakken import Tabel
from ingest.pseudonimisering import compute_client_sleutel
from schemas.ijw.vlak import HEADER_TABEL, Vlak
from schemas.lake import lake_schema

_BRON = "ijw"
_CREDIT = "C"
_AANVAARD = "0200"
# COD170: of these birth dates not even the month is known.
_MAAND_ONBEKEND = ("2", "3")

Kolommen = dict[str, list]
Omzetting = Callable[[Tabel, str, bytes], list]


def to_lake_rijen(bericht: GelezenBericht, sleutel: bytes) -> dict[str, Kolommen]:
    """Return the columns of every lake table that an accepted message fills.

    Args:
        bericht: a message that broke no rule.
        sleutel: the secret behind ``client_sleutel``.
    """
    return {
        naam: _to_kolommen(bericht, tabel, sleutel)
        for naam, tabel in bericht.tabellen.items()
        if naam != HEADER_TABEL and not tabel.lezer.vlak.is_intern and tabel.aantal_rijen
    }


def _to_kolommen(bericht: GelezenBericht, tabel: Tabel, sleutel: bytes) -> Kolommen:
    gelezen, berekend = _plan(tabel.lezer.vlak)
    kolommen = {naam: omzetten(tabel, naam, sleutel) for naam, omzetten in gelezen}
    for naam in berekend:
        kolommen[naam] = _fill_kolom(bericht, naam, tabel.aantal_rijen)
    return kolommen


@cache
def _plan(vlak: Vlak) -> tuple[tuple[tuple[str, Omzetting], ...], tuple[str, ...]]:
    """Return the lake columns that are read, and those that are not in ``vlak.csv``."""
    gelezen = tuple(
        (kolom.kolom, _OMZETTINGEN[kolom.omzetting])
        for kolom in vlak.kolommen
        if not kolom.kolom.startswith("_")
    )
    namen = {naam for naam, _ in gelezen}
    berekend = tuple(naam for naam in lake_schema(_BRON, vlak.tabel).names if naam not in namen)
    return gelezen, berekend


def _fill_kolom(bericht: GelezenBericht, naam: str, aantal: int) -> list:
    """Return a column of keys, counts or what the header says."""
    if naam == "regel_volgnummer":
        return list(range(1, aantal + 1))
    bepaal = _BEREKEND.get(naam)
    waarde = bericht.header(naam) if bepaal is None else bepaal(bericht)
    return [waarde] * aantal


def is_afgekeurd(bericht: GelezenBericht) -> bool:
    """Return whether a retour refuses its message: another code than 0200, or a payload (OP286)."""
    codes = bericht.tabellen["retour"].kolommen["header_retour_codes_retourcode"][0] or ""
    heeft_payload = bericht.root.find(f"{{*}}{bericht.berichtsoort.payload}") is not None
    return heeft_payload or any(code != _AANVAARD for code in codes.split())


def _plain(tabel: Tabel, kolom: str, sleutel: bytes) -> list:
    return tabel.kolommen[kolom]


def _pseudoniem(tabel: Tabel, kolom: str, sleutel: bytes) -> list:
    return [compute_client_sleutel(bsn, sleutel) for bsn in tabel.kolommen["bsn"]]


def _geboortemaand(tabel: Tabel, kolom: str, sleutel: bytes) -> list:
    datums, gebruik = tabel.kolommen[f"{kolom}_datum"], tabel.kolommen[f"{kolom}_datumgebruik"]
    return [_to_maand(*paar) for paar in zip(datums, gebruik, strict=True)]


def _to_maand(datum: date | None, gebruik: str | None) -> date | None:
    return None if datum is None or gebruik in _MAAND_ONBEKEND else datum.replace(day=1)


def _met_teken(tabel: Tabel, kolom: str, sleutel: bytes) -> list:
    bedragen, tekens = (
        tabel.kolommen[f"{kolom}_totaalbedrag"],
        tabel.kolommen[f"{kolom}_debetcredit"],
    )
    return [
        bedrag if bedrag is None or teken != _CREDIT else -bedrag
        for bedrag, teken in zip(bedragen, tekens, strict=True)
    ]


def _codes(tabel: Tabel, kolom: str, sleutel: bytes) -> list:
    return tabel.kolommen[f"{kolom}_retourcode"]


_BEREKEND: dict[str, Callable[[GelezenBericht], object]] = {
    "bericht_sleutel": lambda bericht: bericht.bericht_sleutel,
    "bericht": lambda bericht: bericht.soort.bericht,
    "heen_bericht": lambda bericht: bericht.berichtsoort.heen_bericht,
    "aantal_regels": lambda bericht: bericht.aantal_regels,
    "is_afgekeurd": is_afgekeurd,
}

_OMZETTINGEN: dict[str, Omzetting] = {
    "": _plain,
    "pseudoniem": _pseudoniem,
    "geboortemaand": _geboortemaand,
    "met_teken": _met_teken,
    "codes": _codes,
}
