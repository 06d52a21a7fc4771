"""A world of one example: the few lake rows that a rule looks at, completed to whole rows."""

from datetime import date
from typing import Any

from schemas.lake import LakeKolom, read_lake_kolommen

Rij = dict[str, Any]
Wereld = dict[str, Any]
Lake = dict[tuple[str, str], list[Rij]]

CLIENT = "c" * 64
_BERICHT_VAN_TABEL = {
    "toewijzing": "jw301",
    "start": "jw305",
    "stop": "jw307",
    "verzoek": "jw315",
    "verzoek_wijziging": "jw317",
    "antwoord": "jw319",
    "declaratie": "jw323",
    "prestatie": "jw323",
    "declaratie_antwoord": "jw325",
    "prestatie_antwoord": "jw325",
}
_RETOUR_VAN_BERICHT = {
    "jw301": "jw302",
    "jw305": "jw306",
    "jw307": "jw308",
    "jw315": "jw316",
    "jw317": "jw318",
    "jw319": "jw320",
}
_KOP = ("bericht", "gemeente_code", "aanbieder_agb", "bericht_identificatie", "dagtekening_datum")
_VERPLICHT = {"tekst": "x", "geheel": 1, "decimaal": 1, "datum": date(2025, 1, 1), "boolean": False}
_GEWOON: Rij = {
    "gemeente_code": "0303",
    "aanbieder_agb": "99000001",
    "client_sleutel": CLIENT,
    "dagtekening_datum": date(2025, 1, 15),
    "geslacht_code": "1",
    "toewijzing_nummer": 1,
    "toewijzing_datum": date(2025, 1, 10),
    "toewijzing_tijd": "10:00:00",
    "product_categorie_code": "45",
    "product_code": "45A04",
    "status": "aanvaard",
    "status_aanlevering_code": "1",
    "reden_beeindiging_code": "31",
    "verzoek_antwoord_code": "1",
    "verwijzer_type_code": "02",
    "debet_credit_code": "D",
    "eenheid_code": "01",
    "product_periode_begin_datum": date(2025, 1, 1),
    "product_periode_eind_datum": date(2025, 1, 31),
    "declaratie_periode_begin_datum": date(2025, 1, 1),
    "declaratie_periode_eind_datum": date(2025, 1, 31),
    "declaratie_retour_codes": "0200",
    "retour_codes": "0200",
    "uitvoeringsvariant": "inspanningsgericht",
    "ontvangst_datum": date(2025, 12, 31),
    "opgave_datum": date(2024, 12, 1),
    "ingang_datum": date(2025, 1, 1),
    "begin_datum": date(2025, 1, 10),
}


def make_lake(wereld: Wereld) -> Lake:
    """Return the whole lake rows of one world of an example.

    A key of the world is ``bron.tabel`` with a list of rows, or ``peildatum``: the day until which
    messages came in. Rows with one ``bericht_sleutel`` are one message; a row without it is a
    message of its own. ``op`` is the message that a retour or an answer is about.
    """
    lake: Lake = {}
    koppen: dict[str, Rij] = {}
    rijen = {sleutel: list(waarde) for sleutel, waarde in wereld.items() if "." in sleutel}
    antwoorden = [sleutel for sleutel in rijen if any("op" in rij for rij in rijen[sleutel])]
    for sleutel in sorted(rijen, key=antwoorden.__contains__):
        bron, tabel = sleutel.split(".")
        for nummer, rij in enumerate(rijen[sleutel], start=1):
            heel = _complete_rij(bron, tabel, nummer, rij, koppen)
            lake.setdefault((bron, tabel), []).append(heel)
            if bron == "ijw" and tabel != "bericht":
                koppen.setdefault(heel["bericht_sleutel"], heel)
    lake[("ijw", "bericht")] = _list_berichten(lake, koppen, wereld.get("peildatum"))
    return lake


def _complete_rij(bron: str, tabel: str, nummer: int, rij: Rij, koppen: dict[str, Rij]) -> Rij:
    eigen = dict(rij)
    heen = koppen[eigen.pop("op")] if "op" in eigen else None
    vooraf = {"bericht_sleutel": f"{tabel}-{nummer}", "regel_volgnummer": nummer}
    if tabel in _BERICHT_VAN_TABEL:
        vooraf["bericht"] = _BERICHT_VAN_TABEL[tabel]
    if heen is not None:
        vooraf |= _answer(tabel, heen)
    kolommen = [
        kolom for kolom in read_lake_kolommen() if (kolom.bron, kolom.tabel) == (bron, tabel)
    ]
    heel = {kolom.kolom: _fill(kolom, vooraf) for kolom in kolommen} | vooraf
    if heen is None and "bericht_identificatie" not in eigen:
        heel["bericht_identificatie"] = str(eigen.get("bericht_sleutel", heel["bericht_sleutel"]))
    onbekend = eigen.keys() - {kolom.kolom for kolom in kolommen}
    assert not onbekend, f"{bron}.{tabel} heeft geen kolom {onbekend}"
    return heel | eigen


def _answer(tabel: str, heen: Rij) -> Rij:
    if tabel.startswith("retour"):
        kop = {kolom: heen[kolom] for kolom in _KOP}
        return kop | {
            "heen_bericht": heen["bericht"],
            "bericht": _RETOUR_VAN_BERICHT[heen["bericht"]],
        }
    return {
        "gemeente_code": heen["gemeente_code"],
        "aanbieder_agb": heen["aanbieder_agb"],
        "declaratie_identificatie": heen["bericht_identificatie"],
        "declaratie_dagtekening_datum": heen["dagtekening_datum"],
    }


def _fill(kolom: LakeKolom, vooraf: Rij) -> Any:
    if kolom.kolom in vooraf:
        return vooraf[kolom.kolom]
    gewoon = _GEWOON.get(kolom.kolom)
    return _VERPLICHT[kolom.type] if gewoon is None and kolom.verplicht else gewoon


def _list_berichten(lake: Lake, koppen: dict[str, Rij], peildatum: date | None) -> list[Rij]:
    eigen = {rij["bericht_sleutel"]: rij for rij in lake.get(("ijw", "bericht"), [])}
    afgeleid = [
        {"bericht_sleutel": sleutel} | {kolom: kop[kolom] for kolom in _KOP}
        for sleutel, kop in koppen.items()
        if sleutel not in eigen
    ]
    if peildatum is not None:
        laatste = {"bericht_sleutel": "peildatum", "bericht": "jw325"}
        afgeleid.append(laatste | {"dagtekening_datum": peildatum})
    return [*eigen.values(), *(_complete_rij("ijw", "bericht", 1, rij, {}) for rij in afgeleid)]
