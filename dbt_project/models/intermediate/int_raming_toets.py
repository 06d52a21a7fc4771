"""Grain: toets_datum, gebied_code, zorgmaand_terug. What was estimated on earlier stands, with the
range it had, and what came in the end."""

from raming.lezen import read_groepen, read_instelling, read_invoer, read_stand
from raming.tabellen import make_toets


def model(dbt, session):
    """Return the table; dbt gives the relations it refers to."""
    dbt.config(materialized="table")
    eenheid = dbt.ref("int_raming_eenheid")
    invoer = read_invoer(
        eenheid,
        dbt.ref("int_raming_mutatie"),
        dbt.ref("int_raming_zorg"),
        dbt.ref("int_raming_prijs"),
    )
    groepen = read_groepen(
        eenheid, dbt.ref("int_publicatie_gebied"), dbt.ref("int_publicatie_zorgvorm")
    )
    stand = read_stand(dbt.ref("int_peildatum"))
    return session.from_arrow(
        make_toets(invoer, groepen, stand, read_instelling(dbt.ref("raming_instelling")))
    )
