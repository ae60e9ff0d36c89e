"""The figures of a letter in their order, each with the words between it and its neighbours: what finders look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from functools import cached_property
from itertools import accumulate

from claims.document import Document
from claims.model import Claim, SegmentKind
from claims.quick_records import dataclass
from claims.relations.phrasing import words_of
from claims.text.phrases import Word
from claims.text.plurals import singular

_ROW, _CELLS = 3, ("\t", "|")


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim in its sentence: its words are `[first, stop)` of the sentence's, number with its unit or sign.

    `noun` is the singular noun right behind the number, `None` where the number stands alone ("the other 14").
    """

    claim: Claim
    sentence: int
    paragraph: int
    first: int
    stop: int
    noun: str | None
    loose: bool = False
    """Whether it was taken for part of a name ("Kua 81"): what it counts, if anything, only a sum can tell."""
    timed: bool = False
    """Whether it counts days, weeks, months, years: "22 in the first ten of those months"."""
    aged: bool = False
    """Whether its words make it an age ("He was 44"): no amount of anything."""

    # Looked for by the thousand among the figures of a sentence: places first, for the claims are long.
    def __eq__(self, other: object) -> bool:
        if self is other or other.__class__ is not Figure:
            return self is other
        assert isinstance(other, Figure)
        return (self.first, self.sentence) == (other.first, other.sentence) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash((self.sentence, self.first, self.stop))

    def _told(self) -> tuple[object, ...]:
        return self.claim, self.paragraph, self.stop, self.noun, self.loose, self.timed, self.aged

    @property
    def is_share(self) -> bool:
        quantity = self.claim.quantity
        return quantity.dimension == "share" or (quantity.dimension == "percentage" and quantity.unit == "percent")

    @property
    def is_amount(self) -> bool:
        """A number of things, money or a measure: what can be added, divided, compared; no rate, no length of time."""
        quantity = self.claim.quantity
        return quantity.dimension in ("count", "money", "physical") and not (self.is_average or self.timed or self.aged)

    @property
    def is_average(self) -> bool:
        """So much per something: "$40 a day"."""
        return " per " in (self.claim.quantity.unit or "")

    @property
    def is_one(self) -> bool:
        """A bare "one", which is more often a pronoun than a number."""
        quantity = self.claim.quantity
        return self.noun is None and quantity.dimension == "count" and quantity.value == 1


@dataclass(frozen=True)
class Told:
    """A sentence as words in normal form, and its figures in order."""

    number: int
    paragraph: int
    kind: SegmentKind
    text: str
    start: int
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    counts: tuple[Figure, ...] = ()
    """All numbers of the sentence that count something, also those that are no claims ("three demands")."""
    ranks: tuple[Figure, ...] = ()
    """Its ordinals: "the 59th place"."""
    loose: tuple[Figure, ...] = ()
    """Its numbers behind names and labels: "Alden 21, Borley 9"."""
    worked_out: dict[str, list[Figure]] = field(default_factory=dict, compare=False, repr=False)
    """What finders have asked of it once, by name."""
    doubled: tuple[tuple[Figure, Figure], ...] = ()
    """Numbers said twice, "twelve (12)": both, with places in the words as printed; the second stands nowhere else."""

    @cached_property
    def norms(self) -> tuple[str, ...]:
        return tuple(word.norm for word in self.words)

    @cached_property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        words = sum(word[:1].isalpha() for word in self.norms)
        ruled = max(self.text.count(sign) for sign in _CELLS) >= _ROW - 1
        return ruled or (len(self.counts) >= _ROW and words <= 2 * len(self.counts))

    @cached_property
    def weighty(self) -> frozenset[str]:
        """Its words of weight, in the singular."""
        plain = words_of("plain")
        return frozenset(singular(word) for word in self.norms if len(word) > 3 and word not in plain)

    @cached_property
    def amounts(self) -> tuple[Figure, ...]:
        """Its counts that can be added or compared, bare "ones" left out; the last first."""
        return tuple(one for one in reversed(self.counts) if one.is_amount and not one.is_one)

    def between(self, one: Figure | None, other: Figure | None) -> tuple[str, ...]:
        """The words between two figures; `None` stands for the sentence's start or end."""
        return self.norms[one.stop if one else 0 : other.first if other else len(self.words)]

    def before(self, figure: Figure) -> tuple[str, ...]:
        """The words from the figure before, or from the start of the sentence, to this one."""
        at = bisect_left(self._firsts, figure.first)
        return self.between(self.figures[at - 1] if at else None, figure)

    def after(self, figure: Figure) -> tuple[str, ...]:
        """The words behind a figure as far as the next, or the end of the sentence."""
        at = bisect_right(self._firsts, figure.first)
        return self.between(figure, self.figures[at] if at < len(self.figures) else None)

    @cached_property
    def _firsts(self) -> list[int]:
        return [one.first for one in self.figures]


@dataclass(frozen=True)
class Figures:
    """All sentences that say something, in order, and all their figures."""

    document: Document
    sentences: tuple[Told, ...]

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        return tuple(figure for told in self.sentences for figure in told.figures)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [(one.sentence, one.first) for one in self.all]

    def strictly_between(self, one: Figure, other: Figure) -> tuple[Figure, ...]:
        """The figures that stand behind one and before the other."""
        start = bisect_right(self._places, (one.sentence, one.first))
        return self.all[start : bisect_left(self._places, (other.sentence, other.first), start)]

    @cached_property
    def _paragraphs(self) -> dict[int, tuple[Told, ...]]:
        found: dict[int, list[Told]] = {}
        for told in self.sentences:
            found.setdefault(told.paragraph, []).append(told)
        return {number: tuple(of) for number, of in found.items()}

    @cached_property
    def _norms(self) -> tuple[tuple[str, ...], list[int]]:
        """The words of all sentences in one row, and where in it each sentence begins."""
        lengths = (len(told.norms) for told in self.sentences)
        return tuple(word for told in self.sentences for word in told.norms), list(accumulate(lengths, initial=0))

    def words_from(self, one: Figure, other: Figure) -> tuple[str, ...]:
        """The words between a figure and one behind it, across sentences."""
        norms, starts = self._norms
        return norms[starts[one.sentence] + one.stop : starts[other.sentence] + other.first]

    @cached_property
    def _outside_lists(self) -> list[int]:
        """How many of the sentences before each, and before the end of them all, are no items of lists."""
        return list(accumulate((told.kind != "list" for told in self.sentences), initial=0))

    def list_head(self, sentence: int) -> int:
        """The first of the items of lists that stand without a break up to a sentence; itself where it is none."""
        return min(sentence, bisect_left(self._outside_lists, self._outside_lists[sentence + 1]))

    def is_list_throughout(self, first: int, last: int) -> bool:
        """Whether the sentences from one to another, both included, are all items of lists."""
        return self._outside_lists[first] == self._outside_lists[last + 1]

    def paragraph(self, number: int) -> tuple[Told, ...]:
        return self._paragraphs.get(number, ())

    def place(self, figure: Figure) -> int:
        """Where a figure begins in the reading view."""
        told = self.sentences[figure.sentence]
        return told.start + told.words[figure.first].span.start

    def told(self, figure: Figure) -> Told:
        return self.sentences[figure.sentence]
