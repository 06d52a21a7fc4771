"""Inputs that are made to exhaust or mislead a parser: deep, wide, long, or half."""

from itertools import pairwise
from random import Random

from fuzz.boom import Knoop, make_boom
from fuzz.opmaak import Opmaak, write_bericht

_N = 100_000


def make_vijandig() -> dict[str, bytes]:
    """Return hostile messages by name; whether they are valid is for the judge to say."""
    rng = Random("vijandig")
    boom = next(boom for boom in (make_boom(rng, "jw301") for _ in range(99)) if _is_groot(boom))
    goed = write_bericht(rng, boom, Opmaak())
    kop, _, romp = goed.partition(b"<Header>")
    begin = kop.index(b"<Bericht")
    voor, wortel, header = kop[:begin], kop[begin:], b"<Header>" + romp
    wortel = wortel.rstrip()
    open_wortel = wortel[:-1]
    return {
        "diep": voor + b"<a>" * _N + b"</a>" * _N,
        "diep_in_bericht": voor + wortel + b"<Header>" * _N,
        "diep_in_waarde": goed.replace(b"<Bsn>", b"<Bsn>" + b"<b>" * 300 + b"</b>" * 300, 1),
        "veel_attributen": voor + open_wortel + _attributen(_N) + b">" + header,
        "veel_naamruimten": voor + open_wortel + _naamruimten(20_000) + b">" + header,
        "lange_naam": voor + b"<" + b"a" * 12_000_000 + b"/>",
        "lange_attribuutwaarde": voor + open_wortel + b' a="' + b"x" * 12_000_000 + b'">' + header,
        "lange_naamruimte": voor + open_wortel + b' xmlns:z="' + b"u" * 200_000 + b'">' + header,
        "lange_waarde": goed.replace(b"<Bsn>", b"<Bsn>" + b"9" * 12_000_000, 1),
        "waarde_van_een_megabyte": goed.replace(b"<Bsn>", b"<Bsn>" + b"9" * 1_000_000, 1),
        "veel_wit": goed.replace(b"<Client>", b" " * 5_000_000 + b"<Client>", 1),
        "veel_wit_in_tag": goed.replace(b"<Client>", b"<Client" + b" " * 1_000_000 + b">", 1),
        "veel_wit_in_waarde": goed.replace(b"<Bsn>", b"<Bsn>" + b" " * 1_000_000, 1),
        "veel_commentaar": goed.replace(b"<Client>", b"<!-- -->" * _N + b"<Client>", 1),
        "lang_commentaar": goed.replace(b"<Client>", b"<!--" + b"-x" * 999_999 + b"--><Client>", 1),
        "veel_instructies": goed.replace(b"<Client>", b"<?a?>" * _N + b"<Client>", 1),
        "veel_tekens_als_nummer": goed.replace(b"<Bsn>", b"<Bsn>" + b"&#57;" * _N, 1),
        "veel_cdata": goed.replace(b"<Bsn>", b"<Bsn>" + b"<![CDATA[]]>" * _N, 1),
        "veel_broers": goed.replace(b"<Client>", b"<Client/>" * _N + b"<Client>", 1),
        "veel_bladen": goed.replace(b"<Bsn>", b"<Bsn>1</Bsn>" * _N + b"<Bsn>", 1),
        "haken": b"<" * 1_000_000,
        "haken_in_bericht": goed + b"<" * 1_000_000,
        "half_open_tags": goed + b"<a " * 300_000,
        "half_commentaar": goed + b"<!--" * 300_000,
        "half_cdata": goed + b"<![CDATA[" * 100_000,
        "half_attribuut": goed + b'<a b="' * 200_000,
        "entiteiten": goed + b"&" * 1_000_000,
        "sluittags": goed + b"</a>" * 300_000,
        "declaratie_zonder_eind": b"<?xml " + b" " * 1_000_000 + b"encoding" * 100_000,
        "declaratie_met_wit": b"<?xml version='1.0'" + b" " * 1_000_000 + b"?>" + goed[len(voor) :],
        "wit_vooraf": b" " * 1_000_000 + goed,
        "nullen": b"\x00" * 1_000_000,
        "cr": b"\r" * 1_000_000 + goed[len(voor) :],
        "doctype_in_commentaar": goed.replace(b"<Client>", b"<!-- <!DOCTYPE a> --><Client>", 1),
        "doctype_achteraan": goed + b"<!DOCTYPE a>",
        "miljard_keer_lachen": voor + _lachen() + wortel + header.replace(b"<Bsn>", b"&i;", 1),
        "kwadratisch": voor + b'<!DOCTYPE a [<!ENTITY a "' + b"x" * _N + b'">]><a>' + b"&a;" * 9999,
        "bestand_van_buiten": voor + b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;',
        "dtd_van_buiten": voor + b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
        "parameterentiteit": voor + b'<!DOCTYPE a [<!ENTITY % p SYSTEM "/dev/zero"> %p;]><a/>',
        "xinclude": goed.replace(
            b"<Client>",
            b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/><Client>',
            1,
        ),
        "stijlblad": goed.replace(b"<Bericht", b'<?xml-stylesheet href="/etc/passwd"?><Bericht', 1),
        "ebcdic": goed.decode().encode("cp037", "replace"),
        "utf16": goed.decode().encode("utf-16"),
        "utf32": goed.decode().encode("utf-32"),
    }  # fmt: skip


def _is_groot(boom: Knoop) -> bool:
    """Return whether a message has enough elements to hide something between."""
    return sum(1 for _ in boom.iter_alle()) > 60


def _attributen(aantal: int) -> bytes:
    return b"".join(b' a%d="1"' % nummer for nummer in range(aantal))


def _naamruimten(aantal: int) -> bytes:
    return b"".join(b' xmlns:a%d="urn:%d"' % (nummer, nummer) for nummer in range(aantal))


def _lachen() -> bytes:
    namen = "abcdefghi"
    entiteiten = "".join(
        f'<!ENTITY {naam} "{f"&{vorige};" * 10}">' for vorige, naam in pairwise(namen)
    )
    return f'<!DOCTYPE a [<!ENTITY a "ha">{entiteiten}]>'.encode()
