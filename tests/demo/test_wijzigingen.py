from collections import defaultdict
from datetime import date, timedelta

import pytest

from demo.administratie.inhoud import ToewijzingInhoud, WijzigingInhoud
from demo.administratie.kantoor import Administratie
from demo.administratie.model import Bericht
from demo.administratie.post import RETOUR_VAN, Retour
from demo.genereer import simuleer


@pytest.fixture(scope="module")
def administratie() -> Administratie:
    return simuleer(2, 3, 0.25, 2025)


def _list_geldig(administratie: Administratie, soort: str) -> list[Bericht]:
    """Return the messages of a kind that count as sent."""
    geweigerd = {
        id(b.inhoud.bericht)
        for b in administratie.berichten
        if isinstance(b.inhoud, Retour) and b.inhoud.codes
    }
    return [
        b
        for b in administratie.berichten
        if b.soort == soort and b.fout is None and id(b) not in geweigerd
    ]


def test_a_request_lists_every_current_allocation_once(administratie: Administratie):
    """TR349, TR350, TR351."""
    per_jeugdige = defaultdict(list)
    for toewijzing in administratie.toewijzingen:
        zorg = toewijzing.zorg
        per_jeugdige[(zorg.gemeente, zorg.aanbieder, zorg.jeugdige.bsn)].append(toewijzing)
    verzoeken = _list_geldig(administratie, "jw317")
    met_ongewijzigd = 0
    for bericht in verzoeken:
        inhoud, dag = bericht.inhoud, bericht.dagtekening
        assert isinstance(inhoud, WijzigingInhoud)
        actueel = []
        for toewijzing in per_jeugdige[(bericht.gemeente, bericht.agb, inhoud.bsn)]:
            bekend = [b for b in toewijzing.besluiten if b.bekend < dag]
            if bekend and not bekend[-1].is_verwijdering and (bekend[-1].eind or date.max) >= dag:
                actueel.append(toewijzing.nummer)
        genoemd = inhoud.ongewijzigd + [p.nummer for p in inhoud.producten if p.nummer]
        assert sorted(genoemd) == sorted(actueel)
        met_ongewijzigd += bool(inhoud.ongewijzigd)
    assert len(verzoeken) > 100 < 100 + met_ongewijzigd


def test_a_grant_puts_its_reference_on_every_line(administratie: Administratie):
    """IV093; a request has one grant, or a rejection, or is still open."""
    gevraagd = {b.inhoud.referentie for b in _list_geldig(administratie, "jw317")}
    toegekend: set[str] = set()
    for bericht in _list_geldig(administratie, "jw301"):
        assert isinstance(bericht.inhoud, ToewijzingInhoud)
        referenties = {product.referentie for product in bericht.inhoud.producten}
        if referenties & gevraagd:
            assert len(referenties) == 1
            toegekend |= referenties
    afgewezen = {
        b.inhoud.referentie
        for b in _list_geldig(administratie, "jw319")
        if b.inhoud.antwoord == "1" and b.inhoud.referentie in gevraagd
    }
    assert len(toegekend) > 50 < len(afgewezen) * 5
    assert not toegekend & afgewezen
    assert len(gevraagd - toegekend - afgewezen) < len(gevraagd) / 10


def test_every_message_has_its_retour_within_three_working_days(administratie: Administratie):
    retouren = {
        id(b.inhoud.bericht): b for b in administratie.berichten if isinstance(b.inhoud, Retour)
    }
    for soort in RETOUR_VAN:
        for bericht in administratie.berichten:
            if bericht.soort != soort or bericht.fout is not None:
                continue
            if bericht.dagtekening + timedelta(days=5) > administratie.venster.eind:
                continue
            dagen = (retouren[id(bericht)].dagtekening - bericht.dagtekening).days
            assert 1 <= dagen <= 5, bericht.soort


def test_every_kind_of_retour_accepts_and_refuses(administratie: Administratie):
    vormen = defaultdict(set)
    for bericht in administratie.berichten:
        if isinstance(bericht.inhoud, Retour):
            vormen[bericht.soort].add((bool(bericht.inhoud.codes), bericht.inhoud.in_header))
    aanvaard, in_header, met_inhoud = (False, True), (True, True), (True, False)
    assert set(vormen) == set(RETOUR_VAN.values())
    for soort, gezien in vormen.items():
        assert {aanvaard, met_inhoud} <= gezien, soort
    assert sum(in_header in gezien for gezien in vormen.values()) >= 4
