"""What a part may be a share of, the best bound first: its grammar, its sums, what stands near."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.breakdowns.closing import Sums
from claims.relations.breakdowns.part_runs import leads
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Ratio
from claims.relations.pairing import is_later, kin, names_noun, near
from claims.relations.phrasing import ends, starts, without_start
from claims.relations.portions.share_ties import Tie

_THOUSAND = Decimal(1000)
_NEAR = 8
_REACH = 2


@dataclass(frozen=True, slots=True)
class Bound:
    """A whole and how surely it is meant; `part` where the part takes the whole's scale ("90 of 125 million")."""

    whole: Claim
    evidence: int
    part: Claim | None = None


def wholes_for(figures: Figures, sums: Sums, told: Told, share: Figure, tie: Tie) -> list[Bound]:
    """The wholes of a part that stands beside its share."""
    part = tie.part
    if tie.whole is not None:
        return [Bound(tie.whole.claim, SURE, scaled_like(part, tie.whole))]
    lead = leading_whole(figures.told(part), part)
    if lead is not None and not _is_beside(figures.told(part), lead, part):
        return [Bound(lead.claim, SURE)]
    summed = sums.whole_of(part)
    around = _around(figures, sums, part)
    first = _first(figures, told, share, part, around)
    if first == SURE and summed is None:  # what agrees in another paragraph agrees by accident
        around = [one for one in around if one.paragraph == around[0].paragraph]
    found = [Bound(one.claim, first if at == 0 else 1) for at, one in enumerate(around)]
    if summed is None:
        return found
    return [
        Bound(summed, SURE),
        *(Bound(one.claim, 1) for one in around if one.claim is not summed and _told(one, part)),
    ]


def _told(one: Figure, part: Figure) -> bool:
    """Whether a figure stands no later than the sentence of the part."""
    return one.sentence <= part.sentence


def scaled_like(part: Figure, whole: Figure) -> Claim | None:
    """The part in the whole's scale, where the words leave it out: "90 of 125 million euros"."""
    ours, theirs = part.claim.quantity, whole.claim.quantity
    worded = any(letter.isalpha() for letter in theirs.as_written)
    if not worded or ours.value >= _THOUSAND or theirs.value < _THOUSAND * ours.value:
        return None
    scale = _THOUSAND
    while theirs.value / scale >= _THOUSAND:
        scale *= _THOUSAND
    interval = replace(
        ours.interval,
        low=None if ours.interval.low is None else ours.interval.low * scale,
        high=None if ours.interval.high is None else ours.interval.high * scale,
    )
    return replace(part.claim, quantity=replace(ours, value=ours.value * scale, interval=interval))


def leading_whole(told: Told, part: Figure) -> Figure | None:
    """The whole that a sentence opens with: "Of the 136 notices, 17 came back"."""
    amounts = [one for one in told.figures if one.is_amount]
    if not amounts or amounts[0] is part or not leads(told, amounts[0]) or not kin(amounts[0], part):
        return None
    first = amounts[0]
    return first if first.first < part.first and first.claim.quantity.value >= part.claim.quantity.value else None


def may_hold(whole: Figure, part: Figure) -> bool:
    """Whether a figure is large enough and of a dimension to hold the part."""
    ours, theirs = whole.claim.quantity, part.claim.quantity
    bare = "count" in (ours.dimension, theirs.dimension)
    return (ours.dimension == theirs.dimension or bare) and ours.value >= theirs.value > 0


def _around(figures: Figures, sums: Sums, part: Figure) -> list[Figure]:
    """What stands near and can hold the part, kin first; never another part of a sum it is a part of."""
    siblings = sums.siblings(part)
    wholes = [
        one
        for one in near(figures, part)
        if may_hold(one, part)
        and one.claim.quantity.number_span not in siblings
        and not _is_beside(figures.told(part), one, part)
    ]
    wholes.sort(
        key=lambda one: (
            not kin(one, part),
            one.sentence > part.sentence,
            one.paragraph != part.paragraph,
            one.sentence != part.sentence and _in_brackets(figures.told(one), one),
        )
    )
    return wholes


def _in_brackets(told: Told, one: Figure) -> bool:
    """ "3,420 objects (2,110 pots, 880 coins)": told aside, and nothing later is a share of it."""
    before = told.norms[: one.first]
    return before.count("(") > before.count(")")


def _is_beside(told: Told, one: Figure, part: Figure) -> bool:
    """ "3,312 were men and 1,104, a quarter, women": what "and" joins to the part is another part, no whole of it."""
    return one.sentence == part.sentence and one.first < part.first and bool(ends(told.before(part), "and_words"))


def _first(figures: Figures, told: Told, share: Figure, part: Figure, around: list[Figure]) -> int:
    """How surely the likeliest of several wholes is meant."""
    if not around or is_later(around[0], share):
        return 1  # "145 homes, one tenth of all, and not 870": a whole told behind its share is named by "of"
    found, after = around[0], told.after(share)
    taken_up = bool(starts(figures.told(part).after(part), "of_named"))
    if found.paragraph != part.paragraph and not (taken_up and kin(found, part)):
        return 1
    if not kin(found, part) and not (starts(after, "of_these") and found.sentence < share.sentence):
        return 1
    if not starts(after, "of") or starts(after, "of_these"):
        return SURE
    named = without_start(without_start(after, "of"), "articles")[:4]
    if names_noun(named, found, figures.told(found)):
        return SURE
    alone = [one for one in around if one.paragraph == part.paragraph and kin(one, part)]
    return LIKELY + 1 if len(alone) == 1 else 1


def pairs_near(figures: Figures, told: Told) -> Iterator[Ratio]:
    """All pairs of one kind in the paragraph: where one of them fits a share, no alarm is raised on another."""
    amounts = [one for each in figures.paragraph(told.paragraph) for one in each.figures if one.is_amount]
    close = [one for one in amounts if abs(one.sentence - told.number) <= _REACH][-_NEAR:]
    if len({figures.told(one).number for one in close}) == 1 and len(close) == _NEAR:
        return  # a table: so many pairs that some always fit
    for part in close:
        for whole in close:
            if whole is not part and may_hold(whole, part) and kin(whole, part) and not part.is_one:
                yield Ratio(upper=part.claim, lower=whole.claim)
