"""Invented but plausible figures for the published tables, made with fixed formulas.

Suppressed cells deliberately still hold a number: a report must look at the status.
"""

from datetime import date

from verzonnen_regio import GEMEENTEN, INDICATOREN, ZORGVORMEN

KWARTALEN = [f"{jaar}-K{nummer}" for jaar in (2023, 2024, 2025) for nummer in (1, 2, 3, 4)]
STAND = date(2025, 12, 31)
# A value that may never be seen: it stands under the status onderdrukt.
GEHEIM_AANTAL = 7
GEHEIM_BEDRAG = 77777.77
JEUGDIGEN_REGIO = 7_400


def _cijfers(**cijfers) -> dict:
    """Spread (value, status) pairs over X and X_status columns; a bare value is a waarde."""
    rij: dict = {}
    for kolom, cijfer in cijfers.items():
        waarde, status = cijfer if isinstance(cijfer, tuple) else (cijfer, "waarde")
        rij |= {kolom: waarde, f"{kolom}_status": status}
    return rij


def _telling(aantal: float):
    """A count of youths; below ten it is suppressed, with the secret still in the cell."""
    geheel = round(aantal)
    return (GEHEIM_AANTAL, "onderdrukt") if 0 < geheel < 10 else geheel


def _slot(volledigheid: float) -> dict:
    return {"stand_datum": STAND, "volledigheid_percentage": volledigheid}


def _golf(index: int) -> float:
    """A slow rise with a season in it."""
    return 0.92 + 0.008 * index + (0.02 if index % 4 in (0, 3) else -0.015)


def _volledigheid(maand: date) -> float:
    return {(2025, 10): 97.4, (2025, 11): 93.1, (2025, 12): 61.8}.get(
        (maand.year, maand.month), 100
    )


def _gebieden():
    for code, (naam, bevolking, aandeel) in GEMEENTEN.items():
        yield {"gemeente_code": code, "gemeente_naam": naam}, bevolking, aandeel


def _vormen():
    for code, (naam, niveau, aandeel) in ZORGVORMEN.items():
        yield {"zorgvorm": code, "zorgvorm_naam": naam}, niveau, aandeel


def make_tabellen() -> dict[str, list[dict]]:
    return {
        "zorggebruik_kwartaal": _zorggebruik(),
        "kosten_maand": _kosten(),
        "kosten_verwijzer_jaar": _verwijzer(),
        "wachttijd_kwartaal": _wachttijd(),
        "outcome_kwartaal": _outcome(),
        "budget_realisatie_jaar": _budget(),
        "volledigheid_maand": _volledigheid_maand(),
    }


def _zorggebruik() -> list[dict]:
    rijen = []
    for index, kwartaal in enumerate(KWARTALEN):
        for gebied, bevolking, deel in _gebieden():
            for vorm, niveau, aandeel in _vormen():
                aantal = JEUGDIGEN_REGIO * deel * aandeel * _golf(index)
                if vorm["zorgvorm"] == "jeugdzorgplus" and gebied["gemeente_code"] == "0050":
                    aantal = 0
                telling = _telling(aantal)
                per_1000 = (None, "onderdrukt")
                if not isinstance(telling, tuple):
                    per_1000 = round(1000 * telling / bevolking, 1)
                rijen.append(
                    {"kwartaal": kwartaal, **gebied, **vorm, "niveau": niveau}
                    | _cijfers(
                        aantal_jeugdigen=telling,
                        aantal_toewijzingen=_telling(aantal * 1.09),
                        aantal_begin=_telling(aantal * 0.83),
                        instroom=_telling(aantal * 0.17),
                        doorstroom=_telling(aantal * 0.03),
                        uitstroom=_telling(aantal * 0.15),
                        aantal_eind=_telling(aantal * 0.85),
                        declaratie_percentage=(None, "onderdrukt"),
                        bevolking_0_17=bevolking,
                        aantal_per_1000=per_1000,
                    )
                    | _slot(84.1 if kwartaal == "2025-K4" else 100)
                )
    return rijen


def _kosten() -> list[dict]:
    rijen = []
    maanden = [date(jaar, maand, 1) for jaar in (2023, 2024, 2025) for maand in range(1, 13)]
    for index, maand in enumerate(maanden):
        lag = _volledigheid(maand) / 100
        rest = (1 - lag) / lag
        for gebied, _, deel in _gebieden():
            for vorm, _, aandeel in _vormen():
                bedrag = round(11_400_000 * deel * aandeel * (0.93 + 0.004 * index) * lag, 2)
                in_behandeling = round(bedrag * (0.35 if lag < 1 else 0), 2)
                klein = vorm["zorgvorm"] == "jeugdzorgplus" and deel < 0.2
                verborgen = (GEHEIM_BEDRAG, "onderdrukt")
                rijen.append(
                    {"zorgmaand": maand, **gebied, **vorm}
                    | _cijfers(
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
                    | _slot(_volledigheid(maand))
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
        for gebied, _, deel in _gebieden():
            factor = deel / 0.09
            for code, (naam, aantal, aandeel, euro, eurodeel, per, jeugd, meer) in dronten.items():
                rijen.append(
                    {"jaar": jaar, **gebied, "verwijzer_groep": code, "verwijzer_groep_naam": naam}
                    | _cijfers(
                        aantal_toewijzingen=round(aantal * factor),
                        toewijzingen_percentage=aandeel,
                        kosten_euro=round(euro * factor),
                        kosten_percentage=eurodeel,
                        kosten_per_toewijzing_euro=per,
                        aantal_jeugdigen=round(jeugd * factor),
                        aantal_jeugdigen_meer_dan_een=(
                            (GEHEIM_AANTAL, "onderdrukt")
                            if meer is None
                            else _telling(meer * factor)
                        ),
                    )
                    | _slot(96.2)
                )
    return rijen


def _wachttijd() -> list[dict]:
    rijen = []
    for index, kwartaal in enumerate(KWARTALEN):
        for gebied, _, deel in _gebieden():
            for vorm, _, aandeel in _vormen():
                gestart = _telling(950 * deel * aandeel * _golf(index))
                verborgen = (GEHEIM_AANTAL, "onderdrukt")
                klein = isinstance(gestart, tuple)
                if vorm["zorgvorm"] in ("jeugdbescherming", "crisis"):
                    rijen.append(
                        {"kwartaal": kwartaal, **gebied, **vorm}
                        | _cijfers(**dict.fromkeys(WACHT_KOLOMMEN, (None, "nvt")))
                        | _slot(100)
                    )
                    continue
                wachtend = _telling(1_310 * deel * aandeel)
                rijen.append(
                    {"kwartaal": kwartaal, **gebied, **vorm}
                    | _cijfers(
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
                    | _slot(84.1 if kwartaal == "2025-K4" else 100)
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
        for gebied, _, deel in _gebieden():
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
                    | _cijfers(**cijfers)
                    | _slot(88.2)
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
        for gebied, _, deel in _gebieden():
            begroot, gerealiseerd = round(141_000_000 * deel), round(137_600_000 * deel, 2)
            missing = gebied["gemeente_code"] == "0184"
            rijen.append(
                {"jaar": jaar, **gebied, "circulaire": "septembercirculaire"}
                | _cijfers(
                    begroot_euro=(None, "ontbreekt") if missing else begroot,
                    gerealiseerd_euro=gerealiseerd,
                    uitputting_percentage=(
                        (None, "ontbreekt") if missing else round(100 * gerealiseerd / begroot, 1)
                    ),
                )
                | _slot(96.2)
            )
    return rijen


def _volledigheid_maand() -> list[dict]:
    rijen = []
    for jaar in (2024, 2025):
        for maand in range(1, 13):
            zorgmaand = date(jaar, maand, 1)
            for gebied, _, deel in _gebieden():
                verwacht = max(round(66 * deel), 4)
                ontvangen = round(verwacht * _volledigheid(zorgmaand) / 100)
                rijen.append(
                    {"zorgmaand": zorgmaand, "bron": "ijw", "aanbieder_agb": "totaal"}
                    | {"aanbieder_naam": "Totaal", "gemeente_code": gebied["gemeente_code"]}
                    | {"is_eerste_levering": False, "stand_datum": STAND}
                    | _cijfers(
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
                    | _cijfers(
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
