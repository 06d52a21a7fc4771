"""Answer key: writes the tables about the use of care."""

from pathlib import Path

from demo.antwoorden.bij import list_bij
from demo.antwoorden.duur import (
    list_combinaties,
    list_duren,
    list_herhaald_vooruit,
    list_stapeling,
)
from demo.antwoorden.gebruik import list_kenmerken, list_niveaus, list_stroom, make_gebruik
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid


def write_gebruik(folder: Path, waarheid: Waarheid) -> None:
    """Write every table of the answer key about the use of care into ``folder``."""
    gebruik = make_gebruik(waarheid)
    write_tabel(
        folder,
        "gebruik_stroom",
        (
            "kwartaal",
            "gebied",
            "zorgvorm",
            "aantal_jeugdigen",
            "aantal_toewijzingen",
            "aantal_alleen_declaratie",
            "aantal_begin",
            "instroom",
            "doorstroom",
            "uitstroom",
            "aantal_eind",
        ),
        list_stroom(gebruik),
    )
    write_tabel(
        folder,
        "gebruik_kenmerk",
        ("kwartaal", "gebied", "kenmerk", "groep", "aantal_jeugdigen"),
        list_kenmerken(gebruik),
    )
    write_tabel(
        folder,
        "gebruik_niveau",
        ("kwartaal", "gebied", "niveau", "aantal_jeugdigen"),
        list_niveaus(gebruik),
    )
    write_tabel(
        folder,
        "gebruik_bij",
        (
            "periode",
            "gebied",
            "hulpvorm",
            "aantal_jongeren",
            "aantal_trajecten",
            "aantal_begonnen",
            "aantal_nieuw",
            "aantal_herhaald",
            "aantal_aansluitend",
            "aantal_begonnen_met_crisis",
            "aantal_beeindigd",
            "aantal_trajecten_peildatum",
            "aantal_jongeren_peildatum",
        ),
        list_bij(waarheid),
    )
    write_tabel(
        folder,
        "gebruik_stapeling",
        ("kwartaal", "gebied", "stapeling_groep", "aantal_jeugdigen"),
        list_stapeling(gebruik),
    )
    write_tabel(
        folder,
        "gebruik_combinatie",
        ("jaar", "zorgvorm", "andere_zorgvorm", "aantal_jeugdigen"),
        list_combinaties(gebruik),
    )
    write_tabel(
        folder,
        "gebruik_herhaald_vooruit",
        ("halfjaar", "gebied", "aantal_trajecten", "aantal_herhaald"),
        list_herhaald_vooruit(waarheid),
    )
    write_tabel(
        folder,
        "gebruik_duur",
        (
            "jaar",
            "gebied",
            "zorgvorm",
            "aantal_begonnen",
            "aantal_beeindigd",
            "aantal_lopend",
            "dagen_beeindigd",
            "dagen_lopend",
            "mediaan_met_lopend",
        ),
        list_duren(waarheid),
    )
