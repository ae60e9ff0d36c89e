"""Two states of a letter side by side: numbers new, changed, gone; verdicts that came out otherwise; alarms. Pure.

An alarm is the same where the words at its figures and its occurrence are, else where its figures are. A claim is
the same where its quotation, value and occurrence are: that is its id. Of those that are left over, one of the old and
one of the new state belong together where the sentence is the same but for its figures, or nearly so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from rapidfuzz import fuzz

from claims.quick_records import dataclass
from flows.store.letter_states import ClaimState, FindingState, LetterState

What = Literal["new", "changed", "gone", "flipped", "same"]
_FIGURES = re.compile(r"\d[\d,.\u00a0\u202f ]*\d|\d")
_ALIKE, _NEARLY = 60, 85
"""Of a hundred: sentences that are one sentence rewritten, and that need no like noun to be held for one."""
_READ = ("value", "low", "high", "comparator", "counted", "measure", "place", "period_start", "period_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim in two states. `flipped`: the number is read as before and its verdict is another one."""

    what: What
    before: ClaimState | None
    after: ClaimState | None

    @property
    def claim(self) -> ClaimState:
        """The claim as it last was."""
        one = self.after or self.before
        assert one is not None
        return one


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """An alarm that was not there (`new`), or is no longer (`gone`)."""

    what: Literal["new", "gone"]
    finding: FindingState


def claim_changes(old: LetterState | None, new: LetterState | None) -> list[ClaimChange]:
    """Every claim of either state once, in the order of the new one; what is gone stands where it stood."""
    before = {one.claim_id: one for one in (old.claims if old else ())}
    after = {one.claim_id: one for one in (new.claims if new else ())}
    left = [one for one in before.values() if one.claim_id not in after]
    fresh = [one for one in after.values() if one.claim_id not in before]
    pairs = {newer.claim_id: older for older, newer in _pairs(left, fresh)}
    found = [_change(before.get(one.claim_id) or pairs.get(one.claim_id), one) for one in after.values()]
    gone = {one.claim_id for one in left} - {one.claim_id for one in pairs.values()}
    found += [ClaimChange(what="gone", before=before[name], after=None) for name in gone]
    return sorted(found, key=lambda change: (change.claim.position, change.what))


def finding_changes(old: LetterState | None, new: LetterState | None) -> list[FindingChange]:
    """The alarms that came and those that went."""
    before, after = _alarms(old), _alarms(new)
    left, fresh = _without(before, after, _named), _without(after, before, _named)
    # the words at its figures were changed and its figures were not: it came and went for nobody
    went, came = _without(left, fresh, _figures), _without(fresh, left, _figures)
    return [
        *(FindingChange(what="new", finding=one) for one in came),
        *(FindingChange(what="gone", finding=one) for one in went),
    ]


def judged(claim: ClaimState) -> tuple[str, str | None]:
    """How a claim stands, on the axes that ask for an editor."""
    verdict = claim.verdict
    return (verdict.against_source, verdict.timeliness) if verdict else ("unverified", None)


def _alarms(state: LetterState | None) -> list[FindingState]:
    return [one for one in (state.findings if state else ()) if one.status == "inconsistent"]


def _without(
    alarms: Sequence[FindingState], others: Sequence[FindingState], known_by: Callable[[FindingState], str]
) -> list[FindingState]:
    """The alarms that have none of the others for their own; each of those is one alarm's."""
    there = Counter(known_by(one) for one in others)
    left = []
    for one in alarms:
        if there[known_by(one)] > 0:
            there[known_by(one)] -= 1
        else:
            left.append(one)
    return left


def _named(alarm: FindingState) -> str:
    """By its words and which of them it is; one that was kept without is nobody's."""
    return alarm.key or f"{id(alarm)}"


def _figures(alarm: FindingState) -> str:
    return "\0".join((alarm.rule, alarm.stated, alarm.expected))


def _change(before: ClaimState | None, after: ClaimState) -> ClaimChange:
    if before is None:
        return ClaimChange(what="new", before=None, after=after)
    return ClaimChange(what=_what(before, after), before=before, after=after)


def _what(before: ClaimState, after: ClaimState) -> What:
    if before.quotation != after.quotation or any(getattr(before, name) != getattr(after, name) for name in _READ):
        return "changed"
    return "same" if judged(before) == judged(after) else "flipped"


def _pairs(old: Sequence[ClaimState], new: Sequence[ClaimState]) -> Iterator[tuple[ClaimState, ClaimState]]:
    """The pairs that belong together, the most alike first; each claim once."""
    scored = [(_alike(one, other), -abs(one.position - other.position), one, other) for one in old for other in new]
    taken: set[str] = set()
    for score, _, one, other in sorted(scored, key=lambda row: row[:2], reverse=True):
        if score < _ALIKE or {one.claim_id, other.claim_id} & taken:
            continue
        taken |= {one.claim_id, other.claim_id}
        yield one, other


def _alike(one: ClaimState, other: ClaimState) -> float:
    """How alike two claims are, of a hundred and some: 0 where they count different things or nothing can be told."""
    if one.kind != other.kind or not (one.sentence and other.sentence):
        return 0
    alike: float = fuzz.ratio(_masked(one.sentence), _masked(other.sentence))
    noun = one.counted == other.counted
    if alike < _ALIKE or not noun and (one.measure != other.measure or one.measure is None) and alike < _NEARLY:
        return 0
    return alike + 10 * noun


def _masked(sentence: str) -> str:
    return _FIGURES.sub("#", sentence)
