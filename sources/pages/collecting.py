"""Fetching what letters cite into a store: each address once, whatever goes wrong with it kept beside the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

import httpx

from claims.quick_records import dataclass
from sources.pages.asking.archives import archived
from sources.pages.asking.fetching import Answered, Fetcher
from sources.pages.asking.reach import NotFetched
from sources.pages.kept import PageStore
from sources.pages.media_types import media_type_of
from sources.pages.told import PageRecord, Way

Copies = Literal["never", "missing", "also"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is fetched, and how: `copies` says when an archive is asked (`gate`, a TimeGate), `again` that a page is
    fetched although the store has it.
    """

    copies: Copies = "never"
    gate: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one address."""

    address: str
    outcome: Literal["kept", "unchanged", "changed", "there", "failed"]
    record: PageRecord | None = None
    reason: str = ""


def collect(
    store: PageStore,
    addresses: Mapping[str, date | None],
    fetcher: Fetcher,
    wanted: Wanted,
    say: Callable[[Told], None],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> list[Told]:
    """Fetch each address (with the day of the letter that cites it) into the store. Raises OSError for a full disk."""
    told: list[Told] = []
    for address, on in addresses.items():
        for one in _one(store, address, on, fetcher, wanted, now):
            say(one)
            told.append(one)
    return told


def _one(
    store: PageStore, address: str, on: date | None, fetcher: Fetcher, wanted: Wanted, now: Callable[[], datetime]
) -> list[Told]:
    if store.versions(address) and not wanted.again:
        return [Told(address=address, outcome="there")]
    live = _kept(store, address, lambda: (fetcher.fetch(address), None), "fetched", now)
    if wanted.copies == "also" or (wanted.copies == "missing" and live.outcome == "failed"):
        return [live, _kept(store, address, lambda: archived(fetcher, wanted.gate, address, on), "archive", now)]
    return [live]


def _kept(
    store: PageStore,
    address: str,
    get: Callable[[], tuple[Answered, str | None]],
    way: Way,
    now: Callable[[], datetime],
) -> Told:
    moment = now().astimezone(UTC).isoformat(timespec="microseconds")
    there = store.versions(address)
    before = [page.record.sha256 for page in there if page.record.way == way]
    try:
        answer, archived_at = get()
    except NotFetched as failure:
        if not there:  # a page that was there once is kept, and what it says now is that it is gone
            store.keep(PageRecord(address=address, fetched_at=moment, way=way, problem=failure.reason), b"")
        return Told(address=address, outcome="failed", reason=failure.reason)
    record = store.keep(_record(address, answer, moment, way, archived_at), answer.body)
    outcome: Literal["kept", "unchanged", "changed"] = "kept"
    if before:
        outcome = "unchanged" if record.sha256 in before else "changed"
    return Told(address=address, outcome=outcome, record=record)


def _record(address: str, answer: Answered, moment: str, way: Way, archived_at: str | None) -> PageRecord:
    media_type, charset = media_type_of(answer.headers.get("content-type", ""))
    return PageRecord(
        address=address,
        fetched_at=moment,
        way=way,
        final_address=answer.address,
        media_type=media_type,
        charset=charset,
        archived_at=archived_at,
        last_modified=_modified(answer.headers),
    )


def _modified(headers: httpx.Headers) -> str | None:
    try:
        return parsedate_to_datetime(headers.get("last-modified", "")).date().isoformat()
    except (ValueError, TypeError):
        return None
