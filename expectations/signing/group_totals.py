"""Totals by group ("68 organisations and 18 individuals") against the list and against the whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from claims.extraction import Extraction
from claims.model import Interval, Signatories, Span, StatedTotal
from claims.signers.bodies import name_words
from expectations.arith import admits, admitted, certainly_less, exactly, figure, interval_of, plus, share_apart, sum_of
from expectations.declaring import say
from expectations.findings import broken, claims_at, held, unknown
from expectations.model import Finding
from expectations.signing.turning import would_object

RULE = "signatory-total"
"""The rule whose messages these are."""
BESIDE = 150
"""Within so many characters two totals are read as one statement."""


def group_totals(signatories: Signatories) -> list[StatedTotal]:
    """The stated totals of groups, one a group, in the order of the letter."""
    first: dict[tuple[str, ...], StatedTotal] = {}
    for total in signatories.totals:
        group = _group_of(signatories, total)
        if group:
            first.setdefault(name_words(group), replace(total, role="group", group=group))
    return list(first.values())


def _breakdowns(groups: list[StatedTotal]) -> list[list[StatedTotal]]:
    """The ways to add up: all groups, or only those of the text, or only those of the list's own headings.

    "13 groups and 6 individuals" in the text and "Organisations (13)", "Individuals (6)" above the names are one
    breakdown told twice.
    """
    headed = [total for total in groups if total.where == "signature"]
    told = [total for total in groups if total.where != "signature"]
    return [groups, *(part for part in (headed, told) if 2 <= len(part) < len(groups))]


def whole_totals(signatories: Signatories) -> list[StatedTotal]:
    """The stated totals of all signatories together."""
    return [total for total in signatories.totals if total.role == "total" and not _group_of(signatories, total)]


def part_beside(part: StatedTotal, whole: StatedTotal) -> bool:
    """Whether a total is a part of a larger one named beside it: "8 signatories: 5 organizations and 3 individuals"."""
    first, last = sorted((part, whole), key=lambda total: total.span)
    near = last.span.start - first.span.end < BESIDE
    return near and part.value < whole.value and name_words(part.text)[-1:] != name_words(whole.text)[-1:]


def _group_of(signatories: Signatories, total: StatedTotal) -> str | None:
    """The group a total counts: the one it names, that whose heading it shares a word with, or the part it is."""
    if total.role != "total":
        return total.group if total.role == "group" else None
    larger = [other for other in signatories.totals if other.role == "total" and other.value > total.value]
    if any(part_beside(total, other) for other in larger):
        return " ".join(name_words(total.text)[-1:])
    headings = dict.fromkeys(name.group for name in signatories.names)
    if not larger or len(headings) < 2:
        return None
    words = set(name_words(total.text))
    shared = [heading for heading in headings if heading and words & set(name_words(heading))]
    return shared[0] if len(shared) == 1 else None


def sum_of_groups(signatories: Signatories) -> StatedTotal | None:
    """The whole that two or more exact group totals make where the letter states no other; `None` without such."""
    groups = _breakdowns(group_totals(signatories))[-1]
    if len(groups) < 2 or any(total.comparator != "=" for total in groups):
        return None
    first, last = groups[0], groups[-1]
    return StatedTotal(
        value=sum(total.value for total in groups),
        comparator="=",
        span=Span(min(first.span.start, last.span.start), max(first.span.end, last.span.end)),
        text=" + ".join(total.text for total in groups),
        role="total",
        where="groups",
    )


def group_findings(extraction: Extraction, rule: str) -> list[Finding]:
    """Each group's total against the entries under its heading, and the groups together against the total."""
    groups = group_totals(extraction.signatories)
    return [*_against_headings(extraction, rule, groups), *_against_whole(extraction, rule, groups)]


def _against_headings(extraction: Extraction, rule: str, groups: list[StatedTotal]) -> list[Finding]:
    counts = Counter(name.group for name in extraction.signatories.names if name.group)
    findings = []
    for total in groups:
        headings = [heading for heading in counts if set(name_words(total.group or "")) & set(name_words(heading))]
        cut = extraction.signatories.partial and total.value > counts[headings[0]] if headings else False
        if len(headings) == 1 and not cut:
            findings.append(_one_heading(extraction, rule, total, headings[0], counts[headings[0]]))
    return findings


def _one_heading(extraction: Extraction, rule: str, total: StatedTotal, heading: str, listed: int) -> Finding:
    names = [name.span for name in extraction.signatories.names if name.group == heading]
    spans = [total.span, Span(names[0].start, names[-1].end)]
    figures = {"stated": figure(total.value), "expected": figure(listed)}
    words = {
        "stated": figure(total.value), "group": total.group or "", "listed": figure(listed), "heading": heading
    }  # fmt: skip
    claims = claims_at(extraction, [total.span])
    fits = admits(admitted(total), listed)
    if fits and not would_object(total, lambda other: not admits(admitted(other), listed)):
        return unknown(rule, say(RULE, "heading_no_check", **words), spans=spans, claims=claims, **figures)
    if fits:
        return held(
            rule,
            say(RULE, "heading_held", **words),
            spans=spans,
            claims=claims,
            **figures,
        )
    return broken(
        rule,
        "warning",
        say(RULE, "heading_off", **words),
        spans=spans,
        claims=claims,
        off=share_apart(admitted(total), exactly(listed)),
        **figures,
    )


def _parts(groups: list[StatedTotal]) -> Interval:
    return plus([admitted(total) for total in groups])


def _against_whole(extraction: Extraction, rule: str, groups: list[StatedTotal]) -> list[Finding]:
    """ "86 signatories: 68 organisations and 18 individuals": the parts must make the whole."""
    wholes = [total for total in whole_totals(extraction.signatories) if total.comparator == "="]
    if len(groups) < 2 or not wholes:
        return []
    ways = [(way, _parts(way)) for way in _breakdowns(groups)]
    fitting = (pair for pair in ways if any(admits(pair[1], total.value) for total in wholes))
    groups, parts = next(fitting, ways[0])
    whole, terms = wholes[0], sum_of(total.value for total in groups)
    spans = [whole.span, *(total.span for total in groups)]
    claims = claims_at(extraction, spans)
    figures = {"stated": figure(whole.value), "expected": terms}
    if any(admits(parts, total.value) for total in wholes):
        return [
            held(
                rule,
                say(RULE, "groups_held", stated=figure(whole.value), terms=terms.split(" = ")[0]),
                spans=spans,
                claims=claims,
                **figures,
            )
        ]
    if any(total.value in {one.value for one in groups} for total in wholes):
        return []  # "34 organisations and 5 individuals": the 34 told again are those of one group
    fewer = certainly_less(parts, interval_of(whole.value, "="))
    return [
        broken(
            rule,
            "info" if fewer else "warning",
            say(RULE, "groups_off", stated=figure(whole.value), terms=terms),
            spans=spans,
            claims=claims,
            off=share_apart(parts, exactly(whole.value)),
            **figures,
        )
    ]
