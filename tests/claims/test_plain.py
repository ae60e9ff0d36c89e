"""The reading view: what a reader sees of marked-up text, and the way back to where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.text.view import plain_view

UNCHANGED = [
    "",
    "Since February 2021, more than 4,000 airstrikes.",
    "a < b and c > d, at 5 * 3 * 2 and [sic] and [statement], MDY_SUs (Mandalay)",
    "<ana@alder.example> wrote\nover two lines\n\n• and a bullet",
    "နွေဦးရွက်သစ် & 한국",
    "[1] See the report [iv].",
    "R&D; AT&T &c.",
    "snake_case_name and 2*3*4",
    "a list:\n* one item\n* two items",
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_plain_text_passes_through(text: str) -> None:
    view = plain_view(text)
    assert view.text == text
    assert view.to_source(Span(0, len(text))) == Span(0, len(text))


SHOWN = [
    ("[conducted](#) more than 4,000 airstrikes", "conducted more than 4,000 airstrikes"),
    ("see [the report](https://a.example/x_(y) \"Title\") now", "see the report now"),
    ("[download here][1] it\n\n [1]: /a.pdf\n", "download here it\n\n [1]: /a.pdf\n"),
    ("one.[1][2] two\n\n[1]: https://a.example\n[2]: https://b.example", None),
    ("people[3](#_ftn3) fled", "people[3] fled"),
    ("people[\\[3\\]](#_ftn3) fled", "people[3] fled"),
    ("![logo](/a.png)text", "text"),
    ("**3,897 people** and *two* and __three__ and _four_", "3,897 people and two and three and four"),
    ("### Signatories\nA", "Signatories\nA"),
    ("a &amp; b &#8220;c&#8221; d&nbsp;e", "a & b “c” d\u00a0e"),
    ("<p>One</p><p>Two <b>3</b></p>", "\nOne\n\nTwo 3\n"),
    ("31</span><span class=\"s3\"><sup>st</sup></span> Session", "31st Session"),
    ("4,000<sup>2</sup> airstrikes<sup><a href='#n12'>12</a></sup>", "4,000² airstrikes¹²"),
    ("<ul><li>One</li><li>Two</li></ul>", "\n\n- One\n- Two\n"),
    ("<script>if (a < 5) { 7 }</script>text<!-- 12 -->", "\ntext"),
    ("a\r\nb\rc", "a\nb\nc"),
    ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ("1\\. First \\[a\\]", "1. First [a]"),
    ("<https://a.example/_b_> and https://c.example/_d_", "https://a.example/_b_ and https://c.example/_d_"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_markup_is_left_out(text: str, shown: str | None) -> None:
    assert plain_view(text).text == (text if shown is None else shown)


@pytest.mark.parametrize(
    ("text", "seen", "source"),
    [
        ("has [conducted](#) more than 4,000 airstrikes", "conducted more", "conducted](#) more"),
        ("has **3,897** people", "3,897", "3,897"),
        ("has **3,897** people", "3,897 people", "3,897** people"),
        ("<p>At the 31<sup>st</sup> Session</p>", "31st", "31<sup>st"),
        ("a &amp; b", "& b", "&amp; b"),
        ("one\r\ntwo", "one\ntwo", "one\r\ntwo"),
    ],
)
def test_offsets_lead_back(text: str, seen: str, source: str) -> None:
    view = plain_view(text)
    at = view.text.index(seen)
    span = Span(at, at + len(seen))
    assert view.to_source(span).of(text) == source
    assert view.from_source(view.to_source(span)) == span


def test_what_is_only_markup_has_no_place_in_the_view() -> None:
    text = "a [b](https://c.example/45) d"
    view = plain_view(text)
    at = text.index("https")
    assert len(view.from_source(Span(at, at + 20))) == 0


PIECES = st.sampled_from(
    [
        "a",
        "B 3,897 ",
        "[",
        "](#)",
        "]",
        "(",
        "**",
        "*",
        "_",
        "<b>",
        "</b>",
        "<",
        ">",
        "&amp;",
        "&",
        "\n",
        "\r\n",
        "\\",
        "#",
        "# ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_has_a_view_that_maps_back(text: str) -> None:
    view = plain_view(text)
    last = 0
    for at in range(len(view.text)):
        source = view.to_source(Span(at, at + 1))
        assert last <= source.start < source.end <= len(text)
        assert at in range(view.from_source(source).start, view.from_source(source).end)
        last = source.start


@pytest.mark.parametrize(
    "piece", ["[", "](", "<a ", "<!--", "<script>", "&amp", "*a ", "](a", "\\", "<sup>", "`", "_a"]
)
def test_a_long_line_of_broken_markup_is_read(piece: str) -> None:
    assert plain_view(piece * 20000 + " 5 people").text.endswith("5 people")
