"""What an estimate rests on: cost and care, by the day on which they became known."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from raming.instelling import Instelling

Getallen = NDArray[np.int64]
Reeks = NDArray[np.float64]


@dataclass(frozen=True)
class Eenheden:
    """The units of the estimate: one gemeente, aanbieder and product; all are numbers from 0.

    ``zorg`` is the gemeente × aanbieder × zorgvorm whose days in care carry the product, ``partij``
    the gemeente × aanbieder that one claim is about, ``levering`` the aanbieder × product, ``cel``
    the gemeente × zorgvorm.
    ``is_per_dag``: paid per day; other care costs the same in a short and a long month.
    """

    zorg: Getallen
    partij: Getallen
    levering: Getallen
    product: Getallen
    cel: Getallen
    zorgvorm: Getallen
    is_per_dag: NDArray[np.bool_]


@dataclass(frozen=True)
class Mutaties:
    """Changes of known cost. A month is the number of months since the year 0, a day a date."""

    eenheid: Getallen
    maand: Getallen
    dag: NDArray[np.datetime64]
    eurocent: Getallen
    regels: Getallen


@dataclass(frozen=True)
class Zorgdagen:
    """Changes of the known days in care of a ``zorg`` in a month."""

    zorg: Getallen
    maand: Getallen
    dag: NDArray[np.datetime64]
    dagen: Getallen


@dataclass(frozen=True)
class Invoer:
    """Everything together. ``prijs`` is the agreed price per eenheid (row) and year since
    ``eerste_jaar`` (column), 1 where none was agreed."""

    eenheden: Eenheden
    mutaties: Mutaties
    zorgdagen: Zorgdagen
    prijs: Reeks
    eerste_jaar: int


@dataclass(frozen=True)
class Driehoek:
    """Cumulative cost and care at one stand: (unit, care month, months of development).

    ``prijs`` weighs a day in care. ``is_gedeclareerd``: the partij has claimed something of that
    month by then. ``afgehaald``: (care month, development) what credits and refusals took off. The
    last month is that of the stand. A development month ends on the day of the month of the
    stand, so that every month of it is a whole one, also when the stand is halfway a month.
    """

    eenheden: Eenheden
    eerste_maand: int
    kosten: Reeks
    dagen: Reeks
    prijs: Reeks
    regel_eurocent: Reeks
    is_gedeclareerd: NDArray[np.bool_]
    afgehaald: Reeks

    @property
    def aantal_maanden(self) -> int:
        """Care months, that of the stand included."""
        return int(self.kosten.shape[1])

    @property
    def aantal_ontwikkeling(self) -> int:
        """Months of development, the care month itself included."""
        return int(self.kosten.shape[2])

    @property
    def leeftijd(self) -> Getallen:
        """Months of development that each care month has had, at most the last one."""
        terug = np.arange(self.aantal_maanden)[::-1]
        return np.minimum(terug, self.aantal_ontwikkeling - 1)

    def bekend(self, reeks: Reeks) -> Reeks:
        """Return the latest diagonal: what is known at the stand, per unit and month."""
        return np.ascontiguousarray(reeks[:, np.arange(self.aantal_maanden), self.leeftijd])


def neem(reeks: Reeks, nummers: Getallen, as_nummer: int) -> Reeks:
    """Return the slices with these numbers, row by row in memory: what follows is then faster."""
    return np.take(reeks, nummers, axis=as_nummer)


def maak_driehoek(invoer: Invoer, stand: np.datetime64, instelling: Instelling) -> Driehoek:
    """Return what was known at ``stand``; later changes and older care months are left out."""
    standmaand = to_maand(stand)
    vanaf = standmaand - 2 * instelling.venster_maanden
    mutaties = _kies(invoer.mutaties, vanaf, stand)
    zorgdagen = _kies(invoer.zorgdagen, vanaf, stand)
    eerste = int(
        min((d.maand.min() for d in (mutaties, zorgdagen) if d.maand.size), default=standmaand)
    )
    aantal = standmaand - eerste + 1
    ontwikkeling = _ontwikkeling(mutaties.maand, mutaties.dag, stand)
    # after the last month of development in which any cost changed nothing comes
    laatste = int(ontwikkeling.max(initial=0))
    vorm = (aantal, min(aantal, instelling.maximum_ontwikkeling + 1, laatste + 2))
    maand = mutaties.maand - eerste
    kosten = _stapel(
        (mutaties.eenheid, maand, ontwikkeling),
        mutaties.eurocent,
        (len(invoer.eenheden.zorg), *vorm),
    )
    aantal_zorg = int(invoer.eenheden.zorg.max(initial=-1)) + 1
    dagen = _stapel(
        (
            zorgdagen.zorg,
            zorgdagen.maand - eerste,
            _ontwikkeling(zorgdagen.maand, zorgdagen.dag, stand),
        ),
        zorgdagen.dagen,
        (aantal_zorg, *vorm),
    )
    per_partij = np.zeros((int(invoer.eenheden.partij.max(initial=-1)) + 1, *vorm))
    np.add.at(per_partij, invoer.eenheden.partij, kosten)
    return Driehoek(
        invoer.eenheden,
        eerste,
        kosten,
        dagen,
        _compute_prijs(invoer, eerste + np.arange(aantal)),
        _compute_regel_eurocent(invoer.eenheden, mutaties),
        (per_partij > 0)[invoer.eenheden.partij],
        _stapel(
            (np.zeros_like(maand), maand, ontwikkeling),
            np.maximum(-mutaties.eurocent, 0),
            (1, *vorm),
        )[0],
    )


def _compute_prijs(invoer: Invoer, maanden: Getallen) -> Reeks:
    """Return the agreed price of a day in each month; by the month where care goes by the month."""
    jaar = np.clip(maanden // 12 - invoer.eerste_jaar, 0, invoer.prijs.shape[1] - 1)
    begin = (maanden - 1970 * 12).astype("datetime64[M]")
    lengte = ((begin + 1).astype("datetime64[D]") - begin.astype("datetime64[D]")).astype(int)
    deel = np.where(invoer.eenheden.is_per_dag[:, None], 1.0, (365.25 / 12) / lengte)
    return invoer.prijs[:, jaar] * deel


def to_maand(dag: np.datetime64) -> int:
    """Return the number of the month of a day."""
    return int(dag.astype("datetime64[M]").astype(int)) + 1970 * 12


def _kies(veranderingen: Any, vanaf: int, stand: np.datetime64) -> Any:
    """Return what was known at the stand, of the care months that tell something."""
    bekend = (veranderingen.dag <= stand) & (veranderingen.maand <= to_maand(stand))
    bekend &= veranderingen.maand > vanaf
    delen = {f.name: getattr(veranderingen, f.name)[bekend] for f in fields(veranderingen)}
    return type(veranderingen)(**delen)


def _ontwikkeling(maand: Getallen, dag: NDArray[np.datetime64], stand: np.datetime64) -> Getallen:
    """Return the month of development; the day after the day of the stand begins a new one."""
    is_maandeinde = (stand + 1).astype("datetime64[M]") != stand.astype("datetime64[M]")
    laatste = 31 if is_maandeinde else _dag_van_maand(stand) + 1
    bekend = dag.astype("datetime64[M]").astype(np.int64) + 1970 * 12
    bekend_maand = bekend + (_dag_van_maand(dag) >= laatste)
    return np.maximum(bekend_maand - maand, 0)


def _dag_van_maand(dag: Any) -> Any:
    """Return how many days after the first of its month a day is."""
    return (dag - dag.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)


def _stapel(
    plaats: tuple[Getallen, Getallen, Getallen], waarde: Getallen, vorm: tuple[int, int, int]
) -> Reeks:
    """Return the cumulative sums over the months of development.

    Args:
        plaats: row, care month and month of development of each value; what comes after the last
            month of development counts in it.
        waarde: the values.
        vorm: rows, care months and months of development of the outcome.
    """
    rij, maand, ontwikkeling = plaats
    cel = np.ravel_multi_index((rij, maand, np.minimum(ontwikkeling, vorm[2] - 1)), vorm)
    som = np.bincount(cel, waarde, minlength=int(np.prod(vorm)))
    return som.reshape(vorm).cumsum(axis=2)


def _compute_regel_eurocent(eenheden: Eenheden, mutaties: Mutaties) -> Reeks:
    """Return the mean amount of a line per product, that of all where a product has none."""
    aantal = int(eenheden.product.max(initial=-1)) + 1
    product = eenheden.product[mutaties.eenheid]
    regels = np.bincount(product, np.abs(mutaties.regels), aantal)
    bedrag = np.bincount(product, np.abs(mutaties.eurocent), aantal)
    alles = bedrag.sum() / max(regels.sum(), 1)
    return np.where(regels > 0, bedrag / np.maximum(regels, 1), alles)
