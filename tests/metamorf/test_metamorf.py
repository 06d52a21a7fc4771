"""What may not matter does not: figures before and after a change of the messages.

No answer is needed to know these: a credit with an equal new debit costs nothing, a message in two
parts says the same, and a region in which every youth has a twin has the same rates.
"""

from typing import Any

import pytest
from proeflake import Cijfers, Proeflake, Rij, drop_kolommen

# These are about messages and lines, not about care: they may count an extra message.
OVER_BERICHTEN = {
    "fct_bevinding",
    "fct_datakwaliteit",
    "fct_levering",
    "fct_quarantaine",
    "datakwaliteit_maand",
}


def assert_zelfde(vooraf: Cijfers, achteraf: Cijfers, behalve: set[str], kolommen: set[str]) -> int:
    """Compare all tables but a few, without some columns; return how many were compared."""
    namen = set(vooraf) - behalve
    assert behalve <= set(vooraf), "a table that is left out does not exist"
    for naam in sorted(namen):
        eerst, dan = (drop_kolommen(cijfers[naam], kolommen) for cijfers in (vooraf, achteraf))
        assert _sort(eerst) == _sort(dan), f"{naam} changed"
    return len(namen)


def _sort(rijen: list[Rij]) -> list[tuple[Any, ...]]:
    return sorted((tuple(rij.values()) for rij in rijen), key=repr)


def test_the_region_has_figures(vooraf: Cijfers) -> None:
    assert len(vooraf) >= 20
    for naam in ("fct_kosten", "fct_zorggebruik", "fct_wachttijd", "zorggebruik_kwartaal"):
        assert len(vooraf[naam]) > 50, naam


def _choose_regels(vooraf: Cijfers) -> str:
    """Return the statement that puts one in four standing debit lines in a table ``keuze``."""
    staand = [
        f"('{rij['aanbieder_agb']}', '{rij['referentie_nummer']}')"
        for rij in vooraf["fct_declaratieregel"]
        if rij["debet_credit"] == "D"
        and rij["status"] != "afgekeurd"
        and not rij["is_gecrediteerd"]
    ]
    return f"""
        create temp table keuze as
        select distinct on (aanbieder_agb, referentie_nummer)
            prestatie.*,
            (select max(dagtekening_datum) from ijw.bericht where status = 'aanvaard') as nu
        from ijw.prestatie
        semi join (values {", ".join(staand[::4])}) as staand (aanbieder_agb, referentie_nummer)
            using (aanbieder_agb, referentie_nummer)
    """


def _send_nogmaals(debet_credit: str, referentie: str, vorige: str) -> tuple[str, ...]:
    """Return the statements that send the chosen lines anew, in one message per aanbieder."""
    kop = f"""
        gemeente_code, aanbieder_agb, 'meta-{debet_credit}' as bericht_identificatie,
        'meta-{debet_credit}-' || gemeente_code || aanbieder_agb as bericht_sleutel,
        nu as dagtekening_datum
    """
    return (
        f"""
        insert into ijw.prestatie by name
        select * replace (
            {referentie} as referentie_nummer, {vorige} as vorig_referentie_nummer,
            '{debet_credit}' as debet_credit_code,
            (select min(nu) from keuze) as dagtekening_datum,
            'meta-{debet_credit}' as bericht_identificatie,
            'meta-{debet_credit}' as declaratie_nummer,
            'meta-{debet_credit}-' || gemeente_code || aanbieder_agb as bericht_sleutel,
            row_number() over (
                partition by gemeente_code, aanbieder_agb order by referentie_nummer
            ) as regel_volgnummer
        )
        from (select * exclude (nu) from keuze)
        """,
        f"""
        insert into ijw.bericht by name
        select {kop}, 'jw323' as bericht, 'aanvaard' as status, count(*) as aantal_regels,
            min(nu) as ontvangst_datum, 'meta' as bestand_sleutel
        from keuze
        group by gemeente_code, aanbieder_agb, nu
        """,
    )


def test_a_credit_with_an_equal_new_debit_changes_no_cost(
    proeflake: Proeflake, vooraf: Cijfers
) -> None:
    achteraf = proeflake.build(
        _choose_regels(vooraf),
        *_send_nogmaals("C", "'mc' || referentie_nummer", "referentie_nummer"),
        *_send_nogmaals("D", "'md' || referentie_nummer", "null"),
        "drop table keuze",
    )

    erbij = len(achteraf["fct_declaratieregel"]) - len(vooraf["fct_declaratieregel"])
    assert erbij > 100
    assert sum(r["is_gecrediteerd"] for r in achteraf["fct_declaratieregel"]) > erbij / 2
    assert_zelfde(
        vooraf,
        achteraf,
        OVER_BERICHTEN | {"fct_declaratieregel", "fct_declaratie_afwijking", "fct_kosten_boeking"},
        {"bekend_sinds"},
    )


TABELLEN_MET_REGELS = ("toewijzing", "start", "stop", "prestatie")

# A message and its copy under another identification; what answers the one answers the other.
SPLITS = (
    "create temp table gesplitst as "
    + " union ".join(
        f"select bericht_sleutel from ijw.{tabel} group by 1 having count(*) > 1"
        for tabel in TABELLEN_MET_REGELS
    ),
    *(
        f"""
        update ijw.{tabel} set
            bericht_sleutel = bericht_sleutel || '-2',
            bericht_identificatie = bericht_identificatie || '-2'
        where
            bericht_sleutel in (select bericht_sleutel from gesplitst)
            and regel_volgnummer % 2 = 0
        """
        for tabel in TABELLEN_MET_REGELS
    ),
    "update ijw.prestatie set declaratie_nummer = declaratie_nummer || '-2' "
    "where bericht_sleutel like '%-2'",
    """
    create temp table kop as
    select * from ijw.bericht semi join gesplitst using (bericht_sleutel)
    """,
    """
    insert into ijw.retour
    select * replace (
        retour.bericht_identificatie || '-2' as bericht_identificatie,
        retour.bericht_sleutel || '-2' as bericht_sleutel
    )
    from ijw.retour
    semi join kop
        on
            retour.heen_bericht = kop.bericht
            and retour.gemeente_code = kop.gemeente_code
            and retour.aanbieder_agb = kop.aanbieder_agb
            and retour.bericht_identificatie = kop.bericht_identificatie
            and retour.dagtekening_datum = kop.dagtekening_datum
    """,
    """
    create temp table antwoord as
    select antwoord.* from ijw.declaratie_antwoord as antwoord
    semi join kop
        on
            kop.bericht = 'jw323'
            and antwoord.gemeente_code = kop.gemeente_code
            and antwoord.aanbieder_agb = kop.aanbieder_agb
            and antwoord.declaratie_identificatie = kop.bericht_identificatie
            and antwoord.declaratie_dagtekening_datum = kop.dagtekening_datum
    """,
    """
    update ijw.prestatie_antwoord as regel set
        bericht_sleutel = regel.bericht_sleutel || '-2',
        bericht_identificatie = regel.bericht_identificatie || '-2',
        declaratie_identificatie = regel.declaratie_identificatie || '-2'
    from antwoord
    where
        regel.bericht_sleutel = antwoord.bericht_sleutel
        and exists (
            select 1 from ijw.prestatie as verstuurd
            where
                verstuurd.bericht_sleutel like '%-2'
                and verstuurd.gemeente_code = regel.gemeente_code
                and verstuurd.aanbieder_agb = regel.aanbieder_agb
                and verstuurd.referentie_nummer = regel.referentie_nummer
                and verstuurd.bericht_identificatie = regel.declaratie_identificatie || '-2'
        )
    """,
    """
    insert into ijw.declaratie_antwoord
    select * replace (
        bericht_sleutel || '-2' as bericht_sleutel,
        bericht_identificatie || '-2' as bericht_identificatie,
        declaratie_identificatie || '-2' as declaratie_identificatie,
        declaratie_nummer || '-2' as declaratie_nummer
    )
    from antwoord
    """,
    """
    insert into ijw.bericht
    select * replace (bericht_sleutel || '-2' as bericht_sleutel) from ijw.bericht
    semi join antwoord using (bericht_sleutel)
    """,
    """
    insert into ijw.declaratie
    select * replace (
        bericht_sleutel || '-2' as bericht_sleutel,
        bericht_identificatie || '-2' as bericht_identificatie,
        declaratie_nummer || '-2' as declaratie_nummer
    )
    from ijw.declaratie semi join gesplitst using (bericht_sleutel)
    """,
    """
    insert into ijw.bericht
    select * replace (
        bericht_sleutel || '-2' as bericht_sleutel,
        bericht_identificatie || '-2' as bericht_identificatie
    )
    from kop
    """,
    "update ijw.bericht set bericht_identificatie = bericht_identificatie || '-2' "
    "where bericht = 'jw325' and bericht_sleutel like '%-2'",
)


def test_splitting_a_message_changes_nothing(proeflake: Proeflake, vooraf: Cijfers) -> None:
    """Every second line of a message goes into a message of its own, with its own answer."""
    achteraf = proeflake.build(
        *SPLITS, *(f"drop table {tabel}" for tabel in ("gesplitst", "kop", "antwoord"))
    )

    def count_declaraties(cijfers: Cijfers) -> int:
        return len({r["declaratie_nummer"] for r in cijfers["fct_declaratieregel"]})

    assert count_declaraties(achteraf) > 1.3 * count_declaraties(vooraf)
    assert_zelfde(vooraf, achteraf, OVER_BERICHTEN, {"declaratie_nummer"})


def test_moving_the_arrival_of_messages_changes_no_figure(
    proeflake: Proeflake, vooraf: Cijfers
) -> None:
    """What counts is what a message says and when it was written."""
    achteraf = proeflake.build(
        "update ijw.bericht set ontvangst_datum = ontvangst_datum + 45",
        "update ijw.bestand set ontvangst_datum = ontvangst_datum + 45",
        "update ijw.bevinding set ontvangst_datum = ontvangst_datum + 45",
    )

    # Since when something is known may be a day of receipt; nothing else is.
    over_ontvangst = {"fct_bevinding", "fct_quarantaine", "fct_levering"}
    assert_zelfde(vooraf, achteraf, over_ontvangst, {"bekend_sinds"})


OUD, NIEUW = "99100212", "99100213"  # another code with the same place in the order


@pytest.fixture(scope="module")
def hernoemd(proeflake: Proeflake) -> Cijfers:
    """The figures when an aanbieder has another AGB code."""
    kolommen = proeflake.compilatie.fetch(
        """
        select schema_name as bron, table_name as tabel, column_name as kolom
        from duckdb_columns()
        where
            column_name in ('aanbieder_agb', 'bevinding_sleutel')
            and database_name = 'warehouse'
            and schema_name in (
                'ijw', 'kwartaalcijfers', 'circulaires', 'contracten', 'veilig_thuis', 'referentie'
            )
        """
    )
    return proeflake.build(
        *(
            f"update {k['bron']}.{k['tabel']} set aanbieder_agb = '{NIEUW}' "
            f"where aanbieder_agb = '{OUD}'"
            for k in kolommen
            if k["kolom"] == "aanbieder_agb"
        )
    )


def test_renaming_an_agb_changes_that_code_only(vooraf: Cijfers, hernoemd: Cijfers) -> None:
    def map_terug(rij: Rij) -> Rij:
        return {k: w.replace(NIEUW, OUD) if isinstance(w, str) else w for k, w in rij.items()}

    assert any(rij["aanbieder_agb"] == OUD for rij in vooraf["fct_kosten"])
    assert not any(rij["aanbieder_agb"] == OUD for rij in hernoemd["fct_kosten"])
    terug = {naam: [map_terug(rij) for rij in rijen] for naam, rijen in hernoemd.items()}
    assert_zelfde(vooraf, terug, set(), {"bevinding_sleutel"})
