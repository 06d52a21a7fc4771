"""The key figures of one area, each with a plain reading."""

from dataclasses import dataclass

from rapportage.cijfer import ONTBREEKT, Cijfer
from rapportage.gegevens import (
    Rapport,
    find_outcome,
    find_totaal,
    kosten_tot_en_met,
    read_outcome_eerder,
)
from rapportage.lezen import Gebied, find_rij, read_cijfer
from rapportage.opmaak import format_datum, show
from rapportage.teksten import read_teksten
from rapportage.vergelijken import DAGEN, PROCENT, PROCENTPUNT, compare
from rapportage.voorlopig import is_voorlopig_kwartaal, is_voorlopige_maand

UITVAL = "1"


@dataclass(frozen=True)
class Kerncijfer:
    """One figure in large type with its reading."""

    label: str
    cijfer: Cijfer
    soort: str
    lezing: str
    eenheid: str = ""
    is_voorlopig: bool = False

    @property
    def tekst(self) -> str:
        """The figure as it is shown."""
        return show(self.cijfer, self.soort)


def make_kerncijfers(rapport: Rapport, gebied: Gebied) -> list[Kerncijfer]:
    """Return the six key figures of an area, in the order of the report."""
    return [
        _jeugdigen(rapport, gebied),
        _per_1000(rapport, gebied),
        _kosten(rapport, gebied),
        _uitputting(rapport, gebied),
        _wachttijd(rapport, gebied),
        _uitval(rapport, gebied),
    ]


def _jeugdigen(rapport: Rapport, gebied: Gebied) -> Kerncijfer:
    rij = find_totaal(gebied.zorggebruik, rapport.kwartaal)
    nu = read_cijfer(rij, "aantal_jeugdigen")
    toen = find_totaal(gebied.zorggebruik, rapport.kwartaal.jaar_eerder)
    eerder = read_cijfer(toen, "aantal_jeugdigen")
    tekst = read_teksten()["kerncijfers"]["jeugdigen"]
    vergelijking = compare(nu, eerder, "aantal", PROCENT, "meer")
    return Kerncijfer(
        tekst["label"],
        nu,
        "aantal",
        _join(nu, tekst["lezing"], vergelijking),
        is_voorlopig=is_voorlopig_kwartaal(rapport.kwartaal, rij, rapport.release.stand_datum),
    )


def _per_1000(rapport: Rapport, gebied: Gebied) -> Kerncijfer:
    nu = read_cijfer(find_totaal(gebied.zorggebruik, rapport.kwartaal), "aantal_per_1000")
    tekst = read_teksten()["kerncijfers"]["per_1000"]
    zinnen = [tekst["lezing"].format(waarde=show(nu, "decimaal"))]
    if rapport.regio is not None and not gebied.is_regio:
        rij = find_totaal(rapport.regio.zorggebruik, rapport.kwartaal)
        regio = read_cijfer(rij, "aantal_per_1000")
        if regio.waarde is not None:
            zinnen.append(tekst["regio"].format(waarde=show(regio, "decimaal")))
    else:
        toen = find_totaal(gebied.zorggebruik, rapport.kwartaal.jaar_eerder)
        eerder = read_cijfer(toen, "aantal_per_1000")
        zinnen.append(compare(nu, eerder, "decimaal", PROCENT, "meer"))
    is_voorlopig = _jeugdigen(rapport, gebied).is_voorlopig
    return Kerncijfer(tekst["label"], nu, "decimaal", _join(nu, *zinnen), is_voorlopig=is_voorlopig)


def _kosten(rapport: Rapport, gebied: Gebied) -> Kerncijfer:
    nu = kosten_tot_en_met(gebied, rapport.kwartaal)
    eerder = kosten_tot_en_met(gebied, rapport.kwartaal.jaar_eerder)
    tekst = read_teksten()["kerncijfers"]["kosten"]
    is_voorlopig = any(
        is_voorlopige_maand(
            maand,
            find_rij(gebied.kosten, zorgmaand=maand, zorgvorm="totaal"),
            rapport.release.stand_datum,
        )
        for maand in rapport.kwartaal.maanden_tot_en_met
    )
    lezing = _join(
        nu,
        compare(nu, eerder, "euro_kort", PROCENT, "meer"),
        tekst["voorlopig"] if is_voorlopig else "",
    )
    if nu.status == ONTBREEKT and rapport.release.stand_datum < rapport.kwartaal.maanden[-1]:
        lezing = tekst["loopt_nog"]
    label = tekst["label"].format(periode=rapport.periode)
    return Kerncijfer(label, nu, "euro_kort", lezing, is_voorlopig=is_voorlopig)


def _uitputting(rapport: Rapport, gebied: Gebied) -> Kerncijfer:
    rij = gebied.budget[-1] if gebied.budget else None
    nu = read_cijfer(rij, "uitputting_percentage")
    begroot, gerealiseerd = (
        read_cijfer(rij, kolom) for kolom in ("begroot_euro", "gerealiseerd_euro")
    )
    tekst = read_teksten()["kerncijfers"]["uitputting"]
    heeft_bedragen = begroot.waarde is not None and gerealiseerd.waarde is not None
    lezing = tekst["lezing" if heeft_bedragen else "kaal"].format(
        jaar=rapport.kwartaal.jaar,
        begroot=show(begroot, "euro_kort"),
        gerealiseerd=show(gerealiseerd, "euro_kort"),
    )
    label = tekst["label"].format(jaar=rapport.kwartaal.jaar)
    is_voorlopig = _kosten(rapport, gebied).is_voorlopig
    return Kerncijfer(label, nu, "percentage", _join(nu, lezing), is_voorlopig=is_voorlopig)


def _wachttijd(rapport: Rapport, gebied: Gebied) -> Kerncijfer:
    rij = find_totaal(gebied.wachttijd, rapport.kwartaal)
    toen = find_totaal(gebied.wachttijd, rapport.kwartaal.jaar_eerder)
    nu, eerder = (read_cijfer(r, "mediaan_wacht_dagen") for r in (rij, toen))
    op_stand = find_totaal(gebied.wachttijd, rapport.stand_kwartaal)
    wachtend = read_cijfer(op_stand, "aantal_wachtend")
    tekst = read_teksten()["kerncijfers"]["wachttijd"]
    zin = tekst["wachtend_status"].get(wachtend.status, tekst["wachtend"])
    stand = format_datum(rapport.release.stand_datum)
    lezing = _join(
        nu,
        tekst["lezing"].format(waarde=show(nu, "dagen")),
        compare(nu, eerder, "dagen", DAGEN, "langer"),
    )
    slot = zin.format(stand=stand, waarde=show(wachtend, "aantal"))
    return Kerncijfer(tekst["label"], nu, "dagen", f"{lezing} {slot}", eenheid=tekst["eenheid"])


def _uitval(rapport: Rapport, gebied: Gebied) -> Kerncijfer:
    nu = read_cijfer(find_outcome(gebied, rapport.kwartaal, UITVAL), "waarde")
    eerder = read_outcome_eerder(gebied, rapport.kwartaal, UITVAL)
    tekst = read_teksten()["kerncijfers"]["uitval"]
    vergelijking = compare(nu, eerder, "percentage", PROCENTPUNT, "hoger")
    return Kerncijfer(tekst["label"], nu, "percentage", _join(nu, tekst["lezing"], vergelijking))


def _join(cijfer: Cijfer, *zinnen: str) -> str:
    """The sentences of a figure, or why there is no figure."""
    if cijfer.waarde is None:
        return str(read_teksten()["kerncijfers"]["geen_waarde"][cijfer.status])
    return " ".join(zin for zin in zinnen if zin)
