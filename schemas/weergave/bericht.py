"""The page of one message: what it is, what stands in it, where that lands, and its rules."""

from schemas.ijw.standaard import Berichtsoort, Standaard, read_standaard
from schemas.ijw.vlak import HEADER_TABEL, read_vlakken
from schemas.regels import read_regels
from schemas.weergave.bestemming import Bestemming, describe_bestemming, read_bestemmingen
from schemas.weergave.markdown import render_kop, render_opsomming, render_tabel
from schemas.weergave.opbouw import Plek, list_plekken
from schemas.weergave.regels import NIVEAUS, verwijs
from schemas.weergave.typen import describe_aantal, describe_type

_PARTIJEN = {
    "gemeente": "van gemeente naar aanbieder",
    "aanbieder": "van aanbieder naar gemeente",
}
_NAAR_DOCS = "../../../"


def render_bericht(release: str, bericht: str) -> str:
    """Return the page of a message in Markdown."""
    standaard = read_standaard(release)
    soort = standaard.berichten[bericht]
    return (
        "".join(
            [
                render_kop(f"schemas/ijw/{release}"),
                f"# {bericht.upper()}: {soort.naam} (iJw {release.replace('_', '.')})\n\n",
                f"{soort.omschrijving}\n\n",
                _render_kenmerken(standaard, soort),
                "## Tabellen in het lake\n\n",
                _render_tabellen(release, bericht),
                "## Elementen\n\n",
                "In deze volgorde, onder `Bericht`. Een element dat er niet hoeft te zijn, blijft"
                " weg; leeg mag niet.\n\n",
                _render_elementen(release, bericht),
                "## Regels\n\n",
                _render_regels(bericht),
            ]
        ).rstrip()
        + "\n"
    )


def _render_kenmerken(standaard: Standaard, soort: Berichtsoort) -> str:
    richting = _PARTIJEN[soort.afzender]
    if soort.is_retour:
        andere = "aanbieder" if soort.afzender == "gemeente" else "gemeente"
        richting = (
            f"{_PARTIJEN[andere]}; `Afzender` en `Ontvanger` zijn die van"
            f" {soort.heen_bericht.upper()}"
        )
    rijen = [("berichtcode", soort.bericht_code), ("richting", richting)]
    if soort.is_retour:
        rijen.append(("antwoord op", _verwijs_bericht(soort.heen_bericht)))
    antwoorden = [
        _verwijs_bericht(ander.bericht)
        for ander in standaard.berichten.values()
        if ander.heen_bericht == soort.bericht
    ]
    if antwoorden:
        rijen.append(("beantwoord met", render_opsomming(antwoorden)))
    rijen.append(("naamruimte", f"`{standaard.namespace(soort.bericht)}`"))
    return render_tabel(("kenmerk", "waarde"), rijen)


def _verwijs_bericht(bericht: str) -> str:
    return f"[{bericht.upper()}]({bericht}.md)"


def _render_tabellen(release: str, bericht: str) -> str:
    rijen = []
    for tabel, vlakken in read_vlakken(release)[bericht].items():
        if vlakken[0].is_intern:
            continue
        elementen = [f"`{vlak.rij[-1]}`" if vlak.rij else "bericht" for vlak in vlakken]
        per = "bericht" if tabel == HEADER_TABEL else render_opsomming(elementen)
        rijen.append((f"`{tabel}`", f"één rij per {per}"))
    return render_tabel(("tabel", "inhoud"), rijen)


def _render_elementen(release: str, bericht: str) -> str:
    standaard = read_standaard(release)
    bestemmingen = read_bestemmingen(release, bericht)
    return render_tabel(
        ("element", "aantal", "inhoud", "codelijst", "in het lake", "betekenis"),
        [
            _render_plek(standaard, plek, bestemmingen.get(plek.pad, Bestemming()))
            for plek in list_plekken(release, bericht)
        ],
    )


def _render_plek(standaard: Standaard, plek: Plek, bestemming: Bestemming) -> tuple[str, ...]:
    enkelvoudig = standaard.typen.get(plek.element.type)
    return (
        f"`{'/'.join(plek.pad)}`",
        describe_aantal(plek.element),
        describe_type(enkelvoudig, plek.element.extra_patroon) if enkelvoudig else "",
        _verwijs_codelijst(enkelvoudig.codelijst) if enkelvoudig else "",
        describe_bestemming(plek, bestemming, enkelvoudig is not None),
        plek.omschrijving,
    )


def _verwijs_codelijst(codelijst: str) -> str:
    code, streep, _ = codelijst.partition("_")
    pad = f"{_NAAR_DOCS}../schemas/codelijsten/{codelijst}.csv"
    return f"[{code}]({pad})" if streep else code


def _render_regels(bericht: str) -> str:
    regels = [regel for regel in read_regels().values() if bericht in regel.berichten.split()]
    uitleg = (
        f"Wat te doen en waar een regel vandaan komt: [alle regels]({_NAAR_DOCS}regels.md)."
        " Voor elk bestand gelden ook de regels op dat niveau.\n\n"
    )
    return uitleg + render_tabel(
        ("regel", "niveau", "ernst", "retourcode", "wat er mis is"),
        [
            (
                verwijs(regel, f"{_NAAR_DOCS}regels.md"),
                regel.niveau,
                "" if regel.niet_te_beoordelen else regel.ernst,
                regel.retour_code,
                regel.uitleg + (" (hier niet te beoordelen)" if regel.niet_te_beoordelen else ""),
            )
            for niveau in NIVEAUS
            for regel in sorted(regels, key=lambda regel: regel.regel_code)
            if regel.niveau == niveau
        ],
    )
