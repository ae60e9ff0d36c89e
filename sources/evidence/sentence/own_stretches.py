"""Which stretches of a sentence speak of one figure: its own part, up to other figures and other subjects."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Final

from claims.language.words import of_language
from claims.model import Span
from claims.quick_records import dataclass
from claims.text.phrases import Word, split_words
from sources.words import words

_DASHES: Final = ("–", "—", "-")
_COMMAS: Final = (",", ";")
_REACH: Final = 5
_START, _END, _PLACE = attrgetter("span.start"), attrgetter("span.end"), attrgetter("start", "end")
# the lists of general words that part or turn what a sentence says, and are not general themselves
PARTING: Final = (
    "subjects",
    "joins",
    "separators",
    "hinges",
    "steps",
    "changes",
    "going_on",
    "takes_up",
    "synonyms",
    "demonyms",
    "emphasis",
)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Where a figure stands in `sentence`; all spans are of it.

    `clause`: the part that no turn ("but") parts from the figure; `number`: its digits or number words; `figure`: the
    number with what it counts ("40 public executions"); `others`: the sentence's other figures; `read`: what was read
    of it besides: days, places, sources, events, hedges.
    """

    sentence: str
    clause: Span
    number: Span
    figure: Span
    others: tuple[Span, ...]
    read: tuple[Span, ...]

    @cached_property
    def own_stretches(self) -> tuple[Span, ...]:
        """What speaks of the figure: what stands before the first figure, its own part up to the other figures."""
        return tuple(_own_stretches(self))


@cache
def general_words() -> frozenset[str]:
    sourcing, told = words("sourcing"), words("general")
    lists = ("empty", "telling", "saying", "having", "announcing", "before_source", "ourselves", "up_to", "turns")
    own = (told[key] for key in told if key not in PARTING)
    return frozenset().union(*own, *(sourcing[key] for key in lists)) - general_set("hinges")


@cache
def general_set(key: str) -> frozenset[str]:
    return frozenset(words("general")[key])


def _own_stretches(setting: Setting) -> Iterator[Span]:
    tokens = split_words(setting.sentence)
    figures = sorted((setting.number, *setting.others), key=_PLACE)
    left, right = setting.clause.start, setting.clause.end
    # edges come in order, so that only those next to the figure count
    before = next((pair for pair in _pairs_back(figures) if pair[1].start <= setting.number.start), None)
    behind = next((pair for pair in pairwise(figures) if pair[0].start >= setting.number.start), None)
    left = _edge(tokens, *before) if before is not None else left
    right = min(right, _edge(tokens, *behind)) if behind is not None else right
    head = _behind_dateline(setting, tokens)
    first = min(figures[0].start, left)
    if head < first:
        yield Span(head, first)
    yield Span(max(left, head), _before_new_clause(tokens, _signs_of(setting.sentence).commas, setting.number, right))


def _pairs_back(figures: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    return ((figures[at - 1], figures[at]) for at in range(len(figures) - 1, 0, -1))


def _edge(tokens: Sequence[Word], one: Span, other: Span) -> int:
    """Where the words of one figure end and those of the next begin: at the last word or mark that parts them."""
    between = tokens[bisect_left(tokens, one.end, key=_START) : bisect_right(tokens, other.start, key=_END)]
    return next((each.span.start for each in reversed(between) if each.norm in general_set("separators")), other.start)


def _behind_dateline(setting: Setting, tokens: Sequence[Word]) -> int:
    """The end of a place and day before a dash, that open a letter; else where the clause starts."""
    at = _signs_of(setting.sentence).dash
    if at is None or tokens[at].span.start >= setting.number.start:
        return setting.clause.start
    before = (each for each in tokens[:at] if each.text[0].isalpha())
    dated = all(
        each.text[0].isupper() or each.norm in general_words() or overlaps(each, setting.read) for each in before
    )
    return tokens[at].span.end if dated and at else setting.clause.start


@dataclass(frozen=True, slots=True)
class _Signs:
    """Where in the words of a sentence its first dash stands, if it has one, and its commas and semicolons."""

    dash: int | None
    commas: Sequence[int]


@of_language(maxsize=64)
def _signs_of(sentence: str) -> _Signs:
    tokens = split_words(sentence)
    dash = next((at for at, token in enumerate(tokens) if token.text in _DASHES), None)
    return _Signs(dash, [at for at, token in enumerate(tokens) if token.norm in _COMMAS])


def overlaps(token: Word, spans: Sequence[Span]) -> bool:
    return any(span.overlaps(token.span) for span in spans)


def _before_new_clause(tokens: Sequence[Word], commas: Sequence[int], number: Span, right: int) -> int:
    """The end of a figure's words where a clause of another subject follows (", and nobody has answered")."""
    within = range(bisect_left(tokens, number.end, key=_START), bisect_left(tokens, right, key=_START))
    behind = commas[bisect_left(commas, within.start) : bisect_left(commas, within.stop)]
    opening = (at for at in behind if _opens_clause(tokens[at + 1 : at + _REACH]))
    return next((tokens[at].span.start for at in opening), right)


def _opens_clause(following: Sequence[Word]) -> bool:
    """Whether words behind a comma open a clause of its own subject, or speak of what was counted as "such"."""
    told = [each.norm for each in following]
    joined = len(told) > 1 and told[0] in general_set("joins") and told[1] in general_set("subjects")
    return joined or any(
        one.endswith(tuple(general_set("going_on"))) and other in general_set("takes_up")
        for one, other in pairwise(told)
    )
