"""Errors that a user can do something about; the CLI prints them without a traceback."""


class RegiobeeldFout(Exception):
    """Something that the operator can mend, said in Dutch: what, where, and what to do.

    Neither text may hold a value from a delivered file.
    """

    def __init__(self, wat: str, wat_te_doen: str = "") -> None:
        """Keep both sentences apart, so that the CLI can show them apart."""
        super().__init__(f"{wat} {wat_te_doen}".strip())
        self.wat = wat
        self.wat_te_doen = wat_te_doen
