"""The rows about one thing → how it stands: open, assigned, decided, confirmed, returned; or ended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claims.quick_records import dataclass
from reports.deciding.entries import CLEARING, VERDICTS, Entry, Place, Subject

State = Literal["open", "assigned", "decided", "confirmed", "returned", "ended"]
_STATE_AFTER: dict[str, State] = {
    "assign": "assigned",
    "confirm": "confirmed",
    "return": "returned",
    "let_go": "ended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a thing stands. `decided` is the decision in force or returned; `assigned` and `second` are the steps that
    say whose it is and who looked again. `history` is everything that was ever said of it, undone steps too.
    """

    subject: Subject
    state: State
    history: tuple[Entry, ...]
    decided: Entry | None = None
    assigned: Entry | None = None
    second: Entry | None = None
    last: Entry | None = None

    @property
    def revision(self) -> int:
        return self.history[-1].revision if self.history else 0

    @property
    def holds(self) -> bool:
        """Whether a decision is in force."""
        return self.decided is not None and self.state in ("decided", "confirmed")

    @property
    def clears(self) -> bool:
        """Whether the thing asks for nothing any more. A right reading is compared again and speaks for itself."""
        decided = self.decided
        return decided is not None and self.holds and decided.decision in CLEARING and not decided.payload.get("right")


def undecided(subject: Subject) -> Standing:
    """Of which nobody has said anything."""
    return Standing(subject=subject, state="open", history=())


def standings(entries: Iterable[Entry]) -> dict[Place, Standing]:
    """How everything stands that was ever decided on."""
    by_place: dict[Place, list[Entry]] = {}
    for entry in entries:
        by_place.setdefault(entry.subject.place, []).append(entry)
    return {place: standing(rows) for place, rows in by_place.items()}


def standing(rows: Iterable[Entry]) -> Standing:
    """How one thing stands, of at least one row."""
    history = tuple(sorted(rows, key=lambda row: row.revision))
    steps = _in_force(history)
    decided_at = max((at for at, row in enumerate(steps) if row.decision in VERDICTS), default=-1)
    after = [row for row in steps[decided_at + 1 :] if row.decision in ("confirm", "return")] if decided_at >= 0 else []
    assigned = [row for row in steps if row.decision == "assign"]
    return Standing(
        subject=history[-1].subject,
        state=_STATE_AFTER.get(_telling(steps).decision, "decided") if steps else "open",
        history=history,
        decided=steps[decided_at] if decided_at >= 0 else None,
        assigned=assigned[-1] if assigned else None,
        second=after[-1] if after else None,
        last=steps[-1] if steps else None,
    )


def _telling(steps: list[Entry]) -> Entry:
    """The step that says the state; handing a decided thing to somebody else leaves it decided."""
    others = [row for row in steps if row.decision != "assign"]
    return others[-1] if others else steps[-1]


def _in_force(history: tuple[Entry, ...]) -> list[Entry]:
    """The steps that were not taken back."""
    steps: list[Entry] = []
    for row in history:
        if row.decision != "undo":
            steps.append(row)
        elif steps:
            steps.pop()
    return steps
