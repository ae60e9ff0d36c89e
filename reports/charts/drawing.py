"""Drawings as SVG by leather, set into a page: no ids, no styles of their own, every dot with its words.

Colours and dashes are the page's (`letter.css`), by the number of the course: they follow light, dark and print.
leather's own legend is not taken: it is cut at the edge on a narrow page, where the page's caption wraps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from leather import Chart, Dots, Line, Series
from markupsafe import Markup

from reports.charts.course import Dot, Drawing, Stated
from reports.words.wording import day, figure

WIDTH, HEIGHT = 520, 230
_BOX = f"16 34 {WIDTH - 2} {HEIGHT - 50}"
"""What is seen of it: without the most of leather's margins and the place of its legend, with room for half a date
beyond the last day.
"""
_OWN = "currentColor"
"""leather's palette ends after nine layers; the page has the colours anyway."""
COURSES = 6
"""Courses that are told apart by their dashes; further ones look like the last."""
_LEAST = timedelta(days=20)
"""The axis of days is so long at least: leather marks hours on a shorter one."""
_YEARS, _MONTHS = timedelta(days=3 * 365), timedelta(days=70)


def _quiet(shape: Any) -> Any:
    """A shape that leaves the legend to the page's caption."""
    shape.legend_to_svg = lambda *_: []
    return shape


def drawn(drawing: Drawing) -> Markup | None:
    """The drawing as an `svg` element whose label is its summary; `None` for days and figures beyond leather's axes."""
    try:
        return _drawn(drawing)
    except (ArithmeticError, ValueError):  # year 1, year 9999, thirty digits: a table tells them, no axis does
        return None


def _drawn(drawing: Drawing) -> Markup:
    low, high = _span(list(drawing.values()))
    chart, classes = Chart(), list[str]()
    first, last = min(drawing.days()), max(drawing.days())
    if last - first < _LEAST:
        first, last = first - _LEAST / 2, last + _LEAST / 2
    chart.add_x_axis(tick_formatter=lambda value, *_: _told_day(value, last - first))
    chart.add_y_axis(tick_formatter=lambda value, *_: figure(Decimal(value).normalize()))
    chart.add_x_scale(_time(first), _time(last))
    chart.add_y_scale(low, high)
    for css, series, shape in _layers(drawing, low, high):
        chart.add_series(series, shape)
        classes.append(css)
    group = chart.to_svg_group(WIDTH, HEIGHT)
    _dress(group, classes, drawing)
    root = Element("svg", {"viewBox": _BOX, "role": "img", "aria-label": drawing.summary})
    root.append(group)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704 - made element by element, its text escaped


def _time(day: date) -> datetime:
    """leather's axis of days goes down to hours where a course is short: it wants one type all through."""
    return datetime(day.year, day.month, day.day)


def _layers(drawing: Drawing, low: Decimal, high: Decimal) -> Iterator[tuple[str, Any, Any]]:
    """Each layer's class, data and shape, the lowest first."""
    if drawing.written_on is not None:
        yield (
            "written",
            Series([(_time(drawing.written_on), low), (_time(drawing.written_on), high)]),
            _quiet(Line(_OWN)),
        )
    for number, course in enumerate(drawing.courses):
        css, points = f"c{min(number, COURSES - 1)}", [(_time(dot.day), dot.value) for dot in course.dots]
        yield css, Series(points), _quiet(Line(_OWN))
        yield css, Series(points), _quiet(Dots(_OWN))
    for one in drawing.stated:
        if one.low != one.high:
            yield "stated", Series([(_time(one.day), one.low), (_time(one.day), one.high)]), _quiet(Line(_OWN))
    if drawing.stated:
        yield "stated", Series([(_time(one.day), one.value) for one in drawing.stated]), _quiet(Dots(_OWN))


def _dress(group: Element, classes: Sequence[str], drawing: Drawing) -> None:
    """Classes for the page's style sheet, words for each dot; the background and fonts of leather go."""
    group.remove(group[0])
    for element in group.iter():
        for own in ("font-family", "font-size"):
            element.attrib.pop(own, None)
    layers = [one for one in group.iter("g") if one.get("class", "").startswith("series")]
    told: list[Sequence[Dot | Stated]] = [course.dots for course in drawing.courses]
    following = iter([*told, drawing.stated])
    for layer, css in zip(layers, classes, strict=True):
        layer.set("class", f"{layer.get('class')} {css}")
        if "dots" in layer.get("class", ""):
            _tell(layer, next(following))


def _tell(layer: Element, told: Sequence[Dot | Stated]) -> None:
    for circle, one in zip(layer.iter("circle"), told, strict=True):
        SubElement(circle, "title").text = one.text
        if isinstance(one, Dot) and one.decides:
            circle.set("class", "decides")


def _span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The ends of the upright axis: a twentieth more than the figures need; a flat course runs through the middle."""
    low, high = min(values), max(values)
    room = (high - low) / 20 or max(abs(high), Decimal(1)) / 2
    floor = Decimal(0) if low >= 0 else low - room
    return max(low - room, floor), high + room


def _told_day(value: date, whole: timedelta) -> str:
    if whole > _YEARS:
        return str(value.year)
    return day(value, "month" if whole > _MONTHS else "day")
