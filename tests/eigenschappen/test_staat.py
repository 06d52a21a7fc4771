"""State follows from what was said: not from the order, the file or the number of times it came."""

from collections import defaultdict
from datetime import date

from bericht_in_lake import Bericht, Bezorging, Rij, make_lake
from geschiedenis import geschiedenissen
from hypothesis import given
from hypothesis import strategies as st
from postbus import Draw
from staat import Staat
from vertolker import Sleutel, Stand

START = ("gemeente_code", "aanbieder_agb", "client_sleutel", "toewijzing_nummer", "begin_datum")


@st.composite
def bezorgde_geschiedenissen(draw: Draw) -> tuple[list[Bericht], list[Bezorging]]:
    """Return a history, and its messages in another order, some more often or in other bytes."""
    berichten = draw(geschiedenissen())
    bestanden = st.integers(0, 9)
    eerste = [Bezorging(bericht, bestand=draw(bestanden)) for bericht in berichten]
    # A provider may send its whole archive again, in the bytes of other software.
    schriften = draw(st.lists(st.integers(0, 2), max_size=2))
    archief = [Bezorging(bericht, schrift) for schrift in schriften for bericht in berichten]
    kopie = st.builds(Bezorging, st.sampled_from(berichten), st.integers(0, 2), bestanden)
    kopieen = draw(st.lists(kopie, max_size=6))
    return berichten, draw(st.permutations([*eerste, *archief, *kopieen]))


@given(bezorgde_geschiedenissen())
def test_order_and_repetition_of_messages_change_nothing(
    staat: Staat, bezorgd: tuple[list[Bericht], list[Bezorging]]
) -> None:
    berichten, bezorgingen = bezorgd
    staat.bouw(make_lake(map(Bezorging, berichten)))
    verwacht = _read_staat(staat)

    staat.bouw(make_lake(bezorgingen))

    assert _read_staat(staat) == verwacht


@given(geschiedenissen())
def test_state_is_what_replaying_the_messages_gives(staat: Staat, berichten: list[Bericht]) -> None:
    stand = Stand().replay(berichten)
    staat.bouw(make_lake(map(Bezorging, berichten)))

    _check_toewijzingen(staat, stand)
    _check_zorg(staat, stand)
    _check_declaraties(staat, stand)
    _check_verzoeken(staat, stand)
    _check_antwoorden(staat, berichten)


def _read_staat(staat: Staat) -> dict[str, list[Rij]]:
    """Return every column but the hash of the bytes that a line came in."""
    return {model: staat.fetch(model, zonder="bericht_sleutel") for model in staat.modellen}


def _check_toewijzingen(staat: Staat, stand: Stand) -> None:
    kolommen = ("gemeente_code", "toewijzing_nummer")
    versies = _per_sleutel(staat.fetch("int_toewijzing_laatste_versie"), *kolommen)
    assert set(versies) == set(stand.toewijzingen)
    for sleutel, verwacht in stand.toewijzingen.items():
        assert {kolom: versies[sleutel][kolom] for kolom in verwacht} == verwacht
    levend = {sleutel for sleutel, rij in stand.toewijzingen.items() if not rij["is_verwijderd"]}
    assert set(_per_sleutel(staat.fetch("fct_toewijzing"), *kolommen)) == levend


def _check_zorg(staat: Staat, stand: Stand) -> None:
    starts = _per_sleutel(staat.fetch("int_start_live"), *START)
    assert {sleutel: rij["bekend_sinds"] for sleutel, rij in starts.items()} == stand.starts
    einde = ("reden_beeindiging_code", "eind_datum")
    stops = _per_sleutel(staat.fetch("int_stop_live"), *START, *einde)
    assert {sleutel: rij["bekend_sinds"] for sleutel, rij in stops.items()} == stand.stops
    trajecten = {
        (rij["gemeente_code"], rij["toewijzing_nummer"]): (rij["start_datum"], rij["stop_datum"])
        for rij in staat.fetch("fct_traject")
    }
    assert trajecten == _list_trajecten(stand)


def _list_trajecten(stand: Stand) -> dict[Sleutel, tuple[date, date | None]]:
    """Return first start and final stop of the last start, per toewijzing that was not deleted."""
    per_nummer: dict[Sleutel, list[Sleutel]] = defaultdict(list)
    for start in stand.starts:
        per_nummer[start[0], start[3]].append(start)
    trajecten = {}
    for sleutel, starts in per_nummer.items():
        if sleutel in stand.toewijzingen and not stand.toewijzingen[sleutel]["is_verwijderd"]:
            laatste = max(starts, key=lambda start: start[4])
            eind = [stop[6] for stop in stand.stops if stop[:5] == laatste and stop[5] != "20"]
            trajecten[sleutel] = (min(start[4] for start in starts), next(iter(eind), None))
    return trajecten


def _check_declaraties(staat: Staat, stand: Stand) -> None:
    regels = _per_sleutel(staat.fetch("fct_declaratieregel"), "aanbieder_agb", "referentie_nummer")
    uitkomst = {
        sleutel: (regel["status"], regel["is_gecrediteerd"], regel["toegekend_eurocent"])
        for sleutel, regel in regels.items()
    }
    assert uitkomst == {
        sleutel: (regel["status"], regel["is_gecrediteerd"], _compute_toegekend(regel))
        for sleutel, regel in stand.regels.items()
    }


def _compute_toegekend(regel: Rij) -> int:
    teken = -1 if regel["debet_credit_code"] == "C" else 1
    return teken * int(regel["ingediend_eurocent"]) if regel["status"] == "toegekend" else 0


def _check_verzoeken(staat: Staat, stand: Stand) -> None:
    for model, verwacht in (
        ("int_verzoek_open", stand.verzoeken),
        ("int_verzoek_wijziging_open", stand.wijzigingen),
    ):
        rijen = _per_sleutel(staat.fetch(model), "aanbieder_agb", "referentie_aanbieder")
        assert {sleutel: rij["is_in_onderzoek"] for sleutel, rij in rijen.items()} == verwacht


def _check_antwoorden(staat: Staat, berichten: list[Bericht]) -> None:
    """Prove TR342 for every claim: refused and granted add up to what was claimed."""
    per_claim: dict[Sleutel, int] = defaultdict(int)
    kop = ("gemeente_code", "aanbieder_agb", "bericht_identificatie", "dagtekening_datum")
    for regel in staat.fetch("int_declaratieregel_status"):
        per_claim[tuple(regel[kolom] for kolom in kop)] += _compute_toegekend(regel)
    for bericht in berichten:
        antwoord = bericht.regels[0][1]
        if "totaal_toegekend_eurocent" in antwoord:
            gaat_over = (
                antwoord["declaratie_identificatie"],
                antwoord["declaratie_dagtekening_datum"],
            )
            claim = (bericht.gemeente_code, bericht.aanbieder_agb, *gaat_over)
            assert per_claim[claim] == antwoord["totaal_toegekend_eurocent"]


def _per_sleutel(rijen: list[Rij], *kolommen: str) -> dict[Sleutel, Rij]:
    return {tuple(rij[kolom] for kolom in kolommen): rij for rij in rijen}
