"""Mutations of the bytes: what a broken program, disk or line makes of a message."""

import re
from collections.abc import Callable
from random import Random

_BROKKEN = (
    b"<", b">", b"&", b"/", b"=", b'"', b"'", b":", b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<?",
    b"?>", b"\x00", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"<!DOCTYPE a>",
    b"999900006", b"0", b" ", b"\n", b"\r", b"\t", b"-", b" xsi:nil='true'", b"\xef\xbb\xbf",
    b"\xe2\x80\x8e", b"\xc2\x85", b"\x1a", b"<a/>", b"<a>", b"</a>", b"<Bericht/>", b"</Bericht>",
    b"<?xml version='1.0'?>", b"&#0;", b"\xe2\x80\xa8",
)  # fmt: skip
_CODERINGEN = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037", "latin-1", "cp1252")
_VERKLAARD = (
    b"UTF-16",
    b"ISO-8859-1",
    b"US-ASCII",
    b"utf8",
    b"Utf-8",
    b"x",
    b"",
    b"UTF-7",
    b" UTF-8",
)

Verandering = Callable[[Random, bytes], bytes]


def mutate_bytes(rng: Random, inhoud: bytes) -> tuple[bytes, str]:
    """Return a message with its bytes changed, and what was done."""
    if not inhoud:
        return inhoud, "niets"
    verandering = rng.choice(_VERANDERINGEN)
    return verandering(rng, inhoud), verandering.__name__.lstrip("_")


def _verander_bit(rng: Random, inhoud: bytes) -> bytes:
    plaats = rng.randrange(len(inhoud))
    nieuw = inhoud[plaats] ^ (1 << rng.randrange(8))
    return inhoud[:plaats] + bytes((nieuw,)) + inhoud[plaats + 1 :]


def _verander_byte(rng: Random, inhoud: bytes) -> bytes:
    plaats = rng.randrange(len(inhoud))
    return inhoud[:plaats] + bytes((rng.randrange(256),)) + inhoud[plaats + 1 :]


def _voeg_in(rng: Random, inhoud: bytes) -> bytes:
    plaats = rng.choice((0, len(inhoud), *(rng.randrange(len(inhoud)) for _ in range(8))))
    return inhoud[:plaats] + rng.choice(_BROKKEN) + inhoud[plaats:]


def _voeg_in_bij_haak(rng: Random, inhoud: bytes) -> bytes:
    """Put something just before or behind an angle bracket, where a reader splits."""
    haak = rng.choice(list(re.finditer(rb"</?|/?>", inhoud)) or [re.match(b"", inhoud)])
    plaats = rng.choice((haak.start(), haak.end()))
    return inhoud[:plaats] + rng.choice(_BROKKEN) + inhoud[plaats:]


def _haal_weg(rng: Random, inhoud: bytes) -> bytes:
    plaats = rng.randrange(len(inhoud))
    return inhoud[:plaats] + inhoud[plaats + rng.choice((1, 1, 1, rng.randrange(1, 40))) :]


def _herhaal_stuk(rng: Random, inhoud: bytes) -> bytes:
    begin, eind = sorted(rng.randrange(len(inhoud)) for _ in range(2))
    return inhoud[:eind] + inhoud[begin:eind] + inhoud[eind:]


def _verwissel_stukken(rng: Random, inhoud: bytes) -> bytes:
    een, twee, drie = sorted(rng.randrange(len(inhoud)) for _ in range(3))
    return inhoud[:een] + inhoud[twee:drie] + inhoud[een:twee] + inhoud[drie:]


def _kap_af(rng: Random, inhoud: bytes) -> bytes:
    plaats = rng.choice((rng.randrange(len(inhoud)), len(inhoud) - rng.randrange(1, 12)))
    return inhoud[: max(0, plaats)]


def _herhaal_alles(rng: Random, inhoud: bytes) -> bytes:
    return inhoud + rng.choice((b"", b"\n", b"\x00")) + inhoud


def _verwissel_waarde(rng: Random, inhoud: bytes) -> bytes:
    waarden = list(re.finditer(rb">([^<\s]+)<", inhoud))
    if not waarden:
        return inhoud
    waarde, ander = rng.choice(waarden), rng.choice(waarden)
    return inhoud[: waarde.start(1)] + ander[1] + inhoud[waarde.end(1) :]


def _haal_regel_weg(rng: Random, inhoud: bytes) -> bytes:
    regels = inhoud.splitlines(keepends=True)
    regels.pop(rng.randrange(len(regels)))
    return b"".join(regels)


def _hercodeer(rng: Random, inhoud: bytes) -> bytes:
    codering = rng.choice(_CODERINGEN)
    return inhoud.decode("utf-8", "replace").encode(codering, "replace")


def _verklaar_anders(rng: Random, inhoud: bytes) -> bytes:
    return re.sub(rb"(?i)utf-8", rng.choice(_VERKLAARD), inhoud, count=1)


def _verander_declaratie(rng: Random, inhoud: bytes) -> bytes:
    declaratie = rng.choice(
        (
            b"<?xml version='1.1'?>", b"<?xml version='1.0' encoding='UTF-8' ?>", b"<?XML?>",
            b"<?xml version='2.0'?>", b"<?xml encoding='UTF-8'?>", b" <?xml version='1.0'?>",
            b"<?xml version='1.0' standalone='no'?>", b"<?xml version='1.0' standalone='x'?>",
            b"<?xml  version = '1.0'\n?>", b"<!-- a --><?xml version='1.0'?>", b"\n", b"<?a b?>\n",
            b"<?xml version='1.0' encoding='UTF-8' a='b'?>", b"<?xml version=\"1.0'?>", b"<!-- -->",
            b"<?xml version='1.0' encoding='utf-8'encoding='latin-1'?>", b"x", b"\xef\xbb\xbf",
            b"<?xml version='1.0' standalone='yes' encoding='UTF-8'?>", b"\xef\xbb\xbf\xef\xbb\xbf",
        )
    )  # fmt: skip
    return declaratie + re.sub(rb"^(\xef\xbb\xbf)?(<\?xml.*?\?>)?", b"", inhoud)


def _maak_regeleinden(rng: Random, inhoud: bytes) -> bytes:
    return re.sub(rb"\r?\n", rng.choice((b"\r\n", b"\r", b"\n\n", b"\xc2\x85")), inhoud)


_VERANDERINGEN: tuple[Verandering, ...] = (
    _verander_bit, _verander_bit, _verander_byte, _voeg_in, _voeg_in, _voeg_in_bij_haak,
    _voeg_in_bij_haak, _voeg_in_bij_haak, _haal_weg, _haal_weg, _herhaal_stuk, _verwissel_stukken,
    _kap_af, _herhaal_alles, _verwissel_waarde, _verwissel_waarde, _haal_regel_weg, _hercodeer,
    _verklaar_anders, _verander_declaratie, _maak_regeleinden,
)  # fmt: skip
