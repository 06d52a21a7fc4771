"""Writing a tree as XML: the many ways in which one message may be written."""

from dataclasses import dataclass
from random import Random

from fuzz.boom import RELEASE, Knoop
from schemas.ijw.standaard import BASISSCHEMA, read_standaard

XSI = "http://www.w3.org/2001/XMLSchema-instance"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_PREFIXEN = (("", "ijw"), ("", "b"), ("d", "b"), ("jw", "ijw"), ("ns0", "ns1"), ("_x.1-", "é"))
_DECLARATIES = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<?xml version='1.0' encoding='utf-8'?>",
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<?xml version="1.0"?>',
    "",
)
_INSPRINGING = ("", "", "\n", "\n  ", "\r\n\t", "\r\n  ")
_TUSSENVOEGSELS = ("<!-- x -->", "<?a b?>", "<!--<Bsn>-->", "<?Bsn?>", "<!---->")


@dataclass
class Opmaak:
    """One way of writing.

    ``versiering`` is the chance of a comment or CDATA at a place; ``is_lokaal`` declares the
    namespace on every element, ``is_grillig`` writes the declarations of the root oddly.
    """

    prefixen: tuple[str, str] = ("", "ijw")
    declaratie: str = _DECLARATIES[0]
    inspringing: str = "\n  "
    versiering: float = 0.0
    is_lokaal: bool = False
    is_grillig: bool = False
    hint: str = ""
    bom: bool = False
    staart: str = "\n"


def make_opmaak(rng: Random, gewoon: float = 0.7) -> Opmaak:
    """Return a way of writing: mostly plain, otherwise anything that XML allows."""
    opmaak = Opmaak(
        prefixen=rng.choice(_PREFIXEN),
        declaratie=rng.choice(_DECLARATIES),
        inspringing=rng.choice(_INSPRINGING),
    )
    if rng.random() < gewoon:
        return opmaak
    opmaak.versiering = rng.choice((0.0, 0.02, 0.2))
    opmaak.is_lokaal = rng.random() < 0.2
    opmaak.is_grillig = rng.random() < 0.3
    opmaak.bom = rng.random() < 0.1
    opmaak.staart = rng.choice(("", "\n", "<!-- einde -->", "<?einde?>\r\n"))
    if rng.random() < 0.3:
        opmaak.hint = f' xmlns:xsi="{XSI}" xsi:schemaLocation="urn:x bestaat_niet.xsd"'
    return opmaak


def write_bericht(rng: Random, boom: Knoop, opmaak: Opmaak) -> bytes:
    """Return a tree as XML in one way of writing."""
    delen: list[str] = [BOM] if opmaak.bom else []
    delen.append(opmaak.declaratie)
    if opmaak.declaratie:
        delen.append("\n")
    _Schrijver(rng, opmaak, boom.schema, delen).write(boom, opmaak.inspringing, is_root=True)
    delen.append(opmaak.staart)
    return "".join(delen).encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class _Schrijver:
    rng: Random
    opmaak: Opmaak
    bericht: str
    delen: list[str]

    def write(self, knoop: Knoop, wit: str, *, is_root: bool = False) -> None:
        naam, declaraties = self._noem(knoop, is_root)
        if knoop.is_gesloten:
            self.delen.append(f"<{naam}{declaraties}{knoop.attributen}/>")
            return
        self.delen.append(f"<{naam}{declaraties}{knoop.attributen}>")
        if knoop.rauw is not None:
            self.delen.append(knoop.rauw)
        elif knoop.is_blad:
            self.delen.append(self._write_waarde(knoop.waarde))
        for kind in knoop.kinderen:
            self._write_wit(wit)
            self.write(kind, wit + "  " if wit else "")
        if knoop.kinderen:
            self._write_wit(wit)
        self.delen.append(f"</{knoop.eind or naam}>")

    def _noem(self, knoop: Knoop, is_root: bool) -> tuple[str, str]:
        prefix = knoop.prefix
        if prefix is None:
            prefix = self.opmaak.prefixen[knoop.schema == BASISSCHEMA]
        naam = f"{prefix}:{knoop.naam}" if prefix else knoop.naam
        if is_root:
            schemas = (self.bericht, BASISSCHEMA)
            paren = zip(self.opmaak.prefixen, schemas, strict=True)
            declaraties = [*(_declare(*paar) for paar in paren), self.opmaak.hint]
            if self.opmaak.is_grillig:
                self.rng.shuffle(declaraties)
            return naam, "".join(map(self._maak_grillig, declaraties))
        if self.opmaak.is_lokaal and knoop.prefix is None:
            return naam, _declare(prefix, knoop.schema)
        return naam, ""

    def _maak_grillig(self, declaratie: str) -> str:
        """Return a declaration in other words: quotes, white space, a character as a number."""
        if not self.opmaak.is_grillig or not declaratie:
            return declaratie
        oud, nieuw = self.rng.choice(
            (
                (" xmlns", "\n\txmlns"),
                ("=", " =\r\n "),
                ('"', "'"),
                ("http", "&#104;ttp"),
                ("/", "/"),
            )
        )
        return declaratie.replace(oud, nieuw)

    def _write_wit(self, wit: str) -> None:
        self.delen.append(wit)
        if self.opmaak.versiering and self.rng.random() < self.opmaak.versiering:
            self.delen.append(self.rng.choice(_TUSSENVOEGSELS))

    def _write_waarde(self, waarde: str) -> str:
        tekst = escape(waarde)
        if not self.opmaak.versiering or self.rng.random() > self.opmaak.versiering:
            return tekst
        plaats = self.rng.randrange(len(waarde) + 1)
        voor, na = waarde[:plaats], waarde[plaats:]
        match self.rng.randrange(3):
            case 0:
                return f"{escape(voor)}{self.rng.choice(_TUSSENVOEGSELS)}{escape(na)}"
            case 1 if "]]>" not in na:
                return f"{escape(voor)}<![CDATA[{na}]]>"
            case _:
                return escape(voor) + "".join(f"&#{ord(teken)};" for teken in na)


def escape(waarde: str) -> str:
    """Return a value as a program writes it in an element."""
    tekst = waarde.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tekst.replace("\r", "&#13;")


def _declare(prefix: str, schema: str) -> str:
    naam = f"xmlns:{prefix}" if prefix else "xmlns"
    return f' {naam}="{read_standaard(RELEASE).namespace(schema)}"'
