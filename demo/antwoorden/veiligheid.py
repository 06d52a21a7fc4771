"""Answer key: measures of jeugdbescherming and jeugdreclassering."""

from pathlib import Path

from demo.antwoorden.keten import Keten, Stuk, get_eind, iter_ketens_per
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.verblijf import write_verblijf
from demo.antwoorden.waarheid import Waarheid, get_stop
from demo.kwartalen import Opgave
from demo.maatregelen import Maatregel


def write_veiligheid(folder: Path, waarheid: Waarheid, opgaven: list[Opgave]) -> None:
    """Write ``jeugdbescherming`` and ``uithuisplaatsing``."""
    ketens = _list_maatregelen(waarheid, _index_opgaven(opgaven))
    write_tabel(
        folder,
        "jeugdbescherming",
        (
            "type_maatregel",
            "gemeente_code",
            "start_datum",
            "eind_datum",
            "reden_beeindiging",
            "aantal_toewijzingen",
            "uitspraak_datum",
            "eerste_contact_datum",
            "dagen_tot_eerste_contact",
            "erkende_interventie",
            "machtiging_code",
            "machtiging_begin_datum",
        ),
        [keten.rij for keten in ketens],
    )
    write_verblijf(folder, waarheid, ketens)


def _index_opgaven(opgaven: list[Opgave]) -> dict[tuple[str, int], Maatregel]:
    return {
        (maatregel.gemeente, maatregel.toewijzing_nummer): maatregel
        for opgave in opgaven
        for maatregel in opgave.maatregelen
    }


def _list_maatregelen(waarheid: Waarheid, bekend: dict[tuple[str, int], Maatregel]) -> list[Keten]:
    stukken = []
    for toewijzing in waarheid.toewijzingen:
        zorg, huidig = toewijzing.zorg, toewijzing.huidig
        if not zorg.product.is_jb_jr or huidig.ingang > waarheid.peildatum:
            continue
        stop = get_stop(toewijzing)
        eind = stop.eind.dag if stop and stop.eind else None
        if eind is None and huidig.eind is not None and huidig.eind <= waarheid.peildatum:
            eind = huidig.eind
        soort = "jb" if zorg.product.categorie == "48" else "jr"
        stukken.append(Stuk(zorg.jeugdige.bsn, soort, huidig.ingang, eind, toewijzing))
    ketens = iter_ketens_per(stukken, lambda stuk: stuk.soort)
    return [_maatregel(keten, bekend) for keten in ketens]


def _maatregel(keten: list[Stuk], bekend: dict[tuple[str, int], Maatregel]) -> Keten:
    """Return a measure; in the demo all allocations of one chain have the same type."""
    eerste, laatste = keten[0], keten[-1]
    eind = get_eind(keten)
    opgaven = [
        opgave for stuk in keten if (opgave := bekend.get(stuk.toewijzing.sleutel)) is not None
    ]
    is_jb = eerste.soort == "jb"
    typen = [opgave.type for opgave in opgaven if opgave.type]
    opgave_eerste = bekend.get(eerste.toewijzing.sleutel)
    uitspraak = opgave_eerste.uitspraak if opgave_eerste else None
    contact = opgave_eerste.eerste_contact if opgave_eerste else None
    interventies = [o.erkende_interventie for o in opgaven if o.erkende_interventie is not None]
    machtigingen = [opgave for opgave in opgaven if opgave.machtiging]
    machtiging = machtigingen[-1] if machtigingen else None
    stop = None
    if eind is not None:
        stop = get_stop(max(keten, key=lambda s: (s.eind, s.begin, s.toewijzing.nummer)).toewijzing)
    rij = (
        "11" if is_jb else typen[0] if typen else "jr_onbekend",
        laatste.toewijzing.zorg.gemeente,
        eerste.begin,
        eind,
        stop.eind.reden if stop and stop.eind else None,
        len(keten),
        uitspraak,
        contact,
        max(0, (contact - uitspraak).days) if contact and uitspraak else None,
        "nvt" if is_jb else _to_antwoord(interventies),
        machtiging.machtiging if machtiging else None,
        machtiging.machtiging_begin if machtiging else None,
    )
    return Keten(
        eerste.bsn,
        is_jb,
        eerste.begin,
        eind,
        machtiging.machtiging if machtiging else None,
        machtiging.machtiging_begin if machtiging else None,
        machtiging.machtiging_eind if machtiging else None,
        rij,
    )


def _to_antwoord(interventies: list[bool]) -> str:
    if not interventies:
        return "onbekend"
    return "ja" if any(interventies) else "nee"
