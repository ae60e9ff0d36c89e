"""The numbers of all measures in one row: which measures have a figure near a number, found without asking each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from operator import itemgetter

LARGE = 50_000
"""In a table of more figures any number is near some figure of most measures: then each may as well be asked."""


class ValueRow:
    """The numbers of the figures of all measures, the smallest first."""

    def __init__(self, values: Mapping[str, Sequence[Decimal | float]]) -> None:
        laid = sorted(((each, measure) for measure, own in values.items() for each in own), key=itemgetter(0))
        self._values = [each for each, _ in laid]
        self._measures = [measure for _, measure in laid]

    def near(self, asked: Mapping[str, None], least: Decimal, greatest: Decimal) -> dict[str, None]:
        """Of the measures asked those with a number from `least` to `greatest`, in their order."""
        there = set(self._measures[bisect_left(self._values, least) : bisect_right(self._values, greatest)])
        return dict.fromkeys(measure for measure in asked if measure in there)
