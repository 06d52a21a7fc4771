import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest

from ingest.inlezen import read_maand

LEES = """
import sys
from pathlib import Path
from ingest.archief import Archief
from ingest.inlezen import read_maand
huis = Path(sys.argv[1])
archief = Archief(huis / "archief", b"a" * 32)
print("klaar", flush=True)
while True:
    read_maand(archief, huis / "lake", huis / "quarantaine", "referentie", "2026-01", b"p" * 32)
"""
KOP = "Gemeente;Jaar;Leeftijd van;Leeftijd tot;Aantal;Bron\n"


def bytes_of(map):
    return {
        str(pad.relative_to(map)): pad.read_bytes()
        for pad in map.rglob("*")
        if pad.is_file() and not pad.name.startswith(".tijdelijk-")
    }


@pytest.mark.parametrize("wachten", [0.02, 0.11, 0.23])
def test_a_killed_run_leaves_whole_files_and_the_next_run_the_same_ones(
    tmp_path, archief, deliver, wachten
):
    rijen = "".join(
        f"Urk;{jaar};{leeftijd};{leeftijd};1;CBS\n"
        for jaar in range(2000, 2025)
        for leeftijd in range(18)
    )
    deliver(KOP + rijen, "a.csv", "referentie")
    deliver("rommel", "b.csv", "referentie")
    proces = subprocess.Popen(
        [sys.executable, "-c", LEES, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    proces.stdout.readline()
    time.sleep(wachten)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    for pad in (tmp_path / "lake").rglob("*.parquet"):
        pq.read_table(pad)
    for huis in (tmp_path, tmp_path / "ander"):
        read_maand(archief, huis / "lake", huis / "quarantaine", "referentie", "2026-01", b"p" * 32)
    assert bytes_of(tmp_path / "lake") == bytes_of(tmp_path / "ander" / "lake")
    assert bytes_of(tmp_path / "quarantaine") == bytes_of(tmp_path / "ander" / "quarantaine")
