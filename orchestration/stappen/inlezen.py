"""Inlezen: bring the lake up to date with the archive, bron by bron and month by month."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.inlezen import Inleesresultaat, read_maand
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home
from orchestration.schijf import meld_volle_schijf
from orchestration.sleutels import read_sleutels
from orchestration.slot import hold_slot
from orchestration.stappen.lake_controle import has_beschadigd_origineel
from orchestration.stappen.lake_stand import compute_stand, is_actueel, write_stand
from orchestration.stappen.officiele_schemas import open_schemas
from orchestration.stappen.ontvangst import open_archief
from orchestration.stappen.verschil import Verschil, compare_momentopnamen, take_momentopname
from orchestration.voortgang import Voortgang, ignore_voortgang


@dataclass
class Inlezing:
    """What reading a bron gave, per ontvangstmaand; months that were up to date are left out."""

    bron: str
    maanden: dict[str, Inleesresultaat] = field(default_factory=dict)
    verschillen: dict[str, Verschil] = field(default_factory=dict)
    ongewijzigd: list[str] = field(default_factory=list)

    @property
    def aantal_geweigerd(self) -> int:
        """Rows that went to quarantine."""
        return sum(maand.aantal_rijen_geweigerd for maand in self.maanden.values())

    @property
    def aantal_aanvaard(self) -> int:
        """Rows that were taken over."""
        return sum(maand.aantal_rijen_aanvaard for maand in self.maanden.values())


def read_maanden(
    home: Home,
    bron: str,
    maanden: Iterable[str],
    alleen_verouderd: bool = True,
    voortgang: Voortgang = ignore_voortgang,
) -> Inlezing:
    """Read the given months of a bron from the archive into the lake.

    Args:
        home: where archive and lake stand.
        bron: one of ``schemas.lake.BRONNEN``.
        maanden: ontvangstmaanden as JJJJ-MM.
        alleen_verouderd: leave out months whose originals, code and key are unchanged.
        voortgang: told after each month.

    Raises:
        RegiobeeldFout: an original in the archive does not open any more, the disk is full, or the
            folder with official schemas cannot be used.
    """
    with hold_slot(home, wacht_seconden=600), meld_volle_schijf(home.map):
        archief, sleutel = open_archief(home), read_sleutels(home).pseudoniem
        schemas = open_schemas(home.instellingen)
        resultaat, alle = Inlezing(bron), sorted(set(maanden))
        beschadigd: list[str] = []
        for nummer, maand in enumerate(alle, start=1):
            if alleen_verouderd and is_actueel(home, bron, maand, sleutel):
                resultaat.ongewijzigd.append(maand)
            elif _heeft_iets(home, bron, maand):
                # Taken before reading: what arrives meanwhile makes the month old again.
                kenmerk = compute_stand(home, bron, maand, sleutel)
                voor = take_momentopname(home.lake, bron, maand)
                gelezen = read_maand(
                    archief,
                    home.lake,
                    home.quarantaine,
                    bron,
                    maand,
                    sleutel,
                    extra_schemas=schemas,
                )
                na = take_momentopname(home.lake, bron, maand)
                resultaat.maanden[maand] = gelezen
                resultaat.verschillen[maand] = compare_momentopnamen(bron, maand, voor, na)
                if has_beschadigd_origineel(home, bron, maand):
                    beschadigd.append(maand)  # without a stand: read again when it is mended
                else:
                    write_stand(home, bron, maand, kenmerk, gelezen.rijen)
            voortgang(f"Inlezen {bron}", nummer, len(alle))
    if beschadigd:
        raise RegiobeeldFout(
            f"In het archief van {bron} openen originelen niet meer: {', '.join(beschadigd)}. "
            "Zonder die bestanden kloppen de cijfers niet.",
            "Zet de reservekopie van archief/ terug, of lever de bestanden opnieuw aan in de inbox "
            "(zie quarantaine/); daarna: regiobeeld run",
        )
    return resultaat


def _heeft_iets(home: Home, bron: str, maand: str) -> bool:
    """Return whether there are originals, or a lake that must be emptied of them."""
    return any((home.archief / bron / maand).glob("*.json")) or any(
        (home.lake / bron).glob(f"*/{maand}.parquet")
    )
