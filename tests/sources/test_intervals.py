"""Intervals against bands, and the intervals that published figures state."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.model import Comparator, Interval
from sources.comparison.asking.intervals import Band, hull, judge, overlap, whole
from sources.settings import DEFAULTS
from sources.table.published import interval_of


def between(low: int | None, high: int | None) -> Interval:
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


JUDGED = [
    # claim, band, of one series, outcome
    ((100, 100), (100, 100), True, "supports"),
    ((100, 100), (90, 110), True, "supports"),
    ((100, 100), (90, 110), False, "open"),
    ((100, 100), (90, None), True, "open"),
    ((91, 91), (90, None), True, "supports"),
    ((91, 91), (90, None), False, "open"),
    ((100, 100), (None, 101), True, "supports"),
    ((100, 100), (None, 200), True, "open"),
    ((100, 100), (None, 98), True, "too_high"),
    ((100, 100), (None, 99), True, "supports"),
    ((100, 100), (103, None), False, "too_low"),
    ((100, None), (100, None), False, "supports"),
    ((100, None), (99, None), False, "supports"),
    ((100, None), (90, None), False, "open"),
    ((100, None), (90, 110), True, "supports"),
    ((100, None), (90, 110), False, "open"),
    ((100, None), (None, 90), False, "too_high"),
    ((100, None), (None, 110), False, "open"),
    ((None, 100), (None, 100), False, "supports"),
    ((None, 100), (None, 110), False, "open"),
    ((None, 100), (110, None), False, "too_low"),
    ((None, 100), (90, None), False, "open"),
    ((None, 100), (90, 110), True, "supports"),
    ((0, 0), (0, 0), True, "supports"),
    ((1, 1), (0, 0), True, "too_high"),
    ((0, 0), (1, 1), True, "too_low"),
    ((None, None), (None, None), False, "supports"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "band", "series", "outcome"), JUDGED)
def test_judge(
    claim: tuple[int | None, int | None], band: tuple[int | None, int | None], series: bool, outcome: str
) -> None:
    assert judge(between(*claim), Band(interval=between(*band), series=series), DEFAULTS) == outcome


PUBLISHED: list[tuple[Comparator, tuple[str | None, str | None], tuple[bool, bool]]] = [
    ("=", ("100", "100"), (False, False)),
    (">", ("100", None), (True, False)),
    (">=", ("100", None), (False, False)),
    ("<", ("95.00", "100"), (False, True)),
    ("<=", (None, "100"), (False, False)),
    ("~", ("98.00", "102.00"), (False, False)),
]


@pytest.mark.parametrize(("comparator", "ends", "open_ends"), PUBLISHED)
def test_what_a_published_figure_states(
    comparator: Comparator, ends: tuple[str | None, str | None], open_ends: tuple[bool, bool]
) -> None:
    found = interval_of(comparator, Decimal(100), None, None)
    low, high = (None if end is None else Decimal(end) for end in ends)
    assert (found.low, found.high, (found.low_open, found.high_open)) == (low, high, open_ends)


def test_printed_bounds_win() -> None:
    assert interval_of("~", Decimal(100), Decimal(80), Decimal(130)) == between(80, 130)


def test_whole_things_have_no_open_ends() -> None:
    open_ended = Interval(low=Decimal(22), high=Decimal(30), low_open=True, high_open=True)
    assert whole(open_ended) == between(23, 29)
    assert whole(Interval(low=Decimal("7.5"), high=None, low_open=True)).low == Decimal("7.5")
    nothing_between = Interval(low=Decimal(22), high=Decimal(23), low_open=True, high_open=True)
    assert whole(nothing_between) == nothing_between


def test_hull_and_overlap() -> None:
    assert hull([between(1, 3), between(2, 9)]) == between(1, 9)
    assert hull([between(1, 3), between(2, None)]) == between(1, None)
    assert hull([]) == between(None, None)
    assert overlap(between(1, 100), between(101, None), DEFAULTS)
    assert not overlap(between(1, 100), between(110, None), DEFAULTS)
