"""Figures as series, and their course as blocks."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.lookup.series import series_of, sparkline
from sources.table.load import load_table

FIRST = load_table().observations[0]


@pytest.mark.parametrize(
    ("values", "blocks"),
    [
        ([], ""),
        ([5], "▄"),
        ([5, 5, 5], "▄▄▄"),
        ([0, 7], "▁█"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([9, 1, 5], "█▁▅"),
    ],
)
def test_blocks(values: list[int], blocks: str) -> None:
    assert sparkline([Decimal(value) for value in values]) == blocks


def test_a_long_series_is_thinned_and_keeps_its_end() -> None:
    assert sparkline([Decimal(value) for value in range(1000)], longest=8) == "▁▂▃▄▅▆▇█"


@given(st.lists(st.decimals(0, 10**12, allow_nan=False, places=2), min_size=1, max_size=200))
def test_one_block_a_value_up_to_the_longest(values: list[Decimal]) -> None:
    blocks = sparkline(values)
    assert len(blocks) == min(len(values), 40)
    assert len(set(blocks)) == 1 or {"▁", "█"} <= set(blocks) or len(values) > 40


def test_a_series_is_one_producers_and_without_what_was_corrected() -> None:
    def row(name: str, day: date, **changes: object) -> object:
        return dataclasses.replace(FIRST, observation_id=name, period_end=day, **changes)  # type: ignore[arg-type]

    rows = [
        row("c", date(2024, 3, 1)),
        row("a", date(2024, 1, 1)),
        row("b", date(2024, 2, 1), superseded_by="c"),
        row("x", date(2024, 1, 1), producer_id="other"),
        row("y", date(2024, 1, 1), place="Elsewhere"),
    ]
    (only,) = series_of(rows)  # type: ignore[arg-type]
    assert [each.observation_id for each in only.figures] == ["a", "c"]
