"""How the command line looks: Dutch numbers, progress bars, and errors without a traceback."""

import errno
import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import typer

from orchestration.cli.onderbreking import watch_onderbreking
from orchestration.fouten import RegiobeeldFout
from orchestration.naam import to_zichtbaar, toon_naam

if TYPE_CHECKING:
    from rich.console import Console

    from orchestration.voortgang import Voortgang

P = ParamSpec("P")
R = TypeVar("R")

DEBUG = "REGIOBEELD_DEBUG"

_OORZAKEN = {
    errno.ENOENT: "Bestand of map bestaat niet",
    errno.EACCES: "Geen toegang",
    errno.EPERM: "Geen toegang",
    errno.EROFS: "De schijf is alleen te lezen",
    errno.ENOSPC: "De schijf is vol",
    errno.EISDIR: "Dit is een map en geen bestand",
    errno.ENOTDIR: "Dit is een bestand en geen map",
}


def meld_fouten(opdracht: Callable[P, R]) -> Callable[P, R]:
    """Let a command end in one Dutch message and exit code 2 instead of a traceback."""

    @functools.wraps(opdracht)
    def uitvoeren(*args: P.args, **kwargs: P.kwargs) -> R:
        with watch_onderbreking() as kreeg_sigterm:
            try:
                return opdracht(*args, **kwargs)
            except RegiobeeldFout as fout:
                meld_fout(fout.wat, fout.wat_te_doen)
                raise typer.Exit(2) from None
            except KeyboardInterrupt:
                if kreeg_sigterm():
                    meld_fout(
                        "Gestopt, omdat de computer of een beheerder daarom vroeg (SIGTERM).",
                        "Er is niets verloren: wat klaar was, blijft staan. Geef dezelfde opdracht "
                        "opnieuw om verder te gaan.",
                    )
                    raise typer.Exit(143) from None
                meld_fout("Afgebroken.", "Start gerust opnieuw: er is niets half gebleven.")
                raise typer.Exit(130) from None
            except OSError as fout:
                meld_fout(
                    f"{_OORZAKEN.get(fout.errno or 0, fout.strerror or str(fout))}: "
                    f"{toon_naam(fout.filename or 'onbekende plaats')}.",
                    "Controleer of de map bestaat, de rechten erop en of de schijf vol is.",
                )
                raise typer.Exit(2) from None
            except Exception as fout:
                if isinstance(fout, typer.Exit | typer.Abort) or hasattr(fout, "format_message"):
                    raise  # meant for Typer: an exit code, or a wrong call
                _meld_onverwacht(fout)
                raise typer.Exit(2) from None

    return uitvoeren


def meld_fout(wat: str, wat_te_doen: str) -> None:
    """Say on stderr what went wrong and what to do."""
    console = maak_console(stderr=True)
    console.print(f"[bold red]Fout:[/] {_veilig(wat)}", highlight=False)
    if wat_te_doen:
        console.print(f"[bold]Wat te doen:[/] {_veilig(wat_te_doen)}", highlight=False)


def _meld_onverwacht(fout: Exception) -> None:
    """Say only which kind of error it was: its text may quote a delivery."""
    if os.environ.get(DEBUG) == "1":
        import traceback

        traceback.print_exception(fout)
    meld_fout(
        f"Er ging iets mis dat Regiobeeld niet verwacht ({type(fout).__name__}).",
        "Kijk met `regiobeeld doctor` of alles in orde is. Blijft het misgaan, meld het dan aan de "
        f"makers. Met {DEBUG}=1 ziet u waar het misging; lees dat na voordat u het doorstuurt, er "
        "kan iets uit een levering in staan.",
    )


def maak_console(stderr: bool = False) -> "Console":
    """Return the console; wide enough for a table when output goes to a file."""
    from rich.console import Console

    breedte = None if "COLUMNS" in os.environ or os.isatty(1) else 120
    return Console(stderr=stderr, width=breedte, highlight=False, soft_wrap=False)


def getal(waarde: int) -> str:
    """Return a whole number as the Dutch write it."""
    return f"{waarde:,}".replace(",", ".")


def _veilig(tekst: str) -> str:
    """Return a text that any screen can take, in which brackets are not taken for markup."""
    regels = (to_zichtbaar(regel) for regel in tekst.split("\n"))
    return "\n".join(regels).replace("[", r"\[")


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
