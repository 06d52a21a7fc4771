"""The index of the message pages, per release."""

from schemas.ijw.standaard import list_releases, read_standaard
from schemas.weergave.markdown import render_kop, render_tabel


def render_overzicht() -> str:
    """Return the index page of all messages of all releases in Markdown."""
    delen = [
        render_kop("schemas/ijw"),
        "# iJw-berichten\n\n",
        "Per bericht: wat het is, welke elementen erin staan, waar elk in het lake terechtkomt"
        " en welke regels gelden. Hoe ze worden ingelezen: [bron ijw](../ijw.md)."
        " Alle regels: [regels](../../regels.md).\n\n",
    ]
    for release in reversed(list_releases()):
        delen.append(f"## iJw {release.replace('_', '.')}\n\n")
        delen.append(
            render_tabel(
                ("bericht", "naam", "berichtcode", "wat het is"),
                [
                    (
                        f"[{soort.bericht.upper()}]({release}/{soort.bericht}.md)",
                        soort.naam,
                        soort.bericht_code,
                        soort.omschrijving,
                    )
                    for soort in read_standaard(release).berichten.values()
                ],
            )
        )
    return "".join(delen).rstrip() + "\n"
