"""The end of a run: editors are told what they must see and were not told yet, by the channels that are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.notices.channels import send
from flows.notices.notice_text import report_address
from flows.notices.notify_editors import Say, behind, notify
from flows.notices.standing_items import Item
from flows.run_folders.runs import Layout
from flows.running.run_announced import message


@task(name="send a notice", retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, persist_result=False)
def send_notice(channel: str, subject: str, body: str) -> None:
    """A mail server that is down for a moment is asked again."""
    send(channel, subject, body)


def notices_wait(layout: Layout, channels: Sequence[str]) -> bool:
    """Whether a channel has not been told yet what stands, though nothing may have changed since the last run."""
    return behind(layout.state, channels)


def tell_editors(
    layout: Layout,
    channels: Sequence[str],
    site: str | None,
    standing: Sequence[Item],
    summary: Mapping[str, Any],
    say: Say,
) -> None:
    """Tell each channel what is new to it of what stands after the run of this summary."""
    report = report_address(Path(summary["folder"]), site)
    headline = message(summary)
    notify(layout.state, channels, standing, headline=headline, report=report, send=send_notice, say=say)
