"""Mutations of the tree: elements that are gone, doubled, moved, renamed or dressed up."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from fuzz.boom import RELEASE, Knoop, make_boom
from fuzz.opmaak import XSI
from schemas.ijw.standaard import BASISSCHEMA, read_standaard

_ATTRIBUTEN = (
    ' a="b"', " a='b>c'", ' a="&#60;Bsn>"', ' xml:lang="nl"', ' xml:space="preserve"',
    ' xml:id="x"', ' xmlns:leeg="urn:leeg"', ' xmlns=""', ' xmlns="urn:ander"',
    ' xmlns:ijw="urn:x"', ' xmlns:ijw=""', " ", "\n", "\t ", " a", ' a="1" a="2"', ' a="&weg;"',
    " a=b", ' a="<"', " /", ' xmlns:xml="urn:x"',
    ' xmlns:xmlns="urn:x"', ' ijw:a="b"', ' weg:a="b"', ' a=""b=""',
    f' xmlns:xsi="{XSI}" xsi:nil="true"', f' xmlns:xsi="{XSI}" xsi:nil="false"',
    f' xmlns:xsi="{XSI}" xsi:type="ijw:LDT_Naam"', f' xmlns:xsi="{XSI}" xsi:type="Client"',
    f' xmlns:xsi="{XSI}" xsi:type="weg:x"', f' xmlns:x="{XSI}" x:schemaLocation="urn:x weg.xsd"',
    f' xmlns:x="{XSI}" x:noNamespaceSchemaLocation="weg.xsd"', f' xmlns:x="{XSI}" x:weg="1"',
    ' xsi:nil="true"', ' é="1"', ' 1a="1"', ' a\u00a0="1"', "\x00", ' xmlns:a="urn:a" xmlns:a="b"',
)  # fmt: skip
_WORTEL = (
    ' xmlns:a="%%%"', ' xmlns:a="a b"', ' xmlns:a="http://["', ' xmlns:a=":"', ' xmlns:a=" "',
    ' xmlns:a="http://www.w3.org/2000/xmlns/"', ' xmlns:a="http://www.w3.org/XML/1998/namespace"',
    ' xmlns:a="é"', ' xmlns:a="x\ny"', ' xmlns:a="#"', ' xmlns:xmlfoo="u"', ' xmlns:XML="u"',
    f' xmlns:a="{XSI}"', f' xmlns:a="{XSI}" a:schemaLocation=""', ' xmlns:a-="u"',
    f' xmlns:a="{XSI}" a:schemaLocation="a b c"', f' a:schemaLocation="a b" xmlns:a="{XSI}"',
    f' xmlns:a="{XSI}" xmlns:b="{XSI}" a:schemaLocation="a b" b:schemaLocation="a b"',
)  # fmt: skip
_LOSSE_TEKST = (
    "x", " ", "\n\n", "\u00a0", "&#32;", "&#160;", "0", "<![CDATA[ ]]>", "<![CDATA[x]]>", "&amp;",
    "<!-- -->", "<?a?>", "]]>", "&#10;", "\ufeff", "\u2028", "\x0c",
)  # fmt: skip
_NAMEN = ("Bericht", "X", "bsn", "BSN", "Bsn_", "B-sn", "B.sn", "Bśn", "1Bsn", "Bsn:", "", "xml")

Verandering = Callable[[Random, Knoop, Knoop], None]


def mutate_boom(rng: Random, boom: Knoop) -> str:
    """Change one element of a message and return what was done."""
    ouder = rng.choice([knoop for knoop in boom.iter_alle() if knoop.kinderen])
    verandering = rng.choice(_VERANDERINGEN)
    verandering(rng, boom, ouder)
    return verandering.__name__.lstrip("_")


def _verwijder(rng: Random, _boom: Knoop, ouder: Knoop) -> None:
    ouder.kinderen.pop(rng.randrange(len(ouder.kinderen)))


def _verdubbel(rng: Random, _boom: Knoop, ouder: Knoop) -> None:
    plaats = rng.randrange(len(ouder.kinderen))
    aantal = rng.choice((1, 1, 2, 30))
    ouder.kinderen[plaats:plaats] = [deepcopy(ouder.kinderen[plaats]) for _ in range(aantal)]


def _verwissel(rng: Random, _boom: Knoop, ouder: Knoop) -> None:
    een, ander = (rng.randrange(len(ouder.kinderen)) for _ in range(2))
    kinderen = ouder.kinderen
    kinderen[een], kinderen[ander] = kinderen[ander], kinderen[een]


def _verplaats(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    kind = ouder.kinderen.pop(rng.randrange(len(ouder.kinderen)))
    doel = rng.choice([knoop for knoop in boom.iter_alle() if not knoop.is_blad])
    doel.kinderen.insert(rng.randrange(len(doel.kinderen) + 1), kind)


def _leen(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    """Put in an element of another message."""
    bericht = rng.choice(tuple(read_standaard(RELEASE).berichten))
    vreemd = rng.choice(list(make_boom(rng, bericht).iter_alle()))
    for knoop in vreemd.iter_alle():
        if knoop.schema != BASISSCHEMA:
            knoop.schema = boom.schema
    ouder.kinderen.insert(rng.randrange(len(ouder.kinderen) + 1), vreemd)


def _hernoem(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    knoop = _kies(rng, boom, ouder)
    bekend = sorted(read_standaard(RELEASE).element_namen(boom.schema))
    nieuw = rng.choice((rng.choice(bekend), rng.choice(_NAMEN), knoop.naam.lower()))
    knoop.naam = nieuw


def _verander_naamruimte(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    knoop = _kies(rng, boom, ouder)
    knoop.schema = boom.schema if knoop.schema == BASISSCHEMA else BASISSCHEMA


def _verander_alle_naamruimten(rng: Random, boom: Knoop, _ouder: Knoop) -> None:
    oud, nieuw = boom.schema, rng.choice(tuple(read_standaard(RELEASE).berichten))
    for knoop in boom.iter_alle():
        if knoop.schema == oud:
            knoop.schema = nieuw


def _verander_prefix(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    _kies(rng, boom, ouder).prefix = rng.choice(("", "weg", "ijw", "xml", "xmlns", "d", "b", ":"))


def _verander_eind(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    """Let the end tag differ from the start tag."""
    knoop = _kies(rng, boom, ouder)
    naam = knoop.naam
    knoop.eind = rng.choice((naam, f"ijw:{naam}", f"b:{naam}", f"{naam}x", naam[:-1], f"{naam} "))


def _gebruik_tweede_prefix(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    """Declare a namespace twice and use the second prefix, in the end tag too or not."""
    schema = rng.choice((boom.schema, BASISSCHEMA))
    boom.attributen += f' xmlns:tweede="{read_standaard(RELEASE).namespace(schema)}"'
    knoop = _kies(rng, boom, ouder)
    knoop.prefix = "tweede"
    if rng.random() < 0.2:
        knoop.eind = knoop.naam


def _zet_attribuut(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    _kies(rng, boom, ouder).attributen += rng.choice(_ATTRIBUTEN)


def _verander_wortel(rng: Random, boom: Knoop, _ouder: Knoop) -> None:
    boom.attributen += rng.choice((*_WORTEL, *_ATTRIBUTEN))


def _zet_losse_tekst(rng: Random, _boom: Knoop, ouder: Knoop) -> None:
    # Written before the first child: mixed content.
    ouder.rauw = rng.choice(_LOSSE_TEKST)


def _leeg(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    knoop = _kies(rng, boom, ouder)
    knoop.is_gesloten = rng.random() < 0.5
    knoop.kinderen, knoop.rauw = [], ""


def _omhul(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    plaats = rng.randrange(len(ouder.kinderen))
    kind = ouder.kinderen[plaats]
    ouder.kinderen[plaats] = Knoop(boom.schema, rng.choice((kind.naam, ouder.naam, "X")), [kind])


def _pak_uit(rng: Random, _boom: Knoop, ouder: Knoop) -> None:
    plaats = rng.randrange(len(ouder.kinderen))
    ouder.kinderen[plaats : plaats + 1] = ouder.kinderen[plaats].kinderen


def _nestel(rng: Random, boom: Knoop, ouder: Knoop) -> None:
    """Put an element inside a leaf."""
    blad = rng.choice([knoop for knoop in boom.iter_alle() if knoop.is_blad])
    blad.rauw = blad.waarde.replace("&", "").replace("<", "") if rng.random() < 0.5 else ""
    kind = deepcopy(rng.choice(ouder.kinderen))
    blad.kinderen.append(kind)


def _kies(rng: Random, boom: Knoop, ouder: Knoop) -> Knoop:
    return boom if rng.random() < 0.05 else rng.choice(ouder.kinderen)


_VERANDERINGEN: tuple[Verandering, ...] = (
    _verwijder, _verwijder, _verdubbel, _verdubbel, _verwissel, _verplaats, _leen, _hernoem,
    _verander_naamruimte, _verander_alle_naamruimten, _verander_prefix, _verander_eind,
    _gebruik_tweede_prefix, _zet_attribuut, _zet_attribuut, _zet_losse_tekst, _verander_wortel,
    _leeg, _omhul, _pak_uit, _nestel,
)  # fmt: skip
