"""Lengths of time of one sentence, from its numbers and from bare units ("a year later"), and what they admit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from claims.drafting.sentence_reading import SentenceReading
from claims.language.words import of_language, vocabulary
from claims.model import Interval, Quantity, Span
from claims.numbers.bounding.comparators import comparison_before
from claims.relations.spans.spans_model import CalendarUnit, Length, Sign
from claims.text.phrases import Word, split_words, words_in
from claims.text.plurals import plurals
from claims.text.tokens import tokenize


def lengths_of(reading: SentenceReading) -> list[Length]:
    """Every length of time of a sentence, in order, none inside another."""
    found = [_numbered(reading.text, q) for q in reading.quantities if q.dimension == "duration" and _known(q.unit)]
    found += [one for one in _bare_units(reading) if not any(one.span.overlaps(other.span) for other in found)]
    return _joined(reading.text, sorted(found, key=lambda one: one.span))


def unit_of(word: str) -> CalendarUnit:
    """The calendar unit that a word counts in: "decade" counts years."""
    unit: CalendarUnit = _units()[word]["unit"]
    return unit


def admitted(length: Length, number: Decimal | None = None) -> Interval:
    """The calendar units that may have gone by where people say this; `number` in place of the one printed."""
    said = length.number if number is None else number
    row = _units()[length.word]
    times, (short, over) = Decimal(row["times"]), _slack(length, said)
    least, most = (said - short) * times + length.rest, (said + over) * times + length.rest
    exact = said * times + length.rest
    small = Decimal("0.02") if row["unit"] in ("year", "month") else Decimal(0)
    match length.sign:
        case ">" | ">=":
            return Interval(low=exact - small, high=None)
        case "<" | "<=":
            return Interval(low=None, high=exact + small)
        case "below":
            return Interval(low=min(least, exact * Decimal("0.85")), high=exact + small)
        case "above":
            return Interval(low=exact - small, high=max(most, exact * Decimal("1.15")))
        case "~":
            return Interval(low=min(least, exact * Decimal("0.85")), high=max(most, exact * Decimal("1.15")))
        case "range":
            top = (length.high if number is None and length.high is not None else said) + over
            return Interval(low=least, high=top * times)
        case _:
            return Interval(low=least, high=most, high_open=over >= 1)


def _slack(length: Length, said: Decimal) -> tuple[Decimal, Decimal]:
    words, row = vocabulary("elapsed"), _units()[length.word]
    pair = row["slack"]
    if length.rest:
        pair = [Decimal(1) / 12, Decimal(1) / 12]
    elif row["unit"] == "year" and row["times"] == 1 and said >= 20 and said % 10 == 0:
        pair = words["round_slack"]
    elif said != said.to_integral_value() and row["times"] == 1 and row["unit"] != "day":
        pair = words["fraction_slack"]
    return Decimal(str(pair[0])), Decimal(str(pair[1]))


@of_language
def _units() -> dict[str, Any]:
    units: dict[str, Any] = vocabulary("elapsed")["units"]
    return units


@of_language
def _singular() -> dict[str, str]:
    """Every word for a unit of time, and our name for it, to that name: "années" → "year"."""
    return {form: name for word, name in _called().items() for form in (word, *plurals(word))} | {
        n: n for n in _units()
    }


@of_language
def _called() -> dict[str, str]:
    """The words for one unit of time to our name for it: "année" → "year"."""
    listed: dict[str, Any] = vocabulary("units")["duration"]
    words = {name: [*listed.get(name, {}).get("words", ()), *row.get("words", ())] for name, row in _units().items()}
    return {word: name for name, each in words.items() for word in each}


def unit_called(word: str) -> str:
    """Our name for the unit that a word in the singular is, else ""."""
    return _called().get(word, "")


def _known(unit: str | None) -> bool:
    return (unit or "") in _singular()


def _numbered(text: str, quantity: Quantity) -> Length:
    word = _singular()[quantity.unit or ""]
    end = next((w.span.end for w in split_words(quantity.text) if _singular().get(w.norm) == word), len(quantity.text))
    # "year and a half" is one number with its unit inside
    span = Span(quantity.span.start, max(quantity.span.start + end, quantity.number_span.end))
    start = min(span.start, quantity.comparator_span.start) if quantity.comparator_span is not None else span.start
    return Length(
        span=span,
        whole=Span(start, max(span.end, quantity.comparator_span.end if quantity.comparator_span else 0)),
        text=span.of(text),
        number=quantity.value,
        word=word,
        sign=_sign(quantity),
        high=quantity.interval.high if quantity.comparator == "range" else None,
    )


def _sign(quantity: Quantity) -> Sign:
    if quantity.comparator != "~":
        return quantity.comparator
    if quantity.interval.high == quantity.value:
        return "below"
    return "above" if quantity.interval.low == quantity.value else "~"


def _bare_units(reading: SentenceReading) -> Iterator[Length]:
    """ "a year", "the fortnight", "a century": a unit that no number counts, with what loosens it."""
    words = split_words(reading.text)
    if words_in(reading.text).isdisjoint(_called()):
        return
    taken = [quantity.span for quantity in reading.quantities if quantity.dimension == "duration"]
    of = vocabulary("elapsed")["of"]
    for at in range(1, len(words)):
        unit, before = words[at].norm, words[at - 1]
        if unit not in _called() or before.norm not in vocabulary("elapsed")["one"] or not words[at].text.islower():
            continue
        if unit in vocabulary("elapsed")["fractions"] and at + 1 < len(words) and words[at + 1].norm in of:
            continue
        if any(span.overlaps(words[at].span) for span in taken):
            continue
        yield _one_unit(reading.text, words, at)


def _one_unit(text: str, words: Sequence[Word], at: int) -> Length:
    number, first = Decimal(1), at - 1
    share = words[at - 3].norm if at >= 3 and words[at - 2].norm in vocabulary("elapsed")["of"] else ""
    if share in vocabulary("elapsed")["fractions"]:
        number, first = Decimal(str(vocabulary("elapsed")["fractions"][share])), at - 3
        first -= words[first - 1].norm in vocabulary("elapsed")["one"] and first > 0
    span = Span(words[first].span.start, words[at].span.end)
    start, sign = _loosened(text, span, words[at + 1].norm if at + 1 < len(words) else "")
    whole = Span(min(start, span.start), span.end)
    return Length(
        span=span, whole=whole, text=span.of(text), number=number, word=unit_called(words[at].norm), sign=sign
    )


def _loosened(text: str, span: Span, behind: str) -> tuple[int, Sign]:
    tokens = tokenize(text)
    first = next((i for i, token in enumerate(tokens) if token.start >= span.start), 0)
    found = comparison_before(tokens, first, duration=True, after=behind)
    if found is None:
        return span.start, "="
    sign: Sign = {"below": "below", "above": "above"}.get(found.side, found.comparator)  # type: ignore[assignment]
    return found.span.start, sign


def _joined(text: str, found: Sequence[Length]) -> list[Length]:
    """ "five years and nearly six months" is one length, and so is "a year and a half"."""
    joined: list[Length] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and _adds(text, last, one):
            times = Decimal(12 if one.word == "month" else 1)
            whole = Span(last.whole.start, one.whole.end)
            joined[-1] = replace(last, span=Span(last.span.start, one.span.end), whole=whole, rest=one.number / times)
            joined[-1] = replace(joined[-1], text=joined[-1].span.of(text))
        else:
            joined.append(_and_a_half(text, one))
    return joined


def _adds(text: str, last: Length, one: Length) -> bool:
    between = text[last.whole.end : one.whole.start].strip(" ,").lower()
    return (
        last.word == "year"
        and one.word == "month"
        and not last.rest
        and between in ("", *vocabulary("elapsed")["and_words"])
    )


def _and_a_half(text: str, one: Length) -> Length:
    """ "a year and a half", "two years and a half": the half of the unit behind it, if the number has it not yet."""
    if one.number != one.number.to_integral_value():
        return one
    behind = split_words(text[one.span.end : one.span.end + 16])[:3]
    norms = [word.norm for word in behind]
    lead = next((len(p) for p in map(str.split, vocabulary("elapsed")["and_a"]) if norms[: len(p)] == p), None)
    share = vocabulary("elapsed")["fractions"].get(norms[lead]) if lead is not None and lead < len(norms) else None
    if lead is None or share is None:
        return one
    end = one.span.end + behind[lead].span.end
    number = one.number + Decimal(str(share))
    span = Span(one.span.start, end)
    return replace(one, span=span, whole=Span(one.whole.start, end), text=span.of(text), number=number)
