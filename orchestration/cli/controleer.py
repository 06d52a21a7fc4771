"""``regiobeeld controleer``: what would happen to a file, without a home, keys or a trace."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.cli.controleer_doel import check_doelen, schrijf_ernaast
from orchestration.cli.controleer_uitvoer import (
    JsonStroom,
    toon_beoordeeld,
    toon_groepen,
    toon_totaal,
)
from orchestration.cli.scherm import maak_console, meld_fout, toon_voortgang
from orchestration.fouten import RegiobeeldFout
from orchestration.klok import read_vandaag
from orchestration.naam import toon_naam
from orchestration.stappen.controle import Controle, list_bestanden
from orchestration.voortgang import Voortgang, ignore_voortgang
from rapportage.terugkoppeling.bevinding import Rij
from rapportage.terugkoppeling.inhoud import MAXIMUM_PER_REGEL, Inhoud, Levering, Verzameling
from rapportage.terugkoppeling.lijst import CODERING, Lijst

IN_ORDE, FOUT, ONLEESBAAR = 0, 1, 2

_TITEL = "Controle voor verzending"
_INLEIDING = ("Deze bestanden zijn op uw eigen computer gecontroleerd; er is niets verstuurd.",)
_ONLEESBAAR_ADVIES = "Geef een gewoon bestand op, en controleer de rechten op het bestand."


@dataclass(frozen=True)
class Keuzes:
    """How to check and what to write."""

    bron: str | None = None
    als_json: bool = False
    xlsx: Path | None = None
    csv: Path | None = None
    met_verband: bool = False
    toon: int = 5


@dataclass
class _Verloop:
    """What is gathered while the files are read."""

    verzameling: Verzameling
    json: JsonStroom | None
    lijst: Lijst | None
    leveringen: list[Levering] = field(default_factory=list)
    bronnen: dict[Path, str] = field(default_factory=dict)
    onleesbaar: list[str] = field(default_factory=list)

    def add(self, rijen: Iterable[Rij]) -> None:
        doorgegeven = self._iter(rijen)
        if self.json is not None:
            self.json.add_bevindingen(doorgegeven)
        else:
            for _ in doorgegeven:
                pass

    def _iter(self, rijen: Iterable[Rij]) -> Iterator[Rij]:
        for rij in rijen:
            self.verzameling.add(rij)
            if self.lijst is not None:
                self.lijst.add(rij)
            yield rij


def controleer_paden(paden: list[Path], keuzes: Keuzes) -> int:
    """Check files and folders, show what was found, and return the exit code.

    Raises:
        RegiobeeldFout: there is no file to check, or an output file cannot be written.
    """
    bestanden = list_bestanden(paden)
    if not bestanden:
        raise RegiobeeldFout("Er is geen bestand om te controleren.", "Geef een bestand of map op.")
    maximum = MAXIMUM_PER_REGEL if keuzes.xlsx else keuzes.toon
    # All that can be wrong with the call is found before anything is checked or shown.
    check_doelen(bestanden, (keuzes.xlsx, keuzes.csv))
    controle = Controle(keuzes.bron)
    with (
        _open_json(keuzes.als_json) as json,
        _open_lijst(keuzes.csv) as lijst,
        _voortgang(json) as voortgang,
    ):
        verloop = _Verloop(Verzameling(maximum), json, lijst)
        _controleer_bestanden(controle, bestanden, verloop, voortgang)
        if keuzes.met_verband:
            _controleer_verband(verloop, voortgang)
    if json is None:
        _toon(verloop, keuzes)
    if keuzes.xlsx is not None:
        _write_werkmap(keuzes.xlsx, keuzes.csv, verloop)
    for naam in verloop.onleesbaar:
        meld_fout(f"{naam} is niet te lezen.", _ONLEESBAAR_ADVIES)
    if verloop.onleesbaar:
        return ONLEESBAAR
    return FOUT if verloop.verzameling.count("fout") else IN_ORDE


def _controleer_bestanden(
    controle: Controle, bestanden: list[Path], verloop: _Verloop, voortgang: Voortgang
) -> None:
    voortgang("Controleren", 0, len(bestanden))
    for nummer, gecontroleerd in enumerate(controle.iter_gecontroleerd(bestanden), start=1):
        levering = gecontroleerd.to_levering()
        verloop.leveringen.append(levering)
        verloop.bronnen[gecontroleerd.pad] = gecontroleerd.bron
        if verloop.json is not None:
            verloop.json.add(str(gecontroleerd.pad), gecontroleerd.bron, levering)
        verloop.add(gecontroleerd.iter_rijen())
        voortgang("Controleren", nummer, len(bestanden))
    verloop.onleesbaar = controle.onleesbaar


def _controleer_verband(verloop: _Verloop, voortgang: Voortgang) -> None:
    # Loaded only now: without --verband the seconds of dbt are saved.
    from orchestration.stappen.controle_verband import iter_verbanden

    if verloop.json is not None:
        verloop.json.add(None, None, None)
    verloop.add(iter_verbanden(verloop.bronnen, voortgang))


def _toon(verloop: _Verloop, keuzes: Keuzes) -> None:
    console = maak_console()
    toon_groepen(console, verloop.verzameling, keuzes.toon)
    toon_totaal(console, verloop.leveringen, verloop.verzameling)
    toon_beoordeeld(console, keuzes.met_verband)


def _open_json(als_json: bool) -> AbstractContextManager[JsonStroom | None]:
    return closing(JsonStroom()) if als_json else nullcontext()


def _voortgang(json: JsonStroom | None) -> AbstractContextManager[Voortgang]:
    """Show a bar to somebody who is watching, but not through the JSON on the same screen."""
    toont = sys.stderr.isatty() and not (json is not None and sys.stdout.isatty())
    return toon_voortgang() if toont else nullcontext(ignore_voortgang)


@contextmanager
def _open_lijst(pad: Path | None) -> Iterator[Lijst | None]:
    """Write the CSV aside; it gets its name when it is whole."""
    if pad is None:
        yield None
        return
    with (
        schrijf_ernaast(pad) as tijdelijk,
        tijdelijk.open("w", encoding=CODERING, newline="") as stream,
    ):
        yield Lijst(stream)


def _write_werkmap(pad: Path, csv: Path | None, verloop: _Verloop) -> None:
    from rapportage.terugkoppeling.werkmap import write_werkmap

    inhoud = Inhoud(
        titel=_TITEL,
        inleiding=_INLEIDING,
        gemaakt=read_vandaag(),
        csv_naam=toon_naam(csv.name) if csv else "",
        leveringen=verloop.leveringen,
        bevindingen=verloop.verzameling,
    )
    with schrijf_ernaast(pad) as tijdelijk, tijdelijk.open("wb") as stream:
        write_werkmap(inhoud, stream)
