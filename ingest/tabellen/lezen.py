"""Reading one delivered file of a spreadsheet source."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import pyarrow as pa

from ingest.bevinding import Bevinding, Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.maskering import mask_bsn
from ingest.tabellen import (
    circulaires,
    contracten,
    kwartaalcijfers,
    referentie,
    rijen,
    veilig_thuis,
)
from ingest.tabellen.cel import Lezer, to_tekst
from ingest.tabellen.kop import ZOEK_RIJEN, Kop, find_kop
from ingest.tabellen.lezing import Lezing
from ingest.tabellen.raster import OnleesbareTabel, Raster, read_rasters
from ingest.tabellen.werkblad import read_werkblad
from ingest.uitpakken import OnveiligArchief, iter_onderdelen
from schemas.lake import lake_schema, lake_tabellen
from schemas.tabellen import (
    Tabelbron,
    Werkbladsoort,
    normalise_label,
    read_aanbieder_aliassen,
    read_tabelbron,
)

_GEEN_GEGEVENS = frozenset({"toelichting", "uitleg", "codelijsten", "keuzelijsten", "leeswijzer"})

_ACHTERVOEGSELS = frozenset({"", ".csv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".zip"})
_GEEN_TABEL = (b"<", b"%PDF", b"{\\rtf")

# What a bron does with its rows after they have been read.
_AFWERKING: dict[str, Callable[[Lezing], None]] = {
    "kwartaalcijfers": kwartaalcijfers.finish,
    "circulaires": circulaires.finish,
    "contracten": contracten.finish,
    "veilig_thuis": veilig_thuis.finish,
    "referentie": referentie.finish,
}


@dataclass(frozen=True)
class _Herkend:
    """A sheet with the header row that was found in it."""

    raster: Raster
    kop: Kop


def read_bestand(
    bestand: Bronbestand, aanbieder_aliassen: dict[str, dict[str, Any]] | None = None
) -> Leesresultaat:
    """Return the rows and findings of one delivered spreadsheet, CSV, or zip of these.

    A wrong row is refused, the other rows pass. What is wrong with the file as a whole refuses
    that file or sheet alone.

    Args:
        bestand: the delivered file.
        aanbieder_aliassen: by AGB what one aanbieder calls sheets, columns and values; without
            it those of ``schemas/tabellen/aanbieder_aliassen.yaml``.
    """
    bekend = read_aanbieder_aliassen() if aanbieder_aliassen is None else aanbieder_aliassen
    bron = read_tabelbron(bestand.bron)
    lezing = Lezing(bestand, bron.parameters)
    aantal_bladen = sum(
        _read_onderdeel(lezing, bron, bekend, onderdeel, inhoud)
        for onderdeel, inhoud in _unpack(lezing)
    )
    rijen.drop_dubbele_rijen(lezing)
    _AFWERKING[bestand.bron](lezing)
    return Leesresultaat(
        bestand=bestand,
        tabellen=_to_tables(lezing),
        bevindingen=lezing.bevindingen,
        aantal_berichten=aantal_bladen,
        aantal_rijen_aanvaard=len(lezing.rijen),
        aantal_rijen_geweigerd=lezing.aantal_geweigerd,
    )


def _unpack(lezing: Lezing) -> list[tuple[str, bytes]]:
    """Return the parts that may hold a table; what holds none becomes a finding."""
    bestand = lezing.bestand
    if not bestand.inhoud:
        lezing.bevindingen.append(Bevinding("B001", "bestand"))
        return []
    if not _may_be_tabel(bestand.bestandsnaam, bestand.inhoud):
        lezing.bevindingen.append(Bevinding("B002", "bestand"))
        return []
    try:
        onderdelen = list(iter_onderdelen(bestand))
    except OnveiligArchief as error:
        lezing.bevindingen.append(Bevinding("B003", "bestand", str(error)))
        return []
    passend = [deel for deel in onderdelen if _may_be_tabel(*deel)]
    lezing.bevindingen.extend(
        Bevinding("B002", "bestand", onderdeel=deel[0])
        for deel in onderdelen
        if deel not in passend
    )
    return passend


def _may_be_tabel(naam: str, inhoud: bytes) -> bool:
    achtervoegsel = PurePath(naam.casefold().removesuffix(".gz")).suffix
    return achtervoegsel in _ACHTERVOEGSELS and not inhoud.lstrip().startswith(_GEEN_TABEL)


def _read_onderdeel(
    lezing: Lezing,
    bron: Tabelbron,
    bekend: dict[str, dict[str, Any]],
    onderdeel: str,
    inhoud: bytes,
) -> int:
    if not inhoud.strip():
        lezing.bevindingen.append(Bevinding("B001", plaats="bestand", onderdeel=onderdeel))
        return 0
    try:
        lezingen = read_rasters(inhoud)
    except OnleesbareTabel as error:
        bevinding = Bevinding(error.regel_code, "bestand", error.toelichting, onderdeel)
        lezing.bevindingen.append(bevinding)
        return 0
    except OnveiligArchief as error:
        lezing.bevindingen.append(Bevinding("B003", "bestand", str(error), onderdeel))
        return 0
    aliassen = _find_aliassen(bekend, lezingen[0], lezing.bestand.bestandsnaam)
    herkend = max(
        ([_recognise(raster, bron, aliassen) for raster in rasters] for rasters in lezingen),
        key=lambda bladen: [blad.kop.score for blad in bladen if blad],
    )
    bladen = [blad for blad in herkend if blad]
    if not bladen:
        lezing.bevindingen.append(Bevinding("B026", "bestand", onderdeel=onderdeel))
    for blad in bladen:
        lezer = Lezer(blad.raster.is_nederlands, aliassen.get("waarden", {}))
        werkblad = mask_bsn(blad.raster.naam)
        read_werkblad(lezing, blad.raster, blad.kop, lezer, onderdeel, werkblad)
    return len(bladen)


def _recognise(raster: Raster, bron: Tabelbron, aliassen: dict[str, Any]) -> _Herkend | None:
    """Return the kind of sheet this is: by its name when that is known, else by its columns."""
    naam = normalise_label(raster.naam)
    if naam in _GEEN_GEGEVENS:
        return None
    eigen = {normalise_label(eigen) for eigen in aliassen.get("werkbladen", [])}
    op_naam = [soort for soort in bron.werkbladen if naam and naam in _names(soort) | eigen]
    koppen = [
        find_kop(raster, soort, aliassen.get("kolommen")) for soort in (op_naam or bron.werkbladen)
    ]
    # A sheet with another name that has some of the columns is only taken when it has all.
    kop = max(filter(None, koppen), key=lambda kop: kop.score, default=None)
    if op_naam and (kop is None or kop.ontbrekend):
        kop = _recognise_by_columns(raster, bron, aliassen) or kop
    return _Herkend(raster, kop) if kop else None


def _recognise_by_columns(raster: Raster, bron: Tabelbron, aliassen: dict[str, Any]) -> Kop | None:
    koppen = [find_kop(raster, soort, aliassen.get("kolommen")) for soort in bron.werkbladen]
    volledig = [kop for kop in koppen if kop and not kop.ontbrekend]
    return max(volledig, key=lambda kop: kop.score, default=None)


def _names(soort: Werkbladsoort) -> set[str]:
    return {normalise_label(naam) for naam in (soort.naam, *soort.aliassen)}


def _find_aliassen(
    bekend: dict[str, dict[str, Any]], rasters: Iterable[Raster], bestandsnaam: str
) -> dict[str, Any]:
    """Return what the aanbieder named in this file calls things; the AGB may stand anywhere."""
    if not bekend:
        return {}
    woorden = Counter(bestandsnaam.replace(".", "_").replace("-", "_").split("_"))
    for raster in rasters:
        for rij in raster.rijen[:ZOEK_RIJEN]:
            woorden.update(to_tekst(cel).rpartition(":")[2].strip().zfill(8) for cel in rij)
    return next((aliassen for agb, aliassen in bekend.items() if agb in woorden), {})


def _to_tables(lezing: Lezing) -> dict[str, pa.Table]:
    bron = lezing.bestand.bron
    tables = {}
    for tabel in lake_tabellen(bron):
        if tabel in ("bestand", "bevinding"):
            continue
        schema = lake_schema(bron, tabel)
        rows = [
            {naam: row.get(naam) for naam in schema.names}
            for row in lezing.lake_rijen.get(tabel, [])
        ]
        tables[tabel] = pa.Table.from_pylist(rows, schema=schema)
    return tables
