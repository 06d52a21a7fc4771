import os
from datetime import date
from pathlib import Path

import pytest
from proefhuis import VANDAAG, lever

from orchestration.fouten import RegiobeeldFout
from orchestration.slot import hold_slot
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.ontvangst import open_archief, register_inbox


def list_bestanden(map):
    return sorted(str(pad.relative_to(map)) for pad in map.rglob("*") if pad.is_file())


def test_files_go_from_inbox_to_archive_by_month(home):
    lever(home, "ijw", "vandaag.xml", "<a/>")
    lever(home, "ijw", "oud.xml", "<b/>", maand="2024-02")
    lever(home, "ijw", "deze_maand.xml", "<c/>", maand="2026-02")
    ontvangst = register_inbox(home, VANDAAG)
    assert ontvangst.nieuw == {("ijw", "2026-02"): 2, ("ijw", "2024-02"): 1}
    assert list_bestanden(home.inbox) == []
    assert (home.inbox / "ijw").is_dir() and not (home.inbox / "ijw" / "2024-02").exists()
    archief = open_archief(home)
    assert [b.ontvangst_datum for b in archief.iter_bestanden("ijw", "2024-02")] == [
        date(2024, 2, 29)
    ]
    assert {b.ontvangst_datum for b in archief.iter_bestanden("ijw", "2026-02")} == {VANDAAG}


def test_same_content_twice_is_harmless_and_reported(home):
    lever(home, "ijw", "a.xml", "<a/>")
    register_inbox(home, VANDAAG)
    lever(home, "ijw", "b.xml", "<a/>", maand="2024-02")
    ontvangst = register_inbox(home, VANDAAG)
    assert (ontvangst.aantal_nieuw, ontvangst.aantal_dubbel) == (0, 1)
    assert list_bestanden(home.inbox) == []
    assert open_archief(home).list_maanden("ijw") == ["2026-02"]


@pytest.mark.parametrize(
    ("plaats", "reden"),
    [
        ("los.xml", "niet in de map van een bron"),
        ("facturen/a.xml", "bron facturen is niet bekend"),
        ("ijw/2025-13/a.xml", "moet de maand van ontvangst zijn"),
        ("ijw/2025-01/diep/a.xml", "zonder mappen daarin"),
        ("ijw/2026-03/a.xml", "ligt niet tussen"),
        ("ijw/2013-12/a.xml", "ligt niet tussen"),
        ("ijw/a.xml.part", "nog niet helemaal binnen"),
    ],
)
def test_file_in_a_wrong_place_stays_and_is_reported(home, plaats, reden):
    pad = home.inbox / plaats
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text("<a/>")
    ontvangst = register_inbox(home, VANDAAG)
    assert pad.exists()
    assert ontvangst.aantal_nieuw == 0
    assert len(ontvangst.achtergebleven) == 1
    assert plaats in ontvangst.achtergebleven[0] and reden in ontvangst.achtergebleven[0]


def test_symlink_is_not_followed(home, tmp_path):
    buiten = tmp_path / "buiten.xml"
    buiten.write_text("<a/>")
    (home.inbox / "ijw" / "koppeling.xml").symlink_to(buiten)
    assert "geen gewoon bestand" in register_inbox(home, VANDAAG).achtergebleven[0]
    assert buiten.exists()


def test_hidden_files_are_left_alone(home):
    pad = lever(home, "ijw", ".DS_Store", "x")
    ontvangst = register_inbox(home, VANDAAG)
    assert pad.exists() and not ontvangst.achtergebleven and not ontvangst.nieuw


def test_crash_between_archive_and_inbox_gives_the_same(home):
    pad = lever(home, "ijw", "a.xml", "<a/>")
    inhoud = pad.read_bytes()
    register_inbox(home, VANDAAG)
    voor = list_bestanden(home.archief)
    pad.write_bytes(inhoud)  # as if the process died before it removed the file
    register_inbox(home, VANDAAG)
    assert list_bestanden(home.archief) == voor
    assert list_bestanden(home.inbox) == []


def test_dry_run_changes_nothing(home):
    lever(home, "ijw", "a.xml", "<a/>", maand="2024-02")
    voor = list_bestanden(home.map)
    assert register_inbox(home, VANDAAG, proef=True).nieuw == {("ijw", "2024-02"): 1}
    assert list_bestanden(home.map) == voor


def test_only_the_asked_bron_is_taken(home):
    lever(home, "ijw", "a.xml", "<a/>")
    lever(home, "contracten", "b.csv", "x")
    assert register_inbox(home, VANDAAG, bronnen=["ijw"]).nieuw == {("ijw", "2026-02"): 1}
    assert list_bestanden(home.inbox) == ["contracten/b.csv"]


def test_second_writer_is_told_who_holds_the_home(home, tmp_path):
    import subprocess
    import sys

    opdracht = (
        "import sys; from pathlib import Path; from orchestration.home import Home, Instellingen;"
        "from orchestration.slot import hold_slot;"
        "from orchestration.fouten import RegiobeeldFout\n"
        "try:\n  with hold_slot(Home(Path(sys.argv[1]), Instellingen())): print('vrij')\n"
        "except RegiobeeldFout as fout: print(fout)"
    )
    arguments = [sys.executable, "-c", opdracht, str(home.map)]
    with hold_slot(home), hold_slot(home):
        bezet = subprocess.run(arguments, capture_output=True, text=True, check=True)
    vrij = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert "Er loopt al een verwerking" in bezet.stdout
    assert vrij.stdout.strip() == "vrij"


def test_unreadable_archive_is_a_clear_error(home):
    lever(home, "ijw", "a.xml", "<a/>")
    register_inbox(home, VANDAAG)
    (home.archief / "sleutelcontrole.bin").write_bytes(b"kapot")
    with pytest.raises(RegiobeeldFout, match="andere sleutel"):
        open_archief(home)


def test_file_that_cannot_be_read_does_not_hold_up_the_others(home):
    map = home.inbox / "referentie"
    map.mkdir(parents=True, exist_ok=True)
    (map / "bevolking.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    Path(os.fsdecode(bytes(map) + b"/caf\xe9.csv")).write_bytes(b"c;d\n")
    ontvangst = register_inbox(home, date(2026, 1, 5))
    assert ontvangst.aantal_nieuw == 1
    assert [zin.split(": ")[0] for zin in ontvangst.achtergebleven] == ["referentie/caf?.csv"]


def test_file_that_is_still_written_stays_behind(home, monkeypatch):
    map = home.inbox / "referentie"
    map.mkdir(parents=True, exist_ok=True)
    pad = map / "bevolking.csv"
    pad.write_text("half", encoding="utf-8")
    archief = type(open_archief(home))
    register = archief.register_bestand

    def register_while_written(self, *argumenten):
        registratie = register(self, *argumenten)
        pad.write_text("half en de andere helft", encoding="utf-8")
        return registratie

    monkeypatch.setattr(archief, "register_bestand", register_while_written)
    ontvangst = register_inbox(home, date(2026, 1, 5))
    assert pad.read_text(encoding="utf-8") == "half en de andere helft"
    assert "werd nog geschreven" in ontvangst.achtergebleven[0]


def test_name_with_a_bsn_is_not_shown(home):
    home.inbox.mkdir(parents=True, exist_ok=True)
    (home.inbox / "999900006.xml").write_bytes(b"x")
    ontvangst = register_inbox(home, date(2026, 1, 5))
    assert len(ontvangst.achtergebleven) == 1
    assert "999900006" not in ontvangst.achtergebleven[0]


def test_damaged_original_stops_the_run_until_it_is_delivered_again(home):
    map = home.inbox / "referentie"
    map.mkdir(parents=True, exist_ok=True)
    inhoud = "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst\nUrk;2025;0;17;9;CBS\n"
    (map / "bevolking.csv").write_text(inhoud, encoding="utf-8")
    register_inbox(home, date(2026, 1, 5))
    origineel = next((home.archief / "referentie" / "2026-01").glob("*.bin"))
    origineel.write_bytes(origineel.read_bytes()[:-1] + b"!")
    with pytest.raises(RegiobeeldFout, match="openen originelen niet meer: 2026-01"):
        read_maanden(home, "referentie", ["2026-01"])
    (map / "nog eens.csv").write_text(inhoud, encoding="utf-8")
    assert register_inbox(home, date(2026, 1, 6)).aantal_dubbel == 1
    assert read_maanden(home, "referentie", ["2026-01"]).aantal_aanvaard == 1


def test_hidden_file_is_reported_and_litter_of_the_desktop_is_not(home):
    for naam in (".opgave.xlsx", ".DS_Store", "._opgave.xlsx", ".~lock.opgave.xlsx#"):
        lever(home, "kwartaalcijfers", naam, "x")
    lever(home, "ijw", "bericht.xml", "x", ".oud")
    ontvangst = register_inbox(home, VANDAAG)
    assert ontvangst.aantal_nieuw == 0
    assert [regel.split(":")[0] for regel in ontvangst.achtergebleven] == [
        "ijw/.oud/bericht.xml",
        "kwartaalcijfers/.opgave.xlsx",
    ]
    assert all("is verborgen" in regel for regel in ontvangst.achtergebleven)
