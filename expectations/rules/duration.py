"""Rule `duration`: "over four years", "30 months", "the third anniversary" against dates and events."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Field, Interval, Span
from claims.relations.datings.spans_passed import passed, relation_fits, units_between
from claims.relations.spans.spans_lengths import admitted, unit_of
from claims.relations.spans.spans_model import Moment, SpanRelation
from expectations.arith import figure, share_apart
from expectations.clauses.day_slips import is_told_in_one_breath, one_slip_fits
from expectations.clauses.elapsing import one_slip, would_turn
from expectations.clauses.other_days import fits_days_beside, fits_other_days
from expectations.declaring import declared, say, stretch_written
from expectations.findings import broken, claims_at, held, unknown
from expectations.model import Finding

ID = "duration"


_SENTENCE = 160


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every length of time, anniversary and age whose start and end the letter gives."""
    findings = [_one(extraction, relation) for relation in extraction.spans.lengths]
    return findings or [unknown(ID, say(ID, "none"))]


def _one(extraction: Extraction, relation: SpanRelation) -> Finding:
    if not relation.pairs:
        undated = extraction.letter.written_on is None and extraction.letter.published_on is None
        return _open(extraction, relation, "undated" if undated else "no_start")
    fitting = [pair for pair in relation.pairs if relation_fits(relation, relation.length.number, pair)]
    if fitting and would_turn(relation, relation_fits):
        return _held(extraction, relation, fitting[0])
    if fitting:
        return _open(extraction, relation, "cannot_fail", fitting[0])
    # a start behind its end was hardly meant, unless both stand beside the length
    spans = _spans(relation, relation.pairs[0])
    near = max(span.end for span in spans) - min(span.start for span in spans) <= _SENTENCE
    forward = near or relation.pairs[0][0].first <= relation.pairs[0][1].last
    told = relation.bound and forward and (not relation.loose or _slipped(relation))
    other = fits_days_beside(extraction, relation) or fits_other_days(extraction, relation)
    if not told or other or _is_of_no_day(extraction, relation):
        return _open(extraction, relation, "not_bound")
    meant = is_told_in_one_breath(relation) or one_slip_fits(relation, extraction.letter.text)
    return _off(extraction, relation) if meant else _open(extraction, relation, "no_slip", relation.pairs[0])


def _is_of_no_day(extraction: Extraction, relation: SpanRelation) -> bool:
    """Whether a date that cannot be (31 April) is one of its ends: that is told by itself."""
    wrong = [one.span for one in extraction.dates if one.problem is not None]
    return any(span.overlaps(other) for span in _spans(relation, relation.pairs[0])[1:] for other in wrong)


def _slipped(relation: SpanRelation) -> bool:
    """Whether a misprint of the number alone makes it fit: one digit another, or "thirty" for thirteen."""
    number = relation.length.number
    return any(relation_fits(relation, other, pair) for other in one_slip(number) for pair in relation.pairs)


def _held(extraction: Extraction, relation: SpanRelation, pair: tuple[Moment, Moment]) -> Finding:
    words = _between(relation, pair)
    message = say(ID, "held", text=relation.text, between=words, read=_read(relation, pair))
    spans = _spans(relation, pair)
    return held(
        ID, message, stated=relation.text, expected=words, spans=spans, claims=claims_at(extraction, [relation.span])
    )


def _off(extraction: Extraction, relation: SpanRelation) -> Finding:
    pair = relation.pairs[0]
    words = _between(relation, pair)
    backwards = pair[0].first > pair[1].last
    message = say(ID, "backwards" if backwards else f"off_{relation.kind}", text=relation.text, between=words,
                   first=_day(pair[0]), last=_day(pair[1]))  # fmt: skip
    return broken(
        ID,
        "warning",
        message,
        stated=relation.text,
        expected=words,
        spans=_spans(relation, pair),
        claims=claims_at(extraction, [relation.span]),
        off=_apart(relation, pair),
    )


def _apart(relation: SpanRelation, pair: tuple[Moment, Moment]) -> Decimal:
    number = relation.length.number
    stated = admitted(relation.length) if relation.kind == "length" else Interval(low=number, high=number)
    return share_apart(stated, passed(*pair, unit_of(relation.length.word)))


def _open(
    extraction: Extraction, relation: SpanRelation, why: str, pair: tuple[Moment, Moment] | None = None
) -> Finding:
    words = _between(relation, pair) if pair is not None else ""
    message = say(ID, why, text=relation.text, between=words)
    spans = _spans(relation, pair) if pair is not None else [relation.span]
    return unknown(ID, message, stated=relation.text, spans=spans, claims=claims_at(extraction, [relation.span]))


def _between(relation: SpanRelation, pair: tuple[Moment, Moment]) -> str:
    """The two moments and how much lies between them: "1 March 2022 to 3 May 2023: 1.2 years"."""
    unit, (start, end) = unit_of(relation.length.word), pair
    gone = passed(start, end, unit)
    low = units_between(start.first, end.first, unit) if gone.low is None else gone.low
    shown = figure(low.quantize(Decimal("0.1")))
    name = say(ID, f"unit_{unit}" if shown == "1" else f"units_{unit}")
    return say(ID, "between", first=_day(start), last=_day(end), count=shown, unit=name)


def _day(moment: Moment) -> str:
    return stretch_written(moment.first, moment.last)


def _read(relation: SpanRelation, pair: tuple[Moment, Moment]) -> str:
    """How a moment was read where the letter does not print it in full."""
    told = dict.fromkeys(moment.read for moment in pair if moment.read in ("event", "year"))
    return "".join(say(ID, f"read_{how}", event=pair[0].text) for how in told)


def _spans(relation: SpanRelation, pair: tuple[Moment, Moment]) -> list[Span]:
    return [relation.span, *(moment.span for moment in pair if moment.span is not None)]


RULE = declared(ID, run)
