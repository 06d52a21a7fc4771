"""``regiobeeld run``: carry out the plan, or only tell it."""

import time
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.home import Home
from orchestration.klok import read_vandaag
from orchestration.plan import Plan, compute_plan
from orchestration.telwoord import tel
from orchestration.verwerking import Verwerking, run_verwerking


def run_alles(map: Path | None, proef: bool) -> None:
    """Process everything in the inbox of a home, or with ``proef`` say what would be done."""
    home = Home.open(map)
    if proef:
        _toon_plan(home, compute_plan(home, read_vandaag(), proef=True))
        return
    begin = time.monotonic()
    with toon_voortgang() as voortgang:
        verwerking = run_verwerking(home, voortgang)
    _toon_achtergebleven(verwerking.plan)
    if verwerking.plan.is_leeg:
        _toon_niets_te_doen(home)
        return
    _toon_verwerking(home, verwerking, time.monotonic() - begin)


def _toon_plan(home: Home, plan: Plan) -> None:
    console = maak_console()
    _toon_achtergebleven(plan)
    if plan.is_leeg:
        _toon_niets_te_doen(home)
        return
    console.print(f"Proef: dit zou `regiobeeld run` doen in {home.map}", soft_wrap=True)
    tabel = Table("bron", "nieuwe bestanden", "maanden om in te lezen", box=None)
    for bron in plan.maanden:
        aantal = sum(bestand.bron == bron for bestand in plan.binnengekomen)
        maanden = plan.maanden[bron]
        bereik = maanden[0] if len(maanden) == 1 else f"{maanden[0]} t/m {maanden[-1]}"
        tabel.add_row(bron, getal(aantal), f"{len(maanden)} ({bereik})")
    if plan.maanden:
        console.print(tabel)
    if plan.moet_publiceren:
        console.print("Daarna: warehouse bouwen, controleren, publiceren en het rapport maken.")


def _toon_achtergebleven(plan: Plan) -> None:
    if not plan.achtergebleven:
        return
    console = maak_console(stderr=True)
    console.print(
        f"[yellow]Bleef in de inbox:[/] {tel(len(plan.achtergebleven), 'bestand', 'bestanden')}"
    )
    for regel in plan.achtergebleven[:20]:
        console.print(f"  {escape(regel)}", soft_wrap=True)
    if len(plan.achtergebleven) > 20:
        console.print(f"  en nog {len(plan.achtergebleven) - 20}")


def _toon_niets_te_doen(home: Home) -> None:
    console = maak_console()
    console.print("Er is niets te doen: de inbox is leeg en alles is bij.")
    if not home.actueel.exists():
        console.print(f"Zet leveringen in {home.inbox}/<bron>/, of maak een demo: regiobeeld demo")
    else:
        console.print(f"Cijfers: {home.actueel}", soft_wrap=True)


def _toon_verwerking(home: Home, verwerking: Verwerking, seconden: float) -> None:
    console = maak_console()
    release = verwerking.metadata.get("release/actueel", {})
    rapport = verwerking.metadata.get("rapport/kwartaal", {})
    tabel = Table(box=None, show_header=False, pad_edge=False)
    for naam, waarde in (
        ("Bestanden nieuw", getal(verwerking.sum_ontvangst("nieuw"))),
        ("Bestanden dubbel", getal(verwerking.sum_ontvangst("dubbel"))),
        ("Bestanden in quarantaine", getal(verwerking.sum_lake("bestanden_in_quarantaine"))),
        ("Rijen aanvaard", getal(verwerking.sum_lake("dagster/row_count"))),
        ("Rijen geweigerd", getal(verwerking.sum_lake("rijen_geweigerd"))),
        ("Fouten / signalen", f"{getal(verwerking.sum_lake('fouten'))} / "
         f"{getal(verwerking.sum_lake('signalen'))}"),
        ("Release", f"{release.get('release', '-')}"
         f"{'' if release.get('is_nieuw') else ' (ongewijzigd)'}, stand {release.get('stand')}"),
        ("Duur", f"{seconden:.0f} seconden"),
    ):  # fmt: skip
        tabel.add_row(f"[bold]{naam}[/]", escape(waarde))
    console.print(tabel)
    if verwerking.sum_lake("fouten"):
        console.print(f"Wat geweigerd is en waarom: {home.quarantaine}", soft_wrap=True)
    console.print(f"Cijfers: {home.actueel}", soft_wrap=True)
    if any(home.terugkoppeling.glob("*/*")):
        console.print(f"Voor de aanbieders: {home.terugkoppeling}", soft_wrap=True)
    if rapport:
        console.print(f"Rapport {rapport['kwartaal']}: {rapport['map']}", soft_wrap=True)
    else:
        console.print("Geen rapport: er zijn nog geen cijfers om te tonen.")
