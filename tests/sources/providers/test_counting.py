"""Running counts: month ends, bounds, what is cut, and the laws that hold for any events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.providers.counting import Happening, days_counted, running_counts
from sources.providers.net.retrying import Patience, asked_delay


@pytest.mark.parametrize(
    ("since", "last", "asked", "days"),
    [
        ("2024-01-15", "2024-01-20", False, []),
        ("2024-01-15", "2024-01-20", True, ["2024-01-20"]),
        ("2024-01-15", "2024-01-31", True, ["2024-01-31"]),
        ("2024-01-15", "2024-03-01", False, ["2024-01-31", "2024-02-29"]),
        ("2024-01-15", "2024-03-01", True, ["2024-01-31", "2024-02-29", "2024-03-01"]),
        ("2023-12-31", "2024-01-30", False, ["2023-12-31"]),
        ("2024-03-01", "2024-02-01", True, []),
    ],
)
def test_days(since, last, asked, days):
    found = days_counted(date.fromisoformat(since), date.fromisoformat(last), asked=asked)
    assert [day.isoformat() for day in found] == days


START = date(2024, 1, 1)
happenings = st.builds(
    lambda begin, length, value, less, more: Happening(
        place_code="MLI",
        series="events",
        start=START + timedelta(days=begin),
        end=START + timedelta(days=begin + length),
        value=Decimal(value),
        low=Decimal(max(0, value - less)),
        high=Decimal(value + more),
    ),
    st.integers(-40, 400),
    st.integers(0, 60),
    st.integers(0, 500),
    st.integers(0, 5),
    st.integers(0, 5),
)


@given(st.lists(happenings, max_size=30), st.randoms(use_true_random=False))
def test_a_running_count_never_falls_and_is_the_plain_sum(entries, chance):
    days = days_counted(START, date(2025, 3, 31), asked=False)
    counts = list(running_counts(entries, START, days))
    for count in counts:
        inside = [each for each in entries if each.start >= START and each.end <= count.end]
        assert (count.value, count.entries) == (sum(each.value for each in inside), len(inside))
        assert count.low <= count.value <= count.high
    assert all(earlier.value <= later.value for earlier, later in pairwise(counts))
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert list(running_counts(shuffled, START, days)) == counts


@given(st.integers(1, 50), st.floats(0, 1, exclude_max=True))
def test_patience_has_an_end(failed, drawn):
    patience = Patience(base=1.0, longest=60.0)
    assert 0 <= patience.delay(failed, lambda: drawn) <= 60.0


NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1e3", None),
        ("12345678901234567890", None),
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Mon, 02 Mar 2026 12:02:00 GMT", 120.0),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0),
        ("Mon, 02 Mar 2026 12:00:05 -0000", 5.0),
        ("Mon, 99 Mar 2026 12:00:05 GMT", None),
    ],
)
def test_retry_after(header, seconds):
    assert asked_delay(header, NOW) == seconds
