"""The files that are handed on, as a page names them and links to them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from claims.quick_records import dataclass
from reports.words.wording import HANDING_ON, pattern

OF_LETTERS = {"letters": "file_letter", "packets": "file_packet"}
"""The folders whose files are named after a letter, and what such a file is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """A file behind a link; `kind` is its ending in capitals."""

    text: str
    kind: str
    href: str


def letter_files(files: Sequence[str], base: str) -> dict[str, tuple[FileLink, ...]]:
    """The files of each letter by its id; `files` are paths in the folder that `base` leads to."""
    found: dict[str, list[FileLink]] = {}
    for name in files:
        folder, _, file = name.partition("/")
        if folder in OF_LETTERS:
            letter_id, _, ending = file.rpartition(".")
            found.setdefault(letter_id, []).append(_link(OF_LETTERS[folder], ending, base + name))
    return {letter_id: tuple(links) for letter_id, links in found.items()}


def other_files(files: Sequence[str], base: str) -> tuple[FileLink, ...]:
    """The files about all letters."""
    others = [name for name in files if "/" not in name]
    return tuple(_link(f"file_{name.rpartition('.')[0].replace('-', '_')}", name.rpartition(".")[2], base + name)
                 for name in others)  # fmt: skip


def _link(key: str, ending: str, path: str) -> FileLink:
    return FileLink(text=pattern(HANDING_ON, key), kind=ending.upper(), href=quote(path, safe="/."))
