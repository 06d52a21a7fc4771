"""The heavy cases of ``make fuzz``: 200 MB, and 100,000 lines with 200,000 errors."""

import sys

from fuzz.groot import make_groot, read_apart

HOOGSTENS_PER_BYTE = 14
HOOGSTENS_SECONDEN = 120
# Kind of message and number of lines; 245,000 lines are 200 MB.
GEVALLEN = (
    ("goed", 245_000),
    ("laatste", 245_000),
    ("schemafouten", 100_000),
    ("regelfouten", 100_000),
)


def main() -> int:
    """Read every heavy message in a process of its own; returns 1 when one takes too much."""
    is_goed = True
    for soort, regels in GEVALLEN:
        gelezen = read_apart(make_groot(soort, regels))
        past = (
            gelezen.seconden < HOOGSTENS_SECONDEN and gelezen.geheugen_per_byte < HOOGSTENS_PER_BYTE
        )
        is_goed &= past
        print(
            f"{soort}, {regels} regels, {gelezen.aantal_bytes / 2**20:.0f} MiB: "
            f"{gelezen.seconden:.1f} s, {gelezen.geheugen_per_byte:.1f} x in geheugen, "
            f"{gelezen.aantal_bevindingen} bevindingen{'' if past else ': TE VEEL'}",
            flush=True,
        )
    return 0 if is_goed else 1


if __name__ == "__main__":
    sys.exit(main())
