"""A fence around each letter's publishing: what one letter's rows, exports or place on the front page meet costs no
other letter anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from expectations.gates.gated_rows import rows_of
from expectations.model import CheckedLetter
from reports.exports.contract import letter_to_contract
from reports.model import Problem, fault_of_ours
from reports.site.front import index_page


def publishable(checked: Sequence[CheckedLetter]) -> tuple[list[CheckedLetter], list[Problem]]:
    """The letters of which everything that all letters share can be made, and the others as problems."""
    faults = [fault_of(one) for one in checked]
    kept = [one for one, fault in zip(checked, faults, strict=True) if fault is None]
    return kept, [fault for fault in faults if fault is not None]


def fault_of(one: CheckedLetter) -> Problem | None:
    """Why a letter cannot stand among the others, if it cannot."""
    try:
        rows_of([one])
        letter_to_contract(one)
        index_page([one], (), (), None)
    except Exception as error:  # whatever it is, it is this letter's alone
        return fault_of_ours(one.extraction.letter.path, "could not be published", error)
    return None
