"""What a number counts: the noun phrase as written, its head noun in the singular, where it stands.

After the number as a rule ("31 Baltic, Nordic and international aid organisations" → organisation), after
"of" behind a unit or a share ("60% of its workforce"); else what the sentence is about (`claims.nouns.subjects`).
"""

from __future__ import annotations

from dataclasses import replace

from claims.model import Dimension, Span
from claims.nouns import ellipsis, subjects, verbs
from claims.nouns.classes import (
    Word,
    is_adverb,
    is_participle,
    is_plural_noun,
    is_possessive,
    word_class,
    words_left,
    words_right,
)
from claims.nouns.noun_phrases import begin, complement_end, noun_phrase
from claims.quick_records import dataclass
from claims.text.cells import in_cell
from claims.text.plurals import singular
from claims.units.unit_rates import read_per

PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedReading:
    """What is counted. `follows` says whether it stands behind the number and belongs to the claim's own words
    ("40 people"); a subject before the number ("unemployment rose to 4%") does not. `refers_back`: it is
    what an earlier number counted ("40 people and 30 more"). `noun` is the phrase up to its head
    ("women" of "women and children"). `per` is the denominator of a rate behind it ("20 deaths a day"), `per_span` its
    words."""

    span: Span
    phrase: str
    noun: str
    head: str
    follows: bool
    refers_back: bool = False
    per: str | None = None
    per_span: Span | None = None

    @property
    def unit(self) -> str:
        """The head noun as a unit, with its rate: "player", "test per day"."""
        return f"{self.head} per {self.per}" if self.per else self.head


def unit_phrase(unit: str, counted: str) -> str:
    """A unit of counting with the words that belong to it: "player", "first-team players" → "first-team player"."""
    head, per, rest = unit.partition(" per ")
    words = counted.split()
    for i, word in enumerate(words):
        if singular(word.strip(",'’")).lower() == head.lower():
            return " ".join([*words[:i], head]) + per + rest
    return unit


def read_counted(
    text: str,
    number: Span,
    after: Span | None = None,
    dimension: Dimension | None = None,
    again: int | None = None,
) -> CountedReading | None:
    """What the number at `number` counts; `after` covers its unit (`UnitReading.after`), `dimension` is the unit's.

    Times and ages count nothing but themselves unless a noun is tied to them ("a 15-year-old student"). `again`: where
    the brackets end in which the number is said twice ("twelve (12) members").
    """
    if in_cell(text, number.start, number.end):
        return None
    at = max(number.end, after.end if after is not None else 0, again or 0)
    found = _right(text, number, at, has_unit=after is not None, dimension=dimension)
    if found is not None or dimension == "duration":
        return found
    start = min(number.start, after.start) if after is not None else number.start
    how = ellipsis.refers_back(text, start, at, has_unit=after is not None)
    if how != "no":
        earlier = _earlier(text, start, at) if after is None else None
        if earlier is not None or how == "must":
            return earlier
    return _subject(text, start, at)


def _earlier(text: str, start: int, at: int) -> CountedReading | None:
    found = ellipsis.earlier_noun(text, start)
    if found is None:
        return None
    first, last, head = found
    return _reading(text, Span(first.start, last.end), head, follows=False, rate=read_per(text, at))


def _subject(text: str, start: int, at: int) -> CountedReading | None:
    named = subjects.read_subject(text, start, at)
    if named is None:
        return None
    span, head = named
    return CountedReading(span=span, phrase=span.of(text), noun=span.of(text), head=head, follows=False)


def _right(text: str, number: Span, at: int, *, has_unit: bool, dimension: Dimension | None) -> CountedReading | None:
    words = words_right(text, at)
    if not words or (has_unit and "\n" in text[at : words[0].start]):
        return None
    dash = text[at : at + 1] in ("-", "‐", "‑") and len(words) > 1
    joined = dash and words[1].low not in word_class("fillers")
    opening = begin(words, dash, share=dimension == "share")
    if opening is None:
        return None
    first, partitive = opening
    if has_unit and (joined or not (partitive or _qualifies(text, number, at, words[first], dimension))):
        return None
    one = not partitive and number.of(text).lower() in word_class("ones")
    singular_head = partitive or has_unit or one or dimension in ("share", "percentage")
    chosen = noun_phrase(words, first, singular_head=singular_head, joined=joined, one=one)
    if chosen is None or (words[chosen[2]].low in word_class("time_nouns") and not one):
        return None
    if _next_clause(text, number, words, chosen):
        chosen = (chosen[0], chosen[2], chosen[2])
    span = _trimmed(text, words, chosen)
    last = complement_end(words, chosen[2])
    if last is None or chosen[1] > chosen[2]:
        return _reading(text, span, words[chosen[2]], follows=True, rate=read_per(text, span.end))
    whole = Span(span.start, words[last].end)
    read = _reading(text, whole, words[chosen[2]], follows=True, rate=read_per(text, whole.end))
    return replace(read, noun=read.phrase, head=f"{read.head} {text[words[chosen[2] + 1].start : whole.end]}")


def _next_clause(text: str, number: Span, words: list[Word], chosen: tuple[int, int, int]) -> bool:
    """Whether a noun behind "and" begins the next clause: "killed 12 soldiers and civilians fled"."""
    _, high, head = chosen
    if high == head or high + 1 >= len(words) or not verbs.is_verb_form(words[high + 1]):
        return False
    return verbs.has_verb_before(text, number.start)


def _trimmed(text: str, words: list[Word], chosen: tuple[int, int, int]) -> Span:
    """Without "decently sized" in front, with the quotation mark that closes inside: "24 “illegal” settlements"."""
    low, high, head = chosen
    if low + 1 < head and is_possessive(words[low]) and words[low + 1].is_digits:
        low += 2 + (words[low + 2].low in word_class("scales"))  # "the country's 54 million people"
    while low < head and is_adverb(words[low]):
        low += 1 + (low + 1 < head and is_participle(words[low + 1]))
    span = Span(words[low].start, words[high].end)
    if span.of(text).endswith(("s'", "s’", "n'", "n’")):  # a quotation closes: "of '20 children'"
        span = Span(span.start, span.end - 1)
    quoted = text[span.start - 1] in '“‘"' and any(q in span.of(text) for q in '”’"')
    return Span(span.start - 1, span.end) if quoted else span


def _qualifies(text: str, number: Span, at: int, noun: Word, dimension: Dimension | None) -> bool:
    """Whether a quantity with a unit is tied to the noun behind it.

    An age is ("15-year-old students", not "30 months the army …"); other units where the quantity stands like an
    adjective: glued ("500mg tablets") or behind a determiner ("a record $44 million fine", not "$750,000 stay unsold").
    """
    if dimension == "duration":
        return text[max(0, noun.start - 4) : noun.start].strip().lower().endswith(tuple(word_class("age_endings")))
    if text[number.end : number.end + 1].isalpha():
        return True
    for word in reversed(words_left(text, number.start)[-5:]):
        if word.low in word_class("openers"):
            return True
        if word.low in word_class("stops") or word.raw in ",:()":
            return False
    return False


def _reading(text: str, span: Span, head: Word, *, follows: bool, rate: tuple[str, Span] | None) -> CountedReading:
    return CountedReading(
        span=span,
        phrase=span.of(text),
        noun=text[span.start : head.end],
        head=_head(head),
        follows=follows,
        refers_back=not follows,
        per=rate[0] if rate else None,
        per_span=rate[1] if rate else None,
    )


def _head(word: Word) -> str:
    """The singular of a head noun, in the case of a common noun; the dead, the injured and "those held" are persons."""
    if word.low in word_class("nominal") or is_participle(word):
        return PERSON
    bare = word.raw.rstrip("'’")
    return singular(bare.lower() if bare.istitle() and is_plural_noun(word) else bare)
