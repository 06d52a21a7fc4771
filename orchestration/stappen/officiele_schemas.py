"""The official iJw schemas that an operator pointed at (``REGIOBEELD_IJW_XSD_MAP``)."""

from ingest.extra_schemas import GEEN_SCHEMAS, ExtraSchemas
from orchestration.bestanden import compute_map_hash
from orchestration.fouten import RegiobeeldFout
from orchestration.home import Instellingen

# A folder that is not there is not the same as no folder: reading then says what is wrong.
_GEEN_MAP = "geen map"


def open_schemas(instellingen: Instellingen) -> ExtraSchemas:
    """Return the schemas in the folder of the settings; none when no folder is named.

    Raises:
        RegiobeeldFout: the folder cannot be used.
    """
    if instellingen.ijw_xsd_map is None:
        return GEEN_SCHEMAS
    from schemas.ijw.officieel import OngeldigeSchemamap, open_officiele_schemas

    try:
        return open_officiele_schemas(instellingen.ijw_xsd_map)
    except OngeldigeSchemamap as fout:
        raise RegiobeeldFout(
            f"De map met officiële iJw-schema's is niet te gebruiken: {fout}",
            "Pak de XSD-bestanden van de release opnieuw uit in de map van REGIOBEELD_IJW_XSD_MAP, "
            "of haal die instelling weg.",
        ) from fout


def compute_schemas_kenmerk(instellingen: Instellingen) -> str:
    """Return a hash of the schemas; another one reads iJw again. Empty without the setting."""
    folder = instellingen.ijw_xsd_map
    if folder is None:
        return ""
    return compute_map_hash((folder,)) if folder.is_dir() else _GEEN_MAP
