"""Messages with one fault inside: for every rule within a message a copy of a good one, spoilt.

What is spoilt stands in ``gegevens/berichtfouten.csv``: the steps of one fault follow each other.
A spoilt copy never counts, so nothing of the truth changes. Half of the copies keep the
identification of the good message, which then repairs them; the others get a number of their own.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from lxml import etree

from demo.administratie.model import Bericht
from demo.administratie.post import Retour
from demo.catalogus import read_gemeenten
from demo.fouten.fout import Fout
from demo.kalender import eerste_dag, to_maand
from demo.schrijvers.ijw import to_xml
from demo.schrijvers.xml import BASIS

_GEGEVENS = Path(__file__).parent.parent / "gegevens" / "berichtfouten.csv"


@dataclass(frozen=True)
class Stap:
    """One change: what to do (``bewerking``), at which XPath, with which text or XML."""

    bewerking: str
    plaats: str
    waarde: str


@dataclass
class Berichtfout:
    """A fault in one kind of message: the rules that it breaks and how it is made.

    ``elementen`` holds per rule the element that is wrong, or the class in which one is missing.
    ``basis`` is an XPath that must be true of the good message.
    """

    regel_codes: tuple[str, ...]
    soort: str
    elementen: tuple[str, ...]
    basis: str
    stappen: list[Stap] = field(default_factory=list)


def read_berichtfouten() -> list[Berichtfout]:
    """Return the faults of the demo, in order of rule."""
    with _GEGEVENS.open(encoding="utf-8", newline="") as stream:
        rijen = list(csv.DictReader(stream))
    fouten = []
    for (codes, soort), groep in groupby(rijen, lambda rij: (rij["regel_code"], rij["bericht"])):
        stappen = list(groep)
        eerste = stappen[0]
        elementen = tuple(eerste["element"].split())
        fout = Berichtfout(tuple(codes.split()), soort, elementen, eerste["basis"])
        fout.stappen = [Stap(r["bewerking"], r["plaats"], r["waarde"]) for r in stappen]
        fouten.append(fout)
    return fouten


def write_berichtfouten(inbox: Path, berichten: list[Bericht]) -> list[Fout]:
    """Write a spoilt message for every fault, beside the good one; return what was seeded.

    A fault for which there is no fitting message is left out; only in a tiny region is a message
    of a story needed.
    """
    goede = _list_goede(berichten)
    fouten: list[Fout] = []
    for nummer, fout in enumerate(read_berichtfouten()):
        gevonden = None
        for is_regio in (True, False):
            gevonden = gevonden or _find_bederf(fout, goede[(fout.soort, is_regio)], nummer)
        if gevonden is None:
            continue
        bericht, boom = gevonden
        identificatie = bericht.identificatie
        is_hersteld = nummer % 2 == 0
        if not is_hersteld:
            identificatie = f"F{nummer:07d}"
            _select(boom, "//b:Identificatie")[0].text = identificatie
        maand = to_maand(bericht.ontvangen)
        naam = f"{fout.soort}_{bericht.verzender}_{identificatie}_{fout.regel_codes[0]}.xml"
        folder = inbox / "ijw" / maand
        folder.mkdir(parents=True, exist_ok=True)
        (folder / naam).write_bytes(etree.tostring(boom, encoding="UTF-8", xml_declaration=True))
        prestaties = len(_select(boom, "//d:Prestatie")) if fout.soort == "jw323" else 0
        for code, element in zip(fout.regel_codes, fout.elementen, strict=True):
            fouten.append(
                Fout(
                    "ijw",
                    maand,
                    naam,
                    "",
                    identificatie,
                    code,
                    element=element,
                    opgelost=is_hersteld,
                    aantal_prestaties=prestaties,
                    aanbieder_agb=bericht.agb,
                )
            )
            prestaties = 0  # the lines of one message count once
    return fouten


def _list_goede(berichten: list[Bericht]) -> dict[tuple[str, bool], list[Bericht]]:
    """Return the messages that count, by kind and whether they are of the region."""
    geweigerd = {
        id(b.inhoud.bericht) for b in berichten if isinstance(b.inhoud, Retour) and b.inhoud.codes
    }
    goede: dict[tuple[str, bool], list[Bericht]] = defaultdict(list)
    for bericht in berichten:
        if bericht.fout is None and bericht.herhaald_in is None and id(bericht) not in geweigerd:
            goede[(bericht.soort, bericht.gemeente in read_gemeenten())].append(bericht)
    return goede


def _find_bederf(
    fout: Berichtfout, berichten: list[Bericht], nummer: int
) -> tuple[Bericht, etree._Element] | None:
    """Return the first good message that can be spoilt, from a place that differs per fault."""
    begin = nummer * 7919 % max(1, len(berichten))
    for bericht in berichten[begin:] + berichten[:begin]:
        boom = etree.fromstring(to_xml(bericht))
        if (not fout.basis or _is_waar(boom, fout.basis)) and _bederf(boom, fout.stappen):
            return bericht, boom
    return None


def _namespaces(boom: etree._Element) -> dict[str, str]:
    return {"d": str(boom.nsmap["d"]), "b": BASIS}


def _select(boom: etree._Element, plaats: str) -> list[etree._Element]:
    gevonden = boom.xpath(plaats, namespaces=_namespaces(boom))
    assert isinstance(gevonden, list)
    return [element for element in gevonden if isinstance(element, etree._Element)]


def _is_waar(boom: etree._Element, voorwaarde: str) -> bool:
    return bool(boom.xpath(f"boolean({voorwaarde})", namespaces=_namespaces(boom)))


def _bederf(boom: etree._Element, stappen: list[Stap]) -> bool:
    """Do the steps; return whether the message had every place."""
    for stap in stappen:
        gevonden = _select(boom, stap.plaats)
        if not gevonden:
            return False
        _BEWERKINGEN[stap.bewerking](gevonden[0], stap.waarde)
    return True


def _zet(element: etree._Element, waarde: str) -> None:
    element.text = _reken(element, waarde[1:]) if waarde.startswith("=") else waarde


def _reken(element: etree._Element, waarde: str) -> str:
    """Return the text at ``pad [getal] [maandbegin]``: days for a date, else a whole number."""
    pad, *rest = waarde.split()
    tekst = str(_select(element.getroottree().getroot(), pad)[0].text)
    if not rest:
        return tekst
    if "-" not in tekst:
        return str(int(tekst) + int(rest[0]))
    dag = date.fromisoformat(tekst) + timedelta(days=int(rest[0]))
    return str(eerste_dag(dag) if rest[1:] == ["maandbegin"] else dag)


def _wis(element: etree._Element, _: str) -> None:
    ouder = element.getparent()
    assert ouder is not None
    ouder.remove(element)


def _na(element: etree._Element, waarde: str) -> None:
    element.addnext(_maak(element, waarde))


def _voor(element: etree._Element, waarde: str) -> None:
    element.addprevious(_maak(element, waarde))


def _maak(element: etree._Element, waarde: str) -> etree._Element:
    namespaces = "".join(f' xmlns:{k}="{v}"' for k, v in _namespaces(element).items())
    return etree.fromstring(f"<x{namespaces}>{waarde}</x>")[0]


def _kopie(element: etree._Element, _: str) -> None:
    element.addnext(deepcopy(element))


def _totaal(element: etree._Element, _: str) -> None:
    """Make the total of the claim right again (TR358)."""
    som = sum(_iter_bedragen(element.getroottree().getroot()))
    element[0].text, element[1].text = str(abs(som)), "C" if som < 0 else "D"


def _iter_bedragen(boom: etree._Element) -> Iterator[int]:
    for bedrag in _select(boom, "//d:IngediendBedrag"):
        yield (-1 if bedrag[1].text == "C" else 1) * int(str(bedrag[0].text))


_BEWERKINGEN = {
    "zet": _zet,
    "wis": _wis,
    "na": _na,
    "voor": _voor,
    "kopie": _kopie,
    "totaal": _totaal,
}
