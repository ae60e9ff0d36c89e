"""Up or down: what the words around a figure say, and verbs of one direction with figures that go the other way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Direction
from claims.relations.figures import Figure, Told
from claims.relations.kinds import SURE, Move
from claims.relations.moving.move_steps import Stepped
from claims.relations.phrasing import ends, without_end, words_of

_APART = 9


def way_of(told: Told, size: Figure) -> Direction | None:
    """Up or down, as the words around the size say."""
    direction = size.claim.quantity.direction
    if direction is not None:
        return direction
    around = (*told.before(size)[-6:], *told.after(size)[:3])
    ups, downs = (any(word in words_of(key) for word in around) for key in ("ups", "downs"))
    if ups == downs:
        return None
    return "up" if ups else "down"


def more_behind(told: Told, size: Figure) -> bool:
    """ "38 more", "40 families less"; not "162, less by a tenth", where the word goes with the figure behind it."""
    behind = enumerate(told.norms[size.stop : size.stop + 2], size.stop)
    more = next((at for at, word in behind if word in words_of("more")), None)
    if more is None:
        return False
    other = next((one for one in told.figures if more < one.first <= more + _APART // 4), None)
    return other is None or any(word in words_of("than_words") for word in told.norms[more : other.first])


def ways_of(told: Told) -> Iterator[Move]:
    """ "rose from 60 to 40": a verb of one direction directly before figures that go the other way."""
    for one, other in zip(told.figures, told.figures[1:], strict=False):
        gap = without_end(told.between(one, other), "hedges")
        before = without_end(told.before(one), "hedges")
        if not (ends(gap, "to_words") and ends(before, "from_words")):
            continue
        if len(gap) > _APART or one.claim.quantity.dimension != other.claim.quantity.dimension:
            continue
        verb = _verb(before[: len(before) - 1])
        if verb is None or one.claim.kind in ("duration", "ordinal"):
            continue
        step = Stepped(one, other, SURE).step
        yield Move(by=None, readings=(step,), way=verb[1], evidence=SURE, word=verb[0])


def _verb(before: Sequence[str]) -> tuple[str, Direction] | None:
    """The last word, if it is a verb or noun of going up or down."""
    last = before[-1] if before else ""
    if last in words_of("ups"):
        return last, "up"
    return (last, "down") if last in words_of("downs") else None
