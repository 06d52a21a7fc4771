"""Markers in place of personal values, so that a leak can be searched for."""

import re
from random import Random

from fuzz.boom import RELEASE, Knoop
from fuzz.geval import BERICHTEN, Geval
from schemas.ijw.standaard import EnkelvoudigType, read_standaard

PERSOON, ANDERS, GEBOREN = "Zqxwv", "Wvxqz", "1987-03-29"
_TWEEDE_BSN = " 999900018"
_PERSOONLIJK = frozenset(
    ("Achternaam", "Voorvoegsel", "Voornamen", "Voorletters", "Straatnaam", "Postcode",
     "Plaatsnaam", "Organisatie", "Emailadres", "Commentaar", "Taal", "Nummer")
)  # fmt: skip
_BSN = re.compile(r"99990000\d|99990001\d")
_GEBOREN = re.compile(r"1987-03-29|29-03-1987|1987, 3, 29")
# What a sender calls a message is told back to the sender, with anything like a bsn covered.
_EIGEN_NAAM = "LDT_IdentificatieBericht"
_BEGIN = (f"<!-- {PERSOON} 999900006 -->", f"<?{PERSOON} 999900006?>")


def plant_merktekens(rng: Random, boom: Knoop) -> None:
    """Put a marker in every value that may hold one."""
    standaard = read_standaard(RELEASE)
    for knoop in boom.iter_alle():
        if knoop.naam == "Geboortedatum":
            knoop.kinderen[0].waarde = GEBOREN
        if knoop.element is None:
            continue
        enkelvoudig = standaard.typen[knoop.element.type]
        merkteken = PERSOON if knoop.naam in _PERSOONLIJK else ANDERS
        if knoop.naam == "Bsn":
            knoop.waarde = "999900006"
        elif _may_hold(enkelvoudig, merkteken):
            langste = int(enkelvoudig.max_lengte or 40)
            past = langste >= len(merkteken) + len(_TWEEDE_BSN) and merkteken == PERSOON
            knoop.waarde = merkteken + (_TWEEDE_BSN if past else "")
    if rng.random() < 0.3:
        _plant_in_markup(rng, boom)


def find_in_bevinding(tekst: str) -> list[str]:
    """Return the kinds of marker in a text that may hold no value at all."""
    soorten = {"persoon": PERSOON, "anders": ANDERS}
    return [*find_in_lake(tekst), *(soort for soort, teken in soorten.items() if teken in tekst)]


def find_in_lake(tekst: str) -> list[str]:
    """Return the kinds of personal marker in a text that may hold values of the message."""
    gevonden = {
        "bsn": _BSN.search(tekst),
        "geboortedatum": _GEBOREN.search(tekst),
        "naam": PERSOON in tekst,
    }
    return [soort for soort, is_gevonden in gevonden.items() if is_gevonden]


def describe(geval: Geval, gevonden: list[str]) -> str:
    """Return how to make a leaking case again, and what leaks; not the value."""
    assert geval.bericht in BERICHTEN
    return f"{geval!r}: {', '.join(gevonden)}"


def _may_hold(enkelvoudig: EnkelvoudigType, merkteken: str) -> bool:
    is_vrij = enkelvoudig.patroon in ("", r".*[^\s].*", r"([.\s]*\S+[.\s]*)+", "([a-zA-ZÀ-ỳ])+")
    past = int(enkelvoudig.max_lengte or 40) >= len(merkteken)
    is_tekst = enkelvoudig.basis == "string" and not enkelvoudig.waarden
    return is_tekst and is_vrij and past and enkelvoudig.naam != _EIGEN_NAAM


def _plant_in_markup(rng: Random, boom: Knoop) -> None:
    knoop = rng.choice(list(boom.iter_alle()))
    match rng.randrange(5):
        case 0:
            knoop.naam = PERSOON
        case 1:
            knoop.attributen = f' {PERSOON}="999900006"'
        case 2:
            knoop.attributen = f' xmlns:a="urn:999900006:{PERSOON}"'
        case 3:
            knoop.prefix = PERSOON
        case _:
            knoop.rauw = rng.choice(_BEGIN)
