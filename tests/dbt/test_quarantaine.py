"""The quarantine as a place: one select tells what lies there, from whom, since when and why."""

import csv
import re
from datetime import date
from typing import Any

import pytest
from klein_lake import Rij, make_lake, write_lake
from warehouse import PROJECT, Bouw, build_warehouse

from schemas.ijw.standaard import read_standaard

BEHEER = PROJECT.parent / "docs" / "beheer.md"
MODELLEN = (
    *("--select", "+fct_quarantaine", "+datakwaliteit_maand"),
    *("--exclude-resource-type", "unit_test", "test"),
)


def make_bericht(nummer: int, status: str, **rij: Any) -> Rij:
    """Return a message of the aanbieder of the small lake to Dronten."""
    return {
        "bericht_sleutel": f"kwaliteit-{nummer:02}",
        "bestand_sleutel": "bestand-9",
        "bericht": "jw323",
        "gemeente_code": "0303",
        "aanbieder_agb": "99000001",
        "bericht_identificatie": f"D{nummer}",
        "dagtekening_datum": date(2025, 3, 4),
        "ontvangst_datum": date(2025, 3, 5),
        "aantal_regels": 12,
        "status": status,
    } | rij


def make_bevinding(bericht: Rij, regel_code: str, regel_nummer: int, ernst: str = "fout") -> Rij:
    """Return a finding in a message, at a line."""
    gelijk = ("bericht", "gemeente_code", "aanbieder_agb", "bericht_identificatie")
    return {naam: bericht[naam] for naam in (*gelijk, "bericht_sleutel", "bestand_sleutel")} | {
        "bevinding_sleutel": f"{bericht['bericht_sleutel']} {regel_code} {regel_nummer}",
        "bron": "ijw",
        "bestandsnaam": "declaraties.zip/d.xml",
        "regel_code": regel_code,
        "ernst": ernst,
        "plaats": f"regel {regel_nummer}: Client/Bsn",
        "regel_nummer": regel_nummer,
        "xpath": "/Bericht/Client/Bsn",
        "element": "Bsn",
        "uitleg": "Het bsn voldoet niet aan de elfproef. Controleer het bsn.",
        "aantal_rijen": 0,
        "ontvangst_datum": bericht["ontvangst_datum"],
    }


def make_kwaliteit_lake() -> dict[tuple[str, str], list[Rij]]:
    """Return the small lake with three refused messages: one repaired, one open, one of nobody."""
    hersteld = make_bericht(1, "quarantaine")
    goed = make_bericht(
        2,
        "aanvaard",
        bericht_identificatie="D1",
        dagtekening_datum=date(2025, 3, 9),
        ontvangst_datum=date(2025, 3, 10),
        aantal_regels=0,
    )
    open_ = make_bericht(3, "quarantaine")
    leeg = dict.fromkeys(
        ("bericht", "gemeente_code", "aanbieder_agb", "bericht_identificatie", "dagtekening_datum")
    )
    onleesbaar = make_bericht(4, "quarantaine", aantal_regels=0, **leeg)
    lake = make_lake()
    lake["ijw", "bericht"] += [hersteld, goed, open_, onleesbaar]
    lake["ijw", "bevinding"] = [
        make_bevinding(hersteld, "CS002", 7),
        make_bevinding(open_, "CS002", 31),
        make_bevinding(open_, "CS002", 19),
        make_bevinding(open_, "CS340", 4),
        make_bevinding(onleesbaar, "B010", 1),
        make_bevinding(goed, "B015", 1, "signaal"),
    ]
    return lake


@pytest.fixture(scope="module")
def kwaliteit(tmp_path_factory: pytest.TempPathFactory) -> Bouw:
    map = tmp_path_factory.mktemp("kwaliteit")
    return build_warehouse(map, write_lake(map / "lake", make_kwaliteit_lake()), *MODELLEN)


def test_one_row_per_message_and_rule_with_its_first_place(kwaliteit: Bouw) -> None:
    kolommen = (
        "bericht_identificatie, regel_code, afzender, aantal_bevindingen, eerste_regel_nummer, "
        "rijen_geweigerd, is_in_quarantaine, opgelost_wijze"
    )
    assert kwaliteit.fetch(f"select {kolommen} from marts.fct_quarantaine order by all") == [
        ("D1", "CS002", "aanbieder", 1, 7, 12, False, "identificatie"),
        ("D3", "CS002", "aanbieder", 2, 19, 12, True, None),
        ("D3", "CS340", "aanbieder", 1, 4, 12, True, None),
        (None, "B010", "onbekend", 1, 1, 0, True, None),
    ]


def test_the_select_in_the_docs_shows_what_lies_there_now(kwaliteit: Bouw) -> None:
    (select,) = re.findall(r"```sql\n(select.*?)```", BEHEER.read_text("utf-8"), flags=re.DOTALL)
    rijen = kwaliteit.fetch(select)
    assert len(rijen) == 3
    assert all(rij[-1] and rij[-2] for rij in rijen)  # what is wrong, and what to do


def test_place_stands_in_columns_of_its_own(kwaliteit: Bouw) -> None:
    assert kwaliteit.fetch(
        "select regel_nummer, xpath, element, retour_code, ontvangstmaand "
        "from marts.fct_bevinding where regel_code = 'CS340'"
    ) == [(4, "/Bericht/Client/Bsn", "Bsn", "0001", "2025-03")]


def test_month_of_the_aanbieder_tells_what_was_delivered_and_refused(kwaliteit: Bouw) -> None:
    kolommen = "berichten, berichten_geweigerd, regels_geweigerd, eerste_leveringen, fouten"
    goed = "eerste_leveringen_goed"
    assert kwaliteit.fetch(
        f"select {kolommen}, {goed} from marts.fct_datakwaliteit where regel_code = 'totaal' "
        "and maand = date '2025-03-01' and afzender = 'aanbieder'"
    ) == [(5, 2, 24, 4, 4, 2)]


def test_few_messages_are_published_without_a_figure(kwaliteit: Bouw) -> None:
    assert kwaliteit.fetch(
        "select distinct berichten_status, geweigerd_percentage_status, fouten_status "
        "from publicatie.datakwaliteit_maand where bron = 'ijw' and regel_code = 'totaal'"
    ) == [("onderdrukt", "onderdrukt", "onderdrukt")]


def test_sender_of_every_message_follows_the_standard() -> None:
    with (PROJECT / "seeds" / "bericht_afzender.csv").open(encoding="utf-8", newline="") as stream:
        seed = {rij["bericht"]: rij["afzender"] for rij in csv.DictReader(stream)}
    andere = {"aanbieder": "gemeente", "gemeente": "aanbieder"}
    standaard = read_standaard("3_2")
    assert seed == {
        naam: andere[bericht.afzender] if bericht.heen_bericht else bericht.afzender
        for naam, bericht in standaard.berichten.items()
    }
