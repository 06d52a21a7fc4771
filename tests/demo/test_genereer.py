import csv
import hashlib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from demo.administratie.model import Bericht
from demo.antwoorden.kosten import list_beschikkingen
from demo.antwoorden.waarheid import make_waarheid
from demo.genereer import simuleer, write_demo


def _read(folder: Path, naam: str) -> list[dict[str, str]]:
    with (folder / "antwoorden" / f"{naam}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _hash(folder: Path) -> dict[str, str]:
    return {
        str(pad.relative_to(folder)): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(folder.rglob("*"))
        if pad.is_file()
    }


def test_same_options_give_the_same_bytes(tmp_path: Path):
    for naam in ("een", "twee"):
        write_demo(tmp_path / naam, seed=5, jaren=1, schaal=0.01)
    eerste = _hash(tmp_path / "een")
    assert eerste == _hash(tmp_path / "twee")
    assert len(eerste) > 100


def test_another_seed_is_another_region(tmp_path: Path):
    for seed in (1, 2):
        write_demo(tmp_path / str(seed), seed=seed, jaren=1, schaal=0.01)
    assert _read(tmp_path / "1", "zorggebruik") != _read(tmp_path / "2", "zorggebruik")


def test_an_earlier_demo_is_replaced(tmp_path: Path):
    (tmp_path / "inbox" / "ijw").mkdir(parents=True)
    (tmp_path / "inbox" / "ijw" / "oud.xml").write_text("oud")
    stappen: list[str] = []
    write_demo(tmp_path, jaren=1, schaal=0.01, voortgang=lambda stap, *_: stappen.append(stap))
    assert not (tmp_path / "inbox" / "ijw" / "oud.xml").exists()
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["antwoorden", "inbox"]
    assert {"levens", "administratie", "berichten schrijven"} <= set(stappen)


@pytest.mark.parametrize("opties", [{"jaren": 0}, {"schaal": 0}, {"jaren": 6}])
def test_impossible_options_are_refused(tmp_path: Path, opties: dict[str, int]):
    with pytest.raises(ValueError, match="jaren en schaal"):
        write_demo(tmp_path, **opties)


def test_every_bron_is_in_the_inbox(kleine_demo: Path):
    bronnen = {pad.name for pad in (kleine_demo / "inbox").iterdir()}
    assert bronnen == {
        "ijw",
        "kwartaalcijfers",
        "circulaires",
        "contracten",
        "veilig_thuis",
        "referentie",
    }


def test_answer_key_holds_no_bsn(kleine_demo: Path):
    # A bsn of the demo begins with 99 and has nine digits; nothing in the key looks like it.
    for pad in (kleine_demo / "antwoorden").glob("*.csv"):
        cellen = pad.read_text(encoding="utf-8").replace("\n", ",").split(",")
        assert not [cel for cel in cellen if len(cel) == 9 and cel.startswith("99")], pad.name


def test_answer_key_counts_distinct_youths_the_same_way_up(kleine_demo: Path):
    per_maand: dict[tuple[str, str, str], int] = defaultdict(int)
    for rij in _read(kleine_demo, "zorggebruik"):
        kwartaal = f"{rij['zorgmaand'][:4]}-K{(int(rij['zorgmaand'][5:7]) + 2) // 3}"
        sleutel = (kwartaal, rij["gemeente_code"], rij["zorgvorm"])
        per_maand[sleutel] = max(per_maand[sleutel], int(rij["aantal_jeugdigen"]))
    kwartalen = {
        (rij["kwartaal"], rij["gemeente_code"], rij["zorgvorm"]): int(rij["aantal_jeugdigen"])
        for rij in _read(kleine_demo, "zorggebruik_kwartaal")
    }
    assert per_maand
    for sleutel, hoogste_maand in per_maand.items():
        assert kwartalen[sleutel] >= hoogste_maand
    for (kwartaal, gemeente, zorgvorm), aantal in kwartalen.items():
        assert kwartalen[(kwartaal, "regio", zorgvorm)] >= aantal
        assert kwartalen[(kwartaal, gemeente, "totaal")] >= aantal


def test_costs_by_month_and_by_referrer_add_up_to_the_same(kleine_demo: Path):
    maanden: dict[tuple[str, str], int] = defaultdict(int)
    for rij in _read(kleine_demo, "kosten"):
        if rij["bekostiging"] in ("inspanningsgericht", "outputgericht"):
            maanden[(rij["zorgmaand"][:4], rij["gemeente_code"])] += int(rij["kosten_eurocent"])
            assert int(rij["kosten_eurocent"]) == int(rij["toegekend_eurocent"]) + int(
                rij["in_behandeling_eurocent"]
            )
    jaren = {
        (rij["jaar"], rij["gemeente_code"]): int(rij["kosten_eurocent"])
        for rij in _read(kleine_demo, "beschikkingen")
        if rij["verwijzer_groep"] == "totaal" and rij["gemeente_code"] != "regio"
    }
    assert jaren == dict(maanden)


def test_claim_lines_are_counted_once_by_status(kleine_demo: Path):
    aantal = {rij["grootheid"]: int(rij["aantal"]) for rij in _read(kleine_demo, "regels")}
    assert aantal["prestaties_aanvaard"] == sum(
        aantal[f"prestaties_{status}"] for status in ("afgekeurd", "in_behandeling", "toegekend")
    )
    assert min(aantal["prestaties_afgekeurd"], aantal["prestaties_in_behandeling"]) > 0


def test_starts_lie_before_stops(kleine_demo: Path):
    trajecten = _read(kleine_demo, "traject")
    assert all(rij["start_datum"] <= (rij["stop_datum"] or "9") for rij in trajecten)
    assert {bool(rij["stop_datum"]) for rij in trajecten} == {True, False}


def test_2024_has_the_scale_and_mix_of_slide_4_4():
    administratie = simuleer(1, 3, 1.0, 2025)
    rijen = {
        tuple(rij[:3]): rij[3:]
        for rij in list_beschikkingen(make_waarheid(administratie))
        if rij[0] == 2024
    }
    dronten = {groep: rijen[(2024, "0303", groep)] for groep in ("gemeente", "medisch", "totaal")}
    dronten["gi"] = rijen[(2024, "0303", "gi_rechter")]
    # Printed: 681, 245 and 88 beschikkingen; 933 youths; 13,990,741 euros.
    assert dronten["totaal"][2] == pytest.approx(933, rel=0.08)
    assert dronten["totaal"][1] / 100 == pytest.approx(13_990_741, rel=0.15)
    assert dronten["gemeente"][0] == pytest.approx(681, rel=0.1)
    assert dronten["medisch"][0] == pytest.approx(245, rel=0.15)
    assert dronten["gi"][0] == pytest.approx(88, rel=0.2)
    # The region is large enough to hold the averages per beschikking closer.
    for groep, gemiddeld in (("gemeente", 10_667), ("medisch", 10_010), ("gi_rechter", 48_570)):
        aantal, eurocent = rijen[(2024, "regio", groep)][:2]
        assert eurocent / aantal / 100 == pytest.approx(gemiddeld, rel=0.16), groep
    assert rijen[(2024, "regio", "totaal")][2] == pytest.approx(9_700, rel=0.05)


def test_every_hard_case_occurs():
    administratie = simuleer(1, 2, 0.4, 2025)
    berichten = administratie.berichten
    soorten = Counter(bericht.soort for bericht in berichten)
    assert min(soorten[f"jw{nummer}"] for nummer in (302, 306, 308, 316, 319)) > 3
    assert {b.fout for b in berichten} >= {None, "CS002", "CS340", "TR358"}
    assert {b.vorm for b in berichten} == {"zip", "los", "gz"}
    assert any(b.herhaald_in for b in berichten)
    assert _count_stop_before_start(berichten) > 0
    toewijzingen = administratie.toewijzingen
    redenen = {besluit.reden for t in toewijzingen for besluit in t.besluiten}
    assert redenen >= {None, "04", "05", "06", "07", "09", "12", "13"}
    assert any(t.is_verloren and t.regels and t.segmenten for t in toewijzingen)
    assert any(len(t.segmenten) > 1 for t in toewijzingen)
    assert any(t.regels and not t.segmenten for t in toewijzingen)
    assert any(s.tijdelijk and s.eind for t in toewijzingen for s in t.segmenten)
    assert any(z.verhuisd_van for z in administratie.zorg)
    assert {t.verzoek.verwijzer_type for t in toewijzingen if t.verzoek} == {
        *("01", "02", "03", "04", "05", "06", "08")
    }
    regels = [regel for d in administratie.declaraties for regel in d.regels]
    assert any(r.is_credit for r in regels)
    assert any(r.is_gecrediteerd for r in regels)
    assert administratie.open_verzoeken
    vertraging = Counter(
        (d.maand.year - r.begin.year) * 12 + d.maand.month - r.begin.month
        for d in administratie.declaraties
        for r in d.regels
        if not r.is_credit
    )
    assert vertraging[0] > 5 * vertraging[1] > 5 * vertraging[4] > 0


def _count_stop_before_start(berichten: list[Bericht]) -> int:
    """Count stops that are received in an earlier month than the start they close."""
    starts = {
        (id(p.toewijzing), p.begin): bericht.ontvangen
        for bericht in berichten
        if bericht.soort == "jw305"
        for p in bericht.inhoud.producten
    }
    return sum(
        starts.get((id(p.toewijzing), p.begin), bericht.ontvangen) > bericht.ontvangen
        for bericht in berichten
        if bericht.soort == "jw307"
        for p in bericht.inhoud.producten
    )
