"""One figure in its sentence, made ready for the question what it measures: the action, the counted noun, the words
beside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import ClassVar

from claims.language.words import vocabulary
from claims.measures.governing import Governor, governor
from claims.measures.sets import countable, fillers, rates
from claims.model import Place, Quantity, Span
from claims.quick_records import dataclass
from claims.text.phrases import Word, norms, split_words, words_within
from claims.text.plurals import singular


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a figure: its sentence, the time phrases in it (they tell when, not what), the words before.

    All spans count in `sentence`. `asides`: clauses that only say what happened then. `before`: the earlier sentences
    of the paragraph, the title, the event's name. `sources`: what the producers given as its source count;
    `producers`: their ids; `names`: where these stand; `place`: where the figure is of.
    """

    sentence: str
    quantities: Sequence[Quantity]
    times: Sequence[Span]
    before: Sequence[str]
    sources: Sequence[str] = ()
    place: Place | None = None
    producers: frozenset[str] = frozenset()
    names: Sequence[Span] = ()
    asides: Sequence[Span] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure among the words of its sentence: `place` with its comparator, `core` number and counted noun alone."""

    tokens: Sequence[Word]
    place: range
    core: range
    noun: tuple[str, ...]
    inherited: str | None
    action: Governor | None
    beside: frozenset[str]
    near: frozenset[str]
    around: Surroundings
    figures: Sequence[range]  # where the sentence's figures stand, lengths of time and ordinals left out


def figure_of(quantity: Quantity, around: Surroundings) -> Figure:
    tokens = split_words(around.sentence)
    sentence = _Sentence.of(tokens, around)
    own = _token_range(tokens, quantity)
    noun, inherited = _noun(quantity, around)
    return Figure(
        tokens=tokens,
        place=own,
        core=words_within(tokens, quantity.span),
        noun=noun,
        inherited=inherited,
        action=governor(tokens, own, sentence.places),
        beside=sentence.stems,
        near=_stems([tokens[at] for at in _own_part(tokens, own, sentence.places)], sentence.told),
        around=around,
        figures=sentence.figures,
    )


class _Sentence:
    """What is the same for all figures of a sentence: the words of each, in order, and the stems of all words. The last
    one is kept.
    """

    last: ClassVar[_Sentence | None] = None

    def __init__(self, tokens: Sequence[Word], around: Surroundings) -> None:
        self._tokens, self._quantities, self._times = tokens, around.quantities, around.times
        self.told = (*around.times, *around.asides)
        self.places = sorted((_token_range(tokens, other) for other in around.quantities), key=lambda r: r.start)
        self.stems = _stems(tokens, self.told)
        told = (each.span for each in around.quantities if each.dimension not in ("duration", "ordinal"))
        self.figures = [place for span in told if (place := words_within(tokens, span))]

    @classmethod
    def of(cls, tokens: Sequence[Word], around: Surroundings) -> _Sentence:
        last = cls.last
        if last is None or not last._is(tokens, around):
            last = cls.last = _Sentence(tokens, around)
        return last

    def _is(self, tokens: Sequence[Word], around: Surroundings) -> bool:
        return self._tokens is tokens and self._quantities is around.quantities and self._times == around.times


def _own_part(tokens: Sequence[Word], own: range, places: Sequence[range]) -> list[int]:
    """The words that speak of one figure: what opens the sentence, then its own part up to the next figure.

    "killed 400 people, with 20,000 in detention": nobody says that the 400 died there.
    """
    words, gerund = vocabulary("clauses"), tuple(vocabulary("nouns")["gerund_endings"])
    parts, joins = {",", ";", *words["turns"]}, {",", *words["list_joiners"]}
    opening = range(places[0].start if places else own.start)
    left, stop = own.start, own.stop
    if own.start > 1 and tokens[own.start - 1].norm.endswith(gerund) and tokens[own.start - 2].text == ",":
        # "carried out 50 air raids, killing 200": the raids did.
        left = 0
    while left > opening.stop and tokens[left - 1].norm not in parts:
        left -= 1
    for place in places[bisect_left(places, own.stop, key=attrgetter("start")) :]:
        if not all(tokens[at].norm in joins for at in range(stop, place.start)):
            stop = place.start
            break
        stop = place.stop
    else:
        stop = len(tokens)
    return sorted({*opening, *range(left, own.start), *own, *range(own.stop, stop)})


def _token_range(tokens: Sequence[Word], quantity: Quantity) -> range:
    start = quantity.span.start
    if quantity.comparator_span is not None and quantity.comparator_span.start < start:
        start = quantity.comparator_span.start
    return words_within(tokens, Span(start, quantity.span.end))


def _noun(quantity: Quantity, around: Surroundings) -> tuple[tuple[str, ...], str | None]:
    """The counted noun's words; "4,210 more" counts what was counted just before in the sentence."""
    own = _without_number_of(norms(quantity.counted or ""))
    if quantity.counted_span is not None and quantity.counted_span.end <= quantity.number_span.start:
        # "the death toll rose to 31": what stands before a number is its subject, and counts only if it is people or
        # things.
        shared = any(q.span.overlaps(quantity.counted_span) for q in around.quantities if q is not quantity)
        subject = own and (own[-1] in countable() or len(own) < len(norms(quantity.counted or "")))
        own = own if subject and (quantity.additive or not shared) else ()
    if any(word not in fillers() for word in own):
        return own, None
    if not own and not quantity.additive:
        return own, None
    for other in reversed(
        [q for q in around.quantities if q.span.end <= quantity.span.start and q.dimension == "count"]
    ):
        noun = norms(other.counted or "")
        if any(word not in fillers() for word in noun):
            return noun, other.counted
    return own, None


def _without_number_of(noun: tuple[str, ...]) -> tuple[str, ...]:
    """ "the number of internally displaced people stands at 3.5 million": what there is a number of."""
    heads = vocabulary("measure_words")["number_of"]
    of = vocabulary("clauses")["of"]
    at = next((i for i, word in enumerate(noun) if i and word in of and noun[i - 1] in heads), -1)
    return noun[at + 1 :]


def _stems(tokens: Sequence[Word], times: Sequence[Span]) -> frozenset[str]:
    """The stems of all words that do not tell a time ("since the earthquake" kills nobody)."""
    told = _told(tokens, times)
    return frozenset(singular(token.norm) for at, token in enumerate(tokens) if token.is_word and at not in told)


def _told(tokens: Sequence[Word], spans: Sequence[Span]) -> set[int]:
    """The indexes of the tokens that some of the spans overlap."""
    starts, ends = ([token.span.start for token in tokens], [token.span.end for token in tokens]) if spans else ([], [])
    return {at for span in spans for at in range(bisect_right(ends, span.start), bisect_left(starts, span.end))}


def is_rate(quantity: Quantity, figure: Figure) -> bool:
    """ "every week, 50 air raids", "20 deaths a day": so many in each stretch of time."""
    if " per " in (quantity.unit or ""):
        return True
    return bool(rates().find(figure.tokens))


def narrowed(figure: Figure, *, parts: bool = True) -> str | None:
    """ "sentenced 31 people to death", "attacks on journalists": fewer than the measure counts.

    "15,000 of whom are serving sentences" is not: what follows "of whom" is its own action.
    """
    if not len(figure.place):
        return None
    start, end = figure.tokens[figure.place.start].span.start, figure.tokens[figure.place.stop - 1].span.end
    after = norms(figure.around.sentence[end : end + 60])
    whole = norms(figure.around.sentence[start:end]) + after
    limit = len(whole) - len(after)
    words = vocabulary("measure_words")
    acted = figure.action is not None and figure.action.span.start >= end
    for phrase in (*words["narrowing"], *(() if acted or not parts else words["parts_of"])):
        told = norms(phrase)
        for at in range(max(0, limit - len(told)), min(len(whole), limit + 3)):
            if whole[at : at + len(told)] == told and not {",", *words["and_words"]} & set(whole[limit:at]):
                return str(phrase)
    return None
