"""Stories on allocations (301)."""

from dataclasses import replace
from datetime import timedelta

from demo.administratie.model import Besluit, Toewijzing
from demo.verhalen.verteller import Verteller

_GEEN_GEMEENTE = "0001"


def vertel_toewijzen(verteller: Verteller) -> None:
    """Tell every story on allocations."""
    for verhaal in (
        _nummer_van_een_ander,
        _verzoek_onbekend,
        _verwijderd_na_toekenning,
        _twee_versies_van_een_besluit,
        _stapeling,
        _gemeente_bestaat_niet,
        _code_van_andere_categorie,
    ):
        verhaal(verteller)


def _nummer_van_een_ander(v: Verteller) -> None:
    eerste = v.wijs_toe(v.maak_zorg())
    tweede = v.maak_toewijzing(v.maak_zorg(), v.dag(5, 12), v.dag(6, 20))
    tweede.nummer = eerste.nummer
    v.stuur_toewijzing([tweede])
    v.verwacht_bevinding("TR332", "jw301", tweede.zorg, tweede.nummer)


def _verzoek_onbekend(v: Verteller) -> None:
    toewijzing = v.maak_toewijzing(v.maak_zorg())
    toewijzing.huidig.referentie = "VOT-ONBEKEND"
    v.stuur_toewijzing([toewijzing])
    v.verwacht_bevinding("TR379", "jw301", toewijzing.zorg, toewijzing.nummer)


def verwijder(v: Verteller, toewijzing: Toewijzing, maand: int) -> None:
    """Delete an allocation on the 20th of a month (RedenWijziging 13)."""
    huidig = toewijzing.huidig
    toewijzing.besluiten.append(
        Besluit(v.dag(maand, 20), "10:00:00", huidig.ingang, huidig.ingang, huidig.omvang, "13")
    )
    v.stuur_toewijzing([toewijzing])


def _verwijderd_na_toekenning(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    v.declareer([v.maak_regel(toewijzing)])
    verwijder(v, toewijzing, 5)
    v.verwacht_bevinding("TR385", "jw301", toewijzing.zorg, toewijzing.nummer)


def _twee_versies_van_een_besluit(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    toewijzing.besluiten.append(replace(toewijzing.huidig, omvang=240))
    v.stuur_toewijzing([toewijzing], v.dag(3, 14))
    v.verwacht_bevinding("W005", "jw301", toewijzing.zorg, toewijzing.nummer)


def _stapeling(v: Verteller) -> None:
    eerste = v.wijs_toe(v.maak_zorg())
    tweede = v.wijs_toe(eerste.zorg, v.dag(3, 24), v.dag(4, 27))
    v.verwacht_bevinding("W006", "jw301", tweede.zorg, tweede.nummer)


def _gemeente_bestaat_niet(v: Verteller) -> None:
    """After the last whole year: of care before it the list of gemeenten is not complete."""
    zorg = v.maak_zorg()
    zorg.gemeente = _GEEN_GEMEENTE
    begin = v.dag(12, 31) + timedelta(days=12)
    v.wijs_toe(zorg, begin, begin + timedelta(days=30))
    v.verwacht_bevinding("TR378", "jw301", zorg, _GEEN_GEMEENTE)


def _code_van_andere_categorie(v: Verteller) -> None:
    zorg = v.maak_zorg()
    zorg.product = replace(zorg.product, categorie="44")
    toewijzing = v.wijs_toe(zorg)
    v.verwacht_bevinding("TR381", "jw301", zorg, toewijzing.nummer)
