"""Where a row of a flat table stands in its message: line, path and element; never a value."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ingest.ijw.paden import GEEN, Nummers, Paden
from ingest.ijw.stapel import Plaatsen
from ingest.ijw.taal import Pad
from ingest.ijw.vlakken import Deel, Vlaktabel, find_in_rij

_ROOT = "/Bericht"


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One element of one message of the stack; its line counts from where the body begins."""

    bericht_nummer: int
    regel: int
    xpath: str
    element: str


def iter_vindplaatsen(
    paden: Paden, tabel: Vlaktabel, rijen: Nummers, kolom: str
) -> Iterator[Vindplaats]:
    """Yield where a column of these rows stands, or its nearest ancestor that is there."""
    nummers, eerste = tabel.volgorde[rijen], 0
    for deel in tabel.delen:
        eigen = nummers[(nummers >= eerste) & (nummers < eerste + len(deel.tags))] - eerste
        eerste += len(deel.tags)
        if len(eigen):
            yield from _iter_in_deel(paden, deel, eigen, deel.velden.get(kolom, deel.vlak.rij))


def _iter_in_deel(paden: Paden, deel: Deel, rijen: Nummers, pad: Pad) -> Iterator[Vindplaats]:
    for diepte in range(len(pad), -1, -1):
        if not len(rijen):
            return
        nummers = find_in_rij(paden, deel.vlak.rij, deel.tags, pad[:diepte])[rijen]
        gevonden = nummers[nummers != GEEN]
        yield from iter_op_pad(paden, pad[:diepte], paden.opent(pad[:diepte])[gevonden])
        rijen = rijen[nummers == GEEN]


def iter_op_pad(paden: Paden, pad: Pad, tags: Plaatsen) -> Iterator[Vindplaats]:
    """Yield where these tags stand, all at one path."""
    if not len(tags):
        return
    stapel = paden.stapel
    berichten = stapel.bericht_van(tags)
    regels = np.searchsorted(stapel.regeleinden, stapel.tag_begin[tags])
    begin = np.searchsorted(stapel.regeleinden, stapel.tag_begin[stapel.eerste_tag[berichten]])
    stappen = [_name_stappen(paden, pad[:diepte], tags) for diepte in range(1, len(pad) + 1)]
    element = pad[-1] if pad else _ROOT.strip("/")
    for bericht, regel, *delen in zip(berichten, regels - begin, *stappen, strict=True):
        yield Vindplaats(int(bericht), int(regel), "/".join((_ROOT, *delen)), element)


def _name_stappen(paden: Paden, pad: Pad, tags: Plaatsen) -> list[str]:
    """Return per tag the step to its ancestor at ``pad``, numbered where it has brothers."""
    if not paden.stapel.taal.knopen[pad].is_herhaald:
        return [pad[-1]] * len(tags)
    broers, ouders = paden.opent(pad), paden.opent(pad[:-1])
    ouder = paden.nearest(pad[:-1], tags)
    eerste = np.searchsorted(broers, ouders[ouder])
    laatste = np.searchsorted(broers, np.append(ouders, len(paden.stapel.symbolen))[ouder + 1])
    volgnummers = paden.nearest(pad, tags) - eerste + 1
    return [
        f"{pad[-1]}[{volgnummer}]" if aantal > 1 else pad[-1]
        for volgnummer, aantal in zip(volgnummers, laatste - eerste, strict=True)
    ]
