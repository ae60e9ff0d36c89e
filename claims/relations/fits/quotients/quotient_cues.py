"""What stands around each figure of a letter, looked at once: the words by which three figures are weighed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal

from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures
from claims.relations.fits.quotients.quotient_terms import Term, term_of
from claims.relations.fits.quotients.quotient_words import listed, names_new, per_unit
from claims.relations.moving.move_steps import time_of
from claims.relations.moving.reckoned import goes_on
from claims.relations.phrasing import ends, starts, without_end, words_of

_AROUND = 6
_BEHIND = 4
_NOT_BEHIND = 7
_BACK = 3
_STEM = 5
_RIGHT_BEHIND = 8
"""So few characters stand between "54%" and the "2018" of "54% in 2018"."""
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """The words around one figure, by what they say of it; `word` and `amount` count on through the letter."""

    word: int
    word_end: int
    amount: int
    of_whole: bool
    the: bool
    said_again: bool
    drawn: bool
    bracket: bool
    opens: bool
    of: bool
    of_these: bool
    closed: bool
    up: bool
    down: bool
    by: bool
    more: bool
    gone: bool
    no: bool
    compared: bool
    to: bool
    start: bool
    time: int
    stems: frozenset[str]
    """The first letters of the words right behind."""
    noun: str
    """The first letters of what is counted or of the unit."""


class Scene:
    """The figures of a letter with their cues, and how far apart they stand."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self._starts = [0]
        for told in figures.sentences:
            self._starts.append(self._starts[-1] + len(told.norms))
        self._cues: dict[tuple[int, int], Cue] = {}
        self._terms: dict[tuple[int, int], Term] = {}
        self._pers: dict[tuple[int, int], str | None] = {}
        self._fresh: dict[tuple[int, int], bool] = {}
        self._amounts = [_place(one) for told in figures.sentences for one in told.counts if _counts(one)]
        self._told: dict[Decimal, list[int]] = {}
        for told in figures.sentences:
            for one in told.counts:
                self._told.setdefault(one.claim.quantity.value, []).append(told.number)

    def cue(self, figure: Figure) -> Cue:
        """What stands around a figure."""
        key = _place(figure)
        if key not in self._cues:
            self._cues[key] = self._cue(figure)
        return self._cues[key]

    def term(self, figure: Figure) -> Term:
        """A figure with what it admits and what it may have been before a slip."""
        key = _place(figure)
        if key not in self._terms:
            self._terms[key] = term_of(figure)
        return self._terms[key]

    def per(self, figure: Figure) -> str | None:
        """What a figure is so much per: "month", "bed", "each"; `None` for one that no word calls a rate."""
        key = _place(figure)
        if key not in self._pers:
            self._pers[key] = per_unit(self.figures.told(figure), figure)
        return self._pers[key]

    def is_fresh(self, size: Figure) -> bool:
        """Whether the sentence names something new before the size: "The dividend rose by 9 per cent"."""
        key = _place(size)
        if key not in self._fresh:
            told, at = self.figures.told(size), size.sentence
            around = [one for each in self.figures.sentences[max(0, at - _BACK) : at] for one in each.counts[:1]]
            self._fresh[key] = not goes_on(self.figures, told, size, around)
        return self._fresh[key]

    def is_of_another(self, size: Figure) -> bool:
        """Whether the subject of the size's sentence is new: "The dividend rose by 9 per cent", "Rents rose"."""
        return self.is_fresh(size) and names_new(self.figures, size)

    def words_between(self, one: Figure, other: Figure) -> int:
        """How many words lie between two figures."""
        first, last = sorted((self.cue(one), self.cue(other)), key=lambda cue: cue.word)
        return max(0, last.word - first.word_end)

    def amounts_between(self, one: Figure, other: Figure) -> int:
        """How many other amounts lie between two figures."""
        first, last = sorted((one, other), key=_place)
        return self.cue(last).amount - self.cue(first).amount - _counts(first)

    def times_told(self, figure: Figure, until: int) -> int:
        """How often the letter has told a value as far as a sentence."""
        return bisect_right(self._told[figure.claim.quantity.value], until)

    def _cue(self, figure: Figure) -> Cue:
        told = self.figures.told(figure)
        norms, first, stop = told.norms, figure.first, figure.stop
        before, after = norms[max(0, first - _AROUND) : first], norms[stop : stop + _BEHIND]
        bare = plain(before)
        around = (*before, *after)
        direction, offset = figure.claim.quantity.direction, self._starts[figure.sentence]
        return Cue(
            word=offset + first,
            word_end=offset + stop,
            amount=bisect_left(self._amounts, _place(figure)),
            of_whole=bool(ends(bare, "of_whole")),
            the=bool(ends(norms[max(0, first - 2) : first], "articles")),
            said_again=bool(ends(bare, "apposition") or ends(bare, "comma")),
            drawn=bool(ends(bare, "draws")),
            bracket=before[-1:] == ("(",),
            opens=first <= 3 or not told.before(figure),
            of=bool(starts(after, "of_whole")),
            of_these=bool(starts(norms[stop : stop + _AROUND], "of_these")),
            closed=not after or bool(starts(after, "closers")),
            up=direction == "up" or _any(around, words_of("ups")),
            down=direction == "down" or _any(around, words_of("downs")),
            by=_any(before[-2:], listed("measures")),
            more=_any(after, words_of("more")) or _any(after, listed("again")),
            gone=_any(around, listed("gone")),
            no=_any((*before[-3:], *norms[stop : stop + _NOT_BEHIND]), listed("nots")),
            compared=bool(ends(bare, "compared")),
            to=bool(ends(bare, "to_words")),
            start=bool(ends(bare, "from_words")),
            time=time_of((*before, *after)),
            stems=frozenset(word[:_STEM] for word in norms[stop : stop + _AROUND] if len(word) >= _LEAST),
            noun=stem_of(figure),
        )


def stem_of(figure: Figure) -> str:
    """The first letters of what a figure counts, or of its unit; empty where neither is said."""
    quantity = figure.claim.quantity
    name = figure.noun or ("" if quantity.dimension == "count" else (quantity.unit or "").partition(" per ")[0])
    return name.rsplit(maxsplit=1)[-1].lower()[:_STEM] if name else ""


def plain(words: Sequence[str]) -> Sequence[str]:
    """The words without the article and the hedges at their end."""
    return without_end(without_end(words, "articles"), "hedges")


def period_of(claim: Claim) -> tuple[object, object] | None:
    """The time that the words of a claim's sentence give it."""
    period = claim.period
    if period is None or period.span is None or not claim.sentence_span.contains(period.span):
        return None
    return period.start, period.end


def time_behind(claim: Claim) -> tuple[object, object] | None:
    """The time that stands right behind a figure: "54% in 2018"."""
    period = claim.period
    if period is None or period.span is None or not 0 <= period.span.start - claim.span.end <= _RIGHT_BEHIND:
        return None
    return period.start, period.end


def _any(words: Sequence[str], known: frozenset[str]) -> bool:
    return any(word in known for word in words)


def _place(figure: Figure) -> tuple[int, int]:
    return figure.sentence, figure.first


def _counts(figure: Figure) -> bool:
    return figure.is_amount and not figure.is_one
