"""Where Dagster keeps runs and events: its own SQLite files, opened once instead of per event.

Dagster makes a new engine for every connection, so that SQLAlchemy compiles every statement anew,
and closes the last connection after every event, so that SQLite writes its log back into the file
each time. A run tells more than two thousand events: it took a third of the time of a run.
Everything else, and who may write when, stays as Dagster has it.
"""

import os
import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dagster._core.events.log import EventLogEntry
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from sqlalchemy import Connection, Engine, NullPool, create_engine, event

# The index of all runs and the few runs that a process writes or shows at the same time.
_HOOGSTE_AANTAL_OPEN = 4


class Gebeurtenissen(SqliteEventLogStorage):
    """Dagster's event log with the engines of the shards in use kept."""

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        """Open the log in ``base_dir``, as Dagster does."""
        self._open: OrderedDict[str, tuple[Engine, sqlite3.Connection]] = OrderedDict()
        super().__init__(base_dir, inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock, self._find_engine(shard).begin() as connection:
            yield connection

    def store_event(self, event: EventLogEntry) -> None:
        """Store one event, and let the UI see it at once."""
        super().store_event(event)
        # Who watches a run waits for a change of this file; SQLite changes the log beside it.
        os.utime(self.path_for_shard(event.run_id))

    def _find_engine(self, shard: str) -> Engine:
        if shard in self._open and shard in self._initialized_dbs:
            self._open.move_to_end(shard)
            return self._open[shard][0]
        engine = _make_engine(self.conn_string_for_shard(shard))
        if shard not in self._initialized_dbs:
            self._initdb(engine)
            self._initialized_dbs.add(shard)
        self._close(shard)
        self._open[shard] = engine, _hold_open(self.path_for_shard(shard))
        if len(self._open) > _HOOGSTE_AANTAL_OPEN:
            self._close(next(iter(self._open)))
        return engine

    def _close(self, shard: str) -> None:
        if shard in self._open:
            _, houder = self._open.pop(shard)
            houder.close()

    def dispose(self) -> None:
        """Close the files, which writes SQLite's own log back into them."""
        with self._db_lock:
            for shard in list(self._open):
                self._close(shard)
        super().dispose()


class Opslag(DagsterSqliteStorage):
    """Dagster's SQLite storage with ``Gebeurtenissen`` for its events; see ``dagster.yaml``."""

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        """Open the three storages under ``base_dir``, where Dagster's own would stand."""
        super().__init__(base_dir, inst_data)
        log = self._event_log_storage
        self._event_log_storage = Gebeurtenissen(log._base_dir)
        log.dispose()

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "Opslag":
        """Return the storage that ``dagster.yaml`` asks for."""
        return cls.from_local(inst_data=inst_data, **config_value)


def _make_engine(adres: str) -> Engine:
    engine = create_engine(
        adres, poolclass=NullPool, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS}
    )
    event.listen(engine, "connect", _spare_disk)
    return engine


def _spare_disk(connection: sqlite3.Connection, _: Any) -> None:
    # A crash of the process loses nothing; a crash of the machine at most the last events.
    connection.execute("pragma synchronous = normal")


def _hold_open(pad: str) -> sqlite3.Connection:
    """Return an idle connection, which keeps SQLite from closing its log after every event."""
    connection = sqlite3.connect(pad, check_same_thread=False)
    connection.execute("select 1 from sqlite_master limit 1").fetchall()
    return connection
