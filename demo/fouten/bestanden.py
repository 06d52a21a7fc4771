"""Files that no reader can read, and files that arrive twice."""

import shutil
from datetime import date
from pathlib import Path

from demo.administratie.model import Bericht
from demo.fouten.fout import Fout
from demo.kalender import Venster, add_maanden, to_maand
from demo.schrijvers.ijw import to_xml


def write_kapotte_bestanden(inbox: Path, berichten: list[Bericht], venster: Venster) -> list[Fout]:
    """Write files that no reader can read, and messages that break the schema.

    Each is made from a message that also arrives unharmed, so nothing else changes.
    """
    goed = next(b for b in berichten if b.soort == "jw305" and b.fout is None)
    xml = to_xml(goed).decode()
    gevallen: list[tuple[str, bytes, str, int]] = [
        ("jw305_leeg.xml", b"", "B001", 1),
        ("jw305_geen_xml.xml", b"geen bericht", "B010", 2),
        ("jw305_stuk.zip", b"PK\x03\x04 afgebroken", "B003", 3),
        ("jw305_afgebroken.xml", xml[: len(xml) // 2].encode(), "B010", 4),
        ("jw305_doctype.xml", _met_doctype(xml), "B011", 5),
        ("jw305_utf16.xml", xml.replace('"UTF-8"', '"UTF-16"').encode("utf-16"), "B012", 6),
        (
            "jw305_ander_hoofdelement.xml",
            b'<?xml version="1.0" encoding="UTF-8"?><Factuur/>',
            "B013",
            7,
        ),
        ("jw305_versie_2_4.xml", _met_versie(xml), "B014", 8),
        ("jw305_maand_bestaat_niet.xml", _met_datum(xml, goed), "XSD", 9),
        ("jw305_element_ontbreekt.xml", _zonder_status(xml), "XSD", 10),
    ]
    fouten = []
    for naam, inhoud, regel_code, maanden in gevallen:
        maand = add_maanden(venster.begin, 12 * (len(venster.jaren) - 1) + maanden)
        folder = inbox / "ijw" / to_maand(maand)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / naam).write_bytes(inhoud)
        is_leesbaar = regel_code in ("XSD",)
        identificatie = goed.identificatie if is_leesbaar else ""
        fouten.append(Fout("ijw", to_maand(maand), naam, "", identificatie, regel_code))
    return fouten


def _met_doctype(xml: str) -> bytes:
    return xml.replace("\r\n", '\r\n<!DOCTYPE d [<!ENTITY a "b">]>\r\n', 1).encode()


def _met_versie(xml: str) -> bytes:
    return (
        xml.replace("/ijw/3_2/", "/ijw/2_4/")
        .replace("BerichtVersie>3<", "BerichtVersie>2<")
        .replace("BerichtSubversie>2<", "BerichtSubversie>4<")
        .encode()
    )


def _met_datum(xml: str, bericht: Bericht) -> bytes:
    dag = f"{bericht.dagtekening.year}-13-01"
    return xml.replace(f"Dagtekening>{bericht.dagtekening}<", f"Dagtekening>{dag}<").encode()


def _zonder_status(xml: str) -> bytes:
    begin = xml.index("<d:StatusAanlevering>")
    eind = xml.index("</d:StatusAanlevering>") + len("</d:StatusAanlevering>")
    return (xml[:begin] + xml[eind:]).encode()


def write_herhaalde_bestanden(inbox: Path, venster: Venster) -> int:
    """Deliver some files again: the same bytes under another name. Return how many."""
    aantal = 0
    for jaar in venster.jaren:
        van = inbox / "ijw" / to_maand(date(jaar, 3, 1))
        naar = inbox / "ijw" / to_maand(date(jaar, 5, 1))
        for soort in ("jw301", "jw323"):
            bestand = min(van.glob(f"{soort}_*.zip"), default=None)
            if bestand is not None:
                naar.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(bestand, naar / f"{bestand.stem}_opnieuw.zip")
                aantal += 1
    return aantal
