"""Ids of letters: the file's name, and of its folders as many as tell it from the others.

An id names files of a report too (a page, an export), on any machine: it is short, holds no sign that a file system
refuses, differs from the others by more than capitals, and tells nothing of the machine the letters stood on.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

LONGEST = 120
"""Bytes of an id in UTF-8. File systems take names of 255, and an ending and a digest are put behind an id."""
DIGEST = 10

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udc7f\udd00-\udfff]")
# of the surrogates those between are the bytes of a name that is no UTF-8


def letter_ids(paths: Sequence[Path]) -> list[str]:
    """The file's name without ending; where two agree, with as many folders before it as tell them apart.

    Folders above the one that holds all of `paths` are never named.
    """
    below = _below_common([path.parts[:-1] for path in paths])
    depth = [1] * len(paths)
    while clashes := [rows for rows in _alike(paths, below, depth) if _folders_tell(rows, below, depth)]:
        for row in (row for rows in clashes for row in rows):
            depth[row] += 1
    return _distinct([_named(path, folders, deep) for path, folders, deep in zip(paths, below, depth, strict=True)])


def letter_id(path: Path, depth: int) -> str:
    """The id of one path with `depth` parts of it."""
    return _short(_named(path, [part for part in path.parts[:-1] if part not in {path.anchor, "/"}], depth))


def shown_path(path: str) -> str:
    """`path` as text can hold it and a terminal show it: bytes that are no UTF-8, line ends, control characters and
    what turns the direction of reading stand as escapes.
    """
    plain = _UNSHOWN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), path)
    return plain.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _below_common(folders: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    levels = enumerate(zip(*folders, strict=False))
    common = next((at for at, parts in levels if len(set(parts)) > 1), min(map(len, folders), default=0))
    return [parts[common:] for parts in folders]


def _alike(paths: Sequence[Path], below: Sequence[Sequence[str]], depth: Sequence[int]) -> list[list[int]]:
    """The rows, two or more, whose ids are the same so far."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, path in enumerate(paths):
        rows[_folded(_named(path, below[row], depth[row]))].append(row)
    return [each for each in rows.values() if len(each) > 1]


def _folders_tell(rows: Sequence[int], below: Sequence[Sequence[str]], depth: Sequence[int]) -> bool:
    """Whether more folders can tell these apart: "a.txt" beside "a.md" they cannot."""
    apart = len({tuple(below[row]) for row in rows}) > 1
    return apart and any(len(below[row]) >= depth[row] for row in rows)


def _named(path: Path, folders: Sequence[str], depth: int) -> str:
    kept = folders[max(0, len(folders) - depth + 1) :] if depth > 1 else ()
    return "--".join(_plain(part) for part in (*kept, path.stem or path.name)) or "letter"


def _plain(part: str) -> str:
    """Letters, digits and a few signs; no dot at its beginning, which would hide the file."""
    return re.sub(r"[^\w.~-]+|\A\.+", "_", unicodedata.normalize("NFC", part))


def _distinct(ids: Sequence[str]) -> list[str]:
    """`ids` with a number behind those that stand there already, then short."""
    seen: set[str] = set()
    found = []
    for one in ids:
        name, number = _short(one), 1
        while _folded(name) in seen:
            number += 1
            name = _short(f"{one}~{number}")
        seen.add(_folded(name))
        found.append(name)
    return found


def _folded(name: str) -> str:
    """Names that some file systems take for one."""
    return unicodedata.normalize("NFC", name.casefold())


def _short(name: str) -> str:
    """A long name is cut and ends in a digest of the whole."""
    data = name.encode("utf-8")
    if len(data) <= LONGEST:
        return name
    kept = data[: LONGEST - DIGEST - 1].decode("utf-8", "ignore")
    return f"{kept}-{hashlib.sha256(data).hexdigest()[:DIGEST]}"
