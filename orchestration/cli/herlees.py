"""``regiobeeld herlees``: read months again with the rules of now, and say what changed."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from orchestration.cli.scherm import getal, maak_console, toon_voortgang
from orchestration.herlezing import run_herlezen
from orchestration.home import Home
from orchestration.stappen.herlezen import choose_maanden, try_herlezen
from orchestration.stappen.verschil import Verschil
from orchestration.stappen.warehouse import is_warehouse_actueel
from orchestration.telwoord import tel

_TOON_MAANDEN = 40


def herlees_maanden(
    map: Path | None, bron: str | None, maanden: Sequence[str], proef: bool
) -> None:
    """Read the chosen months of a home again, or with ``proef`` say what that would change."""
    home = Home.open(map)
    keuze = choose_maanden(home, bron, maanden)
    with toon_voortgang() as voortgang:
        verschillen = (try_herlezen if proef else run_herlezen)(home, keuze, voortgang)
    _toon(verschillen, proef)
    if not proef and not is_warehouse_actueel(home):
        maak_console().print("Daarna: `regiobeeld run` bouwt en publiceert de cijfers opnieuw.")


def _toon(verschillen: list[Verschil], proef: bool) -> None:
    console = maak_console()
    anders = [verschil for verschil in verschillen if not verschil.is_leeg]
    if proef:
        console.print("Proef: er is niets veranderd.")
    console.print(
        f"Maanden {'nagegaan' if proef else 'gelezen'}: {getal(len(verschillen))}. "
        f"Daarvan {'zouden veranderen' if proef else 'veranderd'}: {getal(len(anders))}."
    )
    _toon_hersteld(console, [verschil for verschil in verschillen if verschil.is_hersteld], proef)
    if not anders:
        return
    tabel = Table("bron", "maand", box=None, pad_edge=False)
    for kop in ("opgelost", "nieuw", "rijen aanvaard", "rijen geweigerd"):
        tabel.add_column(kop, justify="right")
    for verschil in anders[:_TOON_MAANDEN]:
        tabel.add_row(
            verschil.bron,
            verschil.maand,
            getal(verschil.opgelost.total()),
            getal(verschil.nieuw.total()),
            f"{getal(verschil.rijen_voor)} → {getal(verschil.rijen_na)}",
            f"{getal(verschil.geweigerd_voor)} → {getal(verschil.geweigerd_na)}",
        )
    console.print(tabel)
    if len(anders) > _TOON_MAANDEN:
        console.print(f"en nog {tel(len(anders) - _TOON_MAANDEN, 'maand', 'maanden')}")
    _toon_regels("Bevindingen opgelost", [verschil.opgelost for verschil in anders])
    _toon_regels("Bevindingen nieuw", [verschil.nieuw for verschil in anders])


def _toon_hersteld(console: Console, hersteld: list[Verschil], proef: bool) -> None:
    if not hersteld:
        return
    maanden = ", ".join(f"{deel.bron} {deel.maand}" for deel in hersteld[:_TOON_MAANDEN])
    rest = len(hersteld) - _TOON_MAANDEN
    console.print(
        f"{'Zouden worden hersteld' if proef else 'Hersteld'}, want een bestand in lake/ was "
        f"beschadigd of weg: {getal(len(hersteld))} ({maanden}"
        f"{f' en nog {getal(rest)}' if rest > 0 else ''}).",
        soft_wrap=True,
    )


def _toon_regels(kop: str, per_maand: list[Counter[str]]) -> None:
    aantallen = sum(per_maand, Counter())
    if aantallen:
        regels = ", ".join(f"{regel} {getal(n)}×" for regel, n in aantallen.most_common(12))
        maak_console().print(f"{kop}: {regels}", soft_wrap=True)
