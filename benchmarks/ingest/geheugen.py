"""Read one delivery in this process and print its highest memory in MiB."""

import re
import sys
from pathlib import Path

from benchmarks.ingest.leveringen import Levering
from benchmarks.ingest.wegen import read_with_regiobeeld


def main(archief: str) -> int:
    """Read the archive in a folder once."""
    read_with_regiobeeld(Levering("", (), Path(archief)))
    # ru_maxrss would count the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    hoogste = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert hoogste is not None
    print(int(hoogste[1]) / 1024)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
