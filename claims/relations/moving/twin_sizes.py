"""One change told twice in one breath: "from 320 to 448: 128 more, 40 per cent", "gained 44 in a year, or a quarter".

Which figures two sizes lie between shows by the one that fits: a difference to the unit, a percentage of one of them.
The other, said of the same change, is then wrong where one slip would make it right; else nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LEARNED, Move, Step
from claims.relations.moving.reckoned import is_told_change
from claims.relations.moving.twin_pairs import Between, Twins, betweens, far_betweens, is_a_value
from claims.relations.moving.ways_of_moving import way_of
from claims.relations.pairing import is_paced
from claims.relations.phrasing import Words, starts, without_end, words_of

_GAP, _BOUND_GAP = 7, 13
"""How many words may stand between the two sizes of one change; between sizes that words bind ("…, or a quarter")."""
_REACH = 6


def find_twins(figures: Figures) -> Iterator[Move]:
    """Both sizes of each pair that tells one change, or the one of them that is wrong, with what they lie between."""
    for told in figures.sentences:
        sizes = [one for one in told.figures if one.claim.quantity.dimension != "duration"]
        for one, other in pairwise(sizes):
            twins = _twins(told, one, other)
            if twins is not None:
                yield from _moves(figures, told, twins)


def _twins(told: Told, one: Figure, other: Figure) -> Twins | None:
    amount, scale = (one, other) if _is_scale(other) else (other, one)
    if not (_is_scale(scale) and _is_difference(told, amount)) or starts(told.after(scale), "of_whole"):
        return None
    if not _is_one_breath(told, one, other) or not (_says_change(told, amount) or _says_change(told, scale)):
        return None
    ways = {way for way in (way_of(told, amount), way_of(told, scale)) if way is not None}
    return Twins(amount, scale, ways.pop() if len(ways) == 1 else None)


def _is_one_breath(told: Told, one: Figure, other: Figure) -> bool:
    """Whether one size says the other again: words of change alone between them, or "or" before the second."""
    own = {word.lower() for word in one.claim.text.split()}
    gap = [word for word in told.norms[one.stop : other.first] if word not in own]
    if len(gap) <= _BOUND_GAP and any(_binds(gap[at:]) for at in range(len(gap))):
        return True
    return len(gap) <= _GAP and _is_plain(gap)


def _binds(gap: Words) -> bool:
    """ "or", "that is, by", "i.e. a rise of"."""
    taken = starts(gap, "apposition")
    return bool(taken) and _is_plain(without_end(gap[taken:], "hedges"))


def _is_plain(words: Words) -> bool:
    return all(word in _plain() for word in words if word.isalpha())


def _says_change(told: Told, one: Figure) -> bool:
    if one.claim.quantity.direction is not None or is_told_change(told, one):
        return True
    around = (*told.norms[max(0, one.first - _REACH) : one.first], *told.norms[one.stop :][:_REACH])
    return any(word in words_of(key) for word in around for key in ("change_heads", "ups", "downs", "losses"))


def _plain() -> frozenset[str]:
    keys = ("size_words", "size_glue", "change_words", "change_heads", "more", "ups", "downs", "losses", "articles")
    return frozenset(word for key in keys for word in words_of(key))


def _is_scale(one: Figure) -> bool:
    return (one.is_share or one.claim.quantity.dimension == "multiple") and one.claim.quantity.value > 0


def _is_difference(told: Told, one: Figure) -> bool:
    return one.is_amount and not one.is_one and not is_paced(told, one) and one.claim.quantity.comparator == "="


def _moves(figures: Figures, told: Told, twins: Twins) -> Iterator[Move]:
    near = tuple(betweens(figures, told, twins))
    if is_a_value(figures, told, twins):
        return
    both = next((one for one in near if one.differs(twins) and one.scales(twins)), None)
    if both is not None:
        yield _move(twins, twins.amount, both)
        yield _move(twins, twins.scale, both)
        return
    for tried in (near, tuple(far_betweens(figures, told, twins))):
        if any(one.differs(twins) and one.scales(twins) for one in tried):
            return
        if found := _slipped(twins, tried):
            yield from found
            return


def _slipped(twins: Twins, tried: Sequence[Between]) -> list[Move]:
    """The size that is wrong, with the other that is right; none where two pairs of figures would explain it."""
    scale = [one for one in tried if one.differs(twins) and one.would_scale(twins)]
    if scale and len({one.difference for one in scale}) == 1:
        return [_wrong(twins, twins.scale, scale[0]), _move(twins, twins.amount, scale[0])]
    amount = [one for one in tried if one.scales(twins) and one.would_differ(twins)]
    if amount and len({one.difference for one in amount}) == 1:
        return [_wrong(twins, twins.amount, amount[0]), _move(twins, twins.scale, amount[0])]
    return []


def _wrong(twins: Twins, size: Figure, between: Between) -> Move:
    return replace(_move(twins, size, between), slipped=True)


def _move(twins: Twins, size: Figure, between: Between) -> Move:
    led = between.led_by_scale(twins) if twins.way is None else between
    step = Step(first=led.first.claim, last=led.last.claim)
    return Move(by=size.claim, readings=(step,), way=twins.way, evidence=LEARNED)
