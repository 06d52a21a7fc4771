"""Every youth gets a twin with the same messages: counts double, rates stay."""

import pytest
from proeflake import Cijfers, Proeflake, Rij

from schemas.lake import lake_tabellen

_TEKST = (
    "bericht_sleutel",
    "bericht_identificatie",
    "retour_identificatie",
    "client_sleutel",
    "referentie_aanbieder",
    "declaratie_nummer",
    "declaratie_identificatie",
    "referentie_nummer",
    "vorig_referentie_nummer",
)

# By published table: what doubles, and what does not. Costs without messages (a lump sum, a pgb)
# have no youths to double, so totals with them are left out; so is what rests on the estimate.
VERDUBBELT = {
    "zorggebruik_kwartaal": ("aantal_jeugdigen", "instroom", "uitstroom", "bevolking_0_17"),
    "kosten_verwijzer_jaar": ("aantal_toewijzingen", "kosten_euro", "aantal_jeugdigen"),
    "kosten_kwartaal": ("gedeclareerd_euro", "aantal_jeugdigen", "aantal_toewijzingen"),
    "wachttijd_kwartaal": ("aantal_gestart", "aantal_wachtend"),
    "wachttijd_definitie_kwartaal": ("aantal_begonnen",),
    "duur_zorg_jaar": ("aantal_beeindigd", "aantal_lopend"),
    "stapeling_kwartaal": ("aantal_jeugdigen",),
    "zorgzwaarte_jaar": ("aantal_jeugdigen", "kosten_euro"),
    "uithuisplaatsing_kwartaal": ("aantal_begonnen", "aantal_beeindigd", "aantal_jeugdigen"),
}
BLIJFT = {
    "zorggebruik_kwartaal": ("aantal_per_1000",),
    "kosten_verwijzer_jaar": ("kosten_per_toewijzing_euro", "toewijzingen_percentage"),
    "kosten_kwartaal": ("kosten_per_jeugdige_euro", "kosten_per_toewijzing_euro"),
    "wachttijd_kwartaal": ("gemiddelde_wacht_dagen", "binnen_norm_percentage"),
    "wachttijd_definitie_kwartaal": ("km_mediaan_dagen", "naief_mediaan_dagen"),
    "duur_zorg_jaar": ("mediaan_duur_dagen", "mediaan_duur_met_lopend_dagen"),
    "stapeling_kwartaal": ("jeugdigen_percentage",),
    "zorgzwaarte_jaar": ("jeugdigen_percentage", "kosten_percentage"),
    "uithuisplaatsing_kwartaal": ("jeugdigen_per_1000", "gezinsgericht_percentage"),
}
SLEUTEL = (
    "kwartaal",
    "zorgmaand",
    "jaar",
    "gemeente_code",
    "zorgvorm",
    "verwijzer_groep",
    "definitie_code",
    "stapeling_groep",
    "zorgzwaarte_band",
    "verblijf",
)


def _double(proeflake: Proeflake) -> list[str]:
    """Return the statements that deliver every message once more, about a twin."""
    opdrachten = []
    for tabel in lake_tabellen("ijw"):
        if tabel in ("bestand", "bevinding"):
            continue
        kolommen = {
            kolom["column_name"] for kolom in proeflake.compilatie.fetch(f"describe ijw.{tabel}")
        }
        anders = [f"{kolom} || 't' as {kolom}" for kolom in _TEKST if kolom in kolommen]
        if "toewijzing_nummer" in kolommen:
            anders.append("toewijzing_nummer + 500000000 as toewijzing_nummer")
        opdrachten.append(
            f"insert into ijw.{tabel} select * replace ({', '.join(anders)}) from ijw.{tabel}"
        )
    return [*opdrachten, "update referentie.bevolking set aantal = 2 * aantal"]


@pytest.fixture(scope="module")
def verdubbeld(proeflake: Proeflake) -> Cijfers:
    """The figures of the region in which every youth has a twin."""
    return proeflake.build(*_double(proeflake))


@pytest.mark.parametrize("tabel", sorted(VERDUBBELT))
def test_counts_double_and_rates_stay(vooraf: Cijfers, verdubbeld: Cijfers, tabel: str) -> None:
    eerst, dan = _index(vooraf[tabel]), _index(verdubbeld[tabel])

    assert eerst.keys() == dan.keys()
    for kolom in VERDUBBELT[tabel]:
        waarden = {sleutel: rij[kolom] for sleutel, rij in eerst.items()}
        assert sum(waarde or 0 for waarde in waarden.values()) > 0, kolom
        for sleutel, waarde in waarden.items():
            assert dan[sleutel][kolom] == (None if waarde is None else 2 * waarde), (kolom, sleutel)
    for kolom in BLIJFT[tabel]:
        assert any(rij[kolom] for rij in eerst.values()), kolom
        for sleutel, rij in eerst.items():
            assert dan[sleutel][kolom] == rij[kolom], (kolom, sleutel)


def _index(rijen: list[Rij]) -> dict[tuple[object, ...], Rij]:
    index = {tuple(rij[kolom] for kolom in SLEUTEL if kolom in rij): rij for rij in rijen}
    assert len(index) == len(rijen), "the key does not tell the rows apart"
    return index


@pytest.mark.parametrize(
    "feit",
    ["fct_toewijzing", "fct_traject", "fct_declaratieregel", "fct_wachttijd", "fct_zorggebruik"],
)
def test_facts_double_to_the_row(vooraf: Cijfers, verdubbeld: Cijfers, feit: str) -> None:
    assert len(verdubbeld[feit]) == 2 * len(vooraf[feit])
