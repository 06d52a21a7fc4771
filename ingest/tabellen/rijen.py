"""Steps over all rows of a file that every spreadsheet source shares."""

from collections import defaultdict

from ingest.tabellen.cel import Waarde
from ingest.tabellen.lezing import Lezing, Rij


def drop_dubbele_rijen(lezing: Lezing) -> None:
    """Take repeated rows away.

    A repetition of the same content is dropped with a signaal. When rows with one key differ,
    nobody can say which is right: all of them are refused.
    """
    groepen: dict[tuple[object, ...], list[Rij]] = defaultdict(list)
    for rij in lezing.rijen:
        if rij.soort.sleutel:
            sleutel = tuple(rij.waarden.get(kolom) for kolom in rij.soort.sleutel)
            groepen[(rij.soort.naam, *sleutel)].append(rij)
    for groep in groepen.values():
        if len(groep) == 1:
            continue
        nummers = ", ".join(str(rij.rij_nummer) for rij in groep)
        eerste, *herhaald = groep
        if all(_content(rij) == _content(eerste) for rij in herhaald):
            weg = {id(rij) for rij in herhaald}
            lezing.rijen = [rij for rij in lezing.rijen if id(rij) not in weg]
            lezing.bevindingen.extend(
                rij.report("B032", f"Het gaat om rij {nummers}.") for rij in herhaald
            )
        else:
            lezing.refuse(groep, "B031", f"Het gaat om rij {nummers}.")


def add_lake_rijen(lezing: Lezing) -> None:
    """Give every row of the sheets to its lake table."""
    for rij in lezing.rijen:
        lezing.lake_rijen.setdefault(rij.soort.tabel, []).append(to_lake_rij(lezing, rij))


def to_lake_rij(lezing: Lezing, rij: Rij) -> dict[str, Waarde]:
    """Return the row with what every lake table has: file, row and day of receipt."""
    return {
        "bestand_sleutel": lezing.bestand.bestand_sleutel,
        "rij_nummer": rij.rij_nummer,
        "ontvangst_datum": lezing.bestand.ontvangst_datum,
        **rij.waarden,
    }


def _content(rij: Rij) -> tuple[object, object]:
    return rij.waarden, rij.per_onderdeel
