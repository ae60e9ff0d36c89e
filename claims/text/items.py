"""The items of a list that follows a line: numbered, lettered or bulleted, however long each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import Span
from claims.text.numbering import roman

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?:(?P<open>\()?(?P<number>\d{1,2}|[a-z]|[ivx]{1,5})(?P<close>[.)])|(?P<bullet>[-*•●▪◦‣·–—]))[ \t]+\S",
    re.IGNORECASE,
)
REACH = 12_000
"""How far behind its announcement a list is read, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """The items found: where each begins, and whether the list plainly ends (nothing of its kind follows later)."""

    starts: tuple[Span, ...]
    plain_end: bool


def items_after(text: str, at: int, end: int) -> Items | None:
    """The list whose first item is the next line with words after `at`; `None` if that line is no item.

    Nothing behind `end` is read.
    """
    lines = _lines(text, at, end)
    first = next((span for span in lines if text[span.start : span.end].strip()), None)
    match = _ITEM.match(text, first.start, first.end) if first else None
    if first is None or match is None:
        return None
    kind = _kind(match)
    if kind != "bullet" and _order(match["number"], kind) != 1:
        return None
    return _collect(text, [first, *lines], kind, len(match["indent"].expandtabs(4)))


def _lines(text: str, at: int, end: int) -> Iterator[Span]:
    end = min(end, at + REACH)
    start = at
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


def _kind(match: re.Match[str]) -> str:
    if match["bullet"]:
        return "bullet"
    number = match["number"]
    if number.isdigit():
        return "digit"
    return "roman" if number.lower() == "i" else "letter"


def _order(number: str, kind: str) -> int | None:
    if kind == "digit":
        return int(number) if number.isdigit() else None
    if kind == "roman":
        return roman(number)
    return ord(number.lower()) - ord("a") + 1 if len(number) == 1 and number.isalpha() else None


def _collect(text: str, lines: list[Span], kind: str, indent: int) -> Items:
    starts: list[Span] = []
    blank = closed = again = False
    for span in lines:
        line = text[span.start : span.end]
        match = _ITEM.match(text, span.start, span.end)
        if not line.strip():
            blank = True
            continue
        if match and starts and kind != "bullet" and not match["bullet"] and _order(match["number"], kind) == 1:
            break  # another list of the same manner begins
        if match and _next(match, kind, indent, len(starts)):
            again = again or closed
            if not closed:
                starts.append(Span(span.start, span.end))
        elif kind == "bullet" and blank and not match:
            closed = True  # a paragraph after the bullets
        blank = False
    return Items(starts=tuple(starts), plain_end=not again or kind != "bullet")


def _next(match: re.Match[str], kind: str, indent: int, count: int) -> bool:
    """Whether a line is the next item of the same list, not one of a list inside an item."""
    if kind == "bullet":
        return bool(match["bullet"]) and len(match["indent"].expandtabs(4)) <= indent + 1
    return not match["bullet"] and _order(match["number"], kind) == count + 1
