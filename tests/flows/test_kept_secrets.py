"""No password of a reference table's address is written down or shown, whatever the address looks like."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from claims.errors import CrossfootError
from flows.cli import main
from flows.run_folders.runs import Layout
from flows.state.kept_secrets import VARIABLE, parameter_of, references_of
from sources.table.formats.database_address import shown_address, without_secrets
from sources.table.where import absolute, shown

SECRET = "s3cr3tPw"
ODD = (
    "postgresql://u:PW@127.0.0.1:1/db", "postgresql://u:PW@127.0.0.1:1/db?sslmode=disable",
    "postgresql:/u:PW@127.0.0.1:1/db", "postgresql:u:PW@h/db", "postgresql//u:PW@h/db", "postgresql ://u:PW@h/db",
    "postgresql://u:PW?x@127.0.0.1:1/db", "postgresql://u:PW#x@127.0.0.1:1/db", "postgresql://u:PW/x@127.0.0.1:1/db",
    "postgresql://u:PW@x@127.0.0.1:1/db", "postgresql://u:x@PW@127.0.0.1:1/db", "postgresql://u:x:PW@127.0.0.1:1/db",
    "postgresql://:PW@127.0.0.1:1/db", "postgresql://u:PW@/db", "postgresql://u:PW@127.0.0.1:port/db",
    "postgresql://u:PW@127.0.0.1:PW/db", "postgresql://127.0.0.1:1/db?user=u&password=PW",
    "postgresql://127.0.0.1:1/db?password=PW@x", "postgresql://127.0.0.1:1/db#PW", "host=h password=PW dbname=x",
    "mysql+nodriver://u:PW@h/db?password=PW", "mssql+pyodbc://u:PW@h/db?driver=x;pwd=PW", "mssql://h;password=PW",
    "sqlite://u:PW@h/x.db", "sqlite:///no.db?password=PW", "sqlite:///x:PW@y.db", "https://u:PW@h/table.csv",
    "://u:PW@h", "u:PW@h/db", "//u:PW@h/db", " postgresql://u:PW@h/db ", "POSTGRESQL://u:PW@h/db",
    "postgresql://u:PW@[::1]:1/db", "postgresql://u:PW@[::1/db", "postgresql://u:%25PW@127.0.0.1:1/db",
    "postgresql://u:PW\n@127.0.0.1:1/db", "postgresql://u:PW\\@127.0.0.1:1/db", "jdbc:postgresql://h/db?password=PW",
    "postgresql://u:PW@127.0.0.1:99999/db", "postgresql://u:PW@127.0.0.1:-1/db", "redis://:PW@h",
)  # fmt: skip


@pytest.mark.parametrize("written", ODD)
def test_no_odd_address_prints_its_password(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    where = written.replace("PW", SECRET)
    assert main(["sources", "check", "--references", where]) in {1, 2}
    said = capsys.readouterr()
    assert SECRET not in said.out + said.err
    assert "a fault in crossfoot" not in said.err


@pytest.mark.parametrize(
    ("where", "shows"),
    [
        ("sqlite:////srv/facts/table.db", "sqlite:////srv/facts/table.db"),
        ("postgresql://db.example.org:5432/facts", "postgresql://db.example.org:5432/facts"),
        ("postgresql://editor@db.example.org/facts", "postgresql://editor@db.example.org/facts"),
        ("postgresql://editor:x@db.example.org/facts?a=b", "postgresql://editor:***@db.example.org/facts"),
    ],
)
def test_what_is_harmless_is_shown(where: str, shows: str) -> None:
    assert shown_address(where) == shows


def test_a_driver_may_repeat_a_short_secret_in_any_word() -> None:
    assert "role" not in without_secrets("no role of that name", "postgresql://u:ro@h/db")


def test_a_parameter_names_where_the_address_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    where = f"postgresql://u:{SECRET}@h/db"
    told = parameter_of(where)
    assert told == f"env:{VARIABLE}"
    assert os.environ[VARIABLE] == where
    assert references_of(told) == told
    assert absolute(told) == told
    assert shown(told) == "postgresql://u:***@h/db"


@pytest.mark.parametrize("where", [None, "tables", "sqlite:///table.db", "block:facts"])
def test_what_is_no_secret_stays_a_parameter(where: str | None) -> None:
    assert parameter_of(where) == where


def test_a_variable_that_is_not_set_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CrossfootError, match="NO_SUCH_TABLE is not set"):
        parameter_of("env:NO_SUCH_TABLE")
    assert main(["check", "--text", "40 boats.", "--references", "env:NO_SUCH_TABLE"]) == 2
    assert "NO_SUCH_TABLE is not set" in capsys.readouterr().err


def test_a_table_named_by_a_variable_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CROSSFOOT_TEST_TABLE", str(tmp_path / "none"))
    assert main(["check", "--text", "40 boats.", "--references", "env:CROSSFOOT_TEST_TABLE"]) == 2


def test_state_is_its_owners_alone(tmp_path: Path) -> None:
    layout = Layout(out=tmp_path / "out")
    layout.prepare()
    assert stat.S_IMODE(layout.state.stat().st_mode) == 0o700
