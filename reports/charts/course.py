"""What a drawing shows, as plain values: the lines of producers, and the figures that letters state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A published figure: its day, its height, what is told of it; `decides` where it carries a verdict."""

    day: date
    value: Decimal
    text: str
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What one producer printed over time, in the order of days."""

    name: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a letter says: a figure, and the ends of the interval that its words admit where they are not far off."""

    day: date
    value: Decimal
    text: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Courses and stated figures of one unit; `written_on`: a letter's day, if it is one letter's drawing."""

    title: str
    summary: str
    unit: str
    courses: tuple[Course, ...]
    stated: tuple[Stated, ...]
    written_on: date | None = None

    def days(self) -> Iterator[date]:
        """All days on which something stands."""
        yield from (dot.day for course in self.courses for dot in course.dots)
        yield from (one.day for one in self.stated)
        if self.written_on is not None:
            yield self.written_on

    def values(self) -> Iterator[Decimal]:
        """All figures that stand in it."""
        yield from (dot.value for course in self.courses for dot in course.dots)
        yield from (value for one in self.stated for value in (one.value, one.low, one.high))
