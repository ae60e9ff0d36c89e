"""The page that explains the report: what a new editor asks first, and every word with its sign."""

from __future__ import annotations

from typing import Final

from claims.quick_records import dataclass
from reports.words.wording import Word, keys, pattern, word

FILE: Final = "how-to-read.html"
GROUPS: Final = (
    ("against_source", "v"), ("inside", "v"), ("timeliness", "t"), ("cautions", "c"), ("status", "t"), ("level", "l"),
    ("grade", "g"), ("comparator", "g"), ("decision", "d"), ("decision_state", "d"),
)  # fmt: skip
"""The groups of words told there, with the class that colours them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGroup:
    """Words of one kind, with what they are the words for."""

    name: str
    css: str
    heading: str
    about: str
    words: tuple[Word, ...]


def word_groups() -> tuple[WordGroup, ...]:
    """In the order of the page."""
    return tuple(
        WordGroup(
            name=name,
            css=css,
            heading=pattern("group_heading", name),
            about=pattern("group_about", name),
            words=tuple(word(name, key) for key in keys(name)),
        )
        for name, css in GROUPS
    )
