"""Invented youths: a person with an invented name, address and bsn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.bsn import iter_bsn
from demo.catalogus import read_gemeenten

# fmt: off
_ACHTERNAMEN = (
    "Zandstra", "Molenaar", "Polderman", "Waterlander", "Brinkhuis", "Duinker", "Lindeboom",
    "Rietveld", "Kwakman", "Hoekstra", "Schokker", "Bakboord", "Dijkgraaf", "Korenaar", "Vlasman",
    "Zeilmaker", "Ketelaar", "Noordhoek", "Oosterwold", "Pampus", "Greppel", "Sluiswachter",
    "Terpstra", "Vuurtoren", "Wilgenhof", "Yntema", "Akkerman", "Berkhof", "Claassen",
    "Driesprong",
)
# fmt: on
_VOORVOEGSELS = ("", "", "", "", "van", "van der", "de", "ter")
# fmt: off
_VOORNAMEN = (
    "Aafje", "Bram", "Cato", "Daan", "Elif", "Fenna", "Gijs", "Hidde", "Imre", "Jinte", "Kaan",
    "Lotte", "Mees", "Noor", "Odin", "Puck", "Quinten", "Roos", "Sem", "Tess", "Umut", "Veerle",
    "Wout", "Xanne", "Yara", "Ziggy",
)
# fmt: on
# fmt: off
_STRATEN = (
    "Bronsmos", "Kettingschaar", "Bolderpad", "Schelpenzoom", "Klaverslag", "Zeeasterweg",
    "Wulpenhof", "Lisdoddelaan", "Botterkade", "Tochtweg", "Kavelpad", "Zwaluwnest",
    "Koggestraat", "Ansjovisgang", "Kluutweg",
)
# fmt: on


@dataclass(slots=True)
class Jeugdige:
    """A synthetic youth. Nothing here describes a real person."""

    volgnummer: int
    bsn: str
    geboren: date
    geslacht: str
    voornaam: str
    voorvoegsel: str
    achternaam: str
    straat: str
    huisnummer: int
    postcode: str
    plaats: str


class Burgerzaken:
    """Hands out invented youths, each with a bsn of its own."""

    def __init__(self, rng: Random, bsn: Iterator[str] | None = None) -> None:
        """Start with a fresh series of bsn's; ``rng`` decides names and ages."""
        self._rng = rng
        self._bsn = bsn or iter_bsn()
        self._aantal = 0

    def make_jeugdige(self, gemeente: str, peildag: date, leeftijd: tuple[int, int]) -> Jeugdige:
        """Return a new youth of an age in ``leeftijd`` (inclusive) on ``peildag``."""
        rng = self._rng
        self._aantal += 1
        jaren = rng.randint(*leeftijd)
        geboren = peildag - timedelta(days=jaren * 365 + jaren // 4 + rng.randint(1, 360))
        woonplaats = read_gemeenten()[gemeente]
        letters = rng.choice("ABCDEGHKLMNPRTVWXZ") + rng.choice("ABCDEGHKLMNPRTVWXZ")
        return Jeugdige(
            self._aantal,
            next(self._bsn),
            geboren,
            "0" if rng.random() < 0.002 else rng.choice("12"),
            rng.choice(_VOORNAMEN),
            rng.choice(_VOORVOEGSELS),
            rng.choice(_ACHTERNAMEN),
            rng.choice(_STRATEN),
            rng.randint(1, 240),
            f"{woonplaats.postcode_van + rng.randint(0, 18)}{letters}",
            woonplaats.plaats,
        )
