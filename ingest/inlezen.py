"""Inlezen: from the archived originals of one bron and month to the files of the lake.

A pure function of the archive: run again, after a crash or a change of rules, it writes the
same files with the same bytes.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.archief import Archief, BeschadigdOrigineel, Registratie
from ingest.bevinding import Bevinding, Leesdeel, Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.extra_schemas import GEEN_SCHEMAS, ExtraSchemas
from ingest.lake import LakeSchrijver, check_tabel, write_lege_tabellen
from ingest.quarantaine import write_quarantaine
from ingest.uitpakken import OnveiligArchief
from schemas.lake import lake_schema

HEEL_BESTAND = "bestand"
_BEVINDINGEN_TEGELIJK = 5_000

Voortgang = Callable[[int, int], None]
"""Called after every file with (files read, files in total)."""


@dataclass(frozen=True)
class Inleesresultaat:
    """Counts of one bron and month, and where they were written; no values."""

    bron: str
    ontvangstmaand: str
    aantal_bestanden: int
    aantal_in_quarantaine: int
    aantal_rijen_aanvaard: int
    aantal_rijen_geweigerd: int
    aantal_fouten: int
    aantal_signalen: int
    rijen: dict[str, int]
    paden: dict[str, Path]
    quarantaine: Path


@dataclass
class _Telling:
    """Counts over the files of a month."""

    bestanden: int = 0
    in_quarantaine: int = 0
    rijen_aanvaard: int = 0
    rijen_geweigerd: int = 0
    per_ernst: Counter[str] = field(default_factory=Counter)

    def add(self, resultaat: Leesresultaat) -> None:
        self.bestanden += 1
        self.in_quarantaine += resultaat.status == "quarantaine"
        self.rijen_aanvaard += resultaat.aantal_rijen_aanvaard
        self.rijen_geweigerd += resultaat.aantal_rijen_geweigerd


def read_maand(
    archief: Archief,
    lake_map: Path,
    quarantaine_map: Path,
    bron: str,
    ontvangstmaand: str,
    pseudoniem_sleutel: bytes,
    voortgang: Voortgang | None = None,
    extra_schemas: ExtraSchemas = GEEN_SCHEMAS,
) -> Inleesresultaat:
    """Read every original of one bron and month, and write the lake tables and the findings.

    A file that fails never stops the others. Each output file is replaced atomically.

    Args:
        archief: the opened archive.
        lake_map: folder of the lake; every table also gets its ``_leeg.parquet``.
        quarantaine_map: folder of the readable lists of findings.
        bron: one of ``schemas.lake.BRONNEN``.
        ontvangstmaand: JJJJ-MM.
        pseudoniem_sleutel: secret for ``client_sleutel``; only iJw needs it.
        voortgang: called after every file.
        extra_schemas: official iJw schemas that must approve too.
    """
    registraties = archief.list_registraties(bron, ontvangstmaand)
    telling = _Telling()
    write_lege_tabellen(lake_map)
    with LakeSchrijver(lake_map, bron, ontvangstmaand) as schrijver:
        for deel in _iter_delen(archief, registraties, bron, pseudoniem_sleutel, extra_schemas):
            for tabel, table in deel.tabellen.items():
                schrijver.add(tabel, table)
            rijen = [resultaat.to_bestand_row() for resultaat in deel.bestanden]
            schrijver.add("bestand", pa.Table.from_pylist(rijen, lake_schema(bron, "bestand")))
            for resultaat in deel.bestanden:
                telling.add(resultaat)
                _add_bevindingen(schrijver, telling, resultaat)
                if voortgang is not None:
                    voortgang(telling.bestanden, len(registraties))
    bevindingen = pq.read_table(schrijver.paden["bevinding"])
    quarantaine = write_quarantaine(quarantaine_map / bron / f"{ontvangstmaand}.csv", bevindingen)
    return Inleesresultaat(
        bron=bron,
        ontvangstmaand=ontvangstmaand,
        aantal_bestanden=telling.bestanden,
        aantal_in_quarantaine=telling.in_quarantaine,
        aantal_rijen_aanvaard=telling.rijen_aanvaard,
        aantal_rijen_geweigerd=telling.rijen_geweigerd,
        aantal_fouten=telling.per_ernst["fout"],
        aantal_signalen=telling.per_ernst["signaal"],
        rijen=schrijver.aantal_rijen,
        paden=schrijver.paden,
        quarantaine=quarantaine,
    )


def _add_bevindingen(schrijver: LakeSchrijver, telling: _Telling, resultaat: Leesresultaat) -> None:
    """Add the findings of a file; the same finding twice is one."""
    bron = resultaat.bestand.bron
    gezien: set[str] = set()
    bevindingen = iter(resultaat.bevindingen)
    while deel := list(islice(bevindingen, _BEVINDINGEN_TEGELIJK)):
        alle = [bevinding.to_row(resultaat.bestand) for bevinding in deel]
        rijen = {str(rij["bevinding_sleutel"]): rij for rij in alle}
        nieuw = [rij for sleutel, rij in rijen.items() if sleutel not in gezien]
        gezien.update(rijen)
        telling.per_ernst.update(str(rij["ernst"]) for rij in nieuw)
        schrijver.add(
            "bevinding", pa.Table.from_pylist(nieuw, schema=lake_schema(bron, "bevinding"))
        )


def _iter_delen(
    archief: Archief,
    registraties: list[Registratie],
    bron: str,
    pseudoniem_sleutel: bytes,
    extra_schemas: ExtraSchemas,
) -> Iterator[Leesdeel]:
    """Yield rows and findings piece by piece; iJw reads the messages of many files together."""
    beschadigd: list[Leesresultaat] = []
    bestanden = _iter_bestanden(archief, registraties, beschadigd)
    if bron == "ijw":
        from ingest import ijw

        yield from ijw.iter_delen(bestanden, pseudoniem_sleutel, extra_schemas)
    else:
        for bestand in bestanden:
            resultaat = read_bronbestand(bestand, pseudoniem_sleutel)
            yield Leesdeel(resultaat.tabellen, [resultaat])
    yield Leesdeel({}, beschadigd)


def _iter_bestanden(
    archief: Archief, registraties: list[Registratie], beschadigd: list[Leesresultaat]
) -> Iterator[Bronbestand]:
    """Yield the originals that open; the others are added to ``beschadigd``."""
    for registratie in registraties:
        try:
            yield archief.open_bestand(registratie)
        except BeschadigdOrigineel:
            leeg = Bronbestand(
                bestand_sleutel=registratie.bestand_sleutel,
                bestandsnaam=registratie.bestandsnaam,
                bron=registratie.bron,
                ontvangstmaand=registratie.ontvangstmaand,
                ontvangst_datum=registratie.ontvangst_datum,
                inhoud=b"",
            )
            beschadigd.append(_refuse(leeg, "B004"))


def read_bronbestand(
    bestand: Bronbestand, pseudoniem_sleutel: bytes, extra_schemas: ExtraSchemas = GEEN_SCHEMAS
) -> Leesresultaat:
    """Read one file with the reader of its bron; every failure becomes a finding, none raises."""
    if not bestand.inhoud:
        return _refuse(bestand, "B001")
    try:
        resultaat = _choose_reader(bestand, pseudoniem_sleutel, extra_schemas)
        tabellen = {
            tabel: check_tabel(table, bestand.bron, tabel)
            for tabel, table in resultaat.tabellen.items()
        }
    except OnveiligArchief as error:
        return _refuse(bestand, "B003", str(error))
    except Exception as error:
        # Only the class: the text of an exception may quote a bsn.
        return _refuse(bestand, "B099", f"Soort fout: {type(error).__name__}.")
    resultaat.tabellen = tabellen
    return resultaat


def _choose_reader(
    bestand: Bronbestand, pseudoniem_sleutel: bytes, extra_schemas: ExtraSchemas
) -> Leesresultaat:
    # Imported late: a home without iJw or without spreadsheets never loads the other reader.
    if bestand.bron == "ijw":
        from ingest import ijw

        return ijw.read_bestand(bestand, pseudoniem_sleutel, extra_schemas)
    from ingest import tabellen

    return tabellen.read_bestand(bestand)


def _refuse(bestand: Bronbestand, regel_code: str, toelichting: str = "") -> Leesresultaat:
    bevinding = Bevinding(regel_code, plaats=HEEL_BESTAND, toelichting=toelichting)
    return Leesresultaat(bestand=bestand, bevindingen=[bevinding])
