"""Messages by the stack: prove, flatten and check them; each is refused or taken over whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from ingest.extra_schemas import ExtraSchemas
from ingest.ijw.kop import Kop
from ingest.ijw.lakerijen import to_lake_tabellen
from ingest.ijw.melding import MAXIMUM_PER_REGEL, Melding, tell_weggelaten
from ingest.ijw.omslag import Omslag, read_omslag
from ingest.ijw.oordeel import judge_bericht
from ingest.ijw.paden import Paden
from ingest.ijw.plaats import Plaats, to_regel_nummer
from ingest.ijw.regels import Overtreding, iter_overtredingen
from ingest.ijw.soort import Soort
from ingest.ijw.stapel import stack_berichten
from ingest.ijw.taal import read_taal
from ingest.ijw.veilig import has_byte_order_mark
from ingest.ijw.vindplaats import Vindplaats, iter_op_pad, iter_vindplaatsen
from ingest.ijw.vlakken import Vlakken

_BYTE_ORDER_MARK, _NIET_TE_VERWERKEN = "B015", "B016"
_VEEL_GROEPEN, _KLEINE_GROEP = 50, 5
Groep = tuple[Soort, bytes, bytes]


@dataclass(frozen=True)
class Bericht:
    """One message as received: its bytes, their SHA-256 and the day of receipt."""

    inhoud: bytes
    bericht_sleutel: str
    ontvangst_datum: date


@dataclass
class Berichtresultaat:
    """What one message gave: its header, its findings and whether it was taken over."""

    kop: Kop
    aantal_regels: int
    is_aanvaard: bool
    meldingen: list[Melding] = field(default_factory=list)


@dataclass(frozen=True)
class _Gewoon:
    """A message in plain form, its own or written out by us after libxml2 approved it."""

    nummer: int
    inhoud: bytes
    omslag: Omslag
    is_uitgeschreven: bool


class Lezing:
    """Reads messages together; the outcome stands per message, the rows per lake table."""

    def __init__(
        self, berichten: Sequence[Bericht], sleutel: bytes, extra_schemas: ExtraSchemas
    ) -> None:
        """Keep the messages.

        Args:
            berichten: messages of any kind.
            sleutel: the secret behind ``client_sleutel``.
            extra_schemas: official schemas that must approve too; empty for none.
        """
        self._berichten = berichten
        self._sleutel = sleutel
        self._extra_schemas = extra_schemas
        self._onverwerkbaar: dict[int, Plaats] = {}
        self.resultaten: dict[int, Berichtresultaat] = {}
        self.tabellen: dict[str, list[pa.Table]] = {}

    def read(self) -> None:
        """Fill ``resultaten`` (by the number of the message) and ``tabellen``."""
        kandidaten = [self._recognise(nummer) for nummer in range(len(self._berichten))]
        anders = [nummer for nummer, gewoon in enumerate(kandidaten) if gewoon is None]
        anders += self._read_gewoon(gewoon for gewoon in kandidaten if gewoon is not None)
        uitgeschreven = [gewoon for nummer in anders for gewoon in self._judge(nummer)]
        for nummer in self._read_gewoon(uitgeschreven):
            self._refuse_waarde(nummer)

    def _recognise(self, nummer: int) -> _Gewoon | None:
        inhoud = self._berichten[nummer].inhoud
        omslag = read_omslag(inhoud)
        if omslag is None or (omslag.soort.release, omslag.soort.bericht) in self._extra_schemas:
            return None
        return _Gewoon(nummer, inhoud, omslag, is_uitgeschreven=False)

    def _judge(self, nummer: int) -> Iterable[_Gewoon]:
        """Yield the message in plain form when libxml2 approves it, otherwise keep its findings."""
        oordeel = judge_bericht(self._berichten[nummer].inhoud, self._extra_schemas)
        self.resultaten[nummer] = Berichtresultaat(
            oordeel.kop, oordeel.aantal_regels, is_aanvaard=False, meldingen=oordeel.meldingen
        )
        omslag = oordeel.gewoon and read_omslag(oordeel.gewoon)
        if oordeel.gewoon and omslag:
            yield _Gewoon(nummer, oordeel.gewoon, omslag, is_uitgeschreven=True)
        elif oordeel.gewoon:
            self._refuse_waarde(nummer)

    def _refuse_waarde(self, nummer: int) -> None:
        plaats = self._onverwerkbaar.get(nummer, Plaats())
        self.resultaten[nummer].meldingen = [Melding(_NIET_TE_VERWERKEN, plaats)]

    def _read_gewoon(self, berichten: Iterable[_Gewoon]) -> list[int]:
        """Read messages that look plain; return the numbers of those that are not."""
        groepen: dict[Groep, list[_Gewoon]] = {}
        for bericht in berichten:
            omslag = bericht.omslag
            groep = (omslag.soort, omslag.bericht_prefix, omslag.basis_prefix)
            groepen.setdefault(groep, []).append(bericht)
        anders: list[int] = []
        for berichten_van_groep in groepen.values():
            if len(groepen) > _VEEL_GROEPEN and len(berichten_van_groep) < _KLEINE_GROEP:
                # Each sender its own prefixes: libxml2 is quicker than a stack for a few, and
                # what it approves is written out with the same prefixes.
                anders += [bericht.nummer for bericht in berichten_van_groep]
            else:
                anders += self._read_groep(berichten_van_groep)
        return anders

    def _read_groep(self, groep: list[_Gewoon]) -> list[int]:
        taal, anders = read_taal(groep[0].omslag.soort), []
        while groep:
            stapel, uit = stack_berichten(
                taal, [bericht.inhoud for bericht in groep], [bericht.omslag for bericht in groep]
            )
            paden = Paden(stapel)
            is_goed = paden.check_waarden()
            slecht = {*uit, *stapel.nummers[~is_goed].tolist()}
            anders += [groep[plaats].nummer for plaats in slecht]
            self._remember_onverwerkbaar(paden, [groep[nummer] for nummer in stapel.nummers])
            if is_goed.all():
                self._read_stapel(paden, [groep[nummer] for nummer in stapel.nummers])
                break
            groep = [bericht for plaats, bericht in enumerate(groep) if plaats not in slecht]
        return anders

    def _remember_onverwerkbaar(self, paden: Paden, groep: list[_Gewoon]) -> None:
        """Remember where a value is that no date or number can hold, although XSD allows it."""
        for pad, tags in paden.niet_gewoon:
            for plek in iter_op_pad(paden, pad, tags):
                gewoon = groep[plek.bericht_nummer]
                if gewoon.is_uitgeschreven:
                    self._onverwerkbaar.setdefault(gewoon.nummer, _to_plaats(plek, gewoon))

    def _read_stapel(self, paden: Paden, groep: list[_Gewoon]) -> None:
        if not groep:
            return
        berichten = [self._berichten[gewoon.nummer] for gewoon in groep]
        datums = pa.array([bericht.ontvangst_datum for bericht in berichten], pa.date32())
        vlakken = Vlakken(paden, datums)
        meldingen = _list_meldingen(vlakken, groep)
        is_aanvaard = np.array([not any(m.is_fout for m in eigen) for eigen in meldingen], bool)
        sleutels = pa.array([bericht.bericht_sleutel for bericht in berichten], pa.string())
        for naam, table in to_lake_tabellen(vlakken, sleutels, is_aanvaard, self._sleutel).items():
            self.tabellen.setdefault(naam, []).append(table)
        koppen, aantallen = vlakken.header.to_pylist(), vlakken.aantal_regels.tolist()
        for plaats, gewoon in enumerate(groep):
            # Of the message as received: what we write out ourselves has no mark.
            if has_byte_order_mark(berichten[plaats].inhoud):
                meldingen[plaats].append(Melding(_BYTE_ORDER_MARK, Plaats(1)))
            self.resultaten[gewoon.nummer] = Berichtresultaat(
                Kop(bericht=vlakken.soort.bericht, **koppen[plaats]),
                aantallen[plaats],
                bool(is_aanvaard[plaats]),
                meldingen[plaats],
            )


def _list_meldingen(vlakken: Vlakken, groep: list[_Gewoon]) -> list[list[Melding]]:
    """Return per message the rules that it breaks, in the order of the rules."""
    meldingen: list[list[Melding]] = [[] for _ in groep]
    for regel_code, overtreding in iter_overtredingen(vlakken):
        per_bericht = _locate(vlakken, overtreding, regel_code, groep)
        for plaats, eigen in per_bericht.items():
            meldingen[plaats] += tell_weggelaten(
                eigen[:MAXIMUM_PER_REGEL], max(0, len(eigen) - MAXIMUM_PER_REGEL)
            )
    return meldingen


def _locate(
    vlakken: Vlakken, overtreding: Overtreding, regel_code: str, groep: list[_Gewoon]
) -> dict[int, list[Melding]]:
    gevonden: dict[int, list[Melding]] = {}
    tabel = vlakken[overtreding.tabel]
    for plek in iter_vindplaatsen(vlakken.paden, tabel, overtreding.rijen, overtreding.kolom):
        plaats = _to_plaats(plek, groep[plek.bericht_nummer])
        gevonden.setdefault(plek.bericht_nummer, []).append(
            Melding(regel_code, plaats, overtreding.toelichting)
        )
    return gevonden


def _to_plaats(plek: Vindplaats, bericht: _Gewoon) -> Plaats:
    regel = plek.regel + bericht.omslag.aantal_regels + 1
    # Written out after libxml2 read it: then the highest line number of libxml2 holds.
    regel_nummer = to_regel_nummer(regel) if bericht.is_uitgeschreven else regel
    return Plaats(regel_nummer, plek.xpath, plek.element)
