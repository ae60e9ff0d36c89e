"""What is told of cited pages: the record of a fetch, a page's answer about a claim. Types alone, light to load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from claims.quick_records import dataclass

Way = Literal["fetched", "archive", "saved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One fetch of one address. `problem` is `None` where a page came; else there is no `sha256`.

    `fetched_at` is a moment in ISO 8601 (UTC); `archived_at` that of the archive's copy; `last_modified` a day in ISO
    8601 that the server gave.
    """

    address: str
    fetched_at: str
    way: Way = "fetched"
    final_address: str = ""
    media_type: str = ""
    charset: str = ""
    sha256: str = ""
    size: int = 0
    archived_at: str | None = None
    last_modified: str | None = None
    problem: str | None = None

    @property
    def fetched_on(self) -> date | None:
        return day_of(self.fetched_at)

    @property
    def stood_on(self) -> date | None:
        """The day on which the page stood as it is kept."""
        return day_of(self.archived_at) or self.fetched_on


def day_of(moment: str | None) -> date | None:
    try:
        return datetime.fromisoformat(moment).date() if moment else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`prints`, the page's words (eight at most), the nearest figures as printed, and the reason of an open answer.

    `reason` is an id of the words, `why` its sentence.
    """

    prints: bool | None
    as_printed: str | None = None
    nearest: tuple[str, ...] = ()
    reason: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPage:
    """What the page behind one citation says of one claim. `record` is `None` where no page is kept; then `answer`
    has the reason.
    """

    address: str
    answer: Answer
    record: PageRecord | None = None
    media_type: str = ""
    grade: Literal["cited"] = "cited"


Cited = Mapping[str, tuple[CitedPage | None, ...]]
"""By claim id, for each of its citations in order; `None` where nothing was fetched and nothing tried."""


def says_no(pages: Sequence[CitedPage | None]) -> CitedPage | None:
    """The cited page that does not print a claim's figure, where none of its citations prints it or is in doubt."""
    found = [page for page in pages if page is not None]
    if any(page.answer.prints is not False for page in found):
        return None
    return found[0] if found else None
