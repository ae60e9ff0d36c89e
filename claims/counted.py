"""What a number counts: the noun phrase as written, its head noun in the singular, where it stands.

After the number as a rule ("285 Myanmar, regional and international civil society organisations" → organisation), after
"of" behind a unit or a share ("60% of its workforce"); else what the sentence is about (`claims.subjects`).
"""

from __future__ import annotations

from dataclasses import dataclass

from claims import subjects
from claims.model import Dimension, Span
from claims.nounwords import (
    Word,
    ends_phrase,
    is_participle,
    is_possessive,
    is_plural_noun,
    word_class,
    words_right,
)
from claims.plurals import singular
from claims.units import read_per

_ONE = {"1", "one", "a", "an", "single"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedReading:
    """What is counted. `follows` says whether it stands behind the number and belongs to the claim's own words
    ("3,897 people"); a subject before the number ("unemployment rose to 4%") does not. `per` is the denominator of a
    rate that follows it ("20 deaths a day"), `per_span` its words."""

    span: Span
    phrase: str
    head: str
    follows: bool
    per: str | None = None
    per_span: Span | None = None

    @property
    def unit(self) -> str:
        """The phrase as a unit: last word in the singular, with its rate ("first-team player", "test per day")."""
        first, _, last = self.phrase.rpartition(" ")
        name = f"{first} {singular(last)}" if first else singular(last)
        return f"{name} per {self.per}" if self.per else name


def read_counted(
    text: str, number: Span, after: Span | None = None, dimension: Dimension | None = None
) -> CountedReading | None:
    """What the number at `number` counts; `after` covers its unit (`UnitReading.after`), `dimension` is the unit's.

    Times and ages count nothing but themselves unless a noun is tied to them ("a 15-year-old student").
    """
    at = max(number.end, after.end) if after is not None else number.end
    found = _right(text, number, at, has_unit=after is not None, dimension=dimension)
    if found is not None:
        return found
    if dimension == "duration":
        return None
    start = min(number.start, after.start) if after is not None else number.start
    named = subjects.read_subject(text, start, at)
    if named is None:
        return None
    span, head = named
    return CountedReading(span=span, phrase=span.of(text), head=head, follows=False)


def _right(
    text: str, number: Span, at: int, *, has_unit: bool, dimension: Dimension | None
) -> CountedReading | None:
    words = words_right(text, at)
    if not words or (words[0].start > at and "\n" in text[at : words[0].start] and has_unit):
        return None
    joined = text[at : at + 1] in ("-", "‐", "‑") and bool(words[1:])
    begin = _begin(words, joined)
    if begin is None:
        return None
    first, partitive = begin
    if dimension == "duration" and not joined and not _tied(text, words, first):
        return None
    singular_head = partitive or has_unit or number.of(text).lower() in _ONE or dimension in ("share", "percentage")
    chosen = _phrase(words, first, singular_head=singular_head, joined=joined)
    if chosen is None:
        return None
    low, high, head = chosen
    span = Span(words[low].start, words[high].end)
    rate = read_per(text, span.end)
    return CountedReading(
        span=span,
        phrase=span.of(text),
        head=singular(_bare(words[head])),
        follows=True,
        per=rate[0] if rate else None,
        per_span=rate[1] if rate else None,
    )


def _tied(text: str, words: list[Word], first: int) -> bool:
    """A noun right behind an age or a time that qualifies it: "15-year-old students", not "30 months the junta"."""
    before = text[max(0, words[first].start - 4) : words[first].start].strip().lower()
    return before in ("old", "-old") or before.endswith("old")


def _begin(words: list[Word], joined: bool) -> tuple[int, bool] | None:
    """Where the phrase may start: (index, whether it follows "of"); `None` where no noun can follow."""
    i = 1 if joined else 0
    partitive = False
    while i < len(words) and words[i].low in word_class("fillers"):
        i += 1
    if i < len(words) and words[i].low == "of":
        partitive = True
        i += 1
        while i < len(words) and words[i].low in word_class("openers"):
            i += 1
    while i < len(words) and words[i].raw in "‘“\"'":
        i += 1
    if i >= len(words) or ends_phrase(words[i]) or words[i].is_digits:
        return None
    return i, partitive


def _phrase(words: list[Word], first: int, *, singular_head: bool, joined: bool) -> tuple[int, int, int] | None:
    """(first, last, head) of the noun phrase that starts at `first`, as indices."""
    last = first - 1
    for i in range(first, min(len(words), first + 14)):
        word = words[i]
        if word.raw in "‘“\"":
            continue
        if _is_plural_head(words, i):
            return first, _coordinated_end(words, i), i
        if _ends_here(words, i, first):
            break
        last = i
    return _without_plural(words, first, last, singular_head=singular_head, joined=joined)


def _is_plural_head(words: list[Word], i: int) -> bool:
    """The first plural is the head, unless it leads on to another: "human rights defenders", "United States senators"."""
    if not is_plural_noun(words[i]):
        return False
    following = words[i + 1 : i + 4]
    if following and is_plural_noun(following[0]) and not ends_phrase(following[0]):
        return False
    if words[i].low not in word_class("plural_modifiers"):
        return True
    return not _plural_ahead(words, i + 1, 3)


def _plural_ahead(words: list[Word], start: int, reach: int) -> bool:
    for word in words[start : start + reach]:
        if ends_phrase(word) or word.low in ("and", "or"):
            return False
        if is_plural_noun(word):
            return True
    return False


def _ends_here(words: list[Word], i: int, first: int) -> bool:
    word = words[i]
    if word.raw == "," or word.low in ("and", "or", "&"):
        return i == first or not _leads_to_plural(words, i + 1)
    if ends_phrase(word):
        return True
    if word.is_digits:
        return not (i > first and words[i - 1].is_name and _plural_ahead(words, i + 1, 2))
    if word.low in word_class("verbs") or (is_participle(word) and i > first):
        return not _plural_ahead(words, i + 1, 4)
    return False


def _leads_to_plural(words: list[Word], start: int) -> bool:
    """Whether a list of modifiers goes on after a comma or "and": "Myanmar, regional, and international … groups"."""
    for word in words[start : start + 7]:
        if word.low in ("and", "or", "&") or word.raw == ",":
            continue
        if ends_phrase(word) or word.is_digits or word.low in word_class("verbs"):
            return False
        if is_plural_noun(word):
            return True
    return False


def _coordinated_end(words: list[Word], head: int) -> int:
    """"250 women and children", "551 organisations and allies": persons counted together are one counted thing."""
    persons = word_class("persons")
    i = head
    while i + 2 < len(words) and words[i + 1].low in ("and", "or", ",") and words[head].low in persons:
        step = i + 2 + (words[i + 1].raw == "," and words[i + 2].low == "and")
        if step >= len(words) or words[step].low not in persons:
            break
        i = step
    return i


def _without_plural(
    words: list[Word], first: int, last: int, *, singular_head: bool, joined: bool
) -> tuple[int, int, int] | None:
    """No plural came: a noun used as an adjective ("47-member Council", "a 12 page report"), "31 dead", or one thing."""
    if last < first:
        return None
    if not singular_head and words[first].low in word_class("nominal"):
        return first, first, first
    while last >= first and (words[last].low.endswith("ly") or words[last].low in word_class("verbs")):
        last -= 1
    if last < first:
        return None
    if singular_head and not joined:
        return first, last, last
    if joined or (last > first and not words[first].is_name):
        return first, first, first
    return (first, last, last) if not is_possessive(words[last]) else None


def _bare(word: Word) -> str:
    """The word without a trailing apostrophe, in the case of a common noun: "Organisations" → "organisations"."""
    bare = word.raw.rstrip("'’")
    return bare.lower() if bare.istitle() and is_plural_noun(word) else bare
