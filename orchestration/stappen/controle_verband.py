"""Controle over messages: lay files side by side in a home that is thrown away.

The same steps as in a real home, up to the table of findings. Its keys are random and go with
it, so nothing that is left behind by a power cut can be opened.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ingest.lake import write_lege_tabellen
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home, Instellingen
from orchestration.klok import read_vandaag
from orchestration.naam import toon_naam
from orchestration.stappen.dbt_manifest import run_dbt
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_stand import maand_van
from orchestration.stappen.ontvangst import open_archief
from orchestration.stappen.terugkoppeling_inhoud import mask_rij
from orchestration.voortgang import Voortgang, ignore_voortgang
from rapportage.terugkoppeling.bevinding import Rij
from schemas.lake import BRONNEN

_RIJEN_PER_KEER = 10_000
_STAP = "Verbanden"


def iter_verbanden(
    bestanden: dict[Path, str], voortgang: Voortgang = ignore_voortgang
) -> Iterator[Rij]:
    """Yield what shows only when the files are laid side by side.

    Args:
        bestanden: each file with the bron that it belongs to.
        voortgang: told after each step.

    Raises:
        RegiobeeldFout: the models could not be built.
    """
    with _open_tijdelijke_home() as home:
        _lees_in(home, bestanden, voortgang)
        _bouw(home)
        voortgang(_STAP, len(BRONNEN) + 2, len(BRONNEN) + 2)
        with duckdb.connect(str(home.warehouse_bouw), read_only=True) as con:
            gevonden = con.execute(
                "select * from marts.fct_bevinding where niveau in ('verband', 'extern') "
                "order by regel_code, aanbieder_agb, gemeente_code, plaats, bevinding_sleutel"
            )
            namen = [kolom[0] for kolom in gevonden.description or ()]
            while rijen := gevonden.fetchmany(_RIJEN_PER_KEER):
                for rij in rijen:
                    yield mask_rij(dict(zip(namen, rij, strict=True)))


@contextmanager
def _open_tijdelijke_home() -> Iterator[Home]:
    with tempfile.TemporaryDirectory(prefix="regiobeeld-controle-") as map:
        # Never the keys of a real home, also not when the environment holds them.
        instellingen = Instellingen(
            archief_sleutel=None,
            archief_sleutel_bestand=None,
            pseudoniem_sleutel=None,
            pseudoniem_sleutel_bestand=None,
        )
        home = Home(Path(map).resolve(), instellingen)
        home.make_mappen()
        yield home


def _lees_in(home: Home, bestanden: dict[Path, str], voortgang: Voortgang) -> None:
    vandaag = read_vandaag()
    archief, maand = open_archief(home), maand_van(vandaag)
    for pad, bron in bestanden.items():
        archief.register_inhoud(pad.read_bytes(), toon_naam(pad.name), bron, maand, vandaag)
    voortgang(_STAP, 1, len(BRONNEN) + 2)
    for nummer, bron in enumerate(BRONNEN, start=2):
        if bron in bestanden.values():
            read_maanden(home, bron, [maand])
        voortgang(_STAP, nummer, len(BRONNEN) + 2)


def _bouw(home: Home) -> None:
    """Build what the findings rest on, without the tests: those judge the models."""
    write_lege_tabellen(home.lake)
    uitkomst = run_dbt(
        home,
        [
            "build",
            *("--select", "+fct_bevinding"),
            *("--exclude-resource-type", "unit_test"),
            *("--exclude-resource-type", "test"),
        ],
    )
    if not uitkomst.success:
        raise RegiobeeldFout(
            "De verbanden tussen de bestanden konden niet worden beoordeeld.",
            "Controleer de bestanden zonder --verband, of meld dit aan de beheerder.",
        )
