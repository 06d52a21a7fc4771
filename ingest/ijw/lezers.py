"""Compiling ``vlak.csv`` into readers that know every tag and slot beforehand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.ijw.soort import Soort
from ingest.ijw.vlakken import Pad, SnelleRij, Stappen, Veld, VlakLezer
from schemas.ijw.standaard import BASISSCHEMA, Standaard, read_standaard
from schemas.ijw.vlak import (
    ONDERDELEN,
    Vlak,
    VlakKolom,
    child_elements,
    find_element,
    read_vlakken,
)


@cache
def vlak_lezers(soort: Soort) -> dict[str, VlakLezer]:
    """Return the compiled tables of a kind of message, by name."""
    standaard = read_standaard(soort.release)
    vlakken = read_vlakken(soort.release)[soort.bericht]
    return {tabel: _compile(standaard, vlak) for tabel, vlak in vlakken.items()}


@dataclass(frozen=True)
class _Blad:
    """A simple element below a row, in schema order."""

    pad: Pad
    tag: str
    is_verplicht: bool


def _compile(standaard: Standaard, vlak: Vlak) -> VlakLezer:
    velden = tuple(
        veld for kolom in vlak.kolommen for veld in _to_velden(standaard, vlak.bericht, kolom)
    )
    rij_tags = _tags(standaard, vlak.bericht, vlak.rij)
    niveaus: list[Stappen] = [{} for _ in range(len(rij_tags) + 1)]
    for slot, veld in enumerate(velden):
        niveau = _shared_depth(vlak.rij, veld.pad)
        *ouders, laatste = _tags(standaard, vlak.bericht, veld.pad)[niveau:]
        stappen = niveaus[niveau]
        for ouder in ouders:
            stappen = stappen.setdefault(ouder, {})  # type: ignore[assignment]
        stappen[laatste] = ~slot if veld.is_lijst else slot
    snelle_rij = _compile_snel(standaard, vlak, velden)
    return VlakLezer(vlak, velden, rij_tags, tuple(niveaus), snelle_rij)


def _compile_snel(standaard: Standaard, vlak: Vlak, velden: tuple[Veld, ...]) -> SnelleRij | None:
    """Return how to read the rows at once, or None where a tag alone does not say its place."""
    if not vlak.rij or len(child_elements(standaard, vlak.bericht, vlak.rij[:-1])) != 1:
        return None
    bladen = list(_iter_bladen(standaard, vlak.bericht, vlak.rij, is_verplicht=True))
    slots = {
        veld.pad: ~slot if veld.is_lijst else slot
        for slot, veld in enumerate(velden)
        if veld.pad[: len(vlak.rij)] == vlak.rij
    }
    gelezen = [blad for blad in bladen if blad.pad in slots]
    aantal_per_tag = Counter(blad.tag for blad in bladen)
    rij_tag = _tags(standaard, vlak.bericht, vlak.rij)[-1]
    if len(gelezen) != len(slots) or any(aantal_per_tag[blad.tag] > 1 for blad in gelezen):
        return None
    verplicht = [blad for blad in gelezen if blad.is_verplicht and slots[blad.pad] >= 0]
    anders = {blad.tag: slots[blad.pad] for blad in gelezen if blad not in verplicht}
    return SnelleRij(
        verplicht_tags=tuple(blad.tag for blad in verplicht),
        verplicht_slots=tuple(slots[blad.pad] for blad in verplicht),
        ander_tags=(rij_tag, *anders),
        anders=anders,
        ander_slots=tuple(slot if slot >= 0 else ~slot for slot in anders.values()),
        omgeving_slots=tuple(slot for slot, veld in enumerate(velden) if veld.pad not in slots),
    )


def _iter_bladen(
    standaard: Standaard, bericht: str, pad: Pad, *, is_verplicht: bool
) -> Iterator[_Blad]:
    for element in child_elements(standaard, bericht, pad):
        kind = (*pad, element.naam)
        eenmaal = is_verplicht and (element.minimum, element.maximum) == (1, 1)
        if element.type in standaard.typen:
            yield _Blad(kind, _tags(standaard, bericht, kind)[-1], eenmaal)
        else:
            yield from _iter_bladen(standaard, bericht, kind, is_verplicht=eenmaal)


def _to_velden(standaard: Standaard, bericht: str, kolom: VlakKolom) -> Iterator[Veld]:
    """Yield the texts behind a column: a person's own get another name than the lake column."""
    if not kolom.omzetting:
        yield Veld(kolom.kolom, kolom.pad, kolom.basis)
        return
    if kolom.omzetting == "pseudoniem":
        yield Veld("bsn", kolom.pad, "string")
        return
    for onderdeel in ONDERDELEN[kolom.omzetting]:
        pad = (*kolom.pad, onderdeel)
        basis = standaard.typen[find_element(standaard, bericht, pad).type].basis
        naam = f"{kolom.kolom}_{onderdeel.lower()}"
        yield Veld(naam, pad, basis, is_lijst=kolom.omzetting == "codes")


def _tags(standaard: Standaard, bericht: str, pad: Pad) -> tuple[str, ...]:
    """Return the qualified names along a path: below a shared class the basisschema's."""
    tags = []
    namespace = standaard.namespace(bericht)
    for diepte, naam in enumerate(pad, start=1):
        tags.append(f"{{{namespace}}}{naam}")
        if find_element(standaard, bericht, pad[:diepte]).type in standaard.klassen[BASISSCHEMA]:
            namespace = standaard.namespace(BASISSCHEMA)
    return tuple(tags)


def _shared_depth(rij: Pad, pad: Pad) -> int:
    diepte = 0
    while diepte < min(len(rij), len(pad) - 1) and rij[diepte] == pad[diepte]:
        diepte += 1
    return diepte
