"""How the command line looks: Dutch numbers, progress bars, and errors without a traceback."""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import typer

from orchestration.fouten import RegiobeeldFout

if TYPE_CHECKING:
    from rich.console import Console

    from orchestration.voortgang import Voortgang

P = ParamSpec("P")
R = TypeVar("R")


def meld_fouten(opdracht: Callable[P, R]) -> Callable[P, R]:
    """Let a command end in one Dutch message and exit code 2 instead of a traceback."""

    @functools.wraps(opdracht)
    def uitvoeren(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return opdracht(*args, **kwargs)
        except RegiobeeldFout as fout:
            meld_fout(fout.wat, fout.wat_te_doen)
            raise typer.Exit(2) from None
        except KeyboardInterrupt:
            meld_fout("Afgebroken.", "Start gerust opnieuw: er is niets half gebleven.")
            raise typer.Exit(130) from None
        except OSError as fout:
            meld_fout(
                f"{fout.strerror or fout} ({fout.filename or 'onbekende plaats'}).",
                "Controleer de rechten op de map en of de schijf vol is.",
            )
            raise typer.Exit(2) from None

    return uitvoeren


def meld_fout(wat: str, wat_te_doen: str) -> None:
    """Say on stderr what went wrong and what to do."""
    console = maak_console(stderr=True)
    console.print(f"[bold red]Fout:[/] {_veilig(wat)}", highlight=False)
    if wat_te_doen:
        console.print(f"[bold]Wat te doen:[/] {_veilig(wat_te_doen)}", highlight=False)


def maak_console(stderr: bool = False) -> "Console":
    """Return the console; wide enough for a table when output goes to a file."""
    from rich.console import Console

    breedte = None if "COLUMNS" in os.environ or os.isatty(1) else 120
    return Console(stderr=stderr, width=breedte, highlight=False, soft_wrap=False)


def getal(waarde: int) -> str:
    """Return a whole number as the Dutch write it."""
    return f"{waarde:,}".replace(",", ".")


def _veilig(tekst: str) -> str:
    """Return a text in which brackets are not taken for markup."""
    return tekst.replace("[", r"\[")


@contextmanager
def toon_voortgang() -> Iterator["Voortgang"]:
    """Show a bar per step while the work lasts; plain lines when nobody watches."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = maak_console(stderr=True)
    if not console.is_terminal:
        yield _toon_regels(console)
        return
    kolommen = (
        TextColumn("{task.description:<28}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*kolommen, console=console) as voortgang:
        taken: dict[str, int] = {}

        def toon(stap: str, klaar: int, totaal: int) -> None:
            if stap not in taken:
                taken[stap] = voortgang.add_task(stap, total=totaal)
            voortgang.update(taken[stap], completed=klaar, total=totaal)  # type: ignore[arg-type]

        yield toon


def _toon_regels(console: "Console") -> "Voortgang":
    def toon(stap: str, klaar: int, totaal: int) -> None:
        if klaar == totaal and totaal:
            console.print(f"{stap}: {getal(klaar)} van {getal(totaal)}")

    return toon
