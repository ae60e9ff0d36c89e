"""Lines for a terminal: wrapped, of one line each, nothing in them that a terminal obeys."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from textwrap import wrap

from claims.model import Span
from claims.quick_records import dataclass

LONGEST = 4000  # characters of any one paragraph
QUOTE = 96  # characters of a quotation before it is cut
CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")
# A letter must not steer the terminal: overrides of the reading direction go, as escape codes do.
CONTROLS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class Lines:
    """Line numbers of a text, as an editor's other programs count them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        return cls(text, (0, *(match.end() for match in re.finditer("\n", text))))

    def at(self, *spans: Span) -> str:
        """The lines on which `spans` begin: "line 12", "lines 3, 7"."""
        numbers = dict.fromkeys(bisect_right(self.starts, span.start) for span in spans)
        return f"line{'s' * (len(numbers) > 1)} {', '.join(str(number) for number in numbers)}"


def hanging(text: str, width: int) -> Iterator[str]:
    """An entry of a list: its first line stands out from the others. Ids ("parts-whole") stay whole, to be found."""
    yield from wrap(clean(text), width, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)


def paragraphs(texts: Iterable[str], indent: str, width: int) -> Iterator[str]:
    """Each text as lines of its own; an empty one gives none."""
    for text in texts:
        yield from wrap(clean(text), width, initial_indent=indent, subsequent_indent=indent)


def quote(text: str) -> str:
    """Words of a letter on one line, cut where they are long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1] + "…"


def clean(text: str) -> str:
    """One line of bearable length, nothing in it that a terminal obeys."""
    return " ".join(text[:LONGEST].split()).translate(CONTROLS).encode("utf-8", "replace").decode("utf-8")
