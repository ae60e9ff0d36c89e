"""The part that a share stands beside, and its whole where the words between name it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.quick_records import dataclass
from claims.relations.breakdowns.part_runs import leads
from claims.relations.breakdowns.part_words import opens_on_whole
from claims.relations.figures import Figure, Figures, Told
from claims.relations.phrasing import Words, ends, holds, only, starts, without_end, without_start
from claims.relations.portions.share_clauses import clause_end, opens_clause, set_off

OF_REACH = 8
_FULL = 100
_SAID = 3
_TWO = 2


@dataclass(frozen=True, slots=True)
class Tie:
    """A part, and the whole where the words name it."""

    part: Figure
    whole: Figure | None


def tied(figures: Figures, told: Told, share: Figure) -> Iterator[Tie]:
    """The part a share stands beside, and the whole where it is named between them."""
    if share.claim.quantity.value > _FULL and share.claim.quantity.dimension == "percentage":
        yield from _over_full(figures, told, share)
        return
    yield from (Tie(part, whole) for part, whole in _pairs(figures, told, share))


def _over_full(figures: Figures, told: Told, share: Figure) -> Iterator[Tie]:
    """ "4,620 people in a house built for 3,300. That is an occupancy of 140 per cent": the larger by the smaller."""
    before = [one for one in told.figures if one.first < share.first]
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number == told.number - 1]
    for amounts in (before, list(earlier[0].figures) if earlier else []):
        pair = [one for one in amounts if one.is_amount and not one.is_one]
        if len(pair) == 2 and len(pair) == len(amounts):
            small, large = sorted(pair, key=lambda one: one.claim.quantity.value)
            yield Tie(large, small)
            return


def _pairs(figures: Figures, told: Told, share: Figure) -> Iterator[tuple[Figure, Figure | None]]:
    at = told.figures.index(share)
    before = told.before(share)
    yield from _whole_before(told, at)
    if _apposed(before, told.norms[share.stop :]):
        yield from _part_before(told, at)
    elif ends(without_end(before, "hedges"), "comma") or _is_said_of(before):
        yield from ((part, whole) for part, whole in _part_before(told, at) if whole is not None)
    yield from _part_behind(told, at)
    if at == 0 and starts(before, "back_pointers") and only(before, "back_pointers", "hedges", "comma", "articles"):
        yield from _sentence_before(figures, told)


def _is_said_of(before: Words) -> bool:
    """ "62,000 hectares are 15 per cent of 412,000": nothing but the noun and the verb."""
    bare = without_end(before, "hedges")
    return bool(ends(bare, "is_again")) and len(bare) <= _SAID


def _apposed(before: Words, after: Words) -> bool:
    """ "(", ", or", "that is" before a share, and nothing behind it that makes it the subject of something new."""
    bare, after = without_end(before, "hedges"), without_start(after, "loose_behind")
    if set_off(before, after):
        return True
    if opens_clause(after) and not ends(bare, "restating"):
        return False
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
    elif len(earlier) > 1 and is_of(told, earlier[-2], last):
        yield earlier[-2], last
    elif told.figures[at - 1] is last or told.figures[at - 1].is_share:
        yield last, None


def _reaches(told: Told, share: Figure, whole: Figure) -> bool:
    """ "a third of the total investment of 198 million": the whole stands behind the share."""
    gap, after = without_end(told.between(share, whole), "articles"), told.after(whole)
    named = bool(starts(gap, "of_whole")) and bool(ends(without_end(gap, "hedges"), "of_whole"))
    return named and len(gap) <= OF_REACH and not opens_clause(after[: clause_end(after) + 1])


def _whole_before(told: Told, at: int) -> Iterator[tuple[Figure, Figure | None]]:
    """ "Of the 18,500, forty per cent, which is 7,400 hectares": the whole leads, the part follows the share."""
    amounts = [one for one in told.figures if one.is_amount]
    if at == 0 or len(amounts) < 2 or told.figures[at - 1] is not amounts[0] or at + 1 >= len(told.figures):
        return
    part = told.figures[at + 1]
    if part is amounts[1] and leads(told, amounts[0]) and _says_again(told, told.figures[at], part):
        yield part, amounts[0]


def is_of(told: Told, part: Figure, whole: Figure) -> bool:
    """ "A of the B", "A out of some B"."""
    gap = without_end(told.between(part, whole), "articles")
    if _taken_from(gap):
        return True
    return len(gap) <= 5 and bool(ends(without_end(gap, "hedges"), "of_whole")) and not holds(gap, "comma")


def _taken_from(gap: Words) -> bool:
    """ "4.5 kilos for moisture from a full load of 18": taken from a thing, and the thing's size."""
    at = next((at for at in range(len(gap)) if starts(gap[at:], "from_words")), None)
    return at is not None and len(gap) - at <= 5 and bool(ends(gap, "of_whole")) and at < len(gap) - 1


def _part_behind(told: Told, at: int) -> Iterator[tuple[Figure, Figure | None]]:
    """ "Half of these households, 2,304, have", "30 per cent of the 400 prisoners (120)"."""
    share, rest = told.figures[at], [one for one in told.figures[at + 1 :] if one.is_amount and not one.is_one]
    if not rest:
        return
    first = rest[0]
    paired = _pair_behind(told, rest)
    if paired is not None:
        yield paired
    elif len(rest) > 1 and names_whole(told, share, first) and _says_again(told, first, rest[1]):
        yield rest[1], first
    elif told.figures[at + 1] is first and _says_again(told, share, first):
        yield first, None


def _pair_behind(told: Told, rest: list[Figure]) -> tuple[Figure, Figure] | None:
    """ "72 per cent of the premiums: 90 of 125 million", "2.4 per cent, or 1,560 of 65,000": the pair says it again."""
    for one, other in pairwise(rest[:3]):
        bare = without_end(told.before(one), "hedges")
        again = bool(ends(bare, "apposition") or ends(bare, "pair_openers"))
        if again and len(bare) <= 2 * OF_REACH and is_of(told, one, other):
            return one, other
    return None


def names_whole(told: Told, share: Figure, whole: Figure) -> bool:
    gap = without_end(told.between(share, whole), "articles")
    return len(gap) <= 2 and only(without_end(gap, "hedges"), "of_whole", "articles")


def _says_again(told: Told, one: Figure, part: Figure) -> bool:
    """Whether the amount behind a share or whole says it in numbers: in brackets, between commas, behind "or"."""
    gap, after = without_end(told.between(one, part), "hedges"), told.after(part)
    if len(gap) > OF_REACH + 6:
        return False
    if ends(gap, "apposition"):
        return True
    noun = 1 if part.noun else 0
    return bool(ends(gap, "comma")) and any(starts(after[k:], "closers") for k in range(noun + 3))


def _sentence_before(figures: Figures, told: Told) -> Iterator[tuple[Figure, Figure | None]]:
    """ "It paid 18 million of the 48 million. That is 37.5 per cent.": the amounts of the sentence before."""
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number < told.number and one.figures]
    if not earlier or told.number - earlier[-1].number > 1:
        return
    amounts = [one for one in earlier[-1].figures if one.is_amount and not one.is_one]
    first = earlier[-1].between(None, amounts[0]) if amounts else ()
    if len(amounts) == _TWO and leads(earlier[-1], amounts[0]) and opens_on_whole(first):
        yield amounts[1], amounts[0]
        return
    for part, whole in pairwise(amounts):
        if is_of(earlier[-1], part, whole):
            yield part, whole
            return
    if amounts:
        yield amounts[0], None
