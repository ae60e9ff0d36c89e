"""Letters torn up and put together anew: none ends in an exception (`make soak` tries thousands)."""

from __future__ import annotations

import random

from tests.benchmarks.fits.spent import letters
from tests.benchmarks.fuzz_letters import falls, mixed

TRIED = 40


def test_no_mixture_of_letters_loses_one() -> None:
    stock, rng = [one.text for one in letters()], random.Random(7)
    assert not list(falls(mixed(stock, rng) for _ in range(TRIED)))


def test_prose_that_stands_below_the_comments_alone() -> None:
    """How far the letter goes on below a line is told, not divided by nothing."""
    above = (
        "Dear \nComments\n (National totals, Our choir has buried 9 of its altos. Asylum procedure on three islands, \n"
    )
    assert not list(falls(iter([above + "Our and has not been heard yet appears only the first column"])))


def test_a_closing_that_opens_the_page() -> None:
    assert not list(
        falls(iter(["\n \nNgā mihi,\nAlder Watch\nBeta Union\n", "\nNgā mihi,\nAlder Watch\nBeta Union\n"]))
    )


def test_a_line_without_cells_among_rows() -> None:
    assert not list(falls(iter(["inside.\nIn $200,000 | $0\nCommittee Families, Zenith\nTwo"])))
