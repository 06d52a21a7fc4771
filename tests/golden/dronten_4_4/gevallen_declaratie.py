"""Hard cases in claims and answers: one function per case, named after it."""

from datetime import date
from typing import Any

from declaraties import Weigering
from geval import Verhaal
from verhaal import Toewijzing, add_maanden

OPEN_DECLARATIE = date(2025, 1, 1)  # claimed on 10-2-2025, not answered before the stand


def laat(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The line rides along in the claim of January 2025."""
    toewijzing.get_regel(maand).declaratie_maand = OPEN_DECLARATIE


def _correct_dubbel(toewijzing: Toewijzing, maand: date, declaratie_maand: date) -> None:
    """The debit is twice too high; credit and right debit follow in one later claim."""
    fout = toewijzing.get_regel(maand)
    volume, bedrag = fout.volume, fout.bedrag
    fout.volume, fout.bedrag = 2 * volume, 2 * bedrag
    later: dict[str, Any] = {"declaratie_maand": declaratie_maand}
    toewijzing.add_regel(
        maand, fout.volume, fout.bedrag, debet_credit="C", vorige=fout.referentie, **later
    )
    toewijzing.add_regel(maand, volume, bedrag, **later)


def credit(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Corrected two months later."""
    _correct_dubbel(toewijzing, maand, add_maanden(maand, 2))


def credit_laat(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Corrected in the claim that is still open at the stand."""
    _correct_dubbel(toewijzing, maand, OPEN_DECLARATIE)


def regel_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Refused for its tariff, submitted again a month later."""
    fout = toewijzing.get_regel(maand)
    volume, bedrag = fout.volume, fout.bedrag
    fout.tarief, fout.bedrag, fout.afkeur_code = 160, volume * 160, "0611"
    toewijzing.add_regel(maand, volume, bedrag, declaratie_maand=add_maanden(maand, 1))


def _refuse(verhaal: Verhaal, toewijzing: Toewijzing, maand: date, weigering: Weigering) -> None:
    verhaal.weigeringen[toewijzing.gemeente, toewijzing.aanbieder, maand] = weigering


def declaratie_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The whole claim is refused and sent again with new references."""
    _refuse(verhaal, toewijzing, maand, Weigering("0200", "9333", nieuwe_referenties=True))


def declaratie_geweigerd_zelfde(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The whole claim is refused and sent again with the same references."""
    _refuse(verhaal, toewijzing, maand, Weigering("0200", "9333"))


def bestand_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The whole file is refused in the header and sent again."""
    _refuse(verhaal, toewijzing, maand, Weigering("0001"))


def dubbel_bestand(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Everything of this aanbieder in one month arrives again two months later."""
    opnieuw = f"{add_maanden(maand, 2):%Y-%m}"
    verhaal.dubbel += [(toewijzing.aanbieder, f"{maand:%Y-%m}", opnieuw)]
    verhaal.dubbel += [(toewijzing.aanbieder, "2024-01", "2024-11")]
    verhaal.dubbel += [(toewijzing.aanbieder, "2023-12", "2024-11")]


def zorg_2023(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The toewijzing starts in November 2023."""
    toewijzing.ingang, toewijzing.toewijzing_datum = maand, add_maanden(maand, -1)
    for index in range(2):
        toewijzing.add_regel(add_maanden(maand, index), toewijzing.volume, 97500)


def zorg_2025(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The toewijzing runs on in 2025."""
    toewijzing.add_regel(maand, toewijzing.volume, 97500)


def onbekende_toewijzing(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """A line on a number that was never given, refused."""
    los = verhaal.add_los("onbekende_toewijzing", maand, bsn=toewijzing.bsn, nummer=999999)
    los.add_regel(maand, 600, 90000, afkeur_code="9338")
    los.heeft_start = False
    verhaal.zelf_verstuurd.add(los.nummer)


def antwoord_na_stand(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The answer of 24 February 2025 refuses the late line."""
    toewijzing.get_regel(maand).afkeur_code = "9321"


def credit_na_stand(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """A line is credited in the claim of February 2025."""
    debet = toewijzing.get_regel(maand)
    toewijzing.add_regel(
        maand,
        debet.volume,
        debet.bedrag,
        debet_credit="C",
        vorige=debet.referentie,
        declaratie_maand=date(2025, 2, 1),
    )
