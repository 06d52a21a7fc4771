"""The data dictionary of a release: every table and column, in Dutch, from the dbt project."""

import csv
import html
import io
import re
from dataclasses import dataclass
from typing import Any

KOP = ("tabel", "kolom", "type", "omschrijving")


@dataclass(frozen=True)
class Kolom:
    """One published column."""

    naam: str
    type: str
    omschrijving: str


@dataclass(frozen=True)
class Tabel:
    """One published table."""

    naam: str
    omschrijving: str
    kolommen: tuple[Kolom, ...]


def read_tabellen(manifest: dict[str, Any]) -> list[Tabel]:
    """Return the tables that the project publishes, by name."""
    modellen = [
        knoop
        for knoop in manifest["nodes"].values()
        if knoop["resource_type"] == "model" and "publicatie" in knoop["fqn"][1:-1]
    ]
    return [
        Tabel(
            model["alias"],
            _een_regel(model.get("description")),
            tuple(
                Kolom(naam, kolom.get("data_type") or "", _een_regel(kolom.get("description")))
                for naam, kolom in model["columns"].items()
            ),
        )
        for model in sorted(modellen, key=lambda model: model["alias"])
    ]


def render_csv(tabellen: list[Tabel]) -> str:
    """Return the dictionary as CSV; a row without a column describes the table itself."""
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\n")
    schrijver.writerow(KOP)
    for tabel in tabellen:
        schrijver.writerow((tabel.naam, "", "", tabel.omschrijving))
        schrijver.writerows(
            (tabel.naam, kolom.naam, kolom.type, kolom.omschrijving) for kolom in tabel.kolommen
        )
    return stroom.getvalue()


def render_html(tabellen: list[Tabel], release: str) -> str:
    """Return the dictionary as one accessible page without outside requests."""
    inhoud = "".join(
        f'<li><a href="#{_h(t.naam)}">{_h(t.naam)}</a>: '
        f"{_met_code(_eerste_zin(t.omschrijving))}</li>"
        for t in tabellen
    )
    delen = "".join(map(_render_tabel, tabellen))
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Gegevenswoordenboek {_h(release)}</title><style>{_STIJL}</style></head><body>"
        f"<main><h1>Gegevenswoordenboek</h1><p>Release {_h(release)}. Elk cijfer <code>x</code> "
        "heeft een kolom <code>x_status</code>: <em>waarde</em>, <em>onderdrukt</em> (te klein om "
        "te tonen), <em>ontbreekt</em> (niet aangeleverd) of <em>nvt</em> (niet van toepassing). "
        "Tel aantallen jeugdigen nooit op over gemeenten, zorgvormen of perioden.</p>"
        f'<nav aria-label="Tabellen"><ul>{inhoud}</ul></nav>{delen}</main></body></html>\n'
    )


def _render_tabel(tabel: Tabel) -> str:
    rijen = "".join(
        f'<tr><th scope="row"><code>{_h(k.naam)}</code></th><td>{_h(k.type)}</td>'
        f"<td>{_met_code(k.omschrijving)}</td></tr>"
        for k in tabel.kolommen
    )
    return (
        f'<section><h2 id="{_h(tabel.naam)}">{_h(tabel.naam)}</h2>'
        f"<p>{_met_code(tabel.omschrijving)}</p>"
        '<table><thead><tr><th scope="col">Kolom</th><th scope="col">Type</th>'
        f'<th scope="col">Betekenis</th></tr></thead><tbody>{rijen}</tbody></table></section>'
    )


def _h(tekst: str) -> str:
    return html.escape(tekst, quote=True)


def _met_code(tekst: str) -> str:
    """Return a description as HTML, with the names between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", _h(tekst))


def _eerste_zin(tekst: str) -> str:
    return re.split(r"(?<=\.) (?=[A-Z])", tekst, maxsplit=1)[0]


def _een_regel(tekst: str | None) -> str:
    return " ".join((tekst or "").split())


_STIJL = (
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;margin:0}"
    "main{max-width:64rem;margin:0 auto;padding:1.5rem}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2rem}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ccc}"
    "thead th{border-bottom:2px solid #333}code{font-size:.95em}"
)
