"""What changed, as plain values: the document of `crossfoot diff --format json`, and `since` of `run.json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from flows.history.causes import Cause
from flows.history.letter_changes import ClaimChange, FindingChange
from flows.history.run_changes import LetterChanges, RunChanges
from flows.store.letter_states import ClaimState
from flows.store.past_runs import RunFacts

DIFF = "crossfoot-diff/1"
Plain = dict[str, Any]
_KINDS = {"new": "figure_new", "changed": "figure_changed", "gone": "figure_gone", "flipped": "verdict_flipped"}


def diff_of(changes: RunChanges) -> Plain:
    """The whole of what changed between two runs."""
    return {
        "schema": DIFF,
        "old": run_of(changes.old),
        "new": run_of(changes.new),
        "causes": [one.plain() for one in changes.causes],
        "totals": totals(changes.letters),
        "letters": [letter_of(one) for one in changes.letters],
    }


def since_of(changes: RunChanges, most: int) -> Plain:
    """What changed since the last run, for the front page: at most `most` letters with what changed in them."""
    letters = sorted(changes.letters, key=lambda one: (_weight(one), one.letter_id))
    changed = [one for one in letters if one.what == "changed"]
    return {
        "run": run_of(changes.old),
        "causes": [one.plain() for one in changes.causes],
        "totals": totals(changes.letters),
        "letters": [letter_of(one) for one in changed[:most]],
        "more": len(changed[most:]),
        **{name: [_named(one) for one in letters if one.what == name][:most] for name in ("new", "gone")},
    }


def run_of(run: RunFacts) -> Plain:
    return {"run_id": run.id, "started_at": run.started_at, "version": run.version}


def totals(letters: Sequence[LetterChanges]) -> dict[str, int]:
    """How many changes of each kind there are."""
    return dict(sorted(Counter(kind for one in letters for kind in _kinds(one)).items()))


def letter_of(letter: LetterChanges) -> Plain:
    """A letter's changes."""
    return {
        **_named(letter),
        "what": letter.what,
        "rewritten": letter.rewritten,
        "claims": [_change(change, causes) for change, causes in letter.claims],
        "findings": [_finding(one) for one in letter.findings],
    }


def claim_of(claim: ClaimState | None) -> Plain | None:
    """A claim as it was read and judged."""
    if claim is None:
        return None
    verdict = claim.verdict
    return {
        "claim_id": claim.claim_id,
        "quotation": claim.quotation,
        "value": claim.value,
        "comparator": claim.comparator,
        "measure": claim.measure,
        "place": claim.place,
        "period": "/".join((claim.period_start or "", claim.period_end or "")).strip("/"),
        "sentence": claim.sentence,
        "against_source": verdict.against_source if verdict else "unverified",
        "timeliness": verdict.timeliness if verdict else None,
        "cautions": list(verdict.cautions) if verdict else [],
        "arithmetic": verdict.arithmetic if verdict else "",
        "source": [row.id for row in verdict.source] if verdict else [],
    }


def _change(change: ClaimChange, causes: Sequence[Cause]) -> Plain:
    return {
        "what": change.what,
        "before": claim_of(change.before),
        "after": claim_of(change.after),
        "causes": [one.plain() for one in causes],
    }


def _finding(change: FindingChange) -> Plain:
    one = change.finding
    return {"what": change.what, "rule": one.rule, "stated": one.stated, "expected": one.expected}


def _named(letter: LetterChanges) -> Plain:
    return {"letter_id": letter.letter_id, "title": letter.title}


def _kinds(letter: LetterChanges) -> Iterator[str]:
    yield f"letter_{letter.what}"
    yield from (_KINDS[change.what] for change, _ in letter.claims)
    yield from (f"alarm_{one.what}" for one in letter.findings)


def _weight(letter: LetterChanges) -> tuple[int, int]:
    """What came out otherwise without a change of the letter goes first: nobody expects it."""
    flips = sum(change.what == "flipped" for change, _ in letter.claims) + len(letter.findings)
    return (int(letter.rewritten), -flips)
