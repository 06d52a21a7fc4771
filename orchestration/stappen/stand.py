"""Stand per: the figures as they were known on an earlier day, beside those of now.

Not a release: nothing of what readers see changes, and ``publicatie/actueel`` stays where it is.
"""

import re
import shutil
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import duckdb

from orchestration.bestanden import read_json, write_json
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.slot import hold_slot
from orchestration.stappen.dbt_manifest import read_manifest
from orchestration.stappen.publicatie import find_beschadigd
from orchestration.stappen.publicatie_controle import Controle
from orchestration.stappen.uitgave import write_uitgave
from orchestration.stappen.warehouse import (
    build_warehouse,
    compute_warehouse_stand,
    is_warehouse_actueel,
)
from orchestration.stappen.woordenboek import read_tabellen
from orchestration.voortgang import Voortgang, ignore_voortgang

_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Berichten:
    """The messages of the lake: the days of the first and last, and how many a stand leaves out."""

    eerste: date | None
    laatste: date | None
    totaal: int
    later: int


@dataclass
class Stand:
    """A stand that was built; ``is_nieuw`` is false when nothing had changed since."""

    datum: date
    map: Path
    is_nieuw: bool
    berichten: Berichten
    rijen: dict[str, int] = field(default_factory=dict)
    controles: list[Controle] = field(default_factory=list)

    @property
    def waarschuwing(self) -> str:
        """What a reader of these figures must know; empty when there is nothing."""
        if self.berichten.eerste is None or self.datum < self.berichten.eerste:
            return (
                "Op deze dag was er nog geen enkel bericht: wat op berichten berust, is leeg of "
                "ontbreekt."
            )
        if self.berichten.laatste is not None and self.datum > self.berichten.laatste:
            return (
                f"Het laatste bericht is van {self.berichten.laatste:%d-%m-%Y}. Wat daarna tot de "
                "stand is gestuurd, is hier niet binnen: deze cijfers kunnen nog veranderen."
            )
        return ""


def read_stand_datum(tekst: str, vandaag: date) -> date:
    """Return the day that an operator wrote.

    Raises:
        RegiobeeldFout: it is no day, or one that has yet to come.
    """
    try:
        if not _DATUM.fullmatch(tekst):
            raise ValueError(tekst)
        datum = date.fromisoformat(tekst)
    except ValueError:
        raise RegiobeeldFout(
            f"{tekst} is geen datum.", "Schrijf een datum als 2025-02-19 (jaar-maand-dag)."
        ) from None
    if datum > vandaag:
        raise RegiobeeldFout(
            f"De stand {tekst} ligt in de toekomst; dan is nog niets bekend.",
            f"Kies een dag tot en met vandaag ({vandaag.isoformat()}).",
        )
    return datum


def build_stand(
    home: Home, datum: date, gemaakt: datetime, voortgang: Voortgang = ignore_voortgang
) -> Stand:
    """Build warehouse and figures as known on a day in ``standen/<datum>/``.

    Args:
        home: whose lake is read.
        datum: messages dated up to and including this day count.
        gemaakt: the moment to write on the figures.
        voortgang: told after each step.

    Raises:
        WarehouseAfgekeurd: a model or test failed; what stood there stays.
        PublicatieGeweigerd: the figures break a blocking check; what stood there stays.
        RegiobeeldFout: the disk is full, or another run is busy.
    """
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        berichten = count_berichten(home, datum)
        doel = home.open_stand(datum.isoformat())
        if is_stand_actueel(home, datum):
            rijen = read_json(doel.publicatie / "release.json")["rijen"]
            return Stand(datum, doel.map, is_nieuw=False, berichten=berichten, rijen=rijen)
        if not is_warehouse_actueel(doel):
            build_warehouse(home, datum, voortgang)
        bouw = doel.map / ".bouw-publicatie"
        shutil.rmtree(bouw, ignore_errors=True)
        tabellen = read_tabellen(read_manifest(home))
        naam = f"stand {datum.isoformat()}"
        try:
            controles, beschrijving = write_uitgave(doel, bouw, tabellen, naam, gemaakt, voortgang)
            write_json(bouw / "release.json", beschrijving)
            shutil.rmtree(doel.publicatie, ignore_errors=True)
            bouw.rename(doel.publicatie)
        finally:
            shutil.rmtree(bouw, ignore_errors=True)
    return Stand(datum, doel.map, True, berichten, beschrijving["rijen"], controles)


def is_stand_actueel(home: Home, datum: date) -> bool:
    """Return whether building this stand now would give the same figures."""
    uitgave = home.open_stand(datum.isoformat()).publicatie
    return (
        read_json(uitgave / "release.json").get("bron") == compute_warehouse_stand(home)
        and find_beschadigd(uitgave) == []
    )


def count_berichten(home: Home, datum: date) -> Berichten:
    """Return what the lake holds of messages, retours included, and what is later than a day."""
    if not any((home.lake / "ijw" / "bericht").glob("*.parquet")):
        return Berichten(None, None, 0, 0)
    bericht, retour = (
        str(home.lake / "ijw" / tabel / "*.parquet").replace("'", "''")
        for tabel in ("bericht", "retour")
    )
    with duckdb.connect() as con:
        rijen = con.execute(
            f"""
            with dag as (
                select bericht.bericht_sleutel,
                    max(coalesce(retour.retour_dagtekening_datum, bericht.dagtekening_datum))
                        as datum
                from read_parquet('{bericht}') as bericht
                left join read_parquet('{retour}') as retour using (bericht_sleutel)
                where bericht.status = 'aanvaard'
                group by bericht.bericht_sleutel
            )
            select min(datum), max(datum), count(*), count(*) filter (where datum > $datum)
            from dag
            """,  # noqa: S608 (paths of our own home, quoted)
            {"datum": datum},
        ).fetchall()
    return Berichten(*rijen[0])
