"""Which message this is: release and kind, from the namespace and the header."""

import re
from dataclasses import dataclass

from lxml import etree

from ingest.ijw.veilig import OnleesbaarBericht
from schemas.ijw.standaard import list_releases, read_standaard

_ROOT = re.compile(
    r"\{http://www\.istandaarden\.nl/ijw/(?P<release>\d+_\d+)/(?P<bericht>jw\d{3})/schema\}Bericht"
)
_VERSIE = ("{*}Header/{*}BerichtVersie", "{*}Header/{*}BerichtSubversie")


@dataclass(frozen=True)
class Soort:
    """Release (such as ``3_2``) and kind (such as ``jw323``) of a message."""

    release: str
    bericht: str


def determine_soort(root: etree._Element) -> Soort:
    """Return release and kind of a message.

    The header decides on the release; the namespace must agree with it.

    Raises:
        OnleesbaarBericht: no iJw message (B013), or a release that is not known (B014).
    """
    match = _ROOT.fullmatch(root.tag)
    if match is None:
        raise OnleesbaarBericht("B013", _regel(root))
    release, bericht = match["release"], match["bericht"]
    header_release = _read_header_release(root)
    if {release, header_release or release} - set(list_releases()):
        raise OnleesbaarBericht("B014", _regel(root))
    if header_release not in (None, release):
        raise OnleesbaarBericht("B013", _regel(root))
    if bericht not in read_standaard(release).berichten:
        raise OnleesbaarBericht("B013", _regel(root))
    return Soort(release, bericht)


def guess_soort(root: etree._Element) -> Soort | None:
    """Return the kind of a message that was refused, read as the latest known release."""
    match = _ROOT.fullmatch(root.tag)
    release = list_releases()[-1]
    if match is None or match["bericht"] not in read_standaard(release).berichten:
        return None
    return Soort(release, match["bericht"])


def _read_header_release(root: etree._Element) -> str | None:
    delen = [root.findtext(pad) for pad in _VERSIE]
    if any(deel is None for deel in delen):
        return None
    return "_".join((deel or "").strip() for deel in delen)


def _regel(root: etree._Element) -> str:
    return f"regel {root.sourceline}"
