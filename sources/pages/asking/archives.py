"""Copies of a page in a web archive, asked through Memento (RFC 7089): the one nearest to the letter's day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime
from typing import Final

from sources.pages.asking.fetching import Answered, Fetcher
from sources.pages.asking.reach import NotFetched

# Replays of the Internet Archive and of pywb add a banner with numbers of its own; "id_" asks for the page as it was.
_REPLAY: Final = re.compile(r"(?P<stamp>/\d{14})(?=/https?:)")


def archived(fetcher: Fetcher, gate: str, address: str, on: date | None) -> tuple[Answered, str]:
    """The copy of `address` nearest to noon of the day `on` (none: the newest), and its moment in ISO 8601.

    `gate` is the address of a TimeGate, to which the page's own is added. Raises NotFetched.
    """
    headers = {"Accept-Datetime": format_datetime(datetime.combine(on, time(12), UTC), usegmt=True)} if on else {}
    copy = fetcher.fetch(f"{gate.rstrip('/')}/{address}", headers)
    moment = _moment(copy)
    plain = _REPLAY.sub(r"\g<stamp>id_", copy.address, count=1)
    if plain == copy.address:
        return copy, moment
    return fetcher.fetch(plain), moment


def _moment(copy: Answered) -> str:
    """When the copy was made; an answer that does not say so is no copy."""
    told = copy.headers.get("memento-datetime", "")
    try:
        return parsedate_to_datetime(told).astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, TypeError):
        raise NotFetched("no_copy") from None
