"""Marks in a text: whatever they are and however they overlap, taking the tags away gives back the text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from reports.letter_page.highlight import Mark, by_segment, highlight
from reports.words.scripts import escaped

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
NASTY = st.sampled_from(
    ["<script>", "</div>", "&amp;", '"', "'", "\r\n", "မြစ် ကမ်း", "강가", "שלום", "<!--", "]]>", "12"]
)


@st.composite
def marked(draw) -> tuple[str, list[Mark]]:
    text = "".join(draw(st.lists(st.one_of(TEXTS, NASTY), max_size=6)))
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=8))
    return text, [
        Mark(span=Span(min(pair), max(pair)), css=f"c{at}", rank=at % 3, anchor=f"a{at}",
             href=f"#t{at}" if at % 2 else None, label=text, badge=f"<{at}", hint='"')
        for at, pair in enumerate(spans) if pair[0] != pair[1]
    ]  # fmt: skip


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@given(marked())
def test_taking_the_tags_away_gives_back_the_text(case):
    text, marks = case
    assert plain(highlight(text, Span(0, len(text)), marks)) == text


@given(marked(), st.data())
def test_so_it_does_for_any_part_of_the_text(case, data):
    text, marks = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert plain(highlight(text, Span(start, end), marks)) == text[start:end]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.stops: list[str] = []
        self.links_in_links = 0

    def handle_starttag(self, tag, attrs):
        given_attributes = dict(attrs)
        self.links_in_links += tag == "a" and "a" in self.open
        self.open.append(tag)
        self.ids += [given_attributes["id"]] if "id" in given_attributes else []
        if tag == "a" and given_attributes.get("tabindex") != "-1":
            self.stops.append(given_attributes["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def tags(html: str) -> _Tags:
    parser = _Tags()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


@given(marked())
def test_tags_nest_and_every_anchor_stands_once(case):
    text, marks = case
    found = tags(highlight(text, Span(0, len(text)), marks))
    assert found.links_in_links == 0
    assert sorted(found.ids) == sorted(mark.anchor for mark in marks if mark.anchor)
    assert len(found.stops) == len(set(found.stops))


@given(marked(), st.lists(st.integers(0, 60), max_size=4))
def test_segments_share_out_the_marks(case, cuts):
    text, marks = case
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    segments = [Span(start, end) for start, end in pairwise(edges)]
    pieces = [highlight(text, one, inside) for one, inside in zip(segments, by_segment(marks, segments), strict=True)]
    assert plain("".join(pieces)) == text
    assert sorted(tags("".join(pieces)).ids) == sorted(mark.anchor for mark in marks if mark.anchor)


def test_a_claim_inside_a_check_keeps_its_own_link():
    text = "77 of the 60 schools closed"
    claim = Mark(span=Span(10, 20), css="m", rank=0, anchor="at-1", href="#card-1", label="60 schools", badge="●1")
    check = Mark(span=Span(0, 27), css="f", rank=1, anchor="check-1-at-1", href="#check-1", label=text, badge="≠1")
    html = highlight(text, Span(0, 27), [check, claim])
    assert tags(html).stops == ["#check-1", "#card-1"]
    assert html.count('data-badge="●1"') == html.count('data-badge="≠1"') == 1


def test_two_marks_that_end_together_share_a_badge():
    marks = [Mark(span=Span(0, 2), css=css, rank=rank, badge=css) for rank, css in enumerate("mf")]
    assert highlight("12", Span(0, 2), marks) == '<mark class="m f" data-badge="m f">12</mark>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
        ("a\r\nb", "a&#13;\nb"),
        ("a\x00b", "a�b"),
        ("မြစ် ကမ်း 12", '<span lang="und-Mymr">မြစ် ကမ်း</span> 12'),
        ("강가 12곳", '<span lang="ko">강가</span> 12<span lang="ko">곳</span>'),
        ("שלום", '<span lang="und-Hebr" dir="rtl">שלום</span>'),
        ("Phạm Minh Chính — “café”", "Phạm Minh Chính — “café”"),
    ],
)
def test_text_is_escaped_and_scripts_are_named(text, html):
    assert escaped(text) == html
