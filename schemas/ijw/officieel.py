"""The official schemas from a folder, as the operator unpacked them.

Which message a file is for follows from its target namespace, never from its name. Nothing is
read outside the folder and nothing is fetched.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import local
from urllib.parse import unquote, urlsplit

from lxml import etree

from schemas.ijw.patroon import escape_patroon
from schemas.ijw.standaard import BASISSCHEMA, list_releases, read_standaard

_XS = "{http://www.w3.org/2001/XMLSchema}"
_NAMESPACE = re.compile(
    r"http://www\.istandaarden\.nl/ijw/(?P<release>\d+_\d+)/(?P<schema>\w+)/schema"
)
_SAMENGESTELD = ("include", "redefine", "override")
_GROOTSTE_BYTES = 10_000_000

Sleutel = tuple[str, str]


class OngeldigeSchemamap(ValueError):
    """The folder cannot be used; the text says in Dutch which file is wrong and why."""


class OfficieleSchemas(Mapping[Sleutel, etree.XMLSchema]):
    """The schemas of a folder by release and message, such as ``("3_2", "jw301")``.

    Each thread gets a compiled schema of its own, because a schema keeps the errors of its last
    validation.
    """

    def __init__(self, teksten: Mapping[Sleutel, bytes]) -> None:
        """Keep the text of every schema, the basisschema of each release included."""
        self._teksten = dict(teksten)
        self._per_thread = local()

    def __getitem__(self, sleutel: Sleutel) -> etree.XMLSchema:
        """Return the compiled schema of a message of a release."""
        if sleutel not in self._teksten or sleutel[1] == BASISSCHEMA:
            raise KeyError(sleutel)
        gebouwd: dict[Sleutel, etree.XMLSchema] = self._per_thread.__dict__.setdefault("alle", {})
        if sleutel not in gebouwd:
            parser = _maak_parser()
            parser.resolvers.add(_Resolver(self._teksten))
            gebouwd[sleutel] = etree.XMLSchema(etree.fromstring(self._teksten[sleutel], parser))
        return gebouwd[sleutel]

    def __iter__(self) -> Iterator[Sleutel]:
        """Iterate over release and message."""
        return (sleutel for sleutel in self._teksten if sleutel[1] != BASISSCHEMA)

    def __len__(self) -> int:
        """Return the number of messages."""
        return sum(1 for _ in self)


class _Resolver(etree.Resolver):
    """Gives the schemas of the folder to import statements, and nothing else."""

    def __init__(self, teksten: Mapping[Sleutel, bytes]) -> None:
        self._teksten = {_plaats(sleutel): tekst for sleutel, tekst in teksten.items()}

    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # type: ignore[override]
        return self.resolve_string(self._teksten.get(system_url, b""), context)  # type: ignore[call-arg]


def open_officiele_schemas(folder: Path) -> OfficieleSchemas:
    """Return the official schemas of every release in a folder, sub folders included.

    Raises:
        OngeldigeSchemamap: a file is missing, double, unreadable, or refers outside the folder.
    """
    if not folder.is_dir():
        raise OngeldigeSchemamap(f"{folder} is geen map.")
    schemas = _read_schemas(folder)
    if not schemas:
        raise OngeldigeSchemamap(
            f"In {folder} staat geen enkel XSD-bestand van iJw. Pak de schema's van iStandaarden"
            " in deze map uit."
        )
    _check_volledig(folder, schemas)
    for naam, schema in schemas.values():
        _rewrite_verwijzingen(folder, naam, schema, schemas)
    officieel = OfficieleSchemas(
        {sleutel: etree.tostring(schema) for sleutel, (_, schema) in schemas.items()}
    )
    for sleutel in officieel:
        try:
            officieel[sleutel]
        except etree.XMLSchemaParseError as error:
            naam, _ = schemas[sleutel]
            raise OngeldigeSchemamap(
                f"{naam} is geen bruikbaar schema, of het basisschema past er niet bij: {error}"
            ) from error
    return officieel


def _read_schemas(folder: Path) -> dict[Sleutel, tuple[Path, etree._Element]]:
    gevonden: dict[Sleutel, tuple[Path, etree._Element]] = {}
    paths = (path for path in folder.rglob("*") if path.suffix.lower() == ".xsd" and path.is_file())
    for path in sorted(paths):
        naam = path.relative_to(folder)
        if not path.resolve().is_relative_to(folder.resolve()):
            raise OngeldigeSchemamap(f"{naam} verwijst naar een bestand buiten de map.")
        schema = _read_schema(path, naam)
        match = _NAMESPACE.fullmatch(schema.get("targetNamespace", ""))
        if match is None:
            continue
        sleutel = match["release"], match["schema"]
        eerder, zelfde = gevonden.setdefault(sleutel, (naam, schema))
        if etree.tostring(zelfde, method="c14n") != etree.tostring(schema, method="c14n"):
            raise OngeldigeSchemamap(
                f"{eerder} en {naam} zijn twee verschillende schema's voor"
                f" {_beschrijf(sleutel)}. Laat één van beide staan."
            )
    return gevonden


def _read_schema(path: Path, naam: Path) -> etree._Element:
    try:
        if path.stat().st_size > _GROOTSTE_BYTES:
            raise OngeldigeSchemamap(f"{naam} is te groot voor een schema.")
        schema = etree.fromstring(path.read_bytes(), _maak_parser())
    except (OSError, etree.XMLSyntaxError) as error:
        raise OngeldigeSchemamap(f"{naam} is niet te lezen als XML.") from error
    if schema.getroottree().docinfo.internalDTD is not None:
        raise OngeldigeSchemamap(f"{naam} heeft een DOCTYPE. Dat is niet toegestaan.")
    if schema.tag != f"{_XS}schema":
        raise OngeldigeSchemamap(f"{naam} is geen XML-schema.")
    return schema


def _check_volledig(folder: Path, schemas: Mapping[Sleutel, object]) -> None:
    for release in sorted({release for release, _ in schemas}):
        nodig = [BASISSCHEMA]
        if release in list_releases():
            nodig += read_standaard(release).berichten
        ontbreekt = [schema for schema in nodig if (release, schema) not in schemas]
        if ontbreekt:
            raise OngeldigeSchemamap(
                f"In {folder} ontbreekt van iJw {release.replace('_', '.')}:"
                f" {', '.join(ontbreekt)}."
            )


def _rewrite_verwijzingen(
    folder: Path,
    naam: Path,
    schema: etree._Element,
    schemas: Mapping[Sleutel, tuple[Path, etree._Element]],
) -> None:
    for node in schema.iter(f"{_XS}import", *(f"{_XS}{soort}" for soort in _SAMENGESTELD)):
        locatie = node.get("schemaLocation", "")
        if not _is_binnen(folder, folder / naam, locatie):
            raise OngeldigeSchemamap(f"{naam} verwijst naar {locatie}, buiten de map.")
        match = _NAMESPACE.fullmatch(node.get("namespace", ""))
        sleutel = (match["release"], match["schema"]) if match else ("", "")
        if node.tag != f"{_XS}import" or sleutel not in schemas:
            raise OngeldigeSchemamap(
                f"{naam} verwijst naar {locatie or node.get('namespace')}; alleen een import van"
                " een schema van iJw uit dezelfde map is toegestaan."
            )
        node.set("schemaLocation", _plaats(sleutel))
    for patroon in schema.iter(f"{_XS}pattern"):
        patroon.set("value", escape_patroon(patroon.get("value", "")))


def _is_binnen(folder: Path, path: Path, locatie: str) -> bool:
    delen = urlsplit(locatie)
    if delen.scheme or delen.netloc:
        return False
    doel = (path.parent / unquote(delen.path).replace("\\", "/")).resolve()
    return doel.is_relative_to(folder.resolve())


def _maak_parser() -> etree.XMLParser:
    return etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)


def _plaats(sleutel: Sleutel) -> str:
    return f"officieel-{'-'.join(sleutel)}.xsd"


def _beschrijf(sleutel: Sleutel) -> str:
    release, schema = sleutel
    return f"{schema} van iJw {release.replace('_', '.')}"
