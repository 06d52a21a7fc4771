"""Stories on requests for a change (317): each is rejected four days later."""

from dataclasses import replace

from demo.administratie.inhoud import WijzigingInhoud
from demo.administratie.model import GevraagdProduct, Toewijzing
from demo.catalogus import Product
from demo.levens import Zorg
from demo.verhalen.verteller import Verteller, get_product
from demo.verhalen.verzoeken import antwoord

_ONBEKEND = 899_000_000


def vertel_wijzigen(verteller: Verteller) -> None:
    """Tell every story on requests for a change."""
    for verhaal in (
        _jeugdige_onbekend,
        _niet_alles_genoemd,
        _ongewijzigd_onbekend,
        _te_wijzigen_onbekend,
        _ingang_in_verleden,
        _overlap_met_bestaand,
        _budget_met_andere_ingang,
        _omvang_bij_generiek,
        _geen_omvang_bij_specifiek,
        _omvang_bij_aspecifiek,
    ):
        verhaal(verteller)


def _vraag(
    v: Verteller, zorg: Zorg, ongewijzigd: list[int], producten: list[GevraagdProduct]
) -> str:
    """Send a request on 24 March and its rejection; return the reference."""
    referentie = f"VOW-V-{v.nummer():06d}"
    inhoud = WijzigingInhoud(zorg.jeugdige.bsn, referentie, "1", ongewijzigd, producten)
    v.post.stuur_goed("jw317", zorg.gemeente, zorg.aanbieder, v.dag(3, 24), inhoud)
    antwoord(v, zorg, referentie, v.dag(3, 28))
    return referentie


def _verander(toewijzing: Toewijzing, product: Product | None = None) -> GevraagdProduct:
    """Return the wish for a larger volume; ``product`` gives the wish another shape."""
    huidig = toewijzing.huidig
    gevraagd = product or toewijzing.zorg.product
    return GevraagdProduct(
        gevraagd, huidig.ingang, huidig.eind, huidig.omvang + 60, toewijzing.nummer
    )


def _nieuw(v: Verteller, code: str) -> GevraagdProduct:
    return GevraagdProduct(get_product(code), v.dag(4, 7), v.dag(6, 30), 300)


def _jeugdige_onbekend(v: Verteller) -> None:
    zorg, onbekend = v.maak_zorg(), _ONBEKEND + v.nummer()
    referentie = _vraag(v, zorg, [onbekend], [_nieuw(v, "45A48")])
    v.verwacht_bevinding("TR304", "jw317", zorg, referentie)
    v.verwacht_bevinding("TR350", "jw317", zorg, referentie)


def _niet_alles_genoemd(v: Verteller) -> None:
    eerste = v.wijs_toe(v.maak_zorg())
    ander = replace(eerste.zorg, product=get_product("45A48"), omvang=40)
    tweede = v.maak_toewijzing(ander)
    v.stuur_toewijzing([eerste, tweede], v.dag(3, 7))
    referentie = _vraag(v, eerste.zorg, [], [_verander(eerste)])
    v.verwacht_bevinding("TR349", "jw317", eerste.zorg, referentie)


def _ongewijzigd_onbekend(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    onbekend = _ONBEKEND + v.nummer()
    referentie = _vraag(v, toewijzing.zorg, [onbekend], [_verander(toewijzing)])
    v.verwacht_bevinding("TR350", "jw317", toewijzing.zorg, referentie)


def _te_wijzigen_onbekend(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    onbekend = replace(_verander(toewijzing), nummer=_ONBEKEND + v.nummer())
    referentie = _vraag(v, toewijzing.zorg, [toewijzing.nummer], [onbekend])
    v.verwacht_bevinding("TR351", "jw317", toewijzing.zorg, referentie)


def _ingang_in_verleden(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    verleden = replace(_verander(toewijzing), ingang=v.dag(3, 17))
    referentie = _vraag(v, toewijzing.zorg, [], [verleden])
    v.verwacht_bevinding("TR357", "jw317", toewijzing.zorg, referentie)


def _overlap_met_bestaand(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    referentie = _vraag(v, toewijzing.zorg, [toewijzing.nummer], [_nieuw(v, "45A04")])
    v.verwacht_bevinding("TR361", "jw317", toewijzing.zorg, referentie)


def _budget_met_andere_ingang(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg("", "50"))
    later = replace(_verander(toewijzing), ingang=v.dag(4, 1))
    referentie = _vraag(v, toewijzing.zorg, [], [later])
    v.verwacht_bevinding("TR373", "jw317", toewijzing.zorg, referentie)


def _omvang_bij_generiek(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg("", ""))
    specifiek = _verander(toewijzing, get_product("45A04"))
    referentie = _vraag(v, toewijzing.zorg, [], [specifiek])
    v.verwacht_bevinding("TR375", "jw317", toewijzing.zorg, referentie)


def _geen_omvang_bij_specifiek(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg())
    aspecifiek = _verander(toewijzing, get_product("", "45"))
    referentie = _vraag(v, toewijzing.zorg, [], [aspecifiek])
    v.verwacht_bevinding("TR411", "jw317", toewijzing.zorg, referentie)


def _omvang_bij_aspecifiek(v: Verteller) -> None:
    toewijzing = v.wijs_toe(v.maak_zorg("", "45"))
    specifiek = _verander(toewijzing, get_product("45A04"))
    referentie = _vraag(v, toewijzing.zorg, [], [specifiek])
    v.verwacht_bevinding("TR412", "jw317", toewijzing.zorg, referentie)
