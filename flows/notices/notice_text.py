"""A notice in words: its subject, and its lines by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from flows.notices.standing_items import Item
from reports.words.wording import counted, pattern

SHOWN = 20
_GROUP = "notice"
_COUNTED = (("item", "item"), ("unread", "unread"), ("failed", "failed_table"))


def subject_of(news: Sequence[Item], *, first: bool) -> str:
    """In a line, how much of what is new; to a channel's `first` notice everything is."""
    kinds = [one.kind for one in news]
    parts = [counted(kinds.count(kind), thing) for kind, thing in _COUNTED if kind in kinds]
    return pattern(_GROUP, "first" if first else "subject", what=", ".join(parts))


def body_of(news: Sequence[Item], headline: str, report: str) -> str:
    """The run in a line, where its report is, and what is new: at most `SHOWN` things."""
    lines = [headline, pattern(_GROUP, "report", where=report)]
    for about, some in groupby(news[:SHOWN], key=lambda one: one.about):
        lines += ["", about, *(line for one in some for line in _lines(one))]
    if len(news) > SHOWN:
        lines += ["", counted(len(news) - SHOWN, "more")]
    return "\n".join(lines)


def _lines(item: Item) -> Iterator[str]:
    yield f"  {item.line}"
    if item.why:
        yield f"    {pattern('history', 'why', causes=item.why)}"


def report_address(folder: Path, site: str | None) -> str:
    """Where the pages of a run are: under the address that `out` is published at, else the file on this machine."""
    if site is None:
        return (folder / "index.html").absolute().as_uri()
    return f"{site.rstrip('/')}/runs/{folder.name}/index.html"
