"""The messages obey iJw 3.2; only the seeded faults do not."""

import csv
import gzip
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from demo.administratie.model import Regel
from demo.bsn import is_elfproef
from demo.catalogus import read_producten
from demo.genereer import simuleer
from demo.kalender import aantal_iso_weken, eerste_dag, laatste_dag
from schemas.ijw.xsd import xml_schema

PREFIX = "http://www.istandaarden.nl/ijw/3_2/"


def _iter_berichten(demo: Path) -> Iterator[tuple[str, str, bytes]]:
    for pad in sorted((demo / "inbox" / "ijw").rglob("*")):
        if pad.suffix == ".zip" and "stuk" not in pad.name:
            with zipfile.ZipFile(pad) as archief:
                for naam in archief.namelist():
                    yield pad.name, naam, archief.read(naam)
        elif pad.suffix == ".gz":
            yield pad.name, "", gzip.decompress(pad.read_bytes())
        elif pad.suffix == ".xml":
            yield pad.name, "", pad.read_bytes()


@pytest.fixture(scope="module")
def seeded(kleine_demo: Path) -> set[tuple[str, str]]:
    with (kleine_demo / "antwoorden" / "fouten.csv").open(encoding="utf-8") as stream:
        return {(rij["bestand"], rij["onderdeel"]) for rij in csv.DictReader(stream)}


def test_messages_are_valid_and_have_a_real_bsn(kleine_demo: Path, seeded: set[tuple[str, str]]):
    soorten: dict[str, int] = defaultdict(int)
    for bestand, onderdeel, inhoud in _iter_berichten(kleine_demo):
        if (bestand, onderdeel) in seeded or "_opnieuw" in bestand:
            continue
        boom = etree.fromstring(inhoud)
        soort = etree.QName(boom).namespace.removeprefix(PREFIX).split("/")[0]
        schema = xml_schema("3_2", soort)
        assert schema.validate(boom), (bestand, onderdeel, schema.error_log.last_error.message)
        for element in boom.iter(f"{{{PREFIX}{soort}/schema}}Bsn"):
            assert is_elfproef(element.text)
            assert element.text.startswith("99")
        soorten[soort] += 1
    assert {"jw301", "jw305", "jw307", "jw315", "jw323", "jw325"} <= soorten.keys()


def test_seeded_faults_are_in_the_inbox_under_a_known_rule(kleine_demo: Path):
    with Path("schemas/referentie/regels.csv").open(encoding="utf-8") as stream:
        bekend = {rij["regel_code"] for rij in csv.DictReader(stream)}
    with (kleine_demo / "antwoorden" / "fouten.csv").open(encoding="utf-8") as stream:
        rijen = list(csv.DictReader(stream))
    for rij in rijen:
        pad = kleine_demo / "inbox" / rij["bron"] / rij["ontvangstmaand"] / rij["bestand"]
        assert pad.exists(), rij
        assert rij["regel_code"] in bekend
        if rij["onderdeel"]:
            with zipfile.ZipFile(pad) as archief:
                assert rij["onderdeel"] in archief.namelist()
    codes = {rij["regel_code"] for rij in rijen}
    assert codes >= {"B001", "B003", "B010", "B011", "B012", "B013", "B014", "XSD", "B021", "B023"}


@pytest.fixture(scope="module")
def regels() -> list[Regel]:
    administratie = simuleer(4, 2, 0.1, 2025)
    return [regel for declaratie in administratie.declaraties for regel in declaratie.regels]


def test_product_period_is_the_month_within_the_allocation(regels: list[Regel]):
    for regel in regels:
        huidig = regel.toewijzing.huidig
        assert regel.begin == max(eerste_dag(regel.begin), huidig.ingang)
        assert regel.eind == min(laatste_dag(regel.begin), huidig.eind or regel.eind)


def test_amount_is_volume_times_tariff(regels: list[Regel]):
    for regel in regels:
        if regel.tarief is None:
            assert (regel.eenheid, regel.bedrag) == ("83", regel.volume)
        elif regel.toewijzing.zorg.product.is_in_minuten:
            assert abs(regel.volume * regel.tarief - regel.bedrag) <= 0.5 * regel.volume + 0.5
        else:
            assert regel.bedrag == regel.volume * regel.tarief


def test_a_debit_is_credited_once_and_after_it_was_granted(regels: list[Regel]):
    gecrediteerd = [r.crediteert for r in regels if r.crediteert is not None and r.telt]
    assert len({id(regel) for regel in gecrediteerd}) == len(gecrediteerd) > 10
    assert all(debet.status == "toegekend" for debet in gecrediteerd)


def test_one_open_debit_per_allocation_period_and_product(regels: list[Regel]):
    staand = [
        (id(r.toewijzing), r.zorgmaand, r.categorie, r.code)
        for r in regels
        if r.telt and not r.is_credit and not r.is_gecrediteerd
    ]
    assert len(set(staand)) == len(staand)


def test_volume_fits_the_allocation(regels: list[Regel]):
    totaal: dict[int, int] = defaultdict(int)
    toewijzingen = {}
    for regel in regels:
        product, besluit = regel.toewijzing.zorg.product, regel.toewijzing.huidig
        if not regel.telt or product.vorm == "aspecifiek":
            continue
        volume = regel.volume / (60 if product.is_in_minuten else 1)
        if product.frequentie == "2":
            assert volume <= besluit.omvang * aantal_iso_weken(regel.begin, regel.eind)
        elif product.frequentie == "4":
            assert volume <= besluit.omvang
        else:
            teken = -1 if regel.is_credit else 1
            toewijzingen[id(besluit)] = besluit
            totaal[id(besluit)] += teken * (regel.bedrag if product.heeft_budget else regel.volume)
    assert totaal
    assert all(som <= toewijzingen[sleutel].omvang for sleutel, som in totaal.items())


def test_products_agree_with_the_region_s_mapping():
    with Path("schemas/referentie/product_zorgvorm.csv").open(encoding="utf-8") as stream:
        zorgvormen = {
            (rij["product_categorie_code"], rij["product_code"]): rij["zorgvorm"]
            for rij in csv.DictReader(stream)
        }
    for product in read_producten():
        if product.categorie:
            code = (product.categorie, product.code)
            verwacht = zorgvormen.get(code) or zorgvormen[(product.categorie, "")]
            assert product.zorgvorm == verwacht, code
