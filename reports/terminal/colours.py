"""Colours for a terminal that shows them: signs and heads alone, so that what is said never hangs on a colour.

Whether a stream takes colours is told by rich: NO_COLOR, FORCE_COLOR and TERM are honoured. It is imported for a
terminal only: a pipe costs nothing and gets the plain text.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from reports.words.wording import colours

if TYPE_CHECKING:
    from rich.text import Text

_PART = " · "


def write(text: str, stream: TextIO) -> None:
    """Write the lines of a quick look, coloured where `stream` is a terminal that wants it."""
    if not (stream.isatty() or os.environ.get("FORCE_COLOR")):
        print(text, file=stream)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in text.split("\n"):
        console.print(_painted(line, Text))


def _painted(line: str, made: type[Text]) -> Text:
    painted = made(line)
    for style, start, stop in styled(line):
        painted.stylize(style, start, stop)
    return painted


def styled(line: str) -> Iterator[tuple[str, int, int]]:
    """Style, start and stop of what is coloured in one line: its sign and the words of its first part, or a head."""
    said = line.lstrip(" ")
    indent, styles = len(line) - len(said), colours()
    if indent > len("  "):
        return
    sign = said[:1]
    if sign in styles and said[1:2] == " ":
        stop = said.find(_PART)
        yield styles[sign], indent, indent + (stop if stop > 0 else len(said))
    elif said and _is_head(said, indent):
        yield styles["head"], indent, len(line)


def _is_head(said: str, indent: int) -> bool:
    """A section's name in capitals, or a letter's own line, which alone begins at the margin."""
    letters = [one for one in said if one.isalpha()]
    return indent == 0 or (bool(letters) and said == said.upper() and _PART not in said)
