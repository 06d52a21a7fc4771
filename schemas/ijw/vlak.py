"""How messages become flat rows: the mapping of ``schemas/ijw/<release>/vlak.csv``.

A table, or a column, whose name begins with ``_`` serves the checks only and is never written.
A table may take its rows from several elements of one message; a column that one of them lacks
is empty there. A lake column that ``vlak.csv`` does not name for its table comes from the header
(table ``bericht``) or is filled by ingest (keys, counts, kind of message).
"""

from dataclasses import dataclass
from functools import cache

from schemas.ijw.standaard import BASISSCHEMA, Element, Standaard, read_csv, read_standaard

HEADER_TABEL = "bericht"

# What an omzetting reads below its pad; anything else reads the pad itself.
ONDERDELEN = {
    "geboortemaand": ("Datum", "DatumGebruik"),
    "met_teken": ("TotaalBedrag", "DebetCredit"),
    "codes": ("RetourCode",),
}


@dataclass(frozen=True)
class VlakKolom:
    """One column: where it stands in the message and how its text becomes a value.

    ``omzetting`` is empty for a plain value (``basis`` says of which kind), otherwise
    ``pseudoniem``, ``geboortemaand``, ``met_teken``, ``codes``, ``naam`` (the name of the row
    element) or ``aanwezig`` (whether the element is there).
    """

    kolom: str
    pad: tuple[str, ...]
    omzetting: str
    basis: str


@dataclass(frozen=True)
class Vlak:
    """One table that a message fills: one row per element at ``rij`` (empty: the root)."""

    bericht: str
    tabel: str
    rij: tuple[str, ...]
    kolommen: tuple[VlakKolom, ...]

    @property
    def is_intern(self) -> bool:
        """True when the table serves checks only and is not in the lake."""
        return self.tabel.startswith("_")


@cache
def read_vlakken(release: str) -> dict[str, dict[str, tuple[Vlak, ...]]]:
    """Return per message its tables by name, one Vlak per kind of row element.

    Table ``bericht`` holds the header columns.

    Raises:
        KeyError: a pad in ``vlak.csv`` does not exist in the standard.
    """
    standaard = read_standaard(release)
    gelezen: dict[tuple[str, str, str], list[VlakKolom]] = {}
    for row in read_csv(release, "vlak.csv"):
        berichten = standaard.berichten if row["berichten"] == "*" else row["berichten"].split()
        pad = tuple(row["pad"].split("/"))
        for bericht in berichten:
            element = find_element(standaard, bericht, pad)
            basis = "" if row["omzetting"] else standaard.typen[element.type].basis
            gelezen.setdefault((bericht, row["tabel"], row["rij"]), []).append(
                VlakKolom(row["kolom"], pad, row["omzetting"], basis)
            )
    vlakken: dict[str, dict[str, tuple[Vlak, ...]]] = {
        bericht: {} for bericht in standaard.berichten
    }
    for (bericht, tabel, rij), kolommen in gelezen.items():
        rij_pad = () if rij == "." else tuple(rij.split("/"))
        vlak = Vlak(bericht, tabel, rij_pad, tuple(kolommen))
        vlakken[bericht][tabel] = (*vlakken[bericht].get(tabel, ()), vlak)
    return vlakken


def find_element(standaard: Standaard, bericht: str, pad: tuple[str, ...]) -> Element:
    """Return the element at a path below the root of a message.

    Raises:
        KeyError: the standard has no such path.
    """
    elementen = child_elements(standaard, bericht, ())
    for diepte, naam in enumerate(pad, start=1):
        gevonden = next((kind for kind in elementen if kind.naam == naam), None)
        if gevonden is None:
            break
        if diepte == len(pad):
            return gevonden
        elementen = _elementen(standaard, bericht, gevonden.type)
    raise KeyError(f"{bericht}: {'/'.join(pad)} staat niet in de standaard")


def child_elements(standaard: Standaard, bericht: str, pad: tuple[str, ...]) -> tuple[Element, ...]:
    """Return what may stand in the element at a path (empty: the root), in order."""
    klasse = find_element(standaard, bericht, pad).type if pad else "Root"
    return _elementen(standaard, bericht, klasse)


def _elementen(standaard: Standaard, bericht: str, klasse: str) -> tuple[Element, ...]:
    in_bericht = standaard.klassen[bericht].get(klasse)
    return in_bericht or standaard.klassen[BASISSCHEMA].get(klasse, ())
