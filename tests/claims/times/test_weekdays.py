"""The weekday beside a date."""

from __future__ import annotations

import pytest

from claims.model import Span
from claims.times.weekdays import weekday_beside


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We sat on 12 April 2023, Satisfied", "12 April 2023"),
        ("The sun on 12 April 2023", "12 April 2023"),
        ("They left on Monday. On 12 April 2023 they came back", "12 April 2023"),
        ("On Monday the court, and on 12 April 2023 the mayor", "12 April 2023"),
    ],
)
def test_none(text, words):
    at = text.index(words)
    assert weekday_beside(text, Span(at, at + len(words))) is None


@pytest.mark.parametrize(
    ("text", "words", "word", "number"),
    [
        ("On Monday, 12 April 2023, they", "12 April 2023", "Monday", 0),
        ("On Wed 12 April 2023 they", "12 April 2023", "Wed", 2),
        ("On Wed. 12 April 2023 they", "12 April 2023", "Wed", 2),
        ("On 12 April 2023 (Friday) they", "12 April 2023", "Friday", 4),
        ("On Sunday 12 April 2023 they", "Sunday 12 April 2023", "Sunday", 6),
        ("It was a Saturday morning, 15 April 2023, when", "15 April 2023", "Saturday", 5),
        ("15 April 2023 was a Saturday", "15 April 2023", "Saturday", 5),
        ("On Tuesday the 4th of April 2023", "4th of April 2023", "Tuesday", 1),
    ],
)
def test_beside(text, words, word, number):
    at = text.index(words)
    hit = weekday_beside(text, Span(at, at + len(words)))
    assert hit is not None
    assert (hit.word, hit.number, hit.span.of(text)) == (word, number, word)
