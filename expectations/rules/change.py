"""Rule `change`: "from 40 to 60, an increase of 50 per cent", "doubled from 40 to 80"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import Claim, Field, Span
from expectations.arith import figure, share_between
from expectations.clauses.grouping import phrases
from expectations.clauses.stretches import sentence_around
from expectations.declaring import declared
from expectations.findings import broken, claims_at, held, unknown
from expectations.model import Finding

ID = "change"
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SIGN = r"(?:[A-Z]{0,3}[$€£¥₹]\s?)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A figure that goes from one value to another in one sentence."""

    span: Span
    sentence: Span
    first: Decimal
    last: Decimal


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every "from A to B" whose change is also given as a percentage or as a multiple."""
    findings = []
    for move in _moves(extraction):
        findings += [*_percentage(extraction, move), *_multiple(extraction, move), *_direction(extraction, move)]
    return findings or [unknown(ID, "No change is stated beside the two figures it could be recomputed from.")]


@of_language
def _pattern() -> re.Pattern[str]:
    words = vocabulary("sums")
    # "from 40 in 2019 to 60 in 2023", "from 40 raids to 60": no percentages, whose changes are in points
    gap = r"(?P<unit>[^\d.;:()%]{1,40}?(?:\b(?:19|20)\d\d\b)?[^\d.;:()%]{0,12}?)"
    return re.compile(
        rf"\b{words['from']}\s+{_SIGN}{_NUMBER.format('a')}\b(?!\s?(?:%|per\s?cent))(?!-){gap}\b{words['to']}\s+"
        rf"{_SIGN}{_NUMBER.format('b')}\b(?!\s?(?:%|per\s?cent))",
        re.IGNORECASE,
    )


def _moves(extraction: Extraction) -> list[Move]:
    text = extraction.letter.text
    found = []
    for match in _pattern().finditer(text):
        span = Span(*match.span())
        sentence = sentence_around(text, span)
        first, last = (Decimal(match[name].replace(",", "")) for name in ("a", "b"))
        # "from 2019 to 2023" is a time, "from 9 to 17" hours or a page
        is_time = all(1900 <= value <= 2100 and "," not in match[name] for name, value in (("a", first), ("b", last)))
        if sentence and first > 0 and not is_time and not _scaled(text, match):
            found.append(Move(span=span, sentence=sentence, first=first, last=last))
    return found


def _scaled(text: str, match: re.Match[str]) -> bool:
    """ "from 1 to 2 million": the first number may or may not be in millions too."""
    scales = r"\s+(?:hundred|thousand|million|billion|trillion|dozen|m|bn|k)\b"
    behind = [bool(re.match(scales, text[end : end + 14], re.IGNORECASE)) for end in (match.end("a"), match.end("b"))]
    return behind[0] != behind[1]


def _percentage(extraction: Extraction, move: Move) -> list[Finding]:
    """The one percentage of the sentence that is the size of a change, behind the two figures or before them."""
    shares = [claim for claim in extraction.claims if claim.kind == "percentage" and move.sentence.contains(claim.span)]
    if len(shares) != 1 or shares[0].quantity.unit != "percent" or shares[0].span.overlaps(move.span):
        return []
    share = shares[0]
    if not _is_of_change(extraction, move, share):
        return []
    real = (move.last - move.first) / move.first * 100
    shown = figure(real.quantize(Decimal("0.1")))
    expected = f"({figure(move.last)} − {figure(move.first)}) / {figure(move.first)} = {shown}%"
    return [
        _finding(
            extraction,
            move,
            share.span,
            f"{figure(share.quantity.value)}%",
            expected,
            fits=_fits(abs(real), share),
            off=share_between(abs(real), share.quantity.value),
        )
    ]


def _is_of_change(extraction: Extraction, move: Move, share: Claim) -> bool:
    """Whether words of going up or down stand between the two figures and the percentage, and no other statement."""
    text = extraction.letter.text
    start, end = sorted((move.span, share.span))
    words = text[start.end : end.start]
    tail = text[share.span.end : share.span.end + 20]
    if len(words) > 60 or phrases("sums", "points").match(tail.strip()):
        return False
    return bool(share.quantity.direction or phrases("sums", "up", "down").search(words + tail))


def _fits(real: Decimal, share: Claim) -> bool:
    interval, value = share.quantity.interval, share.quantity.value
    step = Decimal(1) if value == value.to_integral_value() else Decimal("0.1")
    if share.quantity.comparator in (">", ">="):
        return real > (interval.low or 0) - step
    if share.quantity.comparator in ("<", "<="):
        return real < (interval.high or 0) + step
    slack = max(step, real / 10) if share.quantity.comparator == "~" or value % 10 == 0 and value >= 100 else step
    return abs(real - value) < slack


def _multiple(extraction: Extraction, move: Move) -> list[Finding]:
    """ "doubled from 40 to 80": the factor of the word, with room for how loosely it is used."""
    text = extraction.letter.text
    head = text[max(move.sentence.start, move.span.start - 40) : move.span.start]
    hits = list(_factor_words().finditer(head))
    if not hits or len(head[hits[-1].end() :].split()) > 2:
        return []
    word = hits[-1][0].casefold()
    factor = Decimal(str(vocabulary("sums")["factors"][word]))
    real = move.last / move.first
    before = head[: hits[-1].start()][-14:]
    low, high = factor * Decimal("0.85"), factor * Decimal("1.2")
    if phrases("sums", "more_than").search(before):
        low, high = factor * Decimal("0.98"), factor * 2
    at = move.span.start - len(head) + hits[-1].start()
    expected = f"{figure(move.last)} / {figure(move.first)} = {figure(real.quantize(Decimal('0.01')))} times"
    span = Span(at, at + len(word))
    off = share_between(real, min(max(real, low), high))
    return [_finding(extraction, move, span, word, expected, fits=low <= real <= high, off=off)]


@of_language
def _factor_words() -> re.Pattern[str]:
    words = sorted((str(word) for word in vocabulary("sums")["factors"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _direction(extraction: Extraction, move: Move) -> list[Finding]:
    """ "rose from 60 to 40": the verb right before the figures against where they go."""
    text = extraction.letter.text
    verb = re.search(r"([^\W\d_]+)\s+\Z", text[max(move.sentence.start, move.span.start - 30) : move.span.start])
    if not verb or move.first == move.last:
        return []
    up, down = (phrases("sums", key).fullmatch(verb[1]) for key in ("up", "down"))
    goes_up = move.last > move.first
    if not (up and not goes_up) and not (down and goes_up):
        return []
    way = "up" if goes_up else "down"
    return [
        _finding(
            extraction, move, move.span, verb[1], f"{figure(move.first)} → {figure(move.last)} goes {way}", fits=False
        )
    ]


def _finding(
    extraction: Extraction,
    move: Move,
    span: Span,
    stated: str,
    expected: str,
    *,
    fits: bool,
    off: Decimal | None = None,
) -> Finding:
    spans = [move.span, span]
    claims = claims_at(extraction, spans)
    if fits:
        return held(ID, f"{stated} fits {expected}", stated=stated, expected=expected, spans=spans, claims=claims)
    message = f"{stated} stated, but {expected}."
    return broken(ID, "warning", message, stated=stated, expected=expected, spans=spans, claims=claims, off=off)


RULE = declared(ID, run)
