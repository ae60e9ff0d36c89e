"""A sentence's words as time phrases need them, and what a phrase is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Grain, Quantity, Span
from claims.quick_records import dataclass
from claims.text.phrases import split_words
from claims.times.known_events.event_names import EventHit
from claims.times.known_events.events import EventReading

Role = Literal["since", "window", "past", "lasting", "until", "to_date", "since_then", "document", "other"]
Settle = Callable[[EventHit], EventReading]

_BACK = 26
_HARD = frozenset(".;:!?()[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """One phrase: `role`, the days it names as far as known, the event it hangs on, or why it names none. A
    "document" date is that of the count's source, an "other" one is of something else and no figure takes it.

    `fronted`: it opens the sentence or a part of it and so speaks for all that follows.
    """

    span: Span
    role: Role
    start: date | None
    end: date | None
    grain: Grain
    anchor: str | None = None
    fronted: bool = False
    reason: str | None = None
    length: Quantity | None = None
    inherited: str | None = None


class TimeWords:
    """One sentence with its dates, named events and words; all spans count in `text`. `settle` says which event is
    meant.
    """

    def __init__(
        self, text: str, dates: Sequence[DateMention], hits: Sequence[EventHit], base: date | None, settle: Settle
    ) -> None:
        self.text, self.dates, self.hits, self.base, self.settle = text, dates, hits, base, settle
        self.tokens = split_words(text)
        self.norms = [token.norm for token in self.tokens]
        self.ends = [token.span.end for token in self.tokens]

    def phrase(
        self,
        span: Span,
        role: Role,
        start: date | None,
        end: date | None,
        grain: Grain,
        *,
        anchor: str | None = None,
        reason: str | None = None,
        length: Quantity | None = None,
        inherited: str | None = None,
    ) -> TimePhrase:
        return TimePhrase(
            span=span,
            role=role,
            start=start,
            end=end,
            grain=grain,
            anchor=anchor,
            fronted=self.fronted(span),
            reason=reason,
            length=length,
            inherited=inherited,
        )

    def fronted(self, span: Span) -> bool:
        first = self.token_at(span.start)
        before = [norm for norm in self.norms[max(0, first - 2) : first] if norm not in "\"'“‘("]
        return (
            not before
            or before[-1] in (";", ":", "—", "–")
            or (len(before) == 1 and first <= 2)
            or (before[-1] in vocabulary("clauses")["heads"] and len(before) == 2 and before[0] == ",")
        )

    def token_at(self, offset: int) -> int:
        return bisect_right(self.ends, offset)

    def back_over(self, index: int, words: Sequence[str]) -> int:
        while index > 0 and self.norms[index - 1] in words:
            index -= 1
        return index

    def opener(self, first: int, reach: int = 4) -> tuple[str | None, int]:
        """What opens a date or event whose first token is `first`: its kind and where it stands."""
        lean = vocabulary("periods")["lean"]
        for end in range(first, max(0, first - reach) - 1, -1):
            hit = _opener_ending(self.norms, end)
            if hit is not None:
                return hit
            if end == 0 or (self.norms[end - 1] not in lean and not (reach > 4 and self.tokens[end - 1].is_word)):
                break
            if self.norms[end - 1] == "'s" and reach <= 4:
                break
        return None, first

    def far_since(self, index: int) -> int | None:
        """ "Since your meeting with the minister on 17 April": the "since" further left in the same part of the
        sentence.
        """
        for at in range(index - 1, max(-1, index - _BACK - 1), -1):
            token = self.tokens[at]
            if token.text in _HARD or token.text == "," or any(d.span.contains(token.span) for d in self.dates):
                return None
            if token.norm == "since":
                return at
        return None

    def not_of_the_count(self, at: int) -> Role | None:
        """What a date at word `at` belongs to, if not to the count: a source ("its report of May"), or another thing
        ("a law adopted in 2016", "(resolution 20/8, June 2012)", "the plan (2022)").
        """
        words = vocabulary("periods")
        before = self.norms[at - 1] if at else ""
        if before in words["documents"] or before in words["publishing"]:
            return "document"
        if before in words["founding"] or before in words["not_documents"]:
            return "other"
        bracketed = "(" in self.norms[max(0, at - 8) : at] and ")" not in self.norms[max(0, at - 8) : at]
        return "other" if before == "," and bracketed else None

    def date_after(self, offset: int, joiners: Sequence[str]) -> DateMention | None:
        for mention in self.dates:
            if mention.span.start >= offset:
                gap = [t.norm for t in split_words(self.text[offset : mention.span.start])]
                fits = gap and gap[0] in joiners and all(norm in vocabulary("periods")["lean"] for norm in gap[1:])
                return mention if fits else None
        return None


@of_language
def _openers() -> dict[tuple[str, ...], str]:
    listed = vocabulary("periods")["openers"]
    return {tuple(t.norm for t in split_words(form)): kind for kind, forms in listed.items() for form in forms}


def _opener_ending(norms: Sequence[str], end: int) -> tuple[str, int] | None:
    """The longest opener whose last token is the one before `end`."""
    for size in range(min(5, end), 0, -1):
        kind = _openers().get(tuple(norms[end - size : end]))
        if kind is not None:
            return kind, end - size
    return None
