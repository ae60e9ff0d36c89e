"""The year of a date printed without one, where the letter tells it: by a weekday, by "In 2021 … on 3 May"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from datetime import date

from claims.language.words import vocabulary
from claims.model import DateMention
from claims.quick_records import dataclass
from claims.text.passages import Passage
from claims.text.phrases import norms
from claims.times.weekdays import weekday_beside

CLOSE = 60
"""A day so near the letter's own needs no year: "on Thursday, 21 July" of a letter of the 18th."""
SAME = "year from the same sentence"
_BACK = 3
_SHORT = 12
_FRONT = 4


@dataclass(slots=True)
class ToldYears:
    """The years a letter has told so far, sentence by sentence: those near by, and that of the last heading."""

    near: list[tuple[int, int]] = field(default_factory=list)
    heading: int | None = None
    fitted: int | None = None

    def of(self, passage: Passage) -> tuple[int, ...]:
        """The years that a sentence may go on from, nearest first."""
        here = [year for paragraph, year in reversed(self.near) if paragraph == passage.paragraph]
        more = [year for year in (self.heading, self.fitted) if year is not None]
        return tuple(dict.fromkeys([*here, *more]))

    def add(self, passage: Passage, dates: Iterable[DateMention]) -> None:
        """Go on to the next sentence."""
        listed = list(dates)
        stated = [mention.start.year for mention in listed if mention.year_stated and mention.start is not None]
        self.near = [*self.near, *((passage.paragraph, year) for year in stated)][-_BACK:]
        fitted = [mention.start.year for mention in listed if mention.inherited and mention.start is not None]
        self.fitted = fitted[-1] if fitted else self.fitted if not stated else None
        if _is_heading(passage):
            self.heading = stated[-1] if stated else None


def _is_heading(passage: Passage) -> bool:
    text = passage.text.rstrip()
    if passage.kind not in ("title", "body") or text.endswith((".", "!", "?", ",", ";")):
        return False
    words = norms(text)  # "_" at the end is no word
    return 0 < len(words) <= _SHORT and words[-1] not in (".", "!", "?", ",", ";")


def with_told_years(
    dates: Sequence[DateMention], text: str, base: date | None, years: Sequence[int]
) -> list[DateMention]:
    """The dates of a sentence, those without a year in the year that its weekday or the words before it tell."""
    found: list[DateMention] = []
    for mention in dates:
        found.append(_told(mention, text, base, found, years))
    return found


def _told(
    mention: DateMention, text: str, base: date | None, before: Sequence[DateMention], years: Sequence[int]
) -> DateMention:
    if (
        mention.year_stated
        or mention.start is None
        or mention.grain not in ("day", "month")
        or not _is_printed(mention)
    ):
        return mention
    own = _year_of_sentence(before, text, mention)
    hit = weekday_beside(text, mention.span) if mention.grain == "day" else None
    if hit is None:
        return _in_year(mention, own, SAME) or mention if own is not None else mention
    if own is None and mention.start.weekday() == hit.number:
        return mention
    ahead = base is not None and mention.start > base and (mention.start - base).days > CLOSE
    beside = [mention.start.year - 1] if ahead else []
    listed = [own] if own is not None else []
    stated = [one.start.year for one in before if one.year_stated and one.start is not None]
    for year in (*listed, *stated, *years, mention.start.year, *beside):
        moved = _in_year(mention, year, "year from its weekday and the words before")
        if moved is not None and moved.start is not None and moved.start.weekday() == hit.number:
            return mention if moved.start == mention.start else moved
    return mention


def _is_printed(mention: DateMention) -> bool:
    words = norms(mention.text)
    names = {name for row in vocabulary("dates")["months"] for name in row}
    return bool(names & set(words)) and words[0] not in vocabulary("relative_dates")["which"]


def _year_of_sentence(before: Sequence[DateMention], text: str, mention: DateMention) -> int | None:
    """ "In 2021 the council met on 3 May": a bare year that the sentence is set in, not one it counts from."""
    last = before[-1] if before else None
    if last is not None and last.inherited == SAME and last.start is not None and mention.start is not None:
        later = (mention.start.month, mention.start.day) >= (last.start.month, last.start.day)
        return last.start.year if later else None  # "In 2024 …, from 11 March to 22 April"
    if last is None or not last.year_stated or last.grain != "year" or last.start is None or len(last.text) != 4:
        return None
    front, since = norms(text[: last.span.start]), norms(text[: mention.span.start])[-1:]
    fronted = len(front) <= _FRONT and bool(front) and front[-1] in vocabulary("dates")["set_in"]
    return last.start.year if fronted and since != ("since",) else None


def _in_year(mention: DateMention, year: int, how: str) -> DateMention | None:
    if mention.start is None or mention.end is None:
        return None
    try:
        start, end = (
            mention.start.replace(year=year),
            mention.end.replace(year=year + mention.end.year - mention.start.year),
        )
    except ValueError:
        return None
    return mention if start == mention.start else replace(mention, start=start, end=end, inherited=how)
