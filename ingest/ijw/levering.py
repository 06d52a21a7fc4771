"""Delivered iJw files as a stream: the messages of many files are read together."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from ingest.bevinding import Bevinding, Leesdeel, Leesresultaat
from ingest.bronbestand import Bronbestand
from ingest.extra_schemas import GEEN_SCHEMAS, ExtraSchemas
from ingest.ijw.bericht import Bericht, Berichtresultaat, Lezing
from ingest.ijw.kop import Kop
from ingest.ijw.melding import Melding
from ingest.ijw.plaats import Plaats
from ingest.maskering import mask_bsn
from ingest.uitpakken import OnveiligArchief, iter_onderdelen
from schemas.ijw.vlak import HEADER_TABEL
from schemas.lake import lake_schema

_BRON = "ijw"
# A stack holds as much as is needed to forget the cost of beginning one, and no more.
_BYTES_PER_STAPEL = 16 * 1024 * 1024
_BERICHTEN_PER_STAPEL = 5_000


@dataclass(frozen=True)
class _Post:
    """A message, the file that it came in and the name of its part of that file."""

    bericht: Bericht
    onderdeel: str
    resultaat: Leesresultaat


@dataclass
class _Stapel:
    """Messages that wait until there are enough of them."""

    posten: list[_Post] = field(default_factory=list)
    klaar: list[Leesresultaat] = field(default_factory=list)
    aantal_bytes: int = 0

    @property
    def is_vol(self) -> bool:
        return self.aantal_bytes >= _BYTES_PER_STAPEL or len(self.posten) >= _BERICHTEN_PER_STAPEL


def read_bestand(
    bestand: Bronbestand, pseudoniem_sleutel: bytes, extra_schemas: ExtraSchemas = GEEN_SCHEMAS
) -> Leesresultaat:
    """Return the rows and findings of one delivered iJw file.

    Every message is one row of table ``bericht``, accepted or not; only accepted messages
    have rows in the other tables. The counts of rows are lines: producten and prestaties.
    """
    delen = list(iter_delen([bestand], pseudoniem_sleutel, extra_schemas))
    (resultaat,) = (gelezen for deel in delen for gelezen in deel.bestanden)
    tabellen: dict[str, list[pa.Table]] = {}
    for deel in delen:
        for naam, table in deel.tabellen.items():
            tabellen.setdefault(naam, []).append(table)
    resultaat.tabellen = {naam: pa.concat_tables(tables) for naam, tables in tabellen.items()}
    return resultaat


def iter_delen(
    bestanden: Iterable[Bronbestand],
    pseudoniem_sleutel: bytes,
    extra_schemas: ExtraSchemas = GEEN_SCHEMAS,
) -> Iterator[Leesdeel]:
    """Yield what delivered iJw files give, stack by stack; a file that fails stops no other.

    Memory depends on the size of a stack and of the largest file, not on the number of files.
    """
    stapel = _Stapel()
    for bestand in bestanden:
        resultaat = Leesresultaat(bestand=bestand, is_overgenomen=False)
        if not bestand.inhoud:
            resultaat.bevindingen.append(Bevinding("B001", "bestand"))
            stapel.klaar.append(resultaat)
            continue
        try:
            for onderdeel, inhoud in iter_onderdelen(bestand):
                bericht = Bericht(
                    inhoud, hashlib.sha256(inhoud).hexdigest(), bestand.ontvangst_datum
                )
                stapel.posten.append(_Post(bericht, onderdeel, resultaat))
                stapel.aantal_bytes += len(inhoud)
                if stapel.is_vol:
                    yield _read_stapel(stapel, pseudoniem_sleutel, extra_schemas)
                    stapel = _Stapel()
        except OnveiligArchief as error:
            resultaat.bevindingen.append(Bevinding("B003", "bestand", str(error)))
        stapel.klaar.append(resultaat)
    yield _read_stapel(stapel, pseudoniem_sleutel, extra_schemas)


def _read_stapel(stapel: _Stapel, sleutel: bytes, extra_schemas: ExtraSchemas) -> Leesdeel:
    tabellen: dict[str, list[pa.Table]] = {}
    rijen = []
    for posten, lezing in _iter_lezingen(stapel.posten, sleutel, extra_schemas):
        for naam, tables in lezing.tabellen.items():
            tabellen.setdefault(naam, []).extend(tables)
        for nummer, post in enumerate(posten):
            gelezen = lezing.resultaten[nummer]
            _count(post, gelezen)
            rijen.append(_to_bericht_rij(post, gelezen))
    if rijen:
        schema = lake_schema(_BRON, HEADER_TABEL)
        tabellen[HEADER_TABEL] = [pa.Table.from_pylist(rijen, schema=schema)]
    samen = {naam: pa.concat_tables(tables) for naam, tables in tabellen.items()}
    return Leesdeel(samen, stapel.klaar)


def _iter_lezingen(
    posten: list[_Post], sleutel: bytes, extra_schemas: ExtraSchemas
) -> Iterator[tuple[list[_Post], Lezing]]:
    """Yield the outcome of the messages; one that gives an unexpected error is refused alone."""
    if not posten:
        return
    lezing = Lezing([post.bericht for post in posten], sleutel, extra_schemas)
    try:
        lezing.read()
    except Exception as error:
        if len(posten) > 1:
            midden = len(posten) // 2
            yield from _iter_lezingen(posten[:midden], sleutel, extra_schemas)
            yield from _iter_lezingen(posten[midden:], sleutel, extra_schemas)
            return
        lezing.tabellen.clear()
        # Only the class: the text of an exception may quote a bsn.
        melding = Melding("B099", Plaats(), f"Soort fout: {type(error).__name__}.")
        lezing.resultaten[0] = Berichtresultaat(Kop(), 0, is_aanvaard=False, meldingen=[melding])
    yield posten, lezing


def _count(post: _Post, gelezen: Berichtresultaat) -> None:
    resultaat = post.resultaat
    resultaat.aantal_berichten += 1
    if gelezen.is_aanvaard:
        resultaat.aantal_rijen_aanvaard += gelezen.aantal_regels
        resultaat.is_overgenomen = True
    else:
        resultaat.aantal_rijen_geweigerd += gelezen.aantal_regels
    resultaat.bevindingen.extend(_iter_bevindingen(post, gelezen))


def _iter_bevindingen(post: _Post, gelezen: Berichtresultaat) -> Iterator[Bevinding]:
    """Yield the findings; the first that refuses carries the number of refused lines."""
    if not gelezen.meldingen:
        return
    geweigerd = 0 if gelezen.is_aanvaard else gelezen.aantal_regels
    # A free text of twelve characters: what passes for a bsn is not shown to people.
    identificatie = gelezen.kop.bericht_identificatie and mask_bsn(
        gelezen.kop.bericht_identificatie
    )
    for melding in gelezen.meldingen:
        aantal = geweigerd if melding.is_fout else 0
        geweigerd -= aantal
        yield Bevinding(
            regel_code=melding.regel_code,
            plaats=melding.plaats.tekst,
            regel_nummer=melding.plaats.regel_nummer,
            xpath=melding.plaats.xpath or None,
            element=melding.plaats.element or None,
            toelichting=melding.toelichting,
            onderdeel=post.onderdeel,
            bericht_sleutel=post.bericht.bericht_sleutel,
            bericht=gelezen.kop.bericht,
            bericht_identificatie=identificatie,
            aanbieder_agb=gelezen.kop.aanbieder_agb,
            gemeente_code=gelezen.kop.gemeente_code,
            aantal_rijen=aantal,
        )


def _to_bericht_rij(post: _Post, gelezen: Berichtresultaat) -> Mapping[str, object]:
    return {
        "bericht_sleutel": post.bericht.bericht_sleutel,
        "bestand_sleutel": post.resultaat.bestand.bestand_sleutel,
        "ontvangst_datum": post.bericht.ontvangst_datum,
        **vars(gelezen.kop),
        "aantal_regels": gelezen.aantal_regels,
        "status": "aanvaard" if gelezen.is_aanvaard else "quarantaine",
    }
