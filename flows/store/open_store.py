"""The store, opened: one engine, two kinds of transaction, the schema at its newest version.

A transaction that writes is alone: others that write wait for it, on SQLite (BEGIN IMMEDIATE, WAL) as on PostgreSQL (an
advisory lock), so that what it reads stays true until it is done. One that reads sees the last whole state and waits
for nobody.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from flows.store.migrating import HEAD, is_known, upgrade, version_of
from flows.store.store_address import address_of, reason, shown_store

WAIT = 30  # seconds that one writer waits for another, and for a server to answer
_WRITING = "crossfoot_writing"
_LOCK = 0x63726F7373  # "cross": the advisory lock of those who write


@dataclass(frozen=True, slots=True)
class Store:
    """The open database of an `--out`; `shown` names it without its secrets."""

    engine: Engine
    shown: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads. Raises CrossfootError where the database fails."""
        with _told(self.shown), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, alone: all of it is kept, or nothing. Raises CrossfootError as `reading`."""
        alone = self.engine.execution_options(**{_WRITING: True})
        with _told(self.shown), alone.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    def close(self) -> None:
        """Let go of its connections."""
        self.engine.dispose()


def open_store(out: str | Path) -> Store:
    """The store of `out`, made if there is none yet. Raises CrossfootError with what to do."""
    url, shown = address_of(Path(out)), shown_store(Path(out))
    store = Store(engine=_engine(url, shown), shown=shown)
    try:
        _at_head(store)
    except BaseException:
        store.close()
        raise
    return store


def has_store(out: str | Path) -> bool:
    """Whether there is a store of `out` to read; none is made by asking."""
    url = address_of(Path(out))
    return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()


def _at_head(store: Store) -> None:
    with store.reading() as connection:
        version = version_of(connection)
    if version == HEAD:
        return
    if not is_known(version):
        raise CrossfootError(store.shown, f"was written by a newer crossfoot (schema {version}); install that one")
    with store.writing() as connection:  # another may have done it while this one waited: then nothing is left to do
        upgrade(connection)


def _engine(url: URL, shown: str) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            return _sqlite(url, shown)
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": WAIT})
    except ModuleNotFoundError as error:
        what = f"needs the Python package {error.name}; install crossfoot[postgresql]"
        raise CrossfootError(shown, what) from None


def _sqlite(url: URL, shown: str) -> Engine:
    _owners_alone(Path(url.database or ""), shown)
    engine = create_engine(url, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _owners_alone(path: Path, shown: str) -> None:
    """The file, made if need be, readable to nobody else; SQLite gives its companions the same rights."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise CrossfootError(shown, f"cannot be written ({error.strerror}); see the rights of its folder") from None
    with suppress(PermissionError):
        path.chmod(0o600)


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where Python's driver guesses
    for pragma in (f"busy_timeout={WAIT * 1000}", "journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """The database's faults as a sentence; a row that stands already (IntegrityError) is the caller's to weigh."""
    try:
        yield
    except IntegrityError:
        raise
    except ModuleNotFoundError as error:
        raise CrossfootError(shown, f"needs the Python package {error.name}; install crossfoot[postgresql]") from None
    except SQLAlchemyError as error:
        raise CrossfootError(shown, f"the store cannot be used ({reason(error)}); {_REMEDY}") from None


_REMEDY = "see `crossfoot doctor`; a file that is damaged can be moved away, and a new one begins"
