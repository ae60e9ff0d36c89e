"""The one grammar of the marks that items of a list begin with: bullets, digits, letters, roman numerals."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Literal

from claims.quick_records import dataclass
from claims.text.lines import BULLET
from claims.text.numbering import roman

MarkKind = Literal["bullet", "digit", "letter", "roman"]

_BULLET = re.compile(rf"(?P<sign>{BULLET}|o(?=[ \t]{{2,}}|\t))[ \t\u00a0]+(?=\S)")
_DECIMAL = re.compile(r"\d{1,4}\.\d")
_ORDERED = r"(?P<open>[(\[])?(?P<order>\d{1,4}|[a-z]|a[a-z](?=\))|[ivx]{1,7}|xl[ivx]{0,4})(?P<close>[.)\]:](?!\d))"
_ORDER = re.compile(rf"{_ORDERED}[ \t\u00a0]+(?=\S)", re.IGNORECASE)
# A mark that a page sets apart from its words.
_PRINTED = re.compile(rf"(?:{BULLET}|(?-i:o(?=\s+[A-ZÀ-Þ]))|{_ORDERED})(?=\s|$)", re.IGNORECASE)
_APART = re.compile(rf"{BULLET}|o|\d{{1,3}}|{_ORDERED}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListMark:
    """How an item begins: `style` tells marks of one list from those of another ("1." is "#.", "(b)" is "(a)").

    `order` is its place in the list where the mark tells one, `end` where the item's own words begin.
    """

    kind: MarkKind
    style: str
    order: int | None
    end: int


# Beyond the marks of items in prose, those that only lists of names have: "1\tAlder Watch", "#1 Alder", "1 - Alder",
# "1.Alder", "- 5. Elm", and a mark alone on its line, its name below.
_ENTRY = re.compile(
    rf"(?:{BULLET}[ \t\u00a0]+)?(?P<open>[(\[])?(?P<order>\d{{1,4}})[ \t]?(?P<close>[.)\]။:、．/])(?!\d)[ \t\u00a0]*"
)
_CELL = re.compile(r"\|?[ \t]*(?P<order>\d{1,4})(?:[ ]?\t+|[ ]{2,}|[ \t]*\|)[ \t]*(?=\S)")
_SIGNED = re.compile(r"(?:#(?P<hash>\d{1,4})[.:)]?[ \t]+(?=\S)|(?P<order>\d{1,3})[ \t]+[-–—][ \t]+(?=[^\W\d]))")
# "1 Alder Watch", as a page keeps a tab: only as one of a numbering without gaps that begins with one.
BARE = "#_"
# The same with two blanks, a tab or a pipe behind it, as a column of numbers has.
CELL = "#|"
_BARE = re.compile(r"(?P<order>\d{1,3})[ \u00a0](?=[^\W_a-z])")
_ALONE = re.compile(r"(?P<order>\d{1,4})")
_LONE_SIGN = re.compile(rf"{BULLET}")
# Any sign may be a bullet but those that words, figures, quotations and the names of bishops begin with.
_SIGN = r"[^\w\s\"'“”‘’«()\[\]{}#$€£%&@§©®|\\/<,.;:!?~=^`✝☦☩✞✟]"
_BOX = re.compile(rf"\[(?P<tick>[ xX✓✔])\][ \t]+(?=\S)|(?P<sign>{_SIGN})[ \t\u00a0\ufe0f]+(?=\S)")


def entry_marks(text: str) -> tuple[ListMark, ...]:
    """How the mark of an entry of a list of names at the start of `text` may be read, likeliest first."""
    for read in (_digit_mark, _lone_mark, _box_mark):
        if (mark := read(text)) is not None:
            return (mark,)
    return marks_of(text)


def _digit_mark(text: str) -> ListMark | None:
    if _DECIMAL.match(text):
        return None
    if (found := _ENTRY.match(text)) is not None:
        return ListMark("digit", f"{found['open'] or ''}#{found['close']}", int(found["order"]), found.end())
    if (found := _CELL.match(text)) is not None:
        return ListMark("digit", CELL, int(found["order"]), found.end())
    if (found := _SIGNED.match(text)) is not None:
        return ListMark("digit", "#-", int(found["hash"] or found["order"]), found.end())
    found = _BARE.match(text)
    return ListMark("digit", BARE, int(found["order"]), found.end()) if found is not None else None


def _lone_mark(text: str) -> ListMark | None:
    if _ALONE.fullmatch(text):
        return ListMark("digit", "#", int(text), len(text))
    return ListMark("bullet", text, None, len(text)) if _LONE_SIGN.fullmatch(text) else None


def _box_mark(text: str) -> ListMark | None:
    found = _BOX.match(text)
    return ListMark("bullet", found["sign"] or "[]", None, found.end()) if found else None


def begins_item(text: str) -> bool:
    """Whether a line of a page begins with the mark of an item, or is one whose words stand elsewhere."""
    return _PRINTED.match(text) is not None


def is_mark(text: str) -> bool:
    """Whether `text` is nothing but a mark: a bullet, a ring, a number; far to the right of it stands its item."""
    return _APART.fullmatch(text) is not None


def item_marks(text: str) -> tuple[ListMark, ...]:
    """How the mark of an item of prose may be read: as `marks_of`, or any sign that line after line begins with ("→",
    "☐", "👉") and a number with a dash ("1 – Open the dam"). One line alone is no item by these; "> " quotes a mail.
    """
    if found := marks_of(text):
        return found
    if (signed := _SIGNED.match(text)) is not None:
        return (ListMark("digit", "#-", int(signed["hash"] or signed["order"]), signed.end()),)
    box = _box_mark(text) if text[:1] != ">" else None
    return (box,) if box is not None else ()


def marks_of(text: str) -> tuple[ListMark, ...]:
    """How the mark at the start of `text` may be read, likeliest first: "i." is a roman one and a letter."""
    bullet = _BULLET.match(text)
    if bullet is not None:
        return (ListMark("bullet", bullet["sign"], None, bullet.end()),)
    match = _ORDER.match(text)
    if match is None:
        return ()
    opened, order, close = match["open"] or "", match["order"], match["close"]
    if order.isdigit():
        return (ListMark("digit", f"{opened}#{close}", int(order), match.end()),)
    case = "A" if order.isupper() else "a"
    found = []
    value = roman(order)
    if value is not None:
        found.append(ListMark("roman", f"{opened}i{case}{close}", value, match.end()))
    if (at := _lettered(order.lower())) is not None:
        found.append(ListMark("letter", f"{opened}{case}{close}", at, match.end()))
    return tuple(found)


def _lettered(order: str) -> int | None:
    """The place a letter tells; behind z comes aa."""
    last = ord(order[-1]) - ord("a") + 1
    if len(order) == 1:
        return last
    return len(ascii_lowercase) + last if len(order) == _DOUBLED and order[0] == "a" else None


_DOUBLED = 2
