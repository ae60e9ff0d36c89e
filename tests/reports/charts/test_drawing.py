"""Drawings: where the points stand, what they say, and that no figure or day makes them fall over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest

from reports.charts.course import Course, Dot, Drawing, Stated
from reports.charts.drawing import drawn


def dot(when: date, value: int | str, *, decides: bool = False) -> Dot:
    return Dot(day=when, value=Decimal(value), text=f"{value} ({when})", decides=decides)


def stated(when: date, value: int | str, low: int | str | None = None, high: int | str | None = None) -> Stated:
    ends = (Decimal(value if low is None else low), Decimal(value if high is None else high))
    return Stated(day=when, value=Decimal(value), text=f"the letter: {value}", low=ends[0], high=ends[1])


def drawing(*courses: Course, said: tuple[Stated, ...] = (), written_on: date | None = None) -> Drawing:
    return Drawing(
        title="Boats", summary="Boats: what was counted", unit="boat", courses=courses, stated=said,
        written_on=written_on,
    )  # fmt: skip


THREE = Course(name="Harbour Survey", dots=(
    dot(date(2021, 1, 1), 100), dot(date(2022, 1, 1), 300, decides=True), dot(date(2023, 1, 1), 200)))  # fmt: skip


def circles(svg: str):
    return [one for one in fromstring(svg).iter() if one.tag.endswith("circle")]


def test_a_drawing_has_a_label_axes_and_words_for_each_dot():
    root = fromstring(drawn(drawing(THREE, said=(stated(date(2022, 6, 1), 250),))))
    assert (root.get("role"), root.get("aria-label")) == ("img", "Boats: what was counted")
    told = ["".join(one.itertext()) for one in root.iter() if one.tag.endswith("title")]
    assert told == ["100 (2021-01-01)", "300 (2022-01-01)", "200 (2023-01-01)", "the letter: 250"]
    words = {one.text for one in root.iter() if one.tag.endswith("text")}
    assert {"2021", "January 2022", "2022"} & words
    assert {"150", "200", "250", "300"} & words


def test_a_later_day_stands_further_right_and_a_higher_figure_higher():
    first, second, third = circles(drawn(drawing(THREE)))
    x, y = (
        [float(one.get("cx")) for one in (first, second, third)],
        [float(one.get("cy")) for one in (first, second, third)],
    )
    assert x == sorted(x)
    assert y[1] < y[2] < y[0]


def test_only_the_deciding_dot_is_marked():
    assert [one.get("class") for one in circles(drawn(drawing(THREE)))] == [None, "decides", None]


def test_producers_are_told_apart_by_classes():
    other = Course(name="Ferry Union", dots=(dot(date(2021, 5, 1), 120), dot(date(2022, 5, 1), 180)))
    layers = [one.get("class") for one in fromstring(drawn(drawing(THREE, other))).iter() if one.get("class")]
    assert [one for one in layers if "series" in one] == [
        "series lines c0", "series dots c0", "series lines c1", "series dots c1"]  # fmt: skip


def test_what_the_words_admit_is_a_line_through_the_figure():
    svg = fromstring(drawn(drawing(THREE, said=(stated(date(2022, 6, 1), 250, 240, 260),))))
    lines = [one for one in svg.iter() if one.get("class") == "series lines stated"]
    assert len(lines) == 1


@pytest.mark.parametrize("one", [
    drawing(Course(name="One day", dots=(dot(date(2022, 1, 1), 5),))),
    drawing(Course(name="Flat", dots=(dot(date(2022, 1, 1), 5), dot(date(2023, 1, 1), 5)))),
    drawing(Course(name="Nought", dots=(dot(date(2022, 1, 1), 0), dot(date(2023, 1, 1), 0)))),
    drawing(Course(name="Below nought", dots=(dot(date(2022, 1, 1), -5), dot(date(2023, 1, 1), 5)))),
    drawing(Course(name="Tiny", dots=(dot(date(2022, 1, 1), "0.0001"), dot(date(2023, 1, 1), "0.0002")))),
    drawing(THREE, said=tuple(stated(date(2022, 1, 1), value) for value in range(40)), written_on=date(2024, 1, 1)),
    drawing(*(Course(name=str(n), dots=THREE.dots) for n in range(12))),
], ids=lambda one: one.courses[0].name)  # fmt: skip
def test_no_figure_and_no_day_is_too_much(one):
    assert len(circles(drawn(one))) == sum(len(course.dots) for course in one.courses) + len(one.stated)


@pytest.mark.parametrize("one", [
    drawing(Course(name="Huge", dots=(dot(date(2022, 1, 1), 1), dot(date(2023, 1, 1), "9e30")))),
    drawing(Course(name="All time", dots=(dot(date(1, 1, 1), 1), dot(date(9999, 12, 31), 2)))),
    drawing(Course(name="The last day", dots=(dot(date(9999, 12, 31), 1),))),
], ids=lambda one: one.courses[0].name)  # fmt: skip
def test_what_is_beyond_an_axis_is_left_to_the_table(one):
    assert drawn(one) is None


def test_words_of_a_letter_stay_text():
    hostile = Stated(day=date(2022, 1, 1), value=Decimal(1), text="<script>x</script>&", low=Decimal(1),
                     high=Decimal(1))  # fmt: skip
    svg = drawn(Drawing(title="", summary='"><script>', unit="", courses=(THREE,), stated=(hostile,)))
    assert "<script" not in svg


def test_the_same_drawing_is_the_same_bytes():
    assert drawn(drawing(THREE)) == drawn(drawing(THREE))


def test_nothing_in_it_has_an_id_or_an_address():
    svg = drawn(drawing(THREE))
    assert " id=" not in svg
    assert "href" not in svg
