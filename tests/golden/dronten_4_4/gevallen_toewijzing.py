"""Hard cases in requests, allocations, starts and stops: one function per case."""

from dataclasses import replace
from datetime import date, timedelta

import post as p
from geval import Verhaal
from verhaal import LELYSTAD, Toewijzing, add_maanden, get_laatste_dag


def verwijderd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """A second toewijzing of this youth is deleted (13); a line on it is refused."""
    weg = verhaal.add_los("verwijderd", maand, bsn=toewijzing.bsn, heeft_start=False)
    weg.add_regel(maand, 600, 90000, afkeur_code="9384")
    p.send_toewijzing(
        verhaal.post,
        replace(
            weg, eind=weg.ingang, reden_wijziging="13", toewijzing_datum=weg.ingang.replace(day=5)
        ),
    )


def toewijzing_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """First sent for another youth, with a later time, and refused (302)."""
    ander = verhaal.toewijzingen["G09", 3].bsn
    fout = replace(toewijzing, bsn=ander, toewijzing_tijd="17:00:00", categorie="48", eind=maand)
    fout = replace(fout, codes=("48A03",))
    identificatie = p.send_toewijzing(verhaal.post, fout)
    p.send_retour_301(verhaal.post, fout, identificatie, fout.toewijzing_datum, "9332")


def verwijdering_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """A deletion (13) is refused because there are granted lines (302, 9385)."""
    weg = replace(
        toewijzing,
        eind=toewijzing.ingang,
        reden_wijziging="13",
        toewijzing_datum=date(2024, 9, 2),
        referentie="",
    )
    identificatie = p.send_toewijzing(verhaal.post, weg)
    p.send_retour_301(verhaal.post, weg, identificatie, weg.toewijzing_datum, "9385")


def _refuse_verzoek(
    verhaal: Verhaal, toewijzing: Toewijzing, verwijzer_type: str, code: str, met_payload: bool
) -> None:
    """The first 315 names another verwijzer and is refused; the right one follows."""
    fout = replace(toewijzing, verwijzer_type=verwijzer_type)
    dagtekening = toewijzing.toewijzing_datum - timedelta(days=12)
    identificatie = p.send_verzoek(verhaal.post, fout, dagtekening)
    p.send_retour_315(verhaal.post, fout, identificatie, dagtekening, code, met_payload=met_payload)


def verzoek_geweigerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Refused in the header."""
    _refuse_verzoek(verhaal, toewijzing, "01", "0001", met_payload=False)


def verzoek_geweigerd_client(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Refused on its product."""
    _refuse_verzoek(verhaal, toewijzing, "04", "9347", met_payload=True)


def volgorde(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """A new version is decided in June; the old one is sent again in September."""
    nieuw = replace(
        toewijzing,
        eind=date(2025, 6, 30),
        reden_wijziging="05",
        toewijzing_datum=date(2024, 6, 3),
        referentie="",
    )
    p.send_toewijzing(verhaal.post, nieuw)
    p.send_toewijzing(verhaal.post, toewijzing, date(2024, 9, 2))


def vow_referentie(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The second version, with the reference of a VOW, arrives months before the first."""
    tweede = replace(
        toewijzing,
        eind=date(2025, 12, 31),
        reden_wijziging="04",
        toewijzing_datum=date(2024, 7, 1),
        referentie="W2024-0001",
    )
    p.send_toewijzing(verhaal.post, tweede)
    p.send_toewijzing(verhaal.post, toewijzing, ontvangst="2024-12")
    verhaal.zelf_verstuurd.add(toewijzing.nummer)


def ongewijzigd_herhaald(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The same toewijzing unchanged in a later message (OP087)."""
    p.send_toewijzing(verhaal.post, replace(toewijzing, referentie=""), maand.replace(day=15))


def oprekken(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """First until the end of May, later until the end of August."""
    p.send_toewijzing(verhaal.post, replace(toewijzing, eind=get_laatste_dag(maand)))
    toewijzing.toewijzing_datum = maand.replace(day=21)
    toewijzing.reden_wijziging = "04"


def verhuizing(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The care goes on in Lelystad under a number of that gemeente."""
    daar = verhaal.add_los(
        "verhuizing",
        maand,
        gemeente=LELYSTAD,
        bsn=toewijzing.bsn,
        aanbieder=toewijzing.aanbieder,
        codes=toewijzing.codes,
        eenheid="04",
        tarief=8400,
        volume=8,
    )
    for index in range(4):
        daar.add_regel(add_maanden(maand, index), 8, 67200)


def zelfde_nummers(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Lelystad uses the numbers of Dronten, for the same youths."""
    for volgnummer in range(1, 13):
        hier = verhaal.toewijzingen["G02", volgnummer]
        daar = replace(
            hier, gemeente=LELYSTAD, eenheid="83", tarief=None, verwijzer_type="", regels=[]
        )
        daar = replace(daar, referentie="", volume=100000)
        daar.add_regel(maand, 100000, 100000)
        verhaal.toewijzingen["zelfde_nummers", volgnummer] = daar


def start_vergeten(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """No 305 at all."""
    toewijzing.heeft_start = False


def start_gecorrigeerd(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """A start on the 15th is removed; the right start on the 1st follows as usual."""
    for status in ("1", "3"):
        p.send_start(verhaal.post, toewijzing, maand.replace(day=15), status)


def tijdelijke_stop(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """Paused in June, started again in August."""
    p.send_stop(verhaal.post, toewijzing, toewijzing.ingang, get_laatste_dag(maand), "20")
    p.send_start(verhaal.post, toewijzing, add_maanden(maand, 2))


def verzoek_in_onderzoek(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """First a 319 that says: under investigation."""
    p.send_antwoord(verhaal.post, toewijzing, toewijzing.toewijzing_datum - timedelta(days=5), "2")


def retour_na_stand(verhaal: Verhaal, toewijzing: Toewijzing, maand: date) -> None:
    """The request turns out refused, on 3 March 2025."""
    dagtekening = toewijzing.toewijzing_datum - timedelta(days=10)
    identificatie = p.send_verzoek(verhaal.post, toewijzing, dagtekening)
    p.send_retour_315(
        verhaal.post, toewijzing, identificatie, dagtekening, "9374", date(2025, 3, 3), True
    )
    verhaal.verzoek_verstuurd.add(toewijzing.nummer)
