"""The quarterly report: one HTML page for the region, one per gemeente, and an index."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rapportage.begrippen import list_begrippen
from rapportage.gegevens import Rapport, find_totaal, read_rapport
from rapportage.grafiekblokken import make_gebruik, make_kosten, make_outcome, make_wachttijd
from rapportage.kerncijfers import make_kerncijfers
from rapportage.kwaliteit import make_kwaliteit
from rapportage.kwartaal import choose_kwartaal
from rapportage.lezen import REGIO, Gebied, Publicatie, read_cijfer
from rapportage.opmaak import format_datum, show
from rapportage.tabellen import (
    describe_verwijzer,
    make_gemeenten_tabel,
    make_verwijzer_tabel,
    make_wachttijd_zorgvorm_tabel,
    make_zorgvorm_tabel,
)
from rapportage.teksten import read_teksten

_SJABLONEN = Path(__file__).with_name("sjablonen")


def render_rapport(release_map: Path, kwartaal: str, doel_map: Path) -> list[Path]:
    """Write the report of a quarter, return the files: index, region, gemeenten.

    Args:
        release_map: a release: ``regiobeeld.duckdb`` with schema publicatie and ``release.json``.
        kwartaal: ``2025-K4``.
        doel_map: the pages come in ``<doel_map>/<kwartaal>/``; each replaces its predecessor
            in one step, and only after all pages were made.

    Raises:
        OnbekendKwartaal: misspelled, or the release has no figures for it.
        FileNotFoundError: ``release_map`` holds no release.
    """
    with Publicatie(release_map) as publicatie:
        gekozen = choose_kwartaal(kwartaal, publicatie.list_kwartalen())
        rapport = read_rapport(publicatie, gekozen)
    paginas = {"index.html": _render_index(rapport)}
    for gebied in rapport.gebieden:
        paginas[page_name(gebied)] = _render_gebied(rapport, gebied)
    return _write_all(paginas, doel_map / gekozen.code)


def page_name(gebied: Gebied) -> str:
    """Return the file name of the page of an area: ``noordoostpolder.html``."""
    if gebied.is_regio:
        return f"{REGIO}.html"
    ascii_naam = unicodedata.normalize("NFKD", gebied.naam).encode("ascii", "ignore").decode()
    kort = re.sub(r"[^a-z0-9]+", "-", ascii_naam.lower()).strip("-")
    return f"{kort or gebied.gemeente_code}.html"


def _render_gebied(rapport: Rapport, gebied: Gebied) -> str:
    totaal = find_totaal(gebied.zorggebruik, rapport.kwartaal)
    koppelingen = {g.gemeente_code: page_name(g) for g in rapport.gebieden}
    return (
        _environment()
        .get_template("gebied.html.j2")
        .render(
            _shared(rapport),
            gebied=gebied,
            volledigheid=read_cijfer(totaal, "volledigheid_percentage"),
            kerncijfers=make_kerncijfers(rapport, gebied),
            gebruik=make_gebruik(rapport, gebied),
            kosten=make_kosten(rapport, gebied),
            wachttijd=make_wachttijd(rapport, gebied),
            outcome=make_outcome(rapport, gebied),
            zorgvorm_tabel=make_zorgvorm_tabel(rapport, gebied),
            wachttijd_tabel=make_wachttijd_zorgvorm_tabel(rapport, gebied),
            verwijzer_tabel=make_verwijzer_tabel(rapport, gebied),
            verwijzer_lezing=describe_verwijzer(rapport, gebied),
            gemeenten_tabel=make_gemeenten_tabel(rapport, koppelingen) if gebied.is_regio else None,
            kwaliteit=make_kwaliteit(rapport, gebied),
            begrippen=list_begrippen(),
        )
    )


def _render_index(rapport: Rapport) -> str:
    koppelingen = {g.gemeente_code: page_name(g) for g in rapport.gebieden}
    return (
        _environment()
        .get_template("index.html.j2")
        .render(_shared(rapport), gemeenten_tabel=make_gemeenten_tabel(rapport, koppelingen))
    )


def _shared(rapport: Rapport) -> dict[str, Any]:
    return {
        "t": read_teksten(),
        "rapport": rapport,
        "stand": format_datum(rapport.release.stand_datum),
        "gemaakt": format_datum(rapport.release.gemaakt),
        "drempel": rapport.release.onderdrukking_drempel,
        "paginas": [(gebied, page_name(gebied)) for gebied in rapport.gebieden],
        "stijl": Markup((_SJABLONEN / "stijl.css").read_text(encoding="utf-8")),  # noqa: S704
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_SJABLONEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["toon"] = show
    return environment


def _write_all(paginas: dict[str, str], rapport_map: Path) -> list[Path]:
    rapport_map.mkdir(parents=True, exist_ok=True)
    paden = []
    for naam, tekst in paginas.items():
        pad = rapport_map / naam
        opzij = pad.with_name(f".{naam}.nieuw")
        opzij.write_text(tekst, encoding="utf-8")
        opzij.replace(pad)
        paden.append(pad)
    return paden
