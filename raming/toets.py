"""The back-test: the same estimate on earlier stands, against what came since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from raming.instelling import Instelling
from raming.invoer import Driehoek, Invoer, Reeks, maak_driehoek, to_maand
from raming.lezen import Groep
from raming.onzekerheid import simuleer
from raming.patroon import sommeer

STANDEN = 8  # the latest two years
RIJP_MAANDEN = 9  # months after which a care month is practically complete
MAANDEN_TERUG = 6  # care months per stand, that of the stand is 0; 6 stands for all together


@dataclass(frozen=True)
class Toets:
    """One comparison. ``bedragen``: expected, low, high, what came, what was booked then."""

    stand: np.datetime64
    gebied_code: str
    maanden_terug: int
    bedragen: tuple[float, float, float, float, float]


def toets(
    invoer: Invoer, groepen: list[Groep], stand: np.datetime64, instelling: Instelling
) -> Iterator[Toets]:
    """Yield what every earlier quarter end would have said of all zorgvormen together."""
    totalen = [groep for groep in groepen if groep.zorgvorm_groep == "totaal"]
    if not totalen:
        return
    instelling = replace(instelling, aantal_simulaties=min(200, instelling.aantal_simulaties))
    for eerder in list_toetsstanden(invoer, stand, instelling):
        driehoek = maak_driehoek(invoer, eerder, instelling)
        best, uitkomsten = simuleer(driehoek, instelling)
        verwacht = sommeer(best.nog[0], invoer.eenheden.cel)
        gekomen = compute_gekomen(invoer, driehoek, eerder, best.vanaf)
        geboekt = sommeer(driehoek.bekend(driehoek.kosten)[:, best.vanaf :], invoer.eenheden.cel)
        for groep in totalen:
            delen = (verwacht, gekomen, geboekt)
            nog, echt, boek = (deel[groep.cellen].sum(axis=0) for deel in delen)
            trekking = uitkomsten[:, groep.cellen].sum(axis=1)
            for terug in range(MAANDEN_TERUG + 1):
                kies = (
                    slice(None) if terug == MAANDEN_TERUG else slice(-1 - terug, nog.size - terug)
                )
                rand = (100 - instelling.interval_percentage) / 2
                som = trekking[:, kies].sum(axis=1)
                laag, hoog = np.percentile(som, [rand, 100 - rand])
                punt = nog[kies].sum()
                yield Toets(
                    eerder,
                    groep.gebied_code,
                    terug,
                    (
                        punt,
                        min(laag, punt),
                        max(hoog, punt),
                        echt[kies].sum(),
                        boek[kies].sum(),
                    ),
                )


def list_toetsstanden(
    invoer: Invoer, stand: np.datetime64, instelling: Instelling
) -> list[np.datetime64]:
    """Return the latest quarter ends with enough history before and time after them."""
    if not invoer.mutaties.maand.size:
        return []
    eerste = int(invoer.mutaties.maand.min()) + instelling.minimum_maanden - 1
    laatste = to_maand(stand) - RIJP_MAANDEN
    maanden = [maand for maand in range(eerste, laatste + 1) if maand % 3 == 2]
    begin = [np.datetime64(maand + 1 - 1970 * 12, "M") for maand in maanden]
    return [maand.astype("datetime64[D]") - 1 for maand in begin][-STANDEN:]


def compute_gekomen(invoer: Invoer, driehoek: Driehoek, stand: np.datetime64, vanaf: int) -> Reeks:
    """Return what came after the stand, per cel and care month from ``vanaf`` on."""
    mutaties = invoer.mutaties
    maand = mutaties.maand - driehoek.eerste_maand - vanaf
    aantal = driehoek.aantal_maanden - vanaf
    later = (mutaties.dag > stand) & (maand >= 0) & (maand < aantal)
    gekomen = np.zeros((int(invoer.eenheden.cel.max()) + 1, aantal))
    cel = invoer.eenheden.cel[mutaties.eenheid[later]]
    np.add.at(gekomen, (cel, maand[later]), mutaties.eurocent[later])
    return gekomen
