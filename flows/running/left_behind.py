"""Runs that were published and never remembered: killed between the folder's place and the store, or while no store
could be used. What the store would have taken lies beside until it has it, and the next run enters it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from expectations.model import Finding
from flows.laid.framed_values import framed, load_frames, store_frames
from flows.run_folders.runs import Layout, run_record, whole_runs
from flows.store.letter_states import LetterState
from flows.store.states import Known, States

FOLDER = "to-remember"
Say = Callable[[str], None]
Changed = tuple[Sequence[LetterState], Sequence[Finding]]


def lay_beside(layout: Layout, run_id: str, what: Changed | str) -> None:
    """Before a run takes its place: its letters and what was found between them, or the run that it is the same as.

    Where there is no room for it the run goes on without.
    """
    told, letters = (what, ()) if isinstance(what, str) else (tuple(what[1]), what[0])
    with suppress(OSError):
        known = States.of(letters).known
        names = [(one.letter_id, one.digest) for one in known]
        states = (one.data() if one.data is not None else framed(one.load()) for one in known)
        store_frames(_path(layout, run_id), chain([framed((told, names))], states))


def is_remembered_now(layout: Layout, run_id: str) -> None:
    """The store has the run."""
    _path(layout, run_id).unlink(missing_ok=True)


def left_behind(layout: Layout) -> list[str]:
    """The whole runs that the store is still to be told of, the oldest first."""
    names = sorted(path.name for path in (layout.state / FOLDER).glob("[0-9]*"))
    return [name for name in names if name in set(whole_runs(layout))] if names else []


def enter_left_behind(layout: Layout, say: Say) -> None:
    """Put the runs that were left behind into the store. Runs that never took their place, or were retired since, are
    forgotten. Raises nothing for the store's sake: what cannot be entered now is left for the next run.
    """
    left = left_behind(layout)
    for path in (layout.state / FOLDER).glob("*"):
        if path.name not in left:
            path.unlink(missing_ok=True)
    for name in left:
        try:
            _enter(layout, name)
        except Exception as error:
            say(f"the run {name} is published, and not yet in the store: {error}")


def _enter(layout: Layout, run_id: str) -> None:
    from flows.store.keep_run import keep_again, keep_run, knows
    from flows.store.open_store import open_store

    found, record = load_frames(_path(layout, run_id)), run_record(layout, run_id)
    (what, names), (_, *places) = found if found is not None else ((None, ()), (None,))
    store = open_store(layout.out)
    try:
        if knows(store, run_id):
            pass  # killed right after the store had it
        elif isinstance(what, str):
            keep_again(store, record, what)
        elif isinstance(what, tuple):
            known = [
                Known(letter_id, digest, place.load, place.data)
                for (letter_id, digest), place in zip(names, places, strict=True)
            ]
            keep_run(store, record, States(known), what)
    finally:
        store.close()
    is_remembered_now(layout, run_id)


def _path(layout: Layout, run_id: str) -> Path:
    return layout.state / FOLDER / run_id
