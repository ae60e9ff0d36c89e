"""Whether "three times" is of two other figures of its sentence: "19 days then and 57 now: three times as long"."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Final

from claims.extraction import Extraction
from claims.relations.kinds import Move

_SLACK: Final = Decimal("0.01")


def is_multiple_of_others(extraction: Extraction, move: Move) -> bool:
    """Whether two figures of the sentence, lengths of time among them, make the multiple that a change tells."""
    by = move.by
    times = by.quantity.value if by is not None and by.quantity.dimension == "multiple" else move.factor
    if times is None or times <= 1:
        return False
    sentence = by.sentence_span if by is not None else move.readings[0].last.sentence_span
    beside = [one for one in extraction.claims if one.sentence_span == sentence and one is not by]
    return any(
        abs(large.quantity.value - times * small.quantity.value) <= _SLACK * large.quantity.value
        for small, large in permutations(beside, 2)
        if small.quantity.value > 1
    )
