"""Puts the whole answer key together."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from demo.antwoorden.benutting import write_benutting
from demo.antwoorden.bevindingen import list_bevindingen
from demo.antwoorden.casuistiek import write_casuistiek
from demo.antwoorden.gebruik_tabellen import write_gebruik
from demo.antwoorden.kosten import list_beschikkingen, list_kosten
from demo.antwoorden.kosten_details import write_kosten_details
from demo.antwoorden.raming import list_kosten_op_stand, list_volledigheid
from demo.antwoorden.revisie import write_revisie
from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.uitkomst import iter_gezinnen, list_maatschappelijk, list_opbouw
from demo.antwoorden.veilig_thuis import write_veilig_thuis_sleutel
from demo.antwoorden.veiligheid import write_veiligheid
from demo.antwoorden.waarheid import Waarheid, count_prestaties
from demo.antwoorden.wachttijd import write_wachttijd
from demo.antwoorden.zorg import (
    iter_outcome,
    list_toewijzingen,
    list_trajecten,
    list_wachttijden,
    list_zorggebruik,
    list_zorggebruik_kwartaal,
)
from demo.catalogus import read_gemeenten
from demo.contracten import Contracten
from demo.fouten.fout import KOP, Fout
from demo.kwartalen import Opgave
from demo.veilig_thuis import Halfjaar
from demo.verhalen.verteller import Verwacht

_METINGEN = {
    "3.1": ("zonder_hulp_verder", "zonder_hulp_verder_metingen"),
    "3.3": ("problemen_verminderd", "problemen_metingen"),
    "3.4": ("doelen_gerealiseerd", "doelen_metingen"),
}


def write_antwoorden(
    folder: Path,
    waarheid: Waarheid,
    contracten: Contracten,
    opgaven: list[Opgave],
    fouten: list[Fout],
    herhaalde_berichten: int,
    verwacht: list[Verwacht],
    veilig_thuis: list[Halfjaar],
) -> None:
    """Write every table of the answer key into ``folder``."""
    write_tabel(folder, "peildatum", ("peildatum",), [(waarheid.peildatum,)])
    write_tabel(
        folder,
        "zorggebruik",
        ("gemeente_code", "zorgvorm", "zorgmaand", "aantal_jeugdigen"),
        list_zorggebruik(waarheid),
    )
    write_tabel(
        folder,
        "zorggebruik_kwartaal",
        ("kwartaal", "gemeente_code", "zorgvorm", "aantal_jeugdigen"),
        list_zorggebruik_kwartaal(waarheid),
    )
    write_tabel(
        folder,
        "kosten",
        (
            "gemeente_code",
            "zorgmaand",
            "verwijzer_groep",
            "bekostiging",
            "toegekend_eurocent",
            "in_behandeling_eurocent",
            "kosten_eurocent",
        ),
        list_kosten(waarheid, contracten),
    )
    write_tabel(
        folder,
        "beschikkingen",
        (
            "jaar",
            "gemeente_code",
            "verwijzer_groep",
            "aantal_toewijzingen",
            "kosten_eurocent",
            "aantal_jeugdigen",
            "aantal_jeugdigen_meer_dan_een",
        ),
        list_beschikkingen(waarheid),
    )
    write_tabel(
        folder,
        "wachttijd",
        (
            "gemeente_code",
            "toewijzing_nummer_of_referentie",
            "aanbieder_agb",
            "zorgvorm",
            "vanaf_datum",
            "start_datum",
            "wacht_dagen",
            "is_wachtend",
            "uitsluiting",
        ),
        list_wachttijden(waarheid),
    )
    write_tabel(
        folder,
        "toewijzing",
        (
            "gemeente_code",
            "toewijzing_nummer",
            "aanbieder_agb",
            "zorgvorm",
            "verwijzer_groep",
            "eerste_toewijzing_datum",
            "ingang_datum",
            "eind_datum",
            "omvang_volume",
            "budget_eurocent",
        ),
        list_toewijzingen(waarheid),
    )
    write_tabel(
        folder,
        "traject",
        (
            "gemeente_code",
            "toewijzing_nummer",
            "start_datum",
            "stop_datum",
            "reden",
            "is_tijdelijk_gestopt",
        ),
        list_trajecten(waarheid),
    )
    write_tabel(
        folder,
        "outcome",
        (
            "gemeente_code",
            "aanbieder_agb",
            "zorgvorm",
            "kwartaal",
            "indicator_code",
            "teller",
            "noemer",
        ),
        [*iter_outcome(waarheid), *_iter_gemeten(opgaven)],
    )
    write_tabel(
        folder,
        "budget",
        ("jaar", "gemeente_code", "circulaire", "onderdeel", "begroot_eurocent"),
        _iter_budget(contracten),
    )
    write_tabel(folder, "fouten", KOP, _fout_rijen(fouten))
    write_tabel(
        folder,
        "bevindingen",
        ("regel_code", "bericht", "aanbieder_agb", "gemeente_code", "kenmerk"),
        list_bevindingen(waarheid, verwacht),
    )
    write_tabel(
        folder,
        "regels",
        ("grootheid", "aantal"),
        _tel_regels(waarheid, herhaalde_berichten, fouten).items(),
    )
    write_kosten_details(folder, waarheid, contracten)
    write_wachttijd(folder, waarheid, opgaven)
    write_veiligheid(folder, waarheid, opgaven)
    write_veilig_thuis_sleutel(folder, veilig_thuis)
    write_casuistiek(folder, waarheid)
    write_benutting(folder, waarheid)
    write_gebruik(folder, waarheid)
    write_tabel(
        folder,
        "gezinnen_met_coordinatie",
        ("gemeente_code", "aanbieder_agb", "zorgvorm", "kwartaal", "gezinnen", "clienten"),
        iter_gezinnen(opgaven),
    )
    write_tabel(
        folder,
        "opbouw_lokaal",
        (
            "jaar",
            "gemeente_code",
            "aantal_trajecten",
            "aantal_trajecten_bovenlokaal",
            "kosten_eurocent",
            "kosten_bovenlokaal_eurocent",
        ),
        list_opbouw(waarheid, contracten),
    )
    write_tabel(
        folder,
        "maatschappelijk",
        ("jaar", "gemeente_code", "indicator_code", "teller", "noemer", "percentage"),
        list_maatschappelijk(waarheid.administratie.venster),
    )
    write_revisie(folder, waarheid, contracten)
    write_tabel(
        folder,
        "kosten_op_stand",
        ("stand", "gemeente_code", "zorgmaand", "bekend_eurocent"),
        list_kosten_op_stand(waarheid),
    )
    write_tabel(
        folder,
        "volledigheid",
        ("aanbieder_agb", "gemeente_code", "zorgmaand", "verwacht", "ontvangen"),
        list_volledigheid(waarheid),
    )


def _fout_rijen(fouten: list[Fout]) -> Iterator[tuple[str, ...]]:
    for fout in fouten:
        yield (
            fout.bron,
            fout.ontvangstmaand,
            fout.bestand,
            fout.onderdeel,
            fout.bericht_identificatie,
            fout.regel_code,
            fout.aanbieder_agb,
            fout.element,
            "true" if fout.opgelost else "",
        )


def _iter_gemeten(opgaven: list[Opgave]) -> Iterator[tuple[object, ...]]:
    """Yield the outcomes that providers measured; nothing where nothing was measured."""
    for opgave in opgaven:
        for rij in opgave.rijen:
            wie = (rij.gemeente, opgave.agb, rij.zorgvorm, opgave.kwartaal)
            waarden = rij.waarden
            cijfer, metingen = waarden["tevredenheid_cijfer"], waarden["tevredenheid_metingen"]
            if cijfer is not None and metingen is not None:
                yield (*wie, "2", Decimal(str(cijfer)) * int(metingen), metingen)
            for code, (teller, noemer) in _METINGEN.items():
                if waarden[noemer] is not None:
                    yield (*wie, code, waarden[teller], waarden[noemer])


def _iter_budget(contracten: Contracten) -> Iterator[tuple[object, ...]]:
    for gemeente in read_gemeenten().values():
        yield (
            2015,
            gemeente.code,
            "meicirculaire 2014",
            "totaal",
            gemeente.begroting_2015_euro * 100,
        )
        yield (
            2015,
            gemeente.code,
            "regionaal beleidsplan 2014",
            "bovenlokaal_totaal",
            gemeente.bovenlokaal_totaal_euro * 100,
        )
    for (jaar, code), eurocent in contracten.begroting.items():
        yield (jaar, code, f"begroting {jaar}", "totaal", eurocent)


def _tel_regels(waarheid: Waarheid, herhaalde_bestanden: int, fouten: list[Fout]) -> dict[str, int]:
    """Count claim lines by what became of them, and messages by what happened to them.

    Only messages of the six gemeenten: the stories of ``demo.verhalen`` play elsewhere.
    """
    berichten = [b for b in waarheid.administratie.berichten if b.gemeente in read_gemeenten()]
    deur = count_prestaties(berichten)
    deur["quarantaine"] += sum(fout.aantal_prestaties for fout in fouten)
    status = Counter(regel.status for regel in waarheid.regels)
    return {
        "prestaties_verstuurd_met_herhaling": deur["aanvaard"]
        + deur["quarantaine"]
        + deur["herhaald"],
        "prestaties_in_quarantaine": deur["quarantaine"],
        "prestaties_in_herhaalde_berichten": deur["herhaald"],
        "prestaties_aanvaard": deur["aanvaard"],
        "prestaties_afgekeurd": status["afgekeurd"],
        "prestaties_in_behandeling": status["in_behandeling"],
        "prestaties_toegekend": status["toegekend"],
        "berichten_verstuurd": len(berichten),
        "berichten_in_quarantaine": sum(b.fout is not None for b in berichten),
        "berichten_herhaald": sum(b.herhaald_in is not None for b in berichten),
        "bestanden_herhaald": herhaalde_bestanden,
        "toewijzingen": len(waarheid.administratie.toewijzingen),
        "toewijzingen_verloren": sum(t.is_verloren for t in waarheid.administratie.toewijzingen),
        "toewijzingen_verwijderd": sum(
            t.is_verwijderd for t in waarheid.administratie.toewijzingen
        ),
    }
