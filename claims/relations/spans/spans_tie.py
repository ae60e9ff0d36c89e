"""How a length hangs in its sentence: the words right before and behind it, and the pairs of days they tie it to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.language.words import vocabulary
from claims.quick_records import dataclass
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_lengths import unit_of
from claims.relations.spans.spans_model import Length, Moment
from claims.relations.spans.spans_scene import Scene, Told, holds, phrases

Pairs = tuple[tuple[Moment, Moment], ...]
_HARD = frozenset(".;:!?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The days a length may lie between, best first; `bound` if its words leave no others; `reading` names the words
    that tie it (a key of the vocabulary `elapsed`); `loose` if a misprint alone may be told from them; `length` is the
    length where the words make another one of it.
    """

    pairs: Pairs
    bound: bool
    reading: str
    length: Length | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A length where it stands: its letter, its sentence, the words before and behind it."""

    scene: Scene
    told: Told
    length: Length

    @property
    def before(self) -> tuple[str, ...]:
        return self.told.between(0, self.length.whole.start)

    @property
    def behind(self) -> tuple[str, ...]:
        return self.told.between(self.length.whole.end, len(self.told.reading.text))

    @property
    def dates_before(self) -> list[Dated]:
        return [dated for dated in self.told.dates if dated.span.end <= self.length.whole.start]

    @property
    def dates_behind(self) -> list[Dated]:
        return [dated for dated in self.told.dates if dated.span.start >= self.length.whole.end]

    @property
    def others(self) -> list[Moment]:
        """All dates of the sentence."""
        return [moment for dated in self.told.dates for moment in dated.moments]

    def sharp(self, moments: Iterable[Moment]) -> list[Moment]:
        """The moments that are told as finely as the length: no year says what "ten days later" counts from."""
        unit = unit_of(self.length.word)
        coarse = {"day": ("month", "quarter", "year"), "week": ("month", "quarter", "year"), "month": ("year",)}
        return [moment for moment in moments if moment.grain not in coarse.get(unit, ())]

    def earlier(self) -> list[Moment]:
        """Every date before the length that it may go back to, told as finely as the length."""
        return self.sharp(self.scene.earlier(self.told, self.length.whole.start))

    def gap_to(self, dated: Dated) -> tuple[str, ...]:
        """The words between the length and a date behind it, or between a date and the length behind that."""
        if dated.span.start >= self.length.whole.end:
            return self.told.between(self.length.whole.end, dated.span.start)
        return self.told.between(dated.span.end, self.length.whole.start)

    def opens(self, name: str, skip: Iterable[str] = ()) -> int | None:
        """How many words behind the length a phrase of a list ends, if the length is followed by it."""
        return opening(self.behind, name, skip)

    def is_now(self) -> bool:
        """Whether the sentence speaks of the letter's own time: in the present or the perfect, not in the past."""
        for words in (self.clause, self.told.norms):
            past, present = _in_past(words), holds(words, "present")
            if past or present:
                return present and not past
        return False

    @property
    def clause(self) -> tuple[str, ...]:
        """The words of the length's own part of the sentence; what opens a sentence goes with the part behind it."""
        before, behind = after_stop(self.before), _clause(self.behind, 1 if self.before[-1:] != (",",) else 0)
        return (*before, *(behind if before else _clause(self.behind, 2)))


def _in_past(words: Sequence[str]) -> bool:
    """Whether verbs of the past stand there: listed ones, or one in -ed that no auxiliary governs."""
    return holds(words, "past_tense") or any(finished(words, at) for at in range(len(words)))


def finished(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place is a finite verb of the past: "came", "opened", but not "have opened"."""
    lists = vocabulary("elapsed")
    word = words[at]
    if word not in lists["past_forms"] and not (word.endswith(tuple(lists["past_endings"])) and len(word) > _ENDED):
        return False
    governed = set(words[max(0, at - 4) : at]) & set(lists["auxiliaries"])
    return not governed and not set(words[max(0, at - 1) : at]) & set(lists["determiners"])


_ENDED = 4


def opening(words: Sequence[str], name: str, skip: Iterable[str] = ()) -> int | None:
    """The length in words of the phrase of a list that `words` begin with, after words to skip; None without one."""
    skipped, passed = frozenset(skip), 0
    while passed < len(words) and words[passed] in skipped and not _phrase_at(words[passed:], name):
        passed += 1
    found = _phrase_at(words[passed:], name)
    return passed + found if found else None


def closing(words: Sequence[str], name: str) -> bool:
    """Whether `words` end with a phrase of a list."""
    text = " " + " ".join(words)
    return any(text.endswith(f" {phrase}") for phrase in phrases(name))


def _phrase_at(words: Sequence[str], name: str) -> int | None:
    text = " ".join(words[:8]) + " "
    return next((len(phrase.split()) for phrase in phrases(name) if text.startswith(phrase + " ")), None)


def _clause(words: Sequence[str], commas: int) -> tuple[str, ...]:
    """The words up to a stop or to the comma of this number (the first: 1)."""
    seen = 0
    for at, word in enumerate(words):
        seen += word == ","
        if word in _HARD or (word == "," and seen >= max(1, commas)):
            return tuple(words[:at])
    return tuple(words)


def after_stop(words: Sequence[str]) -> tuple[str, ...]:
    """The words behind the last comma or stop."""
    at = next((at for at in range(len(words), 0, -1) if words[at - 1] in _HARD or words[at - 1] == ","), 0)
    return tuple(words[at:])


def only(words: Iterable[str], name: str) -> bool:
    """Whether all words stand on a list."""
    return set(words) <= {str(word) for word in vocabulary("elapsed")[name]}


def product(starts: Iterable[Moment], ends: Iterable[Moment]) -> Pairs:
    """Every start with every end, in order, none twice."""
    listed = list(ends)
    return tuple(dict.fromkeys((start, end) for start in starts for end in listed if start is not end))


def unbroken(words: Sequence[str], most: int) -> bool:
    """Whether words hold together: few, and no stop among them."""
    return len(words) <= most and not set(words) & _HARD
