"""The texts that Typer itself puts in help and errors, in Dutch."""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

HULP = "Toon deze uitleg."


def use_nederlands() -> None:
    """Let Typer write its headings in Dutch; only called when it is about to write any."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenten"
    rich_utils.OPTIONS_PANEL_TITLE = "Opties"
    rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
    rich_utils.ERRORS_PANEL_TITLE = "Fout"
    rich_utils.ABORTED_TEXT = "Afgebroken."
    rich_utils.DEFAULT_STRING = "[standaard: {}]"
    rich_utils.ENVVAR_STRING = "[omgevingsvariabele: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
    rich_utils.RICH_HELP = "Uitleg: [blue]'{command_path} {help_option}'[/]"


def translate_fout(tekst: str) -> str:
    """Return what was wrong with a call in Dutch, as far as its parts are known."""
    for patroon, vervanging in _FOUTEN:
        tekst = re.sub(patroon, vervanging, tekst)
    return tekst


_FOUTEN = (
    (r"Missing argument ('[^']*')\.?", r"\1 ontbreekt."),
    (r"Missing option ('[^']*')\.?", r"De optie \1 ontbreekt."),
    (r"Missing command\.?", "Geef een opdracht."),
    (r"No such command ('[^']*')\.?", r"De opdracht \1 bestaat niet."),
    (r"No such option: (\S+?)\.?(?=\s|$)", r"De optie \1 bestaat niet."),
    (r"Did you mean (.*)\?", r"Bedoelt u \1?"),
    (r"\(Possible options: (.*)\)", r"Bedoelt u een van deze: \1?"),
    (r"Got unexpected extra arguments? \((.*)\)", r"Er staat te veel: \1."),
    (r"Option ('[^']*') requires an argument\.?", r"Bij de optie \1 hoort een waarde."),
    (r"Invalid value for ('.*?'): ", r"De waarde bij \1 kan niet: "),
    (r"(?i)(path|file|directory) ('.*') does not exist\.?", r"\2 bestaat niet."),
    (r"(?i)(path|file|directory) ('.*') is an? (file|directory)\.?", r"\2 is hier niet bruikbaar."),
    (r"(Value error, )?('.*?') is not one of (.*)\.", r"\2 is niet een van \3."),
    (r"Input should be a valid (integer|number), .*", "dat is geen getal."),
    (r"Input should be greater than or equal to (.*)", r"minstens \1."),
    (r"Input should be less than or equal to (.*)", r"hoogstens \1."),
)


class Opdracht(TyperCommand):
    """A command that explains itself in Dutch."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with a Dutch text."""
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = HULP
        return optie

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        use_nederlands()
        super().format_help(ctx, formatter)


class Groep(TyperGroup):
    """The group of all commands, Dutch in help and errors."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with a Dutch text."""
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = HULP
        return optie

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        use_nederlands()
        super().format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a wrong call is told under a Dutch heading."""
        try:
            return super().invoke(ctx)
        except typer.Exit:
            raise
        except Exception as fout:
            if hasattr(fout, "format_message"):
                use_nederlands()
                vertaald = translate_fout(fout.format_message())
                fout.format_message = lambda: vertaald
            raise
