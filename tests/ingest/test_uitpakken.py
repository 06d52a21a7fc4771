import gzip
import io
import struct
import warnings
import zipfile

import pytest

from ingest.uitpakken import Grenzen, OnveiligArchief, iter_onderdelen


def make_zip(leden: list[tuple[str, bytes]], compress=zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", compress) as archief:
        warnings.simplefilter("ignore")
        for naam, inhoud in leden:
            archief.writestr(naam, inhoud)
    return stream.getvalue()


def unpack(make_bestand, inhoud, **grenzen):
    return list(iter_onderdelen(make_bestand(inhoud, "levering.zip"), Grenzen(**grenzen)))


def test_a_plain_file_is_one_part_without_name(make_bestand):
    assert unpack(make_bestand, b"a;b") == [("", b"a;b")]


def test_a_gzip_is_one_part_without_name(make_bestand):
    assert unpack(make_bestand, gzip.compress(b"a;b")) == [("", b"a;b")]


def test_zip_members_come_sorted_whatever_their_order(make_bestand):
    inhoud = make_zip([("b.xml", b"2"), ("map/", b""), ("a.xml", b"1"), ("__MACOSX/a.xml", b"x")])
    assert unpack(make_bestand, inhoud) == [("a.xml", b"1"), ("b.xml", b"2")]


@pytest.mark.parametrize("naam", ["levering.xlsx", "levering.zip"])
def test_a_workbook_is_not_unpacked_whatever_its_name(make_bestand, make_xlsx, naam):
    inhoud = make_xlsx(Blad=[["a"]])
    assert list(iter_onderdelen(make_bestand(inhoud, naam))) == [("", inhoud)]


def test_a_workbook_inside_a_zip_is_a_part(make_bestand, make_xlsx):
    werkmap = make_xlsx(Blad=[["a"]])
    assert unpack(make_bestand, make_zip([("a.xlsx", werkmap)])) == [("a.xlsx", werkmap)]


@pytest.mark.parametrize(
    ("naam", "label"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\boos.xml", "boos.xml"),
        ("a\nb.xml", "a?b.xml"),
        ("999900006.xml", "xxxxxxxxx.xml"),
    ],
)
def test_member_names_are_harmless_labels(make_bestand, naam, label):
    assert [gegeven for gegeven, _ in unpack(make_bestand, make_zip([(naam, b"x")]))] == [label]


def test_a_zip_bomb_is_refused_by_ratio(make_bestand):
    inhoud = make_zip([("bom.xml", b"0" * 20_000_000)])
    with pytest.raises(OnveiligArchief, match="onveilig groot"):
        unpack(make_bestand, inhoud)


def test_a_gzip_bomb_is_refused_while_it_unpacks(make_bestand):
    with pytest.raises(OnveiligArchief, match="onveilig groot"):
        unpack(make_bestand, gzip.compress(b"0" * 20_000_000))


def test_a_size_that_lies_is_refused(make_bestand):
    inhoud = bytearray(make_zip([("bom.xml", b"0" * 1_000_000)]))
    for kenmerk, plaats in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        begin = inhoud.index(kenmerk)
        inhoud[begin + plaats : begin + plaats + 4] = struct.pack("<I", 10)
    with pytest.raises(OnveiligArchief):
        unpack(make_bestand, bytes(inhoud))


@pytest.mark.parametrize("grenzen", [{"onderdelen": 2}, {"totaal_bytes": 2}])
def test_too_many_or_too_large_is_refused(make_bestand, grenzen):
    inhoud = make_zip([("a", b"1"), ("b", b"2"), ("c", b"3")])
    with pytest.raises(OnveiligArchief):
        unpack(make_bestand, inhoud, **grenzen)


@pytest.mark.parametrize(
    "binnen", [make_zip([("a", b"1")]), gzip.compress(b"1"), b"7z\xbc\xaf\x27\x1c"]
)
def test_an_archive_in_an_archive_is_refused(make_bestand, binnen):
    with pytest.raises(OnveiligArchief, match="Er zit een archief"):
        unpack(make_bestand, make_zip([("a.xml", b"<a/>"), ("b.zip", binnen)]))


def test_an_encrypted_zip_is_refused(make_bestand):
    inhoud = bytearray(make_zip([("a.xml", b"<a/>")]))
    for kenmerk, plaats in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        inhoud[inhoud.index(kenmerk) + plaats] |= 1
    with pytest.raises(OnveiligArchief, match="wachtwoord"):
        unpack(make_bestand, bytes(inhoud))


@pytest.mark.parametrize("weg", [1, 40, 100])
def test_a_zip_that_was_cut_off_is_refused(make_bestand, weg):
    inhoud = make_zip([("a.xml", b"<a/>" * 50), ("b.xml", b"<b/>" * 50)])
    with pytest.raises(OnveiligArchief):
        unpack(make_bestand, inhoud[:-weg])


def test_a_damaged_member_gives_none_of_the_parts(make_bestand):
    inhoud = bytearray(make_zip([("a", b"eerste"), ("b", b"tweede")], zipfile.ZIP_STORED))
    inhoud[inhoud.index(b"tweede")] ^= 1
    gekregen = []
    with pytest.raises(OnveiligArchief):
        for naam, _ in iter_onderdelen(make_bestand(bytes(inhoud))):
            gekregen.append(naam)
    assert gekregen == []
