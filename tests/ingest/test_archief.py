import json
from datetime import date

import pytest

from ingest.archief import Archief, BeschadigdOrigineel, VerkeerdeSleutel

BSN = "999900006"
DATUM = date(2026, 1, 28)


def paths_of(tmp_path, patroon):
    return sorted((tmp_path / "archief").rglob(patroon))


def test_an_original_comes_back_and_is_unreadable_on_disk(tmp_path, archief, deliver):
    registratie = deliver(f"bsn {BSN}", f"client {BSN}.csv", "kwartaalcijfers")
    (bestand,) = archief.iter_bestanden("kwartaalcijfers", "2026-01")
    assert registratie.is_nieuw
    assert bestand.inhoud == f"bsn {BSN}".encode()
    assert bestand.bestandsnaam == "client xxxxxxxxx.csv"
    assert (bestand.ontvangst_datum, bestand.ontvangstmaand) == (DATUM, "2026-01")
    for pad in (tmp_path / "archief").rglob("*"):
        assert BSN not in pad.name
        assert not pad.is_file() or BSN.encode() not in pad.read_bytes()


def test_metadata_beside_the_original_says_what_was_registered(tmp_path, deliver):
    registratie = deliver(b"inhoud", "a.csv", "referentie")
    (pad,) = paths_of(tmp_path, f"{registratie.bestand_sleutel}.json")
    assert pad.parent == tmp_path / "archief" / "referentie" / "2026-01"
    assert json.loads(pad.read_text()) == {
        "bestand_sleutel": registratie.bestand_sleutel,
        "bestandsnaam": "a.csv",
        "bron": "referentie",
        "ontvangstmaand": "2026-01",
        "ontvangst_datum": "2026-01-28",
        "aantal_bytes": 6,
    }


def test_the_same_content_again_keeps_the_first_registration(tmp_path, archief, deliver):
    eerste = deliver(b"inhoud", "a.csv", "referentie", "2026-01")
    tweede = deliver(b"inhoud", "b.csv", "referentie", "2026-02")
    assert (tweede.is_nieuw, tweede.bestandsnaam, tweede.ontvangstmaand) == (
        False,
        "a.csv",
        "2026-01",
    )
    assert tweede.bestand_sleutel == eerste.bestand_sleutel
    assert archief.list_maanden("referentie") == ["2026-01"]
    assert deliver(b"inhoud", "a.csv", "contracten").is_nieuw


def test_equal_content_is_encrypted_with_a_fresh_nonce(tmp_path, deliver):
    deliver(b"inhoud", "a.csv", "referentie")
    deliver(b"inhoud", "a.csv", "contracten")
    een, ander = (pad.read_bytes() for pad in paths_of(tmp_path, "*.bin") if len(pad.stem) == 64)
    assert een != ander


def test_files_come_sorted_by_content_hash(archief, deliver):
    for nummer in range(5):
        deliver(f"inhoud {nummer}", f"{nummer}.csv", "referentie")
    sleutels = [b.bestand_sleutel for b in archief.iter_bestanden("referentie", "2026-01")]
    assert sleutels == sorted(sleutels)
    assert len(sleutels) == 5


@pytest.mark.parametrize("sleutel", [b"b" * 32, b"", b"kort"])
def test_a_wrong_or_missing_key_never_opens(tmp_path, archief, sleutel):
    with pytest.raises(VerkeerdeSleutel, match="sleutel"):
        Archief(tmp_path / "archief", sleutel)


def test_without_the_check_file_the_originals_still_prove_the_key(tmp_path, deliver):
    deliver(b"inhoud", "a.csv", "referentie")
    (tmp_path / "archief" / "sleutelcontrole.bin").unlink()
    with pytest.raises(VerkeerdeSleutel):
        Archief(tmp_path / "archief", b"b" * 32)
    assert Archief(tmp_path / "archief", b"a" * 32).list_maanden("referentie") == ["2026-01"]


def test_an_original_that_was_changed_or_swapped_is_not_read(tmp_path, archief, deliver):
    een = deliver(b"een", "a.csv", "referentie")
    ander = deliver(b"ander", "b.csv", "referentie")
    folder = tmp_path / "archief" / "referentie" / "2026-01"
    (folder / f"{een.bestand_sleutel}.bin").write_bytes(
        (folder / f"{ander.bestand_sleutel}.bin").read_bytes()
    )
    with pytest.raises(BeschadigdOrigineel):
        archief.open_bestand(een)


def test_what_a_crash_left_behind_is_ignored_and_mended(tmp_path, archief, deliver):
    registratie = deliver(b"inhoud", "a.csv", "referentie")
    folder = tmp_path / "archief" / "referentie" / "2026-01"
    (folder / f"{registratie.bestand_sleutel}.json").unlink()  # killed between .bin and .json
    (folder / ".tijdelijk-abc").write_bytes(b"half")
    assert list(archief.iter_bestanden("referentie", "2026-01")) == []
    assert archief.list_maanden("referentie") == []
    assert deliver(b"inhoud", "a.csv", "referentie").is_nieuw
    assert [b.inhoud for b in archief.iter_bestanden("referentie", "2026-01")] == [b"inhoud"]


def test_metadata_without_its_original_is_stored_again(tmp_path, archief, deliver):
    registratie = deliver(b"inhoud", "a.csv", "referentie")
    (tmp_path / f"archief/referentie/2026-01/{registratie.bestand_sleutel}.bin").unlink()
    with pytest.raises(BeschadigdOrigineel):
        archief.open_bestand(registratie)
    assert deliver(b"inhoud", "a.csv", "referentie").is_nieuw
    assert archief.open_bestand(registratie).inhoud == b"inhoud"


@pytest.mark.parametrize(
    ("bron", "maand"), [("ijw", "2026-13"), ("ijw", "../x"), ("weg", "2026-01")]
)
def test_an_unknown_bron_or_month_is_refused(tmp_path, archief, bron, maand):
    pad = tmp_path / "a.csv"
    pad.write_bytes(b"a")
    with pytest.raises(ValueError):
        archief.register_bestand(pad, bron, maand, DATUM)
