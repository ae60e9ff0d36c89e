"""Hyperlinks: Markdown, HTML and bare addresses, and which of them lead nowhere."""

from __future__ import annotations

import html
import re

from claims.model import Link, Span
from claims.text.marked.markdown import NOTE_MARK, URL, InlineLink, inline_links

ANCHOR = re.compile(r"<a\b(?P<attributes>[^<>]{0,3000})>", re.IGNORECASE)
ANCHOR_END = re.compile(r"</a\s{0,5}>", re.IGNORECASE)
HREF = re.compile(r"\bhref\s{0,5}=\s{0,5}(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<b>[^\s\"'>]+))", re.IGNORECASE)
INNER_TAG = re.compile(r"<[^<>]{0,3000}>")
NOWHERE = re.compile(
    r"(?:#.*|about:.*|javascript:.*|void\(0\);?|https?://#?|null|undefined)?", re.IGNORECASE | re.DOTALL
)
TRAILING = ".,;:!?'’”…*"


def find_links(text: str) -> tuple[Link, ...]:
    """Every link of `text` (a letter as read) in order, none inside another; footnote marks that link are no links.

    A link is lost if its target is empty, a fragment of a page that is not there ("#"), "about:blank" or a script.
    """
    links = [_markdown(text, k) for k in inline_links(text) if not k.image] + _anchors(text)
    links = [k for k in links if not _is_mark(k)]
    covered = _outermost(links + [_image(k) for k in inline_links(text) if k.image])
    bare = [_bare(text, m.start(), m.end()) for m in URL.finditer(text)]
    found = _outermost(links)
    return tuple(sorted(found + [b for b in bare if not _inside(b, covered, text)], key=lambda k: k.span))


def is_lost(target: str) -> bool:
    """Whether a link's target leads nowhere: "", "#", "#section", "about:blank", "javascript:void(0)"."""
    return NOWHERE.fullmatch(target.strip()) is not None


def _markdown(text: str, link: InlineLink) -> Link:
    words = Span(link.text_start, link.text_end)
    target = html.unescape(link.target)
    return Link(
        span=Span(link.start, link.end), text_span=words, text=words.of(text), target=target, lost=is_lost(target)
    )


def _image(link: InlineLink) -> Link:
    span = Span(link.start, link.end)
    return Link(span=span, text_span=span, text="", target=link.target, lost=False)


def _anchors(text: str) -> list[Link]:
    found = []
    at = 0
    while opened := ANCHOR.search(text, at):
        at = opened.end()
        href = HREF.search(opened["attributes"])
        closed = ANCHOR_END.search(text, at)
        if not closed:
            break
        if href and closed.start() - at < 3000:
            found.append(_anchor(text, opened, href, closed))
            at = closed.end()
    return found


def _anchor(text: str, opened: re.Match[str], href: re.Match[str], closed: re.Match[str]) -> Link:
    """`text_span` leaves out tags around the words; tags between them stay, so that it is one stretch."""
    start, end = opened.end(), closed.start()
    while tag := INNER_TAG.match(text, start, end):
        start = tag.end()
    while end > start and text[end - 1] == ">" and (tag := INNER_TAG.fullmatch(text, text.rfind("<", start, end), end)):
        end = tag.start()
    target = html.unescape(next(v for v in href.groupdict().values() if v is not None))
    words = Span(start, end)
    return Link(
        span=Span(opened.start(), closed.end()),
        text_span=words,
        text=words.of(text),
        target=target,
        lost=is_lost(target),
    )


def _bare(text: str, start: int, end: int) -> Link:
    while end > start and text[end - 1] in TRAILING:
        end -= 1
    span = Span(start, end)
    return Link(span=span, text_span=span, text=span.of(text), target=html.unescape(span.of(text)), lost=False)


def _is_mark(link: Link) -> bool:
    # "[1](#_ftn1)" and "[↩](#ref1)" lead to a note and back.
    words = link.text.replace("\\", "").strip()
    return (
        link.target.startswith("#")
        and len(link.target) > 1
        and (NOTE_MARK.fullmatch(words) is not None or words in {"↩", "↩︎", "^", "↑", "⤴", "*", "†"})
    )


def _outermost(links: list[Link]) -> list[Link]:
    kept: list[Link] = []
    end = -1
    for link in sorted(links, key=lambda k: (k.span.start, -k.span.end)):
        if link.span.start >= end:
            kept.append(link)
            end = link.span.end
    return kept


def _inside(link: Link, covered: list[Link], text: str) -> bool:
    from bisect import bisect_right

    i = bisect_right([k.span.start for k in covered], link.span.start) - 1
    if i >= 0 and link.span.start < covered[i].span.end:
        return True
    # An address inside a tag's attribute is no text.
    opened = text.rfind("<", max(0, link.span.start - 3000), link.span.start)
    return opened >= 0 and text.find(">", opened, link.span.start) < 0 and text[opened + 1 : opened + 2].isalpha()
