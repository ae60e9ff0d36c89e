"""What every reader makes of a file: its text in the common dress, and where pages and paragraphs begin in it."""

from __future__ import annotations

from claims.errors import CrossfootError
from claims.quick_records import dataclass

MOST_TEXT = 3_000_000  # code points: some thousand pages, more than any letter and its list of names
LARGEST = 128 * 1024 * 1024  # bytes of a file


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """`text` is what all later offsets point into, in code points.

    `pages` are the offsets at which page 1, 2, … begin, empty where the format has no pages or does not tell them;
    `paragraphs` the offsets at which paragraphs, list items and table rows begin, empty for plain text.
    """

    text: str
    media_type: str
    pages: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was met and not taken as a letter, and why. Nothing fails because of it."""

    path: str
    reason: str


class Refused(CrossfootError):
    """Raised inside a reader, where the path is not known; `registry.read` names the letter."""

    def __init__(self, message: str) -> None:
        super().__init__("", message)

    def __reduce__(self) -> tuple[type[Refused], tuple[str]]:  # type: ignore[override]
        return type(self), (self.message,)
