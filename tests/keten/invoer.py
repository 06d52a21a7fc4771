"""Deliveries written by hand for the tests: printed budgets, and files with something wrong."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

# Annex 1 of the regional plan of 29 August 2014 (meicirculaire 2014), as printed: amount,
# % change, per youth begroting/Awbz/Zvw/total, youths 0-17. Rows do not all add up; that is
# how they were printed.
BIJLAGE_1 = {
    "Almere": (65_687_422, 11.1, 550.3, 469.8, 333.0, 1353.2, 48_544),
    "Dronten": (12_911_379, 13.9, 429.6, 636.5, 281.6, 1347.7, 9_580),
    "Lelystad": (29_894_139, 11.9, 780.8, 638.4, 287.2, 1706.3, 17_520),
    "Noordoostpolder": (11_891_917, -2.9, 392.1, 394.3, 253.3, 1039.8, 11_437),
    "Urk": (4_866_124, 1.6, 297.8, 244.9, 172.3, 715.0, 6_806),
    "Zeewolde": (5_647_158, -1.1, 312.6, 364.1, 270.6, 947.4, 5_961),
    "Flevoland": (130_898_139, None, None, None, None, None, 99_848),
}
# §3.2 of the same plan: % bovenlokaal, available for help, LTA and risk, total.
KADER = {
    "Almere": (56.2, 33_235_900, 3_543_899, 36_779_799),
    "Dronten": (50.4, 5_859_971, 602_453, 6_462_424),
    "Lelystad": (45.7, 12_302_279, 1_321_534, 13_623_813),
    "Noordoostpolder": (38.2, 4_083_814, 417_786, 4_501_600),
    "Urk": (34.1, 1_493_810, 156_362, 1_650_172),
    "Zeewolde": (48.7, 2_475_275, 242_682, 2_717_957),
    "Flevoland": (50.5, 59_451_049, 6_284_716, 65_735_765),
}
GEMEENTE_CODE = {
    "Almere": "0034",
    "Dronten": "0303",
    "Lelystad": "0995",
    "Noordoostpolder": "0171",
    "Urk": "0184",
    "Zeewolde": "0050",
}
_JAAR = (("Jaar", 2015), ("Prijsbasis", "lopend"))
_MEICIRCULAIRE = (("Circulaire", "meicirculaire 2014"), ("Publicatiedatum", "30-05-2014"), *_JAAR)
_BELEIDSPLAN = (("Circulaire", "beleidsplan 2014"), ("Publicatiedatum", "29-08-2014"), *_JAAR)


def write_werkblad(pad: Path, naam: str, rijen: list[tuple]) -> None:
    """Write one sheet of plain rows."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(pad) as boek:
        blad = boek.add_worksheet(naam)
        for nummer, rij in enumerate(rijen):
            blad.write_row(nummer, 0, rij)


def write_bijlage_1(pad: Path) -> None:
    """Write annex 1 with the meta block above the table."""
    kop = (
        "Gemeente",
        "Bedrag 2015",
        "% verschil",
        "Per jeugdige begroting",
        "Per jeugdige Awbz",
        "Per jeugdige Zvw",
        "Per jeugdige totaal",
        "Aantal 0-17 jaar",
    )
    rijen = [(naam, *cijfers) for naam, cijfers in BIJLAGE_1.items()]
    write_werkblad(pad, "Bijlage 1", [*_MEICIRCULAIRE, (), kop, *rijen])


def write_kader(pad: Path) -> None:
    """Write the regional frame of §3.2, a file of its own."""
    kop = (
        "Gemeente",
        "% bovenlokaal",
        "Beschikbaar voor bovenlokale hulp",
        "LTA en risico",
        "Totaal bovenlokaal",
    )
    rijen = [(naam, *cijfers) for naam, cijfers in KADER.items()]
    write_werkblad(pad, "Regionaal kader", [*_BELEIDSPLAN, (), kop, *rijen])


def write_kwartaalcijfers(pad: Path, kwartaal: str, kolommen: tuple[str, ...]) -> None:
    """Write a provider's quarter of one row with the given columns."""
    waarden = {"Gemeente": "Dronten", "Zorgvorm": "Pleegzorg", "Instroom": 3, "Uitstroom": 2}
    rij = tuple(waarden.get(kolom, 1) for kolom in kolommen)
    meta = (("Aanbieder AGB", "99000104"), ("Kwartaal", kwartaal), ("Datum opgave", "20-01-2025"))
    write_werkblad(pad, "Kwartaalcijfers", [*meta, (), kolommen, rij])


def _write_tekst(tekst: str) -> Callable[[Path], None]:
    return lambda pad: pad.write_text(tekst, encoding="utf-8")


def write_foute_bestanden(inbox: Path, goed_bericht: str) -> dict[str, tuple[str, ...]]:
    """Write one file per thing that can be wrong; returns the rules each may be refused by.

    Args:
        inbox: the inbox of a home.
        goed_bericht: a JW301 that is right; it holds one bsn.
    """
    kop, rest = goed_bericht.split("?>", 1)
    andere_versie = goed_bericht.replace("3_2", "9_9").replace(
        "<m:BerichtSubversie>2<", "<m:BerichtSubversie>9<"
    )
    gevallen: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
        "ijw/2025-01/kapot.xml": (_write_tekst(goed_bericht[:700]), ("B010",)),
        "ijw/2025-01/doctype.xml": (
            _write_tekst(f'{kop}?><!DOCTYPE x [<!ENTITY a "b">]>{rest}'),
            ("B011",),
        ),
        "ijw/2025-01/utf16.xml": (
            lambda pad: pad.write_bytes(goed_bericht.replace("UTF-8", "UTF-16").encode("utf-16")),
            ("B012",),
        ),
        "ijw/2025-01/wortel.xml": (
            _write_tekst(
                goed_bericht.replace("m:Bericht ", "m:Brief ").replace("</m:Bericht>", "</m:Brief>")
            ),
            ("B013",),
        ),
        "ijw/2025-01/versie.xml": (_write_tekst(andere_versie), ("B014",)),
        "ijw/2025-01/leeg.xml": (_write_tekst(""), ("B001",)),
        "ijw/2025-01/dag.xml": (
            _write_tekst(_replace_dag(goed_bericht, "2024-02-31")),
            ("XSD",),
        ),
        "ijw/2025-01/zip_met_rommel.zip": (_write_zip_met_rommel, ("B010",)),
        "kwartaalcijfers/2025-01/zonder_kolom.xlsx": (
            lambda pad: write_kwartaalcijfers(pad, "2024-K4", ("Gemeente", "Instroom")),
            ("B021",),
        ),
        "kwartaalcijfers/2025-01/kwartaal_5.xlsx": (
            lambda pad: write_kwartaalcijfers(pad, "2024-K5", ("Gemeente", "Zorgvorm", "Instroom")),
            ("B023", "B027"),
        ),
        "kwartaalcijfers/2025-01/geen_werkblad.xlsx": (
            lambda pad: pad.write_bytes(b"PK\x03\x04 geen werkblad"),
            ("B020",),
        ),
        "kwartaalcijfers/2025-01/leeg.csv": (_write_tekst(""), ("B001",)),
    }
    for naam, (schrijf, _) in gevallen.items():
        pad = inbox / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        schrijf(pad)
    return {Path(naam).name: regels for naam, (_, regels) in gevallen.items()}


def _replace_dag(bericht: str, dag: str) -> str:
    voor, rest = bericht.split("<m:Ingangsdatum>", 1)
    return f"{voor}<m:Ingangsdatum>{dag}{rest[10:]}"


def _write_zip_met_rommel(pad: Path) -> None:
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr("rommel.xml", "<dit is geen xml")
