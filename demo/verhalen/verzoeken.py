"""Stories on requests for an allocation (315) and the answers to them (319)."""

from datetime import date

from demo.administratie.inhoud import AntwoordInhoud, VerzoekInhoud
from demo.administratie.model import Toewijzing, Verzoek
from demo.catalogus import Product
from demo.levens import Zorg
from demo.verhalen.verteller import Verteller, get_product


def vertel_verzoeken(verteller: Verteller) -> None:
    """Tell every story on requests and answers."""
    for verhaal in (
        _referentie_twee_keer,
        _tweede_verzoek,
        _antwoord_zonder_verzoek,
        _antwoord_na_toekenning,
        _twee_keer_in_onderzoek,
        _twee_keer_afgewezen,
        _geen_besluit,
    ):
        verhaal(verteller)


def vraag_aan(
    v: Verteller, zorg: Zorg, dag: date, referentie: str = "", product: Product | None = None
) -> str:
    """Send a request for the care on a day; return its reference."""
    referentie = referentie or f"VOT-V-{v.nummer():06d}"
    gevraagd = Zorg(
        zorg.jeugdige,
        zorg.gemeente,
        zorg.aanbieder,
        product or zorg.product,
        zorg.groep,
        zorg.begin,
        0,
        [],
        omvang=zorg.omvang,
    )
    eind = v.dag(9, 30)
    verzoek = Verzoek(referentie, "02", dag, eind, zorg.begin)
    inhoud = VerzoekInhoud(gevraagd, zorg.jeugdige.bsn, verzoek, zorg.begin, eind)
    v.post.stuur_goed("jw315", zorg.gemeente, zorg.aanbieder, dag, inhoud)
    return referentie


def antwoord(
    v: Verteller, zorg: Zorg, referentie: str, dag: date, is_onderzoek: bool = False
) -> None:
    """Send a rejection, or word that the request is under investigation."""
    inhoud = (
        AntwoordInhoud(referentie, "2") if is_onderzoek else AntwoordInhoud(referentie, "1", "7")
    )
    v.post.stuur_goed("jw319", zorg.gemeente, zorg.aanbieder, dag, inhoud)


def ken_toe(v: Verteller, zorg: Zorg, referentie: str, dag: date) -> Toewijzing:
    """Grant a request with an allocation that is decided and sent on a day."""
    toewijzing = v.maak_toewijzing(zorg)
    toewijzing.huidig.datum = dag
    toewijzing.huidig.referentie = referentie
    v.stuur_toewijzing([toewijzing], dag)
    return toewijzing


def _referentie_twee_keer(v: Verteller) -> None:
    eerste, tweede = v.maak_zorg(), v.maak_zorg()
    referentie = vraag_aan(v, eerste, v.dag(2, 3))
    antwoord(v, eerste, referentie, v.dag(2, 6))
    vraag_aan(v, tweede, v.dag(3, 3), referentie)
    ken_toe(v, tweede, referentie, v.dag(3, 6))
    v.verwacht_bevinding("TR347", "jw315", tweede, referentie)


def _tweede_verzoek(v: Verteller) -> None:
    zorg = v.maak_zorg()
    eerste = vraag_aan(v, zorg, v.dag(3, 3))
    tweede = vraag_aan(v, zorg, v.dag(3, 4), product=get_product("45A48"))
    antwoord(v, zorg, eerste, v.dag(3, 6))
    antwoord(v, zorg, tweede, v.dag(3, 7))
    v.verwacht_bevinding("TR374", "jw315", zorg, tweede)


def _antwoord_zonder_verzoek(v: Verteller) -> None:
    zorg, referentie = v.maak_zorg(), f"VOT-V-{v.nummer():06d}"
    antwoord(v, zorg, referentie, v.dag(3, 6))
    v.verwacht_bevinding("TR355", "jw319", zorg, referentie)


def _antwoord_na_toekenning(v: Verteller) -> None:
    zorg = v.maak_zorg()
    referentie = vraag_aan(v, zorg, v.dag(3, 3))
    ken_toe(v, zorg, referentie, v.dag(3, 6))
    antwoord(v, zorg, referentie, v.dag(3, 12))
    v.verwacht_bevinding("TR359", "jw319", zorg, referentie)


def _twee_keer_in_onderzoek(v: Verteller) -> None:
    zorg = v.maak_zorg()
    referentie = vraag_aan(v, zorg, v.dag(3, 3))
    antwoord(v, zorg, referentie, v.dag(3, 5), is_onderzoek=True)
    antwoord(v, zorg, referentie, v.dag(3, 12), is_onderzoek=True)
    ken_toe(v, zorg, referentie, v.dag(3, 20))
    v.verwacht_bevinding("TR360", "jw319", zorg, referentie)


def _twee_keer_afgewezen(v: Verteller) -> None:
    zorg = v.maak_zorg()
    referentie = vraag_aan(v, zorg, v.dag(3, 3))
    antwoord(v, zorg, referentie, v.dag(3, 5))
    antwoord(v, zorg, referentie, v.dag(3, 12))
    v.verwacht_bevinding("TR365", "jw319", zorg, referentie)


def _geen_besluit(v: Verteller) -> None:
    zorg = v.maak_zorg()
    referentie = vraag_aan(v, zorg, v.dag(3, 3))
    v.verwacht_bevinding("W021", "jw319", zorg, referentie)
