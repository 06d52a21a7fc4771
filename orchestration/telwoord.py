"""Numbers in a Dutch sentence: one is singular."""


def tel(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Return a count with its noun, and the verb that goes with it: ``1 bestand wacht``."""
    getal = f"{aantal:,}".replace(",", ".")
    return f"{getal} {enkelvoud if aantal == 1 else meervoud}"
