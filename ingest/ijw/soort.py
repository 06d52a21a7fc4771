"""Which message this is: release and kind, from the namespace and the header."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ingest.ijw.veilig import OnleesbaarBericht, sourceline
from schemas.ijw.standaard import list_releases, read_standaard

_ROOT = re.compile(r"\{(?P<namespace>[^}]*)\}Bericht")
_NAMESPACE = re.compile(
    r"http://www\.istandaarden\.nl/ijw/(?P<release>\d+_\d+)/(?P<bericht>jw\d{3})/schema"
)


@dataclass(frozen=True)
class Soort:
    """Release (such as ``3_2``) and kind (such as ``jw323``) of a message."""

    release: str
    bericht: str


def find_soort(namespace: str) -> Soort | None:
    """Return the kind of message behind a namespace, or None when it is not a known one."""
    return _find_soort(namespace, list_releases())


@lru_cache(maxsize=1_000)
def _find_soort(namespace: str, releases: tuple[str, ...]) -> Soort | None:
    match = _NAMESPACE.fullmatch(namespace)
    if match is None or match["release"] not in releases:
        return None
    if match["bericht"] not in read_standaard(match["release"]).berichten:
        return None
    return Soort(match["release"], match["bericht"])


def determine_soort(root: etree._Element) -> Soort:
    """Return release and kind of a message, from its namespace; the schema judges the header.

    Raises:
        OnleesbaarBericht: no iJw message (B013), or a release that is not known (B014).
    """
    namespace = _read_namespace(root)
    soort = find_soort(namespace)
    if soort is not None:
        return soort
    match = _NAMESPACE.fullmatch(namespace)
    if match is None or match["release"] in list_releases():
        raise OnleesbaarBericht("B013", sourceline(root))
    raise OnleesbaarBericht("B014", sourceline(root))


def guess_soort(root: etree._Element) -> Soort | None:
    """Return the kind of a message that was refused, read as the latest known release."""
    match = _NAMESPACE.fullmatch(_read_namespace(root))
    release = list_releases()[-1]
    if match is None or match["bericht"] not in read_standaard(release).berichten:
        return None
    return Soort(release, match["bericht"])


def _read_namespace(root: etree._Element) -> str:
    match = _ROOT.fullmatch(root.tag)
    return match["namespace"] if match else ""
