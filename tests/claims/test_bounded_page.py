"""However long a letter is, the work on its lists grows with its length and no faster."""

from __future__ import annotations

import pytest

from claims.parts.candidates.frames import frames
from claims.parts.candidates.plain.plain_lines import FEWEST, MOST_READ, plain_runs
from claims.parts.candidates.surroundings import Page
from claims.parts.features import read_features
from claims.text.lines import read_lines
from claims.text.view import plain_view


def page_of(text: str) -> Page:
    view = plain_view(text)
    lines = read_lines(view, text)
    return Page(view.text, lines, read_features(lines, 0), 0)


@pytest.mark.parametrize("count", [50, 400, 1600])
def test_a_long_stretch_is_read_in_few_ways(count: int) -> None:
    page = page_of("Kenya (3)\nAlder Watch\n\n" * count)
    read = sum(run.lines[-1].last - run.lines[0].first + 1 for run in plain_runs(page, []))
    assert 0 < read <= 2 * (MOST_READ + FEWEST * len(page.lines))


@pytest.mark.parametrize("count", [10, 1000])
def test_every_line_of_page_text_opens_three_frames_at_most(count: int) -> None:
    page = page_of("Signed by\n\n" + "Share\nAlder Watch\n" * count)
    assert count <= len(list(frames(page))) <= 3 * count
