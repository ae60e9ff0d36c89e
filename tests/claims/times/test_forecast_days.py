"""Days without a year up to which something is foretold lie ahead of the letter; all others behind it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.times.dates import read_dates

ON = date(2025, 8, 30)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("By the end of September it had counted 600.", date(2024, 9, 30)),
        ("In September it expected 600.", date(2024, 9, 30)),
        ("It counted 600 by 20 September. By then none was expected.", date(2024, 9, 20)),
        ("We expect an answer. In October 600 were held.", date(2024, 10, 31)),
        ("By the end of May it had counted 600.", date(2025, 5, 31)),
        ("By the end of September 2024 it expected 600.", date(2024, 9, 30)),
        ("By the end of September it expects 600.", date(2025, 9, 30)),
        ("It expects the number to reach 600 by the end of September.", date(2025, 9, 30)),
        ("Through 20 September 600 are projected.", date(2025, 9, 20)),
        ("It predicts 600 deaths by January.", date(2026, 1, 31)),
        ("The town will be empty before October.", date(2025, 10, 31)),
        ("Up to 4 November, it foresees 600 arrivals.", date(2025, 11, 4)),
        ("It forecast 600 cases until mid-October.", date(2025, 10, 20)),
    ],
)
def test_a_day_foretold_lies_ahead(text: str, end: date) -> None:
    assert read_dates(text, ON)[0].end == end
