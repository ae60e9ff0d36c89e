"""What changed from one run to another: letters, their claims, their alarms, each with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from sqlalchemy import Connection

from claims.quick_records import dataclass
from flows.history.causes import Cause, causes_of, run_causes
from flows.history.letter_changes import ClaimChange, FindingChange, claim_changes, finding_changes
from flows.store.letter_states import LetterState
from flows.store.past_runs import RunFacts, letters_of, states
from flows.store.states import States

Pair = tuple[LetterState | None, LetterState | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChanges:
    """A letter that is new, gone or not what it was. Of a new or gone letter no claim is listed."""

    what: Literal["new", "changed", "gone"]
    letter_id: str
    title: str | None
    rewritten: bool
    claims: tuple[tuple[ClaimChange, tuple[Cause, ...]], ...] = ()
    findings: tuple[FindingChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChanges:
    """Two runs and what changed between them; `causes` is what changed for all letters."""

    old: RunFacts
    new: RunFacts
    causes: tuple[Cause, ...]
    letters: tuple[LetterChanges, ...]


def between_runs(connection: Connection, old: RunFacts, new: RunFacts) -> RunChanges:
    """What changed between two runs that are in the store."""
    after = letters_of(connection, new.id)
    fresh = {name: digest for name, (_, digest) in after.items()}

    def states_new(wanted: list[str]) -> dict[str, LetterState]:
        found = states(connection, [after[name][0] for name in wanted])
        return {one.letter_id: one for one in found.values()}

    return _changes(connection, old, new, fresh, states_new)


def two_states(
    connection: Connection, old: RunFacts, new: RunFacts, letter_ids: list[str]
) -> dict[str, tuple[LetterState, LetterState]]:
    """Letters as they were in two runs, those of them that both had."""
    before, after = letters_of(connection, old.id), letters_of(connection, new.id)
    both = [name for name in letter_ids if name in before and name in after]
    was = states(connection, [before[name][0] for name in both])
    now = states(connection, [after[name][0] for name in both])
    return {name: (was[before[name][0]], now[after[name][0]]) for name in both}


def since_run(connection: Connection, old: RunFacts, new: RunFacts, letters: Sequence[LetterState]) -> RunChanges:
    """What changed since a run in the store, in one that is not there yet and has these letters."""
    known = {one.letter_id: one for one in States.of(letters).known}
    fresh = {name: one.digest for name, one in known.items()}
    return _changes(connection, old, new, fresh, lambda wanted: {name: known[name].load() for name in wanted})


def letter_changes(old: LetterState | None, new: LetterState | None, runs: tuple[RunFacts, RunFacts]) -> LetterChanges:
    """What changed in one letter."""
    one = new or old
    assert one is not None
    if old is None or new is None:
        what: Literal["new", "gone"] = "new" if old is None else "gone"
        return LetterChanges(what=what, letter_id=one.letter_id, title=one.title, rewritten=True)
    changes = [change for change in claim_changes(old, new) if change.what != "same"]
    return LetterChanges(
        what="changed",
        letter_id=one.letter_id,
        title=one.title,
        rewritten=old.sha256 != new.sha256,
        claims=tuple((change, causes_of(change, (old, new), runs)) for change in changes),
        findings=tuple(finding_changes(old, new)),
    )


def _changes(
    connection: Connection,
    old: RunFacts,
    new: RunFacts,
    fresh: Mapping[str, str],
    states_new: Callable[[list[str]], Mapping[str, LetterState]],
) -> RunChanges:
    before = letters_of(connection, old.id)
    touched = [name for name in fresh if name not in before or before[name][1] != fresh[name]]
    gone = [name for name in before if name not in fresh]
    was = states(connection, [before[name][0] for name in (*touched, *gone) if name in before])
    olds, news = {one.letter_id: one for one in was.values()}, states_new(touched)
    pairs = [(olds.get(name), news.get(name)) for name in sorted({*touched, *gone})]
    return RunChanges(old=old, new=new, causes=run_causes(old, new), letters=tuple(_told(pairs, (old, new))))


def _told(pairs: list[Pair], runs: tuple[RunFacts, RunFacts]) -> Iterator[LetterChanges]:
    """The letters of which there is something to tell."""
    for old, new in pairs:
        found = letter_changes(old, new, runs)
        if found.rewritten or found.claims or found.findings:
            yield found
