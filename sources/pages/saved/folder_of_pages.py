"""A folder of pages that somebody saved, each found by the address it was saved from."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from claims.errors import UnreadableLetter
from claims.quick_records import dataclass
from claims.readers.confined import ask
from claims.readers.opening import read_file
from claims.readers.raw_document import Refused
from sources.pages.kept import KeptPage, key_of
from sources.pages.reading.page_text import PageText, read_page
from sources.pages.saved.own_addresses import LISTS, listed, own_addresses, saved_on
from sources.pages.told import PageRecord

_MODULE: Final = "sources.pages.saved.containers_child"
_MHTML, _WARC = (".mhtml", ".mht"), (".warc", ".warc.gz", ".wacz")
_LARGEST_ANSWER: Final = 400_000_000
_MOST_FILES: Final = 20_000
_MOST_STEPS: Final = 8


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page; its text is read when it is asked for, once."""

    record: PageRecord
    data: bytes
    read: dict[str, PageText]

    def text(self) -> PageText:
        key = f"{self.record.sha256} {self.record.media_type} {self.record.charset}"
        if key not in self.read:
            self.read[key] = read_page(
                self.data, self.record.media_type, self.record.charset, self.record.final_address
            )
        return self.read[key]


class SavedPages:
    """The pages under `folder`. What cannot be read is told by `faults`, file and reason."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[tuple[str, str]] = []
        self._read: dict[str, PageText] = {}

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        pages, moved = self._found
        key = key_of(address)
        for _ in range(_MOST_STEPS):
            if key in pages or key not in moved:
                break
            key = moved[key]
        return tuple(replace(each, record=replace(each.record, address=address)) for each in pages.get(key, ()))

    def problem(self, address: str) -> str | None:
        return None

    @cached_property
    def _found(self) -> tuple[dict[str, list[SavedPage]], dict[str, str]]:
        """Pages by the key of their address, and where addresses point on to."""
        pages: dict[str, list[SavedPage]] = {}
        moved: dict[str, str] = {}
        for page in self._pages(moved):
            pages.setdefault(key_of(page.record.address), []).append(page)
        return pages, moved

    def _pages(self, moved: dict[str, str]) -> Iterator[SavedPage]:
        told: dict[str, list[tuple[str, str]]] = {}
        for name, address, day in listed(self.folder):
            told.setdefault(Path(name).as_posix(), []).append((address, day))
        for path in self._files():
            name = path.relative_to(self.folder).as_posix()
            try:
                yield from self._of_file(path, told.get(name, ()), moved)
            except (UnreadableLetter, Refused) as error:
                self.faults.append((str(path), error.message))

    def _files(self) -> Iterator[Path]:
        found = sorted(path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        yield from (path for path in found[:_MOST_FILES] if path.name not in LISTS and not path.name.startswith("."))

    def _of_file(self, path: Path, told: Any, moved: dict[str, str]) -> Iterator[SavedPage]:
        data, name = read_file(str(path)), path.name.casefold()
        if name.endswith(_MHTML):
            yield from self._held(ask({"module": _MODULE, "do": "mhtml"}, data, "a saved page (MHTML)"), told)
        elif name.endswith(_WARC):
            answer = ask({"module": _MODULE, "do": "warc"}, data, "a web archive", _LARGEST_ANSWER)
            moved.update({key_of(old): key_of(urljoin(old, new)) for old, new in answer["moved"].items()})
            yield from self._held(answer, ())
        else:
            yield from self._plain(path, data, told)

    def _held(self, answer: dict[str, Any], told: Any) -> Iterator[SavedPage]:
        for page in answer["pages"]:
            for address, day in told or ((page["address"], ""),):
                data = base64.b64decode(page["data"])
                yield self._page(address, data, day or page["saved_at"], page["media_type"], page["charset"])

    def _plain(self, path: Path, data: bytes, told: Any) -> Iterator[SavedPage]:
        media_type = "text/html" if path.suffix.casefold() in ("", ".html", ".htm", ".xhtml", ".php", ".aspx") else ""
        known = told or [(address, saved_on(data)) for address in own_addresses(data, path, self.folder)]
        for address, day in known:
            yield self._page(address, data, day or _changed(path), media_type, "", name=path.name)

    def _page(self, address: str, data: bytes, day: str, media_type: str, charset: str, name: str = "") -> SavedPage:
        record = PageRecord(
            address=address,
            fetched_at=day,
            way="saved",
            final_address=address,
            media_type=media_type or _by_ending(name),
            charset=charset,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
        )
        return SavedPage(record, data, self._read)


def _by_ending(name: str) -> str:
    return {".md": "text/markdown", ".json": "application/json", ".csv": "text/csv"}.get(
        Path(name).suffix.casefold(), ""
    )


def _changed(path: Path) -> str:
    """When a file was saved, as far as its folder knows."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
