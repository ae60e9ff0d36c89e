"""Why a claim came out otherwise: the letter, the rows of the source, what was told to the run, words, software. Pure.

What can be told for certain of a figure (its own sentence, the rows behind its verdict) goes before what was changed
for all of them, and that before what was changed elsewhere, which is told only where nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Literal

from claims.quick_records import dataclass
from flows.history.letter_changes import ClaimChange
from flows.store.letter_states import ClaimState, LetterState, SourceRow
from flows.store.past_runs import RunFacts

CauseKind = Literal[
    "sentence", "table", "row_changed", "row_new", "row_gone", "table_new", "table_gone", "settings", "words",
    "software", "letter_elsewhere", "table_elsewhere", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A kind of cause; `row` the row of the table, `before` and `after` what changed in it or in the sentence.

    `before_on` and `after_on` are the as-of dates of a row.
    """

    kind: CauseKind
    row: str = ""
    before: str = ""
    before_on: str = ""
    after: str = ""
    after_on: str = ""

    def plain(self) -> dict[str, str]:
        """The cause as JSON has it, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value}


def causes_of(
    change: ClaimChange, letters: tuple[LetterState | None, LetterState | None], runs: tuple[RunFacts, RunFacts]
) -> tuple[Cause, ...]:
    """The causes of a change between two runs, the surest first; never empty."""
    own = [*_sentence(change), *_rows(change, runs)]
    of_all = list(_of_all(runs))
    elsewhere = [] if own or of_all else list(_elsewhere(letters, runs))
    return (*own, *of_all, *elsewhere) or (Cause(kind="unknown"),)


def run_causes(old: RunFacts, new: RunFacts) -> tuple[Cause, ...]:
    """What was changed for all letters between two runs."""
    both = old.table_sha256 is not None and new.table_sha256 is not None
    table = [Cause(kind="table")] if both and old.table_sha256 != new.table_sha256 else []
    return (*table, *_of_all((old, new)))


def _sentence(change: ClaimChange) -> Iterator[Cause]:
    before, after = _words(change.before), _words(change.after)
    if before != after:
        yield Cause(kind="sentence", before=before, after=after)


def _words(claim: ClaimState | None) -> str:
    return claim.sentence or claim.quotation if claim else ""


def _rows(change: ClaimChange, runs: tuple[RunFacts, RunFacts]) -> Iterator[Cause]:
    """Rows behind the verdict that are not what they were; without a change of the table none is to blame.

    Those that decide, or decided, where there are any: the others only stand beside them.
    """
    tables = {one.table_sha256 for one in runs}
    if len(tables) == 1 or None in tables or change.before is None or change.after is None:
        return
    before, after = _source(change.before), _source(change.after)
    moved = [(before.get(name), after.get(name)) for name in sorted({*before, *after})]
    moved = [(old, new) for old, new in moved if old != new]
    deciding = [(old, new) for old, new in moved if any(one is not None and one.decides for one in (old, new))]
    yield from (_row(old, new) for old, new in deciding or moved)


def _row(old: SourceRow | None, new: SourceRow | None) -> Cause:
    kind: CauseKind = "row_changed" if old and new else "row_new" if new else "row_gone"
    return Cause(
        kind=kind,
        row=new.id if new else old.id if old else "",
        before=old.value if old else "",
        before_on=old.as_of if old else "",
        after=new.value if new else "",
        after_on=new.as_of if new else "",
    )


def _source(claim: ClaimState) -> dict[str, SourceRow]:
    return {row.id: row for row in (claim.verdict.source if claim.verdict else ())}


def _of_all(runs: tuple[RunFacts, RunFacts]) -> Iterator[Cause]:
    old, new = runs
    if (old.table_sha256 is None) != (new.table_sha256 is None):
        yield Cause(kind="table_new" if new.table_sha256 else "table_gone")
    if old.settings != new.settings:
        yield Cause(kind="settings")
    if old.words != new.words:
        yield Cause(kind="words")
    if old.software != new.software:
        changed = old.version != new.version
        yield Cause(kind="software", before=old.version if changed else "", after=new.version if changed else "")


def _elsewhere(
    letters: tuple[LetterState | None, LetterState | None], runs: tuple[RunFacts, RunFacts]
) -> Iterator[Cause]:
    old, new = letters
    if old is not None and new is not None and old.sha256 != new.sha256:
        yield Cause(kind="letter_elsewhere")
    if runs[0].table_sha256 != runs[1].table_sha256:
        yield Cause(kind="table_elsewhere")
