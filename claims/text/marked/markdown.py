"""Markdown in a text: links and images, emphasis, escapes, headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """Source `[start, end)` is shown as `new`."""

    start: int
    end: int
    new: str


ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!>~|])")
HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+")
URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]{1,2000}")
BRACKET = re.compile(r"[\[\]]|\n[ \t\r]*\n")
TARGET = re.compile(
    r"\([ \t]{0,9}<?(?P<target>[^()\s<>]{0,2000}(?:\([^()\s]{0,500}\)[^()\s<>]{0,2000}){0,3})>?"
    r"(?:[ \t\n]{1,9}(?:\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'|\([^()\n]{0,400}\)))?[ \t]{0,9}\)"
)
REFERENCE = re.compile(r" ?\[(?P<label>[^\[\]\n]{0,100})\]")
DEFINITION = re.compile(
    r"(?m)^ {0,3}\[(?P<label>[^\[\]^\n][^\[\]\n]{0,99})\]:[ \t]+<?(?P<target>[^\s<>]{1,2000})>?[^\n]{0,300}$"
)
NOTE_MARK = re.compile(r"\[?\^?(?:\d{1,3}|[ivxl]{1,7})\]?")
EMPHASIS = re.compile(r"(?P<run>\*{1,3}|_{1,3})|(?P<cut>\n[ \t\r]*\n)")
WORD = re.compile(r"\w")


class InlineLink(NamedTuple):
    """`[words](target)` or `[words][label]`: offsets of the whole, of the words, and the target."""

    start: int
    end: int
    text_start: int
    text_end: int
    target: str
    image: bool


class Stretches:
    """Sorted stretches asked about in any order."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if not self._ends or start >= self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, at: int) -> bool:
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]


def inline_links(text: str) -> list[InlineLink]:
    """Markdown links and images in order of their end, targets of `[words][label]` looked up in their definitions."""
    targets = {m["label"].casefold(): m["target"] for m in DEFINITION.finditer(text)}
    links: list[InlineLink] = []
    open_at: list[int] = []
    for found in BRACKET.finditer(text):
        if text[max(0, found.start() - 1)] == "\\":
            continue
        if found[0] == "[":
            open_at.append(found.start())
        elif found[0] != "]":
            open_at.clear()
        elif open_at:
            start, close = open_at.pop(), found.start()
            if close - start < 2000 and (link := _link(text, start, close, targets)):
                links.append(link)
    return links


def _link(text: str, start: int, close: int, targets: dict[str, str]) -> InlineLink | None:
    image = start > 0 and text[start - 1] == "!"
    first = start - 1 if image else start
    if target := TARGET.match(text, close + 1):
        return InlineLink(first, target.end(), start + 1, close, target["target"], image)
    if reference := REFERENCE.match(text, close + 1):
        words = text[start + 1 : close]
        label = (reference["label"] or words).casefold()
        # "[1][2]" is two footnote marks in a row, even where "[2]: https://…" stands below.
        two_marks = NOTE_MARK.fullmatch(words) and words.isdigit() == label.isdigit() and NOTE_MARK.fullmatch(label)
        if label in targets and not two_marks:
            return InlineLink(first, reference.end(), start + 1, close, targets[label], image)
    return None


def link_edits(text: str, link: InlineLink) -> Iterator[Edit]:
    if link.image:
        yield Edit(link.start, link.end, "")
        return
    words = text[link.text_start : link.text_end]
    # "people[3](#_ftn3)" is a footnote mark: without its brackets it would read "people3".
    bare_mark = NOTE_MARK.fullmatch(words) and not words.startswith("[") and text[link.start - 1 : link.start].strip()
    if bare_mark:
        yield Edit(link.text_end + 1, link.end, "")
        return
    yield Edit(link.start, link.text_start, "")
    yield Edit(link.text_end, link.end, "")


def escapes(text: str) -> Iterator[Edit]:
    skip = -1
    for found in ESCAPE.finditer(text):
        if found.start() != skip:
            skip = found.end() if text[found.end()] == "\\" else -1
            yield Edit(found.start(), found.end(), "")


def emphasis(text: str, kept_out: Stretches) -> Iterator[Edit]:
    """Pairs of equal marks in one paragraph: `**n**`, `*n*`, `__n__`, `_n_`, not inside words ("MDY_SUs")."""
    opened: dict[str, tuple[int, int]] = {}
    for found in EMPHASIS.finditer(text):
        if found["cut"]:
            opened.clear()
            continue
        run, (start, end) = found["run"], found.span()
        if kept_out.holds(start):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        closes = before.strip() != "" and not (WORD.match(after) and run in {"*", "_", "__", "___"})
        opens = after.strip() != "" and not (WORD.match(before) and run in {"*", "_", "__", "___"}) and before != "\\"
        if closes and run in opened:
            yield Edit(*opened.pop(run), "")
            yield Edit(start, end, "")
        elif opens:
            opened[run] = (start, end)
