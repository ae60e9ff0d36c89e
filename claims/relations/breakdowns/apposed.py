"""Breakdowns hung on their whole in its own sentence: "19 groups, 12 from the coast and 7 from abroad", "131 people,
among them 68 women, 44 children and 19 men", "15 groups, of which 9 are new and 6 are not".

They need not be told to the last: only where they make the whole, or would but for one slip, are they a breakdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.relations.breakdowns.part_limits import are_opposite, is_limit, take_the_rest
from claims.relations.breakdowns.part_runs import Run, kin_parts, leads
from claims.relations.breakdowns.part_weights import cuts_across
from claims.relations.breakdowns.part_words import are_alike
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.slips import slips_of
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.pairing import is_paced, kin
from claims.relations.phrasing import Words, ends, holds, starts, without_end

_APPOSED = 1
"""How many words may stand between a whole with its noun and parts in mere apposition: the comma."""
_HUNG = 16
"""How many where words say that they are some of it."""
_BETWEEN = 12
_CLOSE = 3
"""So few words behind the last part leave no room for another statement."""
_LEAST = 2
_LISTED = ("part_of", "comma", "and_words", "openers")
_TELLING = 3
"""So many parts bind each other; of two, words or bare numbers must say that they are parts."""


def find_apposed(figures: Figures) -> Iterator[PartOf]:
    """A whole with the parts behind it in its sentence, where their sum is right or wrong by one slip."""
    for told in figures.sentences:
        amounts = [one for one in told.counts if one.is_amount and not one.is_one and not is_limit(told, one)]
        for at, whole in enumerate(amounts[:-_LEAST]):
            parts = _parts(told, amounts[at + 1 :])
            if parts is not None and _hangs(told, whole, parts) and not _is_open(told, whole, parts):
                split = _split(told, whole, parts)
                if _is_sum(split, closed=_leave_no_third(told, parts)):
                    yield PartOf(readings=(split,), closed=True, evidence=split.evidence)


def _split(told: Told, whole: Figure, parts: Sequence[Figure]) -> Split:
    """The whole with its parts; surer yet where they cannot overlap and are more than it, or leave no third."""
    overfull = sum(one.claim.quantity.value for one in parts) > whole.claim.quantity.value
    sure = SURE + ((overfull and are_alike(told, parts)) or _leave_no_third(told, parts))
    return Split(whole=whole.claim, parts=tuple(one.claim for one in parts), evidence=sure)


def _parts(told: Told, behind: Sequence[Figure]) -> tuple[Figure, ...] | None:
    """The figures that commas and a last "and" join, with nothing counted in between."""
    parts = [behind[0]] if behind else []
    for one in behind[1:]:
        gap = without_end(told.between(parts[-1], one), "hedges")
        if len(gap) > _BETWEEN or holds(gap, "breaks") or not kin_parts(parts[-1], one):
            return None
        parts.append(one)
        if ends(gap, "and_words"):
            return tuple(parts) if _is_last(told, behind, one) else None
        if not ends(gap, "comma"):
            return None
    return None


def _is_last(told: Told, behind: Sequence[Figure], last: Figure) -> bool:
    """Whether the sentence counts nothing more, or a new part of it begins behind the last of them."""
    after = told.after(last)
    return last is behind[-1] or any(word in (";", ":", ".") for word in after)


def _hangs(told: Told, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the words hang these parts on that whole."""
    if any(one.claim.quantity.comparator != "=" or is_paced(told, one) for one in (whole, *parts)):
        return False
    before = without_end(told.before(whole), "hedges")
    if any(ends(before, name) for name in _LISTED) and told.counts[0] is not whole:
        return False  # "131 people, including 12 women, 4 children and 8 men": itself one of a list
    if leads(told, whole):
        return False  # "Of the 30 huts, 12 burned and 9 were looted": the rest goes without saying
    if not (kin(whole, parts[0]) or whole.noun is None):
        return False
    gap = told.between(whole, parts[0])[len((whole.noun or "").split()) :]
    if ends(gap, "part_of") or _of_these(told, parts):
        return len(gap) <= _HUNG
    bare = all(one.noun is None for one in parts)
    if not ends(gap, "comma"):
        return False
    return len(gap) == _APPOSED and (bare or len(parts) >= _TELLING) or len(gap) <= _HUNG and _closes(told, parts)


def _is_open(told: Told, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether the list is said to go on, or its members may overlap."""
    inside, behind = told.between(parts[0], parts[-1]), told.after(parts[-1])
    cut = cuts_across(lambda one: told.after(one)[:4], Run(parts, whole, False))
    return cut or bool(holds(inside, "open_end") or holds(behind, "goes_on"))


def _of_these(told: Told, parts: Sequence[Figure]) -> bool:
    """ "…, 9 of them women and 14 of them men", "17 of them under 30 and 12 over"."""
    said = [bool(starts(told.after(one), "of_these")) for one in parts]
    return all(said) or (said[0] and _leave_no_third(told, parts))


def _closes(told: Told, parts: Sequence[Figure]) -> bool:
    """Whether the sentence ends with the last part and its noun: "there are 18 of us, 5 groups and 13 carers"."""
    rest: Words = told.norms[parts[-1].stop + len((parts[-1].noun or "").split()) :]
    named = all(one.noun is not None for one in parts)
    return named and len(rest) <= _CLOSE and not any(word.isalpha() for word in rest)


def _leave_no_third(told: Told, parts: Sequence[Figure]) -> bool:
    """Whether two parts are all there can be: women and men, those under ten and those older."""
    if holds(told.after(parts[-1]), "others"):
        return False  # "300 are for women and 200 for men; the others are for staff"
    return len(parts) == _LEAST and (are_opposite(told, *parts) or take_the_rest(told, *parts))


def _is_sum(split: Split, *, closed: bool) -> bool:
    """Whether the parts make the whole, or would but for one slip."""
    whole, parts = split.whole.quantity.value, [one.quantity.value for one in split.parts]
    total = sum(parts, Decimal(0))
    if total == whole:
        return True
    slips = {slips_of(whole).get(total), *(slips_of(part).get(whole - (total - part)) for part in parts)} - {None}
    # of two parts that leave something over, the rest may go untold
    return "swap" in slips if total < whole and len(parts) < _TELLING and not closed else bool(slips)
