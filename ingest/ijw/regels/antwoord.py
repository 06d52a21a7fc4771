"""Rules on answers to a request (319)."""

from collections.abc import Iterator

import pyarrow.compute as pc

from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import Vlakken

_AFGEWEZEN, _IN_ONDERZOEK = "1", "2"
_WOONPLAATSBEGINSEL = "8"

_HEEFT_REDEN = pc.field("reden_afwijzing_code").is_valid()
_HEEFT_GEMEENTE = pc.field("woonplaats_gemeente_code").is_valid()
_IS_WOONPLAATS = pc.coalesce(
    pc.field("reden_afwijzing_code") == _WOONPLAATSBEGINSEL, pc.scalar(False)
)


@regel("CD085", "jw319")
def check_reden_bij_afwijzing(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A rejection says why."""
    fout = (pc.field("verzoek_antwoord_code") == _AFGEWEZEN) & ~_HEEFT_REDEN
    yield _where(vlakken, fout, "reden_afwijzing_code")


@regel("CD086", "jw319")
def check_geen_reden_bij_onderzoek(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A request under investigation is not rejected, so there is no reason."""
    fout = (pc.field("verzoek_antwoord_code") == _IN_ONDERZOEK) & _HEEFT_REDEN
    yield _where(vlakken, fout, "reden_afwijzing_code")


@regel("TR377", "jw319")
def check_gemeente_bij_woonplaatsbeginsel(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A rejection by woonplaatsbeginsel names the gemeente that is responsible."""
    yield _where(vlakken, _IS_WOONPLAATS & ~_HEEFT_GEMEENTE, "woonplaats_gemeente_code")


@regel("TR409", "jw319")
def check_gemeente_alleen_bij_woonplaatsbeginsel(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Only a rejection by woonplaatsbeginsel names another gemeente."""
    yield _where(vlakken, ~_IS_WOONPLAATS & _HEEFT_GEMEENTE, "woonplaats_gemeente_code")


def _where(vlakken: Vlakken, voorwaarde: pc.Expression, kolom: str) -> Overtreding:
    return Overtreding("antwoord", vlakken["antwoord"].where(voorwaarde), kolom)
