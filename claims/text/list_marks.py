"""The one grammar of the marks that items of a list begin with: bullets, digits, letters, roman numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from claims.text.lines import BULLET
from claims.text.numbering import roman

MarkKind = Literal["bullet", "digit", "letter", "roman"]

_BULLET = re.compile(rf"(?P<sign>{BULLET}|o(?=[ \t]{{2,}}|\t))[ \t\u00a0]+(?=\S)")
_ORDER = re.compile(
    r"(?P<open>[(\[])?(?P<order>\d{1,4}|[a-z]|[ivx]{1,5})(?P<close>[.)\]:](?!\d))[ \t\u00a0]+(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ListMark:
    """How an item begins: `style` tells marks of one list from those of another ("1." is "#.", "(b)" is "(a)").

    `order` is its place in the list where the mark tells one, `end` where the item's own words begin.
    """

    kind: MarkKind
    style: str
    order: int | None
    end: int


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
    if len(order) == 1:
        letter = ListMark("letter", f"{opened}{case}{close}", ord(order.lower()) - ord("a") + 1, match.end())
        found.append(letter)
    return tuple(found)
