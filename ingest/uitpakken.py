"""Unpacking: the parts of a delivered file, without trusting a zip or gzip."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.bronbestand import Bronbestand
from ingest.maskering import mask_bsn

_ZIP = b"PK\x03\x04"
_LEGE_ZIP = b"PK\x05\x06"
_GZIP = b"\x1f\x8b"
_ANDERE_ARCHIEVEN = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00")
_TAR_PLAATS, _TAR = 257, b"ustar"
_VERSLEUTELD = 0x1
_WERKMAPPEN = (".xlsx", ".xlsm", ".ods")
_BLOK = 1 << 20
_BEWAARD_BYTES = 16 << 20
_GEEN_LEVERING = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$)")


class OnveiligArchief(Exception):
    """A zip or gzip that cannot be unpacked, or not safely; the text is Dutch, for suppliers."""


@dataclass(frozen=True)
class Grenzen:
    """What one delivered file may unpack to."""

    totaal_bytes: int = 500 * 1024 * 1024
    onderdelen: int = 100_000
    verhouding: int = 200
    verhouding_vanaf_bytes: int = 10 * 1024 * 1024


GRENZEN = Grenzen()


def iter_onderdelen(
    bestand: Bronbestand, grenzen: Grenzen = GRENZEN
) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a delivered file as (name, content), sorted by name.

    A plain file and a gzip give one part with an empty name; a spreadsheet (XLSX and ODS are
    zips too) is a plain file. A zip is checked completely before its first part is given, so a
    bad zip never gives half of its parts. Names are labels: masked, and never used as a path.

    Raises:
        OnveiligArchief: encrypted, damaged, nested, or larger than ``grenzen`` allows.
    """
    inhoud = bestand.inhoud
    if inhoud.startswith(_GZIP):
        inhoud = _read_gzip(inhoud, grenzen)
        if is_archief(inhoud):
            raise OnveiligArchief("Er zit een archief in het gzip-bestand.")
        yield "", inhoud
    elif inhoud.startswith((_ZIP, _LEGE_ZIP)) and not _is_meant_as_werkmap(bestand):
        yield from _iter_zip(inhoud, grenzen)
    elif is_archief(inhoud) and not _is_meant_as_werkmap(bestand):
        raise OnveiligArchief("Alleen zip en gzip worden uitgepakt.")
    else:
        yield "", inhoud


def _is_meant_as_werkmap(bestand: Bronbestand) -> bool:
    """Return whether this is a workbook, or a damaged one that its own reader must refuse."""
    return bestand.bestandsnaam.casefold().endswith(_WERKMAPPEN) or is_werkmap(bestand.inhoud)


def is_archief(inhoud: bytes) -> bool:
    """Return whether the bytes are an archive of any kind; a spreadsheet is not."""
    if inhoud.startswith((_ZIP, _LEGE_ZIP)):
        return not is_werkmap(inhoud)
    is_tar = inhoud[_TAR_PLAATS : _TAR_PLAATS + len(_TAR)] == _TAR
    return is_tar or inhoud.startswith((_GZIP, *_ANDERE_ARCHIEVEN))


def is_werkmap(inhoud: bytes) -> bool:
    """Return whether the bytes are an XLSX or ODS workbook, judged by what is in the zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            namen = set(archief.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        return False
    is_ods = {"mimetype", "content.xml"} <= namen
    return is_ods or ("[Content_Types].xml" in namen and any(n.startswith("xl/") for n in namen))


def check_werkmap(inhoud: bytes, grenzen: Grenzen = GRENZEN) -> None:
    """Check that a workbook is no zip bomb before a spreadsheet library opens it.

    Raises:
        OnveiligArchief: damaged, encrypted, or larger than ``grenzen`` allows.
    """
    with _open_zip(inhoud) as archief:
        for lid in _check_leden(archief, len(inhoud), grenzen):
            _read_lid(archief, lid)


def _iter_zip(inhoud: bytes, grenzen: Grenzen) -> Iterator[tuple[str, bytes]]:
    with _open_zip(inhoud) as archief:
        leden = [
            lid
            for lid in _check_leden(archief, len(inhoud), grenzen)
            if not lid.is_dir() and not _GEEN_LEVERING.search(lid.filename)
        ]
        if not leden:
            raise OnveiligArchief("Het zip-bestand is leeg.")
        leden.sort(key=lambda lid: (lid.filename, lid.header_offset))
        # Nothing is given before everything has been seen to unpack; only a small zip is kept.
        is_klein = sum(lid.file_size for lid in leden) <= _BEWAARD_BYTES
        bewaard: list[bytes] = []
        for lid in leden:
            deel = _read_lid(archief, lid)
            if is_archief(deel):
                raise OnveiligArchief("Er zit een archief in het zip-bestand.")
            if is_klein:
                bewaard.append(deel)
        delen = bewaard if is_klein else (_read_lid(archief, lid) for lid in leden)
        for lid, deel in zip(leden, delen, strict=True):
            yield _label(lid.filename), deel


def _open_zip(inhoud: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(inhoud))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise OnveiligArchief("Het zip-bestand is beschadigd.") from error


def _check_leden(
    archief: zipfile.ZipFile, ingepakt_bytes: int, grenzen: Grenzen
) -> list[zipfile.ZipInfo]:
    leden = archief.infolist()
    if len(leden) > grenzen.onderdelen:
        raise OnveiligArchief(f"Het zip-bestand heeft meer dan {grenzen.onderdelen} onderdelen.")
    if any(lid.flag_bits & _VERSLEUTELD for lid in leden):
        raise OnveiligArchief("Het zip-bestand heeft een wachtwoord.")
    # The sizes are the sender's word, but zipfile never reads past them.
    _check_omvang(sum(lid.file_size for lid in leden), ingepakt_bytes, grenzen)
    return leden


def _check_omvang(uitgepakt_bytes: int, ingepakt_bytes: int, grenzen: Grenzen) -> None:
    is_bom = (
        uitgepakt_bytes > grenzen.verhouding_vanaf_bytes
        and uitgepakt_bytes > grenzen.verhouding * ingepakt_bytes
    )
    if uitgepakt_bytes > grenzen.totaal_bytes or is_bom:
        raise OnveiligArchief("Het bestand is na uitpakken onveilig groot.")


def _read_lid(archief: zipfile.ZipFile, lid: zipfile.ZipInfo) -> bytes:
    try:
        return archief.read(lid)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise OnveiligArchief("Een onderdeel van het zip-bestand is beschadigd.") from error


def _read_gzip(inhoud: bytes, grenzen: Grenzen) -> bytes:
    uitgepakt = io.BytesIO()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(inhoud)) as stream:
            while blok := stream.read(_BLOK):
                uitgepakt.write(blok)
                _check_omvang(uitgepakt.tell(), len(inhoud), grenzen)
    except (OSError, EOFError, zlib.error) as error:
        raise OnveiligArchief("Het gzip-bestand is beschadigd.") from error
    return uitgepakt.getvalue()


def _label(naam: str) -> str:
    """Return a member name as a harmless label: no path tricks, control characters or bsn."""
    zichtbaar = "".join(teken if teken.isprintable() else "?" for teken in naam)
    delen = re.split(r"[\\/]+", zichtbaar)
    schoon = "/".join(deel for deel in delen if deel not in ("", ".", ".."))
    return mask_bsn(schoon)[-200:] or "naamloos"
