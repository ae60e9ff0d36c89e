"""Pages of an answer, one after the other, and the ways in which a provider may never end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from sources.providers.net.client import Client

_MOST: Final = 20_000
_MOST_EMPTY: Final = 5
_LONGEST: Final = 3600.0  # seconds


class Pages:
    """Watches over the pages of one question: no page twice, no end of them never, not all night."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._seen: set[str] = set()
        self._count = self._empty = 0
        self._until = client.now() + _LONGEST

    def take(self, page: Any, address: str) -> None:
        """Note a page. Raises `ProviderError` where the provider sends the same page again, or pages without end."""
        self._count += 1
        digest = hashlib.sha256(json.dumps(page, sort_keys=True, default=str).encode()).hexdigest()
        self._empty = 0 if page else self._empty + 1
        if page and digest in self._seen:
            raise self._client.error(address, "sends the same page again; it does not heed the page asked for")
        if self._empty > _MOST_EMPTY:
            raise self._client.error(address, "sends page after page without a figure; it does not end")
        if self._client.now() > self._until:
            raise self._client.error(address, f"has sent pages for {_LONGEST / 60:.0f} minutes; ask for less")
        if self._count > _MOST:
            raise self._client.error(address, f"sends more than {_MOST} pages; ask for less")
        self._seen.add(digest)


def until_short(
    client: Client, ask: Callable[[int], tuple[list[Any], str]], size: int
) -> Iterator[tuple[list[Any], str, int]]:
    """Pages asked for by number from 0, until one is shorter than `size`: each with its address and its number."""
    pages, number = Pages(client), 0
    while True:
        page, address = ask(number)
        pages.take(page, address)
        yield page, address, number
        if len(page) < size:
            return
        number += 1
