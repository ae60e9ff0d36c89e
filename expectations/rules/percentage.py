"""Rule `percentage`: A of B is C per cent; can C per cent come from B things; shares that should make 100."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from claims.extraction import Extraction
from claims.model import Claim, Field
from expectations.arith import figure, share_between, sum_of
from expectations.clauses.grouping import between, by_sentence, phrases
from expectations.declaring import declared
from expectations.findings import broken, held, unknown
from expectations.model import Finding

ID = "percentage"
LARGEST_BASE = 200
"""From larger bases nearly every whole percentage can come."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every percentage whose part and whole, or whose whole alone, stand in its sentence."""
    findings: list[Finding] = []
    for claims in by_sentence(extraction):
        shares = [claim for claim in claims if claim.kind == "percentage" and claim.quantity.unit == "percent"]
        for share in shares:
            pair = _part_and_whole(extraction, claims, share)
            if pair is not None:
                findings.append(_recomputed(share, *pair))
            elif (base := _base(extraction, claims, share)) is not None:
                findings.append(_possible(share, base))
        findings += _hundred(extraction, claims)
    return findings or [unknown(ID, "No percentage stands beside the figures it could be recomputed from.")]


def _step(share: Claim) -> Decimal:
    """One unit of the last printed digit: 1 for "65 per cent", 0.1 for "65.0"."""
    number = re.search(r"\d+(?:[.,](\d+))?", share.quantity.as_written)
    return Decimal(1).scaleb(-len(number[1])) if number and number[1] else Decimal(1)


def _is_count(claim: Claim) -> bool:
    whole = claim.quantity.value == claim.quantity.value.to_integral_value()
    return claim.kind == "statistic" and claim.quantity.comparator == "=" and whole and claim.quantity.value > 0


def _part_and_whole(extraction: Extraction, claims: Sequence[Claim], share: Claim) -> tuple[Claim, Claim] | None:
    """ "312 of the 480 wells (65 per cent)" or "Of the 480 wells, 312 wells (65 per cent)"."""
    at = claims.index(share)
    if at < 2 or share.quantity.comparator not in ("=", "~"):
        return None
    first, second = claims[at - 2], claims[at - 1]
    if not (_is_count(first) and _is_count(second)) or not _beside(between(extraction, second, share)):
        return None
    if _of(between(extraction, first, second)):
        return (first, second) if first.quantity.value <= second.quantity.value else None
    head = extraction.letter.text[first.sentence_span.start : first.span.start]
    starts = re.search(r"\b(?:of)\s+(?:[^\W\d_]+\s+){0,2}\Z", head, re.IGNORECASE)
    one_thing = second.quantity.unit in (first.quantity.unit, None)
    inside = starts is not None or _among(between(extraction, first, second))
    return (second, first) if inside and one_thing and second.quantity.value <= first.quantity.value else None


def _among(words: str) -> bool:
    """ "480 wells were dug, of which 312 (65 per cent)": the second number is said to be among the first."""
    matches = list(phrases("sums", "part_of").finditer(words))
    return bool(matches) and not words[matches[-1].end() :].strip()


def _of(words: str) -> bool:
    rest = phrases("sums", "whole_words").sub(" ", phrases("sums", "of").sub(" ", words, count=1))
    return bool(phrases("sums", "of").match(words)) and not rest.strip()


def _beside(words: str) -> bool:
    """Whether a part and its share are one statement: "(", ", or", "are" and no more than a word between."""
    rest = phrases("sums", "share").sub(" ", words)
    return bool(phrases("sums", "share").search(words)) and len(rest.split()) <= 1


def _recomputed(share: Claim, part: Claim, whole: Claim) -> Finding:
    real = part.quantity.value / whole.quantity.value * 100
    slack = _step(share) if share.quantity.comparator == "=" else max(_step(share), real / 10)
    stated = f"{figure(share.quantity.value)}%"
    expected = (
        f"{figure(part.quantity.value)} / {figure(whole.quantity.value)} = {figure(real.quantize(_step(share) / 10))}%"
    )
    spans, claims = [part.span, whole.span, share.span], [part, whole, share]
    if abs(real - share.quantity.value) < slack:
        return held(ID, f"{stated} fits {expected}", stated=stated, expected=expected, spans=spans, claims=claims)
    message, off = f"{stated} stated, but {expected}.", share_between(real, share.quantity.value)
    return broken(ID, "warning", message, stated=stated, expected=expected, spans=spans, claims=claims, off=off)


def _base(extraction: Extraction, claims: Sequence[Claim], share: Claim) -> Claim | None:
    """The number of things in "43 per cent of the 15 schools"."""
    at = claims.index(share)
    if at + 1 >= len(claims) or share.quantity.comparator != "=":
        return None
    base = claims[at + 1]
    return base if _is_count(base) and base.quantity.unit and _of(between(extraction, share, base)) else None


def _possible(share: Claim, base: Claim) -> Finding:
    """GRIM: whether some whole number of the base gives the percentage, rounded or cut, at its printed digits."""
    exact = share.quantity.value * base.quantity.value / 100
    near = [exact.to_integral_value(rounding) for rounding in (ROUND_FLOOR, ROUND_CEILING)]
    shares = [number / base.quantity.value * 100 for number in near]
    stated = f"{figure(share.quantity.value)}% of {figure(base.quantity.value)}"
    listed = " or ".join(
        f"{figure(n)} ({figure(s.quantize(Decimal('0.1')))}%)" for n, s in zip(near, shares, strict=True)
    )
    spans, claims = [share.span, base.span], [share, base]
    if base.quantity.value > LARGEST_BASE or any(abs(s - share.quantity.value) < _step(share) for s in shares):
        return held(ID, f"{stated} is possible: {listed}", stated=stated, expected=listed, spans=spans, claims=claims)
    return broken(
        ID,
        "info",
        f"{stated} is no whole number: {listed}.",
        stated=stated,
        expected=listed,
        spans=spans,
        claims=claims,
    )


def _hundred(extraction: Extraction, claims: Sequence[Claim]) -> list[Finding]:
    """Three shares or more in one closed enumeration that nearly make 100 and do not."""
    shares = [claim for claim in claims if claim.kind == "percentage" and claim.quantity.unit == "percent"]
    sentence = claims[0].sentence
    if len(shares) < 3 or len(shares) != len(claims) or phrases("sums", "open_end", "many_answers").search(sentence):
        return []
    if any(share.quantity.comparator != "=" or share.quantity.direction for share in shares):
        return []
    gaps = [between(extraction, a, b) for a, b in pairwise(shares)]
    total = sum((share.quantity.value for share in shares), Decimal(0))
    slack = sum((_step(share) for share in shares), Decimal(0)) / 2
    if any(len(gap.split()) > 8 for gap in gaps) or not 90 <= total <= 110:
        return []
    words = sum_of(share.quantity.value for share in shares)
    spans = [share.span for share in shares]
    if abs(total - 100) <= slack:
        return [held(ID, f"The shares make 100: {words}", stated=words, expected="100", spans=spans, claims=shares)]
    return [
        broken(
            ID,
            "info",
            f"The shares make {figure(total)}, not 100: {words}.",
            stated=words,
            expected="100",
            spans=spans,
            claims=shares,
            off=share_between(total, 100),
        )
    ]


RULE = declared(ID, run)
