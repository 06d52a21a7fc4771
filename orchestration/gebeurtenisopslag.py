"""Dagster's event log in SQLite, without opening it anew for every event.

Dagster makes an engine and a connection each time it touches its log. So every one of the
hundreds of events of a run compiles its statements again, and closing the last connection
makes SQLite fold in its write-ahead log. Keeping both open is all that differs here; the files
are the same, and either class can read them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy
from dagster import _check as check
from dagster._core.storage.event_log.sqlite.sqlite_event_log import (
    INDEX_SHARD_NAME,
    SqliteEventLogStorage,
)
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS

_HOOGSTENS = 16


class Gebeurtenisopslag(SqliteEventLogStorage):
    """The event log of a home; ``dagster.yaml`` names this class."""

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "Gebeurtenisopslag":
        """Return the storage that ``dagster.yaml`` describes."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[sqlalchemy.Connection]:
        """Give a connection in a transaction, as the parent does, on an engine that is kept."""
        with self._db_lock:
            engine = self._get_engine(check.str_param(shard, "shard"))
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.connect() as verbinding, verbinding.begin():
                yield verbinding

    def has_table(self, table_name: str) -> bool:
        """Return whether the index has a table."""
        with self._db_lock, self._get_engine(INDEX_SHARD_NAME).connect() as verbinding:
            return sqlalchemy.inspect(verbinding).has_table(table_name)

    def dispose(self) -> None:
        """Close everything that was kept open."""
        super().dispose()
        for engine in self.__dict__.pop("_engines", {}).values():
            engine.dispose()

    def _get_engine(self, shard: str) -> sqlalchemy.Engine:
        engines: dict[str, sqlalchemy.Engine] = self.__dict__.setdefault("_engines", {})
        if shard not in engines:
            if len(engines) >= _HOOGSTENS:  # a run that is over is not touched again
                engines.pop(next(iter(engines))).dispose()
            engines[shard] = sqlalchemy.create_engine(
                self.conn_string_for_shard(shard),
                pool_size=1,
                connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS},
            )
            sqlalchemy.event.listen(engines[shard], "connect", _relax_flush)
        return engines[shard]


def _relax_flush(verbinding: Any, _: Any) -> None:
    """Leave flushing to the checkpoint: the log cannot tear, a power cut may cost its tail."""
    verbinding.execute("pragma synchronous = normal")
