"""Writes the sources that are no messages: contracten, circulaires and referentie."""

from datetime import date
from pathlib import Path

from demo.catalogus import (
    compute_tarief,
    list_aanbieders_van,
    read_aanbieders,
    read_gemeenten,
    read_producten,
)
from demo.contracten import Contracten
from demo.invoer.maak_circulaires import write_circulaires
from demo.kalender import Venster, to_maand
from demo.schrijvers.werkmap import Rij, write_werkmap

BENCHMARK = (
    # CBS StatLine 85098NED as published: youths with youth care, share of all youths.
    ("Flevoland", "2023-H1", "jongeren met jeugdhulp", 10.3),
    ("Nederland", "2023-H1", "jongeren met jeugdhulp", 11.7),
    ("Flevoland", "2023-H2", "jongeren met jeugdhulp", 10.5),
    ("Nederland", "2023-H2", "jongeren met jeugdhulp", 11.7),
    ("Flevoland", "2023", "jongeren met jeugdhulp", 12.5),
    ("Nederland", "2023", "jongeren met jeugdhulp", 13.9),
    ("Flevoland", "2023", "jongeren met jeugdbescherming", 1.4),
    ("Nederland", "2023", "jongeren met jeugdbescherming", 1.1),
    ("Flevoland", "2023", "jongeren met jeugdreclassering", 0.5),
    ("Nederland", "2023", "jongeren met jeugdreclassering", 0.3),
)


# Invented: what part of the youths 0-17 has these ages; 18-22 and 0-22 are counted beside them.
LEEFTIJDEN = ((0, 3, 0.21), (4, 11, 0.44), (12, 17, 0.35), (18, 22, 0.29), (0, 22, 1.29))


def _euro(eurocent: int) -> float:
    return eurocent / 100


def write_contracten(inbox: Path, contracten: Contracten, venster: Venster) -> None:
    """Write one workbook per year; each replaces the one before, the last holds everything."""
    for jaar in [*venster.jaren, venster.eind.year]:
        datum = date(jaar, 1, 2)
        tot = date(jaar, 12, 31)
        meta: list[Rij] = [("Datum", datum), ()]
        bladen: dict[str, list[Rij]] = {
            "Aanbieders": [*meta, ("AGB", "Naam", "Type", "Vestigingsgemeente")],
            "Producten": [
                *meta,
                (
                    "AGB",
                    "Productcategorie",
                    "Productcode",
                    "Uitvoeringsvariant",
                    "Eenheid",
                    "Tarief (€)",
                    "Ingangsdatum",
                    "Einddatum",
                ),
                *_producten(venster, jaar),
            ],
            "Taakgericht": [
                *meta,
                ("Contractnummer", "AGB", "Zorgvorm", "Ingangsdatum", "Einddatum", "Bedrag (€)"),
            ],
            "Verdeelsleutels": [
                *meta,
                ("Contractnummer", "Gemeente", "Ingangsdatum", "Einddatum", "Aandeel (%)"),
            ],
            "Overige kosten": [*meta, ("Soort", "Zorgvorm", "Gemeente", "Jaar", "Bedrag (€)")],
        }
        for aanbieder in read_aanbieders().values():
            bladen["Aanbieders"].append(
                (aanbieder.agb, aanbieder.naam, aanbieder.type, aanbieder.vestiging or None)
            )
        for contract in contracten.taakgericht:
            if contract.begin <= tot:
                bladen["Taakgericht"].append(
                    (
                        contract.nummer,
                        contract.agb,
                        contract.zorgvorm,
                        contract.begin,
                        contract.eind,
                        _euro(contract.eurocent),
                    )
                )
        for deel in contracten.sleutels:
            if deel.begin <= tot:
                # A file of before the recalibration does not know that the key will end.
                eind = deel.eind if deel.eind and deel.eind <= tot else None
                bladen["Verdeelsleutels"].append(
                    (deel.nummer, deel.gemeente, deel.begin, eind, deel.aandeel / 10_000)
                )
        for kosten in contracten.overig:
            if kosten.jaar <= jaar:
                bladen["Overige kosten"].append(
                    (
                        kosten.soort,
                        kosten.zorgvorm,
                        read_gemeenten()[kosten.gemeente].naam,
                        kosten.jaar,
                        _euro(kosten.eurocent),
                    )
                )
        pad = inbox / "contracten" / to_maand(datum) / f"contracten_flevoland_{jaar}.xlsx"
        write_werkmap(pad, bladen, datum)


def _producten(venster: Venster, tot_jaar: int) -> list[Rij]:
    rijen: list[Rij] = []
    for product in read_producten():
        for agb in list_aanbieders_van(product.zorgvorm):
            for categorie, code in product.declaratie_producten:
                rijen += [
                    (
                        agb,
                        categorie,
                        code,
                        product.variant,
                        product.eenheid,
                        _euro(tarief) if (tarief := compute_tarief(agb, code, jaar)) else None,
                        date(jaar, 1, 1),
                        date(jaar, 12, 31),
                    )
                    for jaar in range(venster.begin.year, tot_jaar + 1)
                ]
    return sorted({(*tuple(rij[:5]), rij[6]): rij for rij in rijen}.values(), key=str)


def write_begrotingen(inbox: Path, contracten: Contracten, venster: Venster) -> None:
    """Write the printed budgets of 2014 and an invented begroting per year."""
    write_circulaires(inbox / "circulaires" / to_maand(venster.begin))
    for jaar in [*venster.jaren, venster.eind.year]:
        datum = date(jaar - 1, 11, 15)
        rijen: list[Rij] = [
            ("Circulaire", f"begroting {jaar}"),
            ("Publicatiedatum", datum),
            ("Jaar", jaar),
            ("Prijsbasis", "lopend"),
            ("Structureel", "ja"),
            (),
            ("Gemeente", f"Bedrag {jaar}"),
        ]
        bedragen = {g.naam: contracten.begroting[(jaar, g.code)] for g in read_gemeenten().values()}
        rijen += [(naam, _euro(bedrag)) for naam, bedrag in bedragen.items()]
        rijen.append(("Flevoland", _euro(sum(bedragen.values()))))
        pad = inbox / "circulaires" / to_maand(datum) / f"begroting_{jaar}.xlsx"
        write_werkmap(pad, {"Begroting": rijen}, datum)


def write_referentie(inbox: Path, venster: Venster) -> None:
    """Write the youths 0-17 per year (2014 printed, later years invented) and the benchmark."""
    datum = date(venster.eind.year, 2, 10)
    bevolking: list[Rij] = [
        ("Gemeente", "Jaar", "Leeftijd van", "Leeftijd tot en met", "Aantal", "Herkomst")
    ]
    for gemeente in read_gemeenten().values():
        bevolking.append(
            (gemeente.code, 2014, 0, 17, gemeente.bevolking_2014, "meicirculaire 2014")
        )
        for jaar in [*venster.jaren, venster.eind.year]:
            aantal = round(gemeente.bevolking_2014 * (1 + gemeente.groei_per_jaar) ** (jaar - 2014))
            bevolking.append((gemeente.code, jaar, 0, 17, aantal, "demo"))
            for van, tot, deel in LEEFTIJDEN:
                bevolking.append((gemeente.code, jaar, van, tot, round(aantal * deel), "demo"))
    benchmark: list[Rij] = [
        ("Gebied", "Gemeente", "Periode", "Indicator", "Waarde", "Eenheid", "Herkomst")
    ]
    for gebied, periode, indicator, waarde in BENCHMARK:
        benchmark.append((gebied, None, periode, indicator, waarde, "%", "CBS 85098NED"))
    pad = inbox / "referentie" / to_maand(datum) / "referentie_flevoland.xlsx"
    write_werkmap(pad, {"Bevolking": bevolking, "Benchmark": benchmark}, datum)
