"""Reading the spreadsheet sources: XLSX, ODS or CSV to lake tables, by declaration."""

from ingest.tabellen.lezen import read_bestand

__all__ = ["read_bestand"]
