"""The period of a figure: which time phrases of its sentence it takes, and what it inherits from the sentences
before.

The phrase nearest in the figure's own part of the sentence counts; one that opens the sentence speaks for all of it.
A sentence that only says "to date", or tells in the perfect ("has killed"), takes its start from the nearest earlier
sentence of the paragraph that has one; what is inherited is said in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.model import Grain, Quantity, Span
from claims.phrases import split_words
from claims.time_phrases import Role, TimePhrase
from claims.words import vocabulary

_FAR = 7.0
_WINDOWS: tuple[Role, ...] = ("since", "window", "past", "lasting")
_ENDS: tuple[Role, ...] = ("until", "to_date", "document")
_GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A sentence before: its time phrases, how many sentences back, whether it stands in the same paragraph."""

    phrases: Sequence[TimePhrase]
    back: int
    same_paragraph: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """The day a period ends on that no word of the sentence names: of the cited note, else of the letter."""

    day: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReading:
    """A period in the sentence's own offsets; `span` is None where no word of the sentence tells the time."""

    span: Span | None
    start: date | None
    end: date | None
    grain: Grain
    anchor: str | None
    inherited: str | None
    notes: tuple[str, ...] = ()


def read_period(
    text: str,
    quantity: Quantity,
    phrases: Sequence[TimePhrase],
    earlier: Sequence[Earlier],
    close: Close,
    anchors: Sequence[TimePhrase] = (),
    base: date | None = None,
) -> PeriodReading | None:
    """The period of one figure of the sentence `text`; None where neither words nor the letter's date give one.

    `anchors`: phrases of the letter that hang on an event ("since the coup"), for lengths of time that leave it
    unsaid.
    """
    window = _own_length(quantity, phrases) or _nearest(text, quantity, phrases, _WINDOWS)
    ending = _nearest(text, quantity, [p for p in phrases if p is not window], _ENDS)
    if window is not None and window.role == "lasting":
        return _lasting(window, earlier, anchors, close)
    if window is not None:
        return _windowed(window, ending, close, anchors, base)
    return _inherited(text, quantity, phrases, ending, earlier, close, anchors, base)


def _windowed(
    window: TimePhrase, ending: TimePhrase | None, close: Close, anchors: Sequence[TimePhrase], base: date | None
) -> PeriodReading:
    notes = tuple(reason for reason in (window.reason,) if reason)
    end, why = window.end, None
    anchor, start, grain = window.anchor, window.start, window.grain
    if window.role == "since":
        end, why = (ending.end, None) if ending is not None and ending.end is not None else (close.day, close.why)
    elif window.role == "past":
        end, why = close.day or window.end, close.why
        anchored = _anchor_of_length(window.length, anchors, base) if window.length is not None else None
        anchor = anchored.anchor if anchored is not None else None
    elif (
        ending is not None
        and ending.end is not None
        and start is not None
        and end is not None
        and start <= ending.end <= end
        and ending.role == "until"
    ):
        end = ending.end
    elif base is not None and start is not None and end is not None and start <= base < end:
        # "in 2025" in a letter of May 2025 reaches to the letter.
        end, why = base, "end from the letter's date"
    inherited = why if end is not None else None
    if anchor is not None and window.role == "past":
        inherited = _joined(f"start agrees with {anchor}, named elsewhere in the letter", inherited)
    return PeriodReading(
        span=window.span, start=start, end=end, grain=grain, anchor=anchor, inherited=inherited, notes=notes
    )


def _lasting(
    window: TimePhrase, earlier: Sequence[Earlier], anchors: Sequence[TimePhrase], close: Close
) -> PeriodReading:
    """ "for over four years": how long, not since when; the event that the length fits is named nearby, or none is."""
    if window.start is not None:
        return PeriodReading(
            span=window.span,
            start=window.start,
            end=close.day,
            grain="day",
            anchor=window.anchor,
            inherited=close.why if close.day else None,
        )
    found, told = _start_before(earlier, same_only=True)
    fits = _anchor_of_length(window.length, anchors, close.day) if window.length is not None else None
    if found is not None and found.start is not None and _length_fits(window.length, found.start, close.day):
        return PeriodReading(
            span=window.span,
            start=found.start,
            end=close.day,
            grain=found.grain,
            anchor=found.anchor,
            inherited=_joined(told, close.why),
        )
    if fits is not None:
        return PeriodReading(
            span=window.span,
            start=fits.start,
            end=close.day,
            grain=fits.grain,
            anchor=fits.anchor,
            inherited=_joined(f"start from {fits.anchor}, named elsewhere in the letter", close.why),
        )
    return PeriodReading(
        span=window.span,
        start=None,
        end=close.day,
        grain="day",
        anchor=None,
        inherited=close.why if close.day else None,
    )


def _inherited(
    text: str,
    quantity: Quantity,
    phrases: Sequence[TimePhrase],
    ending: TimePhrase | None,
    earlier: Sequence[Earlier],
    close: Close,
    anchors: Sequence[TimePhrase],
    base: date | None,
) -> PeriodReading | None:
    then = next((p for p in phrases if p.role == "since_then"), None)
    up_to_now = (ending is not None and ending.role != "document") or then is not None
    found, told = (None, None)
    if up_to_now or _perfect(text):
        found, told = _start_before(earlier, same_only=not up_to_now, nearest_only=not up_to_now)
    own = then or ending
    end, why = (ending.end, None) if ending is not None and ending.end is not None else (close.day, close.why)
    if found is None:
        if own is None and end is None:
            return None
        return PeriodReading(
            span=own.span if own else None, start=None, end=end, grain="day", anchor=None, inherited=why
        )
    start, grain, anchor = found.start, found.grain, found.anchor
    if found.role == "past" and found.length is not None:
        anchored = _anchor_of_length(found.length, anchors, base)
        if anchored is not None and anchored.start is not None:
            start, grain, anchor = anchored.start, anchored.grain, anchored.anchor
            told = f"{told}, which is {anchor}"
    return PeriodReading(
        span=own.span if own else None, start=start, end=end, grain=grain, anchor=anchor, inherited=_joined(told, why)
    )


def _start_before(
    earlier: Sequence[Earlier], *, same_only: bool, nearest_only: bool = False
) -> tuple[TimePhrase | None, str | None]:
    """The start that an earlier sentence gives: of the paragraph, or of the very sentence before ("To date, …")."""
    for sentence in earlier[: 1 if nearest_only else None]:
        if not sentence.same_paragraph and (same_only or sentence.back > 1):
            continue
        for role in ("since", "past"):
            started = [p for p in sentence.phrases if p.role == role and p.start is not None]
            if started:
                place = "the sentence before" if sentence.back == 1 else f"{sentence.back} sentences before"
                return started[0], f"start from {place}"
    return None, None


def _own_length(quantity: Quantity, phrases: Sequence[TimePhrase]) -> TimePhrase | None:
    """The phrase that a length of time is itself part of ("over the past [30 months]")."""
    return next((p for p in phrases if p.role in _WINDOWS and p.span.contains(quantity.number_span)), None)


def _nearest(text: str, quantity: Quantity, phrases: Sequence[TimePhrase], roles: Sequence[Role]) -> TimePhrase | None:
    costs = [
        (_distance(text, quantity.span, p), p)
        for p in phrases
        if p.role in roles
        and not p.span.contains(quantity.number_span)
        and p.role != "lasting"
        and not _of_another_part(text, p.span, quantity.span)
    ]
    near = [(cost, phrase) for cost, phrase in costs if cost < _FAR]
    return min(near, key=lambda pair: (pair[0], pair[1].span))[1] if near else None


def _distance(text: str, figure: Span, phrase: TimePhrase) -> float:
    """How far a phrase is from a figure: parts of the sentence between them weigh most, words little."""
    after = phrase.span.start >= figure.end
    between = split_words(text[figure.end : phrase.span.start] if after else text[phrase.span.end : figure.start])
    commas = sum(token.text == "," for token in between)
    hard = sum(token.text in ";:—–" for token in between)
    brackets = sum(token.text in "()" for token in between)
    joined = sum(token.norm in ("and", "while", "but", "whereas") for token in between)
    if phrase.fronted and not after:
        return 3.0 * hard + 0.2 + 0.01 * len(between)
    comma_cost = 2.0 if after else 0.6
    # "3 million, of which 2 million were displaced after May": that time is the part's.
    part = 5.0 * any(token.norm in ("which", "whom") for token in between) if after else 0.0
    return part + comma_cost * commas + 3.0 * hard + 1.0 * brackets + 0.8 * joined + 0.05 * len(between)


def _of_another_part(text: str, phrase: Span, figure: Span) -> bool:
    """ "The junta, which seized power in 2021, has held 22,000": a time inside an aside that the figure is not in."""
    opened = max(text.rfind(mark, 0, phrase.start) for mark in ",(—–")
    if opened < 0:
        return False
    closed = min((at for mark in ",)—–;" if (at := text.find(mark, phrase.end)) >= 0), default=len(text))
    first = split_words(text[opened + 1 : phrase.start])[:2]
    relative = any(word.norm in vocabulary("periods")["relatives"] for word in first)
    return relative and not opened < figure.start < closed


def _perfect(text: str) -> bool:
    return any(token.norm in vocabulary("periods")["perfect"] for token in split_words(text))


def _anchor_of_length(length: Quantity | None, anchors: Sequence[TimePhrase], base: date | None) -> TimePhrase | None:
    """The one event named in the letter that lies as long ago as said ("the past 30 months": the coup)."""
    fitting = {p.anchor: p for p in anchors if p.start is not None and p.anchor and _length_fits(length, p.start, base)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _length_fits(length: Quantity | None, start: date, end: date | None) -> bool:
    """Whether whole units between two days are the number said, or one less ("nearly five years")."""
    if length is None or end is None or length.unit not in ("day", "week", "month", "year"):
        return False
    passed = _units_between(start, end, length.unit)
    return length.value in (passed, passed + 1) if length.comparator in ("~", "<", "<=") else length.value == passed


def _units_between(start: date, end: date, unit: str) -> int:
    if unit in ("day", "week"):
        return (end - start).days // (7 if unit == "week" else 1)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return months // (12 if unit == "year" else 1)


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None
