"""Pieces of Markdown that the generated pages share."""

from collections.abc import Iterable, Sequence


def render_kop(bron: str) -> str:
    """Return the first line of a generated page; ``bron`` is the data that it comes from."""
    return (
        f"<!-- Gegenereerd uit {bron} met `python -m schemas.render`;"
        " niet met de hand wijzigen. -->\n\n"
    )


def render_tabel(kolommen: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Return a table; a bar in a cell is escaped."""
    regels = [kolommen, ["---"] * len(kolommen), *rijen]
    return "".join(f"| {' | '.join(map(_cel, regel))} |\n" for regel in regels) + "\n"


def render_opsomming(delen: Sequence[str]) -> str:
    """Return words as in a sentence: ``a, b en c``."""
    return " en ".join(filter(None, [", ".join(delen[:-1]), *delen[-1:]]))


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|").replace("\n", " ")
