"""Text in a spreadsheet: nothing that comes from outside may run as a formula."""

_BEGIN = ("=", "+", "-", "@", "\t", "\r")


def escape_formule(tekst: str) -> str:
    """Return the text with an apostrophe in front when a spreadsheet would run it."""
    return f"'{tekst}" if tekst.startswith(_BEGIN) else tekst
