"""The tables that stand in the text of the report."""

from rapportage.cijfer import NIET_VAN_TOEPASSING, NVT, ONDERDRUKT, WAARDE, Cijfer
from rapportage.gegevens import Rapport, find_outcome, find_totaal, kosten_tot_en_met
from rapportage.kerncijfers import UITVAL
from rapportage.lezen import TOTAAL, Gebied, Rij, find_rij, read_cijfer
from rapportage.opmaak import format_datum_kort, format_maand_voluit
from rapportage.tabel import Cel, Kolom, Regel, Tabel, label, make_cellen, make_kolommen
from rapportage.teksten import read_teksten

_VERWIJZER_VOLGORDE = ("gemeente", "medisch", "gi_rechter", "geen", "nvt", TOTAAL)


def make_zorgvorm_tabel(rapport: Rapport, gebied: Gebied) -> Tabel:
    """Return use, cost and wait per zorgvorm, the largest first and the total last."""
    kwartaal = rapport.kwartaal
    gebruik = make_kolommen(
        ("aantal_jeugdigen", "aantal", "aantal_jeugdigen"),
        ("instroom", "aantal", "instroom"),
        ("uitstroom", "aantal", "uitstroom"),
        ("aantal_per_1000", "decimaal", "aantal_per_1000"),
    )
    wacht = make_kolommen(("mediaan_wacht_dagen", "dagen", "mediaan"))
    regels: list[tuple[Cijfer, Regel]] = []
    for zorgvorm, naam in _list_zorgvormen(rapport, gebied):
        nu = find_rij(gebied.zorggebruik, kwartaal=kwartaal.code, zorgvorm=zorgvorm)
        toen = find_rij(gebied.zorggebruik, kwartaal=kwartaal.jaar_eerder.code, zorgvorm=zorgvorm)
        wachttijd = find_rij(gebied.wachttijd, kwartaal=kwartaal.code, zorgvorm=zorgvorm)
        # Every zorgvorm of the region has a row in every quarter, so no row means: not applicable.
        cellen = make_cellen(nu, gebruik, NIET_VAN_TOEPASSING)
        jaar_eerder = read_cijfer(toen, "aantal_jeugdigen", NIET_VAN_TOEPASSING)
        cellen.insert(1, Cel.make(jaar_eerder, "aantal"))
        cellen.append(Cel.make(kosten_tot_en_met(gebied, kwartaal, zorgvorm), "euro"))
        cellen += make_cellen(wachttijd, wacht, NIET_VAN_TOEPASSING)
        regel = Regel(naam, cellen, is_totaal=zorgvorm == TOTAAL)
        regels.append((read_cijfer(nu, "aantal_jeugdigen"), regel))
    regels.sort(key=lambda paar: (paar[1].is_totaal, *_by_size(paar[0]), paar[1].kop))
    return Tabel(
        read_teksten()["tabellen"]["zorgvorm"]["bijschrift"],
        [
            label("zorgvorm"),
            label("aantal_jeugdigen"),
            label("jaar_eerder"),
            *(kolom.label for kolom in gebruik[1:]),
            label("kosten_periode").format(
                periode=f"t/m {format_maand_voluit(kwartaal.maanden[-1])}"
            ),
            label("mediaan_dagen"),
        ],
        [regel for _, regel in regels],
    )


def make_wachttijd_zorgvorm_tabel(rapport: Rapport, gebied: Gebied) -> Tabel:
    """Return the wait per zorgvorm in the quarter, the total last."""
    kolommen = make_kolommen(
        ("aantal_gestart", "aantal", "gestart"),
        ("gemiddelde_wacht_dagen", "dagen", "gemiddelde"),
        ("mediaan_wacht_dagen", "dagen", "mediaan"),
        ("p90_wacht_dagen", "dagen", "p90"),
        ("binnen_norm_percentage", "percentage", "binnen_norm"),
    )
    wachtend = _make_wachtend_kolom(rapport)
    rijen = [rij for rij in gebied.wachttijd if rij["kwartaal"] == rapport.kwartaal.code]
    rijen.sort(key=lambda rij: (rij["zorgvorm"] == TOTAAL, rij["zorgvorm_naam"]))
    return Tabel(
        read_teksten()["tabellen"]["wachttijd_zorgvorm"]["bijschrift"],
        [label("zorgvorm"), *(kolom.label for kolom in (*kolommen, *wachtend))],
        [
            Regel(
                _name_zorgvorm(rij),
                make_cellen(rij, kolommen)
                + make_cellen(_find_wachtend(rapport, gebied, rij["zorgvorm"]), wachtend),
                is_totaal=rij["zorgvorm"] == TOTAAL,
            )
            for rij in rijen
        ],
    )


def make_verwijzer_tabel(rapport: Rapport, gebied: Gebied) -> Tabel:
    """Return toewijzingen, cost and youths by verwijzer in the year of the quarter."""
    kolommen = make_kolommen(
        ("aantal_toewijzingen", "aantal", "aantal_toewijzingen"),
        ("toewijzingen_percentage", "percentage", "deel"),
        ("kosten_euro", "euro", "kosten"),
        ("kosten_percentage", "percentage", "deel"),
        ("kosten_per_toewijzing_euro", "euro", "kosten_per_toewijzing"),
        ("aantal_jeugdigen", "aantal", "aantal_jeugdigen"),
        ("aantal_jeugdigen_meer_dan_een", "aantal", "meer_dan_een"),
    )
    rijen = sorted(gebied.verwijzer, key=lambda rij: _order_verwijzer(rij["verwijzer_groep"]))
    titel = read_teksten()["tabellen"]["verwijzer"]["bijschrift"]
    return Tabel(
        titel.format(jaar=rapport.kwartaal.jaar),
        [label("verwijzer"), *(kolom.label for kolom in kolommen)],
        [
            Regel(
                rij["verwijzer_groep_naam"],
                make_cellen(rij, kolommen),
                is_totaal=rij["verwijzer_groep"] == TOTAAL,
            )
            for rij in rijen
        ],
    )


def describe_verwijzer(rapport: Rapport, gebied: Gebied) -> str:
    """Return the sentence under the verwijzer table, or '' when its figures are not shown."""
    totaal = find_rij(gebied.verwijzer, verwijzer_groep=TOTAAL)
    jeugdigen = read_cijfer(totaal, "aantal_jeugdigen")
    meer = read_cijfer(totaal, "aantal_jeugdigen_meer_dan_een")
    if jeugdigen.waarde is None or meer.status not in (WAARDE, ONDERDRUKT):
        return ""
    zin = read_teksten()["tabellen"]["verwijzer"]["lezing"]
    return str(
        zin.format(
            jaar=rapport.kwartaal.jaar,
            jeugdigen=Cel.make(jeugdigen, "aantal").tekst,
            meer=Cel.make(meer, "aantal").tekst,
        )
    )


def make_gemeenten_tabel(rapport: Rapport, koppelingen: dict[str, str]) -> Tabel:
    """Return the key figures of all gemeenten, the region last."""
    kwartaal = rapport.kwartaal
    gebruik = make_kolommen(
        ("aantal_jeugdigen", "aantal", "aantal_jeugdigen"),
        ("aantal_per_1000", "decimaal", "aantal_per_1000"),
    )
    budget = make_kolommen(
        ("begroot_euro", "euro_kort", "begroot"),
        ("uitputting_percentage", "percentage", "uitputting"),
        jaar=kwartaal.jaar,
    )
    wacht = make_kolommen(("mediaan_wacht_dagen", "dagen", "mediaan_dagen"))
    wachtend = _make_wachtend_kolom(rapport)
    regels = []
    for gebied in sorted(rapport.gebieden, key=lambda g: (g.is_regio, g.naam)):
        uitval = read_cijfer(find_outcome(gebied, kwartaal, UITVAL), "waarde")
        cellen = [
            *make_cellen(find_totaal(gebied.zorggebruik, kwartaal), gebruik),
            Cel.make(kosten_tot_en_met(gebied, kwartaal), "euro_kort"),
            *make_cellen(gebied.budget[-1] if gebied.budget else None, budget),
            *make_cellen(find_totaal(gebied.wachttijd, kwartaal), wacht),
            *make_cellen(_find_wachtend(rapport, gebied, TOTAAL), wachtend),
            Cel.make(uitval, "percentage"),
        ]
        regels.append(
            Regel(
                gebied.naam,
                cellen,
                is_totaal=gebied.is_regio,
                koppeling=koppelingen[gebied.gemeente_code],
            )
        )
    periode = f"t/m {format_maand_voluit(kwartaal.maanden[-1])}"
    return Tabel(
        read_teksten()["tabellen"]["gemeenten"]["bijschrift"],
        [
            label("gemeente"),
            *(kolom.label for kolom in gebruik),
            label("kosten_periode").format(periode=periode),
            *(kolom.label for kolom in (*budget, *wacht, *wachtend)),
            label("uitval"),
        ],
        regels,
    )


def _make_wachtend_kolom(rapport: Rapport) -> list[Kolom]:
    """Return the column of who waits, with the day that this is known of."""
    stand = format_datum_kort(rapport.release.stand_datum)
    return make_kolommen(("aantal_wachtend", "aantal", "wachtend"), stand=stand)


def _find_wachtend(rapport: Rapport, gebied: Gebied, zorgvorm: str) -> Rij | None:
    kwartaal = rapport.stand_kwartaal.code
    return find_rij(gebied.wachttijd, kwartaal=kwartaal, zorgvorm=zorgvorm)


def _list_zorgvormen(rapport: Rapport, gebied: Gebied) -> list[tuple[str, str]]:
    """Every zorgvorm with use in the quarter or cost in the year, by code."""
    rijen = [rij for rij in gebied.zorggebruik if rij["kwartaal"] == rapport.kwartaal.code]
    rijen += [rij for rij in gebied.kosten if rij["zorgmaand"].year == rapport.kwartaal.jaar]
    return list({rij["zorgvorm"]: _name_zorgvorm(rij) for rij in rijen}.items())


def _name_zorgvorm(rij: Rij) -> str:
    is_totaal = rij["zorgvorm"] == TOTAAL
    return str(read_teksten()["tabellen"]["totaal"] if is_totaal else rij["zorgvorm_naam"])


def _by_size(cijfer: Cijfer) -> tuple[int, float]:
    """Largest first, then what is suppressed (its order tells nothing), zero, and the rest."""
    if cijfer.waarde:
        return (0, -float(cijfer.waarde))
    if cijfer.status in (ONDERDRUKT, WAARDE):
        return (1 if cijfer.status == ONDERDRUKT else 2, 0.0)
    return (4 if cijfer.status == NVT else 3, 0.0)


def _order_verwijzer(groep: str) -> int:
    bekend = groep in _VERWIJZER_VOLGORDE
    return _VERWIJZER_VOLGORDE.index(groep) if bekend else len(_VERWIJZER_VOLGORDE) - 2
