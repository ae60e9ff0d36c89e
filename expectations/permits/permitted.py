"""The one gate behind all rules: an alarm stands where the subjects of its figures permit it.

Words and learned weights propose relations, the rules reckon; whether the figures were meant of each other is asked
here, of all of them alike. What is not permitted is not checkable, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.extraction import Extraction
from claims.model import Claim
from claims.relations.kinds import Same
from claims.relations.wordings.figure_subjects import is_of_those
from expectations.declaring import SHARED, say
from expectations.model import Finding
from expectations.permits.alarm import Alarm, relation_of
from expectations.permits.permitted_lengths import why_no_length
from expectations.permits.permitted_repeats import may_be_known_again, why_no_repeat
from expectations.permits.permitted_sizes import why_no_size
from expectations.permits.permitted_sums import why_no_sum
from expectations.rules import change, duration, nested_window, parts_whole, percentage, rate, repeated_figure

_ARITHMETIC = frozenset(rule.ID for rule in (parts_whole, percentage, change, rate))
_ASKED = _ARITHMETIC | {repeated_figure.ID}
_WHY: tuple[Callable[[Alarm], str | None], ...] = (why_no_sum, why_no_size, why_no_repeat)


def permitted(extraction: Extraction, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a letter, its alarms not checkable where their figures are likely not of each other.

    A misprinted figure fits nothing: where each figure of an alarm takes part in a relation that agrees, the pairing is
    likelier wrong than the letter ("Among boys it fell from 90 to 54, two fifths; among girls from 180 to 162, a tenth"
    says nothing of 54 and 180). Needs the letter's language in force.
    """
    holding = {
        claim for one in findings if one.status == "consistent" and one.rule in _ARITHMETIC for claim in one.claim_ids
    }
    sums = [one.claim_ids for one in findings if one.status == "consistent" and one.rule == parts_whole.ID]
    return [_open(one, why) if (why := _why_not(extraction, one, holding, sums)) else one for one in findings]


def _why_not(
    extraction: Extraction, finding: Finding, holding: set[str], sums: Sequence[tuple[str, ...]]
) -> str | None:
    if finding.status == "consistent" and finding.rule == repeated_figure.ID:
        return _why_no_tick(extraction, finding)
    if finding.status != "inconsistent" or finding.severity == "info":
        return None
    if finding.rule == duration.ID:
        return why_no_length(extraction, finding)
    if finding.rule == nested_window.ID:
        larger = max(_claims(extraction, finding), key=lambda one: one.quantity.value, default=None)
        told = extraction.subjects.of(larger) if larger is not None else None
        return "other_things" if told is not None and is_of_those(told) else None  # "12 of those thirty-nine"
    if finding.rule not in _ASKED:
        return None
    if len(finding.claim_ids) > 1 and holding.issuperset(finding.claim_ids):
        return "all_fit_elsewhere"
    relation = relation_of(extraction, finding)
    if relation is None:
        return None
    alarm = Alarm(extraction, finding, relation, extraction.subjects, holding, sums)
    return next((why for ask in _WHY if (why := ask(alarm))), None)


def _claims(extraction: Extraction, finding: Finding) -> list[Claim]:
    return [one for one in extraction.claims if one.claim_id in finding.claim_ids]


def _why_no_tick(extraction: Extraction, finding: Finding) -> str | None:
    """A figure told again is no check where a misprint of it would be permitted to raise no alarm."""
    relation = relation_of(extraction, finding)
    if not isinstance(relation, Same):
        return None
    again = extraction.subjects.of_all(relation.claims)
    return None if may_be_known_again(again) else "cannot_fail"


def _open(finding: Finding, why: str) -> Finding:
    message = say(SHARED, why, stated=finding.stated, expected=finding.expected)
    return replace(finding, status="not_checkable", severity="info", message=message, off=None)
