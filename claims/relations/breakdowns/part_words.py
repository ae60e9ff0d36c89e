"""Words behind parts that say how they lie to each other: apart, or all that the other is not."""

from __future__ import annotations

from collections.abc import Sequence

from claims.relations.figures import Figure, Told
from claims.relations.phrasing import Words, ends, starts, without_end, without_start, words_of


def are_not(told: Told, last: Figure) -> bool:
    """ "22 were cleaned and 15 were not": all that the one before it was not said of."""
    after = told.after(last)
    denied = starts(after, "rest_not")
    return bool(denied) and last.noun is None and (not after[denied:] or bool(starts(after[denied:], "closers")))


def are_alike(told: Told, parts: Sequence[Figure]) -> bool:
    """Whether the same word of place or purpose follows each: "320 are for women and 220 for men", "in the one, in the
    other": such parts do not overlap.
    """
    leads = [_led_by(told.after(one)[len((one.noun or "").split()) :]) for one in parts]
    return leads[0] in words_of("part_leads") and len(set(leads)) == 1


def _led_by(after: Words) -> str:
    bare = without_start(without_start(after, "of_these"), "being")
    return bare[0] if bare else ""


def opens_on_whole(before: Words) -> bool:
    """ "Of 1,840", "of our 48"; not "Of the dead 3,312", "Of them 1,610": the number itself is what something is of."""
    bare = without_end(without_end(before, "hedges"), "articles")
    return bool(ends(bare, "of_whole")) and not ends(bare, "from_words")


def is_parallel(told: Told, one: Figure) -> bool:
    """ "twelve in 2015, four in 2016, one in 2017": it goes on as the number before it does."""
    earlier = next((other for other in reversed(told.counts) if other.first < one.first), None)
    if earlier is None or earlier.noun is not None or told.between(earlier, one)[-1:] != (",",):
        return False
    ours, theirs = told.norms[one.stop : one.stop + 1], told.norms[earlier.stop : earlier.stop + 1]
    return ours == theirs and ours[0].isalpha()
