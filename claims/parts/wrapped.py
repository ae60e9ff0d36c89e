"""Prose that was hard-wrapped at some width: its lines put together again, as if each paragraph were one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Span
from claims.parts.announcers import is_closing
from claims.parts.naming.name_lines import is_prose_line
from claims.text.lines import BULLETED, ITEM, Line
from claims.text.openings import is_chrome, starts

# A text with a paragraph wider than this on one line was not wrapped.
WIDEST = 140
# A line that leaves this share of the width empty was ended on purpose.
FULL = 0.6
NARROW = 45
ENDED = re.compile(r"[.!?:;…][\"”’»)\]]{0,3}(?:\[\^?\w{1,6}\]|[¹²³⁰⁴-⁹\d]{1,3}){0,4}$")
MARKED = re.compile(r"\[\^?\w{1,8}\]|\d{1,3} (?=\w*[A-Z])|[⁰¹²³⁴-⁹]|\([a-z\d]{1,4}\)\s|[>|#<]")


def unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with each run of wrapped prose as one line; the text of such a line has a blank for each line break.

    Spans stay those of the view. Lists of names, addresses and headings keep their lines.
    """
    width = _width(lines)
    if not width:
        return tuple(lines)
    found: list[Line] = []
    for run in _runs(lines, width):
        whole = _joined(run)
        found += [whole] if len(run) > 1 and _is_prose(whole.text) else run
    return tuple(found)


def _is_prose(text: str) -> bool:
    # "Elm Watch for the River and its People" / "Birch Union" are names: sentences end with a stop or a colon.
    return is_prose_line(text) and ENDED.search(text) is not None


def _width(lines: Sequence[Line]) -> int:
    """The width of the widest line of several words, 0 if the text is not wrapped."""
    widest = max((len(line.text) for line in lines if len(line.words) >= 6), default=0)
    return widest if NARROW <= widest <= WIDEST else 0


def _runs(lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run[-1], line, width):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether `following` is the rest of the paragraph that `line` stands in.

    It begins in small letters, or its first word had no room on the line above, as a wrapping editor leaves it.
    """
    if line.blank or following.blank or line.heading or following.heading or _begins_anew(line, following):
        return False
    if len(line.text) < min(NARROW, FULL * width) or line.text[-1] == ":":
        return False
    if following.text[0].islower() and line.text[-1] not in ".!?;":
        return True
    return len(line.text) + 1 + len(following.words[0]) > width and len(line.text) >= FULL * width


def _begins_anew(line: Line, following: Line) -> bool:
    """Whether a line starts something of its own: an item, a note, "Yours sincerely,", "Signed by:"."""
    text = following.text
    if BULLETED.match(text) or ITEM.match(text) or is_closing(text) or is_chrome(text):
        return True
    ended = line.text[-1] in ".!?;"
    return ended and (MARKED.match(text) is not None or starts(text, "signed_starts", words="demands"))


def _joined(run: Sequence[Line]) -> Line:
    """One line from the start of the first to the end of the last; offsets into its text are offsets into its span."""
    parts = [run[0].text]
    for before, line in itertools.pairwise(run):
        parts += [" " * (line.span.start - before.span.end), line.text]
    return replace(run[0], span=Span(run[0].span.start, run[-1].span.end), text="".join(parts))
