"""Answer key: every definition of waiting, the class of every need, and the opgaven beside it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from demo.antwoorden.tabel import write_tabel
from demo.antwoorden.waarheid import Waarheid
from demo.antwoorden.wachtbehoefte import NOOIT, Behoefte, list_behoeften
from demo.kalender import laatste_dag, to_kwartaal
from demo.kwartalen import Opgave

MOMENTEN = {
    "regio": ("vraag", "start"),
    "besluit": ("verzoek", "besluit"),
    "order": ("besluit", "start"),
    "plan": ("ingang", "start"),
    "verzoek": ("verzoek", "start"),
    "gewenst": ("gewenst", "start"),
    "ijw_bruto": ("bericht", "start"),
    "prov_bruto": ("besluit", "start"),
    "prov_netto": ("besluit", "start"),
    "wachtend": ("vraag", "peildatum"),
}
_WIE = ("gemeente_code", "toewijzing_nummer_of_referentie", "aanbieder_agb")
_TELT_MEE = ("regulier", "niet_ingegaan", "niet_gestart")
_KAN_WACHTEN = (*_TELT_MEE, "crisis", "jb_jr")
_GGZ = ("ggz_basis", "ggz_specialistisch", "dyslexie")
_ZONDER = ("crisis", "jeugdbescherming", "jeugdreclassering", "preventief_justitieel")
_APART = ("crisis", "jb_jr")
_VERSCHIL_WACHTENDEN, _VERSCHIL_DAGEN, _VERSCHIL_PERCENTAGE = 3, 14, 25
_MINSTE_GESTART = 3  # starts that a mean needs to be compared


def write_wachttijd(folder: Path, waarheid: Waarheid, opgaven: list[Opgave]) -> None:
    """Write the tables on waiting into ``folder``."""
    write_tabel(
        folder,
        "wachttijd_klasse",
        (*_WIE, "klasse", "vervanging_soort", "overbrugd_dagen"),
        list_klassen(waarheid),
    )
    write_tabel(
        folder,
        "wacht_herstart",
        ("gemeente_code", "toewijzing_nummer", "stop_datum", "herstart_datum"),
        iter_herstarts(waarheid),
    )
    write_tabel(
        folder,
        "wachttijd_meting",
        (
            *_WIE,
            "definitie_code",
            "zorgvorm",
            "van_datum",
            "tot_datum",
            "dagen",
            "is_gecensureerd",
            "klasse",
            "telt_mee",
            "kwartaal",
            "binnen_norm",
        ),
        iter_metingen(waarheid),
    )
    write_tabel(
        folder,
        "wachttijd_opgave",
        (
            "aanbieder_agb",
            "kwartaal",
            "gemeente_code",
            "zorgvorm",
            "wachtenden_opgave",
            "wachtenden_berekend",
            "overbrugging_opgave",
            "overbrugging_berekend",
            "wachttijd_dagen_opgave",
            "wachttijd_dagen_berekend",
            "is_afwijking_wachtenden",
            "is_afwijking_wachttijd",
        ),
        iter_opgaven(waarheid, opgaven),
    )


def list_klassen(waarheid: Waarheid) -> list[tuple[object, ...]]:
    """Return per need (gemeente, kenmerk, agb, klasse, vervanging, overbrugd_dagen)."""
    return [
        (*behoefte.wie, behoefte.klasse, behoefte.vervanging, behoefte.overbrugd_dagen)
        for behoefte in list_behoeften(waarheid)
    ]


def iter_herstarts(waarheid: Waarheid) -> Iterator[tuple[object, ...]]:
    """Yield (gemeente, nummer, stop, herstart) of every start after a stop on one number."""
    for toewijzing in waarheid.toewijzingen:
        for eerder, later in zip(toewijzing.segmenten, toewijzing.segmenten[1:], strict=False):
            if eerder.laatste_dag is not None and eerder.laatste_dag <= later.begin.dag:
                yield (*toewijzing.sleutel, eerder.laatste_dag, later.begin.dag)


def iter_metingen(waarheid: Waarheid) -> Iterator[tuple[object, ...]]:
    """Yield every need by every definition whose clock began.

    Each row has the columns of the table ``wachttijd_meting``.
    """
    peildatum = waarheid.peildatum
    for behoefte in list_behoeften(waarheid):
        for code, (van_moment, tot_moment) in MOMENTEN.items():
            van = behoefte.momenten.get(van_moment)
            einde = peildatum if tot_moment == "peildatum" else behoefte.momenten.get(tot_moment)
            if van is None or (van > peildatum and einde is None):
                continue
            if tot_moment == "peildatum" and not behoefte.is_wachtend:
                continue
            gezien = None if einde else _gezien_tot(behoefte, tot_moment, peildatum)
            dagen = None
            if einde is not None:
                dagen = (einde - van).days
            elif gezien is not None:
                dagen = max(0, (gezien - van).days)
            klasse, telt_mee = _beoordeel(behoefte, code, dagen)
            yield (
                *behoefte.wie,
                code,
                behoefte.zorgvorm,
                van,
                einde or gezien,
                dagen,
                gezien is not None,
                klasse,
                telt_mee,
                to_kwartaal(peildatum if tot_moment == "peildatum" else van),
                _binnen_norm(behoefte, code, dagen, gezien is None, (peildatum - van).days),
            )


def _binnen_norm(
    behoefte: Behoefte, code: str, dagen: int | None, is_voorbij: bool, gevolgd_dagen: int
) -> bool | None:
    """Return whether a wait ended within its norm; None when that is not certain yet."""
    norm = _get_norm(code, behoefte.zorgvorm)
    if norm is None or dagen is None or gevolgd_dagen < norm:
        return None
    return dagen <= norm if is_voorbij or dagen > norm else None


def _get_norm(code: str, zorgvorm: str) -> int | None:
    """Return the norm in days: 14 weeks for ggz and 9 for the rest, or 9 weeks of the province."""
    if code == "regio":
        return None if zorgvorm == "vervoer" else 98 if zorgvorm in _GGZ else 63
    is_provinciaal = code in ("prov_bruto", "prov_netto")
    return 63 if is_provinciaal and zorgvorm not in _ZONDER else None


def _gezien_tot(behoefte: Behoefte, tot_moment: str, peildatum: date) -> date | None:
    """Return the last day on which nothing had happened yet, when that is known."""
    if tot_moment == "besluit":
        return None if behoefte.klasse in _APART else peildatum
    if behoefte.klasse in _TELT_MEE or behoefte.is_wachtend:
        return min(peildatum, behoefte.eind)
    return None


def _beoordeel(behoefte: Behoefte, code: str, dagen: int | None) -> tuple[str, bool]:
    """Return the class of a need by one definition, and whether it counts in the wait."""
    is_negatief = dagen is not None and dagen < 0
    if code == "besluit":
        if behoefte.klasse in _APART:
            return behoefte.klasse, False
        return ("retroactief", False) if is_negatief else ("regulier", True)
    if behoefte.klasse not in _TELT_MEE:
        return behoefte.klasse, False
    if is_negatief:
        return ("start_voor_ingang" if code == "plan" else "retroactief"), False
    if code == "prov_netto" and behoefte.overbrugd_dagen:
        return "overbrugd", False
    return behoefte.klasse, True


def iter_opgaven(waarheid: Waarheid, opgaven: list[Opgave]) -> Iterator[tuple[object, ...]]:
    """Yield what each provider reported of waiting, with the truth of the messages beside it."""
    per_groep: dict[tuple[str, str, str], list[Behoefte]] = defaultdict(list)
    for behoefte in list_behoeften(waarheid):
        per_groep[(behoefte.aanbieder, behoefte.gemeente, behoefte.zorgvorm)].append(behoefte)
    for opgave in opgaven:
        dag = _laatste_dag_van(opgave.kwartaal)
        for rij in opgave.rijen:
            groep = per_groep[(opgave.agb, rij.gemeente, rij.zorgvorm)]
            wachtend = [behoefte for behoefte in groep if _wacht_op(behoefte, dag)]
            overbrugd = [
                behoefte
                for behoefte in wachtend
                if any(h.begin <= dag <= h.eind and h.is_ander(behoefte) for h in behoefte.hulp)
            ]
            gemeld = [rij.waarden[kolom] for kolom in ("wachtenden", "wachttijd_dagen")]
            wachtdagen = _list_wachtdagen(groep, opgave.kwartaal)
            dagen = _gemiddelde(wachtdagen)
            yield (
                opgave.agb,
                opgave.kwartaal,
                rij.gemeente,
                rij.zorgvorm,
                gemeld[0],
                len(wachtend),
                rij.waarden["overbrugging"],
                len(overbrugd),
                gemeld[1],
                dagen,
                _wijkt_af(gemeld[0], Decimal(len(wachtend)), _VERSCHIL_WACHTENDEN),
                len(wachtdagen) >= _MINSTE_GESTART and _wijkt_af(gemeld[1], dagen, _VERSCHIL_DAGEN),
            )


def _laatste_dag_van(kwartaal: str) -> date:
    jaar, nummer = int(kwartaal[:4]), int(kwartaal[-1])
    return laatste_dag(date(jaar, 3 * nummer, 1))


def _wacht_op(behoefte: Behoefte, dag: date) -> bool:
    momenten = behoefte.momenten
    return (
        behoefte.klasse in _KAN_WACHTEN
        and momenten["vraag"] <= dag
        and momenten.get("start", NOOIT) > dag
        and behoefte.eind >= dag
    )


def _list_wachtdagen(groep: list[Behoefte], kwartaal: str) -> list[int]:
    """Return the waits of what began in a quarter, in days."""
    return [
        (behoefte.momenten["start"] - behoefte.momenten["vraag"]).days
        for behoefte in groep
        if behoefte.klasse == "regulier"
        and "start" in behoefte.momenten
        and to_kwartaal(behoefte.momenten["start"]) == kwartaal
    ]


def _gemiddelde(dagen: list[int]) -> Decimal | None:
    """Return the mean to one decimal."""
    if not dagen:
        return None
    return (Decimal(sum(dagen)) / len(dagen)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _wijkt_af(gemeld: float | None, berekend: Decimal | None, minimum: int) -> bool:
    if gemeld is None or berekend is None:
        return False
    verschil, grootste = abs(Decimal(gemeld) - berekend), max(Decimal(gemeld), berekend)
    return verschil >= minimum and 100 * verschil >= _VERSCHIL_PERCENTAGE * grootste
