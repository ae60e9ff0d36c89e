"""Rule `cross-letter`: the letters of one run against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from claims.extraction import Extraction
from claims.model import Claim, Field, Interval, Span
from claims.model.intervals import meets
from claims.signers.bodies import name_words
from expectations.arith import certainly_less, figure, share_apart, share_between
from expectations.clauses.across import Clash, clashes
from expectations.clauses.across_fits import fitted_clashes
from expectations.clauses.dated_claims import Dated, dated_claims
from expectations.declaring import day_written, declared, say
from expectations.misprints import misread
from expectations.model import Finding, Severity, Status

ID = "cross-letter"
TOLL_DAYS = 21
"""For so long after an event its toll may still grow from letter to letter."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Nothing: one letter has no other to be held against."""
    return []


def run_across(extractions: Sequence[Extraction], field: Field) -> list[Finding]:
    """Copies of one letter with different totals, cumulative figures that fall, one event with two values."""
    found = [*_copies(extractions), *_falling(extractions, field), *_events(extractions)]
    told = {frozenset(one.claim_ids) for one in found}
    more = [_clash(one) for one in clashes(extractions)]
    known = told | {frozenset(one.claim_ids) for one in more}
    fitted = (_apart_in((one, other)) for one, other in fitted_clashes(extractions))
    new = [one for one in fitted if frozenset(one.claim_ids) not in known]
    return [*found, *(one for one in more if frozenset(one.claim_ids) not in told), *new]


def _clash(clash: Clash) -> Finding:
    """One thing in two letters, of any field: two numbers for it, or fewer later since one day."""
    return _apart_in([(one.letter, one.claim) for one in (clash.one, clash.other)], falls=clash.falls)


def _apart_in(pair: Sequence[tuple[Extraction, Claim]], *, falls: bool = False) -> Finding:
    (_, one), (_, other) = pair
    values = [_named(letter, claim) for letter, claim in pair]
    message = say(ID, "falls" if falls else "clash", one=values[0], other=values[1])
    off = share_apart(one.quantity.interval, other.quantity.interval)
    places = [(letter, claim.span) for letter, claim in pair]
    return _finding("inconsistent", "warning", message, places, values, [one, other], off)


def _named(letter: Extraction, claim: Claim) -> str:
    return f"“{' '.join(claim.text.split())}” ({letter.letter.letter_id})"


def _finding(
    status: Status,
    severity: Severity,
    message: str,
    pair: Sequence[tuple[Extraction, Span]],
    values: Sequence[str],
    claims: Iterable[Claim] = (),
    off: Decimal | None = None,
) -> Finding:
    return Finding(
        rule=ID,
        status=status,
        severity=severity,
        message=message,
        stated=values[-1],
        expected=values[0],
        claim_ids=tuple(claim.claim_id for claim in claims),
        spans=tuple(span for _, span in pair),
        letter_ids=tuple(extraction.letter.letter_id for extraction, _ in pair),
        off=off,
    )


def _copies(extractions: Sequence[Extraction]) -> list[Finding]:
    """Letters of one title and one date: a copy with another total is another text, or a slip."""
    groups: dict[tuple[object, ...], list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        title = name_words(extraction.letter.title or "")
        if len(title) >= 4 and extraction.letter.written_on:
            groups[(title, extraction.letter.written_on)].append(extraction)
    pairs = (pair for group in groups.values() for pair in combinations(group[:50], 2))
    return [finding for one, other in pairs if (finding := _totals(one, other))]


def _exact_total(extraction: Extraction) -> tuple[int, Span] | None:
    exact = [total for total in extraction.signatories.totals if total.role == "total" and total.comparator == "="]
    return (exact[-1].value, exact[-1].span) if exact else None


def _totals(one: Extraction, other: Extraction) -> Finding | None:
    ours, theirs = _exact_total(one), _exact_total(other)
    if ours is None or theirs is None:
        return None
    pair, values = [(one, ours[1]), (other, theirs[1])], [figure(ours[0]), figure(theirs[0])]
    names = {"one": one.letter.letter_id, "other": other.letter.letter_id}
    if ours[0] == theirs[0]:
        return _finding("consistent", "info", say(ID, "copies_held", **names, total=values[0]), pair, values)
    message = say(ID, "copies_off", **names, ours=values[0], theirs=values[1])
    return _finding("inconsistent", "warning", message, pair, values, off=share_between(ours[0], theirs[0]))


def _falling(extractions: Sequence[Extraction], field: Field) -> list[Finding]:
    """A figure that can only grow, smaller in a later letter; stocks may fall and are left alone."""
    growing = {measure.measure_id for measure in field.measures if measure.kind == "cumulative"}
    groups: dict[tuple[object, ...], list[Dated]] = defaultdict(list)
    for one in dated_claims(extractions, lambda claim: claim.measure in growing and _whole(claim)):
        start = one.claim.period.start if one.claim.period else None
        if start is not None:
            groups[(one.claim.measure, one.claim.place, start, one.claim.quantity.unit)].append(one)
    return [finding for group in groups.values() for finding in _along(group)]


def _whole(claim: Claim) -> bool:
    return claim.event is None and not claim.quantity.additive and claim.quantity.direction is None


def _along(group: Sequence[Dated]) -> list[Finding]:
    """Each figure against the largest before it."""
    findings: list[Finding] = []
    largest = group[0]
    for one in group[1:]:
        if one.as_of > largest.as_of and one.letter is not largest.letter and _one_counter(largest.claim, one.claim):
            findings.append(_later(largest, one))
        if _floor(one.claim.quantity.interval) > _floor(largest.claim.quantity.interval):
            largest = one
    return findings


def _floor(interval: Interval) -> float:
    return float("-inf") if interval.low is None else float(interval.low)


def _one_counter(one: Claim, other: Claim) -> bool:
    ours, theirs = ({c.producer for c in claim.citations if c.producer} for claim in (one, other))
    return not ours or not theirs or bool(ours & theirs)


def _later(before: Dated, after: Dated) -> Finding:
    pair = [(before.letter, before.claim.span), (after.letter, after.claim.span)]
    values = [_said(before), _said(after)]
    claims = [before.claim, after.claim]
    if certainly_less(after.claim.quantity.interval, before.claim.quantity.interval):
        message = say(ID, "falls", one=values[0], other=values[1])
        return _finding("inconsistent", "warning", message, pair, values, claims, _apart(before, after))
    seen = any(certainly_less(one.quantity.interval, before.claim.quantity.interval) for one in misread(after.claim))
    status: Status = "consistent" if seen else "not_checkable"
    key = "grows" if seen else "no_check"
    return _finding(status, "info", say(ID, key, before=values[0], after=values[1]), pair, values, claims)


def _apart(one: Dated, other: Dated) -> Decimal:
    return share_apart(one.claim.quantity.interval, other.claim.quantity.interval)


def _said(one: Dated) -> str:
    text, letter = " ".join(one.claim.text.split()), one.letter.letter.letter_id
    return say(ID, "said", text=text, letter=letter, day=day_written(one.as_of))


def _events(extractions: Sequence[Extraction]) -> list[Finding]:
    """One event and one measure with two values that cannot both be; a toll may grow in the first weeks."""
    groups: dict[tuple[object, ...], list[Dated]] = defaultdict(list)
    for one in dated_claims(extractions, lambda claim: claim.event is not None and claim.measure is not None):
        groups[(one.claim.event, one.claim.measure, one.claim.quantity.unit)].append(one)
    findings = []
    for group in groups.values():
        distinct = list({(one.claim.quantity.value, one.claim.quantity.comparator): one for one in group}.values())[:20]
        findings += [_two(a, b) for a, b in combinations(distinct, 2) if a.letter is not b.letter and not _meet(a, b)]
    return findings


def _meet(one: Dated, other: Dated) -> bool:
    return meets(one.claim.quantity.interval, other.claim.quantity.interval)


def _two(one: Dated, other: Dated) -> Finding:
    pair = [(one.letter, one.claim.span), (other.letter, other.claim.span)]
    values = [_said(one), _said(other)]
    grown = certainly_less(one.claim.quantity.interval, other.claim.quantity.interval)
    early = (other.as_of - one.as_of).days <= TOLL_DAYS and grown and other.as_of > one.as_of
    message = say(ID, "two_values", one=values[0], other=values[1])
    severity: Severity = "info" if early else "warning"
    claims = [one.claim, other.claim]
    return _finding("inconsistent", severity, message, pair, values, claims, _apart(one, other))


RULE = declared(ID, run, run_across)
