"""Counts that "alone" puts inside a longer time told before: "84 burned from 2016 to 2019, in 2018 alone 31"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.words import of_language, vocabulary
from claims.model import Claim, Period
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import Within
from claims.relations.pairing import is_paced, is_set, nouns_meet
from claims.relations.phrasing import Words, holds, starts, words_of
from claims.relations.windows_within import find_windows, is_time
from claims.text.plurals import singular

_BEFORE, _BEHIND = 9, 8
_BACK = 4
"""So many sentences back the longer time may be told."""
_HOLDS = 6
_TAKEN = 4


def told_windows(figures: Figures) -> tuple[Within, ...]:
    """Every count that words put inside another, each pair once."""
    told = tuple(find_windows(figures))
    known = {one.inner.quantity.number_span for one in told}
    return (*told, *(one for one in find_alone(figures) if one.inner.quantity.number_span not in known))


def find_alone(figures: Figures) -> Iterator[Within]:
    """Every count of a time told "alone" with the count before it that holds it."""
    for told in figures.sentences:
        for inner in told.counts:
            if not _may_count(told, inner):
                continue
            outer = _outer(figures, told, inner) if _is_alone(told, inner) else _longer(figures, told, inner)
            if outer is not None:
                yield Within(inner=inner.claim, outer=outer.claim)


def _longer(figures: Figures, told: Told, inner: Figure) -> Figure | None:
    """ "In 2021 they summoned 92 people. In the first half of 2021 there were 48.", "131 attacks. Of these, 57 fell in
    June": the one count of the sentence before, of a time that holds the other's, or that words take up.
    """
    before = figures.sentences[told.number - 1] if told.number else None
    if before is None or before.paragraph != told.paragraph or told.counts[0] is not inner:
        return None
    counts = [one for one in before.counts if _may_count(before, one) and not one.timed]
    if len(counts) != 1 or inner.noun not in (None, counts[0].noun) or counts[0].noun is None:
        return None
    outer = counts[0]
    if starts(told.norms, "of_these"):
        return outer if _own_time_follows(told, inner) else None
    apart = not _is_inside(inner.claim, outer.claim) or not _one_subject(told, inner, before, outer)
    return None if apart else outer


def _own_time_follows(told: Told, inner: Figure) -> bool:
    """ "Of these, 57 fell in the last three months": nothing else is counted of them."""
    return len(told.between(None, inner)) <= _TAKEN and _is_time(_clause(told.norms[inner.stop :][:_BEHIND]))


def _is_inside(inner: Claim, outer: Claim) -> bool:
    """Whether both name a time of their own, and that of the one is a shorter part of the other's."""
    ours, theirs = inner.period, outer.period
    if ours is None or theirs is None or ours.span is None or theirs.span is None:
        return False
    if ours.start is None or ours.end is None or theirs.start is None or theirs.end is None:
        return False
    own = all(one.sentence_span.contains(it) for one, it in ((inner, ours.span), (outer, theirs.span)))
    inside = theirs.start <= ours.start and ours.end <= theirs.end
    return own and inside and (ours.end - ours.start) < (theirs.end - theirs.start)


def _may_count(told: Told, one: Figure) -> bool:
    quantity = one.claim.quantity
    counts = quantity.dimension == "count" or one.timed or (quantity.dimension == "duration" and one.noun is None)
    return counts and not (one.is_average or one.is_one or one.aged or is_paced(told, one) or is_set(told, one))


def _is_alone(told: Told, inner: Figure) -> bool:
    """ "in May alone there were 48", "22 of them in the last year alone", "in the single month of June"."""
    counts = [one for one in told.counts if _may_count(told, one)]
    at = next((n for n, one in enumerate(counts) if one is inner), 0)
    before = told.norms[counts[at - 1].stop if at else 0 : inner.first][-_BEFORE:]
    last = at + 1 == len(counts)
    behind = told.norms[inner.stop : len(told.norms) if last else counts[at + 1].first][:_BEHIND]
    return _names_time_alone(before) or _names_time_alone(_clause(behind))


def _names_time_alone(words: Words) -> bool:
    lone = [n for n, word in enumerate(words) if word in words_of("lone_time")]
    return any(_is_time(words[max(0, n - _HOLDS) : n + _HOLDS]) for n in lone)


def _is_time(words: Words) -> bool:
    return any(is_time(word) for word in words)


def _clause(words: Words) -> Words:
    return words[: next((n for n, word in enumerate(words) if word in words_of("stops")), len(words))]


def _outer(figures: Figures, told: Told, inner: Figure) -> Figure | None:
    """The count before in its sentence, else the largest told of a longer time a little before; none where one of the
    things differs, or the words tell of another subject.
    """
    own = [one for one in told.counts if one.first < inner.first and _may_hold(told, one, inner)]
    if own:
        return own[-1] if _one_subject(told, inner, told, own[-1]) else None
    found = [
        one
        for other in figures.sentences[max(0, told.number - _BACK) : told.number]
        for one in other.counts
        if _may_hold(other, one, inner) and _one_subject(told, inner, other, one) and _has_time(other, one)
    ]
    return max(found, key=lambda one: one.claim.quantity.value, default=None)


def _may_hold(told: Told, one: Figure, inner: Figure) -> bool:
    if not _may_count(told, one) or one.claim.quantity.dimension != "count" or one.timed:
        return False
    alike = inner.noun is None or (one.noun is not None and nouns_meet(one.noun, inner.noun))
    return alike and not _lies_outside(inner.claim.period, one.claim.period)


def _lies_outside(inner: Period | None, outer: Period | None) -> bool:
    if inner is None or outer is None:
        return False
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return not (outer.start <= inner.start and inner.end <= outer.end)


def _has_time(told: Told, one: Figure) -> bool:
    """Whether the sentence of the longer time names it."""
    return one.claim.period is not None or _is_time(told.norms) or holds(told.norms, "of_these")


def _one_subject(ours: Told, inner: Figure, theirs: Told, outer: Figure) -> bool:
    """Whether the shorter time's clause brings no word of weight and no person that the longer one's has not."""
    start = outer.stop if ours is theirs else 0
    norms = ours.norms
    end = next((n for n in range(inner.stop, len(norms)) if norms[n] in words_of("stops")), len(norms))
    words = [word for n, word in enumerate(norms[start:end], start) if not inner.first <= n < inner.stop]
    known = {singular(word) for word in theirs.norms} | {*(inner.noun or "").split()}
    new = {word for word in words if _weighs(word) and singular(word) not in known}
    persons = words_of("first_persons")
    other = bool(set(words) & persons) and not set(theirs.norms) & persons
    named = inner.noun is not None and inner.noun == outer.noun
    return not new and (named or not other)


def _weighs(word: str) -> bool:
    light = words_of("plain") | words_of("alone_light") | words_of("lone_time") | words_of("size_words") | _numbers()
    return len(word) > 3 and word[0].isalpha() and word not in light and not is_time(word)


@of_language
def _numbers() -> frozenset[str]:
    """ "in the first eight months": a number names no other subject."""
    return frozenset(str(word) for key in ("units", "tens") for word in vocabulary("number_words")[key])
