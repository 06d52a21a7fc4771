"""What changed in three months has its cause, to the cent, as the simulated lives say."""

from vergelijken import assert_zelfde_rijen, fetch, fetch_regio, to_tekst, values


def test_every_cause_of_the_difference_in_cost(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, zorgmaand, verwijzer_groep, oorzaak,
            sum(verschil_eurocent)::bigint as eurocent
        from fct_revisie where figuur = 'kosten'
        group by all having eurocent <> 0
        """,
    )
    assert {row[3] for row in rows} >= {"verstreken_tijd", "late_declaratie", "correctie"}
    assert_zelfde_rijen(values(sleutel("revisie_kosten")), to_tekst(rows), "oorzaken van kosten")


def test_earlier_stand_lies_three_months_before_the_stand(basis):
    rows = fetch(
        basis.warehouse,
        "select distinct stand_datum - interval 3 month = vorige_stand_datum "
        "from publicatie.revisie",
    )
    assert rows == [(True,)]


def test_published_causes_add_up_to_the_published_total_where_all_are_shown(basis):
    rows = fetch(
        basis.warehouse,
        """
        select bool_and(verschil_kosten_euro_status <> 'onderdrukt') as is_heel,
            sum(verschil_kosten_euro) filter (where oorzaak <> 'totaal')
                = sum(verschil_kosten_euro) filter (where oorzaak = 'totaal') as klopt
        from publicatie.revisie
        group by jaar, gemeente_code, zorgvorm
        """,
    )
    heel = [klopt for is_heel, klopt in rows if is_heel]
    assert len(heel) > 20
    assert all(heel)
