"""A run and the store: what the last run came to, looked up before the pages; the finished run, put in after them.

No report is lost for the store's sake: what is wrong with it is a line, and the run goes on without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import CrossfootError
from expectations.model import Finding
from flows.run_folders.runs import Layout, whole_runs
from flows.running.left_behind import is_remembered_now
from flows.state.kept_tables import forget_tables, keep_table
from flows.store.letter_states import LetterState
from reports.deciding.decisions import NONE, Decisions
from sources.model import ReferenceTable

if TYPE_CHECKING:
    from flows.store.open_store import Store

Say = Callable[[str], None]
SHOWN = 12
"""Letters whose changes the front page shows."""
REMEMBERED = 365
"""Runs that the store remembers unless told otherwise: a year of nights."""


def is_remembered(layout: Layout, run_id: str) -> bool:
    """Whether the store knows a run; where there is no usable store, nothing more need be known."""
    from flows.store.keep_run import knows

    try:
        with _store(layout) as store:
            return knows(store, run_id)
    except CrossfootError:
        return True


def since_last(
    layout: Layout, record: Mapping[str, Any], table: ReferenceTable | None, letters: Sequence[LetterState]
) -> dict[str, Any] | None:
    """What changed since the last run that the store remembers; `None` where there is none, or no usable store."""
    from flows.history.plain_changes import since_of
    from flows.history.run_changes import since_run
    from flows.store.past_runs import facts_of, last_run
    from flows.store.verdict_course import verdict_course

    # whatever the store meets here, it is told when the run is put into it, and costs the page this part alone
    with suppress(Exception), _store(layout) as store, store.reading() as connection:
        last = last_run(connection)
        if last is None:
            return None
        named = {**record, "version": version("crossfoot")}
        now = facts_of(named, (table.where, table.sha256) if table else None)
        told = since_of(since_run(connection, last, now, letters), SHOWN)
        return {**told, "course": verdict_course(connection)}
    return None


def nothing_since(before: Mapping[str, Any]) -> dict[str, Any]:
    """As `since_last`, of a run in which nothing had changed since that of the record `before`."""
    run = {"run_id": before["run_id"], "started_at": before["started_at"], "version": before["versions"]["crossfoot"]}
    course = (before.get("since") or {}).get("course", [])
    return {"run": run, "causes": [], "totals": {}, "letters": [], "more": 0, "new": [], "gone": [], "course": course}


def keep_reference_table(layout: Layout, folder: Path, references: str | None, table: ReferenceTable, say: Say) -> None:
    """Keep the table with the run, so that it can be made again; a run is not lost for want of it."""
    try:
        keep_table(layout.state, folder, references, table)
        forget_tables(layout.state)
    except (CrossfootError, OSError) as error:
        say(f"the reference table could not be kept with the run, which `reproduce` would need: {error}")


def remember(
    layout: Layout,
    record: Mapping[str, Any],
    letters: Sequence[LetterState],
    across: Sequence[Finding],
    remembered: int,
    say: Say,
) -> None:
    """Put a finished run into the store, and let it forget what the retention says."""
    from flows.history.runs_listed import write_runs_pages
    from flows.store.keep_run import forget, keep_run

    with _without_loss(say), _store(layout) as store:
        keep_run(store, record, letters, across)
        is_remembered_now(layout, record["run_id"])
        forget(store, whole_runs(layout), remembered)
        write_runs_pages(layout, store)


def remember_again(layout: Layout, record: Mapping[str, Any], before: str, remembered: int, say: Say) -> None:
    """Put a run in which nothing had changed since the run `before` into the store."""
    from flows.history.runs_listed import write_runs_pages
    from flows.store.keep_run import forget, keep_again

    with _without_loss(say), _store(layout) as store:
        keep_again(store, record, before)
        is_remembered_now(layout, record["run_id"])
        forget(store, whole_runs(layout), remembered)
        write_runs_pages(layout, store)


def run_decisions(layout: Layout, say: Say) -> tuple[Decisions, int]:
    """What editors have decided, and the version of it, by which `reproduce` finds it again.

    A store that cannot be read costs the run its decisions and is told.
    """
    from flows.review.decision_shelf import DecisionShelf, decisions_of
    from flows.store.open_store import has_store

    try:
        if not has_store(layout.out):
            return decisions_of(str(layout.out)), 0
        with _store(layout) as store:
            version = DecisionShelf(store).version()
        return decisions_of(str(layout.out), version), version
    except CrossfootError as error:
        say(f"{error}: the pages are made without what editors decided")
        return NONE, 0


@contextmanager
def _store(layout: Layout) -> Iterator[Store]:
    from flows.store.open_store import open_store

    store = open_store(layout.out)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _without_loss(say: Say) -> Iterator[None]:
    try:
        yield
    except CrossfootError as error:
        say(f"the run is published, and not in the store: {error}")
    except Exception as error:
        say(f"the run is published, and not in the store: a fault in crossfoot ({type(error).__name__}: {error})")
