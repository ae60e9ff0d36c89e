"""Words for more or less than half with the figures beside them: "a majority, 56 of 96", "most of the 200 (130)"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.relations.breakdowns.closing import Sums
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import Majority
from claims.relations.phrasing import ends, holds, places_of, starts_at
from claims.relations.portions.share_ties import is_of
from claims.relations.portions.whole_of import may_hold

_REACH = 8
_BEFORE = 4


def find_majorities(figures: Figures, sums: Sums) -> Iterator[Majority]:
    """Every "most", "a majority", "a minority" that a part and its whole say again right behind it."""
    for told in figures.sentences:
        for at in places_of(told.norms, "most_words", "minority_words"):
            if at and starts_at(told.norms, at - 1, "minority_words") > 1:
                continue  # "only a minority" is told once
            for key, more in (("most_words", True), ("minority_words", False)):
                taken = starts_at(told.norms, at, key)
                if taken and not holds(told.norms[max(0, at - _BEFORE) : at], "negated"):
                    found = _pair(told, at + taken, sums)
                    if found is not None:
                        word = figures.document.view.to_source(told.words[at].span.shifted(told.start))
                        yield Majority(
                            word=" ".join(told.norms[at : at + taken]), more=more, part=found[0].claim,
                            whole=found[1].claim, word_span=word,
                        )  # fmt: skip


def _pair(told: Told, at: int, sums: Sums) -> tuple[Figure, Figure] | None:
    """The part and whole directly behind the word, in brackets, behind a colon or between commas."""
    behind = [one for one in told.figures if one.first >= at][:2]
    if len(behind) < 2 or behind[0].first - at > _REACH:
        return None
    one, other = behind
    gap, between = told.norms[at : one.first], told.norms[one.stop : other.first]
    if is_of(told, one, other) and ends(gap, "pair_signs") and may_hold(other, one):
        return one, other  # "a majority of us: 56 of 96"
    bracketed = ends(between, "pair_signs") and bool(starts_at(told.norms, other.stop, "closers"))
    if ends(told.norms[: one.first], "of_the") and bracketed and len(between) <= _BEFORE and may_hold(one, other):
        return other, one  # "most of the 200 families (130)"
    return None
