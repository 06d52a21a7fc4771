"""What the gecertificeerde instelling reports of its measures beside the messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.administratie.model import Toewijzing
from demo.catalogus import read_aanbieders, read_gemeenten
from demo.kalender import add_maanden, laatste_dag
from demo.kwartalen import Opgave

_TYPEN_JR = ("41", "42", "50", "51", "62")
_GEWICHTEN_JR = (70, 12, 6, 8, 4)
_ONBEKEND = 0.12  # share of the cells that stay empty


@dataclass(frozen=True)
class Maatregel:
    """What is known of the measure on one allocation; None where the cell stays empty."""

    gemeente: str
    toewijzing_nummer: int
    type: str | None
    uitspraak: date | None
    eerste_contact: date | None
    erkende_interventie: bool | None
    machtiging: str | None
    machtiging_begin: date | None
    machtiging_eind: date | None


def voeg_maatregelen_toe(
    rng: Random, opgaven: list[Opgave], toewijzingen: Iterable[Toewijzing]
) -> None:
    """Add to every opgave of a GI the measures that ran in its quarter.

    The type is only told for jeugdreclassering, where the product does not tell it; a youth keeps
    the same type. The same measure is reported alike in every quarter.
    """
    typen: dict[str, str] = {}
    maatregelen = [
        (toewijzing, _maak(rng, toewijzing, typen))
        for toewijzing in toewijzingen
        if toewijzing.zorg.product.is_jb_jr
        and toewijzing.zorg.gemeente in read_gemeenten()
        and toewijzing.besluiten
        and not toewijzing.is_verwijderd
        and rng.random() > _ONBEKEND
    ]
    for opgave in opgaven:
        if opgave.is_nul or read_aanbieders()[opgave.agb].type != "gecertificeerde_instelling":
            continue
        begin = date(int(opgave.kwartaal[:4]), 3 * int(opgave.kwartaal[-1]) - 2, 1)
        eind = laatste_dag(add_maanden(begin, 2))
        opgave.maatregelen = [
            maatregel
            for toewijzing, maatregel in maatregelen
            if toewijzing.zorg.aanbieder == opgave.agb
            and toewijzing.huidig.ingang <= eind
            and (toewijzing.huidig.eind is None or toewijzing.huidig.eind >= begin)
        ]


def _maak(rng: Random, toewijzing: Toewijzing, typen: dict[str, str]) -> Maatregel:
    ingang, is_jr = toewijzing.huidig.ingang, toewijzing.zorg.product.categorie == "47"
    uitspraak = ingang - timedelta(days=rng.choice((0, 0, 1, 3)))
    contact = uitspraak + timedelta(days=rng.choice((-4, 0, 1, 3, 4, 6, 7, 8, 12, 20)))
    type_jr = typen.setdefault(
        toewijzing.zorg.jeugdige.bsn, rng.choices(_TYPEN_JR, _GEWICHTEN_JR)[0]
    )
    heeft_machtiging = not is_jr and rng.random() < 0.35
    begin = ingang + timedelta(days=rng.randrange(90))
    return Maatregel(
        toewijzing.zorg.gemeente,
        toewijzing.nummer,
        type_jr if is_jr else None,
        None if rng.random() < _ONBEKEND else uitspraak,
        None if rng.random() < _ONBEKEND else contact,
        rng.choice((True, False, False, None)) if is_jr else None,
        rng.choice(("72", "72", "72", "71")) if heeft_machtiging else None,
        begin if heeft_machtiging else None,
        begin + timedelta(days=182) if heeft_machtiging else None,
    )
