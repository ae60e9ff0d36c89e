"""Figures that change, with the size of it: "from 640 to 384, a cut of 40 per cent", "doubled from 40 to 80"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.language.words import of_language, vocabulary
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Move, Step
from claims.relations.moving.move_steps import Stepped, steps_of
from claims.relations.moving.ways_of_moving import more_behind, way_of, ways_of
from claims.relations.pairing import is_later, kin
from claims.relations.phrasing import ends, holds, starts, without_end, words_of
from claims.relations.portions.shares import is_change
from claims.text.plurals import singular

_APART = 9
"""How many words that are no part of it may stand between a move and its size."""

_NAMED = 2


def find_moves(figures: Figures) -> Iterator[Move]:
    """Every size of a change with the figures it may be the change of; then moves whose verb alone can be wrong."""
    for told in figures.sentences:
        sized = False
        for size in told.figures:
            if _is_size(told, size) and (move := _move(figures, told, size)):
                sized = True
                yield move
        factored = not _factors().keys().isdisjoint(told.norms)
        for at in range(len(told.words) if factored else 0):
            if (move := _by_word(figures, told, at)) is not None:
                sized = True
                yield move
        if not sized:
            yield from ways_of(told)


def _is_size(told: Told, figure: Figure) -> bool:
    """Whether a figure tells how much another changed: a percentage, points, a multiple, or a number of things more."""
    quantity = figure.claim.quantity
    if quantity.dimension == "multiple":
        return True
    if quantity.dimension == "percentage" or figure.is_share:
        return is_change(told, figure)
    if not figure.is_amount or figure.is_one:
        return False
    before = without_end(told.before(figure), "hedges")
    return quantity.direction is not None or bool(ends(before, "size_nouns")) or more_behind(told, figure)


def _move(figures: Figures, told: Told, size: Figure) -> Move | None:
    found = [(one, _weight(figures, told, size, one)) for one in steps_of(figures, told, size) if _alike(size, one)]
    found.sort(key=lambda item: -item[1])
    if not found:
        return None
    sure, unsure = _parted(found)
    return (
        Move(by=size.claim, readings=sure, open_readings=unsure, way=way_of(told, size), evidence=found[0][1])
        if sure
        else None
    )


def _parted(found: Sequence[tuple[Stepped, int]]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The steps that the words bind to the size, and those that merely stand near."""
    best = max(weight for _, weight in found)
    if best < LIKELY:
        return (), ()
    sure = tuple(one.step for one, weight in found if weight == best)
    return sure, () if best >= SURE else tuple(one.step for one, weight in found if weight < best)


def _alike(size: Figure, one: Stepped) -> bool:
    """Whether the size can be that of the step: a number of things needs the things themselves."""
    ours, theirs = size.claim.quantity, one.first.claim.quantity
    if ours.dimension in ("percentage", "share", "multiple"):
        return not (_is_points(size) and theirs.dimension == "money")
    return ours.dimension == theirs.dimension or "count" in (ours.dimension, theirs.dimension)


def _is_points(size: Figure) -> bool:
    unit = size.claim.quantity.unit or ""
    return unit != "percent" and "point" in unit


def _weight(figures: Figures, told: Told, size: Figure, one: Stepped) -> int:
    """How surely a step and its size belong together: by what stands between them."""
    if one.evidence < LIKELY:
        return LIKELY if _gap_of(figures, told, size, one) else 1
    behind, ahead = one.behind, one.ahead
    if behind.sentence != told.number:
        opening = told.figures[0]
        first = opening is size or opening.claim.kind == "duration" or _told_before(opening, one)
        before = told.before(size)
        if told.number - behind.sentence > 1 or not first or holds(before, "other_subject"):
            return 1
        if starts(before, "back_pointers"):
            return one.evidence
        if opening is not size and _told_before(opening, one):
            return LIKELY
        return LIKELY if _same_subject(figures, before, one) or _counts_kin(size, one) else 1
    if behind.first < size.first:
        gap = told.norms[behind.stop : size.first]
    elif size.first < ahead.first:
        gap = told.norms[size.stop : ahead.first]
    else:
        gap = ()
    strange = [w for w in gap if w.isalpha() and w not in words_of("size_words") and w not in words_of("change_words")]
    if holds(gap, "other_subject") or len(strange) > _APART:
        return 1
    subject = [at for at, w in enumerate(gap) if w in words_of("change_verbs")]
    if subject and words_of("and_words") & set(gap[: subject[-1]]) and strange:
        return 1  # "from 400 to 500 and rents grew by 60 per cent"
    return one.evidence if len(strange) <= 3 else LIKELY


def _told_before(size: Figure, one: Stepped) -> bool:
    """ "128 more dead is 25 per cent more": the number before is the difference itself."""
    quantity = size.claim.quantity
    apart = abs(one.first.claim.quantity.value - one.last.claim.quantity.value)
    return size.is_amount and quantity.additive and quantity.value == apart


def _gap_of(figures: Figures, told: Told, size: Figure, one: Stepped) -> bool:
    """ "between the two there lies a gap of 10,000": the two nearest figures of its kind before it."""
    if ends(without_end(told.before(size), "hedges"), "size_nouns") < _NAMED or not size.is_amount:
        return False  # a bare "by" names no gap: "divide by seven"
    before = [f for each in figures.paragraph(told.paragraph) for f in each.figures if is_later(size, f)]
    last = [f for f in before if f.is_amount and kin(f, size) and not f.is_one][-2:]
    return one.behind in last and one.ahead in last


def _same_subject(figures: Figures, before: Sequence[str], one: Stepped) -> bool:
    """Whether a sentence goes on about the figures before it: nothing new is named, or what they are named with."""
    strange = {
        singular(w) for w in before if w.isalpha() and w not in words_of("size_words") | words_of("change_words")
    } - words_of("size_leads")
    told = figures.told(one.behind), figures.told(one.ahead)
    known = {singular(word) for each in told for word in each.norms}
    return strange <= known | words_of("subjects_taken_up")


def _counts_kin(size: Figure, one: Stepped) -> bool:
    """ "128 more dead": a number of the same things."""
    return size.is_amount and size.noun is not None and kin(size, one.first)


@of_language
def _factors() -> dict[str, Decimal]:
    return {str(word): Decimal(str(factor)) for word, factor in vocabulary("sums")["factors"].items()}


def _by_word(figures: Figures, told: Told, at: int) -> Move | None:
    """ "doubled from 40 to 80", "In the year before it was 74. The number has doubled." """
    factor = _factors().get(told.norms[at])
    if factor is None or any(one.first <= at < one.stop for one in told.figures):
        return None
    found = [(one, _word_weight(told, at, one)) for one in steps_of(figures, told, None)]
    found.sort(key=lambda item: -item[1])
    if not found:
        return None
    word = told.words[at]
    sure, unsure = _parted(found)
    if not sure:
        return None
    return Move(
        by=None,
        readings=sure,
        open_readings=unsure,
        way=None,
        evidence=found[0][1],
        factor=factor,
        word=_hedged(told, at),
        word_span=figures.document.view.to_source(word.span.shifted(told.start)),
    )


def _hedged(told: Told, at: int) -> str:
    """The word with the hedge before it: "more than doubled"."""
    hedge = ends(told.norms[:at], "factor_hedges")
    return " ".join(told.norms[at - hedge : at + 1])


def _word_weight(told: Told, at: int, one: Stepped) -> int:
    if one.evidence < LIKELY:
        return 1
    if one.behind.sentence == told.number:
        gap = told.norms[at + 1 : one.ahead.first] if at < one.ahead.first else told.norms[one.behind.stop : at]
        return one.evidence if len(gap) <= _APART - 1 and not holds(gap, "other_subject") else 1
    alone = not any(figure.is_amount for figure in told.figures)
    return LIKELY if alone and told.number - one.behind.sentence == 1 and len(told.words) <= 12 else 1
