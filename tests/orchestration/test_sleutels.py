import pytest
from proefhuis import VANDAAG, lever, open_home
from pydantic import SecretStr

from orchestration.fouten import RegiobeeldFout
from orchestration.home import Home, Instellingen
from orchestration.sleutels import read_sleutels, sleutel_pad
from orchestration.stappen.ontvangst import register_inbox


def test_new_home_gets_random_keys_for_its_owner_only(tmp_path):
    een, ander = open_home(tmp_path / "een"), open_home(tmp_path / "ander")
    sleutels, andere = read_sleutels(een), read_sleutels(ander)
    assert len({sleutels.archief, sleutels.pseudoniem, andere.archief, andere.pseudoniem}) == 4
    assert een.sleutels.stat().st_mode & 0o777 == 0o700
    assert {pad.stat().st_mode & 0o777 for pad in een.sleutels.iterdir()} == {0o600}
    assert read_sleutels(een) == sleutels


@pytest.mark.parametrize("naam", ["archief", "pseudoniem"])
def test_used_home_without_a_key_refuses(home, naam):
    lever(home, "ijw", "a.xml", "<a/>")
    register_inbox(home, VANDAAG)
    sleutel_pad(home, naam).unlink()
    with pytest.raises(RegiobeeldFout, match=f"{naam}sleutel van .* ontbreekt"):
        read_sleutels(home)
    assert not sleutel_pad(home, naam).exists()


def test_archive_alone_is_enough_to_refuse_new_keys(home):
    lever(home, "ijw", "a.xml", "<a/>")
    register_inbox(home, VANDAAG)
    (home.map / "sleutelkenmerk.json").unlink()
    for pad in home.sleutels.iterdir():
        pad.unlink()
    with pytest.raises(RegiobeeldFout, match="ontbreekt"):
        read_sleutels(home)


@pytest.mark.parametrize("naam", ["archief", "pseudoniem"])
def test_another_key_than_the_home_was_made_with_refuses(home, naam):
    read_sleutels(home)
    sleutel_pad(home, naam).write_text("ab" * 32)
    with pytest.raises(RegiobeeldFout, match="is niet die waarmee"):
        read_sleutels(home)


def test_key_that_others_may_read_refuses(home):
    read_sleutels(home)
    sleutel_pad(home, "archief").chmod(0o644)
    with pytest.raises(RegiobeeldFout, match="chmod 600"):
        read_sleutels(home)


def test_keys_from_environment_and_secret_file_are_not_written(tmp_path):
    geheim = tmp_path / "geheim"
    geheim.write_text("cd" * 32 + "\n")
    instellingen = Instellingen(
        archief_sleutel=SecretStr("ab" * 32), pseudoniem_sleutel_bestand=geheim
    )
    home = Home(tmp_path / "home", instellingen)
    home.make_mappen()
    sleutels = read_sleutels(home)
    assert (sleutels.archief, sleutels.pseudoniem) == (b"\xab" * 32, b"\xcd" * 32)
    assert not home.sleutels.exists()


@pytest.mark.parametrize("tekst", ["", "abc", "zz" * 32, "ab" * 16])
def test_malformed_key_is_named_but_not_shown(tmp_path, tekst):
    home = Home(tmp_path, Instellingen(archief_sleutel=SecretStr(tekst)))
    with pytest.raises(RegiobeeldFout, match="REGIOBEELD_ARCHIEF_SLEUTEL") as fout:
        read_sleutels(home)
    assert not tekst or tekst not in str(fout.value)


def test_impossible_setting_is_named_but_not_shown(monkeypatch):
    monkeypatch.setenv("REGIOBEELD_ONDERDRUKKING_DREMPEL", "1")
    with pytest.raises(RegiobeeldFout, match="REGIOBEELD_ONDERDRUKKING_DREMPEL"):
        Home.open()
