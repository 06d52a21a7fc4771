"""What was known at earlier stands, and what was declared, as the simulated lives tell it."""

from vergelijken import fetch


def test_changes_up_to_each_quarter_end_are_the_cost_known_then(sleutel, basis):
    verwacht = {
        (rij["stand"], rij["gemeente_code"], rij["zorgmaand"]): int(rij["bekend_eurocent"])
        for rij in sleutel("kosten_op_stand")
    }
    gevonden = {
        (str(stand), gemeente_code, str(zorgmaand)): int(eurocent)
        for stand, gemeente_code, zorgmaand, eurocent in fetch(
            basis.warehouse,
            """
            select maand.laatste_dag, mutatie.gemeente_code, mutatie.zorgmaand, sum(eurocent)
            from intermediate.int_declaratie_mutatie as mutatie
            inner join marts.dim_gemeente as gemeente using (gemeente_code)
            inner join marts.dim_maand as maand on mutatie.mutatie_datum <= maand.laatste_dag
            cross join intermediate.int_peildatum as peil
            where maand.maand_nummer % 3 = 0 and maand.laatste_dag <= peil.peildatum
                and gemeente.is_regiogemeente
            group by all
            """,
        )
    }
    assert len(verwacht) > 100
    assert gevonden == verwacht


def test_back_test_holds_against_what_really_came(sleutel, basis):
    op_stand: dict[tuple[str, str], int] = {}
    laatste = max(rij["stand"] for rij in sleutel("kosten_op_stand"))
    for rij in sleutel("kosten_op_stand"):
        op_stand[(rij["stand"], rij["zorgmaand"])] = op_stand.get(
            (rij["stand"], rij["zorgmaand"]), 0
        ) + int(rij["bekend_eurocent"])
    rijen = fetch(
        basis.warehouse,
        """
        select toets_datum, cast(toets_datum - interval (maanden_terug) month as date),
            geboekt_eurocent, gekomen_eurocent
        from intermediate.int_raming_toets
        where gebied_code = 'regio' and maanden_terug < 6
        """,
    )
    assert rijen
    for toets_datum, dag, geboekt, gekomen in rijen:
        zorgmaand = str(dag.replace(day=1))
        assert geboekt == op_stand.get((str(toets_datum), zorgmaand), 0)
        if (laatste, zorgmaand) in op_stand and str(toets_datum) < laatste:
            # what came between that day and the last quarter end is part of what came
            tot_laatste = op_stand[(laatste, zorgmaand)]
            assert abs(geboekt + gekomen - tot_laatste) <= 0.02 * abs(tot_laatste)


def test_expected_and_received_toewijzingen_are_those_of_the_lives(sleutel, basis):
    verwacht = {
        (rij["aanbieder_agb"], rij["gemeente_code"], rij["zorgmaand"]): (
            int(rij["verwacht"]),
            int(rij["ontvangen"]),
        )
        for rij in sleutel("volledigheid")
    }
    gevonden = {
        (agb, gemeente_code, str(zorgmaand)): (aantal, ontvangen)
        for agb, gemeente_code, zorgmaand, aantal, ontvangen in fetch(
            basis.warehouse,
            """
            select aanbieder_agb, gemeente_code, zorgmaand, verwacht, ontvangen
            from intermediate.int_volledigheid_ijw
            inner join marts.dim_gemeente using (gemeente_code)
            where is_regiogemeente
            """,
        )
    }
    assert len(verwacht) > 100
    assert gevonden == verwacht
