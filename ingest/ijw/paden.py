"""Where the elements of a stack stand: by path, and who stands in whom."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ingest.ijw.stapel import Plaatsen, Stapel
from ingest.ijw.taal import Knoop, Pad
from ingest.ijw.waarden import read_waarden

GEEN = -1
Nummers = npt.NDArray[np.int64]


class Paden:
    """Finds the tags of a path, and the values behind a path; each path is looked up once."""

    def __init__(self, stapel: Stapel) -> None:
        """Keep the stack; nothing is looked up yet."""
        self.stapel = stapel
        self._opent: dict[Pad, Plaatsen] = {}
        self._symbool: dict[int, Plaatsen] = {}
        self._waarden: dict[Pad, pa.Array] = {}
        self.niet_gewoon: list[tuple[Pad, Plaatsen]] = []

    def check_waarden(self) -> npt.NDArray[np.bool_]:
        """Return per message whether all its values are in plain form; the values are kept.

        The tags of those that are not stand in ``niet_gewoon``.
        """
        is_goed = np.ones(self.stapel.aantal_berichten, bool)
        for knoop in self.stapel.taal.knopen.values():
            if knoop.enkelvoudig is None:
                continue
            tags = self.opent(knoop.pad)
            if not len(tags):
                continue
            waarden, fout = read_waarden(
                knoop.enkelvoudig, knoop.extra_patroon, self.stapel.teksten(tags)
            )
            self._waarden[knoop.pad] = waarden
            if fout is not None:
                is_goed[self.stapel.bericht_van(tags[fout])] = False
                self.niet_gewoon.append((knoop.pad, tags[fout]))
        return is_goed

    def waarden(self, pad: Pad) -> pa.Array | None:
        """Return the values at a path, in order; None when there are none."""
        return self._waarden.get(pad)

    def opent(self, pad: Pad) -> Plaatsen:
        """Return the opening tags at a path, in order; of the root the first tag within it."""
        if pad not in self._opent:
            self._opent[pad] = self._find(pad)
        return self._opent[pad]

    def nearest(self, pad: Pad, tags: Plaatsen) -> Nummers:
        """Return per tag which of the elements at ``pad`` began last, itself included."""
        return np.searchsorted(self.opent(pad), tags, side="right") - 1

    def _find(self, pad: Pad) -> Plaatsen:
        if not pad:
            return self.stapel.eerste_tag[:-1]
        knoop = self.stapel.taal.knopen[pad]
        tags = self._with_symbol(knoop)
        gelijk = self.stapel.taal.knopen_met(knoop.opent)
        if len(gelijk) == 1 or not len(tags):
            return tags
        if any(len(ander.pad) != len(pad) for ander in gelijk):
            tags = tags[self.stapel.diepte[tags] == len(pad)]
        ouders = [ander.pad[:-1] for ander in gelijk if len(ander.pad) == len(pad)]
        if len(ouders) == 1 or not len(tags):
            return tags
        # The parent is the last element to begin before it among those that can be its parent.
        begonnen = np.stack([self._last_begun(ouder, tags) for ouder in ouders])
        return tags[begonnen.argmax(axis=0) == ouders.index(pad[:-1])]

    def _last_begun(self, pad: Pad, tags: Plaatsen) -> Plaatsen:
        opent = self.opent(pad)
        if not len(opent):
            return np.full(len(tags), GEEN)
        nummer = np.searchsorted(opent, tags) - 1
        return np.where(nummer >= 0, opent[nummer], GEEN)

    def _with_symbol(self, knoop: Knoop) -> Plaatsen:
        if knoop.opent not in self._symbool:
            gevonden = np.flatnonzero(self.stapel.symbolen == knoop.opent)
            self._symbool[knoop.opent] = gevonden
        return self._symbool[knoop.opent]
