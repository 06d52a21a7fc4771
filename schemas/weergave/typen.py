"""A simple type and a number of times in words."""

import re

from schemas.ijw.standaard import Element, EnkelvoudigType

_NIET_LEEG = ".*[^\\s].*"
_VORMEN = {"date": "datum `JJJJ-MM-DD`", "time": "tijd `uu:mm:ss`"}


def describe_type(enkelvoudig: EnkelvoudigType, extra_patroon: str) -> str:
    """Return what an element of this type may hold."""
    if re.fullmatch(r"[0-9A-Za-z]+", extra_patroon):
        return f"altijd `{extra_patroon}`"
    if enkelvoudig.basis in _VORMEN:
        return _VORMEN[enkelvoudig.basis]
    if enkelvoudig.waarden:
        return "code"
    cijfers = re.fullmatch(r"\[0-9\]\{(\d+)\}", enkelvoudig.patroon)
    if cijfers:
        return f"{cijfers[1]} cijfers"
    patronen = [
        f"`{patroon}`"
        for patroon in (enkelvoudig.patroon, extra_patroon)
        if patroon and patroon != _NIET_LEEG
    ]
    return ", ".join([_describe_grenzen(enkelvoudig), *patronen])


def describe_aantal(element: Element) -> str:
    """Return how often an element stands in its parent."""
    if element.maximum is None:
        return f"{element.minimum} of meer"
    if element.minimum == element.maximum:
        return str(element.minimum)
    return f"{element.minimum} tot {element.maximum}" if element.maximum > 1 else "0 of 1"


def _describe_grenzen(enkelvoudig: EnkelvoudigType) -> str:
    if enkelvoudig.basis == "integer":
        return f"heel getal, {enkelvoudig.min_waarde} tot en met {enkelvoudig.max_waarde}"
    if enkelvoudig.max_lengte:
        return f"tekst van hoogstens {enkelvoudig.max_lengte} tekens"
    return "tekst"
