"""The catalogue of indicators: dbt docs blocks, and the page of all indicators."""

from collections.abc import Iterator
from itertools import groupby

from schemas.indicator import (
    Documentitem,
    Indicator,
    find_indicator,
    read_document_items,
    read_indicatoren,
    read_onderwerpen,
)
from schemas.weergave.markdown import render_kop, render_tabel

_CATALOGUS = "schemas/referentie/indicator.csv"
_INLEIDING = """# Wat de cijfers betekenen

Elk cijfer staat hier één keer: welke vraag het beantwoordt, hoe we tellen, of u mag optellen en
waar het staat. Dezelfde tekst staat in de tabel `indicator` van elke release, in het
gegevenswoordenboek en in het rapport. Wat voor alle cijfers geldt, staat op een
[eigen bladzijde](wat_overal_geldt.md).

Een cijfer `x` heeft een kolom `x_status`: `waarde`, `onderdrukt` (te klein om te tonen),
`ontbreekt` (niet geleverd, dus geen nul) of `nvt` (bestaat hier niet).

"""


def render_docs_blokken() -> str:
    """Return a docs block per indicator, for the descriptions of published columns."""
    blokken = "\n".join(map(_render_blok, read_indicatoren()))
    return render_kop(_CATALOGUS) + blokken


def render_indicatoren() -> str:
    """Return the page of all indicators by onderwerp, and what the documents ask for."""
    delen = [render_kop(_CATALOGUS), _INLEIDING, _render_inhoud()]
    for onderwerp in read_onderwerpen():
        indicatoren = [i for i in read_indicatoren() if i.onderwerp == onderwerp.onderwerp]
        if indicatoren:
            delen.append(f"## {onderwerp.naam}\n\n{onderwerp.uitleg}\n\n")
            delen += map(_render_indicator, indicatoren)
    return "".join(delen) + "".join(_iter_documenten())


def _render_blok(indicator: Indicator) -> str:
    zinnen = [
        f"{indicator.indicator_naam}.",
        _zin(indicator.formule),
        f"Eenheid: {indicator.eenheid}.",
        _zin(f"Optellen: {indicator.optelbaar}"),
        _zin(f"Breuk: {indicator.breuk}") if indicator.breuk else "",
    ]
    tekst = " ".join(filter(None, zinnen))
    return f"{{% docs {indicator.docs_naam} %}}\n{tekst}\n{{% enddocs %}}\n"


def _render_inhoud() -> str:
    rijen = []
    for onderwerp in read_onderwerpen():
        indicatoren = [i for i in read_indicatoren() if i.onderwerp == onderwerp.onderwerp]
        if indicatoren:
            namen = "; ".join(f"[{i.indicator_naam}](#{i.indicator_code})" for i in indicatoren)
            rijen.append((onderwerp.naam, namen))
    return render_tabel(("onderwerp", "indicatoren"), rijen)


def _render_indicator(indicator: Indicator) -> str:
    regels = [
        f'### <a id="{indicator.indicator_code}"></a>{indicator.indicator_naam}\n',
        f"*{indicator.vraag}* {_zin(indicator.formule)}\n",
    ]
    if indicator.is_beschikbaar:
        regels.append(f"- Staat in: {_code(indicator.tabellen)}, {_code(indicator.kolommen)}")
    else:
        regels.append(f"- **Niet beschikbaar.** {_zin(indicator.reden)}")
    regels += [
        f"- Eenheid: {indicator.eenheid}",
        f"- Optellen: {indicator.optelbaar}",
        *(
            f"- {label}: {tekst}"
            for label, tekst in (
                ("Bron", indicator.bron),
                ("Sinds", indicator.sinds),
                ("Breuk", indicator.breuk),
            )
            if tekst
        ),
        f"- Eigenaar van de definitie: {indicator.eigenaar}",
        f"- Herkomst: {indicator.herkomst}",
        f"- Code: `{indicator.indicator_code}`",
    ]
    return "\n".join(regels) + "\n\n"


def _iter_documenten() -> Iterator[str]:
    """Yield per list in a document what became of each item."""
    yield "## Wat de documenten vragen\n\n"
    yield "Elk onderdeel van de documenten, en waar het antwoord staat.\n\n"
    for (document, onderwerp), items in groupby(
        read_document_items(), lambda item: (item.document, item.onderwerp)
    ):
        yield f"### {document}: {onderwerp}\n\n"
        yield render_tabel(("nr", "onderdeel", "indicator", "waar"), map(_render_item, items))


def _render_item(item: Documentitem) -> tuple[str, ...]:
    indicator = find_indicator(item.indicator_code)
    waar = _code(indicator.tabellen) if indicator.is_beschikbaar else "niet beschikbaar"
    naam = f"[{indicator.indicator_naam}](#{indicator.indicator_code})"
    return (item.volgnummer, item.item, naam, waar)


def _code(namen: tuple[str, ...]) -> str:
    return ", ".join(f"`{naam}`" for naam in namen)


def _zin(tekst: str) -> str:
    return tekst if tekst.endswith((".", "?")) else f"{tekst}."
