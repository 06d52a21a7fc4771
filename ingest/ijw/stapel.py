"""A stack of plain messages of one kind, cut into tags and texts without a parser.

The bodies stand one after the other in one buffer. Every ``<`` and ``>`` in it is the edge of a
tag; the tags become symbols, and each message is one word. What cannot be cut or does not
belong to the language is set aside for lxml: the stack itself refuses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ingest.ijw.omslag import Omslag
from ingest.ijw.taal import ONBEKEND, Taal

Plaatsen = npt.NDArray[np.int64]
"""Numbers of tags in the stack, in order."""
_KLEINER, _GROTER, _NIEUWE_REGEL, _SPATIE = b"<>\n "
# libxml2 reads no longer text without being told to.
LANGSTE_TEKST = 10_000_000
_WIT = np.frombuffer(b"\t\r\n", np.uint8)


@dataclass(frozen=True)
class Stapel:
    """The messages that belong to the language, cut up.

    Tag ``i`` is followed by text ``i``. ``eerste_tag`` has the number of the first tag of each
    message and one more: where the last one ends. ``nummers`` says which of the messages given
    these are.
    """

    taal: Taal
    nummers: npt.NDArray[np.int64]
    inhoud: bytes
    stukken: pa.StringArray
    symbolen: npt.NDArray[np.uint8]
    tag_begin: npt.NDArray[np.int64]
    eerste_tag: Plaatsen

    @property
    def aantal_berichten(self) -> int:
        """Number of messages."""
        return len(self.nummers)

    @cached_property
    def is_sluitend(self) -> npt.NDArray[np.bool_]:
        """Per tag whether it closes an element: those symbols are even."""
        return self.symbolen % 2 == 0

    @cached_property
    def diepte(self) -> npt.NDArray[np.int64]:
        """Per opening tag how many elements stand around it, the root included."""
        stap = np.where(self.is_sluitend, -1, 1)
        return np.asarray(np.cumsum(stap) + np.repeat(self._roots, np.diff(self.eerste_tag)))

    @cached_property
    def regeleinden(self) -> npt.NDArray[np.int64]:
        """Where the lines of the buffer end."""
        return np.flatnonzero(np.frombuffer(self.inhoud, np.uint8) == _NIEUWE_REGEL)

    @cached_property
    def _roots(self) -> npt.NDArray[np.int64]:
        # Every body lacks the opening tag of its root but has the closing one.
        return np.arange(self.aantal_berichten)

    def teksten(self, tags: Plaatsen) -> pa.StringArray:
        """Return the text that follows each of these tags, as it stands in the message."""
        return self.stukken.take(pa.array(2 * tags + 1))

    def bericht_van(self, tags: Plaatsen) -> npt.NDArray[np.int64]:
        """Return in which message of the stack each of these tags stands."""
        return np.searchsorted(self.eerste_tag, tags, side="right") - 1


def stack_berichten(
    taal: Taal, inhouden: Sequence[bytes], omslagen: Sequence[Omslag]
) -> tuple[Stapel, list[int]]:
    """Return the stack, and the numbers of the messages that are not in it.

    Args:
        taal: the language of all these messages.
        inhouden: the messages.
        omslagen: what begins them; all with the same prefixes.
    """
    tags = taal.tags(omslagen[0].bericht_prefix, omslagen[0].basis_prefix)
    nummers = np.arange(len(inhouden))
    while True:
        gekozen = [(inhouden[nummer], omslagen[nummer].begin) for nummer in nummers.tolist()]
        stapel, is_goed = _cut(taal, tags, nummers, gekozen)
        if is_goed.all():
            goed = set(nummers.tolist())
            return stapel, [nummer for nummer in range(len(inhouden)) if nummer not in goed]
        nummers = nummers[is_goed]


def _cut(
    taal: Taal,
    tags: dict[bytes, int],
    nummers: npt.NDArray[np.int64],
    gekozen: Sequence[tuple[bytes, int]],
) -> tuple[Stapel, npt.NDArray[np.bool_]]:
    """Return the stack of these messages, and per message whether it may stay in it."""
    inhoud = b"".join(memoryview(bericht)[begin:] for bericht, begin in gekozen)
    lengten = [len(bericht) - begin for bericht, begin in gekozen]
    begin_bericht = np.concatenate(([0], np.cumsum(lengten, dtype=np.int64))).astype(np.int64)
    tekens = np.frombuffer(inhoud, np.uint8)
    randen, eerste_rand, is_goed = _find_randen(tekens, begin_bericht)
    is_goed &= _has_only_allowed_tekens(tekens, begin_bericht)
    if not is_goed.all():
        return _empty(taal), is_goed
    grenzen = np.append(randen, len(inhoud)).astype(np.int32)
    grenzen[1::2] += 1
    grenzen[-1] = len(inhoud)
    stukken = pa.StringArray.from_buffers(
        len(grenzen) - 1, pa.py_buffer(grenzen), pa.py_buffer(inhoud)
    )
    symbolen = _to_symbolen(tags, stukken)
    stapel = Stapel(
        taal, nummers, inhoud, stukken, symbolen, randen[0::2], (eerste_rand // 2).astype(np.int64)
    )
    return stapel, _match_words(stapel) & _has_only_white_space(stapel)


def _find_randen(
    tekens: npt.NDArray[np.uint8], begin_bericht: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return where every ``<`` and ``>`` is, the first of each message, and who alternates."""
    randen = np.flatnonzero((tekens == _KLEINER) | (tekens == _GROTER))
    eerste_rand = np.searchsorted(randen, begin_bericht)
    opent = tekens[randen] == _KLEINER
    if len(randen) % 2 == 0 and opent[0::2].all() and not opent[1::2].any():
        return randen, eerste_rand, (np.diff(eerste_rand) > 0) & (eerste_rand[:-1] % 2 == 0)
    is_goed = [
        bool(len(eigen)) and len(eigen) % 2 == 0 and eigen[0::2].all() and not eigen[1::2].any()
        for eigen in np.split(opent, eerste_rand[1:-1])
    ]
    return randen, eerste_rand, np.array(is_goed, bool)


def _has_only_allowed_tekens(
    tekens: npt.NDArray[np.uint8], begin_bericht: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Return per message whether its only control characters are white space."""
    is_goed = np.ones(len(begin_bericht) - 1, bool)
    besturing = np.flatnonzero(tekens < _SPATIE)
    anders = besturing[~np.isin(tekens[besturing], _WIT)]
    is_goed[np.searchsorted(begin_bericht, anders, side="right") - 1] = False
    return is_goed


def _to_symbolen(tags: dict[bytes, int], stukken: pa.StringArray) -> npt.NDArray[np.uint8]:
    geschreven = stukken.take(pa.array(np.arange(0, len(stukken), 2))).dictionary_encode()
    symbool = np.array(
        [tags.get(tag.encode(), ONBEKEND) for tag in geschreven.dictionary.to_pylist()], np.uint8
    )
    return symbool[geschreven.indices.to_numpy(zero_copy_only=False)]


def _match_words(stapel: Stapel) -> npt.NDArray[np.bool_]:
    woorden, zin = stapel.symbolen.tobytes(), stapel.taal.zin
    grenzen = stapel.eerste_tag.tolist()
    passen = [zin.fullmatch(woorden, begin, eind) is not None for begin, eind in pairwise(grenzen)]
    return np.array(passen, bool)


def _has_only_white_space(stapel: Stapel) -> npt.NDArray[np.bool_]:
    """Return per message whether all text outside the leaves is white space.

    A text that libxml2 refuses for its length is left to libxml2.
    """
    met_tekst = np.zeros(256, bool)
    met_tekst[[knoop.opent for knoop in stapel.taal.knopen.values() if knoop.enkelvoudig]] = True
    lengten = np.diff(np.frombuffer(stapel.stukken.buffers()[1], np.int32))[1::2]
    te_lang = np.flatnonzero(lengten > LANGSTE_TEKST)
    tussen = np.flatnonzero(~met_tekst[stapel.symbolen] & (lengten > 0))
    is_goed = np.ones(stapel.aantal_berichten, bool)
    if len(tussen):
        gevonden = stapel.teksten(tussen).dictionary_encode()
        is_wit = np.array([not tekst.strip(" \t\r\n") for tekst in gevonden.dictionary.to_pylist()])
        anders = tussen[~is_wit[gevonden.indices.to_numpy(zero_copy_only=False)]]
        is_goed[stapel.bericht_van(anders)] = False
    is_goed[stapel.bericht_van(te_lang)] = False
    return is_goed


def _empty(taal: Taal) -> Stapel:
    geen = np.zeros(0, np.int64)
    leeg = pa.array([], pa.string())
    return Stapel(taal, geen, b"", leeg, geen.astype(np.uint8), geen, np.zeros(1, np.int64))
