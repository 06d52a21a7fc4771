"""Rules on the header, and on classes that may stand in a message only once."""

from collections.abc import Iterator

import pyarrow.compute as pc

from ingest.ijw.regels.dubbel import find_dubbel
from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import Vlakken

_RETOUREN = ("jw302", "jw306", "jw308", "jw316", "jw318", "jw320")
_HEEN = ("jw301", "jw305", "jw307", "jw315", "jw317", "jw319", "jw323", "jw325")

# Per message the classes that TR101 names, with their key below the message. The key of a
# requested product (315) is its reference: TR383 judges that.
_SLEUTELS = {
    "jw301": (
        ("toewijzing", ("toewijzing_nummer",)),
        ("_relatie", ("relatie_nummer",)),
        ("_contact", ("relatie_nummer", "adres_soort_code")),
    ),
    "jw305": (
        (
            "start",
            ("toewijzing_nummer", "product_categorie_code", "product_code", "begin_datum"),
        ),
    ),
    "jw307": (
        (
            "stop",
            (
                "toewijzing_nummer",
                "product_categorie_code",
                "product_code",
                "begin_datum",
                "reden_beeindiging_code",
                "eind_datum",
            ),
        ),
    ),
    "jw323": (
        ("_client", ("bsn",)),
        ("prestatie", ("bsn", "referentie_nummer", "vorig_referentie_nummer")),
    ),
    "jw325": (
        ("_client", ("bsn",)),
        ("prestatie_antwoord", ("bsn", "referentie_nummer", "vorig_referentie_nummer")),
    ),
}


@regel("TR135", *_HEEN)
def check_dagtekening(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A message is not dated after the day it was received."""
    later = pc.field("dagtekening_datum") > pc.field("ontvangst_datum")
    yield Overtreding("bericht", vlakken["bericht"].where(later), "dagtekening_datum")


@regel("TR135", *_RETOUREN)
def check_dagtekening_retour(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A retour is not dated after the day it was received; what it echoes may be the fault."""
    later = pc.field("retour_dagtekening_datum") > pc.field("ontvangst_datum")
    yield Overtreding("retour", vlakken["retour"].where(later), "retour_dagtekening_datum")


@regel("TR101", *_SLEUTELS)
def check_dubbele_klasse(vlakken: Vlakken) -> Iterator[Overtreding]:
    """No class stands in a message twice with the same key."""
    for tabel, sleutel in _SLEUTELS[vlakken.soort.bericht]:
        yield Overtreding(tabel, find_dubbel(vlakken[tabel], sleutel), sleutel[-1])


@regel("TR101", "jw317")
def check_dubbel_product_in_wijziging(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A request to change names a toewijzing once per class, a new product once per start."""
    tabel = vlakken["verzoek_wijziging"]
    bestaand = tabel.table.filter(pc.field("toewijzing_nummer").is_valid())
    dubbel = find_dubbel(tabel, ("klasse", "toewijzing_nummer"), bestaand)
    yield Overtreding(tabel.naam, dubbel, "toewijzing_nummer")
    nieuw = tabel.table.filter(pc.field("klasse") == "NieuwProduct")
    sleutel = ("product_categorie_code", "product_code", "gewenste_ingang_datum")
    yield Overtreding(tabel.naam, find_dubbel(tabel, sleutel, nieuw), "product_code")


def where_after_dagtekening(vlakken: Vlakken, tabel: str, kolom: str) -> Overtreding:
    """Return the rows in which a date lies after the Dagtekening (TR134)."""
    later = pc.field(kolom) > pc.field("dagtekening_datum")
    return Overtreding(tabel, vlakken[tabel].where(later), kolom)
