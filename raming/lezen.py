"""Reads the input of the estimate from the relations of the warehouse."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from raming.instelling import Instelling
from raming.invoer import Eenheden, Getallen, Invoer, Mutaties, Zorgdagen


@dataclass(frozen=True)
class Groep:
    """A published level: which cellen (gemeente × zorgvorm) it takes together."""

    gebied_code: str
    zorgvorm_groep: str
    cellen: Getallen


def read_instelling(relatie: Any) -> Instelling:
    """Return the settings from the seed."""
    rijen = dict(relatie.project("instelling, waarde").fetchall())
    rijen["afname"] = rijen.pop("afname_procent") / 100
    return Instelling(**rijen)


def read_stand(relatie: Any) -> np.datetime64 | None:
    """Return the day up to which things are known; None when nothing is known."""
    ((peildatum,),) = relatie.project("peildatum").fetchall()
    return None if peildatum is None else np.datetime64(peildatum, "D")


def read_invoer(eenheid: Any, mutatie: Any, zorg: Any, prijs: Any) -> Invoer:
    """Return the input of the estimate from its four tables."""
    rijen = eenheid.order("eenheid_nummer").fetchnumpy()
    mutaties, zorgdagen, prijzen = mutatie.fetchnumpy(), zorg.fetchnumpy(), prijs.fetchnumpy()
    jaren = prijzen["jaar"]
    eerste = int(min(jaren, default=2015))
    tarief = np.ones((len(rijen["eenheid_nummer"]), int(max(jaren, default=eerste)) - eerste + 1))
    tarief[_getallen(prijzen["eenheid_nummer"]), jaren - eerste] = prijzen["tarief_eurocent"]
    return Invoer(
        Eenheden(
            _getallen(rijen["zorg_nummer"]),
            _getallen(rijen["partij_nummer"]),
            _getallen(rijen["levering_nummer"]),
            _getallen(rijen["product_nummer"]),
            _getallen(rijen["cel_nummer"]),
            _getallen(rijen["zorgvorm_nummer"]),
            np.asarray(rijen["is_per_dag"], dtype=bool),
        ),
        Mutaties(
            _getallen(mutaties["eenheid_nummer"]),
            _maanden(mutaties["zorgmaand"]),
            _dagen(mutaties["mutatie_datum"]),
            _getallen(mutaties["eurocent"]),
            _getallen(mutaties["aantal_regels"]),
        ),
        Zorgdagen(
            _getallen(zorgdagen["zorg_nummer"]),
            _maanden(zorgdagen["zorgmaand"]),
            _dagen(zorgdagen["mutatie_datum"]),
            _getallen(zorgdagen["dagen"]),
        ),
        tarief,
        eerste,
    )


def read_groepen(eenheid: Any, gebied: Any, zorgvorm: Any) -> list[Groep]:
    """Return every published level that has cellen, in order."""
    cellen = eenheid.project("gemeente_code, zorgvorm, cel_nummer").distinct().fetchall()
    gebieden = gebied.project("gebied_code, gemeente_code").fetchall()
    groepen = zorgvorm.project("zorgvorm_groep, zorgvorm").fetchall()
    per_groep: dict[tuple[str, str], list[int]] = {}
    for gemeente_code, zorgvorm_code, cel in cellen:
        for gebied_code in [g for g, code in gebieden if code == gemeente_code]:
            for groep in [g for g, code in groepen if code == zorgvorm_code]:
                per_groep.setdefault((gebied_code, groep), []).append(cel)
    return [
        Groep(*sleutel, np.array(sorted(nummers))) for sleutel, nummers in sorted(per_groep.items())
    ]


def _getallen(kolom: NDArray[Any]) -> Getallen:
    return np.asarray(kolom).astype(np.int64)


def _dagen(kolom: NDArray[Any]) -> NDArray[np.datetime64]:
    return np.asarray(kolom).astype("datetime64[D]")


def _maanden(kolom: NDArray[Any]) -> Getallen:
    return np.asarray(kolom).astype("datetime64[M]").astype(np.int64) + 1970 * 12
