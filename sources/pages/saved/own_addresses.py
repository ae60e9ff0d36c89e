"""The address that a saved file gives itself: a browser's note in the page, the page's own link, the file's path."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

from claims.errors import CrossfootError

LISTS: Final = ("addresses.csv", "addresses.tsv", "addresses.txt")
_HEAD: Final = 65_536
# "<!-- saved from url=(0032)https://… -->" (Chromium), "url: https://…" (SingleFile), "Source URL" and the like.
_SAVED_FROM: Final = re.compile(
    rb"<!--[^>]{0,400}?(?:saved from url=\(\d+\)|\burl:\s*|source url:\s*)(https?://[^\s>]+)", re.I
)
_SAVED_ON: Final = re.compile(rb"saved date:\s*([^\n<]{8,60})", re.IGNORECASE)
_CANONICAL: Final = re.compile(
    rb"<link\b(?=[^>]{0,400}\brel=[\"']?canonical)[^>]{0,400}?\bhref=[\"']?(https?://[^\s\"'>]+)"
    rb"|<meta\b(?=[^>]{0,400}\bproperty=[\"']?og:url)[^>]{0,400}?\bcontent=[\"']?(https?://[^\s\"'>]+)",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def listed(folder: Path) -> Iterator[tuple[str, str, str]]:
    """File name, address and day of saving ("" where none is given) of each row of the folder's list of addresses.

    Raises CrossfootError for a row without an address.
    """
    for name in LISTS:
        if (folder / name).is_file():
            yield from _rows(folder / name)


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    for number, cells in enumerate(_cells(text, path.suffix), start=1):
        address = next((cell for cell in cells if _ADDRESS.fullmatch(cell)), None)
        others = [cell for cell in cells if cell and cell != address]
        if address is None and number > 1 and others:
            raise CrossfootError(f"{path}, line {number}", "holds no address; write the file's name and its address")
        if address is not None and others:
            yield others[0], address, others[1] if len(others) > 1 else ""


def _cells(text: str, ending: str) -> Iterator[list[str]]:
    if ending == ".txt":
        yield from (line.split() for line in text.splitlines())
        return
    rows = csv.reader(text.splitlines(), delimiter="\t" if ending == ".tsv" else ",")
    yield from ([cell.strip() for cell in row] for row in rows)


def own_addresses(data: bytes, path: Path, folder: Path) -> Iterator[str]:
    """The addresses that a file may have been saved from, the surest first."""
    head = data[:_HEAD]
    for pattern in (_SAVED_FROM, _CANONICAL):
        for found in pattern.finditer(head):
            told = next(group for group in found.groups() if group)
            yield unescape(told.decode("utf-8", "replace").rstrip("->\"'"))
    yield from _by_path(path.relative_to(folder))


def _by_path(path: Path) -> Iterator[str]:
    """Of a mirror, as wget makes one: "example.org/reports/may.html"."""
    host, *rest = path.parts
    if not rest or not _HOST.fullmatch(host):
        return
    whole = "/".join(rest)
    yield f"https://{host}/{whole}"
    for ending in ("index.html", ".html", ".htm"):
        if whole.endswith(ending):
            yield f"https://{host}/{whole.removesuffix(ending)}"


def saved_on(data: bytes) -> str:
    """The moment in ISO 8601 at which a page says it was saved, "" where it does not."""
    from email.utils import parsedate_to_datetime

    found = _SAVED_ON.search(data[:_HEAD])
    if found is None:
        return ""
    told = found[1].decode("utf-8", "replace").split("(")[0].replace("GMT+", "+").replace("GMT-", "-").strip()
    try:
        return parsedate_to_datetime(told).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError):
        return ""
