"""Reading one recognised sheet: the block above the table, then row by row."""

from dataclasses import replace

from ingest.bevinding import Bevinding
from ingest.tabellen.cel import CelFout, Lezer, Waarde, is_leeg, is_regio
from ingest.tabellen.kop import Kop, find_meta, kolom_letter
from ingest.tabellen.lezing import Blad, Lezing, Rij, describe_plaats
from ingest.tabellen.raster import Cel, Raster
from schemas.tabellen import Tabelkolom


def read_werkblad(
    lezing: Lezing, raster: Raster, kop: Kop, lezer: Lezer, onderdeel: str, werkblad: str
) -> None:
    """Add the rows and findings of one sheet to the reading of its file.

    A sheet that not everybody fills says nothing when it has no rows.
    """
    blad = Blad(kop.soort, onderdeel, werkblad, meta={})
    data = [
        (index, rij)
        for index, rij in enumerate(raster.rijen[kop.index + 1 :], start=kop.index + 1)
        if not all(is_leeg(cel) for cel in rij)
    ]
    if kop.soort.optioneel and not data:
        return
    blad.aantal_rijen = len(data)
    lezing.bladen.append(blad)
    if kop.persoonlijk:
        letters = ", ".join(map(kolom_letter, kop.persoonlijk))
        lezing.bevindingen.append(blad.report("B029", f"Het gaat om kolom {letters}."))
    if kop.onbekend:
        letters = ", ".join(map(kolom_letter, kop.onbekend))
        lezing.bevindingen.append(blad.report("B035", f"Het gaat om kolom {letters}."))
    fouten = _check_kop(blad, kop) + _read_meta(blad, raster, kop, lezer)
    if fouten:
        lezing.aantal_geweigerd += len(data)
        lezing.bevindingen.extend(fouten)
        return
    for index, cellen in data:
        _read_rij(lezing, blad, kop, lezer, index, cellen)


def _check_kop(blad: Blad, kop: Kop) -> list[Bevinding]:
    fouten = []
    if kop.ontbrekend:
        namen = ", ".join(kolom.label for kolom in kop.ontbrekend)
        fouten.append(blad.report("B021", f"Het gaat om: {namen}.", blad.aantal_rijen))
    if kop.dubbel:
        namen = ", ".join(dict.fromkeys(kolom.label for kolom in kop.dubbel))
        aantal = 0 if fouten else blad.aantal_rijen
        fouten.append(blad.report("B033", f"Het gaat om: {namen}.", aantal))
    return fouten


def _read_meta(blad: Blad, raster: Raster, kop: Kop, lezer: Lezer) -> list[Bevinding]:
    gevonden = find_meta(raster, kop.index, kop.soort)
    als_kolom = {kolom.kolom for kolom in kop.meta_kolommen.values()}
    fouten: list[Bevinding] = []
    for veld in kop.soort.meta:
        index, cel = gevonden.get(veld.kolom, (None, ""))
        if is_leeg(cel) and veld.kolom == "jaar" and kop.jaar is not None:
            cel = kop.jaar
        if is_leeg(cel) and veld.kolom in als_kolom:
            continue
        try:
            blad.meta[veld.kolom] = lezer.parse(cel, veld)
        except CelFout as fout:
            # A missing label and a wrong value are one rule, but a period keeps its own.
            regel_code = fout.regel_code if fout.regel_code == "B023" else "B027"
            aantal = 0 if fouten else blad.aantal_rijen
            bevinding = Bevinding(
                regel_code,
                plaats=describe_plaats(blad.werkblad, None if index is None else index + 1),
                toelichting=fout.toelichting.replace("Kolom", "Gegeven", 1),
                onderdeel=blad.onderdeel,
                aantal_rijen=aantal,
            )
            fouten.append(bevinding)
    return fouten


def _read_rij(
    lezing: Lezing, blad: Blad, kop: Kop, lezer: Lezer, index: int, cellen: list[Cel]
) -> None:
    waarden: dict[str, Waarde] = dict(blad.meta)
    rij = Rij(blad.soort, blad.onderdeel, blad.werkblad, index + 1, waarden)
    if _is_totaalrij(kop, cellen):
        lezing.bevindingen.append(rij.report("B034"))
        return
    is_nul = _is_nul_rij(kop, lezer, cellen)
    fouten: list[tuple[int, CelFout]] = []
    for plaats, kolom in sorted((kop.kolommen | kop.meta_kolommen).items()):
        cel = cellen[plaats] if plaats < len(cellen) else ""
        if is_leeg(cel) and (is_nul or waarden.get(kolom.kolom) is not None):
            continue  # an empty cell in a column does not hide the value above the table
        try:
            waarde = lezer.parse(cel, kolom)
        except CelFout as fout:
            fouten.append((plaats, fout))
            continue
        if kolom.onderdeel:
            rij.per_onderdeel[kolom.kolom, kolom.onderdeel] = waarde
        else:
            waarden[kolom.kolom] = waarde
    if not fouten:
        lezing.rijen.append(rij)
        return
    lezing.aantal_geweigerd += 1
    for nummer, (plaats, celfout) in enumerate(fouten):
        bevinding = rij.report(celfout.regel_code, celfout.toelichting, 1 if nummer == 0 else 0)
        plaats_cel = describe_plaats(blad.werkblad, index + 1, kolom_letter(plaats))
        lezing.bevindingen.append(replace(bevinding, plaats=plaats_cel))


def _find_cel(kop: Kop, cellen: list[Cel], kolom_naam: str) -> tuple[Tabelkolom, Cel] | None:
    for plaats, kolom in (kop.kolommen | kop.meta_kolommen).items():
        if kolom.kolom == kolom_naam and plaats < len(cellen):
            return kolom, cellen[plaats]
    return None


def _is_totaalrij(kop: Kop, cellen: list[Cel]) -> bool:
    """Return whether a row totals the region in a sheet that has no place for such a row."""
    gevonden = _find_cel(kop, cellen, "gemeente_code")
    return gevonden is not None and gevonden[0].soort == "gemeente" and is_regio(gevonden[1])


def _is_nul_rij(kop: Kop, lezer: Lezer, cellen: list[Cel]) -> bool:
    """Return whether a row says that there is nothing to report, so may be otherwise empty."""
    gevonden = _find_cel(kop, cellen, "is_nul_opgave")
    if gevonden is None:
        return False
    kolom, cel = gevonden
    try:
        return lezer.parse(cel, kolom) is True
    except CelFout:
        return False
