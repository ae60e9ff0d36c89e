"""The numbers and bullets that a browser puts before the items of a list."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from claims.quick_records import dataclass
from claims.readers.printed_numbers import number_as
from claims.readers.web.inline_words import children

STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class PageList:
    """A list that is being written: what its next item is called."""

    ordered: bool = False
    next_number: int = 1
    step: int = 1
    style: str = "bullet"

    def lead(self, item: LexborNode) -> str:
        """What stands before an item, "3. " or "- "; the number goes on from it."""
        number = _whole(item.attributes.get("value"), self.next_number)
        self.next_number = number + self.step
        return f"{number_as(self.style, number)}. " if self.ordered else "- "


def opened(node: LexborNode) -> PageList:
    """The list that an element opens, with its first number, its step and its style."""
    had = node.attributes
    style = STYLES.get(had.get("type") or "", "decimal") if node.tag == "ol" else "bullet"
    count = sum(1 for one in children(node) if one.tag == "li") if "reversed" in had else 0
    return PageList(node.tag == "ol", _whole(had.get("start"), count or 1), -1 if count else 1, style)


def _whole(text: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*([+-]?\d{1,7})\s*", text or "")
    return int(found[1]) if found else otherwise
