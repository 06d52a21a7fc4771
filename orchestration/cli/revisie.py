"""``regiobeeld revisie``: why the figures differ from earlier ones, as a table and a list."""

import csv as csv_module
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration.cli.controleer_doel import check_nieuw, schrijf_ernaast
from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.home import Home
from orchestration.klok import read_vandaag
from orchestration.telwoord import tel

if TYPE_CHECKING:
    from rich.table import Table

    from orchestration.stappen.revisie_inhoud import Punt, Revisie, Vergelijking

_KOP = (
    "gemeente_code",
    "gemeente",
    "zorgvorm",
    "zorgmaand",
    "oorzaak",
    "oorzaak_naam",
    "verschil_kosten_euro",
    "verschil_jeugdigenmaanden",
)


def toon_revisie(map: Path | None, van: str, tot: str, xlsx: Path | None, csv: Path | None) -> None:
    """Show the difference between two stands or releases by cause, and write the whole list."""
    from orchestration.stappen.revisie import explain_verschil

    check_nieuw((csv, xlsx))
    home = Home.open(map)
    with toon_voortgang() as voortgang:
        revisie = explain_verschil(home, van, tot, read_vandaag(), voortgang)
    console = maak_console()
    console.print(f"Van {_noem(revisie.van)} naar {_noem(revisie.tot)}:")
    console.print(_make_oorzaken(revisie))
    console.print(_make_gemeenten(revisie))
    if revisie.vergelijking is not None:
        console.print(_describe(revisie.vergelijking), soft_wrap=True)
    for pad, write in ((csv, _write_csv), (xlsx, _write_xlsx)):
        if pad is not None:
            with schrijf_ernaast(pad) as tijdelijk:
                write(tijdelijk, revisie)
    for pad in filter(None, (csv, xlsx)):
        console.print(f"De hele lijst: {pad} (eigen gebruik: niet onderdrukt)", soft_wrap=True)


def _noem(punt: "Punt") -> str:
    if punt.datum is None:
        return "nu"
    stand = f"stand {punt.datum:%d-%m-%Y}"
    return f"release {punt.release} ({stand})" if punt.release else stand


def _make_oorzaken(revisie: "Revisie") -> "Table":
    from rich.table import Table

    tabel = Table("oorzaak", box=None, pad_edge=False)
    for kop in ("kosten in euro", "maanden in zorg"):
        tabel.add_column(kop, justify="right")
    som = revisie.sum_per_oorzaak()
    for oorzaak, (eurocent, maanden) in som.items():
        tabel.add_row(revisie.oorzaken[oorzaak], euro(eurocent), getal(maanden))
    tabel.add_row("[bold]Totaal[/]", *(f"[bold]{tekst}[/]" for tekst in _noem_totaal(som)))
    return tabel


def _make_gemeenten(revisie: "Revisie") -> "Table":
    from rich.table import Table

    tabel = Table("gemeente", box=None, pad_edge=False)
    oorzaken = [oorzaak for oorzaak, (eurocent, _) in revisie.sum_per_oorzaak().items() if eurocent]
    oorzaken += [o for o in _list_verplaatst(revisie) if o not in oorzaken]
    for oorzaak in oorzaken:
        tabel.add_column(revisie.oorzaken[oorzaak].lower(), justify="right")
    tabel.add_column("totaal in euro", justify="right")
    for code, naam in revisie.gemeenten.items():
        som = revisie.sum_per_oorzaak(code)
        if som:
            cellen = [euro(som.get(oorzaak, (0, 0))[0]) for oorzaak in oorzaken]
            tabel.add_row(naam, *cellen, _noem_totaal(som)[0])
    return tabel


def _list_verplaatst(revisie: "Revisie") -> list[str]:
    """Return the causes that move cost between gemeenten and are nought over all of them."""
    return [
        oorzaak
        for oorzaak in revisie.oorzaken
        if any(revisie.sum_per_oorzaak(code).get(oorzaak, (0, 0))[0] for code in revisie.gemeenten)
    ]


def _noem_totaal(som: dict[str, tuple[int, int]]) -> tuple[str, str]:
    eurocent = sum(bedrag for bedrag, _ in som.values())
    return euro(eurocent), getal(sum(maanden for _, maanden in som.values()))


def _describe(vergelijking: "Vergelijking") -> str:
    tekst = (
        f"Gepubliceerde maanden van gemeenten (kosten_maand, totaal) naast elkaar gelegd: "
        f"{getal(vergelijking.vergeleken)}. Niet in beide releases gepubliceerd, door "
        f"onderdrukking of omdat de maand nieuw is: {getal(vergelijking.alleen_een)}; die zijn "
        "alleen uit de regels verklaard."
    )
    if vergelijking.afwijkend:
        tekst += (
            f" In {tel(vergelijking.afwijkend, 'maand', 'maanden')} telt de gepubliceerde tabel "
            "zelf anders."
        )
    return tekst


def euro(eurocent: int) -> str:
    """Return an amount as the Dutch write it, with cents."""
    heel, centen = divmod(abs(eurocent), 100)
    return f"{'-' if eurocent < 0 else ''}{getal(heel)},{centen:02d}"


def _iter_rijen(revisie: "Revisie") -> Iterator[tuple[object, ...]]:
    volgorde = list(revisie.oorzaken)
    for verschil in sorted(
        revisie.verschillen,
        key=lambda v: (v.gemeente_code, v.zorgvorm, v.zorgmaand, volgorde.index(v.oorzaak)),
    ):
        yield (
            verschil.gemeente_code,
            revisie.gemeenten[verschil.gemeente_code],
            verschil.zorgvorm,
            verschil.zorgmaand,
            verschil.oorzaak,
            revisie.oorzaken[verschil.oorzaak],
            Decimal(verschil.eurocent) / 100,
            verschil.jeugdigenmaanden,
        )


def _write_csv(pad: Path, revisie: "Revisie") -> None:
    """Write for a Dutch Excel: semicolons, decimal commas, UTF-8 with BOM."""
    with pad.open("w", encoding="utf-8-sig", newline="") as stroom:
        schrijver = csv_module.writer(stroom, delimiter=";", lineterminator="\r\n")
        schrijver.writerow(_KOP)
        for *tekst, bedrag, maanden in _iter_rijen(revisie):
            schrijver.writerow([*tekst, f"{bedrag:.2f}".replace(".", ","), maanden])


def _write_xlsx(pad: Path, revisie: "Revisie") -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(pad), {"strings_to_formulas": False}) as werkmap:
        blad = werkmap.add_worksheet("Revisie")
        dag = werkmap.add_format({"num_format": "yyyy-mm"})
        bedrag = werkmap.add_format({"num_format": "#,##0.00"})
        blad.write_row(0, 0, _KOP, werkmap.add_format({"bold": True}))
        for nummer, rij in enumerate(_iter_rijen(revisie), start=1):
            for kolom, waarde in enumerate(rij):
                opmaak = {3: dag, 6: bedrag}.get(kolom)
                blad.write(nummer, kolom, waarde, *([opmaak] if opmaak else []))
        blad.freeze_panes(1, 0)
        blad.autofilter(0, 0, len(revisie.verschillen), len(_KOP) - 1)
        blad.set_column(0, len(_KOP) - 1, 22)
