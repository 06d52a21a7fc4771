"""The four charts of an area, each with its figures in a table."""

from collections.abc import Sequence
from datetime import date

from rapportage import grafieken
from rapportage.cijfer import Cijfer, cumulate
from rapportage.gegevens import (
    Rapport,
    find_outcome,
    find_totaal,
    kosten_per_maand,
    read_outcome_eerder,
)
from rapportage.grafiekblok import (
    Grafiekblok,
    describe_punten,
    grafiek_tekst,
    make_blok,
    make_kwartaal_punten,
    note_kwartalen,
)
from rapportage.grafiekdelen import Balk, Punt
from rapportage.kwartaal import Kwartaal
from rapportage.lezen import TOTAAL, Gebied, find_rij, read_cijfer
from rapportage.normen import list_normen
from rapportage.opmaak import MILJOEN, STATUS_TEKST, format_maand, format_maand_voluit, show
from rapportage.tabel import Cel, Kolom, Regel, Tabel, label, make_cellen, make_kolommen
from rapportage.teksten import read_teksten
from rapportage.verwacht import note_verwacht
from rapportage.voorlopig import is_voorlopige_maand

_CIJFER = "cijfer"
_INDICATOREN = ("1", "1.02", "3.1", "3.2", "3.3", "3.4", "2")


def make_gebruik(rapport: Rapport, gebied: Gebied) -> Grafiekblok:
    """Return the youths in care per quarter."""
    rijen = [find_totaal(gebied.zorggebruik, kwartaal) for kwartaal in rapport.reeks]
    punten = make_kwartaal_punten(rapport, rijen, "aantal_jeugdigen", "aantal")
    kolommen = make_kolommen(
        ("aantal_jeugdigen", "aantal", "aantal_jeugdigen"),
        ("instroom", "aantal", "instroom"),
        ("uitstroom", "aantal", "uitstroom"),
        ("aantal_per_1000", "decimaal", "aantal_per_1000"),
        ("volledigheid_percentage", "percentage", "volledigheid"),
    )
    cellen = [make_cellen(rij, kolommen) for rij in rijen]
    alt_tekst = grafiek_tekst("gebruik")["alt"]
    return make_blok(
        "gebruik",
        lambda maat: grafieken.draw_gebruik(punten, maat),
        alt_tekst.format(gebied=gebied.naam, punten=describe_punten(punten)),
        _kwartaal_tabel("gebruik", punten, kolommen, cellen),
        [note_kwartalen(punten, "uitleg_staaf")],
    )


def make_wachttijd(rapport: Rapport, gebied: Gebied) -> Grafiekblok:
    """Return the median and 90th percentile of the wait per quarter, with the norms."""
    tekst = grafiek_tekst("wachttijd")
    rijen = [find_totaal(gebied.wachttijd, kwartaal) for kwartaal in rapport.reeks]
    mediaan = make_kwartaal_punten(rapport, rijen, "mediaan_wacht_dagen", "dagen")
    p90 = make_kwartaal_punten(rapport, rijen, "p90_wacht_dagen", "dagen")
    normen = [
        Punt(
            "",
            norm.dagen,
            tekst["norm_ggz" if norm.is_ggz else "norm"].format(
                dagen=norm.dagen, weken=norm.dagen // 7
            ),
        )
        for norm in list_normen(rapport.kwartaal.maanden[-1])
    ]
    kolommen = make_kolommen(
        ("aantal_gestart", "aantal", "gestart"),
        ("gemiddelde_wacht_dagen", "dagen", "gemiddelde"),
        ("mediaan_wacht_dagen", "dagen", "mediaan"),
        ("p90_wacht_dagen", "dagen", "p90"),
        ("binnen_norm_percentage", "percentage", "binnen_norm"),
    )
    cellen = [make_cellen(rij, kolommen) for rij in rijen]
    return make_blok(
        "wachttijd",
        lambda maat: grafieken.draw_wachttijd(
            mediaan, p90, normen, maat, (tekst["mediaan"], tekst["p90"])
        ),
        tekst["alt"].format(
            gebied=gebied.naam,
            punten=describe_punten(mediaan),
            p90=describe_punten(p90),
            normen=", ".join(norm.label for norm in normen),
        ),
        _kwartaal_tabel("wachttijd", mediaan, kolommen, cellen),
        [tekst["uitleg"], note_kwartalen(mediaan, "uitleg_rondje")],
    )


def make_kosten(rapport: Rapport, gebied: Gebied) -> Grafiekblok:
    """Return the cumulative cost of this year and last year against the budget."""
    tekst, kwartaal = grafiek_tekst("kosten"), rapport.kwartaal
    maanden = kwartaal.maanden_tot_en_met
    nu = _cumulative_punten(rapport, gebied, maanden)
    vorig_jaar = Kwartaal(kwartaal.jaar - 1, 4)
    eerder = _cumulative_punten(rapport, gebied, vorig_jaar.maanden_tot_en_met)
    begroot = read_cijfer(gebied.budget[-1] if gebied.budget else None, "begroot_euro")
    begroting = None
    if begroot.getal is not None:
        regel = tekst["begroting"].format(jaar=kwartaal.jaar, begroot=show(begroot, "euro_kort"))
        begroting = Punt("", float(begroot.getal / MILJOEN), regel)
    return make_blok(
        "kosten",
        lambda maat: grafieken.draw_kosten(nu, eerder, begroting, maat),
        tekst["alt"].format(
            gebied=gebied.naam,
            jaar=kwartaal.jaar,
            vorig_jaar=kwartaal.jaar - 1,
            nu=_last_label(nu),
            eerder=_last_label(eerder[: len(maanden)]),
            begroot=show(begroot, "euro_kort"),
        ),
        _kosten_tabel(rapport, gebied),
        [
            _note_gat(nu),
            _note_maanden(rapport, gebied),
            note_verwacht(rapport, gebied),
            _note_begroting(begroot, kwartaal.jaar),
        ],
        maand=format_maand_voluit(maanden[-1]),
        jaar=kwartaal.jaar,
    )


def make_outcome(rapport: Rapport, gebied: Gebied) -> Grafiekblok:
    """Return the outcome indicators of the quarter with their coverage."""
    tekst = grafiek_tekst("outcome")
    kolommen = make_kolommen(
        ("teller", "decimaal_of_geheel", "teller"),
        ("noemer", "aantal", "noemer"),
        ("dekking_percentage", "percentage", "dekking"),
    )
    balken: dict[bool, list[Balk]] = {True: [], False: []}
    regels = []
    for code in _INDICATOREN:
        nu = find_outcome(gebied, rapport.kwartaal, code)
        if nu is None:
            continue
        toen = read_outcome_eerder(gebied, rapport.kwartaal, code)
        soort = "decimaal" if nu["eenheid"] == _CIJFER else "percentage"
        balk = _make_balk(
            nu["indicator_naam"],
            nu.cijfer("waarde"),
            toen,
            nu.cijfer("dekking_percentage"),
            soort,
        )
        balken[nu["eenheid"] == _CIJFER].append(balk)
        cellen = [
            Cel.make(nu.cijfer("waarde"), soort),
            Cel.make(toen, soort),
            *make_cellen(nu, kolommen),
        ]
        regels.append(Regel(nu["indicator_naam"], cellen))
    koppen = [label(naam) for naam in ("indicator", "waarde", "jaar_eerder")]
    tabel = Tabel(tekst["bijschrift"], [*koppen, *(kolom.label for kolom in kolommen)], regels)
    alle = [*balken[False], *balken[True]]
    return make_blok(
        "outcome",
        lambda maat: grafieken.draw_outcome(
            balken[False], balken[True], maat, (tekst["as_procent"], tekst["as_cijfer"])
        ),
        tekst["alt"].format(
            gebied=gebied.naam,
            punten=", ".join(f"{balk.naam} {balk.label} ({balk.dekking})" for balk in alle),
        ),
        tabel,
        [
            tekst["uitleg"].format(grens=tekst["lage_dekking_onder"]),
            *_note_breuken(rapport, gebied),
        ],
    )


def _note_breuken(rapport: Rapport, gebied: Gebied) -> list[str]:
    """Say of every outcome that was measured otherwise a year earlier."""
    tekst = grafiek_tekst("outcome")["breuk"]
    noten = []
    for code in _INDICATOREN:
        nu = find_outcome(gebied, rapport.kwartaal, code)
        toen = find_outcome(gebied, rapport.kwartaal.jaar_eerder, code)
        if nu is not None and toen is not None and nu["reeks"] != toen["reeks"]:
            noten.append(tekst.format(naam=nu["indicator_naam"], breuk=nu["breuk"]))
    return noten


def _make_balk(naam: str, nu: Cijfer, toen: Cijfer, dekking: Cijfer, soort: str) -> Balk:
    tekst = grafiek_tekst("outcome")
    is_zwak = dekking.getal is not None and dekking.getal < tekst["lage_dekking_onder"]
    dekking_tekst = tekst["dekking"].format(waarde=show(dekking, "geheel_percentage"))
    return Balk(
        naam=naam,
        waarde=None if nu.waarde is None else float(nu.waarde),
        label=show(nu, soort),
        dekking=dekking_tekst if dekking.waarde is not None else "",
        is_zwak=is_zwak,
        jaar_eerder=None if toen.waarde is None else float(toen.waarde),
    )


def _kwartaal_tabel(
    naam: str, punten: Sequence[Punt], kolommen: Sequence[Kolom], cellen: Sequence[list[Cel]]
) -> Tabel:
    regels = [
        Regel(punt.plaats, rij, is_nu=punt.is_nu, is_voorlopig=punt.is_voorlopig)
        for punt, rij in zip(punten, cellen, strict=True)
    ]
    koppen = [label("kwartaal"), *(kolom.label for kolom in kolommen)]
    return Tabel(grafiek_tekst(naam)["bijschrift"], koppen, regels)


def _cumulative_punten(rapport: Rapport, gebied: Gebied, maanden: Sequence[date]) -> list[Punt]:
    """Running sums in millions; without a value from the first month without a figure on.

    A sum that holds a provisional month is itself provisional, and so are all after it.
    """
    sommen = cumulate(kosten_per_maand(gebied, maanden))
    punten, is_voorlopig = [], False
    for maand, som in zip(maanden, sommen, strict=True):
        is_voorlopig = is_voorlopig or _is_voorlopig(rapport, gebied, maand)
        punten.append(
            Punt(
                format_maand(maand),
                None if som.getal is None else float(som.getal / MILJOEN),
                f"{maand.year}: {show(som, 'euro_kort')}",
                is_voorlopig=is_voorlopig,
            )
        )
    return punten


def _is_voorlopig(rapport: Rapport, gebied: Gebied, maand: date) -> bool:
    rij = find_rij(gebied.kosten, zorgmaand=maand, zorgvorm=TOTAAL)
    return is_voorlopige_maand(maand, rij, rapport.release.stand_datum)


def _kosten_tabel(rapport: Rapport, gebied: Gebied) -> Tabel:
    kolommen = make_kolommen(
        ("kosten_euro", "euro", "kosten"),
        ("toegekend_euro", "euro", "toegekend"),
        ("in_behandeling_euro", "euro", "in_behandeling"),
        ("taakgericht_euro", "euro", "taakgericht"),
        ("nog_te_verwachten_euro", "euro", "nog_te_verwachten"),
        ("volledigheid_percentage", "percentage", "volledigheid"),
    )
    maanden = rapport.kwartaal.maanden_tot_en_met
    sommen = cumulate(kosten_per_maand(gebied, maanden))
    regels = []
    for maand, som in zip(maanden, sommen, strict=True):
        rij = find_rij(gebied.kosten, zorgmaand=maand, zorgvorm=TOTAAL)
        cellen = make_cellen(rij, kolommen)
        cellen.insert(1, Cel.make(som, "euro"))
        kop = format_maand_voluit(maand)
        regels.append(Regel(kop, cellen, is_voorlopig=_is_voorlopig(rapport, gebied, maand)))
    titels = [kolom.label for kolom in kolommen]
    koppen = [label("maand"), titels[0], label("opgeteld"), *titels[1:]]
    bijschrift = grafiek_tekst("kosten")["bijschrift"].format(jaar=rapport.kwartaal.jaar)
    return Tabel(bijschrift, koppen, regels)


def _note_gat(punten: Sequence[Punt]) -> str:
    """Why the line stops: a month without a figure."""
    leeg = next((punt for punt in punten if punt.waarde is None), None)
    if leeg is None:
        return ""
    zin = grafiek_tekst("kosten")["opgeteld_stopt"]
    return str(zin.format(maand=leeg.plaats, reden=leeg.label.split(": ", 1)[1]))


def _note_maanden(rapport: Rapport, gebied: Gebied) -> str:
    voorlopig = [
        format_maand_voluit(maand)
        for maand in rapport.kwartaal.maanden_tot_en_met
        if _is_voorlopig(rapport, gebied, maand)
    ]
    if not voorlopig:
        return ""
    return str(read_teksten()["voorlopig"]["uitleg_maanden"].format(maanden=", ".join(voorlopig)))


def _note_begroting(begroot: Cijfer, jaar: int) -> str:
    if begroot.getal is not None:
        return ""
    zin = grafiek_tekst("kosten")["geen_begroting"]
    return str(zin.format(jaar=jaar, reden=STATUS_TEKST[begroot.status]))


def _last_label(punten: Sequence[Punt]) -> str:
    if not punten:
        return STATUS_TEKST["ontbreekt"]
    return punten[-1].label.split(": ", 1)[1]
