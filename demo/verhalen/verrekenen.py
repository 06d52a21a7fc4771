"""Stories on what lies between claims and answers (323, 325): numbers, credits, answers."""

from dataclasses import replace
from datetime import timedelta

from demo.administratie.inhoud import DeclaratieAntwoordInhoud
from demo.administratie.model import Declaratie, Regel
from demo.verhalen.verteller import Verteller


def vertel_verrekenen(verteller: Verteller) -> None:
    """Tell every story on numbers, credits and answers."""
    for verhaal in (
        _referentie_twee_keer,
        _declaratienummer_twee_keer,
        _twee_debetregels,
        _credit_van_niets,
        _twee_keer_gecrediteerd,
        _credit_met_andere_inhoud,
        _maand_overgeslagen,
        _laat_gedeclareerd,
        _geen_antwoord,
        _antwoord_op_niets,
        _antwoord_met_ander_nummer,
        _antwoord_met_andere_versie,
        _antwoord_met_vreemde_regel,
        _antwoord_met_andere_waarde,
        _antwoord_telt_niet_op,
    ):
        verhaal(verteller)


def _verwacht(v: Verteller, regel_code: str, regel: Regel) -> None:
    v.verwacht_bevinding(regel_code, "jw323", regel.toewijzing.zorg, regel.referentie)


def _referentie_twee_keer(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    eerste, tweede = v.maak_regel(toewijzing, 3), v.maak_regel(toewijzing, 4)
    tweede.referentie = eerste.referentie
    v.declareer([eerste])
    v.declareer([tweede])
    _verwacht(v, "TR314", tweede)


def _declaratienummer_twee_keer(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    eerste = v.declareer([v.maak_regel(toewijzing, 3)])
    tweede = v.declareer([v.maak_regel(toewijzing, 4)], nummer=eerste.nummer)
    v.verwacht_bevinding("TR333", "jw323", toewijzing.zorg, tweede.nummer)


def _twee_debetregels(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    eerste = v.maak_regel(toewijzing)
    tweede = replace(eerste, referentie=f"V{v.nummer():07d}")
    v.declareer([eerste])
    v.declareer([tweede], 4)
    _verwacht(v, "TR389", tweede)


def _credit_van_niets(v: Verteller) -> None:
    credit = v.maak_credit(v.maak_regel(v.wijs_toe_en_start()))
    v.declareer([credit], 4)
    _verwacht(v, "TR323", credit)


def _twee_keer_gecrediteerd(v: Verteller) -> None:
    debet = v.maak_regel(v.wijs_toe_en_start())
    eerste, tweede = v.maak_credit(debet), v.maak_credit(debet)
    v.declareer([debet])
    v.declareer([eerste], 4)
    v.declareer([tweede], 5)
    _verwacht(v, "TR390", tweede)


def _credit_met_andere_inhoud(v: Verteller) -> None:
    debet = v.maak_regel(v.wijs_toe_en_start())
    credit = v.maak_credit(debet)
    assert credit.tarief is not None
    credit.volume -= 60
    credit.bedrag = credit.volume * credit.tarief
    v.declareer([debet])
    v.declareer([credit], 4)
    _verwacht(v, "W016", credit)


def _maand_overgeslagen(v: Verteller) -> None:
    """A provider that works for this gemeente in no other story."""
    zorg = v.maak_zorg("45A56")
    toewijzing = v.wijs_toe(zorg, v.dag(3, 1), v.dag(5, 31))
    v.stop(v.start(toewijzing), v.dag(5, 31))
    for maand in (3, 5):
        v.declareer([v.maak_regel(toewijzing, maand, 8)])
    v.verwacht_bevinding("TR318", "jw323", zorg, f"{v.jaar}-04")


def _laat_gedeclareerd(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    declaratie = v.declareer([v.maak_regel(toewijzing)], 9)
    v.verwacht_bevinding("W020", "jw323", toewijzing.zorg, declaratie.nummer)


def _geen_antwoord(v: Verteller) -> None:
    toewijzing = v.wijs_toe_en_start()
    v.declareer([v.maak_regel(toewijzing)], is_beantwoord=False)
    identificatie = v.post.berichten[-1].identificatie
    v.verwacht_bevinding("W003", "jw325", toewijzing.zorg, identificatie)


def _antwoord_op_niets(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    declaratie = v.declareer([regel])
    dag = declaratie.dagtekening + timedelta(days=8)
    zorg, onbekend = regel.toewijzing.zorg, f"X{v.nummer():06d}"
    inhoud = DeclaratieAntwoordInhoud(declaratie, onbekend, declaratie.dagtekening)
    v.post.stuur("jw325", zorg.gemeente, zorg.aanbieder, dag, inhoud)
    v.verwacht_bevinding("TR337", "jw325", zorg, onbekend)


def _antwoord_met_ander_nummer(v: Verteller) -> None:
    def pas_aan(antwoord: DeclaratieAntwoordInhoud) -> None:
        antwoord.declaratie = replace(antwoord.declaratie, nummer=f"V{v.nummer():05d}")

    regel = v.maak_regel(v.wijs_toe_en_start())
    v.declareer([regel], pas_aan=pas_aan)
    _verwacht_antwoord(v, "TR376", regel, _identificatie(v))


def _antwoord_met_andere_versie(v: Verteller) -> None:
    def pas_aan(antwoord: DeclaratieAntwoordInhoud) -> None:
        antwoord.xsd_versie = "1.0.1"

    regel = v.maak_regel(v.wijs_toe_en_start())
    v.declareer([regel], pas_aan=pas_aan)
    _verwacht_antwoord(v, "TR371", regel, _identificatie(v))


def _antwoord_met_vreemde_regel(v: Verteller) -> None:
    """The answer refuses a line under a reference that is not in the claim."""
    regel = v.maak_regel(v.wijs_toe_en_start())
    vreemd = replace(regel, referentie=f"V{v.nummer():07d}")
    v.declareer([regel], pas_aan=lambda antwoord: _keur_af(antwoord, vreemd))
    _verwacht_antwoord(v, "TR366", regel, vreemd.referentie)
    _verwacht_antwoord(v, "W014", regel, _nummer(v))


def _antwoord_met_andere_waarde(v: Verteller) -> None:
    regel = v.maak_regel(v.wijs_toe_en_start())
    anders = replace(regel, volume=regel.volume + 1)
    v.declareer([regel], pas_aan=lambda antwoord: _keur_af(antwoord, anders))
    _verwacht_antwoord(v, "TR367", regel, regel.referentie)


def _antwoord_telt_niet_op(v: Verteller) -> None:
    """Also TR342, which ingest reports: nothing is refused and yet not all is granted."""

    def pas_aan(antwoord: DeclaratieAntwoordInhoud) -> None:
        antwoord.te_veel = -100

    regel = v.maak_regel(v.wijs_toe_en_start())
    v.declareer([regel], pas_aan=pas_aan)
    _verwacht_antwoord(v, "W014", regel, _nummer(v))
    _verwacht_antwoord(v, "TR342", regel, v.post.berichten[-1].identificatie)


def _keur_af(antwoord: DeclaratieAntwoordInhoud, regel: Regel) -> None:
    antwoord.declaratie_code = "0200"
    antwoord.afgekeurd.append((regel, "9322"))


def _verwacht_antwoord(v: Verteller, regel_code: str, regel: Regel, kenmerk: str) -> None:
    v.verwacht_bevinding(regel_code, "jw325", regel.toewijzing.zorg, kenmerk)


def _identificatie(v: Verteller) -> str:
    return v.post.berichten[-2].identificatie


def _nummer(v: Verteller) -> str:
    inhoud = v.post.berichten[-1].inhoud
    assert isinstance(inhoud, DeclaratieAntwoordInhoud)
    declaratie: Declaratie = inhoud.declaratie
    return declaratie.nummer
