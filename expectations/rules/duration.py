"""Rule `duration`: "over four years", "30 months", "the third anniversary" against the dates and events they hang on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from claims.model import Claim, Extraction, Field, Interval, Span
from expectations.arith import figure, meets
from expectations.elapsed import End, Start, ends_of, in_days, named_starts, starts_in_letter, tied
from expectations.ledger import broken, held, unknown
from expectations.model import Finding, Rule

ID = "duration"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every stretch of time and every anniversary whose start and end the letter gives."""
    letter_starts = starts_in_letter(extraction, field)
    findings = []
    for claim in extraction.claims:
        finding = _one(extraction, field, claim, letter_starts)
        if finding is not None:
            findings.append(finding)
    return findings or [unknown(ID, "The letter names no stretch of time that its dates could be held against.")]


def _one(extraction: Extraction, field: Field, claim: Claim, letter_starts: Sequence[Start]) -> Finding | None:
    tie = tied(extraction, claim)
    if tie is None:
        return None
    ends = ends_of(extraction, claim, tie)
    starts = named_starts(extraction, field, claim, tie)
    if not ends:
        return unknown(ID, f"“{claim.text}” is counted to the letter's date, and the letter bears none.", stated=claim.text,
                       spans=[claim.span], claims=[claim])  # fmt: skip
    if not starts:
        return _by_the_letter(claim, letter_starts, ends)
    agreeing = _agreeing(claim, starts, ends, exact=tie.kind == "anniversary")
    if agreeing:
        return _held(claim, *agreeing)
    # Only a stretch that runs up to a named end is held against it: "three years after the vote" may end anywhere.
    return _off(claim, starts[0], ends[0]) if tie.binds else _open(claim, starts[0])


def _by_the_letter(claim: Claim, letter_starts: Sequence[Start], ends: Sequence[End]) -> Finding:
    """A stretch whose own sentence names no start: held if a date the letter names elsewhere fits, else left open."""
    agreeing = _agreeing(claim, letter_starts, ends, exact=False)
    if agreeing:
        return _held(claim, *agreeing)
    return unknown(ID, f"“{claim.text}”: the letter does not say from when it counts.", stated=claim.text,
                   spans=[claim.span], claims=[claim])  # fmt: skip


def _allowed(claim: Claim, *, exact: bool) -> Interval:
    """The days a stretch may stand for: completed or begun units, so that both ways of counting pass."""
    unit = in_days(claim)
    low, high = claim.quantity.interval.low, claim.quantity.interval.high
    comparator = claim.quantity.comparator
    if exact:
        month = Decimal(31)
        return Interval(low=(low or 0) * unit - month, high=(high or 0) * unit + month)
    slack = Decimal(1) if unit < 200 else Decimal("0.5")
    if comparator in (">", ">="):
        return Interval(low=(low or 0) * unit, high=None)
    if comparator in ("<", "<="):
        return Interval(low=None, high=(high or 0) * unit + unit / 10)
    least = None if low is None else (low - slack) * unit
    most = None if high is None else (high + 1) * unit
    return Interval(low=least, high=most, high_open=True, low_open=slack == 1)


def _passed(start: Start, end: End) -> tuple[int, int]:
    least = (end.first - start.last).days
    most = (end.last - start.first).days + 1
    # "from January to June" counts six months: the whole of the last month may belong to it
    return least, most + (end.last - end.first).days


def _agreeing(claim: Claim, starts: Iterable[Start], ends: Sequence[End], *, exact: bool) -> tuple[Start, End] | None:
    allowed = _allowed(claim, exact=exact)
    for start in starts:
        for end in ends:
            least, most = _passed(start, end)
            if most > 0 and meets(allowed, Interval(low=Decimal(least), high=Decimal(most))) and _close(claim, least):
                return start, end
    return None


def _close(claim: Claim, least: int) -> bool:
    """"over four years" is no way to say twenty: an open end is taken for less than twice the number."""
    bound = claim.quantity.interval.low
    return bound is None or Decimal(least) <= 2 * (bound + 1) * in_days(claim)


def _span_words(claim: Claim, start: Start, end: End) -> str:
    unit = in_days(claim)
    least, _ = _passed(start, end)
    passed = (Decimal(least) / unit).quantize(Decimal("0.1"))
    name = (claim.quantity.unit or "unit").removesuffix("s")
    return f"{_day(start.first, start.last)} to {_day(end.first, end.last)}: {figure(passed)} {name}s"


def _day(first: date, last: date) -> str:
    if first == last:
        return f"{first.day} {first:%B %Y}"
    return f"{first:%B %Y}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y}"


def _spans(claim: Claim, start: Start, end: End) -> list[Span]:
    return [span for span in (claim.span, start.span, end.span) if span is not None]


def _held(claim: Claim, start: Start, end: End) -> Finding:
    words = _span_words(claim, start, end)
    read = f" (counted from {start.name})" if start.name else ""
    return held(ID, f"“{claim.text}” fits {words}{read}", stated=claim.text, expected=words,
                spans=_spans(claim, start, end), claims=[claim])  # fmt: skip


def _off(claim: Claim, start: Start, end: End) -> Finding:
    words = _span_words(claim, start, end)
    return broken(ID, "warning", f"“{claim.text}” does not fit {words}.", stated=claim.text, expected=words,
                  spans=_spans(claim, start, end), claims=[claim])  # fmt: skip


def _open(claim: Claim, start: Start) -> Finding:
    return unknown(ID, f"“{claim.text}” after {_day(start.first, start.last)}: the letter does not say when that was.",
                   stated=claim.text, spans=[claim.span], claims=[claim])  # fmt: skip


RULE = Rule(
    rule_id=ID,
    checks="Stretches of time and anniversaries (“for 18 months”, “over four years”, “the third anniversary of …”) "
    "against the dates or events they count from and the letter's date, inclusive and exclusive counting both allowed.",
    why="A letter is often written from an older one, and its “two years” is by now three.",
    severity="warning",
    how_to_read="The start and the end as dates, and how much time lies between them.",
    how_to_dismiss="Dismiss it if the stretch ends at another time than the letter's date, or starts with another event.",
    run=run,
    must_fire=(
        "3 March 2024\n\nDear Ministers,\n\nIn the five years since 1 March 2022 nothing has been done for the valley.\n",
        "3 March 2024\n\nDear Ministers,\n\nIn the 12 months since January 2022 the camp has had no doctor.\n",
    ),
    must_not_fire=(
        "3 March 2024\n\nDear Ministers,\n\nIn the two years since 1 March 2022 nothing has been done for the valley.\n",
        "3 March 2024\n\nDear Ministers,\n\nFor over ten years the valley has waited. The dam was sold in 2021.\n",
        "3 March 2024\n\nDear Ministers,\n\nShe was sentenced to 12 years in prison, two years after the vote of May 2015.\n",
    ),
)
