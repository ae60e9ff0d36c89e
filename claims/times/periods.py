"""The period of a figure: which time phrases of its sentence it takes, and what it inherits from the sentences
before.

A sentence that only says "to date" takes its start from the nearest earlier sentence of the paragraph that has one,
one that tells in the perfect ("has killed") from the sentence right before; what is inherited is said in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.model import Grain, Quantity, Span
from claims.quick_records import dataclass
from claims.times.elapsed import anchor_of_length, length_fits
from claims.times.period_choice import ENDS, WINDOWS, in_perfect, nearest, own_length
from claims.times.time_words import TimePhrase


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
    window = own_length(quantity, phrases) or nearest(text, quantity, phrases, WINDOWS)
    ending = nearest(text, quantity, [p for p in phrases if p is not window], ENDS)
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
        anchored = anchor_of_length(window.length, anchors, base) if window.length is not None else None
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
    inherited = _joined(window.inherited, why if end is not None else None)
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
    fits = anchor_of_length(window.length, anchors, close.day) if window.length is not None else None
    if found is not None and found.start is not None and length_fits(window.length, found.start, close.day):
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
    if up_to_now or in_perfect(text):
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
        anchored = anchor_of_length(found.length, anchors, base)
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


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None
