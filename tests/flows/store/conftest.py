"""The store on each of its databases: every test that asks for `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from flows.store.open_store import Store, open_store
from flows.store.store_address import VARIABLE

_NUMBER = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An `--out` whose store is on one of the databases, empty."""
    monkeypatch.delenv(VARIABLE, raising=False)
    if request.param == "postgresql":
        monkeypatch.setenv(VARIABLE, new_database(request.getfixturevalue("postgresql_server")))
    return tmp_path / "out"


def new_database(server: str) -> str:
    """A further database on the server, by its address as a user would write it."""
    import psycopg

    name = f"store_{next(_NUMBER)}"
    plain = server.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
    return plain.rpartition("/")[0] + f"/{name}"


@pytest.fixture
def reopened(out: Path) -> Iterator[Callable[[], Store]]:
    """Opens the store of `out` again, as another process would."""
    opened: list[Store] = []

    def again() -> Store:
        opened.append(open_store(out))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture
def store(reopened: Callable[[], Store]) -> Store:
    return reopened()
