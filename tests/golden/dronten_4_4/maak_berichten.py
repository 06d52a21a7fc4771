"""Write the golden messages of Dronten 2024 to ``DOEL/inbox``: ``maak_berichten.py DOEL``.

The tables ``groepen.csv`` and ``gevallen.csv`` are the truth, written by hand; ``verwacht.csv``
is what must come out. No code of the pipeline or the demo is used.
"""

import sys
from datetime import date
from pathlib import Path

from declaraties import send_alle_declaraties
from geval import Verhaal
from gevallen import GEVALLEN
from post import Post, send_start, send_stop, send_toewijzing, send_verzoek
from verhaal import Toewijzing, build_groepen, iter_bsn, read_csv


def apply_gevallen(verhaal: Verhaal) -> None:
    """Let every row of ``gevallen.csv`` do its damage, in the order of the file."""
    for row in read_csv("gevallen.csv"):
        sleutel = (row["groep"], int(row["toewijzing"] or 0))
        maand = date.fromisoformat(f"{row['maand']}-01")
        GEVALLEN[row["geval"]](verhaal, verhaal.toewijzingen.get(sleutel), maand)


def send_zorg(verhaal: Verhaal, toewijzing: Toewijzing) -> None:
    """Send the ordinary course of one toewijzing: request, allocation, start and stop."""
    post = verhaal.post
    if toewijzing.verwijzer_type and toewijzing.nummer not in verhaal.verzoek_verstuurd:
        send_verzoek(post, toewijzing)
    if toewijzing.nummer not in verhaal.zelf_verstuurd:
        send_toewijzing(post, toewijzing)
    if toewijzing.heeft_start:
        send_start(post, toewijzing, toewijzing.ingang)
        if toewijzing.eind:
            send_stop(post, toewijzing, toewijzing.ingang, toewijzing.eind, "31")


def repeat_dubbel(post: Post, dubbel: list[tuple[str, str, str]]) -> None:
    """Let the messages of one aanbieder in one month arrive once more in another month."""
    for aanbieder, maand, opnieuw in dubbel:
        for (ontvangst, soort), berichten in list(post.berichten.items()):
            if ontvangst == maand:
                extra = [bericht for bericht in berichten if f">{aanbieder}<" in bericht]
                if extra:
                    post.berichten[opnieuw, soort] += extra


def write_berichten(doel: Path) -> None:
    """Write all messages below ``doel/inbox/ijw``."""
    bsns = iter_bsn()
    verhaal = Verhaal(build_groepen(bsns), bsns)
    apply_gevallen(verhaal)
    for toewijzing in verhaal.toewijzingen.values():
        send_zorg(verhaal, toewijzing)
    send_alle_declaraties(verhaal.post, verhaal.toewijzingen.values(), verhaal.weigeringen)
    repeat_dubbel(verhaal.post, verhaal.dubbel)
    verhaal.post.write(doel / "inbox")


if __name__ == "__main__":
    write_berichten(Path(sys.argv[1]))
