"""Circulaires: printed budgets are kept as printed, and what does not add up is reported."""

from collections import defaultdict
from decimal import Decimal

from ingest.bevinding import Bevinding
from ingest.tabellen.cel import Waarde
from ingest.tabellen.lezing import Lezing, Rij
from ingest.tabellen.rijen import to_lake_rij
from ingest.tabellen.waardelijst import REGIO

_DELEN = (
    "per_jeugdige_begroting_euro",
    "per_jeugdige_awbz_euro",
    "per_jeugdige_zvw_euro",
)
_HULP, _LTA, _TOTAAL = (
    ("bedrag_eurocent", onderdeel)
    for onderdeel in ("bovenlokaal_hulp", "lta_risico", "bovenlokaal_totaal")
)
_CENT_PER_EURO = 100
_EEN_CENT = Decimal("0.01")


def finish(lezing: Lezing) -> None:
    """Add lake table ``budget``, and the findings of C001-C006. No figure is corrected."""
    budget = {
        (rij.waarden["jaar"], rij.waarden["gemeente_code"]): rij
        for rij in lezing.rijen
        if rij.soort.onderdeel
    }
    for rij in lezing.rijen:
        if rij.soort.onderdeel:
            lezing.bevindingen.extend(_check_per_jeugdige(lezing, rij))
        else:
            lezing.bevindingen.extend(_check_kader(lezing, rij, budget))
    lezing.bevindingen.extend(_check_totaalrijen(lezing))
    lezing.lake_rijen["budget"] = [
        lake_rij for rij in lezing.rijen for lake_rij in _to_lake_rijen(lezing, rij)
    ]


def _to_lake_rijen(lezing: Lezing, rij: Rij) -> list[dict[str, Waarde]]:
    is_totaalrij = rij.waarden["gemeente_code"] == REGIO
    basis = to_lake_rij(lezing, rij) | {
        "is_totaalrij": is_totaalrij,
        "gemeente_code": None if is_totaalrij else rij.waarden["gemeente_code"],
    }
    if rij.soort.onderdeel:
        return [basis | {"onderdeel": rij.soort.onderdeel}]
    per_onderdeel: dict[str, dict[str, Waarde]] = defaultdict(dict)
    for (kolom, onderdeel), waarde in rij.per_onderdeel.items():
        per_onderdeel[onderdeel][kolom] = waarde
    return [
        basis | waarden | {"onderdeel": onderdeel} for onderdeel, waarden in per_onderdeel.items()
    ]


def _check_per_jeugdige(lezing: Lezing, rij: Rij) -> list[Bevinding]:
    bevindingen = []
    totaal = _decimal(rij.waarden.get("per_jeugdige_totaal_euro"))
    delen = [_decimal(rij.waarden.get(deel)) for deel in _DELEN]
    if totaal is not None and None not in delen:
        som = sum((deel for deel in delen if deel is not None), Decimal(0))
        if som != totaal:
            bevindingen.append(rij.report("C001", f"Som {_euro(som)}, gedrukt {_euro(totaal)}."))
    aantal, bedrag = rij.waarden.get("aantal_0_17"), rij.waarden["bedrag_eurocent"]
    if totaal is not None and isinstance(aantal, int) and aantal and isinstance(bedrag, int):
        berekend = Decimal(bedrag) / _CENT_PER_EURO / aantal
        if abs(berekend - totaal) > _parameter(lezing, "marge_per_jeugdige_euro"):
            bevindingen.append(
                rij.report("C002", f"Berekend {_euro(berekend)}, gedrukt {_euro(totaal)}.")
            )
    return bevindingen


def _check_kader(
    lezing: Lezing, rij: Rij, budget: dict[tuple[Waarde, Waarde], Rij]
) -> list[Bevinding]:
    bevindingen = []
    hulp, lta, totaal = (_cent(rij.per_onderdeel.get(deel)) for deel in (_HULP, _LTA, _TOTAAL))
    if hulp + lta != totaal:
        verschil = _euro(Decimal(hulp + lta - totaal) / _CENT_PER_EURO)
        bevindingen.append(rij.report("C004", f"Verschil {verschil}."))
    marge = _parameter(lezing, "marge_percentage")
    norm = _parameter(lezing, "aandeel_hulp_percentage")
    if totaal:
        aandeel = Decimal(100) * hulp / totaal
        if abs(aandeel - norm) > marge:
            tekst = f"Berekend {_percentage(aandeel)}, regel {_percentage(norm)}."
            bevindingen.append(rij.report("C006", tekst))
    gedrukt = _decimal(rij.per_onderdeel.get(("bovenlokaal_percentage", "bovenlokaal_totaal")))
    heel = budget.get((rij.waarden["jaar"], rij.waarden["gemeente_code"]))
    heel_bedrag = _cent(heel.waarden["bedrag_eurocent"]) if heel else 0
    if gedrukt is not None and heel_bedrag:
        berekend = Decimal(100) * totaal / heel_bedrag
        if abs(berekend - gedrukt) > marge:
            tekst = f"Berekend {_percentage(berekend)}, gedrukt {_percentage(gedrukt)}."
            bevindingen.append(rij.report("C005", tekst))
    return bevindingen


def _check_totaalrijen(lezing: Lezing) -> list[Bevinding]:
    """Compare each printed total row with the gemeenten of its own sheet and year."""
    groepen: dict[tuple[object, ...], list[Rij]] = defaultdict(list)
    for rij in lezing.rijen:
        sleutel = (rij.waarden.get(naam) for naam in ("circulaire", "jaar", "is_structureel"))
        groepen[(rij.onderdeel, rij.werkblad, *sleutel)].append(rij)
    bevindingen = []
    for groep in groepen.values():
        gemeenten = [rij for rij in groep if rij.waarden["gemeente_code"] != REGIO]
        for totaal in (rij for rij in groep if rij.waarden["gemeente_code"] == REGIO):
            for naam, gedrukt in _amounts(totaal).items():
                som = sum(_amounts(rij).get(naam, 0) for rij in gemeenten)
                if gemeenten and som != gedrukt:
                    is_bedrag = naam != "aantal_0_17"
                    verschil = Decimal(som - gedrukt) / (_CENT_PER_EURO if is_bedrag else 1)
                    tekst = _euro(verschil) if is_bedrag else str(verschil)
                    bevindingen.append(totaal.report("C003", f"{naam}: verschil {tekst}."))
    return bevindingen


def _amounts(rij: Rij) -> dict[str, int]:
    """Return the columns that a total row sums, by a readable name."""
    kolommen: dict[str, Waarde] = {
        naam: rij.waarden.get(kolom)
        for naam, kolom in (("bedrag", "bedrag_eurocent"), ("aantal_0_17", "aantal_0_17"))
    } | {
        onderdeel: waarde
        for (kolom, onderdeel), waarde in rij.per_onderdeel.items()
        if kolom == "bedrag_eurocent"
    }
    return {naam: waarde for naam, waarde in kolommen.items() if isinstance(waarde, int)}


def _parameter(lezing: Lezing, naam: str) -> Decimal:
    return Decimal(str(lezing.parameters[naam]))


def _cent(waarde: Waarde) -> int:
    return waarde if isinstance(waarde, int) else 0


def _decimal(waarde: Waarde) -> Decimal | None:
    return waarde if isinstance(waarde, Decimal) else None


def _euro(bedrag: Decimal) -> str:
    return f"€ {bedrag.quantize(_EEN_CENT)}".replace(".", ",")


def _percentage(waarde: Decimal) -> str:
    return f"{waarde.quantize(_EEN_CENT)}%".replace(".", ",")
