"""Totals behind their parts, and parts that are only said to lie in a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.relations.breakdowns.part_runs import LABEL, amounts_of, kin_parts
from claims.relations.figures import Figure, Told
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.pairing import kin
from claims.relations.phrasing import ends, last_of, starts, words_of

_TOLD = SURE + 2
_SOME = 3
_LEAD = 3


def totals_behind(paragraph: Sequence[Told]) -> Iterator[PartOf]:
    """ "14,200 for food, 7,600 for rent and 3,100 for the rest, in sum 24,900"."""
    for told in paragraph:
        amounts = amounts_of(told)
        for at, whole in enumerate(amounts):
            behind = told.after(whole)[len((whole.noun or "").split()) :]
            total = ends(told.before(whole), "total_words") or starts(behind, "total_words")
            parts = amounts[:at]
            if total and len(parts) > 1 and all(kin_parts(parts[0], one) for one in parts):
                claims = tuple(one.claim for one in parts)
                readings = tuple(
                    Split(whole=whole.claim, parts=claims[k:], evidence=_TOLD) for k in range(len(claims) - 1)
                )
                yield PartOf(readings=readings, closed=True, evidence=_TOLD)


def parts_inside(paragraph: Sequence[Told]) -> Iterator[PartOf]:
    """ "1,204 people, including 40 children": together no more than the whole."""
    for told in paragraph:
        yield from _some_of(told)
        for whole, part in pairwise(amounts_of(told)):
            gap = told.between(whole, part)
            at = last_of(gap, "part_of")
            if not at or len(gap) - at > LABEL or not kin(whole, part) or not starts(gap[at - 1 :], "asides"):
                continue
            if _sums_up(told, part) or _is_another_count(part, gap):
                continue
            parts = [part, *_others(told, part)]
            if not _overlapping_parts(told, parts):
                yield _contained(whole, parts)
            else:
                yield from (_contained(whole, [one]) for one in parts)


def _is_another_count(part: Figure, gap: Sequence[str]) -> bool:
    """ "its inspectors, of whom there were 160": all of what stands before; "among whom a man of 32": an age."""
    aged = part.noun is None and ends(gap, "of_whole") and bool(set(gap[-_AGED:]) & words_of("one_person"))
    return aged or bool(ends(gap, "there_are"))


_AGED = 3


def _sums_up(told: Told, one: Figure) -> bool:
    """ "12,400 on the south side and 11,600 on the north; of these 24,000 one in six": the two before, taken up."""
    before = [other.claim.quantity.value for other in amounts_of(told) if other.first < one.first]
    sums = (sum(before[-many:]) for many in range(2, len(before) + 1))
    return one.claim.quantity.value in sums


def _some_of(told: Told) -> Iterator[PartOf]:
    """ "Among the fifteen are ten boys and five girls", "The ten include six mothers and four fathers"."""
    amounts = amounts_of(told)
    if len(amounts) < _SOME:
        return
    whole, *parts = amounts
    gap = told.between(whole, parts[0])[len((whole.noun or "").split()) :]
    among = len(told.before(whole)) <= _LEAD and bool(starts(told.norms, "among_words")) and len(gap) <= _LEAD
    some = [parts[0], *_others(told, parts[0])]
    alike = all(kin(whole, one) or whole.noun is None for one in some)
    if (among or starts(gap, "holds_some")) and len(gap) <= _LEAD and len(some) == len(parts) and alike:
        yield _contained(whole, some)


def _others(told: Told, part: Figure) -> list[Figure]:
    """ "including 140 women and 180 men": what "and" alone adds."""
    amounts = amounts_of(told)
    found: list[Figure] = []
    for before, one in pairwise(amounts[amounts.index(part) :]):
        gap = told.between(before, one)[len((before.noun or "").split()) :]
        if one.noun is None or not gap or len(gap) > 2 or not ends(gap, "and_words"):
            break
        found.append(one)
    return found


def _overlapping_parts(told: Told, parts: Sequence[Figure]) -> bool:
    said = [set((one.noun or "").split()) for one in parts]
    sexes = all(words & (words_of("women") | words_of("men")) for words in said)
    return len(parts) > 1 and not sexes


def _contained(whole: Figure, parts: Sequence[Figure]) -> PartOf:
    split = Split(whole=whole.claim, parts=tuple(one.claim for one in parts))
    return PartOf(readings=(split,), closed=False, evidence=SURE)
