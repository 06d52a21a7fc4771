"""The two keys of a home: one that encrypts the archive, one that pseudonymises.

There is no default key. A new home gets fresh random ones; a home that has been used and
misses its key, or is given another one, refuses.
"""

import hashlib
import hmac
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from orchestration.bestanden import read_json, write_json
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home

AANTAL_BYTES = 32
NAMEN = ("archief", "pseudoniem")
_HERSTEL = (
    "Zet het sleutelbestand uit de reservekopie terug, of geef de sleutel in {variabele} "
    "of een bestand in {variabele}_BESTAND."
)


@dataclass(frozen=True, repr=False)
class Sleutels:
    """The keys of one home."""

    archief: bytes
    pseudoniem: bytes


def read_sleutels(home: Home) -> Sleutels:
    """Return the keys of ``home``, made now when it is new.

    Raises:
        RegiobeeldFout: a key is missing, unreadable, malformed, or not the one that this
            home was made with.
    """
    sleutels = {naam: _read_sleutel(home, naam) for naam in NAMEN}
    kenmerken = {naam: compute_kenmerk(sleutel) for naam, sleutel in sleutels.items()}
    bekend = read_json(home.map / "sleutelkenmerk.json")
    for naam in NAMEN:
        if naam in bekend and bekend[naam] != kenmerken[naam]:
            raise RegiobeeldFout(
                f"De {naam}sleutel is niet die waarmee {home.map} is gemaakt.",
                _HERSTEL.format(variabele=_variabele(naam)),
            )
    if not bekend:
        write_json(home.map / "sleutelkenmerk.json", kenmerken)
    return Sleutels(**sleutels)


def compute_kenmerk(sleutel: bytes) -> str:
    """Return a mark by which a key is recognised, but not found."""
    return hmac.new(sleutel, b"regiobeeld sleutelkenmerk", hashlib.sha256).hexdigest()[:16]


def is_gebruikt(home: Home) -> bool:
    """Return whether something was ever archived in ``home``, so that its keys matter."""
    return (home.map / "sleutelkenmerk.json").exists() or any(home.archief.glob("*/*/*"))


def sleutel_pad(home: Home, naam: str) -> Path:
    """Return where the key ``naam`` stands when the environment does not give it."""
    return home.sleutels / f"{naam}.sleutel"


def _variabele(naam: str) -> str:
    return f"REGIOBEELD_{naam.upper()}_SLEUTEL"


def _read_sleutel(home: Home, naam: str) -> bytes:
    gegeven: SecretStr | None = getattr(home.instellingen, f"{naam}_sleutel")
    bestand: Path | None = getattr(home.instellingen, f"{naam}_sleutel_bestand")
    if gegeven is not None:
        return _parse(gegeven.get_secret_value(), _variabele(naam))
    if bestand is not None:
        return _parse(_read_bestand(bestand), str(bestand))
    pad = sleutel_pad(home, naam)
    if pad.exists():
        _check_rechten(pad)
        return _parse(_read_bestand(pad), str(pad))
    if is_gebruikt(home):
        raise RegiobeeldFout(
            f"De {naam}sleutel van {home.map} ontbreekt ({pad}).",
            _HERSTEL.format(variabele=_variabele(naam)) + " Zonder sleutel is het archief dicht.",
        )
    return _make_sleutel(pad)


def _make_sleutel(pad: Path) -> bytes:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.parent.chmod(stat.S_IRWXU)
    sleutel = secrets.token_bytes(AANTAL_BYTES)
    nummer = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(nummer, "w", encoding="ascii") as bestand:
        bestand.write(sleutel.hex() + "\n")
        bestand.flush()
        os.fsync(bestand.fileno())  # an archive whose key was lost in a crash is lost
    return sleutel


def _read_bestand(pad: Path) -> str:
    try:
        return pad.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as fout:
        raise RegiobeeldFout(
            f"Het sleutelbestand {pad} is niet te lezen.",
            "Controleer of het bestaat en of u het mag lezen.",
        ) from fout


def _check_rechten(pad: Path) -> None:
    if pad.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise RegiobeeldFout(
            f"Het sleutelbestand {pad} is voor anderen toegankelijk.",
            f"Maak het alleen leesbaar voor de eigenaar: chmod 600 {pad}",
        )


def _parse(tekst: str, plaats: str) -> bytes:
    try:
        sleutel = bytes.fromhex(tekst.strip())
    except ValueError:
        sleutel = b""
    if len(sleutel) != AANTAL_BYTES:
        raise RegiobeeldFout(
            f"De sleutel in {plaats} heeft niet de goede vorm.",
            f"Verwacht: {2 * AANTAL_BYTES} hexadecimale tekens.",
        )
    return sleutel
