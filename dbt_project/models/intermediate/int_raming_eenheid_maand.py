"""Grain: eenheid_nummer, zorgmaand that may still change. The best estimate of what is to come."""

from raming.lezen import read_instelling, read_invoer, read_stand
from raming.tabellen import make_eenheid_maand


def model(dbt, session):
    """Return the table; dbt gives the relations it refers to."""
    dbt.config(materialized="table")
    invoer = read_invoer(
        dbt.ref("int_raming_eenheid"),
        dbt.ref("int_raming_mutatie"),
        dbt.ref("int_raming_zorg"),
        dbt.ref("int_raming_prijs"),
    )
    stand = read_stand(dbt.ref("int_peildatum"))
    return session.from_arrow(
        make_eenheid_maand(invoer, stand, read_instelling(dbt.ref("raming_instelling")))
    )
