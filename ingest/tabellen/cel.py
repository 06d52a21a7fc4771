"""From a cell to the value of a lake column, by the soort of the declaration."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ingest.maskering import has_bsn, is_bsn
from ingest.tabellen.getal import GeenGetal, parse_getal, round_heel, to_eurocent
from ingest.tabellen.periode import (
    GeenPeriode,
    parse_datum,
    parse_halfjaar,
    parse_jaar,
    parse_kwartaal,
)
from ingest.tabellen.raster import Cel
from ingest.tabellen.waardelijst import (
    REGIO,
    normalise_lijst,
    read_gedeelde_lijst,
    read_gemeente_lijst,
    read_gemeente_nederland_lijst,
    read_zorgvorm_lijst,
)
from schemas.tabellen import SOORTEN, Tabelkolom, normalise_label, read_waarden

Waarde = str | int | Decimal | date | bool | None
_MAXIMUM_TEKST = 200
_NUMMER = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]{0,29}")
_TOEWIJZING_NUMMER = re.compile(r"[1-9][0-9]{0,8}")
_VIER_DECIMALEN = Decimal("0.0001")
_MILJOENSTE_PER_PROCENT = 10_000


class CelFout(Exception):
    """A cell that breaks a rule; never holds the value."""

    def __init__(self, regel_code: str, toelichting: str) -> None:
        """Keep the rule and what was expected."""
        super().__init__(toelichting)
        self.regel_code = regel_code
        self.toelichting = toelichting


@dataclass(frozen=True)
class Lezer:
    """Reads cells of one sheet: how numbers are written, and what this aanbieder calls things."""

    is_nederlands: bool = True
    waarden: dict[str, dict[str, str]] = field(default_factory=dict)

    def parse(self, cel: Cel, kolom: Tabelkolom) -> Waarde:
        """Return the value of a cell, or None when it is empty.

        Raises:
            CelFout: the value does not fit, or an empty cell in a verplicht column.
        """
        if is_leeg(cel):
            if kolom.verplicht:
                raise CelFout("B022", f"Kolom {kolom.label} is leeg.")
            return None
        try:
            waarde = _PARSERS[kolom.soort](self, cel, kolom)
        except GeenPeriode as error:
            raise CelFout("B023", f"Kolom {kolom.label}: {SOORTEN[kolom.soort]}.") from error
        except GeenGetal as error:
            raise CelFout("B022", f"Kolom {kolom.label}: {SOORTEN[kolom.soort]}.") from error
        self._check_grenzen(waarde, kolom)
        return waarde

    def _check_grenzen(self, waarde: Waarde, kolom: Tabelkolom) -> None:
        if not isinstance(waarde, int | Decimal):
            return
        if kolom.minimum is not None and waarde < kolom.minimum:
            raise CelFout("B022", f"Kolom {kolom.label} mag niet onder {kolom.minimum} liggen.")
        if kolom.maximum is not None and waarde > kolom.maximum:
            raise CelFout("B022", f"Kolom {kolom.label} mag niet boven {kolom.maximum} liggen.")

    def _lookup(self, cel: Cel, soort: str, lijst: dict[str, str]) -> str | None:
        eigen = normalise_lijst(self.waarden.get(soort, {}))
        naam = normalise_label(to_tekst(cel))
        return eigen.get(naam) or lijst.get(naam)

    def _parse_gemeente(self, cel: Cel, kolom: Tabelkolom) -> str:
        code = self._lookup(cel, "gemeente", read_gemeente_lijst())
        if code is None:
            raise CelFout("B024", f"Kolom {kolom.label}.")
        return code

    def _parse_gemeente_nederland(self, cel: Cel, kolom: Tabelkolom) -> str:
        code = self._lookup(cel, "gemeente", read_gemeente_nederland_lijst())
        if code is None:
            raise CelFout("B024", f"Kolom {kolom.label}.")
        return code

    def _parse_gemeente_of_regio(self, cel: Cel, kolom: Tabelkolom) -> str:
        return REGIO if is_regio(cel) else self._parse_gemeente(cel, kolom)

    def _parse_zorgvorm(self, cel: Cel, kolom: Tabelkolom) -> str:
        code = self._lookup(cel, "zorgvorm", read_zorgvorm_lijst())
        if code is None:
            raise CelFout("B025", f"Kolom {kolom.label}.")
        return code

    def _parse_keuze(self, cel: Cel, kolom: Tabelkolom) -> str:
        waarde = self._lookup(cel, kolom.kolom, normalise_lijst(kolom.waarden))
        if waarde is None:
            keuzes = ", ".join(dict.fromkeys(kolom.waarden.values()))
            raise CelFout("B022", f"Kolom {kolom.label}: kies uit {keuzes}.")
        return waarde

    def _parse_lijst(self, cel: Cel, kolom: Tabelkolom) -> str:
        delen = [deel for deel in to_tekst(cel).split(";") if deel.strip()]
        return "; ".join(sorted({self._parse_keuze(deel, kolom) for deel in delen}))

    def _parse_getal(self, cel: Cel) -> Decimal:
        return parse_getal(cel, self.is_nederlands)

    def _parse_geheel(self, cel: Cel, kolom: Tabelkolom) -> int:
        getal = self._parse_getal(cel)
        if getal != getal.to_integral_value():
            raise GeenGetal
        return int(getal)

    def _parse_geheel_afgerond(self, cel: Cel, kolom: Tabelkolom) -> int:
        return round_heel(self._parse_getal(cel))

    def _parse_decimaal(self, cel: Cel, kolom: Tabelkolom) -> Decimal:
        getal = self._parse_getal(cel)
        if abs(getal) >= Decimal(10) ** 13:
            raise GeenGetal
        return getal.quantize(_VIER_DECIMALEN)

    def _parse_miljoenste(self, cel: Cel, kolom: Tabelkolom) -> int:
        return self._to_heel(self._parse_getal(cel) * _MILJOENSTE_PER_PROCENT, cel)

    def _parse_euro(self, cel: Cel, kolom: Tabelkolom) -> int:
        return to_eurocent(self._parse_getal(cel), is_tekst=isinstance(cel, str))

    def _parse_jaar(self, cel: Cel, kolom: Tabelkolom) -> int:
        return parse_jaar(int(to_tekst(cel)) if to_tekst(cel).isdigit() else 0)

    def _parse_agb(self, cel: Cel, kolom: Tabelkolom) -> str:
        # A spreadsheet drops the leading zero of a code it takes for a number.
        cijfers = to_tekst(cel).zfill(8)
        if not re.fullmatch(r"\d{8}", cijfers) or not cijfers.strip("0"):
            raise CelFout("B022", f"Kolom {kolom.label}: {SOORTEN['agb']}.")
        return cijfers

    def _parse_code(self, cel: Cel, kolom: Tabelkolom) -> str:
        code = to_tekst(cel).upper()
        code = code.zfill(kolom.lengte or 0) if code.isdigit() else code
        if not re.fullmatch(rf"[0-9A-Z]{{{kolom.lengte}}}", code):
            raise CelFout("B022", f"Kolom {kolom.label}: code van {kolom.lengte} tekens.")
        return code

    def _parse_nummer(self, cel: Cel, kolom: Tabelkolom) -> str:
        nummer = to_tekst(cel)
        # A number may have lost the leading zero of a bsn.
        if has_bsn(nummer) or (not isinstance(cel, str) and is_bsn(nummer.zfill(9))):
            raise CelFout("B028", f"Kolom {kolom.label}.")
        if not _NUMMER.fullmatch(nummer):
            raise CelFout("B022", f"Kolom {kolom.label}: {SOORTEN['nummer']}.")
        return nummer

    def _parse_toewijzing_nummer(self, cel: Cel, kolom: Tabelkolom) -> int:
        nummer = to_tekst(cel)
        # A number of eight digits may have lost the leading zero of a bsn; a shorter one is none.
        if has_bsn(nummer.zfill(9) if len(nummer) == 8 else nummer):
            raise CelFout("B028", f"Kolom {kolom.label}.")
        if not _TOEWIJZING_NUMMER.fullmatch(nummer):
            raise CelFout("B022", f"Kolom {kolom.label}: {SOORTEN['toewijzing_nummer']}.")
        return int(nummer)

    def _parse_tekst(self, cel: Cel, kolom: Tabelkolom) -> str:
        tekst = " ".join(to_tekst(cel).split())
        if has_bsn(tekst):
            raise CelFout("B028", f"Kolom {kolom.label}.")
        if len(tekst) > _MAXIMUM_TEKST:
            raise CelFout("B022", f"Kolom {kolom.label}: hoogstens {_MAXIMUM_TEKST} tekens.")
        return tekst

    def _parse_ja_nee(self, cel: Cel, kolom: Tabelkolom) -> bool:
        antwoord = normalise_label(to_tekst(cel))
        if antwoord not in read_gedeelde_lijst("ja") | read_gedeelde_lijst("nee"):
            raise CelFout("B022", f"Kolom {kolom.label}: ja of nee.")
        return antwoord in read_gedeelde_lijst("ja")

    @staticmethod
    def _to_heel(getal: Decimal, cel: Cel) -> int:
        """Return a whole number; a number from a formula may be off by float dust."""
        heel = round_heel(getal)
        marge = Decimal(0) if isinstance(cel, str) else Decimal("0.001")
        if abs(getal - heel) > marge:
            raise GeenGetal
        return heel


_PARSERS: dict[str, Callable[[Lezer, Cel, Tabelkolom], Waarde]] = {
    "tekst": Lezer._parse_tekst,
    "toewijzing_nummer": Lezer._parse_toewijzing_nummer,
    "nummer": Lezer._parse_nummer,
    "code": Lezer._parse_code,
    "agb": Lezer._parse_agb,
    "geheel": Lezer._parse_geheel,
    "geheel_afgerond": Lezer._parse_geheel_afgerond,
    "decimaal": Lezer._parse_decimaal,
    "percentage": Lezer._parse_decimaal,
    "miljoenste": Lezer._parse_miljoenste,
    "euro": Lezer._parse_euro,
    "datum": lambda lezer, cel, kolom: parse_datum(cel),
    "jaar": Lezer._parse_jaar,
    "kwartaal": lambda lezer, cel, kolom: parse_kwartaal(to_tekst(cel)),
    "halfjaar": lambda lezer, cel, kolom: parse_halfjaar(to_tekst(cel)),
    "ja_nee": Lezer._parse_ja_nee,
    "gemeente": Lezer._parse_gemeente,
    "gemeente_nederland": Lezer._parse_gemeente_nederland,
    "gemeente_of_regio": Lezer._parse_gemeente_of_regio,
    "zorgvorm": Lezer._parse_zorgvorm,
    "keuze": Lezer._parse_keuze,
    "lijst": Lezer._parse_lijst,
}


def is_leeg(cel: Cel) -> bool:
    """Return whether a cell says nothing; zero says something."""
    if not isinstance(cel, str):
        return False
    tekst = cel.strip().casefold()
    return not tekst or tekst in read_waarden()["ontbreekt"]


def is_regio(cel: Cel) -> bool:
    """Return whether a cell names the region, as on a total row."""
    return normalise_label(to_tekst(cel)) in read_gedeelde_lijst("regio")


def to_tekst(cel: Cel) -> str:
    """Return a cell as text: 43.0 is ``43``, True is ``ja``."""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return str(cel).strip()
