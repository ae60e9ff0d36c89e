"""The frame of the web page around a letter: its buttons, menus and feet, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from claims.parts.blocks import Block, Evidence
from claims.parts.candidates.surroundings import Page
from claims.parts.naming.name_kinds import name_kind
from claims.text.openings import starts

MOST = 5


def frames(page: Page) -> Iterator[Block]:
    """Lines that only a web page has: alone, with what stands between them below the letter, or on to the end."""
    if not any(here.chrome for here in page.features):
        return
    count = len(page.lines)
    signed = next((i for i, here in enumerate(page.features) if here.kind and i >= page.body), count)
    ends, lasts, follows = _ends(page), _lasts(page), _follows(page)
    weigh = _Weigher(page)
    for i in range(page.body, count):
        if not page.features[i].chrome:
            continue
        yield weigh(i, ends[i])
        if i > signed and lasts[i] > ends[i]:
            yield weigh(i, lasts[i], ("frame_below", 1))
        if not follows[i]:
            yield weigh(i, count, ("frame_end", 1))


class _Weigher:
    """Makes blocks of page frame; counts its lines by running sums, so that a block costs the same however long."""

    def __init__(self, page: Page) -> None:
        self._chrome = [0, *accumulate(int(here.chrome) for here in page.features)]
        self._words = [0, *accumulate(int(bool(line.text)) for line in page.lines)]

    def __call__(self, first: int, end: int, *more: tuple[str, float]) -> Block:
        chrome = self._chrome[end] - self._chrome[first]
        rest = self._words[end] - self._words[first] - chrome
        evidence: Evidence = (("frame", float(chrome)), ("framed", float(rest)), *more)
        return Block("chrome", first, end, evidence)


def _ends(page: Page) -> list[int]:
    """For each line of page text, where its run of such lines ends; blank lines part nothing."""
    ends = [0] * len(page.lines)
    below = -1
    for i in range(len(page.lines) - 1, -1, -1):
        if page.features[i].chrome:
            ends[i] = ends[below] if below >= 0 else i + 1
            below = i
        elif page.lines[i].text:
            below = -1
    return ends


def _lasts(page: Page) -> list[int]:
    """For each line of page text, the end of the last one below it that only little text parts from the one before."""
    lasts = [0] * len(page.lines)
    below, between = -1, 0
    for i in range(len(page.lines) - 1, -1, -1):
        here = page.features[i]
        if here.kind or here.marks:
            below = -1
        elif here.chrome:
            lasts[i] = lasts[below] if below >= 0 and between <= MOST else i + 1
            below, between = i, 0
        else:
            between += bool(page.lines[i].text)
    return lasts


def _follows(page: Page) -> list[bool]:
    """For each line, whether something of the letter stands below it; names do until a heading of the page does."""
    follows = [False] * len(page.lines)
    letter = named = False
    for i in range(len(page.lines) - 1, -1, -1):
        headed = page.features[i].chrome and starts(page.lines[i].text, "frame_heads")
        named = named and not headed
        follows[i] = letter or named
        letter = letter or _is_of_the_letter(page, i)
        named = named or _is_name(page, i)
    return follows


def _is_name(page: Page, i: int) -> bool:
    here, text = page.features[i], page.lines[i].text
    return bool(text) and not (here.chrome or here.address or here.prose) and name_kind(text) == "body"


def _is_of_the_letter(page: Page, i: int) -> bool:
    """Whether a line is one that no web page's frame has: prose, an announcer, a closing."""
    here = page.features[i]
    if here.blank or here.chrome:
        return False
    return page.is_prose(i) or here.kind not in {None, "late"} or bool(here.marks) and bool(page.lines[i].text[2:])
