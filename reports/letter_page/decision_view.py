"""How a claim or a check stands with the editors, as its card shows it; and what the form of a review asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from typing import Final

from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.deciding.decisions import NOTHING_DECIDED, Decided
from reports.deciding.entries import OF_FINDINGS, VERDICTS, Entry, Subject
from reports.deciding.folding import Standing, undecided
from reports.deciding.next_steps import COMPARATORS, REASONS
from reports.deciding.orphaned import Orphan
from reports.deciding.source_form import SourceForm
from reports.deciding.things_decided import finding_subjects
from reports.deciding.together import mark_of
from reports.words.wording import Word, counted, day, pattern, word


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One row of the history: what, by whom, when; what it brought; and its note."""

    word: Word
    line: str
    details: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """How a thing stands. `now` is the decision in force, or the returned one; `history` the newest step first;
    `together` the mark of the last step where it was taken on several things at once.
    """

    kind: str
    key: str
    revision: int
    state: Word
    now: StepView | None
    history: tuple[StepView, ...]
    clears: bool
    assigned: str
    may_confirm: bool
    may_undo: bool
    together: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What the forms of a page share. `token` is of the editor's session, `name` the one last given; `open`: the key of
    the thing whose form was asked for; `adding`: the form by which a source is added, where it was asked for;
    `together`: how many things each step on several at once can still be taken back of.
    """

    action: str
    token: str
    name: str
    letter_id: str
    measures: tuple[tuple[str, str], ...] = ()
    open: str = ""
    adding: SourceForm | None = None
    together: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What editors have decided of a letter, and what of it matches nothing any more; in a review the form; the rules
    that are drafts.
    """

    decided: Decided = NOTHING_DECIDED
    orphans: tuple[Orphan, ...] = ()
    form: FormContext | None = None
    drafts: frozenset[str] = frozenset()


NOBODY_DECIDED: Final = Deciding()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may be chosen in a form."""

    claim: tuple[Word, ...]
    finding: tuple[Word, ...]
    reasons: tuple[Word, ...]
    comparators: tuple[Word, ...]


CHOICES: Final = Choices(
    claim=tuple(word("decision", key) for key in VERDICTS),
    finding=tuple(word("decision", key) for key in OF_FINDINGS),
    reasons=tuple(word("dismiss_reason", key) for key in REASONS),
    comparators=tuple(word("comparator", key) for key in COMPARATORS),
)


def decision_view(stood: Standing | None, subject: Subject | None = None) -> DecisionView | None:
    """The view of a thing; `None` where nobody has decided and nobody can (no `subject` for a form)."""
    if stood is None or not stood.history:
        if subject is None:
            return None
        stood = undecided(subject)
    return DecisionView(
        kind=stood.subject.kind,
        key=stood.subject.key,
        revision=stood.revision,
        state=word("decision_state", stood.state),
        now=step_view(stood.decided) if stood.decided else None,
        history=tuple(step_view(one) for one in reversed(stood.history)),
        clears=stood.clears,
        assigned=str(stood.assigned.payload.get("to", "")) if stood.assigned else "",
        may_confirm=stood.state == "decided" and stood.revision > 0,
        may_undo=stood.last is not None and stood.revision > 0,
        together=mark_of(stood.last),
    )


def step_view(entry: Entry) -> StepView:
    """One row as its line."""
    what, at = word("decision", entry.decision), moment(entry.at)
    key = "by" if entry.by else "by_nobody"
    return StepView(
        word=what,
        line=pattern("decided", key, what=what.label, by=entry.by, at=at),
        details=tuple(_details(entry.payload)),
        note=entry.note,
    )


def moment(at: str) -> str:
    """A time as it was kept, in words: "27 November 2026, 16:05 UTC"; what is no time is shown as it is."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    return day(when.date()) if len(at) <= len("2024-01-01") else f"{day(when.date())}, {when:%H:%M} UTC"


def _details(payload: Mapping[str, object]) -> Iterator[str]:
    right = payload.get("right")
    values = {**{name: payload.get(name) for name in ("to", "wording")}, **(right if isinstance(right, dict) else {})}
    for name, value in values.items():
        if value:
            shown = word("comparator", str(value)).label if name == "comparator" else value
            yield pattern("decided", name, **{name: shown})
    if reason := payload.get("reason"):
        yield word("dismiss_reason", str(reason)).label
    together = payload.get("together")
    if isinstance(together, dict):
        yield pattern("decided", "together", things=counted(int(together["of"]), "thing"))


def finding_views(checked: CheckedLetter, deciding: Deciding) -> dict[int, DecisionView | None]:
    """By the identity of a finding; of those that nobody decided on only where there is a form to do so."""
    if not deciding.form and not deciding.decided.findings:
        return {}
    stood = deciding.decided.findings or tuple(map(undecided, finding_subjects(checked)))
    return {
        id(finding): decision_view(one, one.subject if deciding.form else None)
        for finding, one in zip(checked.findings, stood, strict=True)
    }
