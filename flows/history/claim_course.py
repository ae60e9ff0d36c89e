"""How a figure and its verdict went over the runs: the states of a letter in order, a claim followed through them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from claims.quick_records import dataclass
from flows.history.causes import Cause, causes_of
from flows.history.letter_changes import ClaimChange, claim_changes
from flows.store.letter_states import ClaimState, LetterState
from flows.store.past_runs import RunFacts, letter_numbers, runs, states


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Runs one after the other in which a letter was in one state; `None`: it was not among the letters."""

    runs: tuple[RunFacts, ...]
    letter: LetterState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Runs one after the other in which a claim was read and judged alike; `causes`: why it came to that."""

    runs: tuple[RunFacts, ...]
    claim: ClaimState | None
    change: ClaimChange | None = None
    causes: tuple[Cause, ...] = ()


def letter_course(connection: Connection, letter_id: str) -> list[Stretch]:
    """A letter over all runs since the first that had it, the oldest first."""
    numbers = letter_numbers(connection, letter_id)
    whole = states(connection, set(numbers.values()))
    known = runs(connection)
    first = next((at for at, run in enumerate(known) if run.id in numbers), len(known))
    found: list[Stretch] = []
    for run in known[first:]:
        letter = whole.get(numbers.get(run.id, -1))
        if found and found[-1].letter == letter:
            found[-1] = Stretch(runs=(*found[-1].runs, run), letter=letter)
        else:
            found.append(Stretch(runs=(run,), letter=letter))
    return found


def claim_courses(course: Sequence[Stretch]) -> list[list[Step]]:
    """Every claim of a letter through its states, each as its steps; in the order of the newest state, then older."""
    open_: dict[str, list[Step]] = {}
    done: list[list[Step]] = []
    before: Stretch | None = None
    for stretch in course:
        following: dict[str, list[Step]] = {}
        for change in claim_changes(before.letter if before else None, stretch.letter):
            steps = open_.pop(change.before.claim_id, []) if change.before else []
            _take(steps, change, before, stretch)
            if change.after is None:
                done.append(steps)
            else:
                following[change.after.claim_id] = steps
        open_, before = following, stretch
    return [*open_.values(), *reversed(done)]


def _take(steps: list[Step], change: ClaimChange, before: Stretch | None, now: Stretch) -> None:
    """The next step of a claim; what is read and judged as before goes on with the step before."""
    if steps and change.what == "same":
        steps[-1] = Step(runs=(*steps[-1].runs, *now.runs), claim=change.after, change=steps[-1].change,
                         causes=steps[-1].causes)  # fmt: skip
        return
    causes: tuple[Cause, ...] = ()
    if before is not None and before.letter is not None and now.letter is not None:
        causes = causes_of(change, (before.letter, now.letter), (before.runs[-1], now.runs[0]))
    steps.append(Step(runs=now.runs, claim=change.after, change=change, causes=causes))


def claim_named(courses: Sequence[list[Step]], name: str) -> list[list[Step]]:
    """The courses of a claim by the id that it has in any of its states, or by its words."""
    by_id = [steps for steps in courses if any(step.claim and step.claim.claim_id == name for step in steps)]
    wanted = " ".join(name.split()).casefold()
    return by_id or [
        steps for steps in courses if any(step.claim and wanted in step.claim.quotation.casefold() for step in steps)
    ]
