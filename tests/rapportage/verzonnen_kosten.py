"""Invented cost per month, and what is still to come of it."""

from datetime import date

from verzonnen_delen import (
    GEHEIM_BEDRAG,
    find_volledigheid,
    list_gebieden,
    list_vormen,
    make_cijfers,
    make_slot,
)

NOG_TE_VERWACHTEN_REGIO = 1_234_567


def make_kosten() -> list[dict]:
    rijen = []
    maanden = [date(jaar, maand, 1) for jaar in (2023, 2024, 2025) for maand in range(1, 13)]
    for index, maand in enumerate(maanden):
        lag = find_volledigheid(maand) / 100
        rest = (1 - lag) / lag
        for gebied, _, deel in list_gebieden():
            for vorm, _, aandeel in list_vormen():
                bedrag = round(11_400_000 * deel * aandeel * (0.93 + 0.004 * index) * lag, 2)
                in_behandeling = round(bedrag * (0.35 if lag < 1 else 0), 2)
                klein = vorm["zorgvorm"] == "jeugdzorgplus" and deel < 0.2
                verborgen = (GEHEIM_BEDRAG, "onderdrukt")
                rijen.append(
                    {"zorgmaand": maand, **gebied, **vorm}
                    | make_cijfers(
                        kosten_euro=verborgen if klein else bedrag,
                        toegekend_euro=verborgen if klein else bedrag - in_behandeling,
                        in_behandeling_euro=verborgen if klein else in_behandeling,
                        taakgericht_euro=verborgen if klein else round(bedrag * 0.06, 2),
                        nog_te_verwachten_euro=verborgen if klein else round(bedrag * rest, 2),
                        nog_te_verwachten_laag_euro=verborgen
                        if klein
                        else round(bedrag * rest * 0.8, 2),
                        nog_te_verwachten_hoog_euro=verborgen
                        if klein
                        else round(bedrag * rest * 1.2, 2),
                        verwacht_totaal_euro=verborgen if klein else round(bedrag * (1 + rest), 2),
                        declaratie_volledigheid_percentage=verborgen
                        if klein
                        else round(100 * lag, 1),
                    )
                    | make_slot(find_volledigheid(maand))
                )
    return rijen


def make_raming() -> list[dict]:
    """The last quarter still grows; of Urk it is not shown how much."""
    rijen = []
    for kwartaal, aandeel in (("2025-K3", 0), ("2025-K4", 1)):
        for gebied, _, deel in list_gebieden():
            verwacht = round(NOG_TE_VERWACHTEN_REGIO * deel * aandeel, 2)
            bedragen = {
                "kosten_euro": 34_000_000 * deel,
                "nog_te_verwachten_euro": verwacht,
                "nog_te_verwachten_laag_euro": round(verwacht * 0.5, 2),
                "nog_te_verwachten_hoog_euro": round(verwacht * 2, 2),
                "verwacht_totaal_euro": 34_000_000 * deel + verwacht,
                "declaratie_volledigheid_percentage": 96.5,
            }
            if gebied["gemeente_code"] == "0184":
                bedragen = dict.fromkeys(bedragen, (GEHEIM_BEDRAG, "onderdrukt"))
            rijen.append(
                {"periode_soort": "kwartaal", "periode": kwartaal, **gebied}
                | {"zorgvorm": "totaal", "zorgvorm_naam": "Alle zorgvormen"}
                | {"interval_percentage": 80}
                | make_cijfers(**bedragen)
                | make_slot(96.2)
            )
    return rijen
