"""What ``regiobeeld controleer`` shows: JSON as it comes, or a table by rule at the end."""

import json
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from orchestration.cli.scherm import getal
from orchestration.naam import to_zichtbaar
from orchestration.telwoord import tel
from rapportage.terugkoppeling.bevinding import Rij
from rapportage.terugkoppeling.inhoud import Levering, Verzameling

_JSON_VELDEN = (
    "bestandsnaam",
    "bericht",
    "bericht_identificatie",
    "regel_code",
    "ernst",
    "plaats",
    "regel_nummer",
    "element",
    "xpath",
    "uitleg",
    "aantal_rijen",
)
_KLEUREN = {"fout": "red", "signaal": "yellow"}


class JsonStroom:
    """One JSON list, written while files are read: a file per object, a finding per line.

    Whatever happens in between, after ``close`` it is a whole list.
    """

    def __init__(self) -> None:
        """Open the list on stdout as it is now: a progress bar takes its place later."""
        self._stream, self._is_leeg = sys.stdout, True
        self._fouten: int | None = None  # of the object that is open

    def add(self, bestand: str | None, bron: str | None, levering: Levering | None) -> None:
        """Open the object of one file; None for what shows only between files."""
        kop = {
            "bestand": None if bestand is None else to_zichtbaar(bestand),
            "bron": bron,
            "rijen_aanvaard": levering.rijen_aanvaard if levering else 0,
            "rijen_geweigerd": levering.rijen_geweigerd if levering else 0,
        }
        tekst = json.dumps(kop, ensure_ascii=False).removesuffix("}")
        self._schrijf("[\n" if self._is_leeg else ",\n", tekst, ', "bevindingen": [')
        self._is_leeg, self._fouten = False, 0

    def add_bevindingen(self, rijen: Iterable[Rij]) -> None:
        """Write the findings of the object that is open, and close it."""
        fouten, scheiding = 0, "\n"
        for rij in rijen:
            fouten += rij["ernst"] == "fout"
            self._fouten = fouten
            velden = {veld: rij.get(veld) for veld in _JSON_VELDEN}
            self._schrijf(scheiding, json.dumps(velden, ensure_ascii=False))
            scheiding = ",\n"
        self._schrijf(f'], "fouten": {fouten}}}')
        self._fouten = None

    def close(self) -> None:
        """Close the list, and first the object of a file that was not read to its end."""
        if self._fouten is not None:
            self._schrijf(f'], "fouten": {self._fouten}, "afgebroken": true}}')
            self._fouten = None
        self._schrijf("[\n]\n" if self._is_leeg else "\n]\n")

    def _schrijf(self, *delen: str) -> None:
        self._stream.write("".join(delen))


def toon_groepen(console: Console, verzameling: Verzameling, toon: int) -> None:
    """Print each rule with what to do, and its first places."""
    for groep in verzameling.groepen:
        regel, kleur = groep.regel, _KLEUREN.get(groep.regel.ernst, "white")
        console.print(
            f"[bold {kleur}]{regel.ernst} {escape(regel.regel_code)}[/], {getal(groep.aantal)} "
            f"keer: {escape(regel.uitleg)} {escape(regel.wat_te_doen)}"
        )
        for rij in groep.rijen[:toon]:
            console.print(f"    {_describe_plaats(rij)}", soft_wrap=True)
        rest = groep.aantal - min(toon, len(groep.rijen))
        if rest:
            console.print(f"    [dim]en nog {getal(rest)}[/]")


def toon_totaal(console: Console, leveringen: list[Levering], verzameling: Verzameling) -> None:
    """Print how much was in order and how much was not."""
    aanvaard = sum(levering.rijen_aanvaard for levering in leveringen)
    console.print(
        f"{tel(len(leveringen), 'bestand', 'bestanden')}: "
        f"{tel(aanvaard, 'rij', 'rijen')} in orde, "
        f"{getal(sum(levering.rijen_geweigerd for levering in leveringen))} geweigerd, "
        f"{tel(verzameling.count('fout'), 'fout', 'fouten')}, "
        f"{tel(verzameling.count('signaal'), 'signaal', 'signalen')}."
    )


def toon_beoordeeld(console: Console, met_verband: bool) -> None:
    """Print which levels of rules were judged, and which were not."""
    niveaus = "bestand, schema en de regels binnen één bericht of één rij"
    if met_verband:
        console.print(
            f"Beoordeeld: {niveaus}, en de regels over berichten heen. Die laatste alleen met de "
            "bestanden van nu: wat eerder is verstuurd en er niet bij ligt, kent Regiobeeld niet."
        )
    else:
        console.print(
            f"Beoordeeld: {niveaus}. Niet beoordeeld: de regels over berichten heen; "
            "die controleert --verband."
        )


def _describe_plaats(rij: Rij) -> str:
    """Return the file and the place in it; between files it is whose messages they are."""
    waar = rij.get("bestandsnaam") or rij.get("aanbieder_agb")
    return escape(f"{waar}: {rij['plaats']}" if waar else str(rij["plaats"]))
