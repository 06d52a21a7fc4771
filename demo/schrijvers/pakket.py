"""Bundles messages as they are delivered: a zip per kind and sender per month, some files loose."""

import gzip
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demo.administratie.model import Bericht
from demo.kalender import to_maand
from demo.schrijvers.ijw import to_xml


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a message was put: month folder, file, and member of the zip (empty when loose)."""

    maand: str
    bestand: str
    onderdeel: str


@dataclass(slots=True)
class Geleverd:
    """One delivery of a message; a message that is sent twice has two."""

    bericht: Bericht
    plaats: Plaats


def write_zip(pad: Path, onderdelen: list[tuple[str, bytes]], maand: date) -> None:
    """Write a zip with a fixed timestamp, so that the same content gives the same bytes."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archief:
        for naam, inhoud in onderdelen:
            info = zipfile.ZipInfo(naam, (maand.year, maand.month, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archief.writestr(info, inhoud)


def write_berichten(
    berichten: list[Bericht], inbox: Path, voortgang: Callable[[str, int, int], None]
) -> list[Geleverd]:
    """Write all messages below ``inbox/ijw`` and return where each one is."""
    bundels: dict[tuple[date, str, str], list[Bericht]] = defaultdict(list)
    for bericht in berichten:
        bundels[(bericht.ontvangen, bericht.soort, bericht.verzender)].append(bericht)
        if bericht.herhaald_in is not None:
            bundels[(bericht.herhaald_in, bericht.soort, bericht.verzender)].append(bericht)
    geleverd: list[Geleverd] = []
    for nummer, sleutel in enumerate(sorted(bundels)):
        geleverd += _write_bundel(inbox, sleutel, bundels[sleutel])
        if nummer % 25 == 0:
            voortgang("berichten schrijven", nummer, len(bundels))
    voortgang("berichten schrijven", len(bundels), len(bundels))
    return geleverd


def _write_bundel(
    inbox: Path, sleutel: tuple[date, str, str], berichten: list[Bericht]
) -> Iterator[Geleverd]:
    maand, soort, verzender = sleutel
    folder = inbox / "ijw" / to_maand(maand)
    folder.mkdir(parents=True, exist_ok=True)
    stam = f"{soort}_{verzender}_{to_maand(maand)}"
    berichten.sort(key=lambda bericht: (bericht.dagtekening, bericht.identificatie))
    onderdelen: list[tuple[str, bytes]] = []
    for bericht in berichten:
        naam = f"{soort}_{verzender}_{bericht.identificatie}.xml"
        inhoud = to_xml(bericht)
        if bericht.vorm == "zip":
            onderdelen.append((naam, inhoud))
            yield Geleverd(bericht, Plaats(to_maand(maand), f"{stam}.zip", naam))
        elif bericht.vorm == "gz":
            (folder / f"{naam}.gz").write_bytes(gzip.compress(inhoud, mtime=0))
            yield Geleverd(bericht, Plaats(to_maand(maand), f"{naam}.gz", ""))
        else:
            (folder / naam).write_bytes(inhoud)
            yield Geleverd(bericht, Plaats(to_maand(maand), naam, ""))
    if onderdelen:
        write_zip(folder / f"{stam}.zip", onderdelen, maand)
