"""What every page must be: complete, readable by all, closed to the outside."""

import itertools
import re

import lxml.html
import pytest
from maak_release import read_contract
from verzonnen_delen import GEHEIM_AANTAL
from verzonnen_regio import GEMEENTEN

from rapportage.begrippen import list_begrippen, list_getoonde_indicatoren
from rapportage.teksten import read_teksten
from schemas.indicator import find_indicator

VERWACHT = {"index.html", "regio.html"} | {
    f"{naam.lower()}.html" for code, (naam, _, _) in GEMEENTEN.items() if code != "regio"
}


def _tree(tekst: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(tekst)


def _text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _row(pagina: str, sectie: str, kop: str) -> list[str]:
    """Return the cells of the row with this heading in the first table of a section."""
    rijen = _tree(pagina).xpath(f"(//section[@id='{sectie}']//table)[1]/tbody/tr")
    (rij,) = [rij for rij in rijen if _text(rij.find("th")) == kop]
    return [_text(cel) for cel in rij.findall("td")]


def test_every_gemeente_and_the_region_get_a_page(paginas):
    assert set(paginas) == VERWACHT


def test_page_asks_nothing_from_outside(paginas):
    for naam, pagina in paginas.items():
        adressen = re.findall(r"""(?:src|href|action|data)\s*=\s*["']([^"']*)""", pagina)
        adressen += re.findall(r"url\(([^)]*)\)", pagina)
        buiten = [adres for adres in adressen if not re.match(r"#|[\w-]+\.html$", adres)]
        assert not buiten, naam
        assert "@import" not in pagina
        assert not _tree(pagina).xpath("//script|//link|//iframe|//img|//object|//embed")


def test_links_between_pages_and_within_them_lead_somewhere(paginas):
    for pagina in paginas.values():
        boom = _tree(pagina)
        namen = set(boom.xpath("//@id"))
        for adres in boom.xpath("//a/@href"):
            assert adres[1:] in namen if adres.startswith("#") else adres in paginas


def test_ids_are_unique_and_references_point_to_them(paginas):
    for naam, pagina in paginas.items():
        boom = _tree(pagina)
        namen = boom.xpath("//@id")
        assert len(namen) == len(set(namen)), naam
        verwijzingen = boom.xpath("//@aria-labelledby") + re.findall(r"url\(#([^)]*)\)", pagina)
        assert set(verwijzingen) <= set(namen), naam


def test_headings_never_skip_a_level(paginas):
    for naam, pagina in paginas.items():
        niveaus = [int(kop.tag[1]) for kop in _tree(pagina).xpath("//h1|//h2|//h3|//h4")]
        assert niveaus[0] == 1
        assert niveaus.count(1) == 1
        assert all(na - voor <= 1 for voor, na in itertools.pairwise(niveaus)), naam


def test_tables_have_a_caption_and_headings_with_scope(paginas):
    for pagina in paginas.values():
        tabellen = _tree(pagina).xpath("//table")
        assert tabellen
        for tabel in tabellen:
            assert _text(tabel.find("caption"))
            assert set(tabel.xpath(".//thead//th/@scope")) == {"col"}
            assert set(tabel.xpath("./tbody//th/@scope")) == {"row"}
            assert {len(rij) for rij in tabel.xpath(".//tr")} == {len(tabel.xpath(".//thead//th"))}


def test_page_is_dutch_and_can_be_skipped_through(paginas):
    for pagina in paginas.values():
        boom = _tree(pagina)
        assert boom.get("lang") == "nl"
        assert boom.xpath("//a[@class='sla-over']/@href") == ["#inhoud"]
        assert boom.xpath("//main[@id='inhoud']")


def test_each_of_the_four_charts_has_a_text_and_a_table(paginas):
    figuren = _tree(paginas["dronten.html"]).xpath("//figure")
    assert len(figuren) == 4
    for figuur in figuren:
        teksten = figuur.xpath(".//*[local-name()='svg']/@aria-label")
        assert len(teksten) == 2  # for a wide and for a narrow screen
        assert all("Dronten" in tekst for tekst in teksten)
        assert figuur.xpath(".//details//table")


def test_head_says_area_quarter_stand_release_and_completeness(paginas):
    kop = _text(_tree(paginas["dronten.html"]).find_class("kop")[0])
    for deel in (
        "Gemeente Dronten",
        "vierde kwartaal 2025",
        "31 december 2025",
        "R0003",
        "84,1%",
    ):
        assert deel in kop


def test_verwijzer_table_is_that_of_dronten(paginas):
    gemeente = _row(paginas["dronten.html"], "verwijzer", "Verwijzing gemeente")
    assert gemeente[:4] == ["681", "67,2%", "€ 7.264.147", "51,9%"]
    totaal = _row(paginas["dronten.html"], "verwijzer", "Totaal")
    assert (totaal[0], totaal[5], totaal[6]) == ("1.014", "933", "81")
    sectie = _tree(paginas["dronten.html"]).get_element_by_id("verwijzer")
    assert "933 jeugdigen" in _text(sectie)
    assert "81 meer dan één" in _text(sectie)


def test_four_statuses_read_differently_in_one_table(paginas):
    nul = _row(paginas["zeewolde.html"], "zorgvorm", "JeugdzorgPlus (gesloten)")
    klein = _row(paginas["urk.html"], "zorgvorm", "JeugdzorgPlus (gesloten)")
    assert (nul[0], klein[0], klein[5]) == ("0", "<10", "afgeschermd")
    assert _row(paginas["urk.html"], "zorgvorm", "Crisishulp")[6] == "n.v.t."
    budget = _row(paginas["regio.html"], "gemeenten", "Urk")[3:5]
    assert budget == ["ontbreekt", "ontbreekt"]


def test_suppressed_number_stands_nowhere_on_the_page(paginas):
    geheim = re.compile(r"77[.\s]?777|(?<![\d,.])77777(?!\d)")
    for naam, pagina in paginas.items():
        assert not geheim.search(pagina), naam
        # An expected count of deliveries may be this small; a count of youths never is.
        cellen = _tree(pagina).xpath("//section[not(@id='kwaliteit')]//tbody//td")
        verborgen = [cel for cel in cellen if "onderdrukt" in cel.get("class", "")]
        assert {_text(cel) for cel in verborgen} <= {"<10", "afgeschermd"}
        assert str(GEHEIM_AANTAL) not in [_text(cel) for cel in cellen], naam


def test_cost_of_a_zorgvorm_with_a_suppressed_month_is_no_sum(paginas):
    assert _row(paginas["dronten.html"], "zorgvorm", "JeugdzorgPlus (gesloten)")[5] == "afgeschermd"


def test_provisional_months_are_marked_in_words_and_in_the_table(paginas):
    sectie = _tree(paginas["regio.html"]).get_element_by_id("kosten")
    assert "Voorlopig: oktober, november, december." in _text(sectie)
    koppen = [_text(kop) for kop in sectie.xpath(".//tr[@class='voorlopig']/th")]
    assert koppen == ["oktober (voorlopig)", "november (voorlopig)", "december (voorlopig)"]


def test_expected_claims_of_the_quarter_stand_with_their_range(paginas):
    sectie = _text(_tree(paginas["regio.html"]).get_element_by_id("kosten"))
    assert "Nog te verwachten over het vierde kwartaal 2025: € 1,2 mln aan declaraties." in sectie
    assert "Met een kans van 80% komt er tussen € 617.284 en € 2,5 mln." in sectie
    assert "komt het kwartaal dan uit op € 35,2 mln." in sectie


def test_suppressed_expectation_is_not_told(paginas):
    sectie = _text(_tree(paginas["urk.html"]).get_element_by_id("kosten"))
    assert "Nog te verwachten over" not in sectie


def test_missing_delivery_is_named(paginas):
    kwaliteit = _tree(paginas["regio.html"]).get_element_by_id("kwaliteit")
    assert "De Knardijk Jeugdhulp" in _text(kwaliteit)
    assert "Stichting Polderkind" not in _text(kwaliteit)


def test_definitions_tell_question_way_of_counting_and_whether_to_add_up(paginas):
    begrippen = list_begrippen()
    namen = {begrip.naam for begrip in begrippen}
    assert {"Jeugdigen in zorg", "Uitval", "Dekking"} <= namen
    assert "Bereik van preventie" not in namen
    for begrip in begrippen:
        vraag, uitleg, optellen = _row(paginas["urk.html"], "betekenis", begrip.naam)
        assert vraag == begrip.vraag and vraag.endswith("?")
        assert uitleg == begrip.uitleg and len(uitleg) > 20
        assert optellen == begrip.optellen and optellen


def test_definition_comes_from_the_catalogue_with_its_break(paginas):
    vraag, uitleg, _ = _row(paginas["urk.html"], "betekenis", "Zonder hulp verder")
    indicator = find_indicator("outcome_zonder_hulp_verder")
    assert vraag == indicator.vraag
    assert indicator.formule in uitleg and indicator.breuk in uitleg


@pytest.mark.parametrize(
    ("tabel", "kolom"),
    [
        (tabel, kolom)
        for tabel, kolommen in read_teksten()["begrippen"]["kolommen"].items()
        for kolom in kolommen
    ],
)
def test_every_figure_that_is_shown_has_a_definition(tabel, kolom):
    assert kolom in read_contract(tabel)
    assert [i for i in list_getoonde_indicatoren() if tabel in i.tabellen and kolom in i.kolommen]
