"""The catalogue of indicators as dbt docs blocks."""

from schemas.indicator import Indicator, read_indicatoren
from schemas.weergave.markdown import render_kop


def render_docs_blokken() -> str:
    """Return a docs block per indicator, for the descriptions of published columns."""
    blokken = "\n".join(map(_render_blok, read_indicatoren()))
    return render_kop("schemas/referentie/indicator.csv") + blokken


def _render_blok(indicator: Indicator) -> str:
    zinnen = [
        f"{indicator.indicator_naam}.",
        indicator.formule if indicator.formule.endswith(".") else f"{indicator.formule}.",
        f"Eenheid: {indicator.eenheid}.",
        f"Optellen: {indicator.optelbaar.rstrip('.')}.",
        f"Breuk: {indicator.breuk.rstrip('.')}." if indicator.breuk else "",
    ]
    tekst = " ".join(filter(None, zinnen))
    return f"{{% docs {indicator.docs_naam} %}}\n{tekst}\n{{% enddocs %}}\n"
