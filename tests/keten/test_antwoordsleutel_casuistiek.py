"""Casuistiek and benutting equal the answer key of the demo: to the youth and the cent."""

from decimal import Decimal

from vergelijken import assert_zelfde_rijen, fetch, fetch_regio, to_tekst, values

_BAND_SLEUTEL = ("jaar", "gebied_code", "zorgzwaarte_band")


def test_cost_rank_and_referrer_of_every_youth(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select
            jaar,
            gebied_code,
            rang,
            kosten_eurocent,
            zorgzwaarte_band,
            is_duurste,
            is_doorstroom,
            heeft_zorg_vorig_jaar,
            verwijzer_groep,
            aantal_toewijzingen,
            aantal_zorgvormen,
            heeft_verblijf
        from marts.fct_casuistiek
        """,
    )
    assert_zelfde_rijen(values(sleutel("casuistiek")), to_tekst(rows), "casuistiek")


def test_cost_of_all_youths_is_what_was_declared(basis):
    """No line is lost or counted twice, in the gemeenten together and in the region."""
    (declared,) = fetch_regio(
        basis.warehouse,
        """
        select sum(ingediend_eurocent)::bigint from fct_declaratieregel
        where status <> 'afgekeurd'
        """,
    )
    sommen = fetch(
        basis.warehouse,
        """
        select sum(kosten_eurocent)::bigint from marts.fct_casuistiek
        group by gebied_code = 'regio'
        """,
    )
    assert sommen == [declared, declared]


def test_the_most_expensive_of_each_area(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select
            jaar,
            gebied_code,
            count(*),
            sum(kosten_eurocent)::bigint,
            count(*) filter (where verwijzer_groep = 'gemeente'),
            count(*) filter (where verwijzer_groep = 'medisch'),
            count(*) filter (where verwijzer_groep = 'gi_rechter'),
            count(*) filter (where verwijzer_groep = 'geen'),
            sum(is_doorstroom::integer)::bigint
        from marts.fct_casuistiek where is_duurste group by all
        """,
    )
    assert_zelfde_rijen(values(sleutel("duurste_casuistiek")), to_tekst(rows), "duurste")


def test_published_top_is_the_key_rounded_or_withheld(sleutel, basis):
    verwacht = {(r["jaar"], r["gebied_code"]): r for r in sleutel("duurste_casuistiek")}
    rows = fetch(
        basis.warehouse,
        """
        select
            jaar::varchar, gemeente_code, aantal_casussen, kosten_euro, kosten_euro_status,
            aantal_verwijzer_gemeente, aantal_verwijzer_medisch, aantal_verwijzer_gi_rechter,
            aantal_doorstroom
        from publicatie.duurste_casuistiek_jaar
        """,
    )
    assert {(row[0], row[1]) for row in rows} == verwacht.keys()
    for jaar, gebied, aantal, kosten, status, *kleine_aantallen in rows:
        waar = verwacht[(jaar, gebied)]
        assert aantal == (10 if waar["aantal_casussen"] == "10" else None)
        assert kleine_aantallen == [None] * 4, "tien zijn niet veilig te verdelen"
        if status == "waarde":
            assert kosten % 10_000 == 0
            assert abs(kosten - Decimal(waar["kosten_eurocent"]) / 100) <= 5_000
        else:
            assert (status, kosten) == ("onderdrukt", None)


def test_published_bands_are_the_key_or_withheld(sleutel, basis):
    verwacht = {
        tuple(r[kolom] for kolom in _BAND_SLEUTEL): (
            int(r["aantal_jeugdigen"]),
            Decimal(r["kosten_eurocent"]) / 100,
        )
        for r in sleutel("zorgzwaarte")
    }
    rows = fetch(
        basis.warehouse,
        """
        select
            jaar::varchar, gemeente_code, zorgzwaarte_band,
            aantal_jeugdigen, aantal_jeugdigen_status, kosten_euro, kosten_euro_status
        from publicatie.zorgzwaarte_jaar
        """,
    )
    verborgen: dict[tuple[str, str], list[int]] = {}
    for jaar, gebied, band, aantal, status, kosten, kosten_status in rows:
        waar_aantal, waar_kosten = verwacht.get((jaar, gebied, band), (0, Decimal(0)))
        if status == "waarde":
            assert aantal == waar_aantal
            assert aantal == 0 or aantal >= 10
        elif band != "totaal":
            verborgen.setdefault((jaar, gebied), []).append(waar_aantal)
        if kosten_status == "waarde":
            assert status == "waarde"
            assert kosten == waar_kosten
    assert verborgen
    for jaar, gebied in verborgen:
        samen = sum(verborgen[(jaar, gebied)])
        assert samen >= 10 or verwacht[(jaar, gebied, "totaal")][0] < 10


def test_benutting_of_every_toewijzing(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select
            gemeente_code,
            toewijzing_nummer,
            soort_toewijzing,
            benutting_basis,
            is_afgelopen,
            toegewezen_volume,
            toegewezen_verstreken_volume,
            gedeclareerd_volume,
            gedeclareerd_verstreken_volume,
            gedeclareerd_eurocent,
            buiten_periode_eurocent,
            na_stop_eurocent,
            tijdens_tijdelijke_stop_eurocent,
            zonder_toewijzing_eurocent
        from fct_benutting
        """,
    )
    assert_zelfde_rijen(values(sleutel("benutting")), to_tekst(rows), "benutting")


def test_benutting_of_the_toewijzingen_that_ended(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        with benutting as (
            select *, year(einddatum) as jaar from marts.fct_benutting
            where is_afgelopen and benutting_status = 'waarde'
        )
        select
            benutting.jaar, gebied.gebied_code, vorm.zorgvorm_groep, count(*),
            count(*) filter (where benutting_percentage < 50), sum(benutting_percentage)
        from benutting
        inner join intermediate.int_publicatie_gebied as gebied using (gemeente_code)
        inner join intermediate.int_publicatie_zorgvorm as vorm using (zorgvorm)
        group by all
        """,
    )
    verwacht = values(sleutel("benutting_jaar"))
    assert_zelfde_rijen(verwacht, to_tekst(rows), "benutting per jaar")
    gepubliceerd = fetch(
        basis.warehouse,
        """
        select
            jaar::varchar, gemeente_code, zorgvorm,
            aantal_toewijzingen, gemiddelde_benutting_percentage
        from publicatie.benutting_jaar where aantal_toewijzingen > 0
        """,
    )
    waar = {row[:3]: (int(row[3]), Decimal(row[5])) for row in verwacht}
    assert len(gepubliceerd) > 10
    for jaar, gebied, zorgvorm, aantal, gemiddelde in gepubliceerd:
        waar_aantal, som = waar[(jaar, gebied, zorgvorm)]
        assert aantal == waar_aantal >= 10
        assert abs(gemiddelde - som / aantal) <= Decimal("0.05")
