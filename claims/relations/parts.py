"""Wholes and the parts that make them, in one sentence or over the sentences of a paragraph; totals behind parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE, PartOf, Split
from claims.relations.pairing import kin, near, nouns_meet, plain_unit
from claims.relations.phrasing import Words, ends, holds, last_of, starts, without_end, words_of

_LABEL = 6
"""How many words may name the first part behind an opening: ": Savanna Cell 21.6 million"."""
_MOST = 14
_TOLD = SURE + 2
_BETWEEN = 22
"""How many words may stand between two parts of one sentence."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Figures that follow each other as parts may, and the whole that their own sentence names, if one."""

    parts: tuple[Figure, ...]
    whole: Figure | None
    opened: bool


def find_parts(figures: Figures) -> Iterator[PartOf]:
    """Closed breakdowns, totals behind their parts, parts said to lie in a whole."""
    for number in dict.fromkeys(told.paragraph for told in figures.sentences):
        paragraph = figures.paragraph(number)
        for runs in _runs(paragraph):
            found = _breakdown(figures, runs)
            if found is not None:
                yield found
        yield from _totals(paragraph)
        yield from _inside(paragraph)


def _amounts(told: Told) -> list[Figure]:
    """What may be a part or a whole; a lone "one" only where it ends an enumeration ("four here and one there")."""
    return [one for one in told.figures if (one.is_amount or one.is_average) and not _lone(told, one)]


def _lone(told: Told, one: Figure) -> bool:
    return one.is_one and not holds(told.before(one), "and_words")


def _runs(paragraph: Sequence[Told]) -> Iterator[list[_Run]]:
    """For every place where parts may begin, how far they may go."""
    for at, told in enumerate(paragraph):
        amounts = _amounts(told)
        for first, whole, opened in _openings(told, amounts) if amounts else ():
            parts = _linked(told, amounts, first, whole, opened=opened)
            runs = [_Run(parts, whole, opened)]
            if parts and parts[-1] is amounts[-1] and not opened:
                runs += [_Run(tuple(longer), whole, opened) for longer in _over(paragraph, at, parts)]
            yield runs


def _openings(told: Told, amounts: Sequence[Figure]) -> Iterator[tuple[int, Figure | None, bool]]:
    """Where parts may begin in a sentence: behind an opening, behind "of the W", at its first figure."""
    for at, (before, part) in enumerate(pairwise(amounts)):
        gap = told.between(before, part)
        opening = last_of(gap, "openers")
        if opening is not None and len(gap) - opening <= _LABEL + 1 and not _bracketed(told, gap[opening:], part):
            yield at + 1, before, True
    if len(amounts) > 1 and refers(told.before(amounts[1])) and len(told.between(amounts[0], amounts[1])) < _LABEL:
        yield 0, amounts[1], False
    elif leads(told, amounts[0]) or len(amounts) > 2 and _narrows(amounts):
        yield 1, amounts[0], False
    yield 0, None, False


def _narrows(amounts: Sequence[Figure]) -> bool:
    """ "3,140 people, 1,727 women and 1,413 men": what follows is of the whole's kind, under names of its own."""
    whole = amounts[0].noun
    return whole is not None and all(
        one.noun is not None and one.noun != whole and nouns_meet(one.noun, whole) for one in amounts[1:]
    )


def _bracketed(told: Told, opening: Words, part: Figure) -> bool:
    """ "Amara (26), Bilal (32)", "(25%) and 972": what the bracket holds is shut before or right behind the figure."""
    return ")" in opening or (opening[:1] == ("(",) and bool(starts(told.after(part), "shut")))


def refers(before: Words) -> bool:
    """ "of the 480": the number names a whole."""
    bare = without_end(without_end(before, "hedges"), "articles")
    return len(bare) < len(before) and bool(ends(bare, "of_whole"))


def leads(told: Told, first: Figure) -> bool:
    """ "Of the 38,400 houses which …", "Out of 265": the sentence opens with its whole."""
    before = told.between(None, first)
    return len(before) <= _LABEL and bool(starts(before, "of_whole"))


def _linked(
    told: Told, amounts: Sequence[Figure], first: int, whole: Figure | None, *, opened: bool = False
) -> tuple[Figure, ...]:
    """The parts from `first` on, as far as the words go on enumerating."""
    parts: list[Figure] = []
    for one in amounts[first:]:
        if one is whole:
            continue
        if one.is_average or (parts and not _goes_on(told, parts[-1], one, opened=opened)):
            break
        parts.append(one)
    return tuple(parts[:_MOST])


def _goes_on(told: Told, before: Figure, part: Figure, *, opened: bool) -> bool:
    """Whether the next figure is a further part: near, of one kind, not said to be of the part before it."""
    gap = told.between(before, part)
    if len(gap) > _BETWEEN or not kin_parts(before, part) or refers(gap) or starts(told.after(part), "of_these"):
        return False
    if _definite(told, part):
        return False
    alike = opened or before.noun is None or part.noun is None or nouns_meet(before.noun, part.noun)
    return (
        alike
        and not ends(without_end(gap, "hedges"), "breaks")
        and not holds(gap[1:] if starts(gap, "of_these") else gap, "part_of")
    )


def _definite(told: Told, figure: Figure) -> bool:
    """ "the 385 are yours": what was counted before is taken up; "the other 14" is new."""
    return bool(ends(told.before(figure), "definite")) and not takes_rest(told, figure)


def kin_parts(one: Figure, other: Figure) -> bool:
    """Whether two amounts may stand in one enumeration: of one dimension, or one of them bare."""
    ours, theirs = one.claim.quantity, other.claim.quantity
    if ours.dimension == theirs.dimension:
        return ours.dimension == "count" or plain_unit(one) == plain_unit(other)
    return "count" in (ours.dimension, theirs.dimension) and (one.noun is None and other.noun is None)


def _over(paragraph: Sequence[Told], at: int, parts: tuple[Figure, ...]) -> Iterator[list[Figure]]:
    """The run with what the next sentences add: "… The other 53 …"."""
    longer = list(parts)
    for told in paragraph[at + 1 : at + 3]:
        amounts = _amounts(told)
        if not amounts or not longer:
            continue
        first = amounts[0]
        if (
            not kin_parts(longer[-1], first)
            or _definite(told, first)
            or leads(told, first)
            or refers(told.before(first))
        ):
            return
        longer += _linked(told, amounts, 0, None)
        yield list(longer)


def _breakdown(figures: Figures, runs: Sequence[_Run]) -> PartOf | None:
    """The runs from one place under each whole they may belong to, weighed; `None` where nothing binds them to one."""
    weighed = []
    for run in runs:
        if len(run.parts) > 1 and not _open(figures, run):
            wholes = (_heads(figures, run) if run.opened else []) or list(_wholes(figures, run))
            weighed += [(_weight(figures, run, whole), len(run.parts), whole, run) for whole in wholes]
    good = sorted((one for one in weighed if one[0] > 1), key=lambda item: (-item[0], -item[1]))
    if not good:
        return None
    readings = tuple(
        Split(whole=whole.claim, parts=tuple(one.claim for one in run.parts), evidence=weight)
        for weight, _, whole, run in good[:12]
    )
    return PartOf(readings=readings, closed=True, evidence=good[0][0])


def _heads(figures: Figures, run: _Run) -> list[Figure]:
    """What stands before an opening in its sentence, nearest first, and large enough to be the whole."""
    first = run.parts[0]
    amounts = [one for one in _amounts(figures.told(first)) if one.first < first.first]
    largest = max(one.claim.quantity.value for one in run.parts)
    return [one for one in reversed(amounts) if one.claim.quantity.value >= largest]


def _wholes(figures: Figures, run: _Run) -> Iterator[Figure]:
    """What stands before the run, larger than each part, or the whole its sentence names."""
    if run.whole is not None:
        yield run.whole
    largest = max(one.claim.quantity.value for one in run.parts)
    first = run.parts[0]
    for one in near(figures, first):
        if one in run.parts or one is run.whole or _later(one, first):
            continue
        if one.claim.quantity.value >= largest and (kin(one, first) or one.claim.quantity.dimension == "count"):
            yield one


def _later(one: Figure, other: Figure) -> bool:
    return (one.sentence, one.first) > (other.sentence, other.first)


def _weight(figures: Figures, run: _Run, whole: Figure) -> int:
    """How surely the words make these parts the parts of this whole."""
    first, last = run.parts[0], run.parts[-1]
    told = figures.told(first)
    opened = run.opened and whole.sentence == first.sentence
    weight = 4 if opened else 0
    weight += 2 if (whole is run.whole and not run.opened) or holds(_around(told, first), "of_these") else 0
    weight += _nearness(figures, run, whole)
    if len(run.parts) > 2:
        weight += 1 + bool(holds(figures.told(last).before(last), "and_words"))
    rest = takes_rest(told if last.sentence == first.sentence else figures.told(last), last)
    weight += 3 * rest + _nouns(run, whole, rest=rest)
    bound = opened or rest
    return weight if bound else min(weight, SURE if len(run.parts) > 2 else SURE - 1)


def _around(told: Told, figure: Figure) -> Words:
    return (*told.before(figure), *told.after(figure)[:4])


def _nearness(figures: Figures, run: _Run, whole: Figure) -> int:
    """One for a whole in the sentence before or the same, one for nothing of its kind between."""
    first = run.parts[0]
    if whole.paragraph != first.paragraph:
        return 0
    between = [
        one
        for one in figures.all
        if one.is_amount
        and not one.is_one
        and _later(one, whole)
        and _later(first, one)
        and kin(one, whole)
        and one is not run.whole
    ]
    return int(first.sentence - whole.sentence <= 1) + int(not between)


def takes_rest(told: Told, last: Figure) -> bool:
    """ "the other 14", "the 1,296 who are left": the part that takes what the others leave."""
    before, after = told.before(last), told.after(last)
    if last is _amounts(told)[0] and starts(told.norms, "rest_open"):
        return True
    return bool(ends(before, "rest_strong") or (ends(before, "rest_before") and starts(after, "rest_behind")))


def _nouns(run: _Run, whole: Figure, *, rest: bool) -> int:
    """One where every part may be of the whole's kind; what cannot be costs more than that."""
    alike = all(kin(whole, one) or (run.opened and one.noun is not None) for one in run.parts)
    if not alike:
        return 0 if rest else -3
    named = whole.noun is not None and any(
        one.noun is not None and nouns_meet(whole.noun, one.noun) for one in run.parts
    )
    return 1 + int(named and not run.opened)


def _open(figures: Figures, run: _Run) -> bool:
    """Whether the list is said to go on, its members may overlap, or bounds leave it open."""
    for told in {one.sentence: figures.told(one) for one in run.parts}.values():
        own = [one for one in run.parts if one.sentence == told.number]
        stretch = told.between(own[0] if own[0] is not run.parts[0] else None, own[-1])
        if holds(stretch, "open_end") or holds(told.after(own[-1]), "goes_on"):
            return True
    return _overlapping(figures, run)


def _overlapping(figures: Figures, run: _Run) -> bool:
    """ "300 were women and 120 were minors": groups that cut across each other."""
    said = [set((one.noun or "").split()) | set(figures.told(one).after(one)[:4]) for one in run.parts]
    has = {key: sum(bool(words & words_of(key)) for words in said) for key in ("women", "men", "ages")}
    return has["women"] > 0 and has["men"] == 0 and has["women"] < len(said)


def _totals(paragraph: Sequence[Told]) -> Iterator[PartOf]:
    """ "14,200 for food, 7,600 for rent and 3,100 for the rest, in sum 24,900"."""
    for told in paragraph:
        amounts = _amounts(told)
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


def _inside(paragraph: Sequence[Told]) -> Iterator[PartOf]:
    """ "1,204 people, including 40 children": together no more than the whole."""
    for told in paragraph:
        for whole, part in pairwise(_amounts(told)):
            gap = told.between(whole, part)
            at = last_of(gap, "part_of")
            if not at or len(gap) - at > _LABEL or not kin(whole, part) or not starts(gap[at - 1 :], "asides"):
                continue
            parts = [part, *_others(told, part)]
            if not _overlapping_parts(told, parts):
                yield _contained(whole, parts)
            else:
                yield from (_contained(whole, [one]) for one in parts)


def _others(told: Told, part: Figure) -> list[Figure]:
    """ "including 140 women and 180 men": what "and" alone adds."""
    amounts = _amounts(told)
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
