"""Why a page that does not print a figure in its text may print it all the same.

A hard doubt leaves it open in any case; a soft one only where the page prints no figure of its own for the very thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from claims.language.typed import language_in_force
from claims.quick_records import dataclass
from sources.pages.page_figures import PageFigures
from sources.pages.reading.page_text import PageText, is_data
from sources.pages.told import PageRecord, day_of
from sources.words import words

_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_WORDS: Final = 40  # of a page that is a text at all
_FEW_WORDS: Final = 150  # a page that says it is loading, and says little else
_LANGUAGE_WORDS: Final = 30  # below it a language is not told by its small words
_LEAST_SMALL_WORDS: Final = 0.1
_FRESH: Final = timedelta(days=90)
_PDF: Final = "application/pdf"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason, an id of `doubts` in the words, with what fills it in."""

    key: str
    hard: bool
    said: str = ""

    def told(self) -> str:
        """The reason in words."""
        text: str = words("pages")["doubts"][self.key]
        return text.format(why=self.said, day=self.said, days=self.said)


def doubts_of(figures: PageFigures, record: PageRecord, letter_day: date | None) -> Iterator[Doubt]:
    """All doubts about a page, the gravest first."""
    page = figures.page
    count = len(_WORD.findall(page.text))
    if page.refused and not page.scripts:
        yield Doubt("refused", hard=True, said=page.refused)
    yield from _unread(page, count, whole=figures.whole)
    if is_foreign(page):
        yield Doubt("language", hard=True)
    if page.charts or page.frames:
        yield Doubt("chart", hard=True)
    if is_data(page.media_type):
        yield Doubt("data", hard=True)
    if count < _FEW_WORDS and _says(page.text, "gone"):
        yield Doubt("gone", hard=True)
    if _is_front(record.final_address or record.address) or _led_upwards(record):
        yield Doubt("front_page", hard=True)
    yield from _changed(page, record, letter_day)
    yield from _beside(page, count)


def _unread(page: PageText, count: int, *, whole: bool) -> Iterator[Doubt]:
    if page.scripts or (count < _FEW_WORDS and _says(page.loose or page.text, "scripts")):
        yield Doubt("scripts", hard=True)
    if page.scans:
        yield Doubt("scan", hard=True)
    if page.leads_on:
        yield Doubt("leads_on", hard=True)
    if _says(page.text, "partial"):
        yield Doubt("partial", hard=True)
    if not whole or (page.media_type == _PDF and (page.warnings or page.more_pages)):
        yield Doubt("damaged", hard=True)
    if not count:
        yield Doubt("nothing", hard=True)


def _beside(page: PageText, count: int) -> Iterator[Doubt]:
    if page.pictures:
        yield Doubt("pictures", hard=False)
    if page.files:
        yield Doubt("files", hard=False)
    if page.more_pages:
        yield Doubt("partial", hard=False)
    if count < _LEAST_WORDS:
        yield Doubt("short", hard=False)


def _says(text: str, what: str) -> bool:
    lowered = text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", lowered) for phrase in words("pages")[what])


def is_foreign(page: PageText) -> bool:
    """Whether a page is in another language than the one in force, by its small words, else by what it says itself."""
    language = language_in_force()
    said = [word.casefold() for word in _WORD.findall(page.text[:40_000])]
    if len(said) >= _LANGUAGE_WORDS:
        return sum(word in language.stop_words for word in said) < _LEAST_SMALL_WORDS * len(said)
    return page.language not in ("", language.code)


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def _led_upwards(record: PageRecord) -> bool:
    """Whether a page that is gone was answered with the list it stood in: "/news/7" with "/news"."""
    try:
        asked, found = (urlsplit(each).path.rstrip("/") for each in (record.address, record.final_address))
    except ValueError:
        return False
    return bool(found) and asked.startswith(f"{found}/")


def _changed(page: PageText, record: PageRecord, letter_day: date | None) -> Iterator[Doubt]:
    """A page that was written over since is no witness of what it printed on the letter's day."""
    stood = record.stood_on
    if letter_day is None or stood is None or stood <= letter_day:
        return
    own = day_of(page.changed_on or page.published_on) or day_of(record.last_modified)
    if own is not None and letter_day < own:
        yield Doubt("changed", hard=True, said=own.isoformat())
    elif own is None and record.way == "fetched" and page.media_type != _PDF and stood - letter_day > _FRESH:
        yield Doubt("may_have_changed", hard=True, said=str((stood - letter_day).days))
