"""Rule `parts-whole`: the parts of a whole add up to it, and none is larger."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claims.extraction import Extraction
from claims.model import Claim, Field
from expectations.arith import certainly_less, figure, meets, plus, share_apart, sum_of
from expectations.clauses.grouping import between, by_sentence, one_kind, phrases
from expectations.declaring import declared
from expectations.findings import broken, held, unknown
from expectations.model import Finding

ID = "parts-whole"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Closed enumerations against their whole; parts said to be inside a whole against its size."""
    findings: list[Finding] = []
    for claims in by_sentence(extraction):
        enumerated = _enumeration(extraction, claims)
        if enumerated is not None:
            findings.append(_added(*enumerated))
        findings += _inside(extraction, claims)
    return findings or [unknown(ID, "The letter breaks no figure down into parts.")]


def _enumeration(extraction: Extraction, claims: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """A whole and the parts of a closed enumeration right behind it, or `None`."""
    for at, whole in enumerate(claims[:-2]):
        if _opens(between(extraction, whole, claims[at + 1])):
            parts = _run_on(extraction, claims[at + 1 :])
            if len(parts) > 1 and one_kind(whole, parts) and _closed(extraction, whole, parts):
                return whole, parts
    return None


def _opens(words: str) -> bool:
    """Whether a colon, a bracket or "comprising" stands last between a whole and its first part."""
    match = phrases("sums", "opening").search(words)
    return match is not None and not words[match.end() :].strip() and "," not in words


def _run_on(extraction: Extraction, claims: Sequence[Claim]) -> list[Claim]:
    """The first figures that only commas and "and" keep apart."""
    parts = [claims[0]]
    for before, after in pairwise(claims):
        words = phrases("sums", "joining").sub(" ", between(extraction, before, after))
        if words.strip(" ,;"):
            break
        parts.append(after)
    return parts


def _closed(extraction: Extraction, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether nothing says that the list goes on, and it ends with its last part or with that part's own words."""
    text = extraction.letter.text
    tail = text[parts[-1].span.end : parts[-1].sentence_span.end]
    stretch = text[whole.sentence_span.start : parts[-1].span.start] + " " + tail
    return not phrases("sums", "open_end").search(stretch)


def _added(whole: Claim, parts: Sequence[Claim]) -> Finding:
    total = plus(part.quantity.interval for part in parts)
    values = [part.quantity.value for part in parts]
    stated, expected = figure(whole.quantity.value), sum_of(values)
    spans = [whole.span, *(part.span for part in parts)]
    if meets(total, whole.quantity.interval):
        return held(
            ID,
            f"{stated} = {' + '.join(map(figure, values))}",
            stated=stated,
            expected=expected,
            spans=spans,
            claims=[whole, *parts],
        )
    added = sum(values, Decimal(0))
    if not whole.quantity.value / 2 <= added <= whole.quantity.value * 2:
        message = f"{expected}: not read as the parts of {stated}."
        return unknown(ID, message, stated=stated, expected=expected, spans=spans, claims=[whole, *parts])
    off = added - whole.quantity.value
    message = f"{stated} stated, but its parts make {expected}: {figure(abs(off))} {'more' if off > 0 else 'fewer'}."
    apart = share_apart(total, whole.quantity.interval)
    figures = {"stated": stated, "expected": expected}
    return broken(ID, "warning", message, spans=spans, claims=[whole, *parts], off=apart, **figures)


def _inside(extraction: Extraction, claims: Sequence[Claim]) -> list[Finding]:
    """ "1,204 people, including 40 children": the part must not be larger than the whole."""
    findings = []
    for whole, part in pairwise(claims):
        match = phrases("sums", "part_of").search(between(extraction, whole, part))
        if match and len(between(extraction, whole, part)) - match.end() < 25 and one_kind(whole, [part]):
            findings.append(_contained(whole, part))
    return findings


def _contained(whole: Claim, part: Claim) -> Finding:
    stated, expected = figure(part.quantity.value), f"at most {figure(whole.quantity.value)}"
    spans, claims = [whole.span, part.span], [whole, part]
    if certainly_less(whole.quantity.interval, part.quantity.interval):
        return broken(
            ID,
            "warning",
            f"{stated} said to be among {figure(whole.quantity.value)}: the part is larger than the whole.",
            stated=stated,
            expected=expected,
            spans=spans,
            claims=claims,
            off=share_apart(whole.quantity.interval, part.quantity.interval),
        )
    return held(
        ID,
        f"{stated} of {figure(whole.quantity.value)}: the part fits its whole.",
        stated=stated,
        expected=expected,
        spans=spans,
        claims=claims,
    )


RULE = declared(ID, run)
