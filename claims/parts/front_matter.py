"""The front matter of a Markdown file: its title and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.model import Span
from claims.text.lines import Line
from claims.times.full_dates import FullDate, find_full_dates

FRONT_KEY = re.compile(r"(?m)^(?P<key>[A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(?P<value>[^\n]*)$")


def front_matter_end(lines: Sequence[Line]) -> int:
    """The number of lines that a front matter between "---" takes up, 0 if there is none."""
    first = next((i for i, line in enumerate(lines[:5]) if not line.blank), None)
    if first is None or lines[first].text not in {"---", "+++"}:
        return 0
    fence = lines[first].text
    for i in range(first + 1, min(len(lines), first + 200)):
        if lines[i].text == fence:
            keyed = sum(1 for line in lines[first + 1 : i] if FRONT_KEY.match(line.text))
            return i + 1 if keyed else 0
    return 0


def front_matter(text: str, lines: Sequence[Line], end: int) -> tuple[Span | None, tuple[FullDate, Span] | None]:
    """Where the title stands in the view `text`, and the date with its place; `end` as `front_matter_end` says."""
    words = vocabulary("letter_dates")
    title = None
    dated = None
    for line in lines[:end]:
        found = FRONT_KEY.match(line.text)
        if not found or line.span.start > 0 and text[line.span.start - 1] in " \t":
            continue
        start = line.span.start + found.start("value")
        value = found["value"].strip()
        if found["key"].casefold() in words["title_keys"] and value and title is None:
            quoted = value[0] in "\"'" and value[-1] == value[0] and len(value) > 2
            title = Span(start + quoted, start + len(value) - quoted)
        elif (
            found["key"].casefold() in words["front_matter_keys"]
            and dated is None
            and (dates := find_full_dates(value))
        ):
            dated = dates[0], dates[0].span.shifted(start)
    return title, dated
