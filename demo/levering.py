"""What was really delivered: the agreed volume and the volume per month of every need."""

from datetime import date
from random import Random

from demo.catalogus import compute_tarief
from demo.kalender import aantal_iso_weken, iter_maanden, laatste_dag
from demo.levens import Zorg


def lever(rng: Random, zorg: Zorg, tot: date) -> None:
    """Fill ``omvang`` and ``leveringen`` of a need with what was agreed and delivered.

    ``omvang`` is in the unit and frequency of the 301 (eurocent for a budget). ``leveringen`` maps
    a month to (categorie, code, volume) in the claimed unit, never more than was agreed (IV077,
    IV078). Care runs to ``tot`` at most when it does not end.
    """
    product = zorg.product
    intensiteit = min(2.2, max(0.35, rng.lognormvariate(-0.08, 0.4)))
    maand_volume = product.maand_eurocent * intensiteit / _prijs(zorg)
    per_maand = _verdeel(rng, zorg, maand_volume, tot)
    zorg.leveringen = {
        maand: regels
        for maand, volume in per_maand.items()
        if (regels := _splits(rng, zorg, volume)) and volume > 0
    }
    zorg.omvang = _spreek_af(zorg, maand_volume, sum(per_maand.values()))


def _prijs(zorg: Zorg) -> float:
    """Eurocent per claimed unit, at the tariff of the first year."""
    _categorie, code = zorg.product.declaratie_producten[0]
    if zorg.product.declaratie_eenheid == "83":
        return 1.0
    tarief = compute_tarief(zorg.aanbieder, code, zorg.begin.year)
    return tarief / 60 if zorg.product.is_in_minuten else float(tarief)


def _dagen_per_maand(zorg: Zorg, tot: date) -> dict[date, int]:
    """Days of care per month over all segments."""
    dagen: dict[date, int] = {}
    for segment in zorg.segmenten:
        einde = min(segment.laatste_dag or tot, tot)
        for maand in iter_maanden(segment.begin, einde):
            van, tm = max(maand, segment.begin), min(laatste_dag(maand), einde)
            if tm >= van:
                dagen[maand] = dagen.get(maand, 0) + (tm - van).days + 1
    return dagen


def _verdeel(rng: Random, zorg: Zorg, maand_volume: float, tot: date) -> dict[date, int]:
    product = zorg.product
    dagen = _dagen_per_maand(zorg, tot)
    if not dagen:
        return {}
    if product.is_voltijd:
        return {maand: max(1, int(n * rng.uniform(0.96, 1.0))) for maand, n in dagen.items()}
    if product.zorgvorm == "multidisciplinair":  # a trajectory: one line at its end (IV089)
        return {max(dagen): int(maand_volume * product.duur_maanden)}
    if product.eenheid == "82":  # one piece for intake and advice, one for the result
        return {min(dagen): 1} | ({max(dagen): 1} if len(dagen) > 1 else {})
    volumes: dict[date, int] = {}
    for maand, n in dagen.items():
        deel = n / laatste_dag(maand).day
        if product.is_jb_jr:
            volumes[maand] = max(1, int(maand_volume * deel))
        elif rng.random() < 0.03:
            volumes[maand] = max(1, int(maand_volume * deel * 0.1))  # hardly an appointment
        elif product.frequentie == "2":
            weken = aantal_iso_weken(maand, laatste_dag(maand)) - 2
            maximum = _per_week(maand_volume) * max(1, min(weken, n // 7))
            volumes[maand] = max(1, min(maximum, int(maand_volume * deel * rng.uniform(0.7, 1.1))))
        else:
            volumes[maand] = max(1, int(maand_volume * deel * rng.uniform(0.7, 1.1)))
    return volumes


def _per_week(maand_volume: float) -> int:
    return max(1, round(maand_volume / 4.345 / 0.8))


def _splits(rng: Random, zorg: Zorg, volume: int) -> list[tuple[str, str, int]]:
    """Return the claim lines of a month: more than one only for an aspecifieke toewijzing."""
    producten = zorg.product.declaratie_producten
    if volume <= 0:
        return []
    if len(producten) == 1:
        return [(*producten[0], volume)]
    eerste = int(volume * rng.uniform(0.3, 0.8))
    return [
        (*product, deel)
        for product, deel in zip(producten, (eerste, volume - eerste), strict=True)
        if deel > 0
    ]


def _spreek_af(zorg: Zorg, maand_volume: float, totaal: int) -> int:
    """Return the agreed volume in the unit and frequency of the 301."""
    product = zorg.product
    if product.heeft_budget:
        duur = max(totaal, round(maand_volume * product.duur_maanden))
        prijs = 1 if product.declaratie_eenheid == "83" else 1.35 * _prijs(zorg)
        return min(99_999_999, int(duur * prijs * 1.1) + 100)
    if product.is_voltijd:
        return 31
    if product.is_jb_jr:
        return int(maand_volume)
    if product.zorgvorm == "multidisciplinair":
        return max(1, int(maand_volume * product.duur_maanden))
    if product.frequentie == "2":
        return _per_week(maand_volume)
    if product.frequentie == "4":
        # Allocated in hours, claimed in minutes: bring the units together.
        return max(1, int(maand_volume / (60 if product.is_in_minuten else 1) / 0.8) + 1)
    return max(2, int(max(totaal, maand_volume * product.duur_maanden * 0.8) / 0.9) + 1)


def compute_bedrag(zorg: Zorg, code: str, maand: date, volume: int) -> tuple[int | None, int]:
    """Return tarief and amount in eurocent of a delivered volume (TR346, CS339, IV081).

    The tarief is per claimed unit; None for unit 83, where the volume is the amount.
    """
    if zorg.product.declaratie_eenheid == "83":
        return None, volume
    tarief = compute_tarief(zorg.aanbieder, code, maand.year)
    if zorg.product.is_in_minuten:
        return (2 * tarief + 60) // 120, (2 * tarief * volume + 60) // 120
    return tarief, tarief * volume
