"""The archive of originals: encrypted, immutable, one file per content hash.

``<map>/<bron>/<ontvangstmaand>/<sha256>.bin`` holds the original under AES-256-GCM,
``<sha256>.json`` beside it what was registered. A file counts once its ``.json`` stands.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ingest.bronbestand import Bronbestand
from ingest.maskering import mask_bsn
from ingest.schrijven import write_bytes_atomically
from schemas.lake import BRONNEN

SLEUTEL_BYTES = 32
_NONCE_BYTES = 12
_KENMERK = b"RBA1"
_CONTROLE = "sleutelcontrole.bin"
_CONTROLE_TEKST = b"Regiobeeld archief"
_METADATA = re.compile(r"[0-9a-f].*\.json")
_MAAND = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class VerkeerdeSleutel(Exception):
    """The key is missing or is not the key this archive was made with."""


class BeschadigdOrigineel(Exception):
    """An original in the archive was changed or cut off after it was written."""


@dataclass(frozen=True)
class Registratie:
    """What is kept about one delivered file; ``is_nieuw`` is false for a file known already."""

    bestand_sleutel: str
    bestandsnaam: str
    bron: str
    ontvangstmaand: str
    ontvangst_datum: date
    aantal_bytes: int
    is_nieuw: bool = False


class Archief:
    """The encrypted originals of one home."""

    def __init__(self, map: Path, sleutel: bytes) -> None:
        """Open the archive in folder ``map``, making it when it does not exist.

        Raises:
            VerkeerdeSleutel: the key is missing, has the wrong length, or is another key.
        """
        if len(sleutel or b"") != SLEUTEL_BYTES:
            raise VerkeerdeSleutel(
                f"De sleutel van het archief ontbreekt of is geen {SLEUTEL_BYTES} bytes lang. "
                "Zet de juiste sleutel terug; zonder sleutel gaat het archief niet open."
            )
        self._map = map
        self._cipher = AESGCM(sleutel)
        self._check_sleutel()

    def register_bestand(
        self, pad: Path, bron: str, ontvangstmaand: str, ontvangst_datum: date
    ) -> Registratie:
        """Store a delivered file encrypted and return its registration.

        The same content in the same bron, under any name or month, is stored once: the first
        registration is returned, with ``is_nieuw`` false. The file itself is left alone.

        Raises:
            ValueError: an unknown bron, or a month that does not exist.
        """
        return self.register_inhoud(
            pad.read_bytes(), pad.name, bron, ontvangstmaand, ontvangst_datum
        )

    def register_inhoud(
        self,
        inhoud: bytes,
        bestandsnaam: str,
        bron: str,
        ontvangstmaand: str,
        ontvangst_datum: date,
    ) -> Registratie:
        """Store the bytes of a delivered file; see ``register_bestand``."""
        if bron not in BRONNEN:
            raise ValueError(f"Onbekende bron: {bron}. Kies uit: {', '.join(BRONNEN)}.")
        if not _MAAND.fullmatch(ontvangstmaand):
            raise ValueError(f"De maand {ontvangstmaand} bestaat niet; gebruik JJJJ-MM.")
        bestand_sleutel = hashlib.sha256(inhoud).hexdigest()
        bekend = self._find_registratie(bron, bestand_sleutel)
        if bekend is not None:
            self._restore_if_damaged(bekend, inhoud)
            return bekend
        registratie = Registratie(
            bestand_sleutel=bestand_sleutel,
            bestandsnaam=mask_bsn(bestandsnaam),
            bron=bron,
            ontvangstmaand=ontvangstmaand,
            ontvangst_datum=ontvangst_datum,
            aantal_bytes=len(inhoud),
            is_nieuw=True,
        )
        folder = self._map / bron / ontvangstmaand
        write_bytes_atomically(
            folder / f"{bestand_sleutel}.bin",
            self._encrypt(inhoud, bestand_sleutel.encode()),
            flush_folder=False,
        )
        # The metadata comes last: a crash before it leaves nothing that counts.
        write_bytes_atomically(folder / f"{bestand_sleutel}.json", _to_json(registratie))
        return registratie

    def list_registraties(self, bron: str, ontvangstmaand: str) -> list[Registratie]:
        """Return the registrations of one bron and month, sorted by bestand_sleutel."""
        folder = self._map / bron / ontvangstmaand
        if not folder.is_dir():
            return []
        with os.scandir(folder) as inhoud:
            paden = sorted(deel.path for deel in inhoud if _METADATA.fullmatch(deel.name))
        return [_from_json(pad) for pad in paden]

    def open_bestand(self, registratie: Registratie) -> Bronbestand:
        """Return the original of a registration.

        Raises:
            BeschadigdOrigineel: the stored file is not what was registered.
        """
        # Text, not paths: a month has thousands of files.
        naam = f"{registratie.bron}/{registratie.ontvangstmaand}/{registratie.bestand_sleutel}.bin"
        try:
            geheim = _read_bytes(f"{self._map}/{naam}")
            inhoud = self._decrypt(geheim, registratie.bestand_sleutel.encode())
        except (InvalidTag, OSError) as error:
            raise BeschadigdOrigineel(
                f"Het origineel {registratie.bestand_sleutel} is beschadigd of weg."
            ) from error
        return Bronbestand(
            bestand_sleutel=registratie.bestand_sleutel,
            bestandsnaam=registratie.bestandsnaam,
            bron=registratie.bron,
            ontvangstmaand=registratie.ontvangstmaand,
            ontvangst_datum=registratie.ontvangst_datum,
            inhoud=inhoud,
        )

    def iter_bestanden(self, bron: str, ontvangstmaand: str) -> Iterator[Bronbestand]:
        """Yield the originals of one bron and month, sorted by bestand_sleutel, one at a time."""
        for registratie in self.list_registraties(bron, ontvangstmaand):
            yield self.open_bestand(registratie)

    def list_maanden(self, bron: str) -> list[str]:
        """Return the months (JJJJ-MM) in which files of a bron were received, in order."""
        return sorted(
            folder.name
            for folder in (self._map / bron).glob("*")
            if _MAAND.fullmatch(folder.name) and any(folder.glob("[0-9a-f]*.json"))
        )

    def _find_registratie(self, bron: str, bestand_sleutel: str) -> Registratie | None:
        paden = sorted((self._map / bron).glob(f"*/{bestand_sleutel}.json"))
        # Metadata without its original is no registration: the file must be stored again.
        heel = [pad for pad in paden if pad.with_suffix(".bin").exists()]
        return _from_json(heel[0]) if heel else None

    def _restore_if_damaged(self, registratie: Registratie, inhoud: bytes) -> None:
        """A delivery that is known is also a copy: it mends an original that does not open."""
        try:
            self.open_bestand(registratie)
        except BeschadigdOrigineel:
            folder = self._map / registratie.bron / registratie.ontvangstmaand
            geheim = self._encrypt(inhoud, registratie.bestand_sleutel.encode())
            write_bytes_atomically(folder / f"{registratie.bestand_sleutel}.bin", geheim)

    def _check_sleutel(self) -> None:
        controle = self._map / _CONTROLE
        try:
            if controle.exists():
                self._decrypt(controle.read_bytes(), _CONTROLE_TEKST)
                return
            # Without the check file an archive that is not empty must prove the key itself.
            origineel = next(self._map.glob("*/*/[0-9a-f]*.bin"), None)
            if origineel is not None:
                self._decrypt(origineel.read_bytes(), origineel.stem.encode())
        except InvalidTag as error:
            raise VerkeerdeSleutel(
                "Dit archief is met een andere sleutel gemaakt en gaat niet open. "
                "Zet de oorspronkelijke sleutel terug."
            ) from error
        self._map.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_bytes_atomically(controle, self._encrypt(_CONTROLE_TEKST, _CONTROLE_TEKST))

    def _encrypt(self, inhoud: bytes, kenmerk: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _KENMERK + nonce + self._cipher.encrypt(nonce, inhoud, kenmerk)

    def _decrypt(self, geheim: bytes, kenmerk: bytes) -> bytes:
        start = len(_KENMERK) + _NONCE_BYTES
        if not geheim.startswith(_KENMERK) or len(geheim) < start:
            raise InvalidTag
        return self._cipher.decrypt(geheim[len(_KENMERK) : start], geheim[start:], kenmerk)


def _to_json(registratie: Registratie) -> bytes:
    velden = asdict(registratie) | {"ontvangst_datum": registratie.ontvangst_datum.isoformat()}
    del velden["is_nieuw"]
    return json.dumps(velden, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _read_bytes(pad: Path | str) -> bytes:
    with open(pad, "rb") as stream:  # noqa: PTH123
        return stream.read()


def _from_json(pad: Path | str) -> Registratie:
    velden = json.loads(_read_bytes(pad))
    return Registratie(
        **(velden | {"ontvangst_datum": date.fromisoformat(velden["ontvangst_datum"])})
    )
