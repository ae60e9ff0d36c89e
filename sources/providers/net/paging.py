"""Pages of an answer, one after the other, and the ways in which a provider may never end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from sources.providers.net.client import Client

_MOST: Final = 20_000


class Pages:
    """Watches over the pages of one question: no page twice in a row, no end of them never."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._before: str | None = None
        self._count = 0

    def take(self, page: Any, address: str) -> None:
        """Note a page. Raises `ProviderError` where the provider sends the same page again, or pages without end."""
        self._count += 1
        digest = hashlib.sha256(json.dumps(page, sort_keys=True, default=str).encode()).hexdigest()
        if page and digest == self._before:
            raise self._client.error(address, "sends the same page again; it does not heed the page asked for")
        if self._count > _MOST:
            raise self._client.error(address, f"sends more than {_MOST} pages; ask for less")
        self._before = digest


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
