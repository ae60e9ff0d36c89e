"""Pairs of figures of a letter that are equal but for one slip: the candidates, found by their values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.fit_words import words_in
from claims.relations.fits.slips import KINDS, Slip, slips_of
from claims.relations.pairing import is_set, nouns_meet, plain_unit
from claims.relations.phrasing import ends, holds, words_of

_SMALL = 10
"""Below, two figures are alike too often: only what names the same things, or points back to them, is a pair."""
_TELLING = 100
_REACH = 6
_LONG = 19
"""Nor is a length of time that many others have."""
_MOST = 4
"""So many of the figures with one value are looked at, the nearest first."""


@dataclass(frozen=True, slots=True, eq=False)
class NearPair:
    """An earlier figure and a later one of another value; `slip`: the likeliest that makes them one."""

    one: Figure
    again: Figure
    slip: Slip


def repeatable(figures: Figures) -> list[Figure]:
    """The figures that may be given twice, in order."""
    return [one for told in figures.sentences for one in told.counts if _may_repeat(one) and not is_label(told, one)]


def is_label(told: Told, one: Figure) -> bool:
    """ "the 4, the 12 and the 17": one of a row of bare numbers, each with its article, that name lines or rooms."""
    if one.noun is not None or not points_back(told, one):
        return False
    row = [other for other in told.counts if other.noun is None and points_back(told, other)]
    return len(row) > _PAIR and any(told.norms[other.stop : other.stop + 1] == (",",) for other in row)


_PAIR = 2


def _may_repeat(one: Figure) -> bool:
    quantity = one.claim.quantity
    least = _LONG if quantity.dimension == "duration" else 1
    if quantity.comparator == "range":
        return False  # "a few hundred"
    return not one.is_one and quantity.value > least and quantity.direction is None and not quantity.additive


def near_pairs(figures: Figures, row: Sequence[Figure]) -> Iterator[NearPair]:
    """Every figure with those before it, of other sentences and of its kind, that one slip makes equal to it."""
    before: dict[Decimal, list[Figure]] = defaultdict(list)
    slipped: dict[Decimal, list[tuple[Figure, Slip]]] = defaultdict(list)
    for again in row:
        value = again.claim.quantity.value
        found: dict[int, tuple[Figure, Slip]] = {}
        for other, slip in slips_of(value).items():
            for one in before[other][-_MOST:] if other in before else ():
                found[id(one)] = (one, slip)
        for one, slip in slipped.get(value, ())[-_MOST:]:
            known = found.get(id(one), (one, slip))[1]
            found[id(one)] = (one, min(slip, known, key=KINDS.index))
        for one, slip in found.values():
            apart = one.sentence != again.sentence and may_slip(figures, figures, one, again, slip)
            apart = apart and not are_set_against(figures, one, again)
            if apart and may_be_one(figures, figures, one, again) and not _is_told(before[value], again):
                yield NearPair(one, again, slip)
        before[value].append(again)
        for other, slip in slips_of(value).items():
            slipped[other].append((again, slip))


_BESIDE = 2


def are_set_against(figures: Figures, one: Figure, again: Figure) -> bool:
    """ "You say 312 flats stand empty. We found 321.": side by side, one is theirs and the other ours."""
    if again.sentence - one.sentence > _BESIDE:
        return False
    ours, theirs = set(figures.told(one).norms), set(figures.told(again).norms)
    first, second = words_of("first_persons"), words_of("second_persons")
    return any(bool(a & first) and bool(b & second) and not b & first for a, b in ((ours, theirs), (theirs, ours)))


def _is_told(before: Sequence[Figure], again: Figure) -> bool:
    """Whether the number itself was given before, of the same things: no misprint of another."""
    return any(_one_kind(one, again) for one in before)


def _one_kind(one: Figure, again: Figure) -> bool:
    if plain_unit_of(one) != plain_unit_of(again):
        return False
    return one.noun is None or again.noun is None or nouns_meet(one.noun, again.noun)


def may_slip(ours_in: Figures, theirs_in: Figures, one: Figure, again: Figure, slip: Slip) -> bool:
    """A teen is taken for a ten in words, not in digits; "Alder Watch and 32 groups" are the 33 groups."""
    joined = _is_joined(ours_in.told(one), one) or _is_joined(theirs_in.told(again), again)
    if (slip == "one" and joined) or windows_differ(one.claim, again.claim):
        return False
    if holds(theirs_in.told(again).before(again)[-_REACH:], "others"):
        return False  # "Of the others, 2,780 families left"
    written = (figure.claim.quantity.as_written for figure in (one, again))
    return slip != "teen" or not any(any(letter.isdigit() for letter in words) for words in written)


def windows_differ(one: Claim, again: Claim) -> bool:
    """Whether both sentences name the time of their figure, and not the same."""
    ours, theirs = (_own_window(claim) for claim in (one, again))
    return ours is not None and theirs is not None and ours != theirs


def _own_window(claim: Claim) -> tuple[date | None, date | None] | None:
    period = claim.period
    own = period is not None and period.span is not None and claim.sentence_span.contains(period.span)
    return (period.start, period.end) if own and period is not None else None


def _is_joined(told: Told, one: Figure) -> bool:
    return one.first > 0 and told.norms[one.first - 1] in words_in("joins")


def may_be_one(ours_in: Figures, theirs_in: Figures, one: Figure, again: Figure) -> bool:
    """Whether nothing of their kind sets them apart."""
    ours, theirs = one.claim.quantity, again.claim.quantity
    rows = is_row(ours_in.told(one)) and is_row(theirs_in.told(again))
    rows = rows or (ours_in is theirs_in and in_one_list(ours_in, one, again))
    if ours.dimension != theirs.dimension or not _one_kind(one, again) or rows:
        return False
    if is_set(ours_in.told(one), one) != is_set(theirs_in.told(again), again):
        return False
    named = one.noun is not None and again.noun is not None
    if ours.dimension == "duration" and not _lasts_again(theirs_in, one, again):
        return False
    if again.noun is None and again.claim.quantity.dimension == "count" and _is_of_none(ours_in, theirs_in, one, again):
        return False
    back, least = points_back(theirs_in.told(again), again), min(ours.value, theirs.value)
    akin = named and one.noun != again.noun  # "36 women", "63 people": small numbers are like each other by chance
    return back or (least >= _TELLING if akin else least >= _SMALL or named)


def _is_of_none(ours_in: Figures, theirs_in: Figures, one: Figure, again: Figure) -> bool:
    """ "32 machines … one of them was 23": a small number that neither takes up a thing nor stands beside its name."""
    told, small = theirs_in.told(again), again.claim.quantity.value < _TELLING
    named = (one.noun or "").split()[-1:]
    return small and bool(named) and not points_back(told, again) and not set(named) & told.weighty


def _lasts_again(figures: Figures, one: Figure, again: Figure) -> bool:
    """ "the 129 days", or a title's "129 days"; not "in the first 120 days"."""
    told = figures.told(again)
    return (points_back(told, again) or one.sentence <= 1) and not ends(told.norms[: again.first], "new_ones")


def in_one_list(figures: Figures, one: Figure, again: Figure) -> bool:
    """Whether two figures stand in items of one list: what an item tells, none of the others tells again."""
    first, last = sorted((one.sentence, again.sentence))
    return first != last and figures.is_list_throughout(first, last)


def is_row(told: Told) -> bool:
    """Whether a line is a row of a table."""
    return told.is_row


def plain_unit_of(one: Figure) -> str:
    """The unit of a figure that has one: none for what is counted."""
    return "" if one.claim.quantity.dimension == "count" else plain_unit(one)


def points_back(told: Told, one: Figure) -> bool:
    """ "the 2,304", "all eight": what is counted was counted before."""
    return bool(ends(told.norms[: one.first], "definite"))
