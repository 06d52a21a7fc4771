"""The facts equal the answer key of the demo: to the person, the day and the cent."""

from vergelijken import assert_zelfde_rijen, fetch, fetch_regio, to_tekst, values

# The stories that break a rule across messages play in gemeenten outside the region.
REGIO = "gemeente_code in (select gemeente_code from marts.dim_gemeente where is_regiogemeente)"


def test_peildatum(sleutel, basis):
    rows = fetch(basis.warehouse, "select distinct stand_datum from publicatie.kosten_maand")
    assert to_tekst(rows) == values(sleutel("peildatum"))


def test_use_per_month(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, zorgvorm, zorgmaand, count(distinct client_sleutel)
        from fct_zorggebruik group by all
        """,
    )
    assert_zelfde_rijen(values(sleutel("zorggebruik")), to_tekst(rows), "zorggebruik per maand")


def test_use_per_quarter_before_suppression(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        with gebruik as (
            select *, year(zorgmaand) || '-K' || quarter(zorgmaand) as kwartaal
            from fct_zorggebruik
        ),
        gebied as (
            select *, gemeente_code as gebied from gebruik
            union all select *, 'regio' from gebruik
        ),
        vorm as (
            select *, zorgvorm as zorgvorm_of_totaal from gebied
            union all select *, 'totaal' from gebied
        )
        select kwartaal, gebied, zorgvorm_of_totaal, count(distinct client_sleutel)
        from vorm group by all
        """,
    )
    verwacht = values(sleutel("zorggebruik_kwartaal"))
    assert_zelfde_rijen(verwacht, to_tekst(rows), "zorggebruik per kwartaal")


def test_published_use_is_the_key_or_suppressed(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select kwartaal, gemeente_code, zorgvorm, aantal_jeugdigen, aantal_jeugdigen_status
        from publicatie.zorggebruik_kwartaal
        """,
    )
    verwacht = {
        (k, g, z): int(aantal) for k, g, z, aantal in values(sleutel("zorggebruik_kwartaal"))
    }
    waarden = 0
    for kwartaal, gemeente, zorgvorm, aantal, status in rows:
        waar = verwacht.get((kwartaal, gemeente, zorgvorm), 0)
        if status == "waarde":
            assert aantal == waar, (kwartaal, gemeente, zorgvorm)
            assert aantal == 0 or aantal >= 10
            waarden += aantal > 0
        else:
            assert aantal is None
            assert status != "onderdrukt" or 0 < waar < 10, (kwartaal, gemeente, zorgvorm)
    assert waarden > 20


def test_cost_to_the_cent(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, zorgmaand, verwijzer_groep, bekostiging,
            sum(toegekend_eurocent)::bigint, sum(in_behandeling_eurocent)::bigint,
            sum(kosten_eurocent)::bigint
        from fct_kosten group by all
        """,
    )
    verwacht = {row[:4]: row[4:] for row in values(sleutel("kosten"))}
    gevonden = {row[:4]: row[4:] for row in to_tekst(rows)}
    # A combination with nothing but nought says the same as no row.
    nul = ("0", "0", "0")
    assert_zelfde_rijen(
        [(*k, *v) for k, v in verwacht.items() if v != nul],
        [(*k, *v) for k, v in gevonden.items() if v != nul],
        "kosten",
    )


def test_table_4_4_of_every_gemeente_and_year(sleutel, basis):
    """Counted from the facts; the published table rests on the same lines."""
    rows = fetch_regio(
        basis.warehouse,
        """
        with per_toewijzing as (
            select year(zorgmaand) as jaar, gemeente_code, verwijzer_groep, toewijzing_nummer,
                client_sleutel, sum(ingediend_eurocent) as eurocent
            from fct_declaratieregel where status <> 'afgekeurd' group by all
        ),
        gebied as (
            select *, gemeente_code as gebied from per_toewijzing
            union all select *, 'regio' from per_toewijzing
        ),
        groep as (
            select *, verwijzer_groep as groep from gebied
            union all select *, 'totaal' from gebied
        ),
        per_jeugdige as (
            select jaar, gebied, groep, client_sleutel, sum(eurocent) as eurocent,
                count(*) filter (where eurocent > 0) as aantal
            from groep group by all
        )
        select jaar, gebied, groep, sum(aantal)::int, sum(eurocent)::bigint,
            (count(*) filter (where aantal > 0))::int, (count(*) filter (where aantal > 1))::int
        from per_jeugdige group by all
        """,
    )
    assert_zelfde_rijen(values(sleutel("beschikkingen")), to_tekst(rows), "tabel 4.4")


def test_current_toewijzingen(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, toewijzing_nummer, aanbieder_agb, zorgvorm, verwijzer_groep,
            eerste_toewijzing_datum, ingangsdatum, einddatum, omvang_volume, budget_eurocent
        from fct_toewijzing
        """,
    )
    assert_zelfde_rijen(values(sleutel("toewijzing")), to_tekst(rows), "toewijzingen")


def test_trajecten_to_the_day(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, toewijzing_nummer, start_datum, stop_datum, reden_beeindiging,
            is_tijdelijk_gestopt
        from fct_traject
        """,
    )
    assert_zelfde_rijen(values(sleutel("traject")), to_tekst(rows), "trajecten")


def test_waits_to_the_day(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, coalesce(toewijzing_nummer::varchar, referentie_aanbieder),
            aanbieder_agb, zorgvorm, coalesce(verzoek_datum, toewijzing_datum), start_datum,
            wacht_dagen, is_wachtend, uitsluiting
        from fct_wachttijd
        """,
    )
    assert_zelfde_rijen(values(sleutel("wachttijd")), to_tekst(rows), "wachttijden")


def test_outcome_indicators(sleutel, basis):
    """Everything measured or counted; ``teller`` of a grade is grade times measurements."""
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, aanbieder_agb, zorgvorm, kwartaal, indicator_code, teller, noemer
        from fct_outcome where teller is not null and noemer is not null
        """,
    )

    def plat(row: tuple) -> tuple:
        *wie, teller, noemer = row
        return (*wie, round(float(teller), 4), int(noemer))

    verwacht = [plat(row) for row in values(sleutel("outcome")) if row[5] and row[6]]
    assert_zelfde_rijen(verwacht, [plat(row) for row in rows], "outcome")


def test_return_within_half_a_year_is_empty_until_that_half_year_is_over(basis):
    """Indicator 3.2 of half-year H needs all of H+1: after the stand (February 2026) it is null."""
    rows = fetch_regio(
        basis.warehouse,
        """
        select kwartaal, count(waarde), count(*) from fct_outcome
        where indicator_code = '3.2' group by all
        """,
    )
    gevuld = {kwartaal: (met_waarde, aantal) for kwartaal, met_waarde, aantal in rows}
    assert gevuld["2025-K2"][0] > 0
    for kwartaal, (met_waarde, aantal) in gevuld.items():
        assert met_waarde == (aantal if kwartaal <= "2025-K2" else 0), kwartaal


def test_budget(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select jaar, gemeente_code, circulaire, onderdeel, bedrag_eurocent
        from marts.fct_budget where gemeente_code is not null
        """,
    )
    verwacht = set(values(sleutel("budget")))
    soorten = {(row[2], row[3]) for row in verwacht}
    gevonden = {row for row in to_tekst(rows) if (row[2], row[3]) in soorten}
    assert_zelfde_rijen(verwacht, gevonden, "budget")


def test_every_line_is_accounted_for(sleutel, basis):
    """Lines sent = quarantined + repeated + granted + refused + pending."""
    aantal = {row["grootheid"]: int(row["aantal"]) for row in sleutel("regels")}
    status = dict(
        fetch_regio(basis.warehouse, "select status, count(*) from fct_declaratieregel group by 1")
    )
    assert status == {
        "toegekend": aantal["prestaties_toegekend"],
        "afgekeurd": aantal["prestaties_afgekeurd"],
        "in_behandeling": aantal["prestaties_in_behandeling"],
    }
    in_lake = [str(pad) for pad in basis.home.lake.glob("ijw/prestatie/20*.parquet")]
    ((regels, verschillend),) = fetch(
        basis.warehouse,
        f"""
        select count(*), count(distinct (bericht_sleutel, regel_volgnummer))
        from read_parquet({in_lake}) where {REGIO}
        """,
    )
    assert regels - verschillend == aantal["prestaties_in_herhaalde_berichten"]
    assert verschillend == aantal["prestaties_aanvaard"]
    assert (
        regels + aantal["prestaties_in_quarantaine"] == aantal["prestaties_verstuurd_met_herhaling"]
    )


def test_every_message_and_refused_line_is_counted_at_the_door(sleutel, basis):
    """Also the lines of messages that never came further."""
    in_lake = [str(pad) for pad in basis.home.lake.glob("ijw/bericht/20*.parquet")]
    aantal = {row["grootheid"]: int(row["aantal"]) for row in sleutel("regels")}
    rows = fetch(
        basis.warehouse,
        f"""
        select
            count(distinct bericht_sleutel) filter (where status = 'aanvaard'),
            sum(aantal_regels) filter (where status = 'quarantaine' and bericht = 'jw323')
        from read_parquet({in_lake}) where {REGIO}
        """,
    )
    assert rows == [
        (
            aantal["berichten_verstuurd"] - aantal["berichten_in_quarantaine"],
            aantal["prestaties_in_quarantaine"],
        )
    ]
