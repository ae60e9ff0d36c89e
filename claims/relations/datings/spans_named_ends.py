"""Lengths whose own clause names what they run up to: "from there to the fire it is 49 days"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_scene import listed
from claims.relations.spans.spans_tie import Place, opening, unbroken

_HARD = frozenset(".;:!?")
_REACH = 10


def default_end(place: Place) -> tuple[Moment, ...]:
    """The letter's own days as the end that goes without saying; none where the clause names another end."""
    return () if names_end(place) else place.scene.now


def names_end(place: Place) -> bool:
    """Whether the words before or behind a length say what it runs up to, other than the letter's own day."""
    return _named_before(_since_stop(place.before)) or _named_behind(place)


def _named_before(words: Sequence[str]) -> bool:
    """ "until the verdict it was …"; "to the fire" only behind "from", for people write "to the Ministry" too."""
    first = max(0, len(words) - _REACH)
    for at in range(first, len(words)):
        past = _joined(words[at:], "ends_at")
        if not past and listed("range_openers") & set(words[:at]):
            past = _joined(words[at:], "ends_to")
        if past and _is_end(words[at + past :]):
            return True
    return False


def _named_behind(place: Place) -> bool:
    words = place.behind
    for at in range(min(len(words), _REACH)):
        past = max(_joined(words[at:], name) for name in ("ends_at", "ends_to", "before"))
        if past:
            return _is_end(words[at + past :])
        if words[at] not in listed("passed"):
            return False
    return False


def _joined(words: Sequence[str], name: str) -> int:
    return opening(words, name) or 0


def _is_end(words: Sequence[str]) -> bool:
    """ "fire", "the verdict", "we were heard"; not "this day", "today", nor the "day" of "to the day"."""
    return bool(words) and words[0].isalpha() and opening(words, "ends_now") is None


def _since_stop(words: Sequence[str]) -> Sequence[str]:
    """The words behind the last full stop, colon or semicolon."""
    at = next((at for at in range(len(words), 0, -1) if words[at - 1] in _HARD), 0)
    return words[at:]


def counts_for_another(place: Place, dated: Dated) -> bool:
    """Whether another length counts from a date: "49 years after the coup of 1976, and 42 after the vote of 1983"."""
    earlier = (one for one in place.told.lengths if one.whole.end <= dated.span.start)
    last = max(earlier, key=lambda one: one.whole.end, default=None)
    if last is None:
        return False
    gap = place.told.between(last.whole.end, dated.span.start)
    return opening(gap, "after") is not None and unbroken(gap, 8) and "," not in gap
