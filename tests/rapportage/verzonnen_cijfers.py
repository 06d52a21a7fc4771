"""Invented but plausible figures for the published tables, made with fixed formulas.

Suppressed cells deliberately still hold a number: a report must look at the status.
"""

from datetime import date

from verzonnen_delen import (
    GEHEIM_AANTAL,
    GEHEIM_BEDRAG,
    JEUGDIGEN_REGIO,
    KWARTALEN,
    STAND,
    find_volledigheid,
    list_gebieden,
    list_vormen,
    make_cijfers,
    make_golf,
    make_slot,
    make_telling,
)
from verzonnen_kosten import make_kosten, make_raming
from verzonnen_regio import INDICATOREN


def make_tabellen() -> dict[str, list[dict]]:
    return {
        "zorggebruik_kwartaal": _zorggebruik(),
        "kosten_maand": make_kosten(),
        "kosten_raming_periode": make_raming(),
        "kosten_verwijzer_jaar": _verwijzer(),
        "wachttijd_kwartaal": _wachttijd(),
        "outcome_kwartaal": _outcome(),
        "budget_realisatie_jaar": _budget(),
        "volledigheid_maand": _volledigheid_maand(),
    }


def _zorggebruik() -> list[dict]:
    rijen = []
    for index, kwartaal in enumerate(KWARTALEN):
        for gebied, bevolking, deel in list_gebieden():
            for vorm, niveau, aandeel in list_vormen():
                aantal = JEUGDIGEN_REGIO * deel * aandeel * make_golf(index)
                if vorm["zorgvorm"] == "jeugdzorgplus" and gebied["gemeente_code"] == "0050":
                    aantal = 0
                telling = make_telling(aantal)
                per_1000 = (None, "onderdrukt")
                if not isinstance(telling, tuple):
                    per_1000 = round(1000 * telling / bevolking, 1)
                rijen.append(
                    {"kwartaal": kwartaal, **gebied, **vorm, "niveau": niveau}
                    | make_cijfers(
                        aantal_jeugdigen=telling,
                        aantal_toewijzingen=make_telling(aantal * 1.09),
                        aantal_begin=make_telling(aantal * 0.83),
                        instroom=make_telling(aantal * 0.17),
                        doorstroom=make_telling(aantal * 0.03),
                        uitstroom=make_telling(aantal * 0.15),
                        aantal_eind=make_telling(aantal * 0.85),
                        declaratie_percentage=(None, "onderdrukt"),
                        bevolking_0_17=bevolking,
                        aantal_per_1000=per_1000,
                    )
                    | make_slot(84.1 if kwartaal == "2025-K4" else 100)
                )
    return rijen


def _verwijzer() -> list[dict]:
    dronten = {
        "gemeente": ("Verwijzing gemeente", 681, 67.2, 7_264_147, 51.9, 10_666.88, 640, 41),
        "medisch": ("Verwijzing medisch", 245, 24.2, 2_452_444, 17.5, 10_009.98, 231, 12),
        "gi_rechter": ("Verwijzing GI of rechter", 88, 8.7, 4_274_150, 30.5, 48_569.89, 80, None),
        "totaal": ("Totaal", 1_014, 100, 13_990_741, 100, 13_797.57, 933, 81),
    }
    rijen = []
    for jaar in (2024, 2025):
        for gebied, _, deel in list_gebieden():
            factor = deel / 0.09
            for code, (naam, aantal, aandeel, euro, eurodeel, per, jeugd, meer) in dronten.items():
                rijen.append(
                    {"jaar": jaar, **gebied, "verwijzer_groep": code, "verwijzer_groep_naam": naam}
                    | make_cijfers(
                        aantal_toewijzingen=round(aantal * factor),
                        toewijzingen_percentage=aandeel,
                        kosten_euro=round(euro * factor),
                        kosten_percentage=eurodeel,
                        kosten_per_toewijzing_euro=per,
                        aantal_jeugdigen=round(jeugd * factor),
                        aantal_jeugdigen_meer_dan_een=(
                            (GEHEIM_AANTAL, "onderdrukt")
                            if meer is None
                            else make_telling(meer * factor)
                        ),
                    )
                    | make_slot(96.2)
                )
    return rijen


def _wachttijd() -> list[dict]:
    rijen = []
    for index, kwartaal in enumerate(KWARTALEN):
        for gebied, _, deel in list_gebieden():
            for vorm, _, aandeel in list_vormen():
                gestart = make_telling(950 * deel * aandeel * make_golf(index))
                verborgen = (GEHEIM_AANTAL, "onderdrukt")
                klein = isinstance(gestart, tuple)
                if vorm["zorgvorm"] in ("jeugdbescherming", "crisis"):
                    rijen.append(
                        {"kwartaal": kwartaal, **gebied, **vorm}
                        | make_cijfers(**dict.fromkeys(WACHT_KOLOMMEN, (None, "nvt")))
                        | make_slot(100)
                    )
                    continue
                wachtend = make_telling(1_310 * deel * aandeel)
                rijen.append(
                    {"kwartaal": kwartaal, **gebied, **vorm}
                    | make_cijfers(
                        aantal_gestart=gestart,
                        gemiddelde_wacht_dagen=verborgen if klein else 46 + index % 5 + 20 * deel,
                        mediaan_wacht_dagen=verborgen if klein else 34.5 + index % 4 + 12 * deel,
                        p90_wacht_dagen=verborgen if klein else 96 + 2 * index + 30 * deel,
                        binnen_norm_percentage=verborgen if klein else 71.3 - index % 3,
                        aantal_wachtend=wachtend if kwartaal == "2025-K4" else (None, "nvt"),
                        aantal_wachtend_netto=wachtend if kwartaal == "2025-K4" else (None, "nvt"),
                        gemiddelde_wacht_dagen_netto=verborgen if klein else 44 + index % 5,
                        km_mediaan_dagen=verborgen if klein else 38 + index % 4,
                        km_p90_dagen=(None, "nvt") if kwartaal == "2025-K4" else 101,
                    )
                    | make_slot(84.1 if kwartaal == "2025-K4" else 100)
                )
    return rijen


WACHT_KOLOMMEN = (
    "aantal_gestart",
    "gemiddelde_wacht_dagen",
    "mediaan_wacht_dagen",
    "p90_wacht_dagen",
    "binnen_norm_percentage",
    "aantal_wachtend",
    "aantal_wachtend_netto",
    "gemiddelde_wacht_dagen_netto",
    "km_mediaan_dagen",
    "km_p90_dagen",
)


def _outcome() -> list[dict]:
    rijen = []
    for index, kwartaal in enumerate(KWARTALEN):
        for gebied, _, deel in list_gebieden():
            for code, (naam, eenheid, waarde) in INDICATOREN.items():
                noemer = round(640 * deel)
                score = round(waarde * (0.96 + 0.004 * index), 2)
                dekking = 100 if code in ("1", "1.02", "3.2") else round(31.0 + 2 * index, 1)
                cijfers = {
                    "teller": round(score * noemer / (1 if eenheid == "cijfer" else 100)),
                    "noemer": noemer,
                    "waarde": score,
                    "dekking_percentage": dekking,
                }
                if eenheid == "percentage" and 0 < cijfers["teller"] < 10:
                    cijfers |= {"teller": (GEHEIM_AANTAL, "onderdrukt")}
                    cijfers |= {"waarde": (GEHEIM_BEDRAG, "onderdrukt")}
                reden = _reden_zonder_outcome(code, kwartaal, gebied["gemeente_code"])
                if reden:
                    cijfers = dict.fromkeys(cijfers, (GEHEIM_AANTAL, reden))
                rijen.append(
                    {
                        "kwartaal": kwartaal,
                        **gebied,
                        "zorgvorm": "totaal",
                        "zorgvorm_naam": "Alle zorgvormen",
                        "indicator_code": code,
                        "indicator_naam": naam,
                        "catalogus_code": f"outcome_{code}",
                        "eenheid": eenheid,
                        "reeks": "doorlopend",
                        "breuk": None,
                    }
                    | make_cijfers(**cijfers)
                    | make_slot(88.2)
                )
    return rijen


def _reden_zonder_outcome(code: str, kwartaal: str, gemeente_code: str) -> str | None:
    if code == "3.2" and (kwartaal[-1] in "13" or kwartaal > "2025-K2"):
        return "nvt"
    if code in ("3.3", "3.4") and gemeente_code == "0184":
        return "onderdrukt"
    if code == "2" and gemeente_code == "0050":
        return "ontbreekt"
    return None


def _budget() -> list[dict]:
    rijen = []
    for jaar in (2023, 2024, 2025):
        for gebied, _, deel in list_gebieden():
            begroot, gerealiseerd = round(141_000_000 * deel), round(137_600_000 * deel, 2)
            missing = gebied["gemeente_code"] == "0184"
            rijen.append(
                {"jaar": jaar, **gebied, "circulaire": "septembercirculaire"}
                | make_cijfers(
                    begroot_euro=(None, "ontbreekt") if missing else begroot,
                    gerealiseerd_euro=gerealiseerd,
                    uitputting_percentage=(
                        (None, "ontbreekt") if missing else round(100 * gerealiseerd / begroot, 1)
                    ),
                )
                | make_slot(96.2)
            )
    return rijen


def _volledigheid_maand() -> list[dict]:
    rijen = []
    for jaar in (2024, 2025):
        for maand in range(1, 13):
            zorgmaand = date(jaar, maand, 1)
            for gebied, _, deel in list_gebieden():
                verwacht = max(round(66 * deel), 4)
                ontvangen = round(verwacht * find_volledigheid(zorgmaand) / 100)
                rijen.append(
                    {"zorgmaand": zorgmaand, "bron": "ijw", "aanbieder_agb": "totaal"}
                    | {"aanbieder_naam": "Totaal", "gemeente_code": gebied["gemeente_code"]}
                    | {"is_eerste_levering": False, "stand_datum": STAND}
                    | make_cijfers(
                        verwacht=verwacht,
                        ontvangen=ontvangen,
                        volledigheid_percentage=round(100 * ontvangen / verwacht, 1),
                    )
                )
            for agb, naam, ontvangen in KWARTAALCIJFERS if maand % 3 == 0 else ():
                rijen.append(
                    {"zorgmaand": zorgmaand, "bron": "kwartaalcijfers", "aanbieder_agb": agb}
                    | {"aanbieder_naam": naam, "gemeente_code": "regio"}
                    | {"is_eerste_levering": False, "stand_datum": STAND}
                    | make_cijfers(
                        verwacht=12 if agb == "totaal" else 1,
                        ontvangen=ontvangen,
                        volledigheid_percentage=91.7 if agb == "totaal" else 100 * ontvangen,
                    )
                )
    return rijen


KWARTAALCIJFERS = (
    ("totaal", "Totaal", 11),
    ("99000001", "Stichting Polderkind", 1),
    ("99000002", "De Knardijk Jeugdhulp", 0),
)
