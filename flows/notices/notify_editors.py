"""The end of a run: each channel is told what is new to it, and nothing where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from claims.errors import CrossfootError
from flows.notices.notice_text import body_of, subject_of
from flows.notices.standing_items import Item
from flows.notices.told_before import keep_told, load_told

Send = Callable[[str, str, str], None]
Say = Callable[[str], None]


def behind(state: Path, channels: Sequence[str]) -> bool:
    """Whether a channel waits for what an earlier run had to tell, so that a run over unchanged letters tells it."""
    return bool(channels) and load_told(state).is_behind(channels)


def notify(
    state: Path,
    channels: Sequence[str],
    items: Sequence[Item],
    *,
    headline: str,
    report: str,
    send: Send,
    say: Say,
) -> None:
    """Tell each channel what of `items` it was not told yet, under the run in a line and where its report is.

    What goes wrong is a line to `say`: no run is lost by it.
    """
    told = load_told(state)
    missed = []
    for channel in channels:
        news = [one for one in items if one.name not in told.of(channel)]
        if not news:
            continue
        try:
            send(channel, subject_of(news, first=told.is_new(channel)), body_of(news, headline, report))
        except CrossfootError as error:
            say(str(error))
            missed.append(channel)
    reached = [one for one in channels if one not in missed]
    try:
        keep_told(state, told.after(reached, missed, (one.name for one in items)))
    except OSError as error:
        say(f"what was told could not be written down ({error.strerror}): it will be told again")
