"""Look-alike digits are found run by run: as the pattern alone finds them, without trying it at each sign of a run."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.readers import oddities

PLAIN = re.compile(r"(?<![^\W\d_])\d[\d.,]*[OoОоΟοlІIＯ][\d.,OoОоΟοlІIＯ]*\d(?![^\W\d_])")


@given(st.text(alphabet="10.,OlxОa ", max_size=24))
def test_the_first_find_of_each_run_is_the_pattern_s(text: str) -> None:
    plain = [(one.start(), one[0]) for one in PLAIN.finditer(text)]
    found = oddities._lookalikes(text)
    assert set(found) <= set(plain)
    assert bool(found) == bool(plain)


@pytest.mark.parametrize("text", ["40 boats", "x4O0", "4O0x", "1l", "lo1O0", "", "O", "1O", "1.000,5"])
def test_no_look_alike(text: str) -> None:
    assert oddities.oddities(text) == ()


@pytest.mark.parametrize("text", ["4O0 boats", "1O,000", "O.5O0", "4О0", "in 2O21."])
def test_a_look_alike(text: str) -> None:
    assert "a letter stands where a digit belongs" in oddities.oddities(text)[0]


@pytest.mark.parametrize("text", ["1" * 200_000, "1," * 100_000 + "O", "O1" * 100_000, "1,,l" * 50_000])
def test_long_runs_end(text: str) -> None:
    """A quadratic pattern would not come back within the day."""
    oddities.oddities(text)
