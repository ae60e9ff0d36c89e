"""Pages as they are kept: the record of each fetch, the bytes by their hash, the text as it was read.

    records/<address>-<moment>.json   one fetch of one address: what was asked, what came, or why nothing did
    bodies/<sha256>                   the bytes
    texts/<sha256>-<charset>.json     what the readers of letters made of them

Everything is written aside and moved into place whole. The folder is the user's own and no part of it is published.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final, Protocol

from claims.quick_records import dataclass
from sources.lookup.addresses import plain_address
from sources.pages.reading.page_text import PageText, read_page
from sources.pages.told import PageRecord

RECORDS, BODIES, TEXTS = "records", "bodies", "texts"
_FORM: Final = "crossfoot-page/1"


class KeptPage(Protocol):
    """A page that is at hand: its record, and its text when it is asked for."""

    @property
    def record(self) -> PageRecord: ...

    def text(self) -> PageText: ...


class PageShelf(Protocol):
    """Pages by the address that a letter gives."""

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        """What is kept of an address, the newest first."""
        ...

    def problem(self, address: str) -> str | None:
        """Why nothing is kept of an address that was asked."""
        ...

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Files that could not be read, each with the reason."""
        ...


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of a store."""

    store: PageStore
    record: PageRecord

    def text(self) -> PageText:
        return self.store.text_of(self.record)


class PageStore:
    """A folder of fetched pages. Reading it writes nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[tuple[str, str]] = []
        self._by_address: dict[str, list[PageRecord]] | None = None
        self._texts: dict[Path, PageText] = {}

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        return tuple(StoredPage(self, each) for each in self._of(address) if each.problem is None)

    def problem(self, address: str) -> str | None:
        found = self._of(address)
        return found[0].problem if found and all(each.problem for each in found) else None

    def keep(self, record: PageRecord, body: bytes) -> PageRecord:
        """Keep a page, its text as read beside it; returns the record with its hash. Raises OSError."""
        for name in (RECORDS, BODIES, TEXTS):
            (self.folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        if record.problem is None:
            record = _with_hash(record, body)
            self._write(self._body(record), body)
            read = read_page(body, record.media_type, record.charset, record.final_address)
            self._write(self._text(record), json.dumps(asdict(read), ensure_ascii=False).encode("utf-8", "replace"))
        content = {"form": _FORM, **asdict(record)}
        self._write(self._record(record), json.dumps(content, ensure_ascii=False, indent=1).encode())
        self._by_address = None
        return record

    def text_of(self, record: PageRecord) -> PageText:
        """The text as it was read when the page came, read again where that is lost."""
        path = self._text(record)
        if path not in self._texts:
            self._texts[path] = self._text_at(path, record)
        return self._texts[path]

    def _text_at(self, path: Path, record: PageRecord) -> PageText:
        try:
            return PageText.of(json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError):
            return self._read_again(record)

    def _read_again(self, record: PageRecord) -> PageText:
        try:
            body = self._body(record).read_bytes()
        except OSError:
            return PageText(refused="its file is gone")
        if hashlib.sha256(body).hexdigest() != record.sha256:
            return PageText(refused="its file is not what was fetched")
        return read_page(body, record.media_type, record.charset, record.final_address)

    def _of(self, address: str) -> list[PageRecord]:
        if self._by_address is None:
            self._by_address = {}
            for record in self._records():
                self._by_address.setdefault(key_of(record.address), []).append(record)
        return self._by_address.get(key_of(address), [])

    def _records(self) -> list[PageRecord]:
        found = [one for path in sorted((self.folder / RECORDS).glob("*.json")) if (one := _record_in(path))]
        return sorted(found, key=lambda one: one.fetched_at, reverse=True)

    def _record(self, record: PageRecord) -> Path:
        moment = "".join(sign for sign in record.fetched_at if sign.isalnum())
        return self.folder / RECORDS / f"{_digest(record.address)[:24]}-{moment}-{record.way}.json"

    def _body(self, record: PageRecord) -> Path:
        return self.folder / BODIES / record.sha256

    def _text(self, record: PageRecord) -> Path:
        return self.folder / TEXTS / f"{record.sha256}-{_digest(record.media_type + record.charset)[:8]}.json"

    def _write(self, path: Path, content: bytes) -> None:
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)


def key_of(address: str) -> str:
    """By what addresses of one page are the same."""
    return plain_address(address) or address.strip()


def is_store(folder: Path) -> bool:
    return (folder / RECORDS).is_dir()


def _with_hash(record: PageRecord, body: bytes) -> PageRecord:
    return PageRecord(**{**asdict(record), "sha256": hashlib.sha256(body).hexdigest(), "size": len(body)})


def _record_in(path: Path) -> PageRecord | None:
    """The record in a file; one that is damaged or of another form counts as none."""
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
        known = {each.name for each in fields(PageRecord)}
        return PageRecord(**{name: value for name, value in found.items() if name in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
