"""The figures that a page prints, through the project's reader of numbers, each with its sentence or row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from claims.model import Quantity, Span
from claims.numbers.read import read_numbers
from claims.quick_records import dataclass
from claims.text.sentences import split_sentences
from claims.text.view import plain_view
from sources.pages.reading.page_text import PageText

_ADDRESS: Final = re.compile(r"https?://\S+")
_LONGEST: Final = 600  # characters of a "sentence": longer ones are tables or lists without an end
_MOST: Final = 600_000  # characters of a page that are read for figures
_LONGEST_LABEL: Final = 80
_QUOTED_WORDS: Final = 8
_BORDERS: Final = re.compile(r"\s*\|\s*")
_NO_FIGURES: Final = frozenset({"date", "clock-time", "address"})
_RULE: Final = re.compile(r"[\s|:+-]*")


@dataclass(frozen=True, slots=True)
class PageFigure:
    """One figure of a page. `around`: its sentence or row, in which the spans of `quantity` count; `line` numbers it.

    `column`: its place in a table's row, `None` in prose; `heading`: what stands over
    the column, or beside a number that stands alone.
    `main`: it stands in the page's main content.
    """

    quantity: Quantity
    around: str
    line: int
    column: int | None = None
    main: bool = True
    heading: str = ""

    def quoted(self) -> str:
        """The figure with the words around it, eight at most."""
        return words_around(self.around, self.quantity.span)


@dataclass(frozen=True)
class PageFigures:
    """All that is asked of a page's text; made once a page, in the language in force.

    `unclaimed`: the digits of the numbers in its main content that are no figures, dates and addresses aside.
    """

    page: PageText
    main: tuple[PageFigure, ...]
    loose: tuple[PageFigure, ...]
    unclaimed: frozenset[str]
    whole: bool

    @cached_property
    def digits(self) -> str:
        """All the page shows, its digits as ASCII, for a search of bare digits."""
        return in_ascii_digits(f"{self.page.text}\n{self.page.loose}")


def figures_of(page: PageText) -> PageFigures:
    """The figures of a page: those of its main content, and those that stand elsewhere on it."""
    text = plain_view(page.text[:_MOST]).text
    main, unclaimed = _read(text, main=True)
    known = {figure.quantity.value for figure in main}
    loose = tuple(each for each in _read(page.loose[:_MOST], main=False)[0] if each.quantity.value not in known)
    whole = len(page.text) <= _MOST and len(page.loose) <= _MOST
    return PageFigures(page, tuple(main), loose, frozenset(unclaimed), whole)


def _read(text: str, *, main: bool) -> tuple[list[PageFigure], set[str]]:
    """The figures of a text, and the digits of its numbers that are none."""
    found: list[PageFigure] = []
    unclaimed: set[str] = set()
    header: list[str] = []
    stretches = list(_stretches(text))
    for line, around in enumerate(stretches):
        row = around.lstrip().startswith("|")
        header = (header or around.split("|")) if row else []
        masked = [(Span(*match.span()), "address") for match in _ADDRESS.finditer(around)]
        numbers = read_numbers(around, masked=masked)
        for quantity in (*numbers.quantities, *numbers.ordinals):
            column = around.count("|", 0, quantity.number_span.start) if row else None
            over = header[column].strip() if column is not None and column < len(header) else ""
            over = over if row else _label(stretches, line)
            found.append(PageFigure(quantity, around, line, column, main, over))
        none = (one for one in (*numbers.ignored, *numbers.unread) if one.reason not in _NO_FIGURES)
        unclaimed.update(digits_of(one.text) for one in none)
    return found, unclaimed


def _label(stretches: Sequence[str], line: int) -> str:
    """What stands before and after a number that stands alone: "Soldiers held" over "220"."""
    if any(sign.isalpha() for sign in stretches[line]):
        return ""
    beside = (stretches[at] for at in (line - 1, line + 1) if 0 <= at < len(stretches))
    return " ".join(each for each in beside if len(each) <= _LONGEST_LABEL)


def digits_of(text: str) -> str:
    """The digits of a stretch, as ASCII."""
    return "".join(sign for sign in in_ascii_digits(text) if sign.isdecimal())


def _stretches(text: str) -> Iterator[str]:
    """Sentences and rows, as long as a sentence may be."""
    for span in split_sentences(text, Span(0, len(text))):
        stretch = span.of(text).replace("\n", " ")
        if any(sign.isnumeric() or sign.isalpha() for sign in stretch) and not _RULE.fullmatch(stretch):
            yield from _pieces(stretch)


def _pieces(stretch: str) -> Iterator[str]:
    while len(stretch) > _LONGEST:
        cut = stretch.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        yield stretch[:cut]
        stretch = stretch[cut:].lstrip()
    yield stretch


def words_around(around: str, figure: Span) -> str:
    """The figure in the words around it: eight words at most, however the figure is written."""
    words = [Span(*found.span()) for found in re.finditer(r"\S+", around)]
    held = [at for at, word in enumerate(words) if word.overlaps(figure)]
    first, last = held[0], min(held[-1], held[0] + _QUOTED_WORDS - 1)
    while last - first + 1 < _QUOTED_WORDS and (first > 0 or last + 1 < len(words)):
        if last + 1 < len(words):
            last += 1
        if first > 0 and last - first + 1 < _QUOTED_WORDS:
            first -= 1
    quoted = around[words[first].start : words[last].end]
    return " ".join(_BORDERS.sub(" ", quoted).split())


def in_ascii_digits(text: str) -> str:
    """As long: the digits of every script as ASCII, "၃၉၁၉" as "3919"."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if sign > "\x7f" and sign.isdecimal() else sign for sign in text)
