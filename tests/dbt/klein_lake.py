"""A lake that fits on a screen: one story of messages, straight in the tables dbt reads."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.lake import BRONNEN, lake_schema, lake_tabellen

Rij = dict[str, Any]
Lake = dict[tuple[str, str], list[Rij]]

_KOP = {
    "gemeente_code": "0303",
    "aanbieder_agb": "99000001",
    "client_sleutel": "c" * 64,
    "geslacht_code": "1",
    "toewijzing_nummer": 1,
    "product_categorie_code": "45",
    "product_code": "45A04",
}


def make_lake() -> Lake:
    """Return one youth: asked, allocated twice over, started, corrected, claimed and credited.

    Toewijzing 2 is refused by its 302. The start of 10 January is replaced by one of 13 January.
    Line d1 is granted and later credited, d2 is refused and d3 waits for its answer.
    """
    lake: Lake = {}
    post = _Post(lake)
    post.stuur(
        "jw315",
        "2024-12-02",
        "verzoek",
        referentie_aanbieder="vraag-1",
        toewijzing_ingang_datum=date(2025, 1, 1),
        verwijzer_type_code="02",
    )
    toewijzing = {
        "toewijzing_tijd": "10:00:00",
        "ingang_datum": date(2025, 1, 1),
        "eind_datum": date(2025, 6, 30),
    }
    besluit = toewijzing | {"toewijzing_datum": date(2024, 12, 9)}
    post.stuur("jw301", "2024-12-10", "toewijzing", **besluit, referentie_aanbieder="vraag-1")
    verlengd = toewijzing | {
        "toewijzing_datum": date(2025, 2, 3),
        "eind_datum": date(2025, 12, 31),
        "reden_wijziging_code": "04",
    }
    post.stuur("jw301", "2025-02-04", "toewijzing", **verlengd)
    geweigerd = post.stuur("jw301", "2025-02-05", "toewijzing", **besluit, toewijzing_nummer=2)
    post.weiger(geweigerd, "2025-02-07")
    start = {"status_aanlevering_code": "1", "begin_datum": date(2025, 1, 10)}
    post.stuur("jw305", "2025-01-14", "start", **start)
    post.stuur("jw305", "2025-02-10", "start", **(start | {"status_aanlevering_code": "3"}))
    post.stuur("jw305", "2025-02-11", "start", **(start | {"begin_datum": date(2025, 1, 13)}))
    post.declareer("2025-02-05", "2025-02-12", [("d1", None, "D", 9000), ("d2", None, "D", 500)])
    post.declareer("2025-03-05", "2025-03-12", [("c1", "d1", "C", 9000)])
    post.declareer("2025-03-06", None, [("d3", None, "D", 7200)])
    lake[("contracten", "taakgericht")] = [_taakgericht()]
    lake[("contracten", "verdeelsleutel")] = [
        make_contract_rij(
            gemeente_code=gemeente, ingang_datum=date(2025, 1, 1), aandeel_miljoenste=deel
        )
        for gemeente, deel in (("0034", 333_333), ("0303", 666_667))
    ]
    return lake


class _Post:
    """Puts messages in the lake under keys of their own."""

    def __init__(self, lake: Lake) -> None:
        self._lake = lake
        self._aantal = 0

    def stuur(self, bericht: str, dagtekening: str, tabel: str, **regel: Any) -> Rij:
        kop = self._kop(bericht, dagtekening, 1)
        self._add(tabel, kop | {"regel_volgnummer": 1} | regel)
        return kop

    def weiger(self, kop: Rij, dagtekening: str) -> None:
        retour = self._kop("jw302", dagtekening, 1)
        heen = {
            "heen_bericht": kop["bericht"],
            "bericht_identificatie": kop["bericht_identificatie"],
            "dagtekening_datum": kop["dagtekening_datum"],
        }
        eigen = {
            "retour_identificatie": retour["bericht_identificatie"],
            "retour_dagtekening_datum": retour["dagtekening_datum"],
            "is_afgekeurd": True,
        }
        self._add("retour", retour | heen | eigen)

    def declareer(
        self, dagtekening: str, antwoord: str | None, regels: list[tuple[str, str | None, str, int]]
    ) -> None:
        kop = self._kop("jw323", dagtekening, len(regels))
        for nummer, (referentie, vorige, debet_credit, bedrag) in enumerate(regels, start=1):
            regel = {
                "regel_volgnummer": nummer,
                "declaratie_nummer": kop["bericht_identificatie"],
                "referentie_nummer": referentie,
                "vorig_referentie_nummer": vorige,
                "product_periode_begin_datum": date(2025, 1, 1),
                "product_periode_eind_datum": date(2025, 1, 31),
                "geleverd_volume": bedrag // 100,
                "eenheid_code": "01",
                "ingediend_eurocent": bedrag,
                "debet_credit_code": debet_credit,
            }
            self._add("prestatie", kop | regel)
        if antwoord is not None:
            self._beantwoord(kop, antwoord)

    def _beantwoord(self, declaratie: Rij, dagtekening: str) -> None:
        kop = self._kop("jw325", dagtekening, 1) | {
            "declaratie_identificatie": declaratie["bericht_identificatie"],
            "declaratie_dagtekening_datum": declaratie["dagtekening_datum"],
            "declaratie_basisschema_xsd_versie": "3.2.0",
            "declaratie_bericht_xsd_versie": "3.2.0",
        }
        antwoord = {
            "declaratie_nummer": declaratie["bericht_identificatie"],
            "declaratie_retour_codes": "0200",
        }
        self._add("declaratie_antwoord", kop | antwoord)
        geweigerd = {
            "regel_volgnummer": 1,
            "referentie_nummer": "d2",
            "product_periode_begin_datum": date(2025, 1, 1),
            "product_periode_eind_datum": date(2025, 1, 31),
            "geleverd_volume": 5,
            "eenheid_code": "01",
            "ingediend_eurocent": 500,
            "debet_credit_code": "D",
            "retour_codes": "9307",
        }
        self._add("prestatie_antwoord", kop | geweigerd)

    def _kop(self, bericht: str, dagtekening: str, aantal_regels: int) -> Rij:
        self._aantal += 1
        kop = _KOP | {
            "bericht": bericht,
            "bericht_sleutel": f"bericht-{self._aantal:02}",
            "bericht_identificatie": f"{self._aantal}",
            "dagtekening_datum": date.fromisoformat(dagtekening),
        }
        rij = {
            "bestand_sleutel": "bestand-1",
            "ontvangst_datum": date(2025, 12, 31),
            "aantal_regels": aantal_regels,
            "status": "aanvaard",
        }
        self._add("bericht", kop | rij)
        return kop

    def _add(self, tabel: str, rij: Rij) -> None:
        kolommen = lake_schema("ijw", tabel).names
        rijen = self._lake.setdefault(("ijw", tabel), [])
        rijen.append({kolom: rij.get(kolom) for kolom in kolommen})


def make_contract_rij(**rij: Any) -> Rij:
    """Return a row about contract T-1, from the one contracts file of the story."""
    vast = {
        "bestand_sleutel": "bestand-2",
        "rij_nummer": 2,
        "ontvangst_datum": date(2025, 12, 31),
        "opgave_datum": date(2024, 12, 1),
        "contract_nummer": "T-1",
    }
    return vast | rij


def _taakgericht() -> Rij:
    return make_contract_rij(
        aanbieder_agb="99000001",
        zorgvorm="verblijf_behandeling",
        ingang_datum=date(2025, 1, 1),
        eind_datum=date(2025, 3, 31),
        bedrag_eurocent=100_000,
    )


def cut_lake(lake: Lake, stand: date) -> Lake:
    """Return the lake as it was when nothing dated after ``stand`` had been sent."""

    def is_known(rij: Rij) -> bool:
        for kolom in ("retour_dagtekening_datum", "dagtekening_datum", "opgave_datum"):
            if kolom in rij:
                return bool(rij[kolom] <= stand)
        return True

    return {tabel: list(filter(is_known, rijen)) for tabel, rijen in lake.items()}


def write_lake(
    map: Path, lake: Lake, orden: Callable[[list[Rij]], list[Rij]] = list, keer: int = 1
) -> Path:
    """Write every lake table under ``map``, each ``keer`` times over, in the order of ``orden``."""
    for bron in BRONNEN:
        for tabel in lake_tabellen(bron):
            schema = lake_schema(bron, tabel)
            folder = map / bron / tabel
            folder.mkdir(parents=True)
            pq.write_table(schema.empty_table(), folder / "_leeg.parquet")
            rijen = [
                {naam: rij.get(naam) for naam in schema.names}
                for rij in orden(lake.get((bron, tabel), []))
            ]
            for nummer in range(keer if rijen else 0):
                table = pa.Table.from_pylist(rijen, schema=schema)
                pq.write_table(table, folder / f"2025-{nummer + 1:02}.parquet")
    return map
