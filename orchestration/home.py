"""The home folder of one region: settings, and where everything in it stands."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from orchestration.fouten import RegiobeeldFout

WORTEL = Path(__file__).resolve().parent.parent
DBT_PROJECT_MAP = WORTEL / "dbt_project"


class Instellingen(BaseSettings):
    """What the environment may decide, each as ``REGIOBEELD_<NAAM>``.

    A key is 64 hexadecimal characters (32 bytes). It may be given itself, or as the path
    of a secret file that holds it; otherwise it stands in ``sleutels/`` of the home.
    """

    model_config = SettingsConfigDict(env_prefix="REGIOBEELD_", env_ignore_empty=True)

    home: Path = Path("data")
    onderdrukking_drempel: int = Field(default=10, ge=2)
    archief_sleutel: SecretStr | None = None
    archief_sleutel_bestand: Path | None = None
    pseudoniem_sleutel: SecretStr | None = None
    pseudoniem_sleutel_bestand: Path | None = None
    ijw_xsd_map: Path | None = None


def read_instellingen() -> Instellingen:
    """Return the settings of the environment.

    Raises:
        RegiobeeldFout: an environment variable holds something impossible.
    """
    try:
        return Instellingen()
    except ValidationError as fout:
        namen = ", ".join(f"REGIOBEELD_{str(deel['loc'][0]).upper()}" for deel in fout.errors())
        raise RegiobeeldFout(
            f"De omgevingsvariabele {namen} heeft een waarde die niet kan.",
            "Zie docs/beheer.md voor wat er mag staan.",
        ) from None  # the value may be a key


@dataclass(frozen=True)
class Home:
    """The folder of one region. Every path in it is said here and nowhere else."""

    map: Path
    instellingen: Instellingen

    @classmethod
    def open(cls, map: Path | None = None) -> "Home":
        """Return the home at ``map``, or else the one that the environment names."""
        instellingen = read_instellingen()
        return cls((map or instellingen.home).expanduser().resolve(), instellingen)

    @property
    def inbox(self) -> Path:
        """What arrives: ``inbox/<bron>/[<JJJJ-MM>/]bestand``."""
        return self.map / "inbox"

    @property
    def archief(self) -> Path:
        """The encrypted originals."""
        return self.map / "archief"

    @property
    def lake(self) -> Path:
        """Pseudonymised Parquet: ``lake/<bron>/<tabel>/<JJJJ-MM>.parquet``."""
        return self.map / "lake"

    @property
    def quarantaine(self) -> Path:
        """What was refused and why: ``quarantaine/<bron>/<JJJJ-MM>.csv``."""
        return self.map / "quarantaine"

    @property
    def terugkoppeling(self) -> Path:
        """What goes back to aanbieders: ``terugkoppeling/<aanbieder_agb>/<JJJJ-MM>/``."""
        return self.map / "terugkoppeling"

    @property
    def sleutels(self) -> Path:
        """The keys, readable by their owner only."""
        return self.map / "sleutels"

    @property
    def warehouse(self) -> Path:
        """The warehouse as the last good build left it."""
        return self.map / "warehouse.duckdb"

    @property
    def warehouse_bouw(self) -> Path:
        """The warehouse while dbt builds it; the same file name, because views hold it."""
        return self.map / ".bouw" / "warehouse.duckdb"

    @property
    def warehouse_stand(self) -> Path:
        """What the warehouse was built from."""
        return self.map / "warehouse.json"

    @property
    def dbt(self) -> Path:
        """What dbt writes for itself: manifest, compiled SQL, log."""
        return self.map / "dbt"

    @property
    def publicatie(self) -> Path:
        """The numbered releases."""
        return self.map / "publicatie"

    @property
    def actueel(self) -> Path:
        """The link to the release that readers should use."""
        return self.publicatie / "actueel"

    @property
    def rapporten(self) -> Path:
        """The reports: ``rapporten/<kwartaal>/<gebied>.html``."""
        return self.map / "rapporten"

    @property
    def standen(self) -> Path:
        """What was known on earlier days: ``standen/<JJJJ-MM-DD>/``, and what is compared."""
        return self.map / "standen"

    def open_stand(self, naam: str) -> "Standmap":
        """Return the folder of a stand, which has a warehouse of its own and the same lake."""
        return Standmap(self.standen / naam, self.instellingen, self)

    @property
    def dagster(self) -> Path:
        """The Dagster instance: runs, events, schedules."""
        return self.map / "dagster"

    @property
    def slot(self) -> Path:
        """The file that a writer locks."""
        return self.map / ".slot"

    @property
    def dev_slot(self) -> Path:
        """The file that the Dagster UI locks as long as it runs."""
        return self.map / ".dev.slot"

    def make_mappen(self) -> None:
        """Make the folders that people and steps expect, the inbox per bron included."""
        from schemas.lake import BRONNEN

        try:
            self.map.mkdir(parents=True, exist_ok=True)
            for bron in BRONNEN:
                (self.inbox / bron).mkdir(parents=True, exist_ok=True)
            for onderdeel in (self.archief, self.lake, self.quarantaine, self.publicatie):
                onderdeel.mkdir(exist_ok=True)
        except OSError as fout:
            raise RegiobeeldFout(
                f"De home {self.map} kan niet worden gemaakt ({fout.strerror}).",
                "Kies met --home of REGIOBEELD_HOME een map waarin u mag schrijven.",
            ) from fout


@dataclass(frozen=True)
class Standmap(Home):
    """A folder in ``standen/``: a warehouse as known on a day, from the lake of a home."""

    basis: Home

    @property
    def lake(self) -> Path:
        """The lake of the home itself: what was known is a choice of messages, not a copy."""
        return self.basis.lake

    @property
    def slot(self) -> Path:
        """The file that a writer of the home locks."""
        return self.basis.slot
