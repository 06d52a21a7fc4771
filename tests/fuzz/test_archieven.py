"""Damaged and hostile archives are refused or read; they never stop the reader."""

import gzip
import io
import stat
import struct
import zipfile
import zlib
from random import Random

import pytest

from fuzz.bytefouten import mutate_bytes
from fuzz.geval import make_geldig
from fuzz.lezing import pack, read_levering

INHOUDEN = [make_geldig("archief", nummer).inhoud for nummer in range(6)]
AANTAL = 400


def make_zip(*leden: tuple[str | zipfile.ZipInfo, bytes], **opties: int) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", **opties) as archief:
        for lid, inhoud in leden:
            archief.writestr(lid, inhoud)
    return stroom.getvalue()


def make_overlap(aantal: int) -> bytes:
    """Return a zip whose index names one and the same member many times."""
    inhoud = make_zip(("a.xml", b"<a>" + b" " * 40_000 + b"</a>"), compression=8)
    begin = inhoud.index(b"PK\x01\x02")
    eind = inhoud.index(b"PK\x05\x06")
    index = inhoud[begin:eind] * aantal
    staart = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, aantal, aantal, len(index), begin, 0)
    return inhoud[:begin] + index + staart


def make_symlink() -> bytes:
    lid = zipfile.ZipInfo("bericht.xml")
    lid.create_system = 3
    lid.external_attr = (stat.S_IFLNK | 0o777) << 16
    return make_zip((lid, b"/etc/passwd"))


def make_gewist(plaats_lokaal: int, plaats_index: int, lengte: int) -> bytes:
    """Return a zip with a field overwritten in both headers."""
    inhoud = bytearray(make_zip(("a.xml", INHOUDEN[0]), compression=8))
    for kenmerk, plaats in ((b"PK\x03\x04", plaats_lokaal), (b"PK\x01\x02", plaats_index)):
        begin = inhoud.index(kenmerk) + plaats
        inhoud[begin : begin + lengte] = b"\xff" * lengte
    return bytes(inhoud)


BOZE = {
    "bom_op_verhouding": make_zip(("a.xml", b" " * 30_000_000), compression=8),
    "bom_van_leden": make_zip(*((f"{n}.xml", b" " * 1_000_000) for n in range(30)), compression=8),
    "bom_in_gzip": gzip.compress(b" " * 30_000_000),
    "genest": make_zip(("a.xml", INHOUDEN[0]), ("b.zip", make_zip(("a.xml", b"")))),
    "genest_onder_andere_naam": make_zip(("a.xml", make_zip(("a.xml", INHOUDEN[0])))),
    "gzip_in_zip": make_zip(("a.xml", gzip.compress(INHOUDEN[0]))),
    "zip_in_gzip": gzip.compress(make_zip(("a.xml", INHOUDEN[0]))),
    "overlap": make_overlap(500),
    "overlap_veel": make_overlap(60_000),
    "leugen_over_grootte": make_gewist(22, 24, 4),
    "leugen_over_crc": make_gewist(14, 16, 4),
    "onbekende_methode": make_gewist(8, 10, 2),
    "alle_vlaggen": make_gewist(6, 8, 2),
    "leeg": make_zip(),
    "alleen_map": make_zip(("map/", b"")),
    "tar": b"a.xml".ljust(257, b"\0") + b"ustar" + b"\0" * 1000,
    "7z": b"7z\xbc\xaf\x27\x1c" + b"\0" * 100,
    "half": make_zip(("a.xml", INHOUDEN[0]))[:-30],
    "alleen_kenmerk": b"PK\x03\x04",
    "gzip_kenmerk": b"\x1f\x8b",
    "gzip_half": gzip.compress(INHOUDEN[0])[:-9],
    "gzip_staart": gzip.compress(INHOUDEN[0]) + b"rommel",
    "deflate_rommel": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00" + zlib.compress(b"x")[3:],
}
NAMEN = (
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\x.xml",
    "..\\..\\x.xml",
    "x\x00y.xml",
    "a\r\nb.xml",
    "=cmd|' /C calc'!A0.xml",
    "@SUM(1).xml",
    "999900006.xml",
    "9.9.9.9.0.0.0.0.6.xml",
    "\N{RIGHT-TO-LEFT OVERRIDE}lmx.xml",
    "x" * 65_000,
    "é\N{GRINNING FACE}.xml",
    "con.xml",
    "<b>.xml",
    "a.xml",
    "a.xml",
)


@pytest.mark.parametrize("naam", BOZE)
def test_hostile_archive_is_refused_with_a_reason(naam):
    resultaat = read_levering(BOZE[naam], "levering.zip")
    assert [bevinding.regel_code for bevinding in resultaat.bevindingen] == ["B003"]
    assert resultaat.status == "quarantaine"
    assert resultaat.tabellen == {}


def test_link_in_a_zip_is_not_followed():
    resultaat = read_levering(make_symlink(), "levering.zip")
    assert [bevinding.regel_code for bevinding in resultaat.bevindingen] == ["B010"]


def test_names_in_a_zip_are_labels_only():
    with pytest.warns(UserWarning, match="Duplicate"):
        inhoud = make_zip(*((naam, b"geen bericht") for naam in NAMEN))
    resultaat = read_levering(inhoud, "levering.zip")
    rijen = [bevinding.to_row(resultaat.bestand) for bevinding in resultaat.bevindingen]
    assert resultaat.aantal_berichten == len(NAMEN)
    for rij in rijen:
        naam = str(rij["bestandsnaam"])
        assert naam.startswith("levering.zip/")
        assert len(naam) < 250
        assert naam.isprintable(), "control or direction characters"
        assert ".." not in naam.split("/")
        assert "9999" not in naam


@pytest.mark.parametrize(
    "pak_in", [pack, lambda delen: gzip.compress(delen[0])], ids=["zip", "gzip"]
)
def test_mutated_archive_is_read_or_refused(pak_in):
    rng, heel = Random("archief"), pak_in(INHOUDEN)
    codes = set()
    for _ in range(AANTAL):
        inhoud = heel
        for _ in range(rng.choice((1, 1, 3))):
            inhoud, _ = mutate_bytes(rng, inhoud)
        resultaat = read_levering(inhoud, "levering.zip")
        codes |= {bevinding.regel_code for bevinding in resultaat.bevindingen}
        assert resultaat.status in ("gelezen", "quarantaine")
    assert "B099" not in codes
    assert "B003" in codes
