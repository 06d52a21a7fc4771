"""What may stand in a message, element by element, and what each of them means."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.ijw.standaard import Element, Standaard, read_csv, read_standaard
from schemas.ijw.vlak import child_elements


@dataclass(frozen=True)
class Plek:
    """One element at its place in a message; ``pad`` runs from below the root.

    ``is_persoonlijk`` is true for what says who or where a person is, and all below it.
    """

    pad: tuple[str, ...]
    element: Element
    is_persoonlijk: bool
    omschrijving: str


def list_plekken(release: str, bericht: str) -> tuple[Plek, ...]:
    """Return every place of a message, in the order in which the standard has them.

    Raises:
        KeyError: ``omschrijvingen.csv`` does not describe an element.
    """
    standaard = read_standaard(release)
    uitleg = {
        (row["klasse"], row["element"]): row for row in read_csv(release, "omschrijvingen.csv")
    }
    return tuple(_walk(standaard, bericht, uitleg, (), "Root", False))


def _walk(
    standaard: Standaard,
    bericht: str,
    uitleg: dict[tuple[str, str], dict[str, str]],
    pad: tuple[str, ...],
    klasse: str,
    ouder_is_persoonlijk: bool,
) -> Iterator[Plek]:
    for element in child_elements(standaard, bericht, pad):
        row = uitleg.get((klasse, element.naam)) or uitleg["", element.naam]
        plek = Plek(
            pad=(*pad, element.naam),
            element=element,
            is_persoonlijk=ouder_is_persoonlijk or row["persoonsgegeven"] == "ja",
            omschrijving=row["omschrijving"],
        )
        yield plek
        yield from _walk(standaard, bericht, uitleg, plek.pad, element.type, plek.is_persoonlijk)
