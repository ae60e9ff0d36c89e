"""Where the words of a letter stand in the file that they were read from.

A reader gives a letter's text in the common dress, without telling where in the file each word came from. Here the two
are laid side by side by their letters and digits alone: first stretches of three words that occur once in both, then,
between two of those, the words asked for with as much of what stands around them as makes them the only ones.
What is not the only one is not found: a comment at the wrong number is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import compress

from claims.quick_records import dataclass

Place = tuple[int, int]
WORD = re.compile(r"\w+")
SHINGLE = 3  # words
AROUND = (0, 4, 8, 16, 32, 64)  # letters and digits on each side that may tell two places apart


@dataclass(frozen=True, slots=True)
class Stream:
    """The letters and digits of `text`, folded, in `signs`; `at[i]` is where the `i`th of them stands in `text`."""

    text: str
    signs: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Stream:
        folded = list(map(_FOLDED.__getitem__, text))
        signs = "".join(folded)
        if len(signs) == sum(map(bool, folded)):  # one for one, as almost always
            return cls(text, signs, tuple(compress(range(len(text)), folded)))
        return cls(text, signs, tuple(offset for offset, some in enumerate(folded) for _ in some))

    def inside(self, start: int, end: int) -> Place:
        """The stretch of `signs` that `text[start:end]` gives."""
        return bisect_left(self.at, start), bisect_left(self.at, end)

    def words(self) -> list[Place]:
        """The words of `text` as stretches of `signs`."""
        found = (self.inside(*match.span()) for match in WORD.finditer(self.text))
        return [place for place in found if place[0] < place[1]]


class _Folds(dict[str, str]):
    """What of a character is compared, made when it is first met."""

    def __missing__(self, sign: str) -> str:
        self[sign] = "".join(one for one in unicodedata.normalize("NFKC", sign).casefold() if one.isalnum())
        return self[sign]


_FOLDED = _Folds()


@dataclass(slots=True)
class Alignment:
    """`ours`, the text a letter was read as, beside `theirs`, the words of its file; made once for all its places."""

    ours: Stream
    theirs: Stream
    _anchors: list[Place] = field(default_factory=list)

    @classmethod
    def of(cls, ours: str, theirs: str) -> Alignment:
        made = cls(Stream.of(ours), Stream.of(theirs))
        made._anchors = list(_anchors(made.ours, made.theirs))
        return made

    def place(self, start: int, end: int) -> Place | None:
        """Where in `theirs` the words `ours[start:end]` stand; `None` where they stand nowhere or cannot be told."""
        first, last = self.ours.inside(start, end)
        if first >= last:
            return None
        found = self._found(first, last)
        if found is None:
            return None
        at = self.theirs.at
        ends = (at[found], at[found + last - first - 1] + 1)
        return _with_signs(self.ours.text[start:end], self.theirs.text, *ends)

    def _found(self, first: int, last: int) -> int | None:
        """The beginning in `theirs.signs` of `ours.signs[first:last]`."""
        before, after = self._gap(first, last)
        ours = self.ours.signs[before[0] : after[0]]
        theirs = self.theirs.signs[before[1] : after[1]]
        if ours == theirs:
            return before[1] + first - before[0]
        found = _only_one(ours, theirs, first - before[0], last - before[0])
        if found is not None:
            return before[1] + found
        # A reader moves what a page sets apart, notes above all: such words stand elsewhere, and only there.
        return _only_one(self.ours.signs, self.theirs.signs, first, last)

    def _gap(self, first: int, last: int) -> tuple[Place, Place]:
        """The anchors that stand around a stretch of `ours.signs`."""
        left = bisect_right(self._anchors, first, key=lambda anchor: anchor[0]) - 1
        right = bisect_left(self._anchors, last, key=lambda anchor: anchor[0])
        return self._anchors[max(left, 0)], self._anchors[min(right, len(self._anchors) - 1)]


def _only_one(ours: str, theirs: str, first: int, last: int) -> int | None:
    """Where in `theirs` `ours[first:last]` begins, told by as little around it as makes it the only one in both."""
    for more in AROUND:
        start, end = max(0, first - more), min(len(ours), last + more)
        words = ours[start:end]
        at = theirs.find(words)
        if at >= 0 and theirs.find(words, at + 1) < 0 and ours.find(words, ours.find(words) + 1) < 0:
            return at + first - start
    return None


def _anchors(ours: Stream, theirs: Stream) -> Iterator[Place]:
    """Where a stretch of words that occurs once in both begins, in order in both; the two ends of the texts besides."""
    yield 0, 0
    if ours.signs != theirs.signs:
        mine, other = _once(ours), _once(theirs)
        yield from _rising(sorted((at, other[words]) for words, at in mine.items() if words in other))
    yield len(ours.signs), len(theirs.signs)


def _once(stream: Stream) -> dict[str, int]:
    """Stretches of words that occur once, with where they begin in `signs`."""
    words = stream.words()
    found: dict[str, int] = {}
    twice: set[str] = set()
    for at in range(len(words) - SHINGLE + 1):
        start, end = words[at][0], words[at + SHINGLE - 1][1]
        said = stream.signs[start:end]
        if said in found:
            twice.add(said)
        found[said] = start
    return {said: at for said, at in found.items() if said not in twice}


def _rising(pairs: Sequence[Place]) -> list[Place]:
    """The longest run of `pairs` (sorted by the first) in which the second rises too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, other) in enumerate(pairs):
        at = bisect_left(ends, other)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [other]
        last[at : at + 1] = [number]
    run: list[Place] = []
    number_of: int | None = last[-1] if last else None
    while number_of is not None:
        run.append(pairs[number_of])
        number_of = before[number_of]
    return run[::-1]


def _with_signs(asked: str, text: str, start: int, end: int) -> Place:
    """The place with the signs around it that belong to what was asked: the "$" of "$3.5 million", a closing "%"."""
    lead = asked[: len(asked) - len(asked.lstrip("$€£¥₹+-−#"))]
    if lead and text[max(0, start - len(lead)) : start] == lead:
        start -= len(lead)
    trail = asked[len(asked.rstrip("%‰+")) :]
    return start, end + len(trail) if trail and text[end : end + len(trail)] == trail else end
