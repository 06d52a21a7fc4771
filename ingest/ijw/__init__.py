"""The iJw reader: XML messages to flat, pseudonymised Arrow tables."""

from ingest.ijw.levering import iter_delen, read_bestand

__all__ = ["iter_delen", "read_bestand"]
