"""A month of iJw: thousands of messages in one pass, and a corrected one without its neighbours."""

import zipfile
from pathlib import Path

import pyarrow.parquet as pq
from proefhuis import VANDAAG

from orchestration.home import Home
from orchestration.sleutels import read_sleutels
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_stand import list_verouderd
from orchestration.stappen.ontvangst import register_inbox
from schemas.lake import lake_tabellen

AANTAL = 3_000
MAANDEN = ("2025-04", "2025-05")
GOLDEN = Path(__file__).parents[1] / "golden" / "ijw" / "jw301_open_einddatum.xml"
IDENTIFICATIE = "<ijw:Identificatie>T0001<"


def make_bericht(nummer: int) -> str:
    """Return the golden JW301 under an identification of its own."""
    tekst = GOLDEN.read_text(encoding="utf-8")
    return tekst.replace(IDENTIFICATIE, f"<ijw:Identificatie>N{nummer}<")


def lever_zip(home: Home, maand: str, nummers: range) -> None:
    map = home.inbox / "ijw" / maand
    map.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(map / f"berichten_{nummers.start}.zip", "w") as archief:
        for nummer in nummers:
            archief.writestr(f"{nummer}.xml", make_bericht(nummer))


def read_verouderd(home: Home) -> list[str]:
    return list_verouderd(home, "ijw", read_sleutels(home).pseudoniem)


def test_month_is_one_file_per_table_and_a_correction_reads_one_month(home: Home) -> None:
    lever_zip(home, MAANDEN[0], range(AANTAL))
    lever_zip(home, MAANDEN[1], range(AANTAL, AANTAL + 2))
    register_inbox(home, VANDAAG)
    inlezing = read_maanden(home, "ijw", MAANDEN)

    assert inlezing.aantal_geweigerd == 0
    toewijzing = pq.read_table(home.lake / "ijw" / "toewijzing" / f"{MAANDEN[0]}.parquet")
    assert len(set(toewijzing["bericht_sleutel"].to_pylist())) == AANTAL
    for tabel in lake_tabellen("ijw"):
        namen = {pad.stem for pad in (home.lake / "ijw" / tabel).glob("*.parquet")}
        assert namen == {"_leeg", *MAANDEN}

    eerder = {pad: pad.stat().st_mtime_ns for pad in home.lake.rglob(f"{MAANDEN[0]}.parquet")}
    lever_zip(home, MAANDEN[1], range(AANTAL + 2, AANTAL + 3))
    register_inbox(home, VANDAAG)
    assert read_verouderd(home) == [MAANDEN[1]]
    assert list(read_maanden(home, "ijw", MAANDEN).maanden) == [MAANDEN[1]]
    assert {pad: pad.stat().st_mtime_ns for pad in eerder} == eerder
    assert read_verouderd(home) == []
