"""A chart with its texts and its table: the frame that the four charts share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from rapportage.cijfer import Cijfer
from rapportage.gegevens import Rapport
from rapportage.grafiekdelen import BREED, SMAL, Laag, Maat, Punt
from rapportage.lezen import Rij
from rapportage.opmaak import show
from rapportage.svg import Tekening, draw_svg
from rapportage.tabel import Tabel
from rapportage.teksten import read_teksten
from rapportage.voorlopig import is_voorlopig_kwartaal


@dataclass(frozen=True)
class Grafiekblok:
    """One chart as the page shows it: drawn for wide and narrow, with figures and notes."""

    titel: str
    ondertitel: str
    breed: Markup
    smal: Markup
    tabel: Tabel
    noten: list[str] = field(default_factory=list)


def make_blok(
    naam: str,
    teken: Callable[[Maat], Laag],
    alt_tekst: str,
    tabel: Tabel,
    noten: Sequence[str] = (),
    **invullen: object,
) -> Grafiekblok:
    """Return the chart ``naam``, with ``invullen`` filled in in its title and subtitle."""
    tekst = grafiek_tekst(naam)
    breed, smal = (
        draw_svg(Tekening(teken(maat), f"{naam}-{soort}", alt_tekst))
        for maat, soort in ((BREED, "breed"), (SMAL, "smal"))
    )
    return Grafiekblok(
        titel=tekst["titel"].format(**invullen),
        ondertitel=tekst["as"],
        breed=breed,
        smal=smal,
        tabel=tabel,
        noten=[noot for noot in noten if noot],
    )


def grafiek_tekst(naam: str) -> dict[str, Any]:
    """Return the texts of one chart."""
    teksten: dict[str, Any] = read_teksten()["grafieken"][naam]
    return teksten


def make_kwartaal_punten(
    rapport: Rapport, rijen: Sequence[Rij | None], kolom: str, soort: str
) -> list[Punt]:
    """Return a point per quarter of the report, from the row of that quarter."""
    punten = []
    for kwartaal, rij in zip(rapport.reeks, rijen, strict=True):
        cijfer = Cijfer(None, "ontbreekt") if rij is None else rij.cijfer(kolom)
        punten.append(
            Punt(
                kwartaal.code,
                None if cijfer.waarde is None else float(cijfer.waarde),
                show(cijfer, soort),
                is_nu=kwartaal == rapport.kwartaal,
                is_voorlopig=is_voorlopig_kwartaal(kwartaal, rij, rapport.release.stand_datum),
            )
        )
    return punten


def describe_punten(punten: Sequence[Punt]) -> str:
    """Return the points in words, for those who cannot see the chart."""
    return ", ".join(f"{punt.plaats} {punt.label}" for punt in punten)


def note_kwartalen(punten: Sequence[Punt], uitleg: str) -> str:
    """Return the note on provisional quarters in the words of ``uitleg``, or '' without any."""
    voorlopig = [punt.plaats for punt in punten if punt.is_voorlopig]
    if not voorlopig:
        return ""
    zin = read_teksten()["voorlopig"][uitleg]
    return str(zin.format(kwartalen=", ".join(voorlopig)))
