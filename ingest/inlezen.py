"""Inlezen: from the archived originals of one bron and month to the files of the lake.

A pure function of the archive: run again, after a crash or a change of rules, it writes the
same files with the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from ingest.archief import Archief, BeschadigdOrigineel, Registratie
from ingest.bevinding import Bevinding, Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.lake import check_tabel, write_lege_tabellen, write_tabel
from ingest.quarantaine import write_quarantaine
from ingest.uitpakken import OnveiligArchief
from schemas.lake import lake_schema, lake_tabellen

HEEL_BESTAND = "bestand"

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
class _Verzameling:
    """Rows gathered file by file; the originals themselves are let go."""

    tabellen: dict[str, list[pa.Table]] = field(default_factory=dict)
    bestanden: list[dict[str, object]] = field(default_factory=list)
    bevindingen: list[dict[str, object]] = field(default_factory=list)

    def add(self, resultaat: Leesresultaat) -> None:
        for tabel, table in resultaat.tabellen.items():
            self.tabellen.setdefault(tabel, []).append(table)
        self.bestanden.append(resultaat.to_bestand_row())
        # The same finding twice at one place is one finding.
        rows = {
            str(row["bevinding_sleutel"]): row
            for row in (bevinding.to_row(resultaat.bestand) for bevinding in resultaat.bevindingen)
        }
        self.bevindingen.extend(rows.values())

    def to_tables(self, bron: str) -> dict[str, pa.Table]:
        rows = {"bestand": self.bestanden, "bevinding": self.bevindingen}
        return {
            tabel: pa.Table.from_pylist(rows[tabel], schema=lake_schema(bron, tabel))
            if tabel in rows
            else pa.concat_tables(
                [lake_schema(bron, tabel).empty_table(), *self.tabellen.get(tabel, [])]
            )
            for tabel in lake_tabellen(bron)
        }


def read_maand(
    archief: Archief,
    lake_map: Path,
    quarantaine_map: Path,
    bron: str,
    ontvangstmaand: str,
    pseudoniem_sleutel: bytes,
    voortgang: Voortgang | None = None,
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
    """
    registraties = archief.list_registraties(bron, ontvangstmaand)
    verzameling = _Verzameling()
    for nummer, registratie in enumerate(registraties, start=1):
        verzameling.add(_read_registratie(archief, registratie, pseudoniem_sleutel))
        if voortgang is not None:
            voortgang(nummer, len(registraties))

    tables = verzameling.to_tables(bron)
    write_lege_tabellen(lake_map)
    paden = {
        tabel: write_tabel(lake_map, bron, tabel, ontvangstmaand, table)
        for tabel, table in tables.items()
    }
    quarantaine = write_quarantaine(
        quarantaine_map / bron / f"{ontvangstmaand}.csv", verzameling.bevindingen
    )
    bestanden, ernst = tables["bestand"], tables["bevinding"].column("ernst").to_pylist()
    return Inleesresultaat(
        bron=bron,
        ontvangstmaand=ontvangstmaand,
        aantal_bestanden=len(registraties),
        aantal_in_quarantaine=bestanden.column("status").to_pylist().count("quarantaine"),
        aantal_rijen_aanvaard=sum(bestanden.column("aantal_rijen_aanvaard").to_pylist()),
        aantal_rijen_geweigerd=sum(bestanden.column("aantal_rijen_geweigerd").to_pylist()),
        aantal_fouten=ernst.count("fout"),
        aantal_signalen=ernst.count("signaal"),
        rijen={tabel: table.num_rows for tabel, table in tables.items()},
        paden=paden,
        quarantaine=quarantaine,
    )


def read_bronbestand(bestand: Bronbestand, pseudoniem_sleutel: bytes) -> Leesresultaat:
    """Read one file with the reader of its bron; every failure becomes a finding, none raises."""
    if not bestand.inhoud:
        return _refuse(bestand, "B001")
    try:
        resultaat = _choose_reader(bestand, pseudoniem_sleutel)
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


def _choose_reader(bestand: Bronbestand, pseudoniem_sleutel: bytes) -> Leesresultaat:
    # Imported late: a home without iJw or without spreadsheets never loads the other reader.
    if bestand.bron == "ijw":
        from ingest import ijw

        return ijw.read_bestand(bestand, pseudoniem_sleutel)
    from ingest import tabellen

    return tabellen.read_bestand(bestand)


def _read_registratie(
    archief: Archief, registratie: Registratie, pseudoniem_sleutel: bytes
) -> Leesresultaat:
    try:
        bestand = archief.open_bestand(registratie)
    except BeschadigdOrigineel:
        leeg = Bronbestand(
            bestand_sleutel=registratie.bestand_sleutel,
            bestandsnaam=registratie.bestandsnaam,
            bron=registratie.bron,
            ontvangstmaand=registratie.ontvangstmaand,
            ontvangst_datum=registratie.ontvangst_datum,
            inhoud=b"",
        )
        return _refuse(leeg, "B004")
    return read_bronbestand(bestand, pseudoniem_sleutel)


def _refuse(bestand: Bronbestand, regel_code: str, toelichting: str = "") -> Leesresultaat:
    bevinding = Bevinding(regel_code, plaats=HEEL_BESTAND, toelichting=toelichting)
    return Leesresultaat(bestand=bestand, bevindingen=[bevinding])
