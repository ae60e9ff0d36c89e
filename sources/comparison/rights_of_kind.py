"""No right by kind: a row that counts things of another kind, or that lies beyond any slip, refutes nothing.

Seventeen areas say nothing of 638,000 people, whoever counts both; nor does a figure that a letter only mentions again.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from claims.text.phrases import words_before
from sources.comparison.decide import Decision
from sources.evidence.fits.kinds_of_things import same_kind
from sources.evidence.number_slips import PLAIN_SLIPS, misprint_of
from sources.evidence.sentence.clues import Clues
from sources.model import Observation
from sources.words import words

_FAR: Final = Decimal(20)
"""So many times a figure, or so small a part of it, is no slip of it: where no measure was read, it is of another."""
_EVERY_DIGIT: Final = 4


def unlike(decision: Decision, clues: Clues) -> str | None:
    """Why figures are of too different a kind to refute a claim; a key of the wording."""
    rows = decision.decider.observations if decision.decider is not None else ()
    if any(same_kind(clues.claim.quantity, row.unit) is False for row in rows):
        return "other_kind"
    if not any(misprint_of(clues.value, row.value) in PLAIN_SLIPS for row in rows):
        if clues.claim.measure is None and any(_is_far(clues.value, row) for row in rows):
            return "beyond_compare"
        if clues.taken_over or clues.several:
            return "taken_over" if clues.taken_over else "several_tell"
    elif clues.taken_over and clues.exactness < _EVERY_DIGIT:
        return "taken_over"
    return "told_again" if is_told_again(clues) else None


def _is_far(value: Decimal, row: Observation) -> bool:
    return value > 0 and row.value > 0 and not row.value / _FAR <= value <= row.value * _FAR


def is_told_again(clues: Clues) -> bool:
    """Whether a figure only takes up one told before ("Of the 369, 41 died at home")."""
    if clues.letter_numbers.get(clues.value, 0) < 2:
        return False
    before = words_before(clues.claim.sentence, clues.setting.number.start)
    return bool(before) and before[-1].norm in _takes_up()


@cache
def _takes_up() -> frozenset[str]:
    return frozenset(words("sourcing")["takes_up_a_number"])
