"""The weekday that stands beside a date, and the year that it gives a date printed without one."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.quick_records import dataclass
from claims.text.phrases import Word, split_words
from claims.text.plurals import capital_kept

_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayHit:
    """A weekday as printed, where it stands, and its number (Monday 0)."""

    word: str
    span: Span
    number: int


@of_language
def weekdays() -> dict[str, int]:
    """Weekday words, Monday 0, short forms too."""
    words = [str(word) for word in vocabulary("dates")["weekdays"]]
    full = words[:7]
    return {word: next(at for at, day in enumerate(full) if day.startswith(word[:3])) for word in words}


def weekday_beside(text: str, span: Span) -> WeekdayHit | None:
    """The weekday in a date, right before it ("Saturday morning, 15 April") or behind ("(Friday)", "was a Friday")."""
    for hit in (_inside(text, span), _before(text, span), _behind(text, span)):
        if hit is not None:
            return hit
    return None


def weekday_in(word: Word) -> WeekdayHit | None:
    """The weekday that a word is."""
    return _hit(word, 0)


def _hit(word: Word, at: int) -> WeekdayHit | None:
    number = weekdays().get(word.norm) if len(word.text) >= 3 and capital_kept(word.text, "weekday") else None
    return WeekdayHit(word=word.text, span=word.span.shifted(at), number=number) if number is not None else None


def _inside(text: str, span: Span) -> WeekdayHit | None:
    words = split_words(span.of(text))
    return _hit(words[0], span.start) if words else None


def _before(text: str, span: Span) -> WeekdayHit | None:
    start = max(0, span.start - _REACH)
    words = list(split_words(text[start : span.start]))
    light = (",", "(", *vocabulary("dates")["weekday_lean"], *vocabulary("dates")["day_times"])
    while words and words[-1].norm in light:
        words.pop()
    if len(words) > 1 and words[-1].norm == "." and words[-2].norm in vocabulary("dates")["weekdays"][7:]:
        words.pop()  # "Wed. 12 April"
    return _hit(words[-1], start) if words else None


def _behind(text: str, span: Span) -> WeekdayHit | None:
    words = split_words(text[span.end : span.end + 24])
    skipped = [word.norm for word in words[:3]]
    for opening in (["("], *map(str.split, vocabulary("dates")["weekday_behind"]), [","]):
        if skipped[: len(opening)] == opening and len(words) > len(opening):
            return _hit(words[len(opening)], span.end)
    return None
