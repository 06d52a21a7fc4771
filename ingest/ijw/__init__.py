"""The iJw reader: XML messages to flat, pseudonymised Arrow tables."""

from ingest.ijw.bestand import read_bestand

__all__ = ["read_bestand"]
