"""Rules on the contacts of a client and of a relation (301)."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ingest.ijw.regels.register import Overtreding, regel
from ingest.ijw.vlakken import BERICHT_NUMMER, RIJ, Vlakken

_CONTACT = "_contact"
_NEDERLAND = "NL"
_POSTCODE = r"\A[1-9][0-9]{3}[A-Z]{2}\z"
_TIJDELIJK = "04"
_MET_POSTCODE = pa.array(["01", "03"])
_VAST = pa.array(["01", "02", "03"])

_HEEFT_POSTCODE, _HEEFT_LAND = pc.field("postcode").is_valid(), pc.field("land_code").is_valid()


@regel("TR006", "jw301")
def check_bereikbaar(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A contact has a telephone number, or a house and a postcode."""
    bereikbaar = pc.field("heeft_telefoon") | (pc.field("heeft_huis") & _HEEFT_POSTCODE)
    yield Overtreding(_CONTACT, vlakken[_CONTACT].where(~bereikbaar), RIJ)


@regel("TR061", "jw301")
def check_adres(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A client has at least one address that is not temporary."""
    eigen = pc.field("relatie_nummer").is_null() & pc.field("adres_soort_code").isin(_VAST)
    contact = vlakken[_CONTACT].table
    heeft_vast = np.zeros(vlakken.aantal_berichten, bool)
    heeft_vast[contact.filter(eigen).column(BERICHT_NUMMER).to_numpy()] = True
    yield Overtreding("_client", np.flatnonzero(~heeft_vast), RIJ)


@regel("CD005", "jw301")
def check_land(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A country goes with a postcode, and a postcode with a country."""
    fout = vlakken[_CONTACT].where(_HEEFT_LAND != _HEEFT_POSTCODE)
    yield Overtreding(_CONTACT, fout, "land_code")


@regel("CD025", "jw301")
def check_huis(vlakken: Vlakken) -> Iterator[Overtreding]:
    """An address in the Netherlands has a house number."""
    in_nederland = pc.field("land_code") == _NEDERLAND
    fout = vlakken[_CONTACT].where(in_nederland & ~pc.field("heeft_huis"))
    yield Overtreding(_CONTACT, fout, "heeft_huis")


@regel("CD034", "jw301")
def check_postcode(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A BRP address and the address of stay have a postcode."""
    nodig = pc.field("adres_soort_code").isin(_MET_POSTCODE)
    yield Overtreding(_CONTACT, vlakken[_CONTACT].where(nodig & ~_HEEFT_POSTCODE), "postcode")


@regel("CS089", "jw301")
def check_vorm_postcode(vlakken: Vlakken) -> Iterator[Overtreding]:
    """A postcode in the Netherlands is four digits and two capitals."""
    goed = pc.match_substring_regex(pc.field("postcode"), pattern=_POSTCODE)
    fout = vlakken[_CONTACT].where((pc.field("land_code") == _NEDERLAND) & ~goed)
    yield Overtreding(_CONTACT, fout, "postcode")


@regel("CD009", "jw301")
def check_periode_tijdelijk(vlakken: Vlakken) -> Iterator[Overtreding]:
    """Only a temporary address has a period."""
    tijdelijk = pc.field("adres_soort_code") == _TIJDELIJK
    fout = vlakken[_CONTACT].where(pc.field("heeft_periode") & ~tijdelijk)
    yield Overtreding(_CONTACT, fout, "heeft_periode")


def where_contact_ends_before_begin(vlakken: Vlakken) -> Overtreding:
    """Return the contacts whose period ends before it begins (CS003)."""
    fout = vlakken[_CONTACT].where(pc.field("eind_datum") < pc.field("begin_datum"))
    return Overtreding(_CONTACT, fout, "eind_datum")
