"""Percentages and fractions with the part and the whole they are of: "312 of the 480 wells (65 per cent)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, Hundred, Ratio, Share, SharedBase
from claims.relations.pairing import kin, names_noun, near
from claims.relations.phrasing import Words, ends, holds, only, starts, without_end, without_start

_OF_REACH = 8
_LEAST_SHARES = 3
_LOW, _HIGH = 90, 110


def find_shares(figures: Figures) -> Iterator[Share]:
    """Every share that says a figure beside it again."""
    for told in figures.sentences:
        for figure in told.figures:
            if figure.is_share and not is_change(told, figure):
                yield from _share(figures, told, figure)


def is_change(told: Told, share: Figure) -> bool:
    """Whether a percentage is the size of a change: "a cut of 40 per cent", "30 per cent more"."""
    if share.claim.quantity.direction is not None:
        return True
    before = without_end(told.before(share), "hedges")
    return bool(ends(before, "change_before") or starts(told.after(share), "change_behind"))


def _share(figures: Figures, told: Told, share: Figure) -> Iterator[Share]:
    other = _restated(told, share)
    if other is not None:
        yield Share(share=share.claim, readings=(), evidence=SURE, restated=other.claim)
        return
    for part, whole in _tied(figures, told, share):
        pairs = _pairs(figures, told, share, part, whole)
        if pairs:
            evidence = SURE if _is_sure(figures, told, share, part, pairs[0].lower, whole) else 1
            yield Share(share=share.claim, readings=pairs, evidence=evidence)
            return


def _restated(told: Told, share: Figure) -> Figure | None:
    """The share in other words that this one says again: "one in five prisoners (20 per cent)"."""
    at = told.figures.index(share)
    before, after = told.before(share), told.after(share)
    if (
        not at
        or not told.figures[at - 1].is_share
        or not starts(after, "closers")
        or is_change(told, told.figures[at - 1])
    ):
        return None
    return (
        told.figures[at - 1] if ends(without_end(before, "hedges"), "restating") and len(before) <= _OF_REACH else None
    )


def _tied(figures: Figures, told: Told, share: Figure) -> Iterator[tuple[Figure, Figure | None]]:
    """The part a share stands beside, and the whole where it is named between them."""
    at = told.figures.index(share)
    before = told.before(share)
    if _apposed(before, told.after(share)):
        yield from _part_before(told, at)
    yield from _part_behind(told, at)
    if at == 0 and starts(before, "back_pointers") and only(before, "back_pointers", "hedges", "comma", "articles"):
        yield from _sentence_before(figures, told)


def _apposed(before: Words, after: Words) -> bool:
    """ "(", ", or", "that is" before a share, and nothing behind it that makes it the subject of something new."""
    bare = without_end(before, "hedges")
    closed = (
        not after
        or bool(starts(after, "closers"))
        or bool(starts(after, "of_whole"))
        or bool(starts(after, "of_these"))
    )
    if not closed or not before:
        return False
    return bool(ends(bare, "apposition") or ends(before, "apposition")) or (
        bool(ends(bare, "comma")) and bool(starts(after, "closers"))
    )


def _part_before(told: Told, at: int) -> Iterator[tuple[Figure, Figure | None]]:
    """The amount before the share; "312 of the 480 wells (65 per cent)" names its whole too."""
    earlier = [one for one in told.figures[:at] if one.is_amount and not one.is_one]
    if not earlier:
        return
    last = earlier[-1]
    behind = next((one for one in told.figures[at + 1 :] if one.is_amount), None)
    if behind is not None and _reaches(told, told.figures[at], behind):
        yield last, behind
    elif len(earlier) > 1 and _is_of(told, earlier[-2], last):
        yield earlier[-2], last
    elif told.figures[at - 1] is last or told.figures[at - 1].is_share:
        yield last, None


def _reaches(told: Told, share: Figure, whole: Figure) -> bool:
    """ "a third of the total investment of 198 million": the whole stands behind the share."""
    gap = without_end(told.between(share, whole), "articles")
    return (
        bool(starts(gap, "of_whole")) and len(gap) <= _OF_REACH and bool(ends(without_end(gap, "hedges"), "of_whole"))
    )


def _is_of(told: Told, part: Figure, whole: Figure) -> bool:
    """ "A of the B", "A out of some B"."""
    gap = without_end(told.between(part, whole), "articles")
    return len(gap) <= 5 and bool(ends(without_end(gap, "hedges"), "of_whole")) and not holds(gap, "comma")


def _part_behind(told: Told, at: int) -> Iterator[tuple[Figure, Figure | None]]:
    """ "Half of these households, 2,304, have", "30 per cent of the 400 prisoners (120)"."""
    share, rest = told.figures[at], [one for one in told.figures[at + 1 :] if one.is_amount and not one.is_one]
    if not rest:
        return
    first = rest[0]
    if len(rest) > 1 and _names_whole(told, share, first) and _says_again(told, first, rest[1]):
        yield rest[1], first
    elif (
        len(rest) > 1
        and _is_of(told, first, rest[1])
        and ends(without_end(told.between(share, first), "hedges"), "comma")
    ):
        yield first, rest[1]
    elif told.figures[at + 1] is first and _says_again(told, share, first):
        yield first, None


def _names_whole(told: Told, share: Figure, whole: Figure) -> bool:
    gap = without_end(told.between(share, whole), "articles")
    return len(gap) <= 2 and only(without_end(gap, "hedges"), "of_whole", "articles")


def _says_again(told: Told, one: Figure, part: Figure) -> bool:
    """Whether the amount behind a share or whole says it in numbers: in brackets, between commas, behind "or"."""
    gap, after = without_end(told.between(one, part), "hedges"), told.after(part)
    if len(gap) > _OF_REACH + 6:
        return False
    if ends(gap, "apposition"):
        return True
    noun = 1 if part.noun else 0
    return bool(ends(gap, "comma")) and any(starts(after[k:], "closers") for k in range(noun + 2))


def _sentence_before(figures: Figures, told: Told) -> Iterator[tuple[Figure, Figure | None]]:
    """ "It paid 18 million of the 48 million. That is 37.5 per cent.": the amounts of the sentence before."""
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number < told.number and one.figures]
    if not earlier or told.number - earlier[-1].number > 1:
        return
    amounts = [one for one in earlier[-1].figures if one.is_amount and not one.is_one]
    for part, whole in pairwise(amounts):
        if _is_of(earlier[-1], part, whole):
            yield part, whole
            return
    if amounts:
        yield amounts[0], None


def _pairs(figures: Figures, told: Told, share: Figure, part: Figure, whole: Figure | None) -> tuple[Ratio, ...]:
    """The part with each whole it may be of, the likeliest first."""
    if whole is not None:
        return (Ratio(upper=part.claim, lower=whole.claim),)
    wholes = [one for one in near(figures, part) if _may_hold(one, part)]
    wholes.sort(key=lambda one: (not kin(one, part), one.sentence > part.sentence, one.paragraph != part.paragraph))
    return tuple(Ratio(upper=part.claim, lower=one.claim) for one in wholes[:24])


def _may_hold(whole: Figure, part: Figure) -> bool:
    bare = "count" in (whole.claim.quantity.dimension, part.claim.quantity.dimension)
    one_dimension = whole.claim.quantity.dimension == part.claim.quantity.dimension
    return (one_dimension or bare) and whole.claim.quantity.value >= part.claim.quantity.value > 0


def _is_sure(
    figures: Figures, told: Told, share: Figure, part: Figure, likeliest: object, whole: Figure | None
) -> bool:
    """Whether the words bind the share to the part and to a whole that stands near."""
    if whole is not None:
        return True
    near_by = [one for one in near(figures, part) if one.claim is likeliest]
    if not near_by or near_by[0].sentence > share.sentence:
        return False
    found, after = near_by[0], told.after(share)
    taken_up = bool(starts(figures.told(part).after(part), "of_named"))
    if found.paragraph != part.paragraph and not (taken_up and kin(found, part)):
        return False
    if not kin(found, part) and not (starts(after, "of_these") and found.sentence < share.sentence):
        return False
    if not starts(after, "of") or starts(after, "of_these"):
        return True
    named = without_start(without_start(after, "of"), "articles")[:4]
    return names_noun(named, found, figures.told(found))


def find_bases(figures: Figures) -> Iterator[SharedBase]:
    """ "43 per cent of the 15 schools": an exact percentage of a named number of things."""
    for told in figures.sentences:
        for share, base in pairwise(told.figures):
            exact = share.claim.quantity.comparator == base.claim.quantity.comparator == "="
            of_count = (
                base.noun is not None and base.claim.quantity.value == base.claim.quantity.value.to_integral_value()
            )
            percent = share.claim.quantity.dimension == "percentage" and share.is_share and not is_change(told, share)
            if percent and exact and of_count and _names_whole(told, share, base) and base.claim.quantity.value > 0:
                yield SharedBase(share=share.claim, base=base.claim)


def find_hundreds(figures: Figures) -> Iterator[Hundred]:
    """Three percentages or more that fill a sentence, nearly make 100, and are not said to overlap."""
    for told in figures.sentences:
        shares = [one for one in told.figures if one.is_share and one.claim.quantity.dimension == "percentage"]
        if len(shares) < _LEAST_SHARES or len(shares) != len(told.figures) or holds(told.norms, "open_end"):
            continue
        plain = all(one.claim.quantity.comparator == "=" and not is_change(told, one) for one in shares)
        close = all(len(told.between(a, b)) <= _OF_REACH for a, b in pairwise(shares))
        total = sum(one.claim.quantity.value for one in shares)
        if plain and close and _LOW <= total <= _HIGH:
            yield Hundred(shares=tuple(one.claim for one in shares))
