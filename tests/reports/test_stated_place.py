"""A finding is quoted by its own figure, whatever place that has among those it is held against."""

from __future__ import annotations

import pytest

from claims.model import Span
from expectations.model import Finding
from reports.standing.stated_place import stated_first
from reports.words.code_words import coded

TEXT = "from 200 in May to 300 in June, a rise of 40 percent; doubled; 120 schools"
PLACES = ("200", "300", "40 percent", "doubled", "120 schools")


@pytest.mark.parametrize(
    ("stated", "first"),
    [
        ("8 links", "200"),  # what stands in no place moves nothing
        ("1", "200"),  # a figure is another's beginning
        ("40%", "40 percent"),
        ("doubled", "doubled"),
        ("120", "120 schools"),
        ("300", "300"),
    ],
)
def test_the_stated_figure_goes_first(stated: str, first: str) -> None:
    spans = tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in PLACES)
    finding = Finding(
        rule="change", status="inconsistent", severity="warning", message="", stated=stated, expected="", spans=spans
    )
    ordered = stated_first(finding, TEXT)
    assert ordered[0].of(TEXT) == first
    assert sorted(ordered) == sorted(spans)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("named in `event`; <b>", "named in <code>event</code>; &lt;b&gt;"),
        ("`<i>` and ` alone", "<code>&lt;i&gt;</code> and ` alone"),
    ],
)
def test_names_between_backticks_are_code(text: str, html: str) -> None:
    assert coded(text) == html
