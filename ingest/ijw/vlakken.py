"""Flattening: from the paths in ``vlak.csv`` to columns, for all messages of a stack at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import acero

from ingest.ijw.paden import GEEN, Nummers, Paden
from ingest.ijw.stapel import Plaatsen
from ingest.ijw.taal import Pad
from schemas.ijw.standaard import read_standaard
from schemas.ijw.vlak import HEADER_TABEL, ONDERDELEN, Vlak, VlakKolom, read_vlakken

BERICHT_NUMMER = "bericht_nummer"
RIJ = "rij"
_ARROW = {"string": pa.string(), "date": pa.date32(), "integer": pa.int64(), "time": pa.string()}


@dataclass(frozen=True)
class Deel:
    """The rows of a table that stand in elements of one path."""

    vlak: Vlak
    tags: Plaatsen
    velden: dict[str, Pad]


@dataclass(frozen=True)
class Vlaktabel:
    """One flat table of a stack; a bsn is still open here.

    ``table`` has the columns of ``vlak.csv`` beside ``rij`` (from 0), ``bericht_nummer`` (which
    message of the stack), ``dagtekening_datum`` and ``ontvangst_datum`` of that message. A bsn,
    a birth date and an amount with its sign keep their own names: ``bsn``, ``…_datum`` and
    ``…_datumgebruik``, ``…_totaalbedrag`` and ``…_debetcredit``.
    """

    naam: str
    table: pa.Table
    delen: tuple[Deel, ...]
    volgorde: Nummers

    @property
    def aantal_rijen(self) -> int:
        """Number of rows."""
        return int(self.table.num_rows)

    @property
    def is_intern(self) -> bool:
        """True when the table serves checks only and is not in the lake."""
        return self.naam.startswith("_")

    def where(self, voorwaarde: pc.Expression) -> Nummers:
        """Return the rows for which a condition on the columns is true."""
        plan = acero.Declaration.from_sequence(
            [
                acero.Declaration("table_source", acero.TableSourceNodeOptions(self.table)),
                acero.Declaration("filter", acero.FilterNodeOptions(voorwaarde)),
            ]
        )
        # One thread: handing the work out costs more than the work, and the order stays.
        return np.asarray(plan.to_table(use_threads=False).column(RIJ).to_numpy())


class Vlakken:
    """The flat tables of a stack, made when a rule or the lake asks for them."""

    def __init__(self, paden: Paden, ontvangst_datums: pa.Array) -> None:
        """Keep the paths and the day of receipt of each message."""
        self.paden = paden
        self.soort = paden.stapel.taal.soort
        self._ontvangst_datums = ontvangst_datums
        self._vlakken = read_vlakken(self.soort.release)[self.soort.bericht]
        self._tabellen: dict[str, Vlaktabel] = {}

    @property
    def aantal_berichten(self) -> int:
        """Number of messages."""
        return self.paden.stapel.aantal_berichten

    @property
    def namen(self) -> tuple[str, ...]:
        """Names of the tables, those for the checks included."""
        return tuple(self._vlakken)

    @cached_property
    def header(self) -> pa.Table:
        """The header of every message, one row each."""
        return _read_deel(self.paden, self._vlakken[HEADER_TABEL][0])[1]

    @cached_property
    def aantal_regels(self) -> Nummers:
        """Per message how many products, lines or answers it has."""
        namen = read_standaard(self.soort.release).berichten[self.soort.bericht].regel_elementen
        aantallen = np.zeros(self.aantal_berichten, np.int64)
        for pad in self.paden.stapel.taal.knopen:
            if pad[-1] in namen:
                berichten = self.paden.stapel.bericht_van(self.paden.opent(pad))
                aantallen += np.bincount(berichten, minlength=self.aantal_berichten)
        return aantallen

    def __getitem__(self, naam: str) -> Vlaktabel:
        """Return a table by name."""
        if naam not in self._tabellen:
            self._tabellen[naam] = self._read(naam)
        return self._tabellen[naam]

    def has(self, pad: Pad) -> npt.NDArray[np.bool_]:
        """Return per message whether it has an element at this path."""
        gevonden = np.zeros(self.aantal_berichten, bool)
        gevonden[self.paden.stapel.bericht_van(self.paden.opent(pad))] = True
        return gevonden

    def _read(self, naam: str) -> Vlaktabel:
        gelezen = [_read_deel(self.paden, vlak) for vlak in self._vlakken[naam]]
        delen = tuple(deel for deel, _ in gelezen)
        tags = np.concatenate([deel.tags for deel in delen])
        volgorde = np.argsort(tags, kind="stable")
        table = gelezen[0][1]
        if len(delen) > 1:
            table = pa.concat_tables([deel for _, deel in gelezen], promote_options="default")
            table = table.take(pa.array(volgorde)).combine_chunks()
        berichten = self.paden.stapel.bericht_van(tags[volgorde])
        eigen = {
            RIJ: pa.array(np.arange(len(tags))),
            BERICHT_NUMMER: pa.array(berichten),
            "dagtekening_datum": self.header.column("dagtekening_datum").take(berichten),
            "ontvangst_datum": self._ontvangst_datums.take(pa.array(berichten)),
        }
        for kolom, waarden in eigen.items():
            if kolom not in table.column_names:
                table = table.append_column(kolom, waarden)
        return Vlaktabel(naam, table, delen, volgorde)


def _read_deel(paden: Paden, vlak: Vlak) -> tuple[Deel, pa.Table]:
    tags = paden.opent(vlak.rij)
    kolommen: dict[str, pa.Array] = {}
    velden: dict[str, Pad] = {}
    for kolom in vlak.kolommen:
        for naam, pad, waarden in _read_kolom(paden, vlak, kolom, tags):
            kolommen[naam] = waarden
            velden[naam] = pad
    return Deel(vlak, tags, velden), pa.table(kolommen)


def _read_kolom(
    paden: Paden, vlak: Vlak, kolom: VlakKolom, tags: Plaatsen
) -> Iterator[tuple[str, Pad, pa.Array]]:
    """Yield the columns behind a column: a person's own get another name than the lake column."""
    if kolom.omzetting == "naam":
        yield kolom.kolom, kolom.pad, pa.repeat(pa.scalar(kolom.pad[-1]), len(tags))
    elif kolom.omzetting == "aanwezig":
        aanwezig = find_in_rij(paden, vlak.rij, tags, kolom.pad) != GEEN
        yield kolom.kolom, kolom.pad, pa.array(aanwezig)
    elif kolom.omzetting == "codes":
        pad = (*kolom.pad, *ONDERDELEN["codes"])
        yield kolom.kolom, pad, _join_codes(paden, vlak.rij, tags, pad)
    elif kolom.omzetting in ("", "pseudoniem"):
        naam = "bsn" if kolom.omzetting else kolom.kolom
        yield naam, kolom.pad, _take_waarden(paden, vlak.rij, tags, kolom.pad)
    else:
        for onderdeel in ONDERDELEN[kolom.omzetting]:
            pad = (*kolom.pad, onderdeel)
            naam = f"{kolom.kolom}_{onderdeel.lower()}"
            yield naam, pad, _take_waarden(paden, vlak.rij, tags, pad)


def find_in_rij(paden: Paden, rij: Pad, tags: Plaatsen, pad: Pad) -> Nummers:
    """Return per row which element at ``pad`` belongs to it, or -1 where there is none.

    Row and element belong together when they stand in the same instance of the deepest element
    that holds both; ``pad`` does not recur below that.
    """
    samen = rij[: _shared_depth(rij, pad)]
    elementen = paden.opent(pad)
    if pad == samen or _is_one_to_one(paden, samen, pad):
        in_houder = np.arange(len(paden.opent(samen)))
    else:
        in_houder = np.full(len(paden.opent(samen)), GEEN)
        in_houder[paden.nearest(samen, elementen)] = np.arange(len(elementen))
    return in_houder if samen == rij else in_houder[paden.nearest(samen, tags)]


def _is_one_to_one(paden: Paden, houder: Pad, pad: Pad) -> bool:
    knopen = paden.stapel.taal.knopen
    return all(knopen[pad[:diepte]].is_eenmalig for diepte in range(len(houder) + 1, len(pad) + 1))


def _take_waarden(paden: Paden, rij: Pad, tags: Plaatsen, pad: Pad) -> pa.Array:
    waarden = paden.waarden(pad)
    if waarden is None:
        enkelvoudig = paden.stapel.taal.knopen[pad].enkelvoudig
        return pa.nulls(len(tags), _ARROW[enkelvoudig.basis if enkelvoudig else "string"])
    nummers = find_in_rij(paden, rij, tags, pad)
    if len(nummers) == len(waarden) and _shared_depth(rij, pad) == len(rij):
        return waarden
    return waarden.take(pa.array(nummers, mask=nummers == GEEN))


def _join_codes(paden: Paden, rij: Pad, tags: Plaatsen, pad: Pad) -> pa.Array:
    """Return per row the codes at a path that recurs, parted by a space."""
    codes = paden.waarden(pad)
    if codes is None:
        return pa.nulls(len(tags), pa.string())
    houders = paden.nearest(pad[:-1], paden.opent(pad))
    grenzen = np.searchsorted(houders, np.arange(len(paden.opent(pad[:-1])) + 1))
    lijsten = pa.ListArray.from_arrays(pa.array(grenzen, pa.int32()), codes)
    samen = pc.binary_join(lijsten, " ")
    nummers = find_in_rij(paden, rij, tags, pad[:-1])
    return samen.take(pa.array(nummers, mask=nummers == GEEN))


def _shared_depth(rij: Pad, pad: Pad) -> int:
    diepte = 0
    while diepte < min(len(rij), len(pad)) and rij[diepte] == pad[diepte]:
        diepte += 1
    return diepte
