"""Stories on claims (323): the line and its allocation, volume and price."""

from dataclasses import replace

from demo.administratie.model import Regel
from demo.verhalen.toewijzen import verwijder
from demo.verhalen.verteller import Verteller

_ONBEKEND = 899_500_000


def vertel_declareren(verteller: Verteller) -> None:
    """Tell every story on claim lines."""
    for verhaal in (
        _toewijzing_onbekend,
        _jeugdige_onbekend,
        _andere_jeugdige,
        _andere_aanbieder,
        _toewijzing_verwijderd,
        _zonder_start,
        _te_vroeg,
        _te_laat,
        _begin_niet_op_rand,
        _eind_niet_op_rand,
        _andere_categorie,
        _andere_code,
        _andere_eenheid,
        _bedrag_klopt_niet,
        _tarief_niet_uit_contract,
        _te_veel_in_een_maand,
        _te_veel_in_totaal,
        _meer_dan_het_budget,
    ):
        verhaal(verteller)


def _verwacht(v: Verteller, regel_code: str, regel: Regel) -> None:
    v.verwacht_bevinding(regel_code, "jw323", regel.toewijzing.zorg, regel.referentie)


def _toewijzing_onbekend(v: Verteller) -> None:
    toewijzing = v.maak_toewijzing(v.maak_zorg())
    toewijzing.nummer = _ONBEKEND + v.nummer()
    regel = v.maak_regel(toewijzing)
    v.declareer([regel])
    _verwacht(v, "TR338", regel)


def _jeugdige_onbekend(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    regel = v.maak_regel(toewijzing)
    regel.toewijzing = replace(toewijzing, zorg=v.maak_zorg())
    v.declareer([regel])
    _verwacht(v, "TR304", regel)


def _andere_jeugdige(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    regel = v.maak_regel(toewijzing)
    regel.toewijzing = replace(toewijzing, zorg=v.wijs_toe(v.maak_zorg()).zorg)
    v.declareer([regel])
    _verwacht(v, "W011", regel)


def _andere_aanbieder(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start("45A48")
    zorg = replace(toewijzing.zorg, aanbieder="99100434")
    regel = v.maak_regel(replace(toewijzing, zorg=zorg))
    v.declareer([regel])
    _verwacht(v, "W012", regel)


def _toewijzing_verwijderd(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    regel = v.maak_regel(toewijzing)
    verwijder(v, toewijzing, 3)
    v.declareer([regel])
    _verwacht(v, "TR384", regel)


def _zonder_start(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    v.declareer([v.maak_regel(toewijzing)])
    v.verwacht_bevinding("W010", "jw305", toewijzing.zorg, toewijzing.nummer)


def _te_vroeg(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    regel.begin = v.dag(3, 1)
    v.declareer([regel])
    _verwacht(v, "TR307", regel)


def _te_laat(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start(), 4)
    regel.eind = v.dag(4, 30)
    v.declareer([regel])
    _verwacht(v, "TR308", regel)


def _begin_niet_op_rand(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    regel.begin = v.dag(3, 17)
    v.declareer([regel])
    _verwacht(v, "TR387", regel)


def _eind_niet_op_rand(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    regel.eind = v.dag(3, 28)
    v.declareer([regel])
    _verwacht(v, "TR388", regel)


def _andere_categorie(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start("54D01")
    regel = v.maak_regel(toewijzing, volume=3)
    regel.categorie = "45"
    v.declareer([regel])
    _verwacht(v, "TR339", regel)
    _verwacht(v, "TR381", regel)


def _andere_code(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    ander = v.maak_regel(v.maak_toewijzing(v.maak_zorg("45A65")))
    regel.code, regel.tarief = ander.code, ander.tarief
    regel.bedrag = ander.bedrag
    v.declareer([regel])
    _verwacht(v, "TR340", regel)


def _andere_eenheid(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start(), volume=4)
    regel.eenheid, regel.tarief, regel.bedrag = "84", 8_000, 32_000
    v.declareer([regel])
    _verwacht(v, "TR341", regel)


def _bedrag_klopt_niet(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    regel.bedrag += 5_000
    v.declareer([regel])
    _verwacht(v, "TR346", regel)


def _tarief_niet_uit_contract(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    assert regel.tarief is not None
    regel.tarief += 10
    regel.bedrag = regel.volume * regel.tarief
    v.declareer([regel])
    _verwacht(v, "TR418", regel)


def _te_veel_in_een_maand(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    weken = 4  # 10 to 31 March touches at most four ISO weeks, and one more never
    regel = v.maak_regel(toewijzing, volume=toewijzing.huidig.omvang * (weken + 1))
    v.declareer([regel])
    _verwacht(v, "TR321", regel)


def _te_veel_in_totaal(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start("54S01")
    eerste, tweede = v.maak_regel(toewijzing, 3, 200), v.maak_regel(toewijzing, 4, 200)
    v.declareer([eerste])
    v.declareer([tweede])
    _verwacht(v, "TR322", tweede)


def _meer_dan_het_budget(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start("", "50")
    regel = v.maak_regel(toewijzing, volume=toewijzing.huidig.omvang + 100)
    v.declareer([regel])
    _verwacht(v, "TR369", regel)
