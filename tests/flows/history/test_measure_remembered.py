"""What a figure was compared on is remembered; where nothing was found for it, no measure is."""

from __future__ import annotations

from claims.readers.finding import FoundLetter
from expectations.model import CheckedLetter
from flows import steps
from flows.store.letter_states import letter_state

_LETTER = """Open letter

1 March 2024

Dear minister,

At least 45 boats lie idle. Since the coup of 1 February 2021 at least 4,000 people have been killed in Myanmar.
"""


def test_a_figure_without_a_source_is_remembered_without_a_measure() -> None:
    table, field, _ = steps.load_references(None)
    checked = steps.check_one(FoundLetter("a.txt", "a", data=_LETTER.encode()), field, table)
    assert isinstance(checked, CheckedLetter)
    told = {one.quotation: one.measure for one in letter_state(checked).claims}
    boats, killed = (next(value for words, value in told.items() if word in words) for word in ("45", "4,000"))
    assert boats is None
    assert killed is not None
