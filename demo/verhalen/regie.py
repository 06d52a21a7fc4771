"""Stories on starts and stops (305, 307)."""

from dataclasses import replace
from datetime import timedelta

from demo.administratie.inhoud import RegieProduct
from demo.verhalen.verteller import Verteller


def vertel_regie(verteller: Verteller) -> None:
    """Tell every story on starts and stops."""
    for verhaal in (
        _start_zonder_toewijzing,
        _verwijdering_zonder_start,
        _start_weg_maar_stop_niet,
        _zelfde_start_twee_keer,
        _tweede_start,
        _stop_zonder_start,
        _twee_tijdelijke_stops,
        _definitief_voor_tijdelijk,
        _twee_definitieve_stops,
        _start_buiten_periode,
        _nooit_gestart,
        _identificatie_twee_keer,
    ):
        verhaal(verteller)


def _start_zonder_toewijzing(v: Verteller) -> None:
    toewijzing = v.maak_toewijzing(v.maak_zorg())
    v.start(toewijzing)
    v.verwacht_bevinding("TR019", "jw305", toewijzing.zorg, toewijzing.nummer)


def _verwijdering_zonder_start(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    v.meld("jw305", RegieProduct(toewijzing, v.dag(3, 17), "3"), v.dag(3, 20))
    v.verwacht_bevinding("TR063", "jw305", toewijzing.zorg, toewijzing.nummer)


def _start_weg_maar_stop_niet(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    weg = RegieProduct(toewijzing, toewijzing.huidig.ingang, "3")
    v.meld("jw305", weg, v.dag(4, 24))
    v.verwacht_bevinding("TR071", "jw305", toewijzing.zorg, toewijzing.nummer)
    v.verwacht_bevinding("TR382", "jw307", toewijzing.zorg, toewijzing.nummer)


def _zelfde_start_twee_keer(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    v.meld("jw305", RegieProduct(toewijzing, toewijzing.huidig.ingang), v.dag(3, 19))
    v.verwacht_bevinding("TR074", "jw305", toewijzing.zorg, toewijzing.nummer)


def _tweede_start(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    v.start(toewijzing)
    v.stop(v.start(toewijzing, v.dag(3, 17)), v.dag(4, 20))
    v.verwacht_bevinding("TR326", "jw305", toewijzing.zorg, toewijzing.nummer)


def _stop_zonder_start(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    v.stop(RegieProduct(toewijzing, toewijzing.huidig.ingang), v.dag(4, 20))
    v.verwacht_bevinding("TR382", "jw307", toewijzing.zorg, toewijzing.nummer)


def _twee_tijdelijke_stops(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    start = v.start(toewijzing)
    v.stop(start, v.dag(3, 20), "20")
    v.stop(start, v.dag(3, 25), "20")
    v.verwacht_bevinding("TR413", "jw307", toewijzing.zorg, toewijzing.nummer)


def _definitief_voor_tijdelijk(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    start = v.start(toewijzing)
    v.stop(start, v.dag(3, 28), "20")
    definitief = replace(start, eind=v.dag(3, 21), reden="34")
    v.meld("jw307", definitief, v.dag(4, 8))
    v.verwacht_bevinding("TR414", "jw307", toewijzing.zorg, toewijzing.nummer)


def _twee_definitieve_stops(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    start = v.start(toewijzing)
    v.stop(start, v.dag(3, 28), "31")
    v.stop(start, v.dag(4, 4), "34")
    v.verwacht_bevinding("TR415", "jw307", toewijzing.zorg, toewijzing.nummer)


def _start_buiten_periode(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    begin = toewijzing.huidig.ingang - timedelta(days=4)
    v.stop(v.start(toewijzing, begin), v.dag(4, 20))
    v.verwacht_bevinding("W009", "jw305", toewijzing.zorg, toewijzing.nummer)


def _nooit_gestart(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg(), eind=v.dag(9, 30))
    v.verwacht_bevinding("W024", "jw305", toewijzing.zorg, toewijzing.nummer)


def _identificatie_twee_keer(v: Verteller) -> None:
    eerste = v.wijs_toe(v.maak_zorg())
    tweede = v.wijs_toe(v.maak_zorg(), v.dag(5, 12), v.dag(6, 20))
    for toewijzing in (eerste, tweede):
        v.stop(v.start(toewijzing), toewijzing.huidig.ingang + timedelta(days=20))
    starts = [b for b in v.post.berichten[-8:] if b.soort == "jw305"]
    starts[1].identificatie = starts[0].identificatie
    v.verwacht_bevinding("TR056", "jw305", tweede.zorg, starts[0].identificatie)
