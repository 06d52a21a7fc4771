"""The page of the rule catalogue: every rule, grouped by level and by what it is about."""

from collections.abc import Iterable

from schemas.ijw.standaard import list_releases, read_standaard
from schemas.regels import Regel, read_regels
from schemas.weergave.markdown import render_kop, render_opsomming, render_tabel

NIVEAUS = {
    "bestand": ("Het bestand", "Kan het bestand gelezen worden?"),
    "bericht": (
        "Binnen één bericht",
        "Klopt het bericht in zichzelf? Een fout weigert het hele bericht.",
    ),
    "record": (
        "Binnen één rij van een werkblad",
        "Klopt de rij in zichzelf? Een fout weigert de rij.",
    ),
    "verband": (
        "Tussen berichten",
        "Passen berichten bij elkaar? Dit wordt gemeld en weigert niets.",
    ),
    "extern": (
        "Met contracten en codelijsten",
        "Past het bericht bij wat is afgesproken? Dit wordt gemeld en weigert niets.",
    ),
}
_BRONNEN = {
    "*": "Alle bronnen",
    "ijw": "Alle berichten",
    "tabel": "Alle werkbladen",
    "kwartaalcijfers": "Kwartaalcijfers",
    "circulaires": "Circulaires",
    "contracten": "Contracten",
    "veilig_thuis": "Veilig Thuis",
    "referentie": "Referentie",
}
_INLEIDING = """# Alle regels

Elke regel staat hier één keer. **fout**: het bericht, bestand of de rij telt niet mee tot het
goed is aangeleverd. **signaal**: het telt mee, maar kijk ernaar. De retourcode is de code die de
standaard voor de regel heeft. Een melding noemt de plaats, nooit de waarde.

"""


def render_regels() -> str:
    """Return the page of all rules in Markdown."""
    regels = read_regels().values()
    beoordeeld = [regel for regel in regels if not regel.niet_te_beoordelen]
    niet = [regel for regel in regels if regel.niet_te_beoordelen]
    delen = [render_kop("schemas/referentie/regels.csv"), _INLEIDING]
    for niveau, (titel, vraag) in NIVEAUS.items():
        delen.append(f"## {titel}\n\n{vraag}\n\n")
        delen += _render_groepen(regel for regel in beoordeeld if regel.niveau == niveau)
    if niet:
        delen += ["## Wat Regiobeeld niet kan beoordelen\n\n", _render_niet(niet)]
    return "".join(delen).rstrip() + "\n"


def verwijs(regel: Regel, pagina: str) -> str:
    """Return a link to a rule on the page of all rules."""
    return f"[{regel.regel_code}]({pagina}#{regel.regel_code.lower()})"


def _render_groepen(regels: Iterable[Regel]) -> list[str]:
    groepen: dict[str, list[Regel]] = {}
    for regel in regels:
        groepen.setdefault(_groep(regel), []).append(regel)
    return [
        f"### {groep}\n\n{_render_groep(groepen[groep])}"
        for groep in sorted(groepen, key=lambda groep: (groep.startswith("JW"), groep))
    ]


def _groep(regel: Regel) -> str:
    berichten = set(regel.berichten.split())
    if not berichten or berichten == set(read_standaard(list_releases()[-1]).berichten):
        return _BRONNEN[regel.bron]
    return render_opsomming([bericht.upper() for bericht in sorted(berichten)])


def _render_groep(regels: list[Regel]) -> str:
    return render_tabel(
        ("regel", "ernst", "retourcode", "wat er mis is", "wat te doen", "bron"),
        [
            (
                _anker(regel),
                regel.ernst,
                regel.retour_code,
                regel.uitleg,
                regel.wat_te_doen,
                regel.herkomst,
            )
            for regel in sorted(regels, key=lambda regel: regel.regel_code)
        ],
    )


def _render_niet(regels: list[Regel]) -> str:
    return render_tabel(
        ("regel", "berichten", "wat de regel vraagt", "waarom niet", "bron"),
        [
            (
                _anker(regel),
                render_opsomming([bericht.upper() for bericht in regel.berichten.split()]),
                regel.uitleg,
                regel.niet_te_beoordelen,
                regel.herkomst,
            )
            for regel in sorted(regels, key=lambda regel: regel.regel_code)
        ],
    )


def _anker(regel: Regel) -> str:
    return f'<a id="{regel.regel_code.lower()}"></a>{regel.regel_code}'
