"""What stands between two places of a sentence, counted once for all of it: a sentence may hold hundreds of figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from claims.language.words import of_language, vocabulary
from claims.quick_records import dataclass
from claims.text.phrases import Word, norms, split_words

HARD, BRACKETS = frozenset(";:—–"), frozenset("()")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words and marks stand in a stretch; `turns`: whether a word in it turns to another figure."""

    words: int
    commas: int
    hard: int
    brackets: int
    parting: int
    turns: bool


class Stretches:
    """The words and marks of one sentence, each kind counted from its beginning."""

    def __init__(self, text: str) -> None:
        words = split_words(text)
        parting = vocabulary("clauses")["parting"]
        self._starts = [word.span.start for word in words]
        self._ends = [word.span.end for word in words]
        self._commas = _counted(words, lambda word: word.text == ",")
        self._hard = _counted(words, lambda word: word.text in HARD)
        self._brackets = _counted(words, lambda word: word.text in BRACKETS)
        self._parting = _counted(words, lambda word: word.norm in parting)
        self._turns = _turns(words)

    def between(self, start: int, end: int) -> Counts:
        """What lies wholly inside `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = max(first, bisect_right(self._ends, end))

        def many(counted: Sequence[int]) -> int:
            return counted[last] - counted[first]

        at = bisect_left(self._turns, (first, 0))
        turns = any(after <= last for begin, after in self._turns[at:] if begin < last)
        return Counts(
            last - first, many(self._commas), many(self._hard), many(self._brackets), many(self._parting), turns
        )


@of_language(maxsize=64)
def stretches(text: str) -> Stretches:
    """The stretches of a sentence; those of the last few are kept."""
    return Stretches(text)


def _counted(words: Sequence[Word], what: Callable[[Word], bool]) -> list[int]:
    """How many of the first n words are `what`, for each n from 0."""
    return [0, *accumulate(map(what, words))]


def _turns(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a phrase stands that turns to another figure: the first word and the one after the last, in order."""
    own = [word.norm for word in words]
    phrases = [norms(turn) for turn in vocabulary("periods")["turns"]]
    some = [norms(each) for each in vocabulary("periods")["some_of"]]
    found = []
    for at, norm in enumerate(own):
        if norm[:1].isdigit():
            found += [(at, at + 1 + len(each)) for each in some if tuple(own[at + 1 : at + 1 + len(each)]) == each]
        found += [
            (at, at + len(each))
            for each in phrases
            if each and each[0] == norm and tuple(own[at : at + len(each)]) == each
        ]
    return sorted(found)
