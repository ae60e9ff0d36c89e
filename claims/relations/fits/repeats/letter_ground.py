"""A letter's figures as the ground on which pairs of them are weighed: how often, of what, in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from claims.quick_records import dataclass
from claims.relations.breakdowns.exact_sums import exact_sums
from claims.relations.figures import Figure, Figures
from claims.relations.fits.repeats.near_pairs import NearPair, plain_unit_of, points_back
from claims.relations.phrasing import words_of
from claims.relations.repeats import CROWD
from claims.text.plurals import singular

_WEIGHTY = 3
_BESIDE = 3
"""So many sentences before and behind a percentage are searched for what it is a share of."""


@dataclass(frozen=True)
class Ground:
    """A letter's figures as the ground on which a pair is weighed."""

    figures: Figures
    row: Sequence[Figure]
    pairs: Sequence[NearPair]

    @cached_property
    def rivals(self) -> Counter[int]:
        """In how many pairs a figure stands."""
        return Counter(id(one) for pair in self.pairs for one in (pair.one, pair.again))

    @cached_property
    def named(self) -> Counter[str]:
        """How many numbers are given of one noun."""
        return Counter(noun for noun, _ in {(one.noun, one.claim.quantity.value) for one in self.row if one.noun})

    @cached_property
    def often(self) -> Counter[tuple[str, Decimal]]:
        """How many sentences give a number of one unit."""
        keys = {(one.sentence, plain_unit_of(one), one.claim.quantity.value) for one in self.row}
        return Counter((unit, value) for _, unit, value in keys)

    @cached_property
    def summed(self) -> frozenset[int]:
        """The figures that stand in an exact sum, by the place of their number."""
        members = (claim for split in exact_sums(self.figures) for claim in (split.whole, *split.parts))
        return frozenset(claim.quantity.number_span.start for claim in members)

    @cached_property
    def worked_out(self) -> frozenset[int]:
        """The percentages that two counts or amounts of their surroundings make, to the last digit told."""
        rates = [one for one in self.row if one.claim.quantity.dimension == "percentage"]
        return frozenset(id(one) for one in rates if self._is_made(one))

    def _is_made(self, rate: Figure) -> bool:
        near = self.figures.sentences[max(0, rate.sentence - _BESIDE) : rate.sentence + _BESIDE + 1]
        told = [one.claim.quantity for sentence in near for one in sentence.counts if not one.is_one]
        value = rate.claim.quantity.value
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        pairs = ((a, b) for a in told for b in told if a.dimension == b.dimension != "percentage")
        return any(0 < a.value < b.value and abs(a.value * 100 / b.value - value) * 2 <= step for a, b in pairs)

    @cached_property
    def lemmas(self) -> tuple[frozenset[str], ...]:
        """The words of weight of every sentence."""
        return tuple(frozenset(weighty(told.norms)) for told in self.figures.sentences)

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """The words with a capital of every sentence, but for its first."""
        sentences = self.figures.sentences
        return tuple(frozenset(w.norm for w in told.words[1:] if w.text[:1].isupper()) for told in sentences)

    def is_crowded(self, pair: NearPair) -> bool:
        """Whether so many numbers are told of their kind that some are like each other by chance, and no word says
        that this one was told before.
        """
        many = max(self.named[one.noun or ""] for one in (pair.one, pair.again))
        return many > CROWD and not points_back(self.figures.told(pair.again), pair.again)

    def counts(self, one: Figure) -> int:
        return self.often[(plain_unit_of(one), one.claim.quantity.value)]

    def is_summed(self, one: Figure) -> bool:
        return one.claim.quantity.number_span.start in self.summed


def weighty(norms: Sequence[str]) -> set[str]:
    plain = words_of("plain")
    return {singular(word) for word in norms if len(word) > _WEIGHTY and word.isalpha() and word not in plain}
