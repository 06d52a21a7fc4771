"""Writes the kwartaalcijfers in the two layouts that the providers use, incidents included."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from demo.catalogus import read_aanbieders, read_gemeenten
from demo.fouten.fout import Fout
from demo.kalender import to_maand
from demo.kwartalen import Cijfers, Opgave
from demo.schrijvers.werkmap import Rij, write_werkmap

# Column by column: the label of the template, and what the second layout calls it.
KOLOMMEN = {
    "clienten_begin": ("Cliënten begin", "Beginstand"),
    "instroom": ("Instroom", "Nieuwe cliënten"),
    "doorstroom": ("Doorstroom", "Aantal doorstroom"),
    "uitstroom": ("Uitstroom", "Beëindigd"),
    "clienten_eind": ("Cliënten eind", "Eindstand"),
    "productie": ("Productie (€)", "Productie bedrag"),
    "gedeclareerd": ("Gedeclareerd (€)", "Gedeclareerd bedrag"),
    "nog_te_declareren": ("Nog te declareren (€)", "OHW"),
    "prognose_jaar": ("Prognose jaar (€)", "Jaarprognose"),
    "wachtenden": ("Wachtenden", "Aantal op wachtlijst"),
    "wachttijd_dagen": ("Wachttijd (dagen)", "Gemiddelde wachttijd in dagen"),
    "overbrugging": ("Overbrugging", "Overbruggingszorg"),
    "capaciteit": ("Capaciteit", "Aantal plaatsen"),
    "bezette_etmalen": ("Bezette etmalen", "Aantal etmalen"),
    "tevredenheid_cijfer": ("Tevredenheid (cijfer)", "Cijfer nut"),
    "tevredenheid_metingen": ("Tevredenheid (metingen)", "Metingen tevredenheid"),
    "zonder_hulp_verder": ("Zonder hulp verder", "Kan zonder hulp verder"),
    "zonder_hulp_verder_metingen": (
        "Zonder hulp verder (metingen)",
        "Metingen zonder hulp verder",
    ),
    "doelen_gerealiseerd": ("Doelen gerealiseerd", "Doelen behaald"),
    "doelen_metingen": ("Doelen (metingen)", "Doelen afgesproken"),
    "problemen_verminderd": ("Problemen verminderd", "Minder problemen"),
    "problemen_metingen": ("Problemen (metingen)", "Voor- en nameting"),
    "gezinnen_met_coordinatie": ("Gezinnen met coördinatie", "1 gezin 1 plan"),
    "klachten": ("Klachten", "Aantal klachten"),
    "calamiteiten": ("Calamiteiten", "Calamiteiten en geweld"),
    "vacatures_fte": ("Vacatures (fte)", "Openstaande vacatures"),
    "verzuim_percentage": ("Verzuim (%)", "Ziekteverzuim"),
}
_MAATREGEL_KOLOMMEN = (
    "Gemeente",
    "Toewijzingsnummer",
    "Type maatregel",
    "Datum uitspraak",
    "Datum eerste contact",
    "Erkende interventie",
    "Machtiging",
    "Machtiging vanaf",
    "Machtiging tot en met",
)
MIST_KWARTAAL = "99100878"
CORRIGEERT = "99100434"
VERGEET_KOLOM = "99100767"
VERZINT_KWARTAAL = "99100323"
TELT_AANMELDINGEN = "99100212"


def write_kwartaalcijfers(
    inbox: Path, opgaven: list[Opgave], laatste_jaar: int
) -> tuple[list[Opgave], list[Fout]]:
    """Write every opgave as a workbook.

    Incidents of the last year: one provider misses a quarter, one corrects a quarter later, one
    first forgets a column, one first names a quarter that does not exist, one counts everyone who
    ever applied as waiting.

    Returns:
        The opgaven that count (the latest per provider and quarter), and the seeded faults.
    """
    geldig: list[Opgave] = []
    fouten: list[Fout] = []
    for opgave in opgaven:
        in_laatste_jaar = opgave.kwartaal[:4] == str(laatste_jaar)
        wie = (opgave.agb, opgave.kwartaal[-2:]) if in_laatste_jaar else ("", "")
        if wie == (MIST_KWARTAAL, "K2"):
            continue
        if wie == (VERGEET_KOLOM, "K3"):
            fouten.append(_write(inbox, opgave, "onvolledig", zonder_kolom="Zorgvorm"))
            opgave = replace(opgave, datum=opgave.datum + timedelta(days=4))
        if wie == (VERZINT_KWARTAAL, "K1"):
            fouten.append(_write(inbox, opgave, "kwartaal", kwartaal=f"{laatste_jaar}-K5"))
            opgave = replace(opgave, datum=opgave.datum + timedelta(days=3))
        if wie == (TELT_AANMELDINGEN, "K4"):
            opgave = replace(opgave, rijen=_met_aanmeldingen(opgave.rijen))
        if wie == (CORRIGEERT, "K1"):
            _write(inbox, replace(opgave, rijen=[_te_laag(rij) for rij in opgave.rijen]), "")
            opgave = replace(opgave, datum=opgave.datum + timedelta(days=61))
            _write(inbox, opgave, "correctie")
        else:
            _write(inbox, opgave, "")
        geldig.append(opgave)
    return geldig, fouten


def _te_laag(rij: Cijfers) -> Cijfers:
    """Return the row as it was first delivered: measurements missing, one client too many."""
    waarden = dict(rij.waarden)
    waarden |= {"tevredenheid_cijfer": None, "tevredenheid_metingen": None}
    waarden["instroom"] = (waarden["instroom"] or 0) + 1
    waarden["clienten_eind"] = (waarden["clienten_eind"] or 0) + 1
    return Cijfers(rij.gemeente, rij.zorgvorm, waarden)


def _met_aanmeldingen(rijen: list[Cijfers]) -> list[Cijfers]:
    """Return the rows with six waiting too many and sixty days too long, in one that has both.

    In a very small region nobody waited for this provider: then nothing changes.
    """
    uitgekozen = next((rij for rij in rijen if rij.waarden["wachttijd_dagen"] is not None), None)
    if uitgekozen is None:
        return rijen
    waarden = dict(uitgekozen.waarden)
    waarden["wachtenden"] = (waarden["wachtenden"] or 0) + 6
    waarden["wachttijd_dagen"] = (waarden["wachttijd_dagen"] or 0) + 60
    nieuw = Cijfers(uitgekozen.gemeente, uitgekozen.zorgvorm, waarden)
    return [nieuw if rij is uitgekozen else rij for rij in rijen]


def _write(
    inbox: Path, opgave: Opgave, achtervoegsel: str, zonder_kolom: str = "", kwartaal: str = ""
) -> Fout:
    indeling = read_aanbieders()[opgave.agb].indeling
    getoond = replace(opgave, kwartaal=kwartaal or opgave.kwartaal)
    rijen = _indeling_1(getoond) if indeling == 1 else _indeling_2(getoond)
    if zonder_kolom:
        kop = next(rij for rij in rijen if zonder_kolom in rij)
        plek = list(kop).index(zonder_kolom)
        rijen = [(*rij[:plek], *rij[plek + 1 :]) if len(rij) == len(kop) else rij for rij in rijen]
    maand = to_maand(opgave.datum)
    deel = f"_{achtervoegsel}" if achtervoegsel else ""
    naam = f"kwartaalcijfers_{opgave.agb}_{opgave.kwartaal}{deel}.xlsx"
    blad = "Kwartaalcijfers" if indeling == 1 else "Opgave"
    bladen = {blad: rijen}
    if getoond.maatregelen:
        bladen["Maatregelen"] = _maatregelen(getoond)
    write_werkmap(inbox / "kwartaalcijfers" / maand / naam, bladen, opgave.datum)
    regel_code = "B021" if zonder_kolom else "B023"
    return Fout("kwartaalcijfers", maand, naam, "", "", regel_code)


def _indeling_1(opgave: Opgave) -> list[Rij]:
    """The template: a block above the table, names of gemeenten and codes of zorgvormen."""
    rijen: list[Rij] = [
        ("Aanbieder AGB", opgave.agb),
        ("Kwartaal", opgave.kwartaal),
        ("Datum opgave", opgave.datum),
        ("Nul-opgave", "ja" if opgave.is_nul else "nee"),
        (),
        ("Gemeente", "Zorgvorm", *(kop for kop, _ in KOLOMMEN.values())),
    ]
    for rij in opgave.rijen:
        naam = read_gemeenten()[rij.gemeente].naam
        rijen.append((naam, rij.zorgvorm, *(rij.waarden.get(kolom) for kolom in KOLOMMEN)))
    return rijen


def _indeling_2(opgave: Opgave) -> list[Rij]:
    """An export: one table, AGB and quarter in every row, headers of its own."""
    rijen: list[Rij] = [
        (
            "AGB-code",
            "Periode",
            "Aangeleverd op",
            "Gemeentecode",
            "Hulpvorm",
            *(kop for _, kop in KOLOMMEN.values()),
        )
    ]
    rijen += [
        (
            opgave.agb,
            opgave.kwartaal,
            opgave.datum,
            rij.gemeente,
            rij.zorgvorm,
            *(rij.waarden.get(kolom) for kolom in KOLOMMEN),
        )
        for rij in opgave.rijen
    ]
    if opgave.is_nul:
        return _indeling_1(opgave)
    return rijen


def _maatregelen(opgave: Opgave) -> list[Rij]:
    """The sheet that only a GI fills: one row per measure that ran in the quarter."""
    return [
        ("AGB", "Kwartaal", "Datum opgave", *_MAATREGEL_KOLOMMEN),
        *(
            (
                opgave.agb,
                opgave.kwartaal,
                opgave.datum,
                maatregel.gemeente,
                maatregel.toewijzing_nummer,
                maatregel.type,
                maatregel.uitspraak,
                maatregel.eerste_contact,
                _ja_nee(maatregel.erkende_interventie),
                maatregel.machtiging,
                maatregel.machtiging_begin,
                maatregel.machtiging_eind,
            )
            for maatregel in opgave.maatregelen
        ),
    ]


def _ja_nee(waarde: bool | None) -> str | None:
    return None if waarde is None else "ja" if waarde else "nee"
