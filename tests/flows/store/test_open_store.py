"""The store is made, brought to its schema, shared between writers and refused with what to do."""

from __future__ import annotations

import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from claims.errors import CrossfootError
from flows.store.decision_table import DECISIONS
from flows.store.migrating import HEAD, upgrade, version_of
from flows.store.open_store import Store, has_store, open_store
from flows.store.run_tables import RUNS
from flows.store.schema_base import METADATA
from flows.store.store_address import VARIABLE

Again = Callable[[], Store]


def decision(**changed: Any) -> dict[str, Any]:
    row = {"at": "2030-01-02T03:04:05+00:00", "by": "ada", "letter_id": "a", "kind": "claim", "key": "a-1"}
    row |= {"quotations": ["40 boats"], "value": "40", "occurrence": 1, "decision": "accept", "note": "", "payload": {}}
    return row | {"supersedes": None, "revision": 1} | changed


def count(store: Store, table: Any) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_the_schema_is_that_of_the_tables(store: Store) -> None:
    """What the scripts made is what the modules declare, column by column."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "crossfoot_schema"})
        assert compare_metadata(context, METADATA) == []
        assert version_of(connection) == HEAD


def test_head_is_the_last_script() -> None:
    from flows.store.migrating import _scripts

    assert _scripts().get_current_head() == HEAD


def test_an_older_store_is_brought_up_and_keeps_its_rows(out: Path, reopened: Again) -> None:
    from flows.store import open_store as module

    first = module.Store(engine=module._engine(module.address_of(out), ""), shown="")
    with first.writing() as connection:
        upgrade(connection, "0001")
    with first.writing() as connection:
        connection.execute(
            text("INSERT INTO letters (letter_id, digest, sha256, path, items) VALUES ('a','d','s','p',0)")
        )
    first.close()
    store = reopened()
    with store.reading() as connection:
        assert connection.execute(text("SELECT letter_id FROM letters")).scalars().all() == ["a"]
        assert version_of(connection) == HEAD


def test_a_store_of_a_newer_crossfoot_is_refused(out: Path, store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE crossfoot_schema SET version_num = '9999'"))
    with pytest.raises(CrossfootError, match="newer crossfoot"):
        open_store(out)


def test_many_open_at_once_and_one_makes_it(out: Path) -> None:
    faults: list[BaseException] = []

    def begin() -> None:
        try:
            open_store(out).close()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=begin) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert faults == []


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def half() -> None:
        with store.writing() as connection:
            connection.execute(insert(DECISIONS), decision())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert count(store, DECISIONS) == 0


def test_two_who_decide_on_one_state_do_not_both_win(store: Store, reopened: Again) -> None:
    with store.writing() as connection:
        connection.execute(insert(DECISIONS), decision())
    other = reopened()

    def second() -> None:
        with other.writing() as connection:
            connection.execute(insert(DECISIONS), decision(by="bea"))

    with pytest.raises(IntegrityError):
        second()
    with other.writing() as connection:
        connection.execute(insert(DECISIONS), decision(by="bea", revision=2, supersedes=1))
    assert count(store, DECISIONS) == 2


def test_what_a_writer_reads_stays_true_until_it_is_done(store: Store, reopened: Again) -> None:
    """Twenty writers read the highest revision and add the next; none meets another's."""

    def add(own: Store) -> None:
        for _ in range(5):
            with own.writing() as connection:
                highest = connection.execute(select(func.max(DECISIONS.c.revision))).scalar() or 0
                connection.execute(insert(DECISIONS), decision(revision=highest + 1))

    threads = [threading.Thread(target=add, args=(reopened(),)) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with store.reading() as connection:
        assert connection.execute(select(func.max(DECISIONS.c.revision))).scalar() == 20


def test_a_reader_waits_for_no_writer(store: Store, reopened: Again) -> None:
    other = reopened()
    with store.writing() as connection:
        connection.execute(insert(DECISIONS), decision())
        assert count(other, DECISIONS) == 0
    assert count(other, DECISIONS) == 1


def test_a_row_without_its_run_is_refused(store: Store) -> None:
    def orphan() -> None:
        with store.writing() as connection:
            connection.execute(text("INSERT INTO timings (run_id, step, seconds) VALUES ('none', 'gate', 1.0)"))

    with pytest.raises(IntegrityError):
        orphan()
    assert count(store, RUNS) == 0


def test_the_file_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert not has_store(tmp_path)
    store = open_store(tmp_path)
    with store.writing() as connection:
        connection.execute(insert(DECISIONS), decision())
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "state").iterdir()}
    assert set(modes.values()) == {0o600}
    assert "crossfoot.db-wal" in modes
    assert has_store(tmp_path)
    store.close()


def test_a_file_that_is_no_store_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "crossfoot.db").write_bytes(b"no database " * 400)
    with pytest.raises(CrossfootError, match=r"crossfoot\.db.*not a database"):
        open_store(tmp_path)
