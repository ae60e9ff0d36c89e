"""Verdicts over the runs, as the front page draws them: a line a verdict, a table behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from markupsafe import Markup

from claims.quick_records import dataclass
from reports.charts.course import Course, Dot, Drawing
from reports.charts.drawing import COURSES, drawn
from reports.letter_page.rows import Tally
from reports.words.wording import Word, counted, day, keys, phrase, word

FEWEST: Final = 2
"""Days with a run that make a course."""
GROUP: Final = "against_source"
_WITHOUT: Final = frozenset({"inside", "left_inside"})
"""Words that the store counts among those with no source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """`rows` by day, the newest first; `words` head its columns; `legend`: class and name of each line."""

    svg: Markup | None
    words: tuple[Word, ...]
    legend: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def course_view(since: Mapping[str, Any] | None, now: Sequence[Tally], today: date) -> CourseView | None:
    """The course of the verdicts to this run's own, the last of each day; `None` of a first run or a single day."""
    days = {date.fromisoformat(one["started_at"][:10]): one["verdicts"] for one in (since or {}).get("course", ())}
    days[today] = _of_the_table(now)
    used = tuple(word(GROUP, key) for key in keys(GROUP) if any(counts.get(key) for counts in days.values()))
    if len(days) < FEWEST or not used:
        return None
    rows = [(when, tuple(int(days[when].get(one.key, 0)) for one in used)) for when in sorted(days)]
    return CourseView(
        svg=_drawn(rows, used),
        words=used,
        legend=tuple((f"c{min(number, COURSES - 1)}", one.label) for number, one in enumerate(used)),
        rows=tuple((day(when), counts) for when, counts in reversed(rows)),
    )


def _of_the_table(now: Sequence[Tally]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for one in now:
        key = "unverified" if one.word.key in _WITHOUT else one.word.key
        counts[key] = counts.get(key, 0) + one.count
    return counts


def _drawn(rows: Sequence[tuple[date, tuple[int, ...]]], used: Sequence[Word]) -> Markup | None:
    courses = tuple(
        Course(name=one.label, dots=tuple(_dot(when, counts[at], one) for when, counts in rows))
        for at, one in enumerate(used)
    )
    title = phrase("course_of_verdicts", first=day(rows[0][0]), last=day(rows[-1][0]))
    summary = f"{title}: " + "; ".join(f"{course.name} {_ends(course)}" for course in courses)
    return drawn(Drawing(title=title, summary=summary, unit="claim", courses=courses, stated=()))


def _dot(when: date, count: int, one: Word) -> Dot:
    return Dot(day=when, value=Decimal(count), text=f"{one.label}, {day(when)}: {counted(count, 'claim')}")


def _ends(course: Course) -> str:
    return phrase("from_to", first=f"{course.dots[0].value:,}", last=f"{course.dots[-1].value:,}")
