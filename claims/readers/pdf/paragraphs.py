"""From lines to paragraphs: a line goes on with the next where its author had no room left, and ends where he had."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.quick_records import dataclass
from claims.readers.dress import PAGE, Dress
from claims.readers.pdf.continued import CONTINUED, ends_entry
from claims.readers.pdf.listed_names import OPEN_END, counts_on, hangs, is_next_name, is_next_row, no_room
from claims.readers.pdf.page_columns import Line
from claims.readers.pdf.page_rows import common
from claims.readers.pdf.printed_words import any_printed
from claims.text.list_marks import begins_item

ENDED = re.compile(r"[.!?:;…][\"”’»)\]]{0,3}(?:\[\^?[\w-]{1,8}\]|<sup>[^<]{1,12}</sup>){0,4}$")
HYPHEN = re.compile(r"(?<=[^\W_])[\u00ad-]$")
TENS = re.compile(any_printed("hyphened_tens"), re.IGNORECASE)
NOTE = re.compile(r"(?:\[\^?[\w-]{1,8}\]|<sup>\d{1,3}</sup>)\s*\S")
SAME_LINK = re.compile(r"\]\((?P<target>[^()\s]{1,2000})\) ?\[(?=[^\]\[]{0,500}\]\((?P=target)\))")
# Signs of private fonts, that nothing shows: the others tell one list from the next.
UNSEEN = re.compile(r"^[\ue000-\uf8ff]\s+")
LARGER = 1.14  # of the body's size, and a line is a heading
LONGEST_HEADING = 220
OPENED = 1.3  # of the usual distance between lines, and a paragraph begins


@dataclass(slots=True)
class _Block:
    """Lines that are one paragraph or item so far."""

    text: str
    first: Line
    last: Line
    apart: bool

    @property
    def marked(self) -> bool:
        return begins_item(self.text)


class Paragraphs:
    """Puts lines together, page after page, and writes them into a dress."""

    def __init__(self, dress: Dress, lines: Sequence[Line], body: float) -> None:
        self._dress, self._lines, self._body = dress, lines, body
        steps = [a.cell.y - b.cell.y for a, b in pairwise(lines) if _neighbours(a, b)]
        self._leading = common([step for step in steps if 0.8 * body < step < 2.2 * body]) or 1.3 * body
        self._known = {
            word.casefold() for line in lines for word in re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*", line.cell.text)
        }

    def write(self) -> None:
        """All lines, as blocks."""
        block: _Block | None = None
        page = 0
        for at, line in enumerate(self._lines):
            breaks = PAGE * (line.page - page)
            page = max(page, line.page)
            if block is not None and not line.row and self._goes_on(block, line, at):
                block.text = self._join(block.text, line.cell.text, breaks)
                block.last = line
                continue
            apart = block is None or self._apart(block.last, line, at)
            if block is not None:
                self._put(block)
            for _ in breaks:
                self._dress.page()
            block = _Block(line.cell.text, line, line, apart)
        if block is not None:
            self._put(block)

    def _goes_on(self, block: _Block, line: Line, at: int) -> bool:
        before, text = block.last, line.cell.text
        if before.row or begins_item(text) or NOTE.match(text):
            return False
        if counts_on(block.text, text) or is_next_row(block.text, text):
            return False
        if not _alike(before.cell.size, line.cell.size) or (
            before.cell.bold != line.cell.bold and not _neighbours(before, line)
        ):
            return False
        if HYPHEN.search(block.text) and (text[:1].islower() or (text[:1].isalnum() and _went_far(before))):
            return True
        if not _neighbours(before, line):
            return self._over_a_break(block, line)
        if before.cell.y - line.cell.y > OPENED * self._leading_of(before):
            return False
        if block.first.cell.bold != line.cell.bold and block.last is block.first and block.first.cell.bold:
            return False  # a bold line over a paragraph is its heading
        if hangs(self._lines, at):
            return True
        if self._indented(block, line):
            return False
        if no_room(before, line):
            return not is_next_name(self._lines, at)
        large = block.first.cell.size > LARGER * self._body
        if large and text[:1].islower() and block.text[-1:] not in ".!?":
            return True  # "Forty-two organisations:" above "protect the wells", as large: one title
        if large and _went_far(before):  # a title is broken where it looks well
            return not ENDED.search(block.text)
        open_end = not ENDED.search(block.text)
        # "EPIC" above "elm.works" are two names: only a line that went some way is broken before a small letter.
        hanging = OPEN_END.search(block.text) is not None and block.marked
        return open_end and (hanging or (text[:1].islower() and (_went_far(before) or block.marked)))

    def _over_a_break(self, block: _Block, line: Line) -> bool:
        """Whether a paragraph runs on in the next column or on the next page."""
        if line.page - block.last.page > 1 or ENDED.search(block.text) or block.first.cell.size > LARGER * self._body:
            return False
        text = line.cell.text
        return text[:1].islower() or (_full(block.last) and len(block.text) > 60 and not line.cell.bold)

    def _leading_of(self, line: Line) -> float:
        return self._leading * line.cell.size / self._body if line.cell.size > self._body else self._leading

    def _indented(self, block: _Block, line: Line) -> bool:
        """Whether a line that is set in begins a paragraph: not below a list's mark, where all lines are."""
        deep = line.cell.left - block.last.cell.left
        if block.marked:  # an item's further lines stand below its text; what stands below its mark is none
            return block.first is block.last and deep < -0.2 * line.cell.size
        return (
            deep > 0.9 * line.cell.size
            and block.last.cell.left < line.left + 0.5 * line.cell.size
            and line.right - line.left > 20 * line.cell.size
            and _near_left(line)
        )

    def _apart(self, before: Line, line: Line, at: int) -> bool:
        if before.cell.bold and not line.cell.bold and not line.row:  # a heading, however close it stands
            return True
        if before.row or line.row:
            one = before.row and line.row and before.part in {line.part, CONTINUED} and before.page == line.page
            return not (one or (before.row and line.part == CONTINUED))
        if before.page != line.page and ends_entry(self._lines, at, OPENED * self._leading):
            return True
        if not _neighbours(before, line):
            return not (begins_item(line.cell.text) and begins_item(before.cell.text)) and before.page == line.page
        return before.cell.y - line.cell.y > OPENED * self._leading_of(before)

    def _join(self, above: str, below: str, breaks: str) -> str:
        if HYPHEN.search(above) and below[:1].isalpha() and above[-2].isalpha():
            return self._unhyphenated(above, below, breaks)
        if above[-2:-1].isdigit() and above.endswith(("-", "\u00ad")) and below[:1].isdigit():  # "2019-" / "2020"
            return f"{above[:-1]}-{breaks}{below}"
        if above.endswith(("\u2013", "\u2014", "/")) and not above.endswith((" \u2013", " \u2014")):
            return above + breaks + below
        return f"{above} {breaks}{below}"

    def _unhyphenated(self, above: str, below: str, breaks: str) -> str:
        """The word without its hyphen, unless it is written with one elsewhere or its second half is a name."""
        first, second = re.split(r"[\s(\[“\"]", above[:-1])[-1], re.match(r"[^\W\d_]+", below)
        whole = (first.rpartition("-")[2] + (second[0] if second else "")).casefold()
        hyphened = f"{first}-{second[0] if second else ''}".casefold()
        keeps = not below[:1].islower() or (hyphened in self._known and whole not in self._known)
        keeps = keeps or TENS.fullmatch(first.rpartition("-")[2]) is not None
        return f"{above[:-1]}{'-' if keeps else ''}{breaks}{below}"

    def _put(self, block: _Block) -> None:
        text = UNSEEN.sub("- ", SAME_LINK.sub(" ", block.text.replace("\u00ad", "")))
        heading = False
        size, bold = block.first.cell.size, block.first.cell.bold and block.last.cell.bold
        if not block.first.row and not block.marked and len(text) < LONGEST_HEADING:
            heading = size > LARGER * self._body
            if heading:
                text = ("# " if size > 1.4 * self._body else "## ") + text
            elif bold and "*" not in text:
                text = f"**{text}**"
        self._dress.block(text, before=block.apart or heading, after=heading)


def _alike(one: float, other: float) -> bool:
    return abs(one - other) < 0.09 * max(one, other)


def _neighbours(before: Line, line: Line) -> bool:
    """Whether two lines stand below each other in one column of one page."""
    return before.page == line.page and before.part == line.part and before.cell.y > line.cell.y


def _went_far(line: Line) -> bool:
    return line.cell.right - line.left > 0.55 * (line.right - line.left)


def _full(line: Line) -> bool:
    return line.cell.right > line.right - 0.12 * (line.right - line.left)


def _near_left(line: Line) -> bool:
    return line.cell.left < line.left + 6 * line.cell.size
