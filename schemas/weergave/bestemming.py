"""Where each element of a message goes: to a lake column, to a check, or nowhere."""

from dataclasses import dataclass, field

from schemas.ijw.vlak import ONDERDELEN, VlakKolom, read_vlakken
from schemas.weergave.opbouw import Plek

# What a reader must know of a column that is not simply the text of the element.
_OMZETTINGEN = {
    "pseudoniem": "versleuteld",
    "geboortemaand": "alleen jaar en maand",
    "met_teken": "credit is negatief",
    "codes": "alle codes",
    "naam": "de naam van het element",
    "aanwezig": "of het element er staat",
}


@dataclass
class Bestemming:
    """The lake columns of an element, in words, and whether a check reads it too."""

    kolommen: list[str] = field(default_factory=list)
    is_gecontroleerd: bool = False


def read_bestemmingen(release: str, bericht: str) -> dict[tuple[str, ...], Bestemming]:
    """Return where the elements of a message go, by path; other elements go nowhere."""
    gelezen: dict[tuple[str, ...], Bestemming] = {}
    for tabel, vlakken in read_vlakken(release)[bericht].items():
        for vlak in vlakken:
            for kolom in vlak.kolommen:
                for pad in _paden(kolom):
                    bestemming = gelezen.setdefault(pad, Bestemming())
                    if vlak.is_intern or kolom.kolom.startswith("_"):
                        bestemming.is_gecontroleerd = True
                    elif (tekst := _describe_kolom(tabel, kolom)) not in bestemming.kolommen:
                        bestemming.kolommen.append(tekst)
    return gelezen


def describe_bestemming(plek: Plek, bestemming: Bestemming, is_tekst: bool) -> str:
    """Return where an element goes; a class that no column is made of has nothing to store."""
    if bestemming.kolommen:
        return "<br>".join(bestemming.kolommen)
    if not is_tekst:
        return ""
    bewaard = "nooit bewaard (persoonlijk)" if plek.is_persoonlijk else "niet bewaard"
    return f"{bewaard}, wel gecontroleerd" if bestemming.is_gecontroleerd else bewaard


def _paden(kolom: VlakKolom) -> list[tuple[str, ...]]:
    delen = ONDERDELEN.get(kolom.omzetting)
    return [(*kolom.pad, deel) for deel in delen] if delen else [kolom.pad]


def _describe_kolom(tabel: str, kolom: VlakKolom) -> str:
    uitleg = f" ({_OMZETTINGEN[kolom.omzetting]})" if kolom.omzetting else ""
    return f"`{tabel}.{kolom.kolom}`{uitleg}"
