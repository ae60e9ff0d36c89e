"""Figures that follow each other as the parts of a whole may: where they begin, how far they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from claims.quick_records import dataclass
from claims.relations.breakdowns.part_limits import is_limit
from claims.relations.breakdowns.part_words import are_not, is_parallel
from claims.relations.figures import Figure, Told
from claims.relations.pairing import is_paced, nouns_meet, plain_unit
from claims.relations.phrasing import Words, ends, holds, last_of, starts, without_end

LABEL = 6
"""How many words may name the first part behind an opening: ": Savanna Cell 21.6 million"."""
_MOST = 14
_BETWEEN = 22
"""How many words may stand between two parts of one sentence."""


@dataclass(frozen=True, slots=True)
class Run:
    """Figures that follow each other as parts may, and the whole that their own sentence names, if one."""

    parts: tuple[Figure, ...]
    whole: Figure | None
    opened: bool


def amounts_of(told: Told) -> list[Figure]:
    """What may be a part or a whole; a lone "one" only where it ends an enumeration ("four here and one there")."""
    known = told.worked_out.get("amounts")
    if known is None:
        figures = told.figures if told.kind == "signature" else told.counts
        known = [one for one in figures if (one.is_amount or one.is_average) and not _is_none(told, one)]
        told.worked_out["amounts"] = known
    return known


def _is_none(told: Told, one: Figure) -> bool:
    """ "in at least one room", "One father has asked": a "one" that no "and" adds to those before it; a limit."""
    if is_limit(told, one):
        return True
    quantity = one.claim.quantity
    if quantity.dimension != "count" or quantity.value != 1 or quantity.as_written.isdigit():
        return False
    return quantity.comparator != "=" or not (holds(told.before(one), "and_words") or is_parallel(told, one))


def runs_of(paragraph: Sequence[Told]) -> Iterator[list[Run]]:
    """For every place where parts may begin, how far they may go."""
    for at, told in enumerate(paragraph):
        amounts = amounts_of(told)
        for first, whole, opened in _openings(told, amounts) if amounts else ():
            parts = _linked(told, amounts, first, whole, opened=opened)
            runs = [Run(parts, whole, opened)]
            if parts and parts[-1] is amounts[-1] and not opened:
                runs += [Run(tuple(longer), whole, opened) for longer in _over(paragraph, at, parts)]
            yield runs


def _openings(told: Told, amounts: Sequence[Figure]) -> Iterator[tuple[int, Figure | None, bool]]:
    """Where parts may begin in a sentence: behind an opening, behind "of the W", at its first figure."""
    for at, (before, part) in enumerate(pairwise(amounts)):
        gap = told.between(before, part)
        opening = last_of(gap, "openers")
        if opening is not None and len(gap) - opening <= LABEL + 1 and not _bracketed(told, gap[opening:], part):
            yield at + 1, before, True
    if len(amounts) > 1 and refers(told.before(amounts[1])) and len(told.between(amounts[0], amounts[1])) < LABEL:
        yield 0, amounts[1], False
    elif leads(told, amounts[0]) or _narrows(amounts):
        yield 1, amounts[0], False
    yield 0, None, False


def _narrows(amounts: Sequence[Figure]) -> bool:
    """ "3,140 people, 1,727 women and 1,413 men": what follows is of the whole's kind, under names of its own."""
    whole = amounts[0].noun
    named = takewhile(lambda one: one.noun is not None and one.noun != whole, amounts[1:])
    return whole is not None and sum(1 for _ in takewhile(lambda one: nouns_meet(one.noun or "", whole), named)) > 1


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
    comma = last_of(before, "comma")
    before = before[comma + 1 :] if comma is not None else before
    return len(before) <= LABEL and bool(starts(before, "of_whole"))


def _linked(
    told: Told, amounts: Sequence[Figure], first: int, whole: Figure | None, *, opened: bool = False
) -> tuple[Figure, ...]:
    """The parts from `first` on, as far as the words go on enumerating."""
    parts: list[Figure] = []
    named: Figure | None = None  # "two classes, with 27 and 23 pupils": the bare number hides two kinds of things
    for one in amounts[first:]:
        if one is whole or (parts and _in_aside(told.between(parts[-1], one))):
            continue
        if len(parts) > _MOST:
            break
        if not opened and named is not None and one.noun is not None and not nouns_meet(named.noun or "", one.noun):
            break
        named = one if one.noun is not None else named
        if one.is_average or is_paced(told, one) or (parts and not _goes_on(told, parts[-1], one, opened=opened)):
            break
        if parts and takes_rest(told, parts[-1]):
            break  # what is left is the last part
        parts.append(one)
    return tuple(parts[:_MOST])


def _in_aside(gap: Words) -> bool:
    """ "seven as suicides, six as other (we have the histories of four), and five …": told in brackets of a part."""
    return "(" in gap and ")" not in gap


def _goes_on(told: Told, before: Figure, part: Figure, *, opened: bool) -> bool:
    """Whether the next figure is a further part: near, of one kind, not said to be of the part before it."""
    gap = told.between(before, part)
    if len(gap) > _BETWEEN or not kin_parts(before, part) or refers(gap):
        return False
    if starts(told.after(part), "of_these") and not starts(gap, "of_these"):
        return False  # "64 arrested, 13 of them women"; but "9 of them women and 14 of them men"
    if _definite(told, part) or _moves(told, before, part):
        return False
    alike = opened or before.noun is None or part.noun is None or nouns_meet(before.noun, part.noun)
    return (
        alike
        and not ends(without_end(gap, "hedges"), "breaks")
        and not holds(gap, "concluding")
        and not holds(gap[1:] if starts(gap, "of_these") else gap, "part_of")
    )


def _moves(told: Told, before: Figure, part: Figure) -> bool:
    """ "from 800 to 2,300": one figure at two times."""
    to = ends(without_end(told.between(before, part), "hedges"), "to_words")
    return bool(to) and bool(ends(without_end(told.before(before), "hedges"), "from_words"))


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
        amounts = amounts_of(told)
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
        if takes_rest(told, longer[-1]):
            return


def takes_rest(told: Told, last: Figure) -> bool:
    """ "the other 14", "the 1,296 who are left": the part that takes what the others leave."""
    before, after = told.before(last), told.after(last)
    opens = last in amounts_of(told)[:1]
    if (opens and starts(told.norms, "rest_open")) or (not opens and are_not(told, last)):
        return True
    return bool(ends(before, "rest_strong") or (ends(before, "rest_before") and starts(after, "rest_behind")))
