"""Where the store is, by one setting; no secret of it is shown."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from claims.errors import CrossfootError
from flows.store.open_store import open_store
from flows.store.store_address import VARIABLE, address_of, put_in_force, shown_store

SECRET = "barley-7341"


@pytest.mark.parametrize(
    "setting",
    [
        "mysql://u:SECRET@h/db",
        "redis://:SECRET@h",
        "postgresql://u:SECRET@h",  # names no database
        "postgresql:u:SECRET@h/db",
        "host=h password=SECRET dbname=x",
        "postgresql://u:SECRET@h:port/db",
        "sqlite://",
        "store.db",
    ],
)
def test_what_is_no_store_is_refused_without_its_secret(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, setting.replace("SECRET", SECRET))
    with pytest.raises(CrossfootError, match="is no address of a store") as refused:
        address_of(Path("out"))
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("setting", "driver", "shown"),
    [
        ("postgresql://u:SECRET@h/db", "postgresql+psycopg", "postgresql://u:***@h/db"),
        ("postgres://u:SECRET@h/db?sslmode=require", "postgresql+psycopg", "postgres://u:***@h/db"),
        ("postgresql+psycopg://h/db", "postgresql+psycopg", "postgresql+psycopg://h/db"),
        ("sqlite:///kept.db", "sqlite", "sqlite:///kept.db"),
        ("", "sqlite", "out/state/crossfoot.db"),
    ],
)
def test_the_setting_says_where(setting: str, driver: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, setting.replace("SECRET", SECRET))
    assert address_of(Path("out")).drivername == driver
    assert shown_store(Path("out")) == shown


def test_a_variable_may_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK", f"postgresql://u:{SECRET}@h/db")
    monkeypatch.setenv(VARIABLE, "")
    put_in_force("env:DESK")
    assert address_of(Path("out")).password == SECRET
    monkeypatch.delenv("DESK")
    with pytest.raises(CrossfootError, match="DESK is not set"):
        address_of(Path("out"))


def test_a_server_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv(VARIABLE, f"postgresql://u:{SECRET}@127.0.0.1:{port}/db")
    with pytest.raises(CrossfootError, match="the store cannot be used") as refused:
        open_store(tmp_path)
    assert SECRET not in str(refused.value)
